import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterLateness, closesAt, type DueTerms, daysLate, dueOf } from './due.ts';
import { fits, mostPoints, pointsOf, type Rubric, scoreOf, sharesOf } from './rubric.ts';
import { readRubric, writeRubric } from './rubric-text.ts';

const two = `# Answers it
What for?
- 4 Whole: all of it
- 2 Partly
- 0 Not yet

# Repeatable
- 1 Yes
- 0 No
`;
const refused = (text: string) => {
	try {
		readRubric(text);
		return null;
	} catch (error) {
		return error as { code: string; params: Record<string, number> };
	}
};

describe('a rubric as text', () => {
	test('is read, its levels from the best to the least, and written back', () => {
		const rubric = readRubric(two);
		expect(rubric).toMatchObject([
			{
				title: 'Answers it',
				about: 'What for?',
				levels: [{ points: 4, title: 'Whole', about: 'all of it' }, {}, {}],
			},
			{ title: 'Repeatable', about: '' },
		]);
		expect(readRubric(writeRubric(rubric))).toEqual(rubric);
		expect(readRubric('# 一\n- 0 否\n- 2 是：可以重复\n')[0]?.levels[0]).toEqual({
			points: 2,
			title: '是',
			about: '可以重复',
		});
	});

	test('is refused with the line that is none: nothing, one level only, equal points, words after levels, too many', () => {
		expect(refused('')?.code).toBe('assignments.rubric_missing');
		expect(refused('words first')).toMatchObject({ code: 'assignments.rubric_shape', params: { line: 1 } });
		expect(refused('# A\n- 3 Only')?.code).toBe('assignments.rubric_shape');
		expect(refused('# A\n- 3 One\n- 3 Two')?.code).toBe('assignments.rubric_shape');
		expect(refused('# A\n- 3 One\n- 1 Two\nwords')).toMatchObject({ params: { line: 4 } });
		expect(refused('# A\n- 1000 One\n- 1 Two')?.code).toBe('assignments.rubric_shape');
		expect(refused('# A\n- 1 a\n- 0 b\n'.repeat(13))?.code).toBe('assignments.rubric_shape');
	});
});

describe('points', () => {
	const rubric = readRubric(two);
	test('are those of the chosen levels, and a criterion weighs by what it can give', () => {
		expect(mostPoints(rubric)).toBe(5);
		expect(pointsOf(rubric, sharesOf(rubric, [1, 0]))).toBe(3);
		expect(scoreOf(rubric, sharesOf(rubric, [1, 0]))).toBeCloseTo(0.6);
		expect(fits(rubric, [0, 1])).toBe(true);
		for (const wrong of [[0], [0, 2], [0, -1], [0, 0, 0], [0.5, 0]]) expect(fits(rubric, wrong)).toBe(false);
	});
	test('of any levels of any rubric lie between nothing and all', () => {
		const any = fc
			.array(fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 }), {
				minLength: 1,
				maxLength: 6,
			})
			.map(
				(all): Rubric =>
					all.map((points) => ({
						title: 'T',
						about: '',
						levels: points.map((n) => ({ points: n, title: 'L', about: '' })),
					})),
			);
		fc.assert(
			fc.property(any, fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }), (one, at) => {
				const chosen = one.map(({ levels }, n) => (at[n] as number) % levels.length);
				const score = scoreOf(one, sharesOf(one, chosen));
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
			}),
		);
	});
});

describe('when it is due', () => {
	const terms: DueTerms = { dueAt: null, dueDays: 7, late: 'less', latePercent: 10, lateDays: 3 };
	const at = (text: string) => new Date(text);
	test('goes by the day somebody began, or by one moment for all', () => {
		expect(dueOf(terms, at('2026-01-01T10:00:00Z'))).toEqual(at('2026-01-08T10:00:00Z'));
		expect(dueOf(terms, null)).toBeNull();
		expect(dueOf({ ...terms, dueDays: null, dueAt: at('2026-02-01T00:00:00Z') }, null)).toEqual(
			at('2026-02-01T00:00:00Z'),
		);
	});
	test('late counts from the first moment, by days begun, and takes its share of the score', () => {
		const due = at('2026-01-08T10:00:00Z');
		expect(daysLate(due, due)).toBe(0);
		expect(daysLate(due, at('2026-01-08T10:00:01Z'))).toBe(1);
		expect(daysLate(due, at('2026-01-10T11:00:00Z'))).toBe(3);
		expect(afterLateness(terms, 0.8, 2)).toBeCloseTo(0.64);
		expect(afterLateness({ ...terms, latePercent: 60 }, 0.8, 2)).toBe(0);
		expect(afterLateness({ ...terms, late: 'counts' }, 0.8, 2)).toBe(0.8);
		expect(closesAt(terms, due)).toEqual(at('2026-01-11T10:00:00Z'));
		expect(closesAt({ ...terms, late: 'refused' }, due)).toEqual(due);
		expect(closesAt({ ...terms, lateDays: null }, due)).toBeNull();
	});
});
