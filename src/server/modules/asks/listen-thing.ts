import { z } from 'zod';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../platform/db/index.ts';
import { readSettings } from '../../platform/settings/index.ts';
import { catalogError, type Offer } from '../catalog/index.ts';
import { orderError, registerThing, type Thing } from '../orders/index.ts';
import { tell } from './move-ask.ts';

const listenTerms = z.object({ askId: z.number().int() });

async function askOf(db: Db, offer: Offer) {
	const { askId } = listenTerms.parse(offer.terms);
	return db.selectFrom('asks').selectAll().where('id', '=', askId).executeTakeFirst();
}

/** Reading somebody else's paid answer. What it costs is the asker's, the expert's and the platform's. */
export const listenThing: Thing = {
	async demandBuyable(db, buyer, offer) {
		const ask = await askOf(db, offer);
		if (ask?.status !== 'answered' || ask.item_id !== null) throw catalogError('not_for_sale');
		if (
			ask.asker_id === buyer.userId ||
			ask.expert_id === buyer.userId ||
			(await heard(db, ask.id, buyer.userId))
		)
			throw orderError('already_owned');
	},
	async prepare(_tx, _buyer, _offer, { quantity }) {
		if (quantity !== 1) throw catalogError('not_for_sale');
		return {};
	},
	async hasAlready(tx, userId, offer) {
		return heard(tx, listenTerms.parse(offer.terms).askId, userId);
	},
	async earners(tx, sale) {
		const ask = (await askOf(tx, sale.offer))!;
		const { listenAskerBps } = await readSettings(tx);
		return [
			{ userId: ask.asker_id, weight: listenAskerBps },
			{ userId: ask.expert_id, weight: 10_000 - listenAskerBps },
		].filter(({ weight }) => weight > 0);
	},
	async give(tx, sale) {
		const ask = (await askOf(tx, sale.offer))!;
		const first = await tx
			.insertInto('ask_listens')
			.values({ ask_id: ask.id, user_id: sale.userId, order_id: sale.orderId, at: now() })
			.onConflict((conflict) => conflict.doNothing())
			.returning('ask_id')
			.executeTakeFirst();
		if (first) await tell(tx, ask, 'heard', sale.userId);
	},
	async takeBack(tx, sale) {
		await tx.deleteFrom('ask_listens').where('order_id', '=', sale.orderId).execute();
	},
};
registerThing('listen', listenThing);

async function heard(db: Db, askId: number, userId: number): Promise<boolean> {
	const row = await db
		.selectFrom('ask_listens')
		.select('ask_id')
		.where('ask_id', '=', askId)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return row !== undefined;
}
