import { z } from '@hono/zod-openapi';
import { isStaff } from '../../contracts/actor.ts';
import { commonError } from '../../kernel/errors.ts';
import { readHealth, readQuality } from '../../modules/quality/index.ts';
import { answer, type Operation, operation } from '../operation.ts';
import { idParam } from '../schemas/common.ts';
import * as shape from '../schemas/governance.ts';

const tag = 'Self-government';

/** How good things are here: one item, and the place as a whole. */
export const qualityOperations: Operation[] = [
	operation({
		id: 'readCommunityHealth',
		method: 'get',
		path: '/community-health',
		tag,
		summary: 'Read how the place is, by weeks',
		description: 'Staff are told small numbers, too; for others a share of fewer than five is null.',
		needs: 'anyone',
		scope: 'read',
		query: z.object({
			weeks: z.coerce.number().int().min(1).max(104).default(13).openapi({ example: 13 }),
		}),
		returns: { status: 200, schema: shape.health, description: 'The oldest week first.' },
		async run({ db, actor, query }) {
			return answer({ data: await readHealth(db, query.weeks, isStaff(actor)) });
		},
	}),
	operation({
		id: 'readItemQuality',
		method: 'get',
		path: '/items/{id}/quality',
		tag,
		summary: 'Read the quality score of an item and what it is made of',
		description: 'For its author and for staff.',
		needs: 'member',
		scope: 'read',
		params: { id: idParam('item') },
		returns: { status: 200, schema: shape.quality, description: 'Parts are from 0 to 1.' },
		refusals: ['common.not_found'],
		async run({ db, actor, params }) {
			const quality = await readQuality(db, actor, params.id);
			if (!quality) throw commonError('not_found', { detail: 'It was not scored yet.' });
			return answer(quality);
		},
	}),
];
