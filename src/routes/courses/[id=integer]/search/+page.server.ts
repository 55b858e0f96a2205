import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import { searchCourse } from '#server/modules/search/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const found = await searchCourse(locals.ctx.db, locals.actor, {
		courseId: params.id as ItemId,
		q: (url.searchParams.get('q') ?? '').slice(0, 400),
	});
	return { ...found, courseHref: hrefOf({ kind: 'course', ...found.course }) };
});
