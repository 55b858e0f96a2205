import { page } from '#lib/server/page.ts';
import { isStaff } from '#server/contracts/actor.ts';
import { countQueue, listAppeals } from '#server/modules/moderation/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const status: 'open' | 'decided' = url.searchParams.get('status') === 'decided' ? 'decided' : 'open';
	const [appeals, counts] = await Promise.all([
		listAppeals(locals.ctx.db, locals.actor, { status, cursor: url.searchParams.get('cursor') }),
		countQueue(locals.ctx.db, locals.actor),
	]);
	return { status, appeals, counts, staff: isStaff(locals.actor) };
});
