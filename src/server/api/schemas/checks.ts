import { z } from '@hono/zod-openapi';
import { actions, checkNames, modelTasks } from '../../modules/checks/index.ts';
import { count, id, listOf, text, time } from './common.ts';

const action = z.enum(actions).openapi({
	example: 'hold',
	description: 'off, note (tell moderators), hold (wait for somebody), hide, refuse.',
});
const share = (example: number) => z.number().min(0).max(1).openapi({ example });
const limit = z.number().nullable().openapi({ example: 4, description: 'null: no limit.' });

export const rule = z
	.object({
		name: z.enum(checkNames),
		action,
		forNew: limit,
		forOthers: limit,
		holdAt: limit,
		hideAt: limit,
		changed: z.boolean().openapi({ description: 'An administrator said otherwise than the default.' }),
	})
	.openapi('CheckRule');
export const rules = z.object({ data: z.array(rule) });
export const ruleChange = z
	.object({
		action,
		forNew: limit.optional(),
		forOthers: limit.optional(),
		holdAt: limit.optional(),
		hideAt: limit.optional(),
	})
	.openapi('CheckRuleChange');

const listShape = {
	id: id(3),
	name: text('Advertising'),
	shipped: z.boolean().openapi({ description: 'Its words came with the program.' }),
	action,
	count: count(120),
	version: z.int().positive().openapi({ example: 2 }),
	changedAt: time(),
};
export const list = z.object(listShape).openapi('WordList');
export const lists = z.object({ data: z.array(list) });
export const wholeList = z
	.object({ ...listShape, words: text('代开发票\nonline casino') })
	.openapi('WordListWithWords');
export const listWritten = z
	.object({
		id: id(3),
		count: count(120),
		repeated: count(0),
		faults: z.array(
			z.object({ line: z.int().positive().openapi({ example: 7 }), code: text('checks.word_too_long') }),
		),
	})
	.openapi('WordListWritten');

export const domain = z
	.object({ domain: text('spam.example'), allowed: z.boolean(), createdAt: time() })
	.openapi('CheckedDomain');
export const domainList = listOf(domain);

const reason = z
	.looseObject({
		check: text('words'),
		action,
		sure: share(0.9),
	})
	.openapi('CheckReason', {
		description:
			'Why a check speaks against a text, with what it found: words, domains, a count, a probability.',
	});
const decision = z.enum(['publish', 'hold', 'hide']);
const checkedShape = {
	itemId: id(),
	replyId: id(99).nullable(),
	decision,
	reasons: z.array(reason),
	createdAt: time(),
};
export const checked = z.object({ data: z.array(z.object(checkedShape).openapi('TextChecked')) });
export const stopped = listOf(
	z
		.object({
			...checkedShape,
			id: id(500),
			title: text('Why is my index not used?'),
			kind: text('question'),
			slug: text('why-is-my-index-not-used'),
			status: text('held'),
			author: z.object({ handle: text('lin-qing'), name: text('林青') }).nullable(),
			again: z.boolean().openapi({ description: 'It stood already when it was looked at.' }),
		})
		.openapi('TextStopped'),
);

export const tried = z
	.object({
		normalForm: text('代开发票'),
		facts: z.object({
			hosts: z.array(z.string()),
			links: count(1),
			mentions: count(0),
			invisible: count(2),
		}),
		found: z.array(
			z.object({
				from: count(0),
				to: count(6),
				text: text('代.开发票'),
				word: text('代开发票'),
				list: text('zh'),
			}),
		),
		models: z.array(
			z.object({
				task: z.enum(modelTasks),
				version: z.int().openapi({ example: 1 }),
				probability: share(0.93),
				words: z.array(z.object({ text: text('prize'), weight: z.number().openapi({ example: 0.4 }) })),
			}),
		),
		outside: z.object({ probability: share(0.2), categories: z.array(z.string()) }).nullable(),
		reasons: z.array(reason),
		decision: z.enum(['publish', 'hold', 'hide', 'refuse']),
	})
	.openapi('TextTried');

const quality = z.looseObject({
	examples: count(1674),
	positives: count(230),
	accuracy: share(0.99),
	macroF1: share(0.97),
	auc: share(0.995),
	brier: share(0.01),
	calibrationError: share(0.005),
});
export const models = z.object({
	data: z.array(
		z
			.object({
				task: z.enum(modelTasks),
				versions: z.array(
					z.object({
						id: id(9),
						task: z.enum(modelTasks),
						version: z.int().openapi({ example: 1 }),
						active: z.boolean(),
						report: quality,
						createdAt: time(),
					}),
				),
				examples: z.array(
					z.object({ origin: text('decisions'), positives: count(60), negatives: count(80) }),
				),
			})
			.openapi('TextModel'),
	),
});

export const run = z
	.object({
		id: id(12),
		what: z.enum(['train', 'recheck']),
		task: z.enum(modelTasks).nullable(),
		status: z.enum(['waiting', 'running', 'done', 'failed']),
		done: count(120),
		total: count(400),
		found: count(3),
		fault: z.string().nullable().openapi({ example: null }),
		createdAt: time(),
		endedAt: time().nullable(),
	})
	.openapi('CheckRun');
export const runs = z.object({ data: z.array(run) });
export const asked = z.object({ id: id(12) });

export const mood = z.object({
	data: z.array(
		z
			.object({
				week: text('2026-03-02'),
				texts: count(40),
				stopped: count(1),
				judged: count(40),
				content: share(0.7).nullable(),
				spam: share(0.02).nullable(),
				toxic: share(0.03).nullable(),
			})
			.openapi('WeekOfTexts'),
	),
});
