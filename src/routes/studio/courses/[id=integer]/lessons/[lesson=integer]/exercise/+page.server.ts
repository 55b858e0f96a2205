import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { lessonKey } from '#lib/server/learn-page.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import {
	editedExercise,
	type Language,
	readCases,
	setExercise,
	writeCases,
} from '#server/modules/assessments/index.ts';
import { editedLesson } from '#server/modules/courses/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const key = lessonKey(event);
	const { course, lesson } = await editedLesson(ctx.db, actor, key);
	const exercise = await editedExercise(ctx.db, actor, key);
	return {
		...studioFrame(course),
		lesson: { id: lesson.id, title: lesson.title },
		stood: {
			language: exercise?.language ?? 'javascript',
			starter: exercise?.starter ?? '',
			setup: exercise?.setup ?? '',
			solution: exercise?.solution ?? '',
			shown: writeCases(exercise?.cases ?? [], false),
			hidden: writeCases(exercise?.cases ?? [], true),
			seconds: String(exercise?.seconds ?? 2),
		},
		anyOrder: exercise?.anyOrder ?? false,
		saved: event.url.searchParams.has('saved'),
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const text = (name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');
		const key = lessonKey(event as unknown as Parameters<typeof lessonKey>[0]);
		await setExercise(event.locals.ctx.db, event.locals.actor, key, {
			language: text('language') as Language,
			starter: text('starter'),
			setup: text('setup'),
			solution: text('solution'),
			cases: [...readCases(text('shown'), false), ...readCases(text('hidden'), true)],
			anyOrder: form.has('anyOrder'),
			seconds: text('seconds') || 2,
		});
		redirect(303, `${event.url.pathname}?saved`);
	}),
} satisfies Actions;
