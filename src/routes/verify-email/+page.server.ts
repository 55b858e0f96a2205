import { action } from '#lib/server/page.ts';
import { safeNext } from '#lib/server/session.ts';
import { AppError } from '#server/kernel/errors.ts';
import { sendVerification, verifyEmail } from '#server/modules/accounts/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url, locals, request } = event;
	const token = url.searchParams.get('token');
	const shown = {
		verified: locals.person?.emailVerified ?? false,
		failed: false,
		next: safeNext(event),
		// Where there is no mail service, the mail waits on a page of this site.
		outbox: locals.ctx.config.demo && !locals.ctx.config.smtpUrl,
	};
	if (!token) return shown;
	try {
		await verifyEmail(await locals.ctx.signIn(), token, request.headers);
		if (locals.person) locals.ctx.identities.forget(locals.person.id);
		return { ...shown, verified: true };
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return { ...shown, failed: true };
	}
};

export const actions = {
	again: action(async (event) => {
		const { ctx, person } = event.locals;
		if (person)
			await sendVerification(await ctx.signIn(), person, event.request.headers, event.getClientAddress());
		return { sent: true };
	}),
};
