import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listLearning } from '#server/modules/courses/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';

export const load = page(async ({ locals }) => {
	const { userId } = requireMember(locals.actor);
	const courses = (await listLearning(locals.ctx.db, userId)).map((one) => ({
		...one,
		href: hrefOf({ kind: 'course', id: one.id, slug: one.slug }),
	}));
	return {
		running: courses.filter(({ completedAt }) => completedAt === null),
		finished: courses.filter(({ completedAt }) => completedAt !== null),
	};
});
