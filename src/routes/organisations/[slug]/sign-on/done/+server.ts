import { redirect } from '@sveltejs/kit';
import { page } from '#lib/server/page.ts';
import { AppError } from '#server/kernel/errors.ts';
import { finishSignOn } from '#server/modules/organisations/index.ts';
import type { RequestEvent } from './$types';

/** Where the sign-on ends: whoever it has just proved comes in. Nobody else, however they came to this address. */
export const GET = page(async ({ locals: { ctx, actor }, params }: RequestEvent) => {
	try {
		await finishSignOn(ctx.db, actor, params.slug);
	} catch (error) {
		if (!(error instanceof AppError) || error.code !== 'organisations.sign_on_not_proved') throw error;
		redirect(303, `/organisations/${params.slug}/sign-on`);
	}
	redirect(303, `/organisations/${params.slug}`);
});
