import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { now, travel } from '../../kernel/clock.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { aPerson } from '../items/testing.ts';
import { byDay } from './days.ts';
import { coveredRanges, enrol, lessonKinds, type ProgressReport, recordProgress } from './index.ts';
import { joinRanges, lengthOf, type Range } from './ranges.ts';
import { aCourse, readWhole } from './testing.ts';

const { db } = await testDatabase();

// A film whose length is what its data says: what the media module will measure.
lessonKinds.register({
	name: 'film',
	icon: 'film',
	data: z.object({ seconds: z.int() }),
	unit: 'second',
	completion: { by: 'watched', share: 0.9 },
	manual: false,
	measure: async (_db, { data }) => ({ extent: (data as { seconds: number }).seconds }),
});

const film = { kind: 'film', source: '', data: { seconds: 600 } };
const { id: courseId, lessons } = await aCourse(db, { lessons: [film, film, {}] });
const [first, second, text] = lessons as [number, number, number];

/** Every whole number of some ranges, slowly. */
const setOf = (ranges: readonly Range[], most: number) => {
	const all = new Set<number>();
	for (const [from, to] of ranges)
		for (let at = Math.max(0, from); at < Math.min(to, most); at++) all.add(at);
	return all;
};
const range = (most: number): fc.Arbitrary<[number, number]> =>
	fc.tuple(fc.nat(most), fc.nat(80)).map(([from, length]) => [from, from + length]);

test('ranges are joined into the same set with as few stretches as can be', () => {
	fc.assert(
		fc.property(fc.array(range(300)), (ranges) => {
			const joined = joinRanges(ranges, 0, 250);
			expect(setOf(joined, 250)).toEqual(setOf(ranges, 250));
			expect(lengthOf(joined)).toBe(setOf(ranges, 250).size);
			for (let at = 1; at < joined.length; at++) expect(joined[at]![0]).toBeGreaterThan(joined[at - 1]![1]);
		}),
	);
});

test('two devices that report late, twice and at once never lose or invent a second', async () => {
	const base = Math.floor(now().getTime() / 1000) - 20_000;
	const report = fc.record({
		lesson: fc.constantFrom(first, second),
		covered: fc.array(range(640), { maxLength: 4 }),
		studied: fc.array(range(9000), { maxLength: 3 }),
		place: fc.nat(599),
		at: fc.nat(1_000_000),
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(report, { minLength: 1, maxLength: 14 }),
			fc.array(fc.nat(), { maxLength: 10 }),
			fc.integer({ min: 1, max: 5 }),
			async (given, again, size) => {
				const learner = await aPerson(db);
				const sent: ProgressReport[] = given.map(({ lesson, covered, studied, place, at }) => ({
					lessonId: lesson,
					covered,
					studied: studied.map(([from, to]): [number, number] => [base + from, base + to]),
					place,
					at: base * 1000 + at,
				}));
				// What was not answered in time is sent again, by whichever device, in whatever order and company.
				const all = [...sent, ...again.map((n) => sent[n % sent.length]!)];
				const order = all
					.map((one, n) => ({ one, key: (n * 7919 + given.length) % 101 }))
					.sort((a, b) => a.key - b.key);
				const batches: ProgressReport[][] = [];
				for (let at = 0; at < order.length; at += size)
					batches.push(order.slice(at, at + size).map(({ one }) => one));
				await Promise.all(batches.map((reports) => recordProgress(db, learner.actor, { reports })));
				const clock = new Set<number>();
				for (const lesson of [first, second]) {
					const own = given.filter((one) => one.lesson === lesson);
					const seen = setOf(
						own.flatMap(({ covered }) => covered),
						600,
					);
					expect(setOf(await coveredRanges(db, learner.id, lesson), 600)).toEqual(seen);
					const studied = setOf(
						own.flatMap(({ studied: stretches }) => stretches),
						20_000,
					);
					for (const at of studied) clock.add(at);
					const row = await db
						.selectFrom('lesson_progress')
						.selectAll()
						.where('user_id', '=', learner.id)
						.where('lesson_id', '=', lesson)
						.executeTakeFirst();
					expect(row?.covered_count ?? 0).toBe(seen.size);
					expect(row?.studied_seconds ?? 0).toBe(studied.size);
					expect(row?.completed_at !== null && row !== undefined).toBe(seen.size >= 540);
					const latest = [...own].sort((a, b) => b.at - a.at || b.place - a.place)[0];
					if (latest) expect(row?.place).toBe(latest.place);
				}
				const { rows } = await sql<{ seconds: number }>`select coalesce(sum(seconds), 0)::int as seconds
					from learning_days where user_id = ${learner.id}`.execute(db);
				expect(rows[0]?.seconds).toBe(clock.size);
				const told = await db
					.selectFrom('events')
					.select('id')
					.where('type', '=', 'courses.lesson-completed')
					.where('actor_id', '=', learner.id)
					.execute();
				const done = await db
					.selectFrom('lesson_progress')
					.select('lesson_id')
					.where('user_id', '=', learner.id)
					.where('completed_at', 'is not', null)
					.execute();
				expect(told.length).toBe(done.length);
			},
		),
		{ numRuns: 25, endOnFailure: true },
	);
}, 120_000);

test('the last two lessons completed at once by two devices complete the course, once', async () => {
	for (let round = 0; round < 5; round++) {
		const course = await aCourse(db, { lessons: [{}, {}] });
		const learner = await aPerson(db);
		await enrol(db, learner.actor, course.id);
		await Promise.all(
			course.lessons.map((lesson) => recordProgress(db, learner.actor, { reports: [readWhole(lesson)] })),
		);
		const told = await db
			.selectFrom('events')
			.select('id')
			.where('type', '=', 'courses.completed')
			.where('actor_id', '=', learner.id)
			.execute();
		expect(told.length).toBe(1);
	}
});

test('a text is completed by reading to its end, not by jumping there, and a film by watching it, not by its end', async () => {
	const learner = await aPerson(db);
	const send = async (lessonId: number, covered: [number, number][]) => {
		const [answer] = await recordProgress(db, learner.actor, { reports: [{ lessonId, covered }] });
		return answer && 'completed' in answer ? answer.completed : answer?.refused;
	};
	expect(await send(text, [[4, 5]])).toBe(false);
	expect(await send(text, [[0, 3]])).toBe(true);
	expect(await send(first, [[590, 600]])).toBe(false);
	expect(await send(first, [[0, 530]])).toBe(true);
	// Ninety per cent of the seconds, whichever they are.
	expect(
		await send(second, [
			[0, 270],
			[330, 599],
		]),
	).toBe(false);
	expect(await send(second, [[329, 330]])).toBe(true);
});

test('a second behind the end, of tomorrow, or of last year is not taken', async () => {
	const learner = await aPerson(db);
	const clock = Math.floor(now().getTime() / 1000);
	const [answer] = await recordProgress(db, learner.actor, {
		reports: [
			{
				lessonId: first,
				covered: [[595, 700]],
				studied: [
					[clock - 400 * 86_400, clock - 399 * 86_400],
					[clock + 3600, clock + 7200],
					[clock - 10, clock],
				],
				place: 90_000,
				at: (clock + 86_400) * 1000,
			},
		],
	});
	expect(answer).toMatchObject({ covered: 5, extent: 600, place: 600 });
	const row = await db
		.selectFrom('lesson_progress')
		.select('studied_seconds')
		.where('user_id', '=', learner.id)
		.executeTakeFirst();
	expect(row?.studied_seconds).toBe(10);
	// A clock that runs ahead does not hold the place for ever.
	try {
		travel(300_000);
		const [later] = await recordProgress(db, learner.actor, {
			reports: [{ lessonId: first, place: 12, at: now().getTime() }],
		});
		expect(later).toMatchObject({ place: 12 });
	} finally {
		travel(0);
	}
});

test('reports of what is not there or not theirs are refused one by one, the others are kept', async () => {
	const learner = await aPerson(db);
	const paid = await aCourse(db, { access: 'paid' });
	const answers = await recordProgress(db, learner.actor, {
		reports: [readWhole(paid.lessons[0]!), readWhole(text), { lessonId: 999_999_999, covered: [[0, 1]] }],
	});
	expect(answers).toEqual([
		{ lessonId: paid.lessons[0], refused: 'courses.held' },
		{ lessonId: text, covered: 5, extent: 5, completed: true, place: 0 },
		{ lessonId: 999_999_999, refused: 'courses.lesson_not_found' },
	]);
	const code = (reports: unknown) =>
		recordProgress(db, learner.actor, { reports: reports as ProgressReport[] }).then(
			() => 'done',
			(error) => error.fields[Object.keys(error.fields)[0]!],
		);
	expect(await code([{ lessonId: text, covered: [[5, 2]] }])).toBe('courses.ranges_shape');
	expect(await code([{ lessonId: text, covered: [[0.5, 2]] }])).toBe('courses.ranges_shape');
	expect(await code([{ lessonId: text, covered: [[-1, 2]] }])).toBe('courses.ranges_shape');
	expect(await code([])).toBe('courses.ranges_shape');
	expect(await code(Array.from({ length: 101 }, () => readWhole(text)))).toBe('courses.ranges_shape');
});

test('a night is cut at the midnight of the learner, also where clocks change', () => {
	const at = (iso: string) => Date.parse(iso) / 1000;
	const days = byDay('Asia/Shanghai', [[at('2026-03-01T15:30:00Z'), at('2026-03-01T16:30:00Z')]]);
	expect([...days].map(([day, own]) => [day, lengthOf(own)])).toEqual([
		['2026-03-01', 1800],
		['2026-03-02', 1800],
	]);
	// The day on which clocks go forward has 23 hours.
	const spring = byDay('Europe/Berlin', [[at('2026-03-28T12:00:00Z'), at('2026-03-30T12:00:00Z')]]);
	expect([...spring].map(([day, own]) => [day, lengthOf(own) / 3600])).toEqual([
		['2026-03-28', 11],
		['2026-03-29', 23],
		['2026-03-30', 14],
	]);
	expect(byDay('No/Such_Zone', [[0, 10]]).size).toBe(1);
});

test('a batch of reports costs three statements, whatever is in it', async () => {
	const learner = await aPerson(db);
	await enrol(db, learner.actor, courseId);
	const clock = Math.floor(now().getTime() / 1000);
	const reports = [first, second].map((lessonId) => ({
		lessonId,
		covered: [[0, 20]] as [number, number][],
		studied: [[clock - 20, clock]] as [number, number][],
	}));
	const send = () => watch(db, (watched) => recordProgress(watched, learner.actor, { reports }));
	await send();
	expect((await send()).statements).toBe(3);
});

test('a report of somebody else than who is signed in is refused whole, and nothing of it is kept', async () => {
	const course = await aCourse(db);
	const [one, two] = [await aPerson(db), await aPerson(db)];
	const reports = [{ lessonId: course.lessons[0]!, covered: [[0, 2]] as [number, number][] }];
	await expect(recordProgress(db, two.actor, { learnerId: one.id, reports })).rejects.toMatchObject({
		code: 'courses.other_learner',
		status: 409,
	});
	const kept = () =>
		db.selectFrom('lesson_progress').select('user_id').where('lesson_id', '=', course.lessons[0]!).execute();
	expect(await kept()).toEqual([]);
	expect(
		await db.selectFrom('enrolments').select('user_id').where('course_id', '=', course.id).execute(),
	).toEqual([]);
	expect(await recordProgress(db, one.actor, { learnerId: one.id, reports })).toMatchObject([{ covered: 2 }]);
	expect(await kept()).toEqual([{ user_id: one.id }]);
});
