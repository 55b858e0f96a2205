import type { LevelRule, Rules } from './rules.ts';
import { levelFields } from './rules.ts';

/** What levels ask about a person. */
export type Facts = Omit<LevelRule, 'level' | 'cleanDays'> & {
	/** Days since the last decision against them that stands; null when there is none. */
	cleanDays: number | null;
	/** Days since they came to the level they have; null when they never moved. */
	levelDays: number | null;
};

/** How far somebody is in one thing that a level asks for. */
export interface Need {
	field: (typeof levelFields)[number];
	needed: number;
	/** What there is; null for days since a decision when there was none. */
	has: number | null;
	met: boolean;
}

/** What a level asks for, and what of it somebody has. What it does not ask for is left out. */
export function needsOf(rule: LevelRule, facts: Facts): Need[] {
	return levelFields
		.filter((field) => rule[field] > 0)
		.map((field) => ({
			field,
			needed: rule[field],
			has: facts[field],
			met: facts[field] === null || facts[field] >= rule[field],
		}));
}

/**
 * The level that somebody has from now on. Up as far as everything is met; down only when what is kept of the level is
 * no longer there: reputation and recent days below a part of what it asks for, after the first days, or a decision
 * against them at any time. So nobody goes up and down at an edge.
 */
export function levelFor(rules: Rules, current: number, facts: Facts): number {
	let reached = 0;
	for (const rule of rules.levels) {
		if (!needsOf(rule, facts).every((need) => need.met)) break;
		reached = rule.level;
	}
	if (reached >= current) return reached;
	let kept = current;
	while (kept > reached && !keeps(rules, rules.levels[kept - 1]!, facts)) kept--;
	return kept;
}

function keeps(rules: Rules, rule: LevelRule, facts: Facts): boolean {
	if (facts.cleanDays !== null && facts.cleanDays < rule.cleanDays) return false;
	if (facts.levelDays !== null && facts.levelDays < rules.graceDays) return true;
	const part = rules.keepPercent / 100;
	return facts.reputation >= rule.reputation * part && facts.recentDays >= rule.recentDays * part;
}
