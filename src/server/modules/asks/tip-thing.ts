import { z } from 'zod';
import { now } from '../../kernel/clock.ts';
import type { Currency } from '../../kernel/money.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { type PersonCard, personCards } from '../accounts/index.ts';
import { catalogError } from '../catalog/index.ts';
import { registerThing, type Thing } from '../orders/index.ts';
import { askError } from './errors.ts';

const tip = z.object({
	/** What it is for; null: for the person. */
	itemId: z.coerce
		.number()
		.int()
		.positive()
		.nullish()
		.transform((id) => id ?? null),
	message: z.string().trim().max(300, 'asks.too_long').default(''),
});

/** Nothing but thanks: earned at once. */
export const tipThing: Thing = {
	async demandBuyable(_db, buyer, offer) {
		if (offer.personId === buyer.userId) throw askError('of_oneself');
	},
	async prepare(tx, _buyer, offer, { quantity, details }) {
		const given = validate(tip, details);
		if (quantity !== 1) throw catalogError('not_for_sale');
		if (given.itemId !== null) {
			const item = await tx
				.selectFrom('items')
				.select('id')
				.where('id', '=', given.itemId)
				.where('author_id', '=', offer.personId)
				.where('status', '=', 'published')
				.executeTakeFirst();
			if (!item) throw catalogError('not_for_sale');
		}
		return given;
	},
	async give(tx, sale) {
		const { itemId, message } = sale.details as z.output<typeof tip>;
		const first = await tx
			.insertInto('tips')
			.values({
				order_id: sale.orderId,
				giver_id: sale.userId,
				receiver_id: sale.offer.personId!,
				item_id: itemId,
				message,
				at: now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('order_id')
			.executeTakeFirst();
		if (!first) return;
		await emit(tx, sale.userId, 'asks.tipped', {
			orderId: sale.orderId,
			giverId: sale.userId,
			receiverId: sale.offer.personId!,
			itemId,
		});
	},
	// The thanks were said; only the money goes back.
	async takeBack() {},
};
registerThing('tip', tipThing);

export interface Tip {
	giver: PersonCard | null;
	message: string;
	amount: number;
	currency: Currency;
	at: Date;
}

/** What somebody was tipped, the latest first, at most 30; those whose money went back are left out. */
export async function listTips(db: Db, receiverId: number): Promise<Tip[]> {
	const rows = await db
		.selectFrom('tips')
		.innerJoin('orders', 'orders.id', 'tips.order_id')
		.select(['giver_id', 'message', 'orders.amount', 'orders.currency', 'tips.at'])
		.where('receiver_id', '=', receiverId)
		.where('orders.status', '=', sql.lit('paid'))
		.orderBy('tips.at', 'desc')
		.limit(30)
		.execute();
	const people = new Map(
		(
			await personCards(
				db,
				rows.map(({ giver_id }) => giver_id),
			)
		).map((one) => [one.id, one]),
	);
	return rows.map(({ giver_id, ...row }) => ({
		...row,
		currency: row.currency as Currency,
		giver: people.get(giver_id) ?? null,
	}));
}
