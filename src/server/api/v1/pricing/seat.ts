import { assignSeat, freeSeat, listSeatPools, orderError } from '../../../modules/orders/index.ts';
import { doing, listed, type Operation, operation } from '../../operation.ts';
import { idParam, listOf, slugParam } from '../../schemas/common.ts';
import * as shape from '../../schemas/pricing.ts';
import { look, mine } from './parts.ts';

export const seatOperations: Operation[] = [
	operation({
		...look,
		id: 'listSeatPools',
		path: '/me/seats',
		summary: 'List the seats that I bought for others',
		returns: { status: 200, schema: listOf(shape.seatPool), description: 'The newest first.' },
		async run(call) {
			return listed(call, { items: await listSeatPools(call.db, call.actor), next: null });
		},
	}),
	doing({
		...mine,
		id: 'assignSeat',
		method: 'put',
		path: '/me/seats/{id}/people/{handle}',
		summary: 'Give a seat to somebody',
		params: { id: idParam('seats'), handle: slugParam('Their handle', 'lin-qing') },
		refusals: ['orders.not_found', 'orders.seats_taken'],
		run: ({ db, actor, params }) => assignSeat(db, actor, params.id, { handle: params.handle }),
	}),
	doing({
		...mine,
		id: 'freeSeat',
		method: 'delete',
		path: '/me/seats/{id}/people/{handle}',
		summary: 'Take a seat back',
		params: { id: idParam('seats'), handle: slugParam('Their handle', 'lin-qing') },
		refusals: ['orders.not_found'],
		async run({ db, actor, params }) {
			const pool = (await listSeatPools(db, actor)).find(({ id }) => id === params.id);
			const person = pool?.people.find(({ handle }) => handle === params.handle);
			if (!person) throw orderError('not_found');
			await freeSeat(db, actor, params.id, person.id);
		},
	}),
];
