import { z } from '@hono/zod-openapi';
import * as organisations from '../../../modules/organisations/index.ts';
import { answer, doing, listed, made, type Operation, operation } from '../../operation.ts';
import { count, id, idParam, listOf } from '../../schemas/common.ts';
import * as shape from '../../schemas/organisations.ts';
import { act, handle, known, look, slug } from './parts.ts';

/** Seats of an organisation: granted, lent, given and taken back. */
export const seatOperations: Operation[] = [
	operation({
		...look,
		id: 'listOrganisationSeats',
		path: '/organisations/{slug}/seats',
		summary: 'List the seats of an organisation',
		params: { slug },
		returns: { status: 200, schema: listOf(shape.pool), description: 'The newest first.' },
		refusals: known,
		async run(call) {
			const items = await organisations.listOrganisationSeats(call.db, call.actor, call.params.slug);
			return listed(call, { items, next: null });
		},
	}),
	operation({
		...act,
		method: 'post',
		id: 'grantOrganisationSeats',
		path: '/organisations/{slug}/seats',
		summary: 'Grant seats by contract',
		description: 'For administrators of the whole place. Exactly one of `courseId` and `space`.',
		params: { slug },
		body: z
			.object({
				courseId: z.int().positive().optional().openapi({ example: 7 }),
				space: z.string().max(60).optional(),
				seats: z.int().min(1).max(100_000).openapi({ example: 20 }),
				months: z.int().min(1).max(120).openapi({ example: 12 }),
				note: z.string().max(200).optional(),
			})
			.openapi('SeatGrant'),
		example: { courseId: 7, seats: 20, months: 12 },
		returns: { status: 201, schema: z.object({ id: id(5) }).openapi('SeatsMade'), description: 'Their id.' },
		refusals: [...known, 'organisations.seats_target'],
		async run({ db, actor, params, body: { space, note, courseId, ...given } }) {
			const made_ = await organisations.grantSeats(db, actor, params.slug, {
				...given,
				courseId: courseId ?? null,
				spaceSlug: space ?? null,
				note: note ?? '',
			});
			return made(`/api/v1/organisations/${params.slug}/seats`, { id: made_ });
		},
	}),
	doing({
		...act,
		method: 'delete',
		id: 'endOrganisationSeats',
		path: '/organisations/{slug}/seats/{id}',
		summary: 'End seats that were granted by contract',
		params: { slug, id: idParam('seats') },
		refusals: [...known, 'organisations.seats_not_found'],
		run: ({ db, actor, params }) => organisations.endSeats(db, actor, params.slug, params.id),
	}),
	doing({
		...act,
		method: 'put',
		id: 'lendSeats',
		path: '/organisations/{slug}/seats/{id}/lending',
		summary: 'Put seats that I bought into the hands of an organisation',
		params: { slug, id: idParam('seats') },
		refusals: [...known, 'organisations.seats_not_found'],
		run: ({ db, actor, params }) => organisations.lendSeats(db, actor, params.slug, params.id),
	}),
	doing({
		...act,
		method: 'put',
		id: 'giveOrganisationSeat',
		path: '/organisations/{slug}/seats/{id}/people/{handle}',
		summary: 'Give a seat to a member',
		params: { slug, id: idParam('seats'), handle },
		refusals: [
			...known,
			'organisations.seats_not_found',
			'organisations.person_unknown',
			'orders.seats_taken',
		],
		run: ({ db, actor, params }) =>
			organisations.giveSeat(db, actor, params.slug, { poolId: params.id, handle: params.handle }),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'freeOrganisationSeat',
		path: '/organisations/{slug}/seats/{id}/people/{handle}',
		summary: 'Take a seat back',
		params: { slug, id: idParam('seats'), handle },
		refusals: [...known, 'organisations.seats_not_found'],
		run: ({ db, actor, params }) =>
			organisations.freeSeatOf(db, actor, params.slug, { poolId: params.id, handle: params.handle }),
	}),
	operation({
		...act,
		method: 'put',
		id: 'giveTeamSeats',
		path: '/organisations/{slug}/seats/{id}/teams/{teamId}',
		summary: 'Give seats to a team',
		description: 'Everybody in it sits down, or nobody; who joins later sits down while there are seats.',
		params: { slug, id: idParam('seats'), teamId: idParam('team') },
		returns: {
			status: 200,
			schema: z.object({ seated: count(7) }).openapi('TeamSeated'),
			description: 'How many sat down.',
		},
		refusals: [
			...known,
			'organisations.seats_not_found',
			'organisations.seats_too_few',
			'organisations.team_not_found',
		],
		async run({ db, actor, params }) {
			const { slug, id, teamId } = params;
			return answer({
				seated: await organisations.giveTeamSeats(db, actor, slug, { poolId: id, teamId }),
			});
		},
	}),
];
