import { action } from '#lib/server/page.ts';
import { requestPasswordReset } from '#server/modules/accounts/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) => ({
	outbox: ctx.config.demo && !ctx.config.smtpUrl,
});

export const actions = {
	default: action(async (event, form) => {
		await requestPasswordReset(
			await event.locals.ctx.signIn(),
			Object.fromEntries(form),
			event.getClientAddress(),
		);
		return { sent: String(form.get('email')) };
	}),
};
