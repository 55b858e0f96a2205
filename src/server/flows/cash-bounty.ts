import { z } from 'zod';
import type { Actor } from '../contracts/actor.ts';
import { requireActing } from '../contracts/policy.ts';
import { now } from '../kernel/clock.ts';
import { commonError } from '../kernel/errors.ts';
import type { ItemId, OrderId } from '../kernel/ids.ts';
import { validate } from '../kernel/validate.ts';
import { beginBounty, demandOpenQuestion, endBounty, lockBounty, winnerOf } from '../modules/asks/index.ts';
import { catalogError, priceSchema, setTerms } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { closeEscrow, registerThing, releaseEscrow, type Thing } from '../modules/orders/index.ts';
import { type Db, inTransaction, type Tx } from '../platform/db/index.ts';
import { type Handler, onEvents } from '../platform/events/index.ts';
import { checkout } from './checkout.ts';
import { returnEscrow } from './return-escrow.ts';

const days = z.coerce.number().int('asks.bounty_days').min(1, 'asks.bounty_days').max(30, 'asks.bounty_days');
const kept = z.object({ days: days.default(7) });
const offered = z.object({
	...priceSchema.shape,
	days: days.default(7),
	key: z.string().min(8).max(100),
});

/** The least that is offered for an answer, in minor units. */
const least = 100;

/**
 * Money for the answer to a free question: held from the offering, paid to the author of the accepted answer, returned
 * by itself when its days end without one.
 */
export const bountyThing: Thing = {
	async demandBuyable(db, buyer, offer) {
		const id = offer.itemId!;
		if ((await may(db, buyer, 'read', [{ id }])).get(id) === 'none') throw catalogError('not_for_sale');
		await demandOpenQuestion(db, id);
	},
	async prepare(_tx, _buyer, _offer, { quantity, details }) {
		if (quantity !== 1) throw catalogError('not_for_sale');
		return validate(kept, details);
	},
	async earners() {
		return 'escrow';
	},
	async give(tx, sale) {
		const { days } = sale.details as z.output<typeof kept>;
		const { orderId, userId, currency } = sale;
		const amount = sale.amount - sale.tax;
		if (await lockBounty(tx, orderId)) return;
		await beginBounty(tx, { orderId, userId, amount, currency, days, itemId: sale.offer.itemId! });
		// An answer may have been accepted while the payment was on its way.
		await payOrReturn(tx, orderId);
	},
	// It was offered to whoever answers: it is not taken away from them at will.
	async used() {
		return true;
	},
	async takeBack(tx, sale) {
		await closeEscrow(tx, sale.orderId);
		const bounty = await lockBounty(tx, sale.orderId);
		if (bounty?.status === 'running') await endBounty(tx, bounty, null);
	},
};
registerThing('bounty', bountyThing);

/**
 * Orders a bounty on a question: anybody who may read it may offer one.
 *
 * @param input `{ amount, currency, days, key }`
 * @returns the order, to be paid
 * @throws asks.bounty_not_open when it has an accepted answer, is closed or no question; common.not_found;
 *   common.invalid_input
 */
export async function offerCashBounty(
	db: Db,
	actor: Actor,
	itemId: ItemId,
	input: unknown,
): Promise<{ orderId: OrderId; toPay: boolean }> {
	requireActing(actor, 'public');
	const { amount, currency, days, key } = validate(offered, input);
	if (amount < least)
		throw commonError('invalid_input', { fields: { amount: 'asks.bounty_low' }, params: { least } });
	return inTransaction(db, async (tx) => {
		if ((await may(tx, actor, 'read', [{ id: itemId }])).get(itemId) === 'none')
			throw commonError('not_found');
		await tx.selectFrom('items').select('id').where('id', '=', itemId).forNoKeyUpdate().execute();
		await demandOpenQuestion(tx, itemId);
		const offerId = await setTerms(
			tx,
			{ sells: 'bounty', item_id: itemId },
			{ price: { amount: least, currency }, pricing: 'open' },
		);
		return checkout(tx, actor, { offerId, key, amount, details: { days } });
	});
}

async function payOrReturn(tx: Tx, orderId: OrderId): Promise<boolean> {
	const bounty = await lockBounty(tx, orderId);
	if (!bounty || bounty.status !== 'running') return false;
	const winner = await winnerOf(tx, bounty);
	if (!winner && bounty.ends_at > now()) return false;
	if (!(await endBounty(tx, bounty, winner))) return false;
	if (winner) await releaseEscrow(tx, orderId, [{ userId: winner.userId, weight: 1 }]);
	else await returnEscrow(tx, orderId, 'bounty_ended');
	return true;
}

/** Ends a bounty whose days are over: paid when an answer was accepted by then, else returned. */
export function closeBounty(db: Db, orderId: OrderId): Promise<boolean> {
	return inTransaction(db, (tx) => payOrReturn(tx, orderId));
}

/** An accepted answer is paid at once. */
export const bountyHandlers: Handler[] = [
	onEvents('asks.pay-bounties', ['questions.accepted'], async (tx, event) => {
		const running = await tx
			.selectFrom('cash_bounties')
			.select('order_id')
			.where('item_id', '=', event.payload.itemId)
			.where('status', '=', 'running')
			.orderBy('order_id')
			.execute();
		for (const { order_id } of running) await payOrReturn(tx, order_id);
	}),
];
