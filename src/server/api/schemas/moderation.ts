import { z } from '@hono/zod-openapi';
import { measureNames } from '../../modules/moderation/index.ts';
import { count, id, listOf, text, time } from './common.ts';

const who = z
	.object({ id: id(7), handle: text('lin-wei'), name: text('林蔚') })
	.nullable()
	.openapi('ModerationPerson');
const measure = z.enum(measureNames);
const item = z.object({ id: id(), kind: text('question'), slug: text('why-slow') });
const hours = z.number().nullable().openapi({ example: 2.5, description: 'Hours; null: nothing to count.' });
const share = z.number().openapi({ example: 0.64 });

export const decisionBody = z
	.object({
		measures: z
			.array(measure)
			.max(12)
			.openapi({ example: ['hide'], description: 'None, or `dismiss`: nothing wrong.' }),
		category: z.string().nullish().openapi({ example: 'spam', description: 'The rule that was broken.' }),
		reason: z.string().min(3).max(2000).openapi({ example: 'Sells watches.' }),
		days: z
			.int()
			.min(1)
			.max(3650)
			.nullish()
			.openapi({ example: null, description: 'Of slow, silence and suspend; null: without an end.' }),
		pauseMinutes: z.int().min(1).max(10_080).nullish().openapi({ example: null, description: 'Of slow.' }),
		duplicateOf: z.int().positive().nullish().openapi({ example: null, description: 'Of merge.' }),
		spaceId: z.int().positive().nullish().openapi({ example: null, description: 'Of move.' }),
		title: z.string().max(300).nullish().openapi({ example: null, description: 'Of edit.' }),
		source: z.string().max(100_000).nullish().openapi({ example: null, description: 'Of edit.' }),
	})
	.openapi('ModerationDecisionInput');

export const bulkBody = z
	.object({
		caseIds: z
			.array(z.int().positive())
			.min(1)
			.max(50)
			.openapi({ example: [42] }),
		decision: decisionBody,
	})
	.openapi('ModerationBulkInput');

const restraint = z
	.object({
		id: id(3),
		kind: z.enum(['slow', 'silence', 'suspend']),
		reason: text('Shouting.'),
		pauseSeconds: z.int().nullable().openapi({ example: null, description: 'Of slow: between two posts.' }),
		startsAt: time(),
		endsAt: time().nullable(),
	})
	.openapi('Restraint');

const row = {
	id: id(),
	subject: z.enum(['item', 'reply', 'person', 'finding']),
	itemId: id().nullable(),
	replyId: id(99).nullable(),
	findingId: id(5).nullable(),
	personId: id(7).nullable(),
	people: z.array(z.int()).openapi({ example: [], description: 'Of a finding: all of them.' }),
	spaceId: id(1).nullable(),
	source: z.enum(['report', 'checks', 'fairplay']),
	status: z.enum(['open', 'decided']),
	reasons: z.array(z.string()).openapi({ example: ['spam'] }),
	reportCount: count(2),
	checks: share.openapi({ description: 'How sure the checks are, 0 to 1.' }),
	harm: z.number().openapi({ example: 3, description: '1 to 10: the worst of the reasons.' }),
	reach: z.number().openapi({ example: 2.1, description: '1 + log10(1 + readers).' }),
	confidence: share,
	priority: z.number().openapi({ example: 4.03, description: 'harm * reach * confidence.' }),
	assignedTo: id(7).nullable(),
	claimedBy: id(7).nullable(),
	claimedUntil: time().nullable(),
	openedAt: time(),
	decidedAt: time().nullable(),
	reopened: count(0),
	title: text('Why is this slow?'),
	excerpt: text('I have a table'),
	item: item.extend({ status: text('published') }).nullable(),
	replyStatus: z.string().nullable().openapi({ example: null }),
	person: who,
	space: z.object({ slug: text('commons'), name: text('Commons') }).nullable(),
	claimant: who,
	assignee: who,
	outcome: z.string().nullable().openapi({ example: null }),
	actions: z.array(z.string()),
	reportedByMe: z.boolean(),
	appealId: id(4).nullable(),
};
export const caseRow = z.object(row).openapi('ModerationCase');
export const caseList = listOf(caseRow);

const history = z
	.object({
		person: z.object({
			id: id(7),
			handle: text('lin-wei'),
			name: text('林蔚'),
			role: text('member'),
			reputation: z.int(),
			createdAt: time(),
		}),
		posts: count(),
		removed: count(0),
		cases: count(1),
		upheld: count(0),
		dismissed: count(0),
		reversed: count(0),
		reportsUpheld: count(0),
		reportsDismissed: count(0),
		decisions: z.array(
			z.object({
				id: id(),
				caseId: id(),
				outcome: text('upheld'),
				category: z.string().nullable(),
				actions: z.array(z.string()),
				at: time(),
				reversed: z.boolean(),
			}),
		),
		restraints: z.array(restraint),
		next: z.object({
			measure: z.enum(['warn', 'slow', 'silence', 'suspend']),
			days: z.int().nullable().openapi({ example: 3 }),
		}),
	})
	.nullable()
	.openapi('ModerationHistory', { description: 'What the person did before; null: nobody in particular.' });

export const casePage = z
	.object({
		row: caseRow,
		subject: z.object({
			title: text('Why is this slow?'),
			text: text('I have a table'),
			html: text('<p>I have a table</p>'),
			status: text('published'),
			kind: z.string().nullable(),
			slug: z.string().nullable(),
			locked: z.boolean(),
			revision: z.int(),
			createdAt: time().nullable(),
		}),
		reports: z.array(
			z.object({
				id: id(),
				reporter: who,
				reason: text('spam'),
				words: text(''),
				weight: share,
				revision: z.int(),
				at: time(),
			}),
		),
		notes: z.array(z.object({ id: id(), author: who, text: text('Seen him before.'), at: time() })),
		decisions: z.array(
			z.object({
				id: id(),
				outcome: text('upheld'),
				category: z.string().nullable(),
				actions: z.array(z.string()),
				reason: text('Sells watches.'),
				by: who,
				jury: z.boolean(),
				at: time(),
				undoneAt: time().nullable(),
				reversedAt: time().nullable(),
			}),
		),
		people: z.array(z.object({ id: id(7), handle: text('lin-wei'), name: text('林蔚') })),
		history,
		possible: z.array(measure).openapi({ description: 'What this caller may do in it.' }),
	})
	.openapi('ModerationCasePage');

const statementShape = {
	id: id(),
	caseId: id(),
	outcome: z.enum(['upheld', 'dismissed']),
	category: z.string().nullable().openapi({ example: 'spam' }),
	actions: z.array(measure),
	reason: text('Sells watches.'),
	title: text('Why is this slow?'),
	excerpt: text('I have a table'),
	item: item.nullable(),
	replyId: id(99).nullable(),
	subject: text('item'),
	source: z.enum(['report', 'checks', 'fairplay']),
	byJury: z.boolean(),
	decidedBy: who.openapi({ description: 'null to whom it concerns.' }),
	personId: id(7).nullable(),
	person: who,
	at: time(),
	endsAt: time().nullable(),
	appealUntil: time(),
	undoneAt: time().nullable(),
	reversedAt: time().nullable(),
	appeal: z
		.object({
			id: id(),
			words: text('It was a quotation.'),
			at: time(),
			dueAt: time(),
			status: z.enum(['open', 'upheld', 'reversed']),
			answer: text(''),
			decidedAt: time().nullable(),
			decidedBy: who,
		})
		.nullable(),
};
const statement = z.object(statementShape).openapi('StatementOfReasons');
export const statementPage = z
	.object({
		statement,
		rights: z.object({
			concerned: z.boolean(),
			appeal: z.boolean(),
			undo: z.boolean(),
			decideAppeal: z.boolean(),
			barred: z.string().nullable().openapi({ example: 'moderation.same_reviewer' }),
		}),
	})
	.openapi('StatementPage');
export const ownAffairs = z
	.object({ restraints: z.array(restraint), decisions: listOf(statement) })
	.openapi('OwnModeration');

export const ownReports = listOf(
	z
		.object({
			id: id(),
			subject: text('item'),
			title: text('Why is this slow?'),
			item: item.nullable(),
			replyId: id(99).nullable(),
			person: who,
			reason: text('spam'),
			words: text(''),
			at: time(),
			outcome: z
				.enum(['upheld', 'dismissed', 'reversed'])
				.nullable()
				.openapi({ description: 'null: waits.' }),
			decidedAt: time().nullable(),
		})
		.openapi('MyReport'),
);

export const appealList = listOf(
	z
		.object({
			id: id(),
			decisionId: id(),
			caseId: id(),
			title: text('Why is this slow?'),
			words: text('It was a quotation.'),
			appellant: who,
			decidedBy: who,
			byJury: z.boolean(),
			at: time(),
			dueAt: time(),
			overdue: z.boolean(),
			status: z.enum(['open', 'upheld', 'reversed']),
			mine: z.boolean().openapi({ description: 'The caller may decide it.' }),
		})
		.openapi('Appeal'),
);

const reversals = { decisions: count(), appeals: count(), reversed: count(0) };
export const reversalReport = z
	.object({
		since: time(),
		all: z.object({ ...reversals, open: count(0), overdue: count(0), medianHours: hours }),
		rules: z.array(z.object({ category: text('spam'), ...reversals })),
		reviewers: z.array(z.object({ reviewer: who, jury: z.boolean(), ...reversals })),
	})
	.openapi('ReversalReport');

const speed = z.object({ median: hours, p90: hours });
export const healthReport = z
	.object({
		days: count(30),
		open: count(),
		firstAction: speed,
		decision: speed,
		backlog: z.array(z.object({ upTo: z.enum(['hour', 'day', 'three', 'week', 'more']), cases: count() })),
		perDay: z.array(z.object({ day: text('2025-06-01'), opened: count(), decided: count() })),
		reversal: z.object({ appeals: count(), reversed: count() }),
		moderators: z.array(
			z.object({
				person: who,
				role: text('moderator'),
				open: count(),
				decided: count(),
				busiest: count(),
				limit: count(60),
				night: count(0),
				heavy: count(0),
				medianHours: hours,
				reversed: count(0),
				away: z.boolean(),
			}),
		),
	})
	.openapi('ModerationHealth');

export const queueCounts = z
	.object({
		open: count(),
		mine: count(),
		free: count(),
		report: count(),
		checks: count(),
		fairplay: count(),
		appeals: count(),
		overdue: count(0),
	})
	.openapi('QueueCounts');

export const duty = z
	.object({
		away: z.boolean(),
		awayUntil: z.string().nullable().openapi({ example: null }),
		dailyLimit: z.int().nullable().openapi({ example: null }),
		placeLimit: count(60),
		decidedToday: count(0),
	})
	.openapi('ModerationDuty');

export const cannedBody = z
	.object({
		title: z.string().min(1).max(80).openapi({ example: 'Advertising' }),
		text: z.string().min(1).max(2000).openapi({ example: 'Please do not advertise here.' }),
		category: z.string().nullish().openapi({ example: 'spam' }),
		language: z.enum(['zh-CN', 'en']).optional(),
		position: z.int().min(0).max(1000).optional(),
	})
	.openapi('CannedReplyInput');
export const cannedList = z
	.object({
		data: z.array(
			z
				.object({
					id: id(),
					title: text('Advertising'),
					text: text('Please do not advertise here.'),
					category: z.string().nullable(),
					language: z.enum(['zh-CN', 'en']),
					position: z.int(),
				})
				.openapi('CannedReply'),
		),
	})
	.openapi('CannedReplyList');

export const madeThing = (name: string) => z.object({ id: id() }).openapi(name);
export const bulkOutcomes = z
	.object({
		data: z.array(
			z.object({
				caseId: id(),
				decisionId: id().nullable(),
				refused: z.string().nullable().openapi({ example: null }),
			}),
		),
	})
	.openapi('ModerationBulkOutcome');
