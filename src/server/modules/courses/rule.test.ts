import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lessonState } from './lesson-state.ts';
import { missingOf, neverOpen, noFacts, type Rule, type RuleFacts } from './rule.ts';

const facts = (lessons: number[], more: Partial<RuleFacts> = {}): RuleFacts => ({
	...noFacts,
	lessons: new Set(lessons),
	...more,
});

const leaf: fc.Arbitrary<Rule> = fc.oneof(
	fc.record({ lesson: fc.integer({ min: 1, max: 6 }) }),
	fc.record({ course: fc.integer({ min: 1, max: 3 }) }),
	fc.record({ reputation: fc.integer({ min: 1, max: 4 }) }),
	fc.record({ item: fc.integer({ min: 1, max: 3 }) }),
	fc.record({ space: fc.integer({ min: 1, max: 3 }) }),
);
const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
	rule: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		leaf,
		fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }) }),
		fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }) }),
	),
}));
const some = (max: number) => fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: max });
const anyFacts: fc.Arbitrary<RuleFacts> = fc
	.record({
		lessons: some(6),
		courses: some(3),
		items: some(3),
		spaces: some(3),
		reputation: fc.integer({ min: 0, max: 5 }),
	})
	.map(({ lessons, courses, items, spaces, reputation }) => ({
		lessons: new Set(lessons),
		courses: new Set(courses),
		items: new Set(items),
		spaces: new Set(spaces),
		reputation,
	}));

/** The meaning of a rule, written a second time: as a sentence of logic. */
function holds(rule: Rule, given: RuleFacts): boolean {
	if ('all' in rule) return rule.all.every((part) => holds(part, given));
	if ('any' in rule) return rule.any.some((part) => holds(part, given));
	if ('lesson' in rule) return given.lessons.has(rule.lesson);
	if ('course' in rule) return given.courses.has(rule.course);
	if ('reputation' in rule) return given.reputation >= rule.reputation;
	return 'item' in rule ? given.items.has(rule.item) : given.spaces.has(rule.space);
}

test('a rule is met exactly when its sentence holds, and what is missing is what would make it hold', () => {
	fc.assert(
		fc.property(anyRule, anyFacts, (rule, given) => {
			const missing = missingOf(rule, given);
			expect(missing === null).toBe(holds(rule, given));
			// What is left asks for nothing that is there already, and is itself not met.
			if (missing) expect(missingOf(missing, given)).toEqual(missing);
		}),
	);
});

test('learning more never closes what was open', () => {
	fc.assert(
		fc.property(anyRule, anyFacts, fc.integer({ min: 1, max: 6 }), (rule, given, lesson) => {
			if (missingOf(rule, given) !== null) return;
			expect(missingOf(rule, { ...given, lessons: new Set([...given.lessons, lesson]) })).toBeNull();
		}),
	);
});

test('no rule is met, and one of several says which are left', () => {
	expect(missingOf(null, noFacts)).toBeNull();
	expect(missingOf({ all: [{ lesson: 1 }, { lesson: 2 }] }, facts([1]))).toEqual({ lesson: 2 });
	expect(missingOf({ any: [{ lesson: 1 }, { course: 2 }] }, noFacts)).toEqual({
		any: [{ lesson: 1 }, { course: 2 }],
	});
});

test('lessons that wait for each other, or for themselves, are found; others are not', () => {
	const lessons = (rules: Record<number, Rule | null>) =>
		Object.entries(rules).map(([id, rule]) => ({ id: Number(id), rule }));
	expect(
		neverOpen(lessons({ 1: null, 2: { lesson: 1 }, 3: { all: [{ lesson: 1 }, { lesson: 2 }] } })),
	).toEqual([]);
	expect(neverOpen(lessons({ 1: { lesson: 1 } }))).toEqual([1]);
	expect(neverOpen(lessons({ 1: { lesson: 2 }, 2: { lesson: 1 }, 3: null }))).toEqual([1, 2]);
	// One way round is enough.
	expect(neverOpen(lessons({ 1: { any: [{ lesson: 2 }, { reputation: 50 }] }, 2: { lesson: 1 } }))).toEqual(
		[],
	);
	// What is in another course is for that course to open.
	expect(neverOpen(lessons({ 1: { lesson: 99 } }))).toEqual([]);
});

test('a lesson opens by the first line that speaks of it', () => {
	const begun = new Date('2026-01-01T00:00:00Z');
	const at = new Date('2026-01-05T00:00:00Z');
	const who = { maker: false, full: true, startedAt: begun, facts: noFacts, courseRule: null };
	const lesson = { preview: false, dripDays: null, dripAt: null, rule: null };
	expect(lessonState(lesson, who, at)).toEqual({ open: true });
	expect(lessonState(lesson, { ...who, full: false }, at)).toEqual({ open: false, why: 'held' });
	expect(lessonState({ ...lesson, preview: true, dripDays: 90 }, { ...who, full: false }, at).open).toBe(
		true,
	);
	expect(lessonState({ ...lesson, dripDays: 3 }, who, at).open).toBe(true);
	expect(lessonState({ ...lesson, dripDays: 7 }, who, at)).toEqual({
		open: false,
		why: 'drip',
		until: new Date('2026-01-08T00:00:00Z'),
	});
	expect(lessonState({ ...lesson, dripDays: 7 }, { ...who, startedAt: null }, at)).toEqual({
		open: false,
		why: 'begin',
	});
	expect(lessonState({ ...lesson, dripDays: 7, rule: { lesson: 1 } }, { ...who, maker: true }, at).open).toBe(
		true,
	);
	expect(lessonState({ ...lesson, dripAt: at }, who, at).open).toBe(true);
	expect(lessonState({ ...lesson, rule: { lesson: 1 } }, who, at)).toEqual({
		open: false,
		why: 'rule',
		missing: { lesson: 1 },
	});
	expect(lessonState(lesson, { ...who, startedAt: null, courseRule: { course: 2 } }, at)).toEqual({
		open: false,
		why: 'rule',
		missing: { course: 2 },
	});
});
