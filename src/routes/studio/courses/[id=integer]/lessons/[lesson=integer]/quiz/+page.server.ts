import { type RequestEvent, redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { lessonKey } from '#lib/server/learn-page.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	addQuestions,
	analyseQuiz,
	editedQuiz,
	listQuestions,
	removeQuestion,
	reviseQuestion,
	setQuiz,
} from '#server/modules/assessments/index.ts';
import { editedLesson } from '#server/modules/courses/index.ts';
import { inTransaction } from '#server/platform/db/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const key = lessonKey(event);
	const { course, lesson } = await editedLesson(ctx.db, actor, key);
	const [quiz, bank, statistics] = await Promise.all([
		editedQuiz(ctx.db, actor, key),
		listQuestions(ctx.db, actor, key.courseId),
		analyseQuiz(ctx.db, actor, key),
	]);
	return {
		...studioFrame(course),
		lesson: { id: lesson.id, title: lesson.title },
		quiz,
		bank,
		statistics,
		edit: bank.find(({ id }) => id === parseId(event.url.searchParams.get('edit'))) ?? null,
		saved: event.url.searchParams.has('saved'),
	};
});

const keyOf = (event: RequestEvent) => lessonKey(event as unknown as Parameters<typeof lessonKey>[0]);
const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

export const actions = {
	save: ofForm(
		'settings',
		action(async (event: RequestEvent, form) => {
			await setQuiz(event.locals.ctx.db, event.locals.actor, keyOf(event), {
				questionIds: text(form, 'pick') === 'these' ? form.getAll('question').map(Number) : [],
				topic: text(form, 'pick') === 'topic' ? text(form, 'topic') : '',
				draw: text(form, 'draw'),
				minutes: text(form, 'minutes'),
				passMark: Number(text(form, 'pass') || 60) / 100,
				attempts: text(form, 'attempts'),
				shuffle: form.has('shuffle'),
			});
			redirect(303, `${event.url.pathname}?saved`);
		}),
	),
	/** Adds questions to the bank, and to this quiz where it names its questions one by one. */
	add: ofForm(
		'add',
		action(async (event: RequestEvent, form) => {
			const key = keyOf(event);
			const { ctx, actor } = event.locals;
			await inTransaction(ctx.db, async (tx) => {
				const ids = await addQuestions(tx, actor, key.courseId, {
					source: text(form, 'source'),
					topic: text(form, 'topic'),
				});
				const quiz = await editedQuiz(tx, actor, key);
				if (!quiz || quiz.questionIds.length > 0)
					await setQuiz(tx, actor, key, {
						...(quiz ?? {}),
						questionIds: [...(quiz?.questionIds ?? []), ...ids],
					});
			});
			redirect(303, `${event.url.pathname}?saved#bank`);
		}),
	),
	revise: ofForm(
		'revise',
		action(async (event: RequestEvent, form) => {
			const id = parseId(event.url.searchParams.get('edit')) ?? parseId(text(form, 'id')) ?? 0;
			await reviseQuestion(event.locals.ctx.db, event.locals.actor, keyOf(event).courseId, id, {
				source: text(form, 'source'),
				topic: text(form, 'topic'),
			});
			redirect(303, `${event.url.pathname}?saved#q${id}`);
		}),
	),
	remove: ofForm(
		'remove',
		action(async (event: RequestEvent, form) => {
			const id = parseId(text(form, 'id')) ?? 0;
			await removeQuestion(event.locals.ctx.db, event.locals.actor, keyOf(event).courseId, id);
			redirect(303, `${event.url.pathname}?saved#bank`);
		}),
	),
} satisfies Actions;
