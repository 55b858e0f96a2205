import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listLearning, readStreak, setGoal } from '#server/modules/courses/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { userId } = requireMember(locals.actor);
	const [learning, streak] = await Promise.all([
		listLearning(locals.ctx.db, userId),
		readStreak(locals.ctx.db, userId),
	]);
	const courses = learning.map((one) => ({
		...one,
		href: hrefOf({ kind: 'course', id: one.id, slug: one.slug }),
	}));
	return {
		running: courses.filter(({ completedAt }) => completedAt === null),
		finished: courses.filter(({ completedAt }) => completedAt !== null),
		streak,
		saved: url.searchParams.has('saved'),
	};
});

export const actions = {
	goal: action(async (event: RequestEvent, form) => {
		await setGoal(event.locals.ctx.db, event.locals.actor, {
			minutes: Number(form.get('minutes')),
			remind: form.has('remind'),
			remindHour: Number(form.get('remindHour') ?? 19),
		});
		redirect(303, '/learning?saved#goal');
	}),
} satisfies Actions;
