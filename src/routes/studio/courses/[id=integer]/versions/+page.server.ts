import { type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { courseToMake, decideVersion, listVersions, withdrawVersion } from '#server/modules/courses/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const id = event.params.id as ItemId;
	const [course, versions] = await Promise.all([
		courseToMake(ctx.db, actor, id, 'see'),
		listVersions(ctx.db, actor, id),
	]);
	return { ...studioFrame(course), versions };
});

const keyOf = (event: RequestEvent, form: FormData) => ({
	courseId: event.params.id as unknown as ItemId,
	number: Number(form.get('number')),
});

export const actions = {
	decide: told(
		action(async (event: RequestEvent, form) => {
			await decideVersion(event.locals.ctx.db, event.locals.actor, {
				...keyOf(event, form),
				approve: form.get('approve') === '1',
				reason: String(form.get('reason') ?? ''),
			});
			redirect(303, event.url.pathname);
		}),
	),
	withdraw: told(
		action(async (event: RequestEvent, form) => {
			await withdrawVersion(event.locals.ctx.db, event.locals.actor, keyOf(event, form));
			return answer(event, {});
		}),
	),
} satisfies Actions;
