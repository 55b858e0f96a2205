import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { courseTopics, listCourses } from '#server/modules/courses/index.ts';
import { listRatings } from '#server/modules/credentials/index.ts';
import type { PageServerLoadEvent } from './$types';

const filters = ['tag', 'level', 'price', 'length', 'language', 'sort'] as const;

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const asked: Record<string, string> = {};
	for (const name of filters) {
		const value = url.searchParams.get(name);
		if (value) asked[name] = value;
	}
	const [courses, topics] = await Promise.all([
		listCourses(ctx.db, actor, { ...asked, cursor: url.searchParams.get('cursor') }),
		courseTopics(ctx.db),
	]);
	const ratings = await listRatings(
		ctx.db,
		courses.items.map(({ id }) => id),
	);
	if (actor.userId === null) locals.cache(['feeds'], 60);
	return { courses, ratings, topics, asked };
});
