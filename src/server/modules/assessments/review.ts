import { type Card, createEmptyCard, fsrs, type Grade, type State } from 'ts-fsrs';
import type { Actor } from '../../contracts/actor.ts';
import { requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { openableLessons } from '../courses/index.ts';
import { assessmentError } from './errors.ts';
import { rightAnswer } from './marked.ts';
import type { Body } from './question.ts';
import { layout, type Shown, showQuestion } from './shown.ts';

// Free Spaced Repetition Scheduler with its published default weights; nine of ten are to be remembered when they come
// back. Without fuzz, so that what a button promises is what it does.
const scheduler = fsrs({ request_retention: 0.9, maximum_interval: 3650, enable_fuzz: false });

/** 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4;

interface Row {
	id: number;
	questionId: number | null;
	noteId: number | null;
	lessonId: LessonId;
	courseId: ItemId;
	lessonTitle: string;
	dueAt: Date;
	stability: number;
	difficulty: number;
	state: State;
	steps: number;
	reps: number;
	lapses: number;
	scheduledDays: number;
	reviewedAt: Date | null;
	body: Body | null;
	quote: string | null;
	note: string | null;
}

/** A card in front of its learner. */
export interface ReviewCard {
	id: number;
	courseId: ItemId;
	lessonId: LessonId;
	lessonTitle: string;
	/** A question they had wrong … */
	question: Shown | null;
	/** … or words they marked, and what they wrote of them. The note is what is asked for when there is one. */
	quote: string | null;
	note: string | null;
	/** What is right; null until it is asked for. */
	answer: { right: boolean[]; texts: string[]; explanation: string } | null;
	/** When it would come back after each rating; null until the answer is shown. */
	next: Record<Rating, Date> | null;
}

export interface ReviewDesk {
	card: ReviewCard | null;
	/** Cards that are due now, the one in front included. */
	due: number;
	/** When the next one is due, while none is. */
	nextAt: Date | null;
	total: number;
}

const rowsOf = (
	userId: number,
	which: ReturnType<typeof sql>,
) => sql<Row>`select c.id, c.question_id as "questionId", c.note_id as "noteId",
		c.lesson_id as "lessonId", l.course_id as "courseId", lr.title as "lessonTitle", c.due_at as "dueAt", c.stability, c.difficulty,
		c.state, c.steps, c.reps, c.lapses, c.scheduled_days as "scheduledDays", c.reviewed_at as "reviewedAt", r.body, n.quote, n.source as note
	from review_cards c join lessons l on l.id = c.lesson_id
		join lesson_revisions lr on lr.lesson_id = l.id and lr.number = l.revision
		left join bank_questions q on q.id = c.question_id
		left join bank_question_revisions r on r.question_id = q.id and r.number = q.revision
		left join lesson_notes n on n.id = c.note_id
	where c.user_id = ${userId} and c.ended_at is null and ${which}`;

/**
 * The card to look at now. Words that were marked since the last time become cards. What belongs to a lesson that is
 * closed to its learner by now is passed over.
 *
 * @param shown id of the card whose answer was asked for
 * @throws common.sign_in_required
 */
export async function reviewDesk(db: Db, actor: Actor, shown?: number): Promise<ReviewDesk> {
	const { userId } = requireMember(actor);
	const at = now();
	await sql`insert into review_cards (user_id, note_id, lesson_id, due_at, created_at)
		select n.user_id, n.id, n.lesson_id, n.created_at, ${at} from lesson_notes n
		where n.user_id = ${userId} and n.quote <> '' and not exists (select from review_cards c where c.note_id = n.id and c.user_id = n.user_id)
		on conflict do nothing`.execute(db);
	const { rows: counts } = await sql<{ due: number; nextAt: Date | null; total: number }>`
		select count(*) filter (where due_at <= ${at})::int as due, min(due_at) filter (where due_at > ${at}) as "nextAt", count(*)::int as total
		from review_cards where user_id = ${userId} and ended_at is null`.execute(db);
	const { rows } = await rowsOf(
		userId,
		sql`c.due_at <= ${at} order by ${shown ? sql`(c.id = ${shown}) desc,` : sql``} c.due_at, c.id limit 30`,
	).execute(db);
	const open = await openableLessons(
		db,
		actor,
		rows.map(({ lessonId }) => lessonId),
	);
	const row = rows.find(({ lessonId }) => open.has(lessonId));
	const { due = 0, nextAt = null, total = 0 } = counts[0] ?? {};
	return { card: row ? present(row, at, row.id === shown) : null, due: row ? due : 0, nextAt, total };
}

function present(row: Row, at: Date, shown: boolean): ReviewCard {
	const { body } = row;
	// Another order each time, so that places are not what is remembered.
	const order = body ? layout(body, row.id * 31 + row.reps, 0, true) : [];
	return {
		id: row.id,
		courseId: row.courseId,
		lessonId: row.lessonId,
		lessonTitle: row.lessonTitle,
		question: body ? showQuestion(body, 0, order, null) : null,
		quote: body === null && (shown || !row.note) ? row.quote : null,
		note: body === null ? row.note || null : null,
		answer: shown
			? {
					right:
						body && (body.kind === 'single' || body.kind === 'multiple')
							? order.map((n) => body.choices[n]!.right)
							: [],
					texts: body ? rightAnswer(body) : [],
					explanation: body?.explanation ?? '',
				}
			: null,
		next: shown
			? (Object.fromEntries(
					([1, 2, 3, 4] as const).map((rating) => [
						rating,
						scheduler.next(cardOf(row), at, rating as Grade).card.due,
					]),
				) as Record<Rating, Date>)
			: null,
	};
}

function cardOf(row: Row): Card {
	return {
		...createEmptyCard(row.dueAt),
		stability: row.stability,
		difficulty: row.difficulty,
		state: row.state,
		learning_steps: row.steps,
		reps: row.reps,
		lapses: row.lapses,
		scheduled_days: row.scheduledDays,
		...(row.reviewedAt ? { last_review: row.reviewedAt } : {}),
	};
}

/**
 * Says how well a card was remembered, and plans when it comes back.
 *
 * @returns when
 * @throws assessments.card_not_found, assessments.rating_shape; refusals of `requireActing`
 */
export async function rateCard(
	db: Db,
	actor: Actor,
	input: { cardId: number; rating: number },
): Promise<Date> {
	const { userId } = requireActing(actor);
	if (![1, 2, 3, 4].includes(input.rating)) throw assessmentError('rating_shape');
	return inTransaction(db, async (tx) => {
		const at = now();
		// A card that is not due was rated already, by a second tap or another device.
		const { rows } = await rowsOf(
			userId,
			sql`c.id = ${input.cardId} and c.due_at <= ${at} for update of c`,
		).execute(tx);
		const [row] = rows;
		if (!row) throw assessmentError('card_not_found');
		const { card } = scheduler.next(cardOf(row), at, input.rating as Grade);
		await tx
			.updateTable('review_cards')
			.set({
				due_at: card.due,
				stability: card.stability,
				difficulty: card.difficulty,
				state: card.state,
				steps: card.learning_steps,
				reps: card.reps,
				lapses: card.lapses,
				scheduled_days: card.scheduled_days,
				reviewed_at: at,
			})
			.where('id', '=', row.id)
			.execute();
		await tx
			.insertInto('review_log')
			.values({
				card_id: row.id,
				rating: input.rating,
				at,
				elapsed_days: row.reviewedAt ? (at.getTime() - row.reviewedAt.getTime()) / 86_400_000 : 0,
				stability: card.stability,
				difficulty: card.difficulty,
			})
			.execute();
		return card.due;
	});
}

/** Sets a card aside for good. @throws assessments.card_not_found; refusals of `requireActing` */
export async function endCard(db: Db, actor: Actor, cardId: number): Promise<void> {
	const { userId } = requireActing(actor);
	const { numUpdatedRows } = await db
		.updateTable('review_cards')
		.set({ ended_at: now() })
		.where('id', '=', cardId)
		.where('user_id', '=', userId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	if (Number(numUpdatedRows) === 0) throw assessmentError('card_not_found');
}

/** How many cards are due for somebody now. One statement. */
export async function countDue(db: Db, userId: number): Promise<number> {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from review_cards
		where user_id = ${userId} and ended_at is null and due_at <= ${now()}`.execute(db);
	return rows[0]?.n ?? 0;
}
