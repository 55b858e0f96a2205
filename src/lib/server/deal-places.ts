import type { Order } from '#server/modules/orders/index.ts';
import type { Db } from '#server/platform/db/index.ts';

type Bought = Pick<Order, 'sells' | 'gift' | 'itemId' | 'slug' | 'itemKind'>;

/** Where what was bought of a person, together or to be given is looked at; null for all other orders. */
export function dealHref({ sells, gift, slug }: Bought): string | null {
	if (gift) return '/gifts';
	if (sells === 'question') return '/asks';
	if (sells === 'listen') return '/asks?list=heard';
	if (sells === 'slot') return '/talks';
	if (sells === 'tip') return `/people/${slug}`;
	if (sells === 'group') return '/groups';
	if (sells === 'cohort') return '/cohorts';
	return null;
}

/** Where it is bought again; null for all other orders. */
export function dealAgain({ sells, gift, slug, itemId }: Bought): string | null {
	if (gift && itemId !== null) return `/gifts/new?item=${itemId}`;
	if (gift) return `/gifts/new?${sells}=${encodeURIComponent(slug)}`;
	if (sells === 'question') return `/people/${slug}/ask`;
	if (sells === 'listen') return `/people/${slug}/ask`;
	if (sells === 'slot') return `/people/${slug}/talks`;
	if (sells === 'tip') return `/people/${slug}/tip`;
	if (sells === 'cohort') return '/cohorts';
	return null;
}

/** The very thing that a paid order bought, to go to after paying; null where the order's own page says all. One statement. */
export async function dealBought(
	db: Db,
	order: Pick<Order, 'id' | 'sells' | 'gift'>,
): Promise<string | null> {
	if (order.gift) return '/gifts';
	if (order.sells === 'slot') return '/talks';
	if (order.sells === 'question') {
		const row = await db.selectFrom('asks').select('id').where('order_id', '=', order.id).executeTakeFirst();
		return row ? `/asks/${row.id}` : null;
	}
	if (order.sells === 'listen') {
		const row = await db
			.selectFrom('ask_listens')
			.select('ask_id')
			.where('order_id', '=', order.id)
			.executeTakeFirst();
		return row ? `/asks/${row.ask_id}` : null;
	}
	if (order.sells === 'cohort') {
		const row = await db
			.selectFrom('cohort_members')
			.select('cohort_id')
			.where('order_id', '=', order.id)
			.executeTakeFirst();
		return row ? `/cohorts/${row.cohort_id}` : null;
	}
	if (order.sells === 'group') {
		const row = await db
			.selectFrom('group_members')
			.select('group_id')
			.where('order_id', '=', order.id)
			.executeTakeFirst();
		return row ? `/groups/${row.group_id}` : null;
	}
	if (order.sells === 'bounty') {
		const row = await db
			.selectFrom('cash_bounties')
			.innerJoin('items', 'items.id', 'cash_bounties.item_id')
			.select(['items.id', 'items.slug'])
			.where('order_id', '=', order.id)
			.executeTakeFirst();
		return row ? `/questions/${row.id}/${row.slug}` : null;
	}
	return null;
}
