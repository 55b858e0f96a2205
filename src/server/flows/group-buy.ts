import { z } from 'zod';
import { validate } from '../kernel/validate.ts';
import { catalogError } from '../modules/catalog/index.ts';
import {
	demandPlace,
	failGroup,
	isFilled,
	type Joining,
	joinGroup,
	leaveGroup,
} from '../modules/groups/index.ts';
import { closeEscrow, registerThing, releaseEscrow, type Thing, thingOf } from '../modules/orders/index.ts';
import { type Db, inTransaction, type Tx } from '../platform/db/index.ts';
import { earnersOf } from './earners.ts';
import { readSale } from './read-sale.ts';
import { returnEscrow } from './return-escrow.ts';

const joining = z.object({
	groupId: z.coerce
		.number()
		.int()
		.positive()
		.nullish()
		.transform((id) => id ?? null),
});

/**
 * An item at the price of those who buy it together. Everybody pays at once and nobody has it before all places are
 * paid; then all have it, and its author the money. What comes too late goes back by itself.
 */
export const groupThing: Thing = {
	demandBuyable: (db, buyer, offer) => thingOf('item').demandBuyable(db, buyer, offer),
	async prepare(tx, buyer, offer, { quantity, details }) {
		if (quantity !== 1) throw catalogError('not_for_sale');
		const given = validate(joining, details);
		await demandPlace(tx, given, offer, buyer.userId);
		return given;
	},
	async earners() {
		return 'escrow';
	},
	async give(tx, sale) {
		const { groupId } = sale.details as Joining;
		const { offer } = sale;
		const had = await thingOf('item').hasAlready!(tx, sale.userId, offer);
		const joined = had
			? ({ result: 'missed' } as const)
			: await joinGroup(tx, {
					orderId: sale.orderId,
					userId: sale.userId,
					offerId: offer.id,
					itemId: offer.itemId!,
					terms: offer.terms,
					groupId,
				});
		if (joined.result === 'missed') await returnEscrow(tx, sale.orderId, 'group_missed');
		if (joined.result === 'filled') for (const orderId of joined.orderIds) await handOverMember(tx, orderId);
	},
	// The others got their price because this one was in it: once it is full, nobody is out of it by asking.
	async used(tx, sale) {
		return isFilled(tx, sale.orderId);
	},
	async takeBack(tx, sale) {
		await closeEscrow(tx, sale.orderId);
		if ((await leaveGroup(tx, sale.orderId)) === 'filled') await thingOf('item').takeBack(tx, sale);
	},
};
registerThing('group', groupThing);

/** The group is full: this one gets the item, and whoever earns the item earns the price, as when it is bought alone. */
async function handOverMember(tx: Tx, orderId: number): Promise<void> {
	const { sale, paidAt } = await readSale(tx, orderId);
	const item = thingOf('item');
	const earners = await earnersOf(tx, item, sale, paidAt!);
	if (earners === 'escrow') throw new Error('An item that is handed over has been earned.');
	await releaseEscrow(tx, orderId, earners);
	await item.give(tx, sale);
}

/** Gives up a group whose time is over, and sends everybody's money back. @returns false when there was nothing to do */
export async function endGroup(db: Db, groupId: number): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const orderIds = await failGroup(tx, groupId);
		for (const orderId of orderIds ?? []) await returnEscrow(tx, orderId, 'group_failed');
		return orderIds !== null;
	});
}
