import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readyTables, rulesSchema } from '../../modules/growth/index.ts';
import { silentProgress } from '../../platform/progress.ts';
import { explain, replayReputation } from './replay-reputation.ts';
import { teaDump } from './stack-exchange/tea.testing.ts';

const rules = readyTables.stackexchange(
	rulesSchema.parse(
		JSON.parse(/\$rules\$([\s\S]+)\$rules\$/.exec(readFileSync('migrations/0025_standing.sql', 'utf8'))![1]!),
	),
);

test.each([
	[{ said: 121, computed: 121, downCast: 3 }, 'equal'],
	[{ said: 221, computed: 121, downCast: 3 }, 'association-bonus'],
	[{ said: 219, computed: 121, downCast: 2 }, 'downvotes-cast'],
	[{ said: 125, computed: 121, downCast: 0 }, 'suggested-edits'],
	[{ said: 224, computed: 121, downCast: 1 }, 'several'],
	[{ said: 110, computed: 121, downCast: 2 }, 'less-than-votes'],
	[{ said: 900, computed: 121, downCast: 2 }, 'more-than-votes'],
] as const)('%o is %s', (person, why) => {
	expect(explain(person, 10)).toBe(why);
});

test('votes of a dump are weighed by the rules, and everybody is in one class', async () => {
	const found = await replayReputation(await teaDump(), () => rules, silentProgress);
	expect(found.people).toBeGreaterThan(0);
	expect(Object.values(found.all).reduce((sum, n) => sum + n, 0)).toBe(found.people);
	expect(Object.values(found.touched).reduce((sum, n) => sum + n, 0)).toBe(found.touchedPeople);
	const nothing = { ...rules, rules: [] };
	const without = await replayReputation(await teaDump(), () => nothing, silentProgress);
	// By rules that give nothing everybody has what they began with.
	expect(without.computed).toBeLessThan(found.computed);
});
