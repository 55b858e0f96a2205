import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/db/testing.ts';
import { addQuestions } from '../assessments/index.ts';
import { submitVersion } from '../courses/index.ts';
import { aCourse, type CourseBuilt } from '../courses/testing.ts';
import { aPerson } from '../items/testing.ts';
import { answerLevelTest, beginLevelTest, readLevelTest } from './index.ts';

const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);

/** Courses that ask for one another in a chain, each with so many questions whose right answer is "yes". */
async function aChain(n: number, questions = 6): Promise<CourseBuilt[]> {
	const made: CourseBuilt[] = [];
	for (let at = 0; at < n; at += 1) {
		const course = await aCourse(db, { publish: false });
		const before = made.at(-1);
		if (before)
			await db
				.updateTable('courses')
				.set({ rule: JSON.stringify({ course: before.id }) })
				.where('item_id', '=', course.id)
				.execute();
		const source = Array.from({ length: questions }, (_, q) => `Of course ${at}, question ${q}?\n= yes`);
		// What a person marks and what runs code is not asked.
		if (questions > 0)
			await addQuestions(db, course.author.actor, course.id, {
				source: [...source, 'Why?\n=', 'Add:\n>>> 1 + 1 => 2'].join('\n---\n'),
			});
		await submitVersion(db, course.author.actor, course.id);
		made.push(course);
	}
	return made;
}

test('of a chain of courses it finds out what is known, asks little, and never tells what is right', async () => {
	const chain = await aChain(5);
	const goal = chain.at(-1)!;
	const learner = await aPerson(db);
	expect(await readLevelTest(db, learner.actor)).toBeNull();
	await beginLevelTest(db, learner.actor, { course: goal.id, language: 'en' });
	let asked = 0;
	for (
		let at = await readLevelTest(db, learner.actor);
		at?.question;
		at = await readLevelTest(db, learner.actor)
	) {
		expect(JSON.stringify(at)).not.toContain('"yes"');
		const knows = /course [01],/.test(at.question.prompt);
		expect(at.question.kind).toBe('short');
		await answerLevelTest(db, learner.actor, {
			position: at.question.position,
			values: knows ? ['yes'] : [],
		});
		asked += 1;
		expect(asked).toBeLessThan(20);
	}
	const done = await readLevelTest(db, learner.actor);
	expect(done).toMatchObject({ ended: true, question: null, asked });
	expect(done?.courses.map(({ id, known }) => [id, known])).toEqual([
		[chain[0]!.id, true],
		[chain[1]!.id, true],
		[chain[2]!.id, false],
		[chain[3]!.id, false],
	]);
	expect(asked).toBeLessThanOrEqual(10);
});

test('a second tap answers nothing; a test that is over takes no answers; three a day are the most', async () => {
	const chain = await aChain(2);
	const goal = { course: chain[1]!.id, language: 'en' as const };
	const learner = await aPerson(db);
	await beginLevelTest(db, learner.actor, goal);
	const answer = (position: number) => codeOf(answerLevelTest(db, learner.actor, { position, values: [] }));
	expect(await answer(1)).toBe('credentials.level_no_question');
	expect(await answer(0)).toBe('done');
	expect(await answer(0)).toBe('credentials.level_no_question');
	expect(await answer(1)).toBe('done');
	expect((await readLevelTest(db, learner.actor))?.ended).toBe(true);
	expect(await answer(2)).toBe('credentials.level_no_question');
	await beginLevelTest(db, learner.actor, goal);
	await beginLevelTest(db, learner.actor, goal);
	expect(await codeOf(beginLevelTest(db, learner.actor, goal))).toBe('credentials.level_too_often');
});

test('with too few questions there is no test, and a visitor or a goal that nothing leads to is refused', async () => {
	const chain = await aChain(2, 3);
	const learner = await aPerson(db);
	const begin = (more: object) =>
		codeOf(beginLevelTest(db, learner.actor, { language: 'en', ...more } as never));
	expect(await begin({ course: chain[1]!.id })).toBe('credentials.level_no_questions');
	expect(await begin({ course: 999_999 })).toBe('credentials.goal_unreachable');
	expect(await begin({})).toBe('common.invalid_input');
	const suspended = await aPerson(db, { suspended: true });
	expect(await codeOf(beginLevelTest(db, suspended.actor, { course: chain[1]!.id, language: 'en' }))).toBe(
		'accounts.suspended',
	);
});
