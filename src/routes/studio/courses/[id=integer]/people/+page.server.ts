import { type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import {
	type AuthorRole,
	courseToMake,
	dropAuthor,
	listAuthors,
	setAuthor,
} from '#server/modules/courses/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const id = event.params.id as ItemId;
	const [course, authors] = await Promise.all([
		courseToMake(ctx.db, actor, id, 'people'),
		listAuthors(ctx.db, actor, id),
	]);
	return { ...studioFrame(course), authors };
});

export const actions = {
	set: action(async (event: RequestEvent, form) => {
		const id = event.params.id as unknown as ItemId;
		await setAuthor(event.locals.ctx.db, event.locals.actor, id, {
			handle: String(form.get('handle') ?? ''),
			role: form.get('role') as AuthorRole,
		});
		redirect(303, event.url.pathname);
	}),
	drop: told(
		action(async (event: RequestEvent, form) => {
			const id = event.params.id as unknown as ItemId;
			await dropAuthor(event.locals.ctx.db, event.locals.actor, id, String(form.get('handle') ?? ''));
			return answer(event, {});
		}),
	),
} satisfies Actions;
