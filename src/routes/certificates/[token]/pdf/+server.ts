import { asFile } from '#lib/server/as-file.ts';
import { issuerOf } from '#lib/server/credentials.ts';
import { page } from '#lib/server/page.ts';
import { commonError } from '#server/kernel/errors.ts';
import { certificatePdf, grouped, readCertificate } from '#server/modules/credentials/index.ts';
import type { RequestEvent } from './$types';

export const GET = page(async ({ locals, params, url, getClientAddress }: RequestEvent) => {
	const { ctx, actor } = locals;
	// Anybody may ask for one, and each costs a third of a second of a processor.
	const who = actor.userId ?? getClientAddress();
	const { allowed, reset } = ctx.limiter.take(`certificate-pdf:${who}`, { limit: 20, seconds: 60 });
	if (!allowed) throw commonError('too_many_requests', { retryAfter: reset });
	const certificate = await readCertificate(ctx.db, actor, params.token);
	const locale = (url.searchParams.get('lang') ?? locals.locale) === 'en' ? 'en' : 'zh-CN';
	const place = { origin: issuerOf(ctx).origin, siteName: ctx.settings.siteName };
	const pdf = await certificatePdf(certificate, place, locale);
	return asFile(pdf, `${grouped(certificate.token)}.pdf`, 'application/pdf');
});
