import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { goalOf } from '#lib/server/path-goal.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { AppError } from '#server/kernel/errors.ts';
import { answerLevelTest, beginLevelTest, readLevelTest } from '#server/modules/credentials/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const queryOf = (goal: { course?: unknown; tag?: unknown; level?: unknown; language?: unknown }) => ({
	goal: goal.course ? `course-${goal.course}` : `tag-${goal.tag}`,
	level: String(goal.level ?? 'beginner'),
	language: String(goal.language ?? 'en'),
});

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	requireMember(locals.actor);
	const asked = goalOf(url.searchParams, locals.locale);
	const test = await readLevelTest(locals.ctx.db, locals.actor);
	// A goal in the address begins anew; without one the page goes on with the test that is open, or shows the last.
	const begins = asked !== null && (test === null || test.ended);
	const known = test?.courses.filter((course) => course.known).map(({ id }) => String(id)) ?? [];
	const plan = test && new URLSearchParams(queryOf(test.goal));
	for (const id of known) plan?.append('known', id);
	return {
		asked: asked && queryOf(asked),
		begins,
		test: begins ? null : test,
		plan: plan ? `/paths/new?${plan}` : '/paths/new',
		again: test ? queryOf(test.goal) : null,
	};
});

export const actions = {
	begin: action(async (event: RequestEvent, form) => {
		const { ctx, actor, locale } = event.locals;
		requireMember(actor);
		const goal = goalOf(form, locale);
		if (!goal) redirect(303, '/paths/new');
		await beginLevelTest(ctx.db, actor, goal);
		redirect(303, '/paths/test');
	}),
	answer: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const position = Number(form.get('position') ?? -1);
		const values = form.has('skip') ? [] : form.getAll(`q${position}`).slice(0, 50).map(String);
		try {
			await answerLevelTest(ctx.db, actor, { position, values });
		} catch (error) {
			// A second tap: the page shows where the test is.
			if (!(error instanceof AppError) || error.code !== 'credentials.level_no_question') throw error;
		}
		redirect(303, '/paths/test');
	}),
} satisfies Actions;
