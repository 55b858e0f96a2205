import { randomInt } from 'node:crypto';
import type { Actor } from '../../contracts/actor.ts';
import { requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import {
	type LevelQuestion,
	levelQuestions,
	markLevelQuestion,
	type Shown,
	showLevelQuestion,
} from '../assessments/index.ts';
import { credentialError } from './errors.ts';
import { LEAST_QUESTIONS, MOST_IN_ALL, type Standing, standing, type Tested } from './level-rule.ts';
import type { PathGoal } from './path.ts';
import { type GoalInput, proposePath } from './propose-path.ts';

/** Tests that one may begin in a day: banks of questions are not there to be copied out. */
export const TESTS_A_DAY = 3;

/** A level test as its taker has it. */
export interface LevelTest {
	goal: PathGoal;
	/** The question to answer now; null when the test is over. */
	question: Shown | null;
	asked: number;
	/** At most so many are asked in all. */
	most: number;
	courses: {
		id: number;
		title: string;
		/** null: not decided yet, or there are too few questions to tell. */
		known: boolean | null;
	}[];
	ended: boolean;
}

interface Row {
	id: number;
	goal: PathGoal;
	courses: { id: number; needs: number[] }[];
	seed: number;
	endedAt: Date | null;
}

interface Answer extends LevelQuestion {
	position: number;
	courseId: number;
	points: number | null;
}

async function lastTest(db: Db, userId: UserId, lock = false): Promise<Row | null> {
	const { rows } = await sql<Row>`select id, goal, courses, seed, ended_at as "endedAt" from level_tests
		where user_id = ${userId} order by id desc limit 1 ${lock ? sql`for update` : sql``}`.execute(db);
	return rows[0] ?? null;
}

async function answersOf(db: Db, testId: number): Promise<Answer[]> {
	const { rows } =
		await sql<Answer>`select position, course_id as "courseId", question_id as "questionId", revision, points
		from level_answers where test_id = ${testId} order by position`.execute(db);
	return rows;
}

/** How the test stands by its answers, and what it has to ask with. */
async function standingOf(
	db: Db,
	test: Row,
	answers: readonly Answer[],
): Promise<Standing & { questions: Map<number, LevelQuestion[]> }> {
	const ids = test.courses.map(({ id }) => id);
	const questions = await levelQuestions(db, ids, test.seed);
	const tested: Tested[] = test.courses.map(({ id, needs }) => ({
		id,
		needs,
		questions: questions.get(id)?.length ?? 0,
		answers: answers.flatMap(({ courseId, points }) => (courseId === id && points !== null ? [points] : [])),
	}));
	return { ...standing(tested), questions };
}

/** Puts the next question, or ends the test. */
async function goOn(tx: Tx, test: Row): Promise<void> {
	const answers = await answersOf(tx, test.id);
	const { next, known, questions } = await standingOf(tx, test, answers);
	const asked = new Set(answers.map(({ questionId }) => questionId));
	const question =
		next === null ? undefined : questions.get(next)?.find(({ questionId }) => !asked.has(questionId));
	if (next === null || !question) {
		await tx
			.updateTable('level_tests')
			.set({ ended_at: now(), known: [...known] })
			.where('id', '=', test.id)
			.execute();
		return;
	}
	await tx
		.insertInto('level_answers')
		.values({
			test_id: test.id,
			position: answers.length,
			course_id: next,
			question_id: question.questionId,
			revision: question.revision,
		})
		.execute();
}

/**
 * Begins a short test of the courses on the way to a goal: which of them somebody knows already. One that is open ends.
 *
 * @throws what `proposePath` throws; credentials.level_no_questions when no course has enough, credentials.level_too_often; refusals of `requireActing`
 */
export async function beginLevelTest(db: Db, actor: Actor, input: GoalInput): Promise<void> {
	const { userId } = requireActing(actor);
	const { goal, courses } = await proposePath(db, actor, { ...input, known: [] });
	// Who can do what the goal teaches needs no way to it: of it nothing is asked.
	const asked = courses.filter(({ id }) => id !== goal.course);
	const seed = randomInt(2 ** 31 - 1);
	const questions = await levelQuestions(
		db,
		asked.map(({ id }) => id),
		seed,
	);
	if (![...questions.values()].some((list) => list.length >= LEAST_QUESTIONS))
		throw credentialError('level_no_questions');
	await inTransaction(db, async (tx) => {
		const at = now();
		await sql`select pg_advisory_xact_lock(hashtextextended(${`level ${userId}`}, 0))`.execute(tx);
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from level_tests
			where user_id = ${userId} and started_at > ${new Date(at.getTime() - 86_400_000)}`.execute(tx);
		if ((rows[0]?.n ?? 0) >= TESTS_A_DAY) throw credentialError('level_too_often');
		await tx
			.updateTable('level_tests')
			.set({ ended_at: at })
			.where('user_id', '=', userId)
			.where('ended_at', 'is', null)
			.execute();
		const made = asked.map(({ id, after }) => ({ id, needs: after }));
		const { id } = await tx
			.insertInto('level_tests')
			.values({
				user_id: userId,
				goal: JSON.stringify(goal),
				courses: JSON.stringify(made),
				seed,
				started_at: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await goOn(tx, { id, goal, courses: made, seed, endedAt: null });
	});
}

/**
 * The level test that somebody is in, or took last. What is right is never told: the questions are those of quizzes.
 *
 * @returns null when they have taken none
 * @throws common.sign_in_required
 */
export async function readLevelTest(db: Db, actor: Actor): Promise<LevelTest | null> {
	const { userId } = requireMember(actor);
	const test = await lastTest(db, userId);
	if (!test) return null;
	const [answers, titles] = await Promise.all([
		answersOf(db, test.id),
		db
			.selectFrom('items')
			.select(['id', 'title'])
			.where(
				'id',
				'in',
				test.courses.map(({ id }) => id),
			)
			.execute(),
	]);
	const { known, unknown } = await standingOf(db, test, answers);
	const open = test.endedAt === null ? answers.find(({ points }) => points === null) : undefined;
	const title = new Map(titles.map((one) => [one.id, one.title]));
	return {
		goal: test.goal,
		question: open ? await showLevelQuestion(db, open, test.seed, open.position) : null,
		asked: answers.filter(({ points }) => points !== null).length,
		most: MOST_IN_ALL,
		courses: test.courses.flatMap(({ id }) =>
			title.has(id)
				? [{ id, title: title.get(id)!, known: known.has(id) ? true : unknown.has(id) ? false : null }]
				: [],
		),
		ended: test.endedAt !== null,
	};
}

/**
 * Answers the question that is put; an empty answer says "I do not know".
 *
 * @param input.position of the question that was seen: a second tap answers nothing
 * @throws credentials.level_no_question; refusals of `requireActing`
 */
export async function answerLevelTest(
	db: Db,
	actor: Actor,
	input: { position: number; values: readonly string[] },
): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const test = await lastTest(tx, userId, true);
		if (!test || test.endedAt !== null) throw credentialError('level_no_question');
		const open = (await answersOf(tx, test.id)).find(({ points }) => points === null);
		if (!open || open.position !== input.position) throw credentialError('level_no_question');
		const { given, points } = await markLevelQuestion(tx, open, test.seed, open.position, input.values);
		await tx
			.updateTable('level_answers')
			.set({ given: given === null ? null : JSON.stringify(given), points })
			.where('test_id', '=', test.id)
			.where('position', '=', open.position)
			.execute();
		await goOn(tx, test);
	});
}
