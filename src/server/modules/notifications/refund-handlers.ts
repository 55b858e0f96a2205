import type { OrderId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { administrators } from './administrators.ts';
import { tellPeople } from './tell-people.ts';

const titleOf = async (tx: Db, orderId: OrderId) =>
	(await tx.selectFrom('orders').select('title').where('id', '=', orderId).executeTakeFirst())?.title ?? '';

/** Tells of money on its way back: who decides that somebody asks, who asked what was decided. */
export const refundHandlers: Handler[] = [
	onEvents(
		'notifications.tell-refunds',
		['orders.refund-asked', 'orders.refund-refused', 'orders.refunded', 'orders.disputed'],
		async (tx, event) => {
			const { orderId } = event.payload;
			const about = { actorId: event.actorId, eventId: event.id, subject: await titleOf(tx, orderId) };
			switch (event.type) {
				case 'orders.refund-asked': {
					const { sellerId } = event.payload;
					const staff = (await administrators(tx)).filter((id) => id !== sellerId);
					const told = { ...about, kind: 'refund_asked' as const };
					await tellPeople(tx, [sellerId], { ...told, path: '/studio/refunds' });
					return tellPeople(tx, staff, { ...told, path: '/admin/refunds' });
				}
				case 'orders.refund-refused':
					return tellPeople(tx, [event.payload.userId], {
						...about,
						actorId: null,
						kind: 'refund_refused',
						path: `/orders/${orderId}`,
					});
				case 'orders.refunded':
					return tellPeople(tx, [event.payload.userId], {
						...about,
						actorId: null,
						kind: 'refund_sent',
						path: `/orders/${orderId}`,
					});
				case 'orders.disputed':
					return tellPeople(tx, await administrators(tx), {
						...about,
						actorId: null,
						kind: 'disputed',
						path: '/admin/disputes',
					});
			}
		},
	),
];
