import { type Rules, ruleKey } from './rules.ts';

/** One thing that two versions of the rules say differently; null where one of them says nothing. */
export interface Difference {
	/** `rules/points/visited/*`, `levels/3/reputation`, `keepPercent` … */
	path: string;
	before: number | null;
	after: number | null;
}

/** What changed from one version to another, in a fixed order. */
export function differences(before: Rules, after: Rules): Difference[] {
	const old = flat(before);
	const young = flat(after);
	return [...new Set([...old.keys(), ...young.keys()])]
		.sort()
		.map((path) => ({ path, before: old.get(path) ?? null, after: young.get(path) ?? null }))
		.filter((one) => one.before !== one.after);
}

function flat(rules: Rules): Map<string, number | null> {
	const all = new Map<string, number | null>();
	for (const rule of rules.rules) all.set(`rules/${ruleKey(rule)}`, rule.amount);
	for (const level of rules.levels) {
		const { level: number, ...asked } = level;
		for (const [field, value] of Object.entries(asked)) all.set(`levels/${number}/${field}`, value);
	}
	const { rules: _, levels: __, ...rest } = rules;
	const walk = (value: unknown, path: string) => {
		if (typeof value === 'object' && value !== null)
			for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}/${key}` : key);
		else if (value !== undefined) all.set(path, value as number | null);
	};
	walk(rest, '');
	return all;
}
