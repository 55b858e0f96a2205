import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { listNotes } from '#server/modules/courses/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { userId } = requireMember(locals.actor);
	const courseId = parseId<ItemId>(url.searchParams.get('course'));
	return {
		courseId,
		notes: await listNotes(locals.ctx.db, userId, { courseId, cursor: url.searchParams.get('cursor') }),
	};
});
