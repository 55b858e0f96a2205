import { z } from 'zod';
import type { Actor } from '../contracts/actor.ts';
import { requireActing } from '../contracts/policy.ts';
import { now } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import { validate } from '../kernel/validate.ts';
import {
	afterTalkMs,
	askError,
	bookSlot,
	cancelUntil,
	demandFreeSlot,
	lockTalk,
	moveTalk,
	slotTerms,
} from '../modules/asks/index.ts';
import { catalogError, offerAsOrdered } from '../modules/catalog/index.ts';
import { closeEscrow, registerThing, releaseEscrow, type Thing } from '../modules/orders/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';
import { returnEscrow } from './return-escrow.ts';

const booking = z.object({
	slotId: z.coerce.number('asks.slot_missing').int('asks.slot_missing').positive('asks.slot_missing'),
	note: z.string().trim().max(1000, 'asks.too_long').default(''),
});

/** An hour of somebody: paid at booking, earned a day after it is over. Who pays for a taken slot gets the money back. */
export const talkThing: Thing = {
	async demandBuyable(_db, buyer, offer) {
		if (offer.personId === buyer.userId) throw askError('of_oneself');
	},
	async prepare(tx, _buyer, offer, { quantity, details }) {
		if (quantity !== 1) throw catalogError('not_for_sale');
		const given = validate(booking, details);
		await demandFreeSlot(tx, given.slotId, offer);
		return given;
	},
	async earners() {
		return 'escrow';
	},
	async give(tx, sale) {
		const given = sale.details as z.output<typeof booking>;
		if (!(await bookSlot(tx, { ...given, orderId: sale.orderId, userId: sale.userId })))
			await returnEscrow(tx, sale.orderId, 'slot_missed');
	},
	async takeBack(tx, sale) {
		await closeEscrow(tx, sale.orderId);
		const booked = await tx
			.selectFrom('slot_bookings')
			.select('status')
			.where('order_id', '=', sale.orderId)
			.executeTakeFirst();
		if (booked?.status === 'booked') await moveTalk(tx, await lockTalk(tx, sale.orderId), 'cancelled', null);
	},
};
registerThing('slot', talkThing);

/**
 * Calls a booked talk off; the money goes back. Its expert may until it is over, who booked it until the hours before
 * its start that the offer names.
 *
 * @throws asks.not_found for anybody else; asks.cancel_late, asks.wrong_status
 */
export async function cancelTalk(db: Db, actor: Actor, orderId: OrderId): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const talk = await lockTalk(tx, orderId);
		const { booking, slot } = talk;
		if (booking.booked_by !== userId && slot.expert_id !== userId) throw askError('not_found');
		const { offer_id } = await tx
			.selectFrom('orders')
			.select('offer_id')
			.where('id', '=', orderId)
			.executeTakeFirstOrThrow();
		const { cancelHours } = slotTerms.parse((await offerAsOrdered(tx, offer_id)).terms);
		const until =
			slot.expert_id === userId
				? new Date(slot.starts_at.getTime() + slot.minutes * 60_000)
				: cancelUntil(slot.starts_at, cancelHours);
		if (booking.status === 'booked' && now() > until) throw askError('cancel_late');
		await moveTalk(tx, talk, 'cancelled', userId);
		await returnEscrow(tx, orderId, 'talk_cancelled');
	});
}

/** Pays the expert for a talk that was over a day ago. @returns false when there was nothing to do */
export async function finishTalk(db: Db, orderId: OrderId): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const talk = await lockTalk(tx, orderId);
		const over = talk.slot.starts_at.getTime() + talk.slot.minutes * 60_000 + afterTalkMs;
		if (talk.booking.status !== 'booked' || now().getTime() < over) return false;
		await moveTalk(tx, talk, 'done', null);
		await releaseEscrow(tx, orderId, [{ userId: talk.slot.expert_id, weight: 1 }]);
		return true;
	});
}
