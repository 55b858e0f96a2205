import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_IN_ALL, MOST_QUESTIONS, standing, supposed, type Tested, verdict } from './level-rule.ts';

describe('one course', () => {
	test('is known after four right answers in a row, not known after two wrong ones, and undecided between', () => {
		expect(verdict([])).toBeNull();
		expect(verdict([1, 1, 1])).toBeNull();
		expect(verdict([1, 1, 1, 1])).toBe('known');
		expect(verdict([0])).toBeNull();
		expect(verdict([0, 0])).toBe('unknown');
		expect(verdict([1, 0, 1, 1, 1])).toBeNull();
		expect(verdict([1, 0, 1, 1, 1, 1])).toBeNull();
		expect(verdict([1, 0, 1, 1, 1, 1, 1])).toBe('known');
	});

	test('is decided after ten questions at the latest, and what is not shown is not known', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
					minLength: MOST_QUESTIONS,
					maxLength: MOST_QUESTIONS,
				}),
				(answers) => {
					expect(verdict(answers)).not.toBeNull();
					// A better answer in any place never turns known into unknown, as long as the test went on.
					const better = answers.map((points) => Math.min(1, points + 0.1));
					if (verdict(answers) === 'known') expect(verdict(better)).toBe('known');
				},
			),
		);
	});

	test('who answers as is supposed of the unable is let through about as seldom as was bargained for', () => {
		let state = 12345;
		const chance = () => {
			state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			return state / 2 ** 32;
		};
		const rate = (p: number) => {
			let passed = 0;
			for (let run = 0; run < 4000; run += 1) {
				const answers: number[] = [];
				while (verdict(answers) === null) answers.push(chance() < p ? 1 : 0);
				if (verdict(answers) === 'known') passed += 1;
			}
			return passed / 4000;
		};
		const [unable, able] = [rate(supposed.unable), rate(supposed.able)];
		if (process.env.STOA_SAY) console.log({ unable, able, guesser: rate(0.25) });
		expect(unable).toBeLessThan(supposed.error + 0.02);
		expect(able).toBeGreaterThan(0.8);
		expect(rate(0.25)).toBeLessThan(0.02);
	});
});

/** A chain of n courses, each asking for the one before. */
const chain = (n: number): Tested[] =>
	Array.from({ length: n }, (_, at) => ({
		id: at + 1,
		needs: at === 0 ? [] : [at],
		questions: 9,
		answers: [],
	}));

/** Somebody who knows the first courses of a chain, and answers so. */
function take(n: number, knows: number) {
	const courses = chain(n);
	let asked = 0;
	for (let at = standing(courses).next; at !== null; at = standing(courses).next) {
		courses.find(({ id }) => id === at)!.answers.push(at <= knows ? 1 : 0);
		asked += 1;
		expect(asked).toBeLessThanOrEqual(MOST_IN_ALL);
	}
	return { asked, ...standing(courses) };
}

describe('a whole test', () => {
	test('of a chain finds where it ends, with fewer questions than asking each', () => {
		for (let knows = 0; knows <= 7; knows += 1) {
			const { known, asked } = take(7, knows);
			expect([...known].sort()).toEqual(Array.from({ length: knows }, (_, at) => at + 1));
			// Three courses are asked of, four questions at most each.
			expect(asked).toBeLessThanOrEqual(12);
		}
	});

	test('begins in the middle, asks nothing of courses without questions enough, and ends', () => {
		expect(standing(chain(7)).next).toBe(4);
		expect(standing(chain(3).map((course) => ({ ...course, questions: 3 }))).next).toBeNull();
		expect(standing([]).next).toBeNull();
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 14 }),
				fc.infiniteStream(fc.boolean()),
				(edges, says) => {
					const courses: Tested[] = Array.from({ length: 10 }, (_, id) => ({
						id,
						needs: edges.flatMap(([a, b]) => (a === id && b !== id ? [b] : [])),
						questions: 5,
						answers: [],
					}));
					let asked = 0;
					for (let at = standing(courses).next; at !== null; at = standing(courses).next) {
						courses[at]!.answers.push(says.next().value ? 1 : 0);
						asked += 1;
						expect(asked).toBeLessThanOrEqual(MOST_IN_ALL);
					}
					const { known, unknown } = standing(courses);
					for (const id of known) expect(unknown.has(id)).toBe(false);
					// Who knows a course knows all that it builds on.
					for (const id of known) for (const need of courses[id]!.needs) expect(known.has(need)).toBe(true);
				},
			),
		);
	});
});
