import type { RequestEvent } from '@sveltejs/kit';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { now } from '#server/kernel/clock.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	checkIn,
	cheer,
	chooseGroup,
	groupSize,
	listCheckIns,
	listGroups,
	listPlan,
	makeUp,
	mustBeInside,
	readClassProgress,
	readOwnDays,
} from '#server/modules/cohorts/index.ts';
import { readLearnerCourse } from '#server/modules/courses/index.ts';
import { takePicture } from '#server/modules/media/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { cohort, membership, mentor } = await mustBeInside(ctx.db, actor, event.params.id);
	const asked = event.url.searchParams;
	const groupId = asked.has('group') ? (membership?.groupId ?? null) : null;
	const member = membership !== null && membership.status !== 'left';
	const [own, feed, progress, plan, groups, learner] = await Promise.all([
		member && actor.userId !== null ? readOwnDays(ctx.db, cohort, actor.userId, membership.cardsUsed) : null,
		listCheckIns(ctx.db, actor, cohort.id, { groupId, cursor: asked.get('cursor'), limit: 10 }),
		readClassProgress(ctx.db, cohort, actor.userId),
		listPlan(ctx.db, cohort.id, true),
		cohort.groupsBy === 'none' ? [] : listGroups(ctx.db, cohort.id),
		readLearnerCourse(ctx.db, actor, cohort.courseId),
	]);
	const at = now();
	return {
		cohort,
		membership,
		mentor,
		own,
		feed,
		grouped: groupId !== null,
		progress,
		plan,
		groups,
		size: groupSize(cohort.seats, groups.length),
		running: cohort.status === 'open' && cohort.startsAt <= at && cohort.endsAt > at,
		begun: cohort.startsAt <= at,
		done: [...(learner?.progress.values() ?? [])]
			.filter(({ completed }) => completed)
			.map(({ lessonId }) => lessonId),
	};
});

/** What the form of a check-in says; a picture that came along is taken first. */
async function given(event: RequestEvent, form: FormData) {
	const { ctx, actor } = event.locals;
	const file = form.get('picture');
	const picture =
		file instanceof File && file.size > 0
			? await takePicture(
					ctx.db,
					actor,
					{ bytes: Buffer.from(await file.arrayBuffer()), name: file.name },
					ctx.media,
				)
			: null;
	return { text: String(form.get('text') ?? ''), mediaId: picture?.mediaId ?? null };
}

const idOf = (event: RequestEvent) => event.params.id as unknown as number;

export const actions = {
	checkIn: ofForm(
		'checkIn',
		action(async (event: RequestEvent, form) => {
			// Whoever may not check in now uploads nothing.
			await mustBeInside(event.locals.ctx.db, event.locals.actor, idOf(event));
			await checkIn(event.locals.ctx.db, event.locals.actor, idOf(event), await given(event, form));
			return answer(event, {}, '#feed');
		}),
	),
	makeUp: ofForm(
		'makeUp',
		action(async (event: RequestEvent, form) => {
			await makeUp(event.locals.ctx.db, event.locals.actor, idOf(event), {
				day: String(form.get('day') ?? ''),
				text: String(form.get('text') ?? ''),
			});
			return answer(event, {});
		}),
	),
	cheer: told(
		action(async (event: RequestEvent, form) => {
			const id = parseId<number>(form.get('checkIn') as string | null) ?? 0;
			await cheer(event.locals.ctx.db, event.locals.actor, id, form.get('on') === '1');
			return answer(event, {}, `#k${id}`);
		}),
	),
	group: told(
		action(async (event: RequestEvent, form) => {
			await chooseGroup(
				event.locals.ctx.db,
				event.locals.actor,
				idOf(event),
				parseId<number>(form.get('group') as string | null),
			);
			return answer(event, {}, '#groups');
		}),
	),
} satisfies Actions;
