import {
	makeAffiliateLink,
	makeBundle,
	makeDiscount,
	setAffiliateRate,
	setOffer,
	setTier,
} from '../../../modules/catalog/index.ts';
import { decideAccount, submitAccount } from '../../../modules/payouts/index.ts';
import type { DemoCommerce } from './read-commerce.ts';
import type { World } from './world.ts';

const CNY = (amount: number) => ({ amount, currency: 'CNY' as const });

/**
 * What there is to buy beside items and time in spaces, and who is paid for it.
 *
 * @param ago so many days before today, whatever moment the clock shows
 */
export async function addOffers(
	world: World,
	demo: DemoCommerce,
	ago: (days: number) => Date,
): Promise<void> {
	const { tx, actor } = world;
	const admin = actor('mia-c');
	const { tier, seats, affiliates, promotion } = demo;
	const tierId = await setTier(tx, admin, {
		slug: tier.slug,
		rank: tier.rank,
		name: tier.en,
		names: { 'zh-CN': tier.zh, en: tier.en },
		description: tier.about_en,
		descriptions: { 'zh-CN': tier.about_zh, en: tier.about_en },
		spaceIds: await Promise.all(tier.spaces.map(world.spaceId)),
	});
	for (const { months, amount } of tier.prices)
		await setOffer(tx, admin, { sells: 'tier', thingId: tierId, months, renews: true, price: CNY(amount) });
	await setOffer(tx, admin, {
		sells: 'seats',
		thingId: await world.spaceId(seats.space),
		months: seats.months,
		price: CNY(seats.amount),
	});
	for (const { seller, title, description, items, amount } of demo.bundles)
		await makeBundle(tx, actor(seller), {
			title,
			description: description.trim(),
			itemIds: await Promise.all(items.map(world.itemId)),
			price: CNY(amount),
		});
	await setAffiliateRate(tx, actor(affiliates.rate.seller), { bps: affiliates.rate.bps });
	await makeAffiliateLink(tx, actor(affiliates.link.of), { note: affiliates.link.note });
	for (const { seller, days, ...coupon } of demo.coupons)
		await makeDiscount(tx, actor(seller), {
			...coupon,
			endsAt: days ? ago(-days) : null,
		});
	const { since, days, ...discount } = promotion;
	await makeDiscount(tx, admin, { ...discount, whose: 'all', startsAt: ago(since), endsAt: ago(-days) });
	for (const { of, ...account } of demo.accounts)
		await decideAccount(tx, admin, await submitAccount(tx, actor(of), account, world.secret), true);
}
