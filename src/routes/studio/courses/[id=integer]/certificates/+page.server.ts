import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { courseToMake } from '#server/modules/courses/index.ts';
import { listIssued } from '#server/modules/credentials/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const course = await courseToMake(ctx.db, actor, params.id as ItemId, 'report');
	const issued = await listIssued(ctx.db, actor, { courseId: course.id }, url.searchParams.get('cursor'));
	return { ...studioFrame(course), issued };
});
