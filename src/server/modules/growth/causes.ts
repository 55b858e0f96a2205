import type { EventType, StoredEvent } from '../../contracts/events.ts';
import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import type { Cause } from './rules.ts';

/** One thing that may be worth something to somebody. */
export interface Happening {
	cause: Cause;
	of: string | null;
	/** Who gains or loses. */
	userId: UserId;
	/** Whose act it was, where it was another's. */
	giverId: UserId | null;
	itemId: ItemId | null;
	replyId: ReplyId | null;
	/** The cause is gone: what it brought is taken back. */
	undone: boolean;
	/** Booked once for the person, however often it is told; null where it may happen again. */
	once: string | null;
}

/** What is known of the text that a fact is about. */
export interface SubjectFacts {
	kind: string;
	authorId: UserId | null;
	/** Kept by an import, which brought the standing of its people with it. */
	imported: boolean;
}

/** The facts that standing is made of. */
export const standingFacts = [
	'items.voted',
	'items.published',
	'items.replied',
	'questions.accepted',
	'questions.unaccepted',
	'growth.visited',
	'growth.level-changed',
	'courses.lesson-completed',
	'courses.completed',
	'credentials.path-completed',
	'mentoring.solved',
	'rewards.earned',
] as const satisfies readonly EventType[];
export type StandingFact = (typeof standingFacts)[number];
export type StandingEvent = { [K in StandingFact]: StoredEvent<K> }[StandingFact];

/** Which item and reply a fact is about, for looking up what {@link happeningsOf} asks. */
export function subjectOf(event: { type: string; payload: unknown }): {
	itemId: ItemId | null;
	replyId: ReplyId | null;
} {
	const { itemId, courseId, replyId } = event.payload as {
		itemId?: ItemId;
		courseId?: ItemId;
		replyId?: ReplyId | null;
	};
	return { itemId: itemId ?? courseId ?? null, replyId: replyId ?? null };
}

/**
 * What a fact may be worth, and to whom: without amounts, which the rules say. Nothing for what people do to themselves.
 *
 * @param subject the reply that the fact is about, or the item when it is about no reply; null when it is gone
 */
export function happeningsOf(event: StandingEvent, subject: SubjectFacts | null): Happening[] {
	const { itemId, replyId } = subjectOf(event);
	const of = subject?.kind ?? null;
	const by = event.actorId;
	const one = (
		cause: Cause,
		userId: UserId | null,
		more: Partial<Omit<Happening, 'cause' | 'userId'>> = {},
	): Happening[] =>
		userId === null
			? []
			: [{ cause, userId, of, giverId: null, itemId, replyId, undone: false, once: null, ...more }];

	switch (event.type) {
		case 'items.voted': {
			const { authorId, from, to } = event.payload;
			if (!subject || (by !== null && by === authorId)) return [];
			const votes = (value: -1 | 0 | 1, undone: boolean) =>
				value === 0
					? []
					: [
							...one(value === 1 ? 'up' : 'down', authorId, { giverId: by, undone }),
							...one(value === 1 ? 'cast-up' : 'cast-down', by, { undone }),
						];
			return [...votes(from, true), ...votes(to, false)];
		}
		case 'questions.accepted':
		case 'questions.unaccepted': {
			const { answerAuthorId, askerId } = event.payload;
			// Accepting one's own answer earns nothing.
			if (answerAuthorId === askerId) return [];
			const more = { of: null, undone: event.type === 'questions.unaccepted' };
			return [
				...one('accepted', answerAuthorId, { ...more, giverId: askerId }),
				...one('accepting', askerId, more),
			];
		}
		case 'items.published':
			return one('published', event.payload.authorId, {
				of: event.payload.kind,
				once: `published:${itemId}`,
			});
		case 'items.replied':
			return one('replied', subject?.authorId ?? null, {
				of: event.payload.kind,
				once: `replied:${replyId}`,
			});
		case 'growth.visited':
			return one('visited', event.payload.visitorId, { once: `visited:${event.payload.day}` });
		case 'growth.level-changed': {
			const { userId, from, to } = event.payload;
			// A level that is reached again after it was lost is worth nothing twice.
			return to > from ? one('level-reached', userId, { of: String(to), once: `level-reached:${to}` }) : [];
		}
		case 'courses.lesson-completed': {
			const { learnerId, courseId, lessonId } = event.payload;
			// Who made a course learns nothing by going through it.
			if (subject?.authorId === learnerId) return [];
			return one('lesson-completed', learnerId, {
				of: null,
				itemId: courseId,
				once: `lesson-completed:${courseId}:${lessonId}`,
			});
		}
		case 'courses.completed': {
			const { learnerId, courseId } = event.payload;
			if (subject?.authorId === learnerId) return [];
			return one('course-completed', learnerId, {
				of: null,
				itemId: courseId,
				once: `course-completed:${courseId}`,
			});
		}
		case 'credentials.path-completed':
			return one('path-completed', event.payload.learnerId, {
				once: `path-completed:${event.payload.pathId}`,
			});
		case 'mentoring.solved': {
			const { mentorId, learnerId, questionId } = event.payload;
			return mentorId === learnerId
				? []
				: one('mentored', mentorId, {
						of: null,
						itemId: null,
						giverId: learnerId,
						once: `mentored:${questionId}`,
					});
		}
		case 'rewards.earned': {
			const { userId, what } = event.payload;
			return one('reward', userId, { of: what });
		}
	}
}
