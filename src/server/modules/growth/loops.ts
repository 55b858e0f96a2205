import type { Db } from '../../platform/db/index.ts';
import { activeRules } from './active-rules.ts';
import { growthError } from './errors.ts';
import { type Rules, worthOf } from './rules.ts';

/*
 * Standing may depend on standing: a badge that asks for points and gives points would give without end. Whoever makes
 * something that is earned by standing, or gives standing, says so here; rules that close a circle are refused when they
 * are saved, whichever side is saved last.
 */

/** `to` is reached by having `from`: `{ from: 'points', to: 'reward:badge' }`. */
export interface Dependence {
	from: string;
	to: string;
}

type Source = (db: Db) => Promise<Dependence[]>;
const sources = new Map<string, Source>();

/**
 * Tells what else depends on standing, or gives it. Nodes are `reputation`, `points`, `level`, `reward:<what>`.
 *
 * @param name of the module, so that telling twice is telling once
 */
export function registerDependences(name: string, source: Source): void {
	sources.set(name, source);
}

/** What a table of rules makes depend on what. */
export function dependencesOf(rules: Rules): Dependence[] {
	const found: Dependence[] = [];
	if (rules.levels.some((level) => level.reputation > 0)) found.push({ from: 'reputation', to: 'level' });
	for (const ledger of ['reputation', 'points'] as const) {
		for (const rule of rules.rules) {
			if (rule.ledger !== ledger || rule.amount <= 0) continue;
			if (rule.cause === 'level-reached') found.push({ from: 'level', to: ledger });
			if (rule.cause === 'reward')
				for (const what of rule.of === null ? rewards : [rule.of])
					if (worthOf(rules, ledger, 'reward', what) > 0) found.push({ from: `reward:${what}`, to: ledger });
		}
	}
	return found;
}

const rewards = ['badge', 'quest', 'challenge', 'honour', 'pool', 'order'];

/** A circle among them, as the nodes one comes by; null when there is none. */
export function findLoop(all: readonly Dependence[]): string[] | null {
	const next = new Map<string, string[]>();
	for (const { from, to } of all) next.set(from, [...(next.get(from) ?? []), to]);
	const done = new Set<string>();
	const walk = (node: string, path: string[]): string[] | null => {
		const at = path.indexOf(node);
		if (at >= 0) return [...path.slice(at), node];
		if (done.has(node)) return null;
		for (const to of next.get(node) ?? []) {
			const loop = walk(to, [...path, node]);
			if (loop) return loop;
		}
		done.add(node);
		return null;
	};
	for (const node of next.keys()) {
		const loop = walk(node, []);
		if (loop) return loop;
	}
	return null;
}

/**
 * Refuses what would close a circle with everything else that is in force.
 *
 * @param rules those about to be saved; left out, those in force
 * @param more what else is about to be saved, by who made it
 * @throws growth.rules_loop with `params.loop`
 */
export async function refuseLoops(
	db: Db,
	rules: Rules | null,
	more: { source: string; dependences: readonly Dependence[] } | null = null,
): Promise<void> {
	const all = [...dependencesOf(rules ?? (await activeRules(db)).rules), ...(more?.dependences ?? [])];
	for (const [name, source] of sources) if (name !== more?.source) all.push(...(await source(db)));
	const loop = findLoop(all);
	if (loop) {
		throw growthError('rules_loop', {
			params: { loop: loop.join(' → ') },
			detail: `These would feed each other: ${loop.join(' → ')}.`,
		});
	}
}
