import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { readLearnerCourse, readLesson, submitVersion } from '../courses/index.ts';
import { aPerson } from '../items/testing.ts';
import { closeOverdue } from './attempts.ts';
import {
	analyseQuiz,
	beginAttempt,
	type ExercisePart,
	keepAnswers,
	type QuizPart,
	rateCard,
	reviewDesk,
	reviseQuestion,
	setExercise,
	submitAttempt,
	tryCode,
} from './index.ts';
import type { LessonKey } from './open-lesson.ts';
import { anExercise, aQuiz } from './testing.ts';

const { db } = await testDatabase();
type Person = Awaited<ReturnType<typeof aPerson>>;
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);
const minute = 60_000;

const quizOf = async (who: Person, key: LessonKey) =>
	((await readLesson(db, who.actor, key))!.parts as QuizPart).quiz!;

const threeQuestions = `How much is 2 + 2?
- (x) 4 :: RIGHT_FEEDBACK
- ( ) 5 :: WRONG_FEEDBACK

Explanation: WHY
---
Water is wet.
= true
---
2 + 3 = {{5|five}}
`;

/** Answers by what is shown: the choice whose text is named, or the text itself. */
async function answers(who: Person, key: LessonKey, wanted: string[]): Promise<Map<number, string[]>> {
	const { open } = await quizOf(who, key);
	return new Map(
		open!.questions.map((question, n) => {
			const at = question.choices.findIndex((html) => html.includes(wanted[n]!));
			return [question.position, [at === -1 ? wanted[n]! : String(at)]];
		}),
	);
}

test('a quiz that is passed completes its lesson and its course, with the score', async () => {
	const { key } = await aQuiz(db, threeQuestions);
	const learner = await aPerson(db);
	await beginAttempt(db, learner.actor, key);
	const done = await submitAttempt(
		db,
		learner.actor,
		key,
		await answers(learner, key, ['4', 'true', 'FIVE ']),
	);
	expect(done).toMatchObject({ score: 1, passed: true });
	const course = await readLearnerCourse(db, learner.actor, key.courseId);
	expect(course?.completedAt).not.toBeNull();
	expect(course?.progress.get(key.lessonId)).toMatchObject({ completed: true, score: 1 });
	expect(await codeOf(submitAttempt(db, learner.actor, key))).toBe('assessments.no_attempt');
});

test('no right answer and no feedback leaves the server before an attempt is handed in, nor while one may try again', async () => {
	const { key } = await aQuiz(db, threeQuestions, { attempts: 2 });
	const learner = await aPerson(db);
	const words = async () => JSON.stringify((await readLesson(db, learner.actor, key))?.parts);
	expect(await words()).not.toMatch(/RIGHT_FEEDBACK|WRONG_FEEDBACK|WHY|five/);
	await beginAttempt(db, learner.actor, key);
	expect(await words()).not.toMatch(/RIGHT_FEEDBACK|WRONG_FEEDBACK|WHY|five/);
	await submitAttempt(db, learner.actor, key, await answers(learner, key, ['5', 'false', '6']));
	// What they chose is told, what is right is not.
	expect(await words()).toContain('WRONG_FEEDBACK');
	expect(await words()).not.toMatch(/RIGHT_FEEDBACK|WHY|five|"right":(true|false)/);
	await beginAttempt(db, learner.actor, key);
	await submitAttempt(db, learner.actor, key, await answers(learner, key, ['5', 'true', '6']));
	const { last } = await quizOf(learner, key);
	expect(last?.revealed).toBe(true);
	expect(JSON.stringify(last)).toMatch(/RIGHT_FEEDBACK/);
	expect(last?.questions[2]?.answer).toEqual(['5']);
	expect(await codeOf(beginAttempt(db, learner.actor, key))).toBe('assessments.no_attempts_left');
});

test('the clock of the server decides: what was kept in time counts, what comes after the end does not', async () => {
	const { key } = await aQuiz(db, threeQuestions, { minutes: 10 });
	const learner = await aPerson(db);
	await beginAttempt(db, learner.actor, key);
	const all = await answers(learner, key, ['4', 'true', '5']);
	try {
		travel(9 * minute);
		await keepAnswers(db, learner.actor, key, new Map([[0, all.get(0)!]]));
		travel(11 * minute);
		expect(await codeOf(keepAnswers(db, learner.actor, key, all))).toBe('assessments.too_late');
		const late = await submitAttempt(db, learner.actor, key, all);
		expect(late.score).toBeCloseTo(1 / 3);
		expect(late.passed).toBe(false);
	} finally {
		travel(0);
	}
});

test('an attempt that nobody hands in is handed in by the clock', async () => {
	const { key } = await aQuiz(db, threeQuestions, { minutes: 10 });
	const learner = await aPerson(db);
	await beginAttempt(db, learner.actor, key);
	await keepAnswers(db, learner.actor, key, await answers(learner, key, ['4', 'true', '5']));
	try {
		travel(5 * minute);
		await closeOverdue(db);
		expect((await quizOf(learner, key)).open).not.toBeNull();
		travel(12 * minute);
		await closeOverdue(db);
		const quiz = await quizOf(learner, key);
		expect(quiz.open).toBeNull();
		expect(quiz.last?.attempt).toMatchObject({ score: 1, passed: true });
	} finally {
		travel(0);
	}
});

test('two taps at once begin one attempt, and two submissions mark it once', async () => {
	const { key } = await aQuiz(db, threeQuestions);
	const learner = await aPerson(db);
	const begun = await Promise.all([1, 2, 3].map(() => beginAttempt(db, learner.actor, key)));
	expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
	const values = await answers(learner, key, ['4', 'true', '5']);
	const handedIn = await Promise.all(
		[1, 2, 3].map(() => codeOf(submitAttempt(db, learner.actor, key, values))),
	);
	expect(handedIn.sort()).toEqual(['assessments.no_attempt', 'assessments.no_attempt', 'done']);
});

test('an attempt keeps what it was asked, though the question is written anew meanwhile', async () => {
	const { key, course, questions } = await aQuiz(db, threeQuestions);
	const learner = await aPerson(db);
	await beginAttempt(db, learner.actor, key);
	await reviseQuestion(db, course.author.actor, key.courseId, questions[1]!, {
		source: 'Water is dry.\n= false',
	});
	const { open } = await quizOf(learner, key);
	expect(open?.questions[1]?.prompt).toContain('wet');
	const done = await submitAttempt(db, learner.actor, key, await answers(learner, key, ['4', 'true', '5']));
	expect(done.score).toBe(1);
	await beginAttempt(db, learner.actor, key);
	expect((await quizOf(learner, key)).open?.questions[1]?.prompt).toContain('dry');
});

test('questions are drawn and mixed by a seed: the same attempt always looks the same, others do not', async () => {
	const many = Array.from({ length: 12 }, (_, n) => `Question ${n}\n- (x) a\n- ( ) b\n- ( ) c\n- ( ) d`).join(
		'\n---\n',
	);
	const { key } = await aQuiz(db, many, { draw: 5, shuffle: true });
	const seen = new Set<string>();
	for (let n = 0; n < 4; n += 1) {
		const learner = await aPerson(db);
		await beginAttempt(db, learner.actor, key);
		const [one, other] = [await quizOf(learner, key), await quizOf(learner, key)];
		expect(one.open).toEqual(other.open);
		expect(one.open?.questions).toHaveLength(5);
		expect(new Set(one.open?.questions.map(({ prompt }) => prompt)).size).toBe(5);
		seen.add(JSON.stringify(one.open?.questions.map(({ prompt, choices }) => [prompt, choices])));
	}
	expect(seen.size).toBeGreaterThan(1);
});

test('who has not bought the course can neither begin, answer nor run anything, and a visitor is sent to sign in', async () => {
	const { key } = await aQuiz(db, threeQuestions, {}, { access: 'paid' });
	const exercise = await anExercise(db, {}, { access: 'paid' });
	const stranger = await aPerson(db);
	expect(await codeOf(beginAttempt(db, stranger.actor, key))).toBe('courses.held');
	expect(await codeOf(keepAnswers(db, stranger.actor, key, new Map()))).toBe('courses.held');
	expect(await codeOf(submitAttempt(db, stranger.actor, key))).toBe('courses.held');
	expect(await codeOf(tryCode(db, stranger.actor, exercise.key, { code: '1', trial: true }))).toBe(
		'courses.held',
	);
	expect(await codeOf(beginAttempt(db, visitor, key))).toBe('common.sign_in_required');
	expect(await codeOf(setExercise(db, stranger.actor, exercise.key, { language: 'sql', cases: [] }))).toBe(
		'common.forbidden',
	);
});

test('an exercise is run for show and for real; passing every case completes the lesson', {
	timeout: 60_000,
}, async () => {
	const { key } = await anExercise(db);
	const learner = await aPerson(db);
	const wrong = await tryCode(db, learner.actor, key, {
		code: 'function add(a, b) { return 3; }',
		trial: true,
	});
	expect(wrong).toMatchObject({ passed: 1, total: 1, completed: false });
	const cheated = await tryCode(db, learner.actor, key, {
		code: 'function add(a, b) { return 3; }',
		trial: false,
	});
	expect(cheated).toMatchObject({ passed: 1, total: 2, completed: false });
	expect(cheated.results[1]).toMatchObject({
		hidden: true,
		passed: false,
		call: null,
		value: null,
		expects: null,
	});
	const right = await tryCode(db, learner.actor, key, { code: 'const add = (a, b) => a + b;', trial: false });
	expect(right).toMatchObject({ passed: 2, total: 2, completed: true });
	const page = await readLesson(db, learner.actor, key);
	expect(page?.progress).toMatchObject({ completed: true, score: 1 });
	const { exercise } = page!.parts as ExercisePart;
	expect(exercise?.tries.map(({ trial }) => trial)).toEqual([false, true]);
	// Neither the solution nor a hidden case, with the answer that the solution gave, is on the page.
	const words = JSON.stringify({ ...page, parts: { exercise: { ...exercise, tries: [] } } });
	expect(words).not.toMatch(/return a \+ b|add\(20|"42"/);
});

test("an exercise that its author's own solution does not pass is refused with what came of it", {
	timeout: 60_000,
}, async () => {
	const { key, course } = await anExercise(db);
	await expect(
		setExercise(db, course.author.actor, key, {
			language: 'javascript',
			solution: 'const add = (a, b) => a - b;',
			cases: [{ call: 'add(1, 2)', expects: '3' }],
		}),
	).rejects.toMatchObject({ code: 'assessments.solution_fails', params: { call: 'add(1, 2)', got: '-1' } });
});

test('a learner keeps the exercise of the version they began', { timeout: 60_000 }, async () => {
	const { key, course } = await anExercise(db);
	const learner = await aPerson(db);
	await tryCode(db, learner.actor, key, { code: 'const add = () => 0;', trial: false });
	await setExercise(db, course.author.actor, key, {
		language: 'javascript',
		solution: 'const add = (a, b) => a * b;',
		cases: [{ call: 'add(3, 3)' }],
	});
	await submitVersion(db, course.author.actor, key.courseId);
	const shown = async (who: Person) =>
		((await readLesson(db, who.actor, key))!.parts as ExercisePart).exercise?.shown;
	expect(await shown(learner)).toEqual([{ call: 'add(1, 2)', expects: '3' }]);
	expect(await shown(await aPerson(db))).toEqual([{ call: 'add(3, 3)', expects: '9' }]);
});

test('item analysis counts first attempts, and finds the question that those who know get wrong', async () => {
	const quiz = Array.from({ length: 4 }, (_, n) => `Question ${n}\n- (x) good\n- ( ) bad`).join('\n---\n');
	const { key, course, questions } = await aQuiz(db, quiz);
	// The first three go together with knowing; the last one goes against it.
	const answered = ['1110', '1110', '1100', '1101', '1001', '0001', '0001'];
	for (const line of answered) {
		const learner = await aPerson(db);
		await beginAttempt(db, learner.actor, key);
		const wanted = [...line].map((digit) => (digit === '1' ? 'good' : 'bad'));
		await submitAttempt(db, learner.actor, key, await answers(learner, key, wanted));
		// A second attempt with everything right changes nothing.
		await beginAttempt(db, learner.actor, key);
		await submitAttempt(
			db,
			learner.actor,
			key,
			await answers(learner, key, ['good', 'good', 'good', 'good']),
		);
	}
	const statistics = await analyseQuiz(db, course.author.actor, key);
	expect(statistics.attempts).toBe(7);
	const columns = [0, 1, 2, 3].map((n) => answered.map((line) => Number(line[n])));
	for (const [n, item] of statistics.items.entries()) {
		const points = columns[n]!;
		const rest = answered.map(
			(_, person) => columns.reduce((sum, column, at) => sum + (at === n ? 0 : column[person]!), 0) / 3,
		);
		expect(item).toMatchObject({ questionId: questions[n], answered: 7 });
		expect(item.difficulty).toBeCloseTo(points.reduce((a, b) => a + b, 0) / 7, 6);
		expect(item.discrimination).toBeCloseTo(pearson(points, rest), 5);
		expect(item.chosen).toEqual([points.filter((p) => p === 1).length, points.filter((p) => p === 0).length]);
	}
	expect(statistics.items[3]!.discrimination).toBeLessThan(0);
	expect(statistics.items[1]!.discrimination).toBeGreaterThan(0.3);
	expect(statistics.histogram.reduce((a, b) => a + b, 0)).toBe(7);
	expect(await codeOf(analyseQuiz(db, (await aPerson(db)).actor, key))).toBe('common.forbidden');
});

function pearson(a: number[], b: number[]): number {
	const mean = (of: number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
	const [x, y] = [mean(a), mean(b)];
	const sum = (f: (n: number) => number) => a.reduce((all, _, n) => all + f(n), 0);
	return (
		sum((n) => (a[n]! - x) * (b[n]! - y)) /
		Math.sqrt(sum((n) => (a[n]! - x) ** 2) * sum((n) => (b[n]! - y) ** 2))
	);
}

test('what was answered wrong comes back for review, later each time it is known', async () => {
	const { key } = await aQuiz(db, threeQuestions);
	const learner = await aPerson(db);
	await beginAttempt(db, learner.actor, key);
	await submitAttempt(db, learner.actor, key, await answers(learner, key, ['5', 'true', '5']));
	const first = await reviewDesk(db, learner.actor);
	expect(first).toMatchObject({ due: 1, total: 1 });
	expect(first.card).toMatchObject({ answer: null, next: null });
	expect(JSON.stringify(first.card)).not.toContain('WHY');
	const shown = await reviewDesk(db, learner.actor, first.card!.id);
	expect(shown.card?.answer?.right.filter(Boolean)).toHaveLength(1);
	expect(shown.card?.answer?.explanation).toContain('WHY');
	const { next } = shown.card!;
	expect(next![1].getTime()).toBeLessThan(next![3].getTime());
	expect(next![3].getTime()).toBeLessThan(next![4].getTime());
	let gap = 0;
	try {
		let clock = 0;
		for (let round = 0; round < 5; round += 1) {
			const due = await rateCard(db, learner.actor, { cardId: first.card!.id, rating: 3 });
			expect(await codeOf(rateCard(db, learner.actor, { cardId: first.card!.id, rating: 3 }))).toBe(
				'assessments.card_not_found',
			);
			const wait = due.getTime() - Date.now() - clock;
			expect(wait).toBeGreaterThan(gap);
			gap = wait;
			clock += wait + 1000;
			travel(clock);
		}
		// By then weeks apart; forgotten, it is back within the hour.
		expect(gap).toBeGreaterThan(20 * 86_400_000);
		const again = await rateCard(db, learner.actor, { cardId: first.card!.id, rating: 1 });
		expect(again.getTime() - Date.now() - clock).toBeLessThan(3_600_000);
	} finally {
		travel(0);
	}
	const stranger = await aPerson(db);
	expect(await codeOf(rateCard(db, stranger.actor, { cardId: first.card!.id, rating: 3 }))).toBe(
		'assessments.card_not_found',
	);
});

test('words that were marked in a lesson come for review, the note first and then the words', async () => {
	const { key } = await aQuiz(db, threeQuestions);
	const learner = await aPerson(db);
	await db
		.insertInto('lesson_notes')
		.values({
			user_id: learner.id,
			lesson_id: key.lessonId,
			course_id: key.courseId,
			revision: 1,
			quote: 'MARKED WORDS',
			source: 'What is it called?',
			created_at: new Date(),
		})
		.execute();
	const { card } = await reviewDesk(db, learner.actor);
	expect(card).toMatchObject({ note: 'What is it called?', quote: null, question: null });
	expect((await reviewDesk(db, learner.actor, card!.id)).card?.quote).toBe('MARKED WORDS');
});

test('a lesson’s page with an open attempt needs few statements', async () => {
	const { key } = await aQuiz(db, threeQuestions);
	const learner = await aPerson(db);
	await beginAttempt(db, learner.actor, key);
	await readLesson(db, learner.actor, key);
	const { statements } = await watch(db, (watched) => readLesson(watched, learner.actor, key));
	expect(statements).toBeLessThanOrEqual(5);
});
