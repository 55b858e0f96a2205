import { now } from '../../../kernel/clock.ts';
import type { OfferId } from '../../../kernel/ids.ts';
import { answerAsk, followUp, replyToFollowUp } from '../../../modules/asks/index.ts';
import {
	followAffiliateLink,
	listOffers,
	type OffersOf,
	readVia,
	type Sells,
} from '../../../modules/catalog/index.ts';
import { assignSeat, playDispute } from '../../../modules/orders/index.ts';
import { askPayout, decidePayout, makeBatch, settlePayouts } from '../../../modules/payouts/index.ts';
import { cancelSubscription } from '../../../modules/subscriptions/index.ts';
import { defaultSettings } from '../../../platform/settings/index.ts';
import { checkout } from '../../checkout.ts';
import { redeemGift } from '../../redeem-gift.ts';
import { askForRefund } from '../../refund.ts';
import { sendRefund } from '../../send-refund.ts';
import type { DemoEvent } from './read-commerce.ts';
import type { World } from './world.ts';

const payoutTerms = {
	holdDays: defaultSettings.payoutHoldDays,
	affiliateHoldDays: defaultSettings.affiliateHoldDays,
	minimums: defaultSettings.payoutMinimums,
};

/** The one offer of a thing that answers to what is asked for. */
async function offerOf(
	{ tx }: World,
	of: OffersOf,
	sells: Sells | undefined,
	{ months, renews }: { months?: number; renews?: boolean } = {},
): Promise<OfferId> {
	const found = (await listOffers(tx, of, sells)).find(
		(offer) =>
			(months === undefined || offer.months === months) && (renews === undefined || offer.renews === renews),
	);
	if (!found) throw new Error(`Nothing is offered of ${JSON.stringify(of)}.`);
	return found.id;
}

const textOf = async ({ tx }: World, { title }: DemoEvent) =>
	tx
		.selectFrom('asks')
		.select(['id', 'listen_offer_id'])
		.where('title', '=', title!)
		.executeTakeFirstOrThrow();

/** What can happen in the demo, by its word: each takes the road that people take. */
export const deeds: Record<string, (world: World, event: DemoEvent) => Promise<unknown>> = {
	async buys(world, { who, item, bundle, coupon, via }) {
		const offerId = item
			? await offerOf(world, { itemId: await world.itemId(item) }, 'item')
			: await offerOf(world, { bundleId: await world.bundleId(bundle!) }, 'bundle');
		await world.buy(who, offerId, { coupon, via: via && (await linkOf(world, via)) });
	},
	async subscribes(world, { who, space, tier, months, trial, declines }) {
		const offerId = space
			? await offerOf(world, { spaceId: await world.spaceId(space) }, 'space', { months, renews: true })
			: await offerOf(world, { tierId: await world.tierId(tier!) }, 'tier', { months, renews: true });
		if (trial) await checkout(world.tx, world.actor(who), { offerId, key: `demo-trial-${who}` });
		else await world.buy(who, offerId, {}, { declinesAgain: declines });
	},
	async buys_seats(world, { who, space, quantity, for: people = [] }) {
		const offerId = await offerOf(world, { seatsOf: await world.spaceId(space!) }, 'seats');
		const orderId = await world.buy(who, offerId, { quantity });
		const { id } = await world.tx
			.selectFrom('seat_pools')
			.select('id')
			.where('order_id', '=', orderId)
			.executeTakeFirstOrThrow();
		for (const handle of people) await assignSeat(world.tx, world.actor(who), id, { handle });
	},
	async cancels(world, { who, space }) {
		const { id } = await world.tx
			.selectFrom('subscriptions')
			.select('id')
			.where('user_id', '=', world.actor(who).userId)
			.where('space_id', '=', await world.spaceId(space!))
			.executeTakeFirstOrThrow();
		await cancelSubscription(world.tx, world.actor(who), id);
	},
	async asks(world, { who, of, title, source, open, language }) {
		const offerId = await offerOf(world, { personId: world.actor(of!).userId }, 'question');
		await world.buy(who, offerId, { details: { title, source, open, language } });
	},
	async answers(world, event) {
		const { id: askId } = await textOf(world, event);
		await answerAsk(world.tx, world.actor(event.who), { askId, source: event.source! });
	},
	async asks_back(world, event) {
		const { id: askId } = await textOf(world, event);
		await followUp(world.tx, world.actor(event.who), { askId, source: event.source! });
	},
	async replies(world, event) {
		const { id: askId } = await textOf(world, event);
		await replyToFollowUp(world.tx, world.actor(event.who), { askId, source: event.source! });
	},
	async listens(world, event) {
		await world.buy(event.who, (await textOf(world, event)).listen_offer_id!);
	},
	async tips(world, { who, of, amount, message }) {
		const offerId = await offerOf(world, { personId: world.actor(of!).userId }, 'tip');
		await world.buy(who, offerId, { amount, details: { message } });
	},
	async books(world, { who, of, note }) {
		const expert = world.actor(of!).userId;
		const slot = await world.tx
			.selectFrom('slots')
			.select('id')
			.where('expert_id', '=', expert)
			.where('status', '=', 'open')
			.orderBy('starts_at')
			.executeTakeFirstOrThrow();
		const offerId = await offerOf(world, { personId: expert }, 'slot');
		await world.buy(who, offerId, { details: { slotId: slot.id, note } });
	},
	async joins(world, { who, item }) {
		const itemId = await world.itemId(item!);
		const group = await world.tx
			.selectFrom('group_buys')
			.select('id')
			.where('item_id', '=', itemId)
			.where('status', '=', 'open')
			.executeTakeFirst();
		const offerId = await offerOf(world, { itemId }, 'group');
		await world.buy(who, offerId, { details: { groupId: group?.id } });
	},
	async gives(world, { who, item, message }) {
		const offerId = await offerOf(world, { itemId: await world.itemId(item!) }, 'item');
		await world.buy(who, offerId, { gift: true, details: { message } });
	},
	async redeems(world, { who, from }) {
		const { code } = await world.tx
			.selectFrom('gifts')
			.select('code')
			.where('giver_id', '=', world.actor(from!).userId)
			.where('status', '=', 'ready')
			.executeTakeFirstOrThrow();
		await redeemGift(world.tx, world.actor(who), code);
	},
	async returns(world, { who, item, reason }) {
		const { tx, actor, providers } = world;
		const { id } = await orderOf(world, who, item!);
		const { refundId, granted } = await askForRefund(tx, actor(who), id, { reason }, defaultSettings);
		if (granted) await sendRefund(tx, providers, refundId);
	},
	async disputes(world, { who, item }) {
		await hearDispute(world, who, item!, 'opened');
	},
	/** The bank decides for the seller. */
	async loses_dispute(world, { who, item }) {
		await hearDispute(world, who, item!, 'won');
	},
	async asks_payout({ tx, actor }, { who, amount }) {
		const key = `demo-payout-${who}-${now().getTime()}`;
		await askPayout(tx, actor(who), { currency: 'CNY', amount, key }, payoutTerms);
	},
	async pays_out({ tx, actor }, { who, reference: bankReference }) {
		const waiting = await tx.selectFrom('payouts').select('id').where('status', '=', 'asked').execute();
		for (const { id } of waiting) await decidePayout(tx, actor(who), id, true);
		const batchId = await makeBatch(tx, actor(who), { currency: 'CNY', kind: 'bank_cn' });
		await settlePayouts(tx, actor(who), { batchId }, { to: 'sent', bankReference });
	},
};

async function orderOf({ tx, actor, itemId }: World, who: string, item: string) {
	return tx
		.selectFrom('orders')
		.innerJoin('offers', 'offers.id', 'orders.offer_id')
		.innerJoin('payments', 'payments.order_id', 'orders.id')
		.select(['orders.id', 'payments.reference'])
		.where('orders.user_id', '=', actor(who).userId)
		.where('offers.item_id', '=', await itemId(item))
		.executeTakeFirstOrThrow();
}

async function hearDispute(world: World, who: string, item: string, outcome: 'opened' | 'won') {
	const { reference } = await orderOf(world, who, item);
	await world.hear(await playDispute(world.tx, world.secret, reference, outcome));
}

/** Comes by somebody's affiliate link. */
async function linkOf({ tx, actor }: World, handle: string) {
	const { code } = await tx
		.selectFrom('affiliate_links')
		.select('code')
		.where('user_id', '=', actor(handle).userId)
		.executeTakeFirstOrThrow();
	return readVia(await followAffiliateLink(tx, code));
}
