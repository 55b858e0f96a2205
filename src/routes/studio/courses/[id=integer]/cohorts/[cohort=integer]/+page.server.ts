import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import { cohortOf } from '#lib/server/cohort-form.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import {
	cancelCohort,
	cohortSource,
	dropPlanned,
	editCohort,
	findCohort,
	listGroups,
	listPlan,
	planEntry,
	publishCohort,
	spreadLessons,
} from '#server/modules/cohorts/index.ts';
import { courseToMake } from '#server/modules/courses/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const course = await courseToMake(ctx.db, actor, event.params.id as ItemId, 'publish');
	const cohort = await findCohort(ctx.db, event.params.cohort);
	if (cohort?.courseId !== course.id)
		error(404, { message: 'There is no such cohort.', code: 'cohorts.not_found' });
	const [plan, groups, source] = await Promise.all([
		listPlan(ctx.db, cohort.id, true),
		listGroups(ctx.db, cohort.id),
		cohortSource(ctx.db, cohort.id),
	]);
	return {
		...studioFrame(course),
		cohort: { ...cohort, source, groups: groups.length },
		plan,
		saved: event.url.searchParams.has('saved'),
	};
});

const idOf = (event: RequestEvent) => Number(event.params.cohort);
const text = (form: FormData, name: string) => String(form.get(name) ?? '');

export const actions = {
	save: ofForm(
		'save',
		action(async (event: RequestEvent, form) => {
			await editCohort(event.locals.ctx.db, event.locals.actor, idOf(event), cohortOf(form));
			redirect(303, `${event.url.pathname}?saved=1`);
		}),
	),
	publish: told(
		action(async (event: RequestEvent) => {
			await publishCohort(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {});
		}),
	),
	cancel: told(
		action(async (event: RequestEvent) => {
			await cancelCohort(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {});
		}),
	),
	spread: told(
		action(async (event: RequestEvent, form) => {
			const weekdays = form.getAll('weekday').map(Number);
			await spreadLessons(event.locals.ctx.db, event.locals.actor, idOf(event), { weekdays });
			return answer(event, {}, '#plan');
		}),
	),
	plan: ofForm(
		'plan',
		action(async (event: RequestEvent, form) => {
			await planEntry(event.locals.ctx.db, event.locals.actor, idOf(event), {
				day: text(form, 'day'),
				time: text(form, 'time'),
				minutes: text(form, 'minutes') || 60,
				title: text(form, 'title'),
				place: text(form, 'place'),
			});
			return answer(event, {}, '#plan');
		}),
	),
	drop: told(
		action(async (event: RequestEvent, form) => {
			await dropPlanned(
				event.locals.ctx.db,
				event.locals.actor,
				idOf(event),
				parseId<number>(text(form, 'entry')) ?? 0,
			);
			return answer(event, {}, '#plan');
		}),
	),
} satisfies Actions;
