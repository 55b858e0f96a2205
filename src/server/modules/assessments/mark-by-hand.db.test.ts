import { expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { readLearnerCourse, readLesson } from '../courses/index.ts';
import { aPerson, type PersonBuilt } from '../items/testing.ts';
import {
	beginAttempt,
	markAnswers,
	type QuizPart,
	readAnswersForMarking,
	reviewDesk,
	submitAttempt,
} from './index.ts';
import type { LessonKey } from './open-lesson.ts';
import { aQuiz } from './testing.ts';

const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);
const quizOf = async (who: PersonBuilt, key: LessonKey) =>
	((await readLesson(db, who.actor, key))!.parts as QuizPart).quiz!;
const questions = `Water is wet.
= true
---
Why is it slow?
=

Explanation: GUIDE
---
Why is that?
=
`;

async function handedIn(answers: (string | null)[] = ['true', 'Because it reads all.', 'No index.']) {
	const built = await aQuiz(db, questions, { passMark: 0.6, attempts: 2 });
	const learner = await aPerson(db);
	await beginAttempt(db, learner.actor, built.key);
	const values = new Map(answers.flatMap((text, at) => (text === null ? [] : [[at, [text]] as const])));
	const result = await submitAttempt(db, learner.actor, built.key, values);
	return { ...built, learner, result };
}

test('an attempt with answers for a person has no result until all are marked, and its learner sees that', async () => {
	const { key, learner, result, course } = await handedIn();
	const author = course.author;
	expect(result).toMatchObject({ score: null, passed: null });
	const waiting = (await quizOf(learner, key)).last!;
	expect(waiting.attempt).toMatchObject({ passed: null, score: null, waiting: 2 });
	expect(waiting.questions.map(({ waits }) => waits)).toEqual([false, true, true]);
	expect(JSON.stringify(waiting)).not.toContain('GUIDE');
	expect(await codeOf(beginAttempt(db, learner.actor, key))).toBe('assessments.attempt_waits');
	const progress = async () =>
		(await readLearnerCourse(db, learner.actor, key.courseId))?.progress.get(key.lessonId);
	expect(await progress()).toBeUndefined();

	const desk = await readAnswersForMarking(db, author.actor, result.id);
	expect(desk.answers).toMatchObject([
		{ position: 1, answer: 'Because it reads all.', points: null },
		{ position: 2, answer: 'No index.', points: null },
	]);
	expect(desk.answers[0]?.guide).toContain('GUIDE');
	expect(
		await markAnswers(db, author.actor, result.id, {
			answers: [{ position: 1, points: 0.5, remark: 'Half of it' }],
		}),
	).toBeNull();
	expect((await quizOf(learner, key)).last?.attempt.waiting).toBe(1);
	expect(
		await markAnswers(db, author.actor, result.id, { answers: [{ position: 2, points: 1 }] }),
	).toMatchObject({ passed: true });
	expect((await progress())?.completed).toBe(true);
	expect((await progress())?.score).toBeCloseTo(2.5 / 3);
	expect((await quizOf(learner, key)).last?.questions[1]).toMatchObject({
		points: 0.5,
		remark: 'Half of it',
	});
	// What has no right answer does not come back as a card.
	expect((await reviewDesk(db, learner.actor)).total).toBe(0);
});

test('what was not answered gets nothing and waits for nobody', async () => {
	const { result, key, learner } = await handedIn(['true', null, null]);
	expect(result).toMatchObject({ passed: false });
	expect(result.score).toBeCloseTo(1 / 3);
	expect((await quizOf(learner, key)).attemptsLeft).toBe(1);
	expect(await codeOf(beginAttempt(db, learner.actor, key))).toBe('done');
});

test('only who may sees them; points are from 0 to 1 and of answers that wait; a claim of another keeps one off', async () => {
	const { result, learner, course, key } = await handedIn();
	const [stranger, mentor] = [await aPerson(db), await aPerson(db)];
	await db
		.insertInto('course_authors')
		.values({ course_id: key.courseId, user_id: mentor.id, role: 'mentor' })
		.execute();
	for (const who of [stranger, learner])
		expect(await codeOf(readAnswersForMarking(db, who.actor, result.id))).toBe('common.forbidden');
	expect(await codeOf(readAnswersForMarking(db, mentor.actor, 999_999))).toBe(
		'assessments.attempt_not_found',
	);
	const mark = (answers: object[]) =>
		codeOf(markAnswers(db, mentor.actor, result.id, { answers: answers as never }));
	expect(await mark([{ position: 1, points: 1.5 }])).toBe('common.invalid_input');
	expect(await mark([{ position: 0, points: 1 }])).toBe('assessments.question_not_found');
	await db
		.updateTable('quiz_attempts')
		.set({ claimed_by: course.author.id, claimed_at: new Date() })
		.where('id', '=', result.id)
		.execute();
	expect(await mark([{ position: 1, points: 1 }])).toBe('assessments.claimed');
	travel(2 * 3_600_000 + 1000);
	expect(await mark([{ position: 1, points: 1 }])).toBe('done');
	travel(0);
});
