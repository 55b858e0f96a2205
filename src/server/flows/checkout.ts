import { z } from 'zod';
import type { Actor } from '../contracts/actor.ts';
import { now } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import type { Currency } from '../kernel/money.ts';
import { type Providers, placeOrder, providersTaking, settleFree } from '../modules/orders/index.ts';
import { orderTrial } from '../modules/subscriptions/index.ts';
import { type Db, inTransaction, type Tx } from '../platform/db/index.ts';
import { fulfil } from './fulfil.ts';

/**
 * Orders an offer; of a plan that may be tried for free, its trial. What costs nothing is handed over at once; everything
 * else waits for its payment.
 *
 * @param asksMeans whether a trial in this currency waits for a means of payment; see {@link trialMeans}
 * @returns the order, and whether it is to be paid
 * @throws as `placeOrder`
 */
export function checkout(
	db: Db,
	actor: Actor,
	input: unknown,
	asksMeans: (currency: Currency) => boolean = () => false,
): Promise<{ orderId: OrderId; toPay: boolean }> {
	return inTransaction(db, async (tx) => {
		const tried = await trial(tx, actor, input);
		if (tried && (await waitsForMeans(tx, tried.orderId, asksMeans))) return { ...tried, toPay: true };
		const { orderId, toPay } = tried ?? (await placeOrder(tx, actor, input));
		if (!toPay && (await settleFree(tx, orderId))) await fulfil(tx, orderId, null, 0);
		return { orderId, toPay };
	});
}

/**
 * Whether a trial waits for a means of payment: where the operator asks for one and a provider that takes the currency can
 * keep it. Where none can, a trial takes nothing.
 */
export function trialMeans(
	settings: { trialAsksMeans: boolean },
	providers: Providers,
): (currency: Currency) => boolean {
	return (currency) => settings.trialAsksMeans && providersTaking(providers, currency, 0).length > 0;
}

/** True for a trial that begins when the means of payment is there; it waits for a day. */
async function waitsForMeans(
	tx: Tx,
	orderId: OrderId,
	asksMeans: (currency: Currency) => boolean,
): Promise<boolean> {
	const order = await tx
		.selectFrom('orders')
		.select(['status', 'currency'])
		.where('id', '=', orderId)
		.executeTakeFirstOrThrow();
	if (order.status !== 'pending' || !asksMeans(order.currency as Currency)) return false;
	await tx
		.updateTable('orders')
		.set({ expires_at: new Date(now().getTime() + 86_400_000) })
		.where('id', '=', orderId)
		.execute();
	return true;
}

const trialAsked = z.object({
	offerId: z.coerce.number().int().positive(),
	key: z.string().min(8).max(100),
	gift: z.unknown().optional(),
});

async function trial(
	tx: Tx,
	actor: Actor,
	input: unknown,
): Promise<{ orderId: OrderId; toPay: boolean } | null> {
	const asked = trialAsked.safeParse(input);
	// What is wrong with the input is said where orders are placed; nobody gives a trial away.
	if (!asked.success || asked.data.gift) return null;
	const orderId = await orderTrial(tx, actor, asked.data);
	return orderId === null ? null : { orderId, toPay: false };
}
