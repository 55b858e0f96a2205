import { error, type RequestEvent } from '@sveltejs/kit';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { isStaff } from '#server/contracts/actor.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { findCourse, has, readLearnerCourse } from '#server/modules/courses/index.ts';
import {
	decideReview,
	listRatings,
	listReviews,
	mayReview,
	ownReview,
	REVIEW_SHARE,
	removeReview,
	replyToReview,
	reportReview,
	voteHelpful,
	writeReview,
} from '#server/modules/credentials/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const sorts = ['helpful', 'new', 'low'] as const;

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const id = params.id as ItemId;
	const course = await findCourse(ctx.db, actor, id);
	if (!course) error(404, { message: 'There is no such course.', code: 'courses.not_found' });
	const sort = sorts.find((one) => one === url.searchParams.get('sort')) ?? 'helpful';
	const [ratings, reviews, own, learner] = await Promise.all([
		listRatings(ctx.db, [id]),
		listReviews(ctx.db, actor, id, { sort, cursor: url.searchParams.get('cursor') }),
		actor.userId === null ? null : ownReview(ctx.db, actor.userId, id),
		actor.userId === null ? null : readLearnerCourse(ctx.db, actor, id),
	]);
	return {
		course: {
			id,
			title: course.title,
			language: course.language,
			href: hrefOf({ kind: 'course', ...course }),
		},
		rating: ratings.get(id) ?? null,
		reviews,
		sort,
		own,
		makes: course.role !== null && course.role !== 'caretaker',
		learns: course.startedAt !== null,
		may: learner !== null && learner.startedAt !== null && mayReview(learner),
		percent: Math.round(REVIEW_SHARE * 100),
		answers: has(course.role, 'publish'),
		staff: isStaff(actor),
		replyTo: parseId<number>(url.searchParams.get('reply')),
		report: parseId<number>(url.searchParams.get('report')),
	};
});

const courseOf = (event: RequestEvent) => event.params.id as unknown as ItemId;
const idOf = (form: FormData) => parseId<number>(form.get('review') as string | null) ?? 0;
const text = (form: FormData, name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');

export const actions = {
	write: ofForm(
		'write',
		action(async (event: RequestEvent, form) => {
			const id = await writeReview(event.locals.ctx.db, event.locals.actor, courseOf(event), {
				rating: form.get('rating') ?? 0,
				source: text(form, 'source'),
			});
			return answer(event, { id }, `#review-${id}`);
		}),
	),
	remove: told(
		action(async (event: RequestEvent, form) => {
			await removeReview(event.locals.ctx.db, event.locals.actor, idOf(form));
			return answer(event, {});
		}),
	),
	helpful: told(
		action(async (event: RequestEvent, form) => {
			const id = idOf(form);
			await voteHelpful(event.locals.ctx.db, event.locals.actor, { id, on: form.get('on') === '1' });
			return answer(event, {}, `#review-${id}`);
		}),
	),
	reply: ofForm(
		'reply',
		action(async (event: RequestEvent, form) => {
			const id = idOf(form);
			await replyToReview(event.locals.ctx.db, event.locals.actor, { id, source: text(form, 'source') });
			return answer(event, {}, `#review-${id}`);
		}),
	),
	report: ofForm(
		'report',
		action(async (event: RequestEvent, form) => {
			const id = idOf(form);
			await reportReview(event.locals.ctx.db, event.locals.actor, { id, reason: text(form, 'reason') });
			return { reported: id };
		}),
	),
	decide: told(
		action(async (event: RequestEvent, form) => {
			const id = idOf(form);
			await decideReview(event.locals.ctx.db, event.locals.actor, {
				id,
				hide: form.get('hide') === '1',
				reason: text(form, 'reason'),
			});
			return answer(event, {}, `#review-${id}`);
		}),
	),
} satisfies Actions;
