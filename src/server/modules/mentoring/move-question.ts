import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { has } from '../courses/index.ts';
import { mentoringError } from './errors.ts';
import { lockQuestion, mustSee, type SeenQuestion } from './gate.ts';
import type { QuestionRow } from './question.ts';
import { noteMove, routeQuestion } from './route-question.ts';

const note = z.string().trim().max(500, 'mentoring.text_long').default('');
const passing = z.object({ note });
const assigning = z.object({
	handle: z
		.string()
		.trim()
		.transform((value) => value.replace(/^@/, '').toLowerCase())
		.pipe(z.string().min(1, 'mentoring.person_unknown').max(40, 'mentoring.person_unknown')),
	note,
});

async function asMentor<T>(
	db: Db,
	actor: Actor,
	questionId: number,
	work: (tx: Tx, question: QuestionRow, userId: UserId, seen: SeenQuestion) => Promise<T>,
): Promise<T> {
	const { userId } = requireActing(actor);
	const seen = await mustSee(db, actor, questionId);
	if (!seen.mentor) throw mentoringError('not_a_mentor');
	return inTransaction(db, async (tx) => {
		const question = await lockQuestion(tx, seen);
		if (question.status !== 'waiting') throw mentoringError('wrong_status');
		return work(tx, question, userId, seen);
	});
}

async function give(
	tx: Tx,
	question: QuestionRow,
	to: UserId,
	move: { by: UserId; how: 'taken' | 'passed' | 'assigned'; note: string },
): Promise<void> {
	const at = now();
	await tx
		.updateTable('lesson_questions')
		.set({ mentor_id: to, assigned_at: at, taken_at: move.how === 'taken' ? at : null })
		.where('id', '=', question.id)
		.execute();
	await noteMove(tx, {
		questionId: question.id,
		mentorId: to,
		movedBy: move.by,
		how: move.how,
		note: move.note,
	});
	await emit(tx, move.by, 'mentoring.moved', {
		questionId: question.id,
		courseId: question.course_id,
		mentorId: to,
		from: question.mentor_id,
		how: move.how,
		title: question.title,
	});
}

/**
 * A mentor says that the answer is theirs and under way; so nobody else begins one.
 *
 * @throws mentoring.question_not_found, mentoring.not_a_mentor, mentoring.wrong_status; refusals of acting
 */
export function takeQuestion(db: Db, actor: Actor, questionId: number): Promise<void> {
	return asMentor(db, actor, questionId, (tx, question, userId) =>
		give(tx, question, userId, { by: userId, how: 'taken', note: '' }),
	);
}

/**
 * Gives a waiting question to whoever is next by the rule of routing.
 *
 * @throws as {@link takeQuestion}; mentoring.nobody_else when no other may answer
 */
export async function passQuestion(
	db: Db,
	actor: Actor,
	questionId: number,
	input: { note?: string } = {},
): Promise<{ mentorId: UserId }> {
	const given = validate(passing, input);
	return asMentor(db, actor, questionId, async (tx, question, userId) => {
		const mentorId = await routeQuestion(tx, question.course_id, {
			tagId: question.tag_id,
			but: [userId, question.asker_id, question.mentor_id],
		});
		if (mentorId === null) throw mentoringError('nobody_else');
		await give(tx, question, mentorId, { by: userId, how: 'passed', note: given.note });
		return { mentorId };
	});
}

/**
 * Gives a waiting question to somebody by name: its mentor may, and whoever publishes the course.
 *
 * @throws as {@link takeQuestion}; mentoring.person_unknown when they do not answer the questions of this course
 */
export async function assignQuestion(
	db: Db,
	actor: Actor,
	questionId: number,
	input: { handle: string; note?: string },
): Promise<void> {
	const given = validate(assigning, input);
	return asMentor(db, actor, questionId, async (tx, question, userId, { course }) => {
		if (question.mentor_id !== userId && !has(course.role, 'publish')) throw mentoringError('not_a_mentor');
		const person = await tx
			.selectFrom('users as u')
			.leftJoin('course_authors as a', (join) =>
				join.onRef('a.user_id', '=', 'u.id').on('a.course_id', '=', question.course_id),
			)
			.select(['u.id', 'a.role'])
			.where('u.handle', '=', given.handle)
			.executeTakeFirst();
		const answers =
			person && (person.id === course.authorId || (person.role !== null && person.role !== 'reviewer'));
		if (!person || !answers || person.id === question.asker_id)
			throw mentoringError('person_unknown', { fields: { handle: 'mentoring.person_unknown' } });
		await give(tx, question, person.id, { by: userId, how: 'assigned', note: given.note });
	});
}

const settings = z.object({
	/** Tags that the mentor says they know. */
	tags: z.array(z.string().trim().max(60)).max(50).default([]),
	awayUntil: z
		.union([z.iso.date('common.bad_value'), z.literal('')])
		.nullish()
		.transform((day) => day || null),
});

/** What a mentor says of themselves. @throws common.invalid_input, mentoring.tag_unknown; refusals of signing in */
export async function setMentorSettings(
	db: Db,
	actor: Actor,
	input: z.input<typeof settings>,
): Promise<void> {
	const { userId } = requireActing(actor);
	const given = validate(settings, input);
	const slugs = [...new Set(given.tags.map((slug) => slug.replace(/^#/, '').toLowerCase()).filter(Boolean))];
	await inTransaction(db, async (tx) => {
		const tags =
			slugs.length === 0
				? []
				: await tx.selectFrom('tags').select(['id', 'slug']).where('slug', 'in', slugs).execute();
		if (tags.length < slugs.length)
			throw mentoringError('tag_unknown', { fields: { tags: 'mentoring.tag_unknown' } });
		await tx.deleteFrom('mentor_tags').where('user_id', '=', userId).execute();
		if (tags.length > 0)
			await tx
				.insertInto('mentor_tags')
				.values(tags.map(({ id }) => ({ user_id: userId, tag_id: id })))
				.execute();
		await tx
			.insertInto('mentor_settings')
			.values({ user_id: userId, away_until: given.awayUntil })
			.onConflict((conflict) => conflict.column('user_id').doUpdateSet({ away_until: given.awayUntil }))
			.execute();
	});
}

/** What a mentor has said of themselves. One statement. */
export async function readMentorSettings(
	db: Db,
	userId: UserId,
): Promise<{ tags: string[]; awayUntil: string | null }> {
	const { rows } = await sql<{ tags: string[]; awayUntil: string | null }>`select
		(select s.away_until::text from mentor_settings s where s.user_id = ${userId}) as "awayUntil",
		array(select t.slug from mentor_tags m join tags t on t.id = m.tag_id where m.user_id = ${userId} order by t.slug) as tags`.execute(
		db,
	);
	return rows[0]!;
}
