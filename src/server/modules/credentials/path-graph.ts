/** What must be learnt before: a tree of courses. */
export type Need = { all: Need[] } | { any: Need[] } | { course: number };

/** A course as a way to a goal: what it costs a learner, and what it asks for first. */
export interface GraphCourse {
	id: number;
	cost: number;
	need: Need | null;
}

export interface Plan {
	/** In an order in which each may be begun when those before it are completed. */
	courses: number[];
	cost: number;
	/** Whether it was proved that nothing cheaper does; else it is the best of what was looked at. */
	exact: boolean;
}

/** Whether what is completed meets a need. */
export function meets(need: Need | null, done: ReadonlySet<number>): boolean {
	if (need === null) return true;
	if ('all' in need) return need.all.every((part) => meets(part, done));
	if ('any' in need) return need.any.some((part) => meets(part, done));
	return done.has(need.course);
}

/**
 * The cheapest set of courses that leads to a goal, in an order in which they can be learnt.
 *
 * Courses and their needs are an AND/OR graph, and what is asked for is a minimum-cost solution of it, in which a course
 * that serves two others is paid once. With shared parts that is NP-hard (set cover is a special case), so:
 *
 * 1. Knuth's generalisation of Dijkstra's algorithm ("A Generalization of Dijkstra's Algorithm", 1977) gives each course
 *    the cost of the cheapest way to it when nothing is shared, and which alternative that takes. It is a solution, and an
 *    upper bound.
 * 2. Depth-first branch and bound over the alternatives looks for cheaper ones: a branch is left when what was taken and
 *    the dearest open need together cost as much as the best so far. A branch whose courses would wait for each other in a
 *    circle is left too, so every solution can be learnt in some order.
 *
 * @param known what the learner can already: costs nothing
 * @param limit how many branches are looked at before the best so far is taken
 * @returns null when nothing leads there
 */
export function planPath(
	goal: Need,
	courses: Iterable<GraphCourse>,
	known: ReadonlySet<number> = new Set(),
	limit = 20_000,
): Plan | null {
	const graph = new Map([...courses].map((course) => [course.id, course]));
	const alone = costsAlone(graph, known);
	const first = greedy(goal, graph, known, alone);
	if (!first) return null;
	const cost = (set: Iterable<number>) => [...set].reduce((sum, id) => sum + graph.get(id)!.cost, 0);
	let best = first;
	let bestCost = cost(first);
	let left = limit;

	/** The least that a need costs beyond what is taken. */
	const least = (need: Need, taken: ReadonlySet<number>): number => {
		if ('all' in need) return Math.max(0, ...need.all.map((part) => least(part, taken)));
		if ('any' in need)
			return Math.min(Number.POSITIVE_INFINITY, ...need.any.map((part) => least(part, taken)));
		if (known.has(need.course) || taken.has(need.course)) return 0;
		return alone.has(need.course) ? graph.get(need.course)!.cost : Number.POSITIVE_INFINITY;
	};

	const taken = new Set<number>();
	/** By course, those that wait for it: what rests on it must not become what it rests on. */
	const after = new Map<number, Set<number>>();
	/** Whether `id` waits for `onto`, at whatever distance. */
	const waits = (id: number, onto: number, seen = new Set<number>()): boolean => {
		if (id === onto) return true;
		seen.add(onto);
		for (const next of after.get(onto) ?? []) if (!seen.has(next) && waits(id, next, seen)) return true;
		return false;
	};

	const search = (open: readonly Open[], spent: number): void => {
		if (left-- <= 0) return;
		const bound = Math.max(0, ...open.map(({ need }) => least(need, taken)));
		if (spent + bound >= bestCost - 1e-9) return;
		if (open.length === 0) {
			best = [...taken];
			bestCost = spent;
			return;
		}
		const { one, rest } = narrowest(open);
		const { need, of } = one;
		if ('all' in need) {
			search([...need.all.map((part) => ({ need: part, of })), ...rest], spent);
			return;
		}
		if ('any' in need) {
			const ways = [...need.any].sort((a, b) => least(a, taken) - least(b, taken));
			for (const way of ways) search([{ need: way, of }, ...rest], spent);
			return;
		}
		const id = need.course;
		if (known.has(id)) {
			search(rest, spent);
			return;
		}
		const course = graph.get(id);
		if (!course || !alone.has(id)) return;
		if (of !== null && waits(id, of)) return;
		const fresh = !taken.has(id);
		const own = after.get(id) ?? new Set<number>();
		const edge = of !== null && !own.has(of);
		after.set(id, own);
		if (edge) own.add(of);
		if (fresh) taken.add(id);
		search(
			fresh && course.need ? [{ need: course.need, of: id }, ...rest] : rest,
			spent + (fresh ? course.cost : 0),
		);
		if (fresh) taken.delete(id);
		if (edge) own.delete(of);
	};
	search([{ need: goal, of: null }], 0);
	return { courses: inOrder(best, graph, known), cost: bestCost, exact: left > 0 };
}

interface Open {
	need: Need;
	/** The course that waits for it; null: the goal. */
	of: number | null;
}

/** What leaves no choice first, then what leaves the smallest. */
function narrowest(open: readonly Open[]): { one: Open; rest: Open[] } {
	let at = 0;
	let width = Number.POSITIVE_INFINITY;
	for (const [n, { need }] of open.entries()) {
		const own = 'any' in need ? need.any.length + 1 : 0;
		if (own < width) [at, width] = [n, own];
	}
	return { one: open[at]!, rest: open.filter((_, n) => n !== at) };
}

/** By course, what it costs with everything it needs, were nothing shared; those that nothing leads to are left out. */
function costsAlone(
	graph: ReadonlyMap<number, GraphCourse>,
	known: ReadonlySet<number>,
): Map<number, number> {
	const settled = new Map<number, number>();
	const costOf = (need: Need | null): number => {
		if (need === null) return 0;
		if ('all' in need) return need.all.reduce((sum, part) => sum + costOf(part), 0);
		if ('any' in need) return Math.min(Number.POSITIVE_INFINITY, ...need.any.map(costOf));
		return known.has(need.course) ? 0 : (settled.get(need.course) ?? Number.POSITIVE_INFINITY);
	};
	for (;;) {
		let next: number | null = null;
		let least = Number.POSITIVE_INFINITY;
		for (const { id, cost, need } of graph.values()) {
			if (settled.has(id)) continue;
			const whole = cost + costOf(need);
			if (whole < least) [next, least] = [id, whole];
		}
		if (next === null) return settled;
		settled.set(next, least);
	}
}

/** The courses of the way that is cheapest when nothing is shared; null when there is none. */
function greedy(
	goal: Need,
	graph: ReadonlyMap<number, GraphCourse>,
	known: ReadonlySet<number>,
	alone: ReadonlyMap<number, number>,
): number[] | null {
	const taken = new Set<number>();
	const rank = new Map([...alone.keys()].map((id, at) => [id, at]));
	// Only by what was settled before: courses that cost nothing would else stand for each other.
	const costOf = (need: Need, before: number): number => {
		if ('all' in need) return need.all.reduce((sum, part) => sum + costOf(part, before), 0);
		if ('any' in need)
			return Math.min(Number.POSITIVE_INFINITY, ...need.any.map((part) => costOf(part, before)));
		if (known.has(need.course)) return 0;
		return (rank.get(need.course) ?? before) < before ? alone.get(need.course)! : Number.POSITIVE_INFINITY;
	};
	const all = rank.size;
	if (costOf(goal, all) === Number.POSITIVE_INFINITY) return null;
	const take = (need: Need, before: number): void => {
		if ('all' in need) for (const part of need.all) take(part, before);
		else if ('any' in need) {
			take(
				need.any.reduce((best, part) => (costOf(part, before) < costOf(best, before) ? part : best)),
				before,
			);
		} else if (!known.has(need.course) && !taken.has(need.course)) {
			taken.add(need.course);
			const own = graph.get(need.course)!.need;
			if (own) take(own, rank.get(need.course)!);
		}
	};
	take(goal, all);
	return [...taken];
}

/** The courses in an order in which each may be begun: of those that may be begun now always the cheapest. */
export function inOrder(
	ids: Iterable<number>,
	graph: ReadonlyMap<number, Pick<GraphCourse, 'cost' | 'need'>>,
	known: ReadonlySet<number> = new Set(),
): number[] {
	const left = new Set(ids);
	const done = new Set(known);
	const order: number[] = [];
	while (left.size > 0) {
		const open = [...left].filter((id) => meets(graph.get(id)?.need ?? null, done));
		// What waits for something that is not here keeps the place it was given.
		const next = open.length
			? open.reduce((a, b) => {
					const [x, y] = [graph.get(a)?.cost ?? 0, graph.get(b)?.cost ?? 0];
					return y < x || (y === x && b < a) ? b : a;
				})
			: [...left][0]!;
		left.delete(next);
		done.add(next);
		order.push(next);
	}
	return order;
}

/** Everything that may be asked for on the way to a goal, the goal's own courses too: what a learner is asked about. */
export function reachable(goal: Need, graph: ReadonlyMap<number, GraphCourse>): Set<number> {
	const seen = new Set<number>();
	const walk = (need: Need): void => {
		if ('all' in need) need.all.forEach(walk);
		else if ('any' in need) need.any.forEach(walk);
		else if (graph.has(need.course) && !seen.has(need.course)) {
			seen.add(need.course);
			const before = graph.get(need.course)!.need;
			if (before) walk(before);
		}
	};
	walk(goal);
	return seen;
}

/** The courses that a need names. */
export function namedCourses(need: Need | null): number[] {
	if (need === null) return [];
	if ('all' in need) return need.all.flatMap(namedCourses);
	if ('any' in need) return need.any.flatMap(namedCourses);
	return [need.course];
}
