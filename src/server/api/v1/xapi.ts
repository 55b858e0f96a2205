import { z } from '@hono/zod-openapi';
import { listStatements, type StatementFilter, verbNames } from '../../modules/xapi/index.ts';
import { listed, type Operation, operation } from '../operation.ts';
import { count, cursor, day, idParam, limit, time } from '../schemas/common.ts';

const filter = z.object({
	course: idParam('course').optional(),
	person: z.string().max(60).optional().openapi({ example: 'wu-tong', description: 'Handle of a learner.' }),
	verb: z.enum(verbNames).optional(),
	since: day,
	until: day.openapi({ description: 'Before this day, UTC.' }),
});

const moment = (given: string | undefined) => (given ? new Date(`${given}T00:00:00Z`) : null);

export function filterOf(given: z.output<typeof filter>): StatementFilter {
	return {
		courseId: given.course ?? null,
		person: given.person ?? null,
		verb: given.verb ?? null,
		since: moment(given.since),
		until: moment(given.until),
	};
}

/** What learners did, as statements of xAPI. */
export const xapiOperations: Operation[] = [
	operation({
		id: 'listStatements',
		method: 'get',
		path: '/xapi/statements',
		tag: 'Learning',
		summary: 'List what learners did, as statements of xAPI 1.0.3',
		description:
			'In the order in which they were kept. All of them are for administrators; who reports on a course names it and reads that one’s.',
		needs: 'member',
		scope: 'read',
		query: z.object({ ...filter.shape, cursor, limit: limit(500, 100) }),
		returns: {
			status: 200,
			schema: z.object({
				data: z.array(
					z.object({
						number: count(12),
						verb: z.enum(verbNames),
						happenedAt: time(),
						handle: z.string().nullable().openapi({ example: 'wu-tong' }),
						courseId: z.int().nullable().openapi({ example: 42 }),
						statement: z.record(z.string(), z.unknown()).openapi({
							example: { id: '8f4f…', actor: { account: { homePage: 'https://stoa.example', name: '7' } } },
						}),
					}),
				),
				next: z.string().nullable(),
			}),
			description: 'Statements with whom they are about.',
		},
		refusals: ['courses.not_found'],
		async run(call) {
			const { cursor: from, limit: most, ...given } = call.query;
			const page = await listStatements(call.db, call.actor, filterOf(given), {
				cursor: from ?? null,
				limit: most,
			});
			return listed(call, page);
		},
	}),
];
