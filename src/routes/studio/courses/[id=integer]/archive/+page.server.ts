import { type RequestEvent, redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { importSent, importUploaded } from '#lib/server/course-import.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listImports } from '#server/flows/course-archive/index.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { courseToMake } from '#server/modules/courses/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const course = await courseToMake(ctx.db, actor, params.id as ItemId, 'see');
	return {
		...studioFrame(course),
		imports: await listImports(ctx.db, actor, {
			courseId: course.id,
			cursor: url.searchParams.get('cursor'),
			limit: 10,
		}),
	};
});

const here = (event: RequestEvent) => ({ courseId: event.params.id as unknown as ItemId });

export const actions = {
	import: ofForm(
		'import',
		action(async (event: RequestEvent, form) => {
			await importUploaded(event, form, here(event));
			redirect(303, event.url.pathname);
		}),
	),
	upload: ofForm(
		'import',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			await courseToMake(ctx.db, actor, here(event).courseId, 'describe');
			await importSent(event, form, here(event));
			redirect(303, event.url.pathname);
		}),
	),
} satisfies Actions;
