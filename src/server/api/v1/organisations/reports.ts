import { z } from '@hono/zod-openapi';
import * as organisations from '../../../modules/organisations/index.ts';
import { answer, listed, type Operation, operation } from '../../operation.ts';
import { cursor, idParam, limit, listOf } from '../../schemas/common.ts';
import * as shape from '../../schemas/organisations.ts';
import { handle, known, look, slug } from './parts.ts';

const teamQuery = z.object({ team: idParam('team').optional() });
const lineJson = ({ userId: _, ...line }: organisations.LineReport) => line;

/** What an organisation sees of what its people learn. */
export const reportOperations: Operation[] = [
	operation({
		...look,
		id: 'reportOrganisation',
		path: '/organisations/{slug}/report',
		summary: 'Read the report of an organisation',
		description: 'A lead reads that of their teams.',
		params: { slug },
		query: teamQuery,
		returns: { status: 200, schema: shape.overview, description: 'In figures.' },
		refusals: known,
		async run({ db, actor, params, query }) {
			return answer(
				await organisations.reportOrganisation(db, actor, params.slug, { team: query.team ?? null }),
			);
		},
	}),
	operation({
		...look,
		id: 'reportOrganisationPeople',
		path: '/organisations/{slug}/report/people',
		summary: 'Read the report of an organisation, person by person',
		params: { slug },
		query: z.object({ team: idParam('team').optional(), cursor, limit: limit(1000, 50) }),
		returns: { status: 200, schema: listOf(shape.personReport), description: 'By name.' },
		refusals: known,
		async run(call) {
			const { team, cursor, limit } = call.query;
			const found = await organisations.reportPeople(call.db, call.actor, call.params.slug, {
				team: team ?? null,
				cursor: cursor ?? null,
				limit,
			});
			return listed(
				call,
				found,
				found.items.map(({ userId: _, ...one }) => one),
			);
		},
	}),
	operation({
		...look,
		id: 'reportOrganisationPerson',
		path: '/organisations/{slug}/report/people/{handle}',
		summary: 'Read the report of one person, line by line',
		params: { slug, handle },
		returns: { status: 200, schema: listOf(shape.line), description: 'What is due first comes first.' },
		refusals: [...known, 'common.not_found'],
		async run(call) {
			const { slug, handle } = call.params;
			const lines = await organisations.reportPerson(call.db, call.actor, slug, handle);
			return listed(call, { items: lines.map(lineJson), next: null });
		},
	}),
	operation({
		...look,
		id: 'reportMyself',
		path: '/organisations/{slug}/report/mine',
		summary: 'Read what an organisation sees of me',
		params: { slug },
		returns: { status: 200, schema: shape.ownReport, description: 'The lines, and who sees them.' },
		refusals: known,
		async run({ db, actor, params }) {
			const { lines, seenBy } = await organisations.reportMyself(db, actor, params.slug);
			return answer({ lines: lines.map(lineJson), seenBy });
		},
	}),
];
