import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { relationsTo } from '../items/index.ts';
import { catalogPolicy } from './policy.ts';
import { replaceOffer } from './replace-offer.ts';
import { priceSchema } from './schemas.ts';

/**
 * Sets what an item costs. The author and staff may.
 *
 * @param input `{ amount, currency }` in minor units; null takes it off sale
 * @throws common.invalid_input, common.not_found; refusals of the policy
 */
export async function priceItem(db: Db, actor: Actor, itemId: ItemId, input: unknown): Promise<void> {
	const { userId } = requireActing(actor);
	const price = input === null ? null : validate(priceSchema, input);
	return inTransaction(db, async (tx) => {
		const item = await tx
			.selectFrom('items')
			.select('author_id')
			.where('id', '=', itemId)
			.forUpdate()
			.executeTakeFirst();
		if (!item) throw commonError('not_found');
		catalogPolicy.require(actor, 'price', relationsTo(actor, item.author_id, null));
		if (!(await replaceOffer(tx, { sells: 'item', item_id: itemId }, price))) return;
		await tx
			.updateTable('items')
			.set({ price_amount: price?.amount ?? null, price_currency: price?.currency ?? null })
			.where('id', '=', itemId)
			.execute();
		// Pages show the price, and what is shown is what is paid: those that are kept become old.
		await emit(tx, userId, 'items.changed', { itemId, change: 'priced' });
	});
}
