import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { goalOf } from '#lib/server/path-goal.ts';
import { AppError } from '#server/kernel/errors.ts';
import { courseTopics, listCourses } from '#server/modules/courses/index.ts';
import { keepPath, proposePath } from '#server/modules/credentials/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor, locale } = locals;
	const [courses, topics] = await Promise.all([
		listCourses(ctx.db, actor, { limit: 100 }),
		courseTopics(ctx.db),
	]);
	const goal = goalOf(url.searchParams, locale);
	let proposal: Awaited<ReturnType<typeof proposePath>> | null = null;
	let refused: { code: string; params: Record<string, string | number> } | null = null;
	try {
		if (goal) proposal = await proposePath(ctx.db, actor, goal);
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		refused = { code: error.fields.goal ?? error.code, params: error.params };
	}
	return {
		courses: courses.items.map(({ id, title }) => ({ id, title })),
		topics: topics.map(({ slug, name, names }) => ({ slug, name, names })),
		asked: goal && {
			goal: goal.course ? `course-${goal.course}` : `tag-${goal.tag}`,
			level: goal.level ?? 'beginner',
			language: goal.language,
		},
		language: locale,
		proposal,
		refused,
	};
});

export const actions = {
	keep: action(async (event: RequestEvent, form) => {
		const { ctx, actor, locale } = event.locals;
		const goal = goalOf(form, locale) ?? { language: locale as 'en' };
		const id = await keepPath(ctx.db, actor, { ...goal, title: String(form.get('title') ?? '') });
		redirect(303, `/paths/${id}`);
	}),
} satisfies Actions;
