import { error } from '@sveltejs/kit';
import { page } from '#lib/server/page.ts';
import { isStaff } from '#server/contracts/actor.ts';

/** The mails of the demo. A real installation shows them to nobody but its administrators. */
export const load = page(async ({ locals }) => {
	const { ctx, actor, person } = locals;
	if (!ctx.config.demo && !isStaff(actor)) error(404, { message: 'Not found' });
	const all = isStaff(actor);
	// Reset links of others are as good as their passwords: everyone sees their own mail, and a visitor is told where it is.
	let query = ctx.db
		.selectFrom('mails')
		.select(['id', 'recipient', 'subject', 'body_text as text', 'created_at as createdAt'])
		.orderBy('id', 'desc')
		.limit(50);
	if (!all) query = query.where('recipient', '=', person?.email ?? '');
	return { mails: person ? await query.execute() : [], all };
});
