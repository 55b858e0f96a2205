import { z } from '@hono/zod-openapi';
import {
	askToLook,
	decideFinding,
	listFindings,
	listRuns,
	readFinding,
} from '../../modules/fairplay/index.ts';
import { answer, doing, listed, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit } from '../schemas/common.ts';
import * as shape from '../schemas/fairplay.ts';

const tag = 'Fair play';
const one = { id: idParam('finding') };
const unseen = ['fairplay.finding_not_found', 'common.forbidden'];

/** Accounts that act as one: what was found, and what people make of it. For staff. */
export const fairplayOperations: Operation[] = [
	operation({
		id: 'listFairFindings',
		method: 'get',
		path: '/fair-play/findings',
		tag,
		summary: 'List what was found of accounts that act as one',
		needs: 'member',
		scope: 'read',
		query: z.object({
			status: z.enum(['open', 'confirmed', 'dismissed']).optional(),
			cursor,
			limit: limit(100, 20),
		}),
		returns: { status: 200, schema: shape.findingList, description: 'The newest first.' },
		refusals: ['common.forbidden'],
		async run(call) {
			return listed(call, await listFindings(call.db, call.actor, call.query));
		},
	}),
	operation({
		id: 'readFairFinding',
		method: 'get',
		path: '/fair-play/findings/{id}',
		tag,
		summary: 'Read a finding with its evidence',
		needs: 'member',
		scope: 'read',
		params: one,
		returns: { status: 200, schema: shape.finding, description: 'People, acts and what was measured.' },
		refusals: unseen,
		async run({ db, actor, params }) {
			return answer(await readFinding(db, actor, params.id));
		},
	}),
	operation({
		id: 'decideFairFinding',
		method: 'put',
		path: '/fair-play/findings/{id}/decision',
		tag,
		summary: 'Confirm or dismiss a finding',
		description:
			'Confirmed: what its people brought each other is worth nothing. Dismissed after that: everything comes back.',
		needs: 'member',
		scope: 'write',
		params: one,
		body: shape.decision,
		example: { decision: 'confirmed', reason: 'They say themselves that it is one person.' },
		returns: { status: 200, schema: shape.decided, description: 'How much standing was moved.' },
		refusals: [...unseen, 'fairplay.own_finding', 'fairplay.wrong_status'],
		async run({ db, actor, params, body }) {
			return answer(await decideFinding(db, actor, params.id, body));
		},
	}),
	operation({
		id: 'listFairRuns',
		method: 'get',
		path: '/fair-play/runs',
		tag,
		summary: 'List the last searches with their progress',
		needs: 'member',
		scope: 'read',
		returns: { status: 200, schema: shape.runs, description: 'The newest first.' },
		refusals: ['common.forbidden'],
		async run({ db, actor }) {
			return answer({ data: await listRuns(db, actor) });
		},
	}),
	doing({
		id: 'searchFairPlay',
		method: 'put',
		path: '/fair-play/search',
		tag,
		summary: 'Ask for a search now',
		description: 'Searches wait for each other; the one that waits already is the same.',
		needs: 'admin',
		scope: 'admin',
		refusals: ['common.forbidden'],
		run: ({ db, actor }) => askToLook(db, actor),
	}),
];
