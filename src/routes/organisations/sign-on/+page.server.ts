import { fail, redirect } from '@sveltejs/kit';
import { findSignOnFor } from '#server/modules/organisations/index.ts';
import { networkOf } from '#server/platform/client-address.ts';
import type { Actions, RequestEvent } from './$types';

export const actions = {
	default: async (event: RequestEvent) => {
		const { ctx } = event.locals;
		const email = String((await event.request.formData()).get('email') ?? '').slice(0, 254);
		// Who sends address after address would learn which companies are here.
		const { allowed } = ctx.limiter.take(`find-sign-on:${networkOf(event.getClientAddress())}`, {
			limit: 20,
			seconds: 600,
		});
		const slug = allowed ? await findSignOnFor(ctx.db, email) : null;
		if (!slug) return fail(404, { email, none: true });
		redirect(303, `/organisations/${slug}/sign-on`);
	},
} satisfies Actions;
