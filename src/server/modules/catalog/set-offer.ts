import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';
import type { OfferId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { relationsTo } from '../items/index.ts';
import { catalogPolicy, requireOperator } from './policy.ts';
import { replaceOffer, type Sold } from './replace-offer.ts';
import { offerSchema } from './schemas.ts';

type Input = ReturnType<typeof parse>;
const parse = (input: unknown) => validate(offerSchema, input);

/**
 * Offers a thing, changes how it is offered, or takes it off sale: an item, time or company seats in a space, a bundle,
 * a tier. Who made it may, and staff; tiers are the administrators'.
 *
 * @throws common.invalid_input, common.not_found; refusals of the policy
 */
export async function setOffer(db: Db, actor: Actor, input: unknown): Promise<void> {
	const { userId } = requireActing(actor);
	const given = parse(input);
	return inTransaction(db, async (tx) => {
		await demandSeller(tx, actor, given.sells, given.thingId);
		const manner = { pricing: given.pricing, trialDays: given.trialDays, left: given.left };
		const changed = await replaceOffer(tx, soldOf(given), given.price, manner);
		if (!changed) return;
		if (given.sells === 'item') {
			const { amount = null, currency = null } = given.price ?? {};
			await tx
				.updateTable('items')
				.set({ price_amount: amount, price_currency: currency })
				.where('id', '=', given.thingId)
				.execute();
			await emit(tx, userId, 'items.changed', { itemId: given.thingId, change: 'priced' });
		}
		if (given.sells === 'space' || given.sells === 'seats')
			await emit(tx, userId, 'spaces.changed', { spaceId: given.thingId, change: 'priced' });
	});
}

function soldOf({ sells, thingId, months, renews }: Input): Sold {
	switch (sells) {
		case 'item':
			return { sells, item_id: thingId };
		case 'bundle':
			return { sells, bundle_id: thingId };
		case 'tier':
			return { sells, tier_id: thingId, months: months!, renews };
		default:
			return { sells, space_id: thingId, months: months!, renews };
	}
}

const owners = {
	item: ['items', 'author_id'],
	space: ['spaces', 'owner_id'],
	seats: ['spaces', 'owner_id'],
	bundle: ['bundles', 'seller_id'],
} as const;

/** Locks the thing, so that two prices never race, and asks whether the actor may sell it. */
async function demandSeller(tx: Tx, actor: Actor, sells: Input['sells'], id: number): Promise<void> {
	if (sells === 'tier') {
		requireOperator(actor);
		const tier = await tx
			.selectFrom('tiers')
			.select('id')
			.where('id', '=', id)
			.forUpdate()
			.executeTakeFirst();
		if (!tier) throw commonError('not_found');
		return;
	}
	const [table, owner] = owners[sells];
	const row = await tx
		.selectFrom(table as 'items')
		.select(owner as 'author_id')
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	if (!row) throw commonError('not_found');
	const ownerId = (row as Record<string, unknown>)[owner] as UserId | null;
	catalogPolicy.require(actor, 'price', relationsTo(actor, ownerId, null));
}

/** Locks an open offer for who may sell it. @throws common.not_found; refusals of the policy */
export async function ownOffer(tx: Tx, actor: Actor, offerId: OfferId) {
	requireActing(actor);
	const offer = await tx
		.selectFrom('offers')
		.select(['id', 'sells', 'item_id', 'space_id', 'bundle_id', 'tier_id', 'person_id'])
		.where('id', '=', offerId)
		.where('retired_at', 'is', null)
		.executeTakeFirst();
	if (!offer) throw commonError('not_found');
	const thing = offer.item_id ?? offer.space_id ?? offer.bundle_id ?? offer.tier_id;
	if (thing === null) catalogPolicy.require(actor, 'price', relationsTo(actor, offer.person_id, null));
	else await demandSeller(tx, actor, offer.sells as Input['sells'], thing);
	return offer;
}
