import type { RequestEvent } from '@sveltejs/kit';
import { answer, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { placing, tillOf, toPayment } from '#lib/server/till.ts';
import { checkout } from '#server/flows/checkout.ts';
import { leaveCohort } from '#server/flows/cohort-deposit.ts';
import { now } from '#server/kernel/clock.ts';
import { offerAsOrdered } from '#server/modules/catalog/index.ts';
import { cohortError, joinCohort, listPlan, mustSeeCohort } from '#server/modules/cohorts/index.ts';
import { readLearnerCourse } from '#server/modules/courses/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { cohort, course, mentor, makes, membership } = await mustSeeCohort(ctx.db, actor, event.params.id);
	const status = membership?.status ?? null;
	const inside = (status !== null && status !== 'left') || mentor;
	const at = now();
	const open = cohort.status === 'open' && cohort.joinUntilAt > at;
	const holds = cohort.opensCourse || course.access === 'full';
	const may =
		open &&
		!inside &&
		course.version !== null &&
		holds &&
		actor.userId !== null &&
		cohort.taken < cohort.seats;
	const [plan, learner, till] = await Promise.all([
		listPlan(ctx.db, cohort.id, inside),
		readLearnerCourse(ctx.db, actor, cohort.courseId),
		may && cohort.offerId !== null ? tillOf(event, await offerAsOrdered(ctx.db, cohort.offerId)) : null,
	]);
	return {
		cohort,
		courseHref: hrefOf({ kind: 'course', id: course.id, slug: course.slug }),
		plan,
		done: [...(learner?.progress.values() ?? [])]
			.filter(({ completed }) => completed)
			.map(({ lessonId }) => lessonId),
		titles: new Map(learner?.outline.lessons.map(({ id, title }) => [id, title])),
		membership,
		inside,
		mentor,
		makes,
		open,
		holds,
		may,
		till,
		mayLeave:
			status === 'active' &&
			cohort.status === 'open' &&
			cohort.endsAt > at &&
			(cohort.offerId === null || cohort.startsAt > at),
	};
});

export const actions = {
	join: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const id = event.params.id as unknown as number;
		const { cohort } = await mustSeeCohort(ctx.db, actor, id);
		if (cohort.price + cohort.deposit === 0) {
			await joinCohort(ctx.db, actor, id);
			return answer(event, {});
		}
		if (cohort.offerId === null) throw cohortError('not_open');
		const placed = await checkout(ctx.db, actor, { offerId: cohort.offerId, ...placing(event, form) });
		return toPayment(event, placed, form);
	}),
	leave: told(
		action(async (event: RequestEvent) => {
			await leaveCohort(event.locals.ctx.db, event.locals.actor, event.params.id as unknown as number);
			return answer(event, {});
		}),
	),
} satisfies Actions;
