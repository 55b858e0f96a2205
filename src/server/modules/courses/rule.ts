import type { ItemId, LessonId, SpaceId } from '../../kernel/ids.ts';

/** A condition that a learner meets or does not, as a tree. Data: pages explain it, nothing but this file decides it. */
export type Rule =
	| { all: Rule[] }
	| { any: Rule[] }
	/** The lesson is completed; it may be another course's. */
	| { lesson: LessonId }
	/** The course is completed. */
	| { course: ItemId }
	/** The learner has at least so much reputation. */
	| { reputation: number }
	/** The learner may open the item, or belongs to the space, by an entitlement. */
	| { item: ItemId }
	| { space: SpaceId };

/** Everything that a rule asks about, of one learner. */
export interface RuleFacts {
	lessons: ReadonlySet<number>;
	courses: ReadonlySet<number>;
	items: ReadonlySet<number>;
	spaces: ReadonlySet<number>;
	reputation: number;
}

export const noFacts: RuleFacts = {
	lessons: new Set(),
	courses: new Set(),
	items: new Set(),
	spaces: new Set(),
	reputation: 0,
};

/**
 * What of a rule is not met yet, as a smaller rule that says what is left to do; null when it is met. No rule, and one
 * that asks for all of nothing, is met; any of nothing never is.
 */
export function missingOf(rule: Rule | null, facts: RuleFacts): Rule | null {
	if (rule === null) return null;
	if ('all' in rule) {
		const left = rule.all.map((part) => missingOf(part, facts)).filter((part) => part !== null);
		if (left.length === 0) return null;
		return left.length === 1 ? left[0]! : { all: left };
	}
	if ('any' in rule) {
		const left: Rule[] = [];
		for (const part of rule.any) {
			const missing = missingOf(part, facts);
			if (missing === null) return null;
			left.push(missing);
		}
		return left.length === 1 ? left[0]! : { any: left };
	}
	return met(rule, facts) ? null : rule;
}

function met(leaf: Exclude<Rule, { all: Rule[] } | { any: Rule[] }>, facts: RuleFacts): boolean {
	if ('lesson' in leaf) return facts.lessons.has(leaf.lesson);
	if ('course' in leaf) return facts.courses.has(leaf.course);
	if ('reputation' in leaf) return facts.reputation >= leaf.reputation;
	if ('item' in leaf) return facts.items.has(leaf.item);
	return facts.spaces.has(leaf.space);
}

/** The ids that a rule names, by what they are of: what must be read to decide it. */
export function namedIn(rules: Iterable<Rule | null>): {
	lessons: number[];
	courses: number[];
	items: number[];
	spaces: number[];
} {
	const named = {
		lessons: new Set<number>(),
		courses: new Set<number>(),
		items: new Set<number>(),
		spaces: new Set<number>(),
	};
	const walk = (rule: Rule): void => {
		if ('all' in rule) rule.all.forEach(walk);
		else if ('any' in rule) rule.any.forEach(walk);
		else if ('lesson' in rule) named.lessons.add(rule.lesson);
		else if ('course' in rule) named.courses.add(rule.course);
		else if ('item' in rule) named.items.add(rule.item);
		else if ('space' in rule) named.spaces.add(rule.space);
	};
	for (const rule of rules) if (rule !== null) walk(rule);
	return {
		lessons: [...named.lessons],
		courses: [...named.courses],
		items: [...named.items],
		spaces: [...named.spaces],
	};
}

/**
 * The lessons of a course that nobody can ever open because their rules wait for each other, or for themselves. What
 * lies outside the course is taken as met: rules only ask for more, never for less, so lessons are opened one after
 * another until nothing opens any more.
 */
export function neverOpen(lessons: readonly { id: LessonId; rule: Rule | null }[]): LessonId[] {
	const own = new Set(lessons.map(({ id }) => id));
	const done = new Set<number>();
	const outside = { has: () => true } as unknown as ReadonlySet<number>;
	const facts: RuleFacts = {
		lessons: { has: (id: number) => !own.has(id) || done.has(id) } as unknown as ReadonlySet<number>,
		courses: outside,
		items: outside,
		spaces: outside,
		reputation: Number.MAX_SAFE_INTEGER,
	};
	for (;;) {
		const opened = lessons.filter(({ id, rule }) => !done.has(id) && missingOf(rule, facts) === null);
		if (opened.length === 0) break;
		for (const { id } of opened) done.add(id);
	}
	return lessons.filter(({ id }) => !done.has(id)).map(({ id }) => id);
}
