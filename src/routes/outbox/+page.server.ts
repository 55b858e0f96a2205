import { page } from '#lib/server/page.ts';
import { readOutbox } from '#server/modules/accounts/index.ts';

/** The mails of the demo. A real installation shows them to nobody but its administrators. */
export const load = page(async ({ locals }) => {
	const { ctx, actor, person } = locals;
	return {
		mails: await readOutbox(ctx.db, actor, person?.email ?? null, ctx.config.demo),
		all: actor.role === 'admin',
	};
});
