import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differences } from './differences.ts';
import { type Facts, levelFor, needsOf } from './levels.ts';
import { dependencesOf, findLoop } from './loops.ts';
import { type Rules, rulesSchema, weigh, worthOf } from './rules.ts';

const first = rulesSchema.parse(
	JSON.parse(/\$rules\$([\s\S]+)\$rules\$/.exec(readFileSync('migrations/0025_standing.sql', 'utf8'))![1]!),
);
const changed = (change: (rules: Rules) => void): Rules => {
	const copy = structuredClone(first);
	change(copy);
	return copy;
};

test('a kind without a rule of its own goes by the rule for all kinds', () => {
	expect(worthOf(first, 'reputation', 'up', 'question')).toBe(5);
	expect(worthOf(first, 'reputation', 'up', 'snippet')).toBe(10);
	expect(worthOf(first, 'reputation', 'up', 'comment')).toBe(0);
	expect(worthOf(first, 'reputation', 'visited', null)).toBe(0);
});

test('a cap leaves what is left of the day; losses are never capped', () => {
	expect(weigh(first.reputation, 'up', 10, { today: 195, votes: 0 })).toBe(5);
	expect(weigh(first.reputation, 'up', 10, { today: 230, votes: 0 })).toBe(0);
	expect(weigh(first.reputation, 'accepted', 15, { today: 230, votes: 0 })).toBe(15);
	expect(weigh(first.reputation, 'down', -2, { today: 230, votes: 0 })).toBe(-2);
});

test('repeated votes of one person for another bring less and less', () => {
	const rules = changed((r) => {
		r.reputation.pair = { free: 2, days: 30, percent: 50 };
	});
	const brought = [0, 1, 2, 3, 4, 5, 6].map((votes) =>
		weigh(rules.reputation, 'up', 10, { today: 0, votes }),
	);
	expect(brought).toEqual([10, 10, 5, 2, 1, 0, 0]);
});

test.each([
	['two rules for one thing', (r: Rules) => r.rules.push({ ...r.rules[0]! })],
	[
		'a level that asks for less than the one below',
		(r: Rules) => Object.assign(r.levels[3]!, { reputation: 10 }),
	],
	['levels in another order', (r: Rules) => r.levels.reverse()],
	['an amount that is no whole number', (r: Rules) => Object.assign(r.rules[0]!, { amount: 1.5 })],
	['a part of more than all', (r: Rules) => Object.assign(r, { keepPercent: 101 })],
	['a cause that nobody knows', (r: Rules) => Object.assign(r.rules[0]!, { cause: 'winking' })],
	['a field that nobody knows', (r: Rules) => Object.assign(r, { more: 1 })],
])('refuses %s', (_, change) => {
	expect(rulesSchema.safeParse(changed(change as (rules: Rules) => void)).success).toBe(false);
});

const nobody: Facts = {
	joinedDays: 400,
	visitedDays: 120,
	recentDays: 60,
	itemsRead: 900,
	reputation: 6000,
	cleanDays: null,
	levelDays: null,
};

test('somebody rises as far as everything is met, over several levels at once', () => {
	expect(levelFor(first, 0, nobody)).toBe(4);
	expect(levelFor(first, 0, { ...nobody, itemsRead: 100 })).toBe(2);
	expect(levelFor(first, 0, { ...nobody, joinedDays: 0 })).toBe(0);
});

test('nobody goes up and down at an edge: a level is kept until well below what it asks for', () => {
	const atThree = { ...nobody, levelDays: 30 };
	expect(levelFor(first, 3, { ...atThree, reputation: 999 })).toBe(3);
	expect(levelFor(first, 3, { ...atThree, reputation: 899 })).toBe(2);
	expect(levelFor(first, 3, { ...atThree, reputation: 899, levelDays: 3 })).toBe(3);
	expect(levelFor(first, 4, { ...atThree, reputation: 6000, recentDays: 20 })).toBe(3);
});

test('a decision against somebody costs the level at once, even a new one', () => {
	expect(levelFor(first, 3, { ...nobody, cleanDays: 0, levelDays: 1 })).toBe(1);
	expect(levelFor(first, 0, { ...nobody, cleanDays: 100 })).toBe(3);
});

test('what is missing for a level is said, field by field', () => {
	expect(needsOf(first.levels[1]!, { ...nobody, reputation: 150 }).filter((need) => !need.met)).toEqual([
		{ field: 'reputation', needed: 200, has: 150, met: false },
	]);
});

test('rules that feed each other are found, over whatever stands between', () => {
	expect(findLoop(dependencesOf(first))).toBe(null);
	const badges = [{ from: 'points', to: 'reward:badge' }];
	const giving = changed((r) => {
		r.rules.push({ ledger: 'points', cause: 'reward', of: 'badge', amount: 5 });
	});
	expect(findLoop(dependencesOf(giving))).toBe(null);
	expect(findLoop([...dependencesOf(giving), ...badges])).toEqual(['reward:badge', 'points', 'reward:badge']);
	const levels = changed((r) => {
		r.rules.push({ ledger: 'reputation', cause: 'level-reached', of: null, amount: 5 });
	});
	expect(findLoop(dependencesOf(levels))).toEqual(['reputation', 'level', 'reputation']);
});

test('the difference of two versions names what changed, was added and is gone', () => {
	const after = changed((r) => {
		r.rules[0]!.amount = 7;
		r.rules.pop();
		r.levels[1]!.reputation = 300;
		r.points.decay = { idleDays: 90, percent: 5 };
	});
	expect(differences(first, after)).toEqual(
		[
			{ path: 'levels/2/reputation', before: 200, after: 300 },
			{ path: 'points/decay', before: null, after: null },
			{ path: 'points/decay/idleDays', before: null, after: 90 },
			{ path: 'points/decay/percent', before: null, after: 5 },
			{ path: 'rules/points/mentored/*', before: 5, after: null },
			{ path: 'rules/reputation/up/question', before: 5, after: 7 },
		].filter((one) => one.before !== one.after),
	);
	expect(differences(first, structuredClone(first))).toEqual([]);
});
