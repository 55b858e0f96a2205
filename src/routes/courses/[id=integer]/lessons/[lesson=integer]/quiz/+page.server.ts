import { type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, wantsData } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { lessonAlone, lessonKey } from '#lib/server/learn-page.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { AppError } from '#server/kernel/errors.ts';
import { beginAttempt, keepAnswers, submitAttempt } from '#server/modules/assessments/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	requireMember(event.locals.actor);
	return lessonAlone(event, 'quiz');
});

const keyOf = (event: RequestEvent) => lessonKey(event as unknown as Parameters<typeof lessonKey>[0]);
const back = ({ courseId, lessonId }: ReturnType<typeof lessonKey>, anchor: string) =>
	`/courses/${courseId}/lessons/${lessonId}${anchor}`;

/** What the fields say, by question. A question without a ticked box is in the form too: `asked` names it. */
function valuesOf(form: FormData): Map<number, string[]> {
	const values = new Map<number, string[]>();
	for (const position of form.getAll('asked').slice(0, 100))
		if (/^\d{1,3}$/.test(String(position)))
			values.set(Number(position), form.getAll(`q${position}`).slice(0, 50).map(String));
	return values;
}

export const actions = {
	begin: action(async (event: RequestEvent) => {
		const key = keyOf(event);
		await beginAttempt(event.locals.ctx.db, event.locals.actor, key);
		redirect(303, back(key, '#quiz'));
	}),
	/** Keeps what was answered so far; the page's script does it by itself. */
	keep: action(async (event: RequestEvent, form) => {
		const key = keyOf(event);
		await keepAnswers(event.locals.ctx.db, event.locals.actor, key, valuesOf(form));
		if (wantsData(event)) return answer(event, { kept: true });
		redirect(303, back(key, '#quiz'));
	}),
	submit: action(async (event: RequestEvent, form) => {
		const key = keyOf(event);
		try {
			await submitAttempt(event.locals.ctx.db, event.locals.actor, key, valuesOf(form));
		} catch (error) {
			// Its time was over and it was handed in meanwhile, or a second tap: the result is there to see.
			if (!(error instanceof AppError) || error.code !== 'assessments.no_attempt') throw error;
		}
		redirect(303, back(key, '#result'));
	}),
} satisfies Actions;
