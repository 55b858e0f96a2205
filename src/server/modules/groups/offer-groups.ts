import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { catalogError, catalogPolicy, listOffers, setTerms } from '../catalog/index.ts';
import { relationsTo } from '../items/index.ts';
import { groupError } from './errors.ts';
import { groupTerms } from './group.ts';

const input = z.object({
	/** In minor units of the currency that the item is sold in; below its price. */
	amount: z.coerce.number().int('catalog.price_whole').min(1, 'catalog.price_low'),
	...groupTerms.shape,
});

/**
 * Sets what an item costs those who buy it together; null: not together any more. Groups that have begun keep their terms.
 *
 * @throws catalog.not_for_sale when the item has no price of its own; groups.price_high; refusals of the policy
 */
export async function offerGroups(db: Db, actor: Actor, itemId: ItemId, wanted: unknown): Promise<void> {
	const { userId } = requireActing(actor);
	const given = wanted === null ? null : validate(input, wanted);
	await inTransaction(db, async (tx) => {
		const item = await tx
			.selectFrom('items')
			.select('author_id')
			.where('id', '=', itemId)
			.forUpdate()
			.executeTakeFirst();
		if (!item) throw commonError('not_found');
		catalogPolicy.require(actor, 'price', relationsTo(actor, item.author_id, null));
		const [alone] = await listOffers(tx, { itemId });
		if (given && !alone) throw catalogError('not_for_sale');
		if (given && given.amount >= alone!.price.amount)
			throw groupError('price_high', { fields: { amount: 'groups.price_high' } });
		await setTerms(
			tx,
			{ sells: 'group', item_id: itemId },
			given && {
				price: { amount: given.amount, currency: alone!.price.currency },
				terms: { size: given.size, hours: given.hours },
			},
		);
		await tx
			.updateTable('items')
			.set({
				group_amount: given?.amount ?? null,
				group_size: given?.size ?? null,
				version: sql<number>`version`,
			})
			.where('id', '=', itemId)
			.execute();
		await emit(tx, userId, 'items.changed', { itemId, change: 'priced' });
	});
}
