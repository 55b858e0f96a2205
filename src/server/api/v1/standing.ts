import { z } from '@hono/zod-openapi';
import { type Actor, privileges, requireMember } from '../../contracts/actor.ts';
import { voteOnClosing } from '../../flows/close-by-vote.ts';
import { commonError } from '../../kernel/errors.ts';
import {
	activateDraft,
	activeRules,
	askSimulation,
	beginDraft,
	differences,
	discardDraft,
	growthError,
	lastSimulation,
	listPoints,
	readDraft,
	readStanding,
	saveDraft,
} from '../../modules/growth/index.ts';
import { retagItem } from '../../modules/items/index.ts';
import { closeSchema } from '../../modules/questions/index.ts';
import { answer, doing, listed, made, type Operation, operation } from '../operation.ts';
import { cursor, id, idParam, limit, listOf } from '../schemas/common.ts';
import * as shape from '../schemas/standing.ts';

const tag = 'Standing';
const reading = { tag, needs: 'member', scope: 'read' } as const;
const ruling = { tag, needs: 'member', scope: 'admin' } as const;
const forbidden = 'common.forbidden';
const ofQuestion = [
	'items.not_found',
	'items.locked',
	'items.deleted',
	'questions.not_a_question',
	forbidden,
];

function onlyAdmins(actor: Actor): void {
	requireMember(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
}

const unlimited = { perDay: {}, pair: null, newAccount: null, decay: null };
const exampleRules = {
	rules: [{ ledger: 'reputation', cause: 'up', of: 'answer', amount: 10 }],
	reputation: { ...unlimited, perDay: { up: 200 } },
	points: unlimited,
	levels: [1, 2, 3, 4].map((level) => ({
		level,
		joinedDays: level * 10,
		visitedDays: level * 5,
		recentDays: 0,
		itemsRead: level * 20,
		reputation: level * 100,
		cleanDays: 30,
	})),
	keepPercent: 90,
	graceDays: 14,
	privileges: Object.fromEntries(privileges.map((name) => [name, 2])),
	closingVotes: 3,
};

/** Reputation, points, levels, and the rules of them. */
export const standingOperations: Operation[] = [
	operation({
		id: 'readStandingRules',
		method: 'get',
		path: '/standing/rules',
		tag,
		summary: 'What reputation and points are made of, and what levels ask for and allow',
		needs: 'anyone',
		scope: 'read',
		returns: { status: 200, schema: shape.rulesInForce, description: 'The version in force.' },
		async run({ db }) {
			const { version, rules } = await activeRules(db);
			return answer({ version, rules });
		},
	}),
	operation({
		...reading,
		id: 'readMyStanding',
		method: 'get',
		path: '/me/standing',
		summary: 'My level, what it allows, and what the next one asks for',
		returns: { status: 200, schema: shape.standing, description: 'For my own eyes.' },
		async run({ db, actor }) {
			return answer(await readStanding(db, requireMember(actor).userId));
		},
	}),
	operation({
		...reading,
		id: 'listMyPoints',
		method: 'get',
		path: '/me/points',
		summary: 'Where my points come from and went to',
		query: z.object({ cursor, limit: limit(100, 30) }),
		returns: { status: 200, schema: listOf(shape.pointEntry), description: 'The newest first.' },
		async run(call) {
			const page = await listPoints(call.db, requireMember(call.actor).userId, call.query);
			return listed(
				call,
				page,
				page.items.map(({ href: _, ...entry }) => entry),
			);
		},
	}),
	operation({
		...ruling,
		id: 'readStandingDraft',
		method: 'get',
		path: '/standing/draft',
		summary: 'The draft of the rules, and what it changes',
		returns: { status: 200, schema: shape.draft, description: 'The draft.' },
		refusals: ['growth.no_draft', forbidden],
		async run({ db, actor }) {
			onlyAdmins(actor);
			const [draft, active] = await Promise.all([readDraft(db), activeRules(db)]);
			if (!draft) throw growthError('no_draft', { detail: 'There is no draft.' });
			const { name, note, rules } = draft;
			return answer({ name, note, rules, changes: differences(active.rules, rules) });
		},
	}),
	doing({
		...ruling,
		id: 'saveStandingDraft',
		method: 'put',
		path: '/standing/draft',
		summary: 'Write the draft anew, or begin one',
		body: z
			.object({
				rules: shape.rules,
				name: z.string().min(1).max(80).optional().openapi({ example: 'Spring' }),
				note: z.string().max(500).optional().openapi({ example: 'Answers are worth more' }),
			})
			.openapi('StandingDraftText'),
		example: { name: 'Spring', rules: exampleRules },
		refusals: ['growth.rules_loop', forbidden],
		async run({ db, actor, body }) {
			onlyAdmins(actor);
			if (!(await readDraft(db))) await beginDraft(db, actor, { name: body.name ?? 'API' });
			await saveDraft(db, actor, body);
		},
	}),
	doing({
		...ruling,
		id: 'discardStandingDraft',
		method: 'delete',
		path: '/standing/draft',
		summary: 'Discard the draft',
		refusals: ['growth.no_draft', forbidden],
		run: ({ db, actor }) => discardDraft(db, actor),
	}),
	operation({
		...ruling,
		id: 'tryStandingDraft',
		method: 'post',
		path: '/standing/draft/trials',
		summary: 'Try the draft on what happened in the last days',
		body: z
			.object({ days: z.int().min(1).max(92).default(30).openapi({ example: 30 }) })
			.openapi('NewStandingTrial'),
		example: { days: 30 },
		returns: { status: 201, schema: z.object({ id: id(3) }), description: 'It is weighed in a job.' },
		refusals: ['growth.no_draft', 'growth.simulation_running', forbidden],
		async run({ db, actor, body }) {
			const trial = await askSimulation(db, actor, body.days);
			return made('/api/v1/standing/draft/trials/last', { id: trial });
		},
	}),
	operation({
		...ruling,
		id: 'readStandingTrial',
		method: 'get',
		path: '/standing/draft/trials/last',
		summary: 'How far the last trial is, and what came of it',
		returns: { status: 200, schema: shape.trial, description: 'The last one of this draft.' },
		refusals: ['growth.simulation_not_found', forbidden],
		async run({ db, actor }) {
			onlyAdmins(actor);
			const trial = await lastSimulation(db);
			if (!trial) throw growthError('simulation_not_found', { detail: 'The draft was never tried.' });
			return answer(trial);
		},
	}),
	operation({
		...ruling,
		id: 'activateStandingDraft',
		method: 'put',
		path: '/standing/draft/activation',
		summary: 'Switch the draft on',
		description: 'What happens from now on is weighed by it; what was booked stays.',
		returns: {
			status: 200,
			schema: z.object({ version: z.int().openapi({ example: 2 }) }),
			description: 'Its version.',
		},
		refusals: ['growth.no_draft', 'growth.nothing_changed', 'growth.rules_loop', forbidden],
		async run({ db, actor }) {
			return answer({ version: await activateDraft(db, actor) });
		},
	}),
	operation({
		tag,
		needs: 'member',
		scope: 'write',
		id: 'retagItem',
		method: 'put',
		path: '/items/{id}/tags',
		summary: 'Change the tags of an item, and nothing else',
		description: 'For its author, who looks after it, and those whose level allows it.',
		params: { id: idParam('item') },
		body: z
			.object({
				tags: z.array(z.string()).openapi({ example: ['postgresql'] }),
				revision: z
					.int()
					.positive()
					.openapi({ example: 2, description: 'In which the tags were looked at.' }),
			})
			.openapi('NewTags'),
		example: { tags: ['postgresql'], revision: 2 },
		returns: {
			status: 200,
			schema: z.object({ revision: z.int().openapi({ example: 3 }) }),
			description: 'The revision that now stands.',
		},
		refusals: [
			'items.not_found',
			'items.locked',
			'items.deleted',
			'items.edit_conflict',
			'items.tag_reserved',
			'items.tag_new',
			forbidden,
		],
		async run({ db, actor, params, body }) {
			return answer(await retagItem(db, actor, params.id, body));
		},
	}),
	operation({
		tag,
		needs: 'member',
		scope: 'write',
		id: 'voteToClose',
		method: 'put',
		path: '/questions/{id}/closing-vote',
		summary: 'Vote to close a question',
		description: 'For those whose level gives them a say; the last vote that is needed closes it.',
		params: { id: idParam('question') },
		body: z
			.object({ reason: closeSchema.shape.reason, duplicateOf: closeSchema.shape.duplicateOf })
			.openapi('NewClosingVote'),
		example: { reason: 'unclear', duplicateOf: null },
		returns: { status: 200, schema: shape.closingVotes, description: 'How the vote stands.' },
		refusals: [
			...ofQuestion,
			'questions.already_closed',
			'questions.duplicate_missing',
			'questions.duplicate_of_itself',
			'questions.duplicate_unknown',
		],
		async run({ db, actor, params, body }) {
			return answer(await voteOnClosing(db, actor, { direction: 'close', ...body, itemId: params.id }));
		},
	}),
	operation({
		tag,
		needs: 'member',
		scope: 'write',
		id: 'voteToReopen',
		method: 'put',
		path: '/questions/{id}/reopening-vote',
		summary: 'Vote to open a closed question again',
		params: { id: idParam('question') },
		returns: { status: 200, schema: shape.closingVotes, description: 'How the vote stands.' },
		refusals: [...ofQuestion, 'questions.not_closed'],
		async run({ db, actor, params }) {
			return answer(await voteOnClosing(db, actor, { direction: 'reopen', itemId: params.id }));
		},
	}),
];
