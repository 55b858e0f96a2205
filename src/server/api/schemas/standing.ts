import { z } from '@hono/zod-openapi';
import { count, id, text, time } from './common.ts';

const whole = (example: number) => z.int().openapi({ example });
const limits = z.object({
	perDay: z.record(z.string(), z.int()).openapi({
		example: { up: 200 },
		description: 'The most that a cause brings in a day (UTC).',
	}),
	pair: z
		.object({ free: whole(5), days: whole(30), percent: whole(50) })
		.nullable()
		.openapi({ description: 'Repeated votes of one person for another count less.' }),
	newAccount: z.object({ days: whole(3), hours: whole(24) }).nullable(),
	decay: z.object({ idleDays: whole(180), percent: whole(5) }).nullable(),
});

export const rules = z
	.object({
		rules: z.array(
			z.object({
				ledger: z.enum(['reputation', 'points']),
				cause: text('up'),
				of: z.string().nullable().openapi({ example: 'answer', description: 'null: all kinds.' }),
				amount: whole(10),
			}),
		),
		reputation: limits,
		points: limits,
		levels: z.array(
			z.object({
				level: whole(1),
				joinedDays: whole(1),
				visitedDays: whole(2),
				recentDays: whole(0),
				itemsRead: whole(5),
				reputation: whole(0),
				cleanDays: whole(0),
			}),
		),
		keepPercent: whole(90),
		graceDays: whole(14),
		privileges: z
			.record(z.string(), z.int().nullable())
			.openapi({ example: { edit: 3 }, description: 'From which level on; null: staff only.' }),
		closingVotes: whole(3),
	})
	.openapi('StandingRules');

export const rulesInForce = z.object({ version: whole(1), rules }).openapi('StandingRulesInForce');
const need = z.object({
	field: text('reputation'),
	needed: whole(200),
	has: z.int().nullable(),
	met: z.boolean(),
});
export const standing = z
	.object({
		level: whole(1),
		reputation: whole(120),
		points: whole(35),
		privileges: z.array(z.string()).openapi({ example: ['create-tags'] }),
		next: z.object({ level: whole(2), needs: z.array(need), privileges: z.array(z.string()) }).nullable(),
	})
	.openapi('Standing');
export const pointEntry = z
	.object({
		id: id(501),
		amount: whole(2),
		reason: text('vote'),
		itemId: id().nullable(),
		title: z.string().nullable(),
		why: text(''),
		reversal: z.boolean(),
		createdAt: time(),
	})
	.openapi('PointEntry');

const difference = z.object({
	path: text('rules/points/visited/*'),
	before: z.int().nullable(),
	after: z.int().nullable(),
});
export const draft = z
	.object({ name: text('Spring'), note: text(''), rules, changes: z.array(difference) })
	.openapi('StandingDraft');
const compared = z.object({
	before: z.int(),
	after: z.int(),
	gain: count(),
	lose: count(),
	same: count(),
	most: z.array(z.object({ userId: id(7), before: z.int(), after: z.int() })),
	spread: z.array(z.object({ from: z.int().nullable(), before: count(), after: count() })),
});
export const trial = z
	.object({
		id: id(3),
		days: count(30),
		askedAt: time(),
		status: z.enum(['waiting', 'running', 'done', 'failed']),
		done: count(),
		total: count(),
		outdated: z.boolean(),
		result: z.object({ reputation: compared, points: compared }).nullable(),
	})
	.openapi('StandingTrial');
export const closingVotes = z
	.object({ votes: count(2), needed: count(3), done: z.boolean() })
	.openapi('ClosingVotes');
