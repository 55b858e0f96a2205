import { z } from '@hono/zod-openapi';
import { listSegments, setSegment } from '../../../modules/catalog/index.ts';
import { doing, listed, type Operation, operation } from '../../operation.ts';
import { listOf } from '../../schemas/common.ts';
import { operate } from './parts.ts';

export const segmentOperations: Operation[] = [
	operation({
		...operate,
		id: 'listSegments',
		method: 'get',
		path: '/segments',
		summary: 'The groups of people that prices may be for',
		returns: {
			status: 200,
			schema: listOf(z.object({ segment: z.string(), people: z.int() })),
			description: 'By name.',
		},
		async run(call) {
			return listed(call, { items: await listSegments(call.db, call.actor), next: null });
		},
	}),
	doing({
		...operate,
		id: 'setSegment',
		method: 'put',
		path: '/segments/{segment}',
		summary: 'Say who is in a segment',
		params: {
			segment: z
				.string()
				.regex(/^[a-z0-9-]{1,40}$/)
				.openapi({ example: 'students' }),
		},
		body: z.object({ handles: z.array(z.string().max(60)).max(1000) }).openapi('NewSegment'),
		example: { handles: ['lin-qing'] },
		run: ({ db, actor, params, body }) => setSegment(db, actor, { ...body, segment: params.segment }),
	}),
];
