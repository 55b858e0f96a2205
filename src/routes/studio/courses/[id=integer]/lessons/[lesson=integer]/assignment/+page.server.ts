import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { lessonKey } from '#lib/server/learn-page.ts';
import { instantOf } from '#lib/server/lesson-form.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import {
	editedAssignment,
	type Late,
	readRubric,
	setAssignment,
	writeRubric,
} from '#server/modules/assignments/index.ts';
import { editedLesson } from '#server/modules/courses/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const key = lessonKey(event);
	const [{ course, lesson }, assignment] = await Promise.all([
		editedLesson(ctx.db, actor, key),
		editedAssignment(ctx.db, actor, key),
	]);
	return {
		...studioFrame(course),
		lesson: { id: lesson.id, title: lesson.title },
		assignment,
		rubric: assignment ? writeRubric(assignment.rubric) : '',
		samples: [0, 1, 2].map((at) => {
			const sample = assignment?.samples[at];
			return {
				title: sample?.title ?? '',
				source: sample?.source ?? '',
				comment: sample?.comment ?? '',
				marks: sample
					? sample.chosen.map((place, n) => assignment?.rubric[n]?.levels[place]?.points ?? 0).join(', ')
					: '',
			};
		}),
		saved: event.url.searchParams.has('saved'),
	};
});

/** Points of each criterion, as the form asks for them, to places of levels; -1 where no level gives so many. */
function placesOf(text: string, rubric: ReturnType<typeof readRubric>): number[] {
	const points = text.split(/[,，\s]+/).filter(Boolean);
	return rubric.map(({ levels }, at) =>
		levels.findIndex((level) => level.points === Number(points[at] ?? Number.NaN)),
	);
}

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const text = (name: string) => String(form.get(name) ?? '').trim();
		const rubric = readRubric(String(form.get('rubric') ?? ''));
		const samples = [0, 1, 2].flatMap((at) => {
			const [title, source] = [text(`sampleTitle${at}`), text(`sampleSource${at}`)];
			return title || source
				? [
						{
							title,
							source,
							comment: text(`sampleComment${at}`),
							chosen: placesOf(text(`sampleMarks${at}`), rubric),
						},
					]
				: [];
		});
		await setAssignment(
			event.locals.ctx.db,
			event.locals.actor,
			lessonKey(event as unknown as Parameters<typeof lessonKey>[0]),
			{
				rubric,
				takesText: form.has('takesText'),
				takesLink: form.has('takesLink'),
				mostFiles: text('mostFiles') || 0,
				dueAt: text('dueWhen') === 'at' ? instantOf(text('dueAt')) || null : null,
				dueDays: text('dueWhen') === 'days' ? text('dueDays') : null,
				late: text('late') as Late,
				latePercent: text('latePercent') || 10,
				lateDays: text('lateDays'),
				passMark: Number(text('pass') || 60) / 100,
				rounds: text('rounds'),
				reviews: text('reviews') || 0,
				reviewDays: text('reviewDays') || 7,
				samples,
			},
		);
		redirect(303, `${event.url.pathname}?saved`);
	}),
} satisfies Actions;
