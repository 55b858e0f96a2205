import { type RequestEvent, redirect } from '@sveltejs/kit';
import QRCode from 'qrcode';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import { issuerOf } from '#lib/server/credentials.ts';
import { action, page } from '#lib/server/page.ts';
import {
	certificateUrl,
	didOf,
	grouped,
	readCertificate,
	readCredential,
	reissueCertificate,
	revokeCertificate,
	showName,
} from '#server/modules/credentials/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const certificate = await readCertificate(ctx.db, actor, params.token);
	const { origin } = issuerOf(ctx);
	const address = certificateUrl(origin, certificate.token);
	const [svg, credential] = await Promise.all([
		QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
		readCredential(ctx.db, certificate.token),
	]);
	const { issuer, credentialStatus } = credential as unknown as {
		issuer: { id: string; name: string };
		credentialStatus: { statusListCredential: string };
	};
	return {
		certificate,
		number: grouped(certificate.token),
		address,
		issuerName: issuer.name,
		did: issuer.id,
		// Where its keys are, while this place still has the address that it had then.
		keysHere: issuer.id === didOf(origin),
		statusList: credentialStatus.statusListCredential,
		qr: `data:image/svg+xml,${encodeURIComponent(svg)}`,
		done: url.searchParams.get('done'),
	};
});

const tokenOf = ({ params }: RequestEvent) => params.token as string;

export const actions = {
	name: told(
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			await showName(
				ctx.db,
				actor,
				{ token: tokenOf(event), shown: form.get('shown') === '1' },
				issuerOf(ctx),
			);
			return answer(event, {});
		}),
	),
	revoke: ofForm(
		'manage',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const token = tokenOf(event);
			const reason = String(form.get('reason') ?? '');
			await revokeCertificate(ctx.db, actor, { token, reason });
			redirect(303, `/certificates/${token}?done=revoked`);
		}),
	),
	reissue: ofForm(
		'manage',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const reason = String(form.get('reason') ?? '');
			const token = await reissueCertificate(ctx.db, actor, { token: tokenOf(event), reason }, issuerOf(ctx));
			redirect(303, `/certificates/${token}?done=reissued`);
		}),
	),
} satisfies Actions;
