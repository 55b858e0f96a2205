import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GraphCourse, inOrder, meets, type Need, planPath, reachable } from './path-graph.ts';

const N = 8;
const leaf = fc.integer({ min: 1, max: N }).map((course): Need => ({ course }));
const need: fc.Arbitrary<Need> = fc.oneof(
	leaf,
	fc.array(leaf, { minLength: 1, maxLength: 3 }).map((any): Need => ({ any })),
	fc
		.array(
			fc.oneof(
				leaf,
				fc.array(leaf, { minLength: 2, maxLength: 3 }).map((any): Need => ({ any })),
			),
			{ minLength: 1, maxLength: 3 },
		)
		.map((all): Need => ({ all })),
);
const graph = fc
	.tuple(
		...Array.from({ length: N }, () =>
			fc.tuple(fc.integer({ min: 0, max: 30 }), fc.option(need, { nil: null, freq: 3 })),
		),
	)
	.map((all) => all.map(([cost, before], at): GraphCourse => ({ id: at + 1, cost, need: before })));

/** Every set of courses is tried: can all of it be learnt in some order, and does it meet the goal? */
function cheapestByForce(goal: Need, courses: GraphCourse[], known: ReadonlySet<number>): number | null {
	let best: number | null = null;
	for (let set = 0; set < 1 << courses.length; set++) {
		const chosen = courses.filter((_, at) => set & (1 << at));
		const cost = chosen.reduce((sum, one) => sum + one.cost, 0);
		if (best !== null && cost >= best) continue;
		const done = new Set(known);
		let left = chosen;
		for (;;) {
			const open = left.filter((one) => meets(one.need, done));
			if (open.length === 0) break;
			for (const { id } of open) done.add(id);
			left = left.filter(({ id }) => !done.has(id));
		}
		if (left.length === 0 && meets(goal, done)) best = cost;
	}
	return best;
}

test('a plan is as cheap as the cheapest of all sets, and can be learnt in its order', () => {
	fc.assert(
		fc.property(
			need,
			graph,
			fc.uniqueArray(fc.integer({ min: 1, max: N }), { maxLength: 2 }),
			(goal, courses, given) => {
				const known = new Set(given);
				const plan = planPath(goal, courses, known);
				const cheapest = cheapestByForce(goal, courses, known);
				if (cheapest === null) {
					expect(plan).toBeNull();
					return;
				}
				expect(plan).not.toBeNull();
				expect(plan!.exact).toBe(true);
				expect(plan!.cost).toBeCloseTo(cheapest, 6);
				const done = new Set(known);
				for (const id of plan!.courses) {
					expect(meets(courses[id - 1]!.need, done)).toBe(true);
					done.add(id);
				}
				expect(meets(goal, done)).toBe(true);
				expect(plan!.courses.reduce((sum, id) => sum + courses[id - 1]!.cost, 0)).toBeCloseTo(plan!.cost, 6);
			},
		),
		{ numRuns: 600 },
	);
});

test('a course that serves two is paid once, and may be worth more than two cheap ones', () => {
	const courses: GraphCourse[] = [
		{
			id: 1,
			cost: 10,
			need: { all: [{ any: [{ course: 3 }, { course: 4 }] }, { any: [{ course: 3 }, { course: 5 }] }] },
		},
		{ id: 3, cost: 9, need: null },
		{ id: 4, cost: 6, need: null },
		{ id: 5, cost: 6, need: null },
	];
	expect(planPath({ course: 1 }, courses)).toEqual({ courses: [3, 1], cost: 19, exact: true });
});

test('courses that only wait for each other lead nowhere', () => {
	const circle: GraphCourse[] = [
		{ id: 1, cost: 1, need: { course: 2 } },
		{ id: 2, cost: 1, need: { course: 1 } },
	];
	expect(planPath({ course: 1 }, circle)).toBeNull();
	expect(planPath({ course: 1 }, circle, new Set([2]))).toEqual({ courses: [1], cost: 1, exact: true });
	expect(planPath({ course: 9 }, circle)).toBeNull();
	expect(planPath({ any: [] }, circle)).toBeNull();
	expect(planPath({ all: [] }, circle)).toEqual({ courses: [], cost: 0, exact: true });
});

test('a large catalogue is planned within its limit of branches, and never worse than without sharing', () => {
	// 300 courses in ten levels; each asks for one of three and one of three others of the level below.
	const courses: GraphCourse[] = Array.from({ length: 300 }, (_, at) => {
		const level = Math.floor(at / 30);
		const below = (n: number) => ({ course: (level - 1) * 30 + ((at * 7 + n * 11) % 30) + 1 });
		return {
			id: at + 1,
			cost: 60 + ((at * 37) % 200),
			need:
				level === 0
					? null
					: { all: [{ any: [below(0), below(1), below(2)] }, { any: [below(3), below(4), below(5)] }] },
		};
	});
	const begun = performance.now();
	const plan = planPath({ course: 300 }, courses);
	expect(performance.now() - begun).toBeLessThan(5000);
	const done = new Set<number>();
	for (const id of plan!.courses) {
		expect(meets(courses[id - 1]!.need, done)).toBe(true);
		done.add(id);
	}
	expect(done.has(300)).toBe(true);
	expect(plan!.exact).toBe(false);
	expect(plan!.cost).toBeLessThanOrEqual(planPath({ course: 300 }, courses, new Set(), 0)!.cost);
});

test('an order keeps what waits for something that is not here', () => {
	const of = new Map([
		[1, { cost: 1, need: { course: 7 } as Need }],
		[2, { cost: 5, need: null }],
		[3, { cost: 2, need: { course: 2 } as Need }],
	]);
	expect(inOrder([1, 2, 3], of)).toEqual([2, 3, 1]);
});

test('what may be asked for on the way is found through all alternatives', () => {
	const of = new Map<number, GraphCourse>([
		[1, { id: 1, cost: 1, need: { any: [{ course: 2 }, { course: 3 }] } }],
		[2, { id: 2, cost: 1, need: null }],
		[3, { id: 3, cost: 1, need: { course: 4 } }],
		[4, { id: 4, cost: 1, need: null }],
		[5, { id: 5, cost: 1, need: null }],
	]);
	expect([...reachable({ course: 1 }, of)].sort()).toEqual([1, 2, 3, 4]);
});
