import { type Actor, requireMember } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { personCards } from '../accounts/index.ts';
import type { Sells } from '../catalog/index.ts';
import { giftError } from './errors.ts';
import type { Gift, GiftStatus } from './gift.ts';
import { normaliseCode } from './move-gift.ts';

function gifts(db: Db) {
	return db
		.selectFrom('gifts')
		.innerJoin('orders', 'orders.id', 'gifts.order_id')
		.innerJoin('offers', 'offers.id', 'orders.offer_id')
		.leftJoin('items', 'items.id', 'offers.item_id')
		.leftJoin('spaces', 'spaces.id', 'offers.space_id')
		.leftJoin('bundles', 'bundles.id', 'offers.bundle_id')
		.selectAll('gifts')
		.select(['orders.title', 'offers.sells', 'offers.months', 'offers.item_id', 'items.kind as item_kind'])
		.select(sql<string>`coalesce(items.slug, spaces.slug, bundles.slug, '')`.as('slug'));
}

type Row = Awaited<ReturnType<ReturnType<typeof gifts>['executeTakeFirstOrThrow']>>;

async function shown(db: Db, rows: Row[]): Promise<Gift[]> {
	const ids = rows.flatMap((row) => [row.giver_id, ...(row.redeemed_by ? [row.redeemed_by] : [])]);
	const people = new Map((await personCards(db, [...new Set(ids)])).map((one) => [one.id, one]));
	return rows.map((row) => ({
		id: row.id,
		code: row.code,
		status: row.status as GiftStatus,
		expired: row.status === 'expired' || (row.status === 'ready' && row.expires_at <= now()),
		expiresAt: row.expires_at,
		message: row.message,
		giver: people.get(row.giver_id) ?? null,
		giverId: row.giver_id,
		orderId: row.order_id,
		redeemedBy: row.redeemed_by ? (people.get(row.redeemed_by) ?? null) : null,
		title: row.title,
		sells: row.sells as Sells,
		months: row.months,
		itemId: row.item_id,
		itemKind: row.item_kind,
		slug: row.slug,
	}));
}

/** The gift of a code: whoever has the code may see it. @throws gifts.not_found */
export async function findGift(db: Db, code: string): Promise<Gift> {
	const row = await gifts(db).where('gifts.code', '=', normaliseCode(code)).executeTakeFirst();
	if (!row || row.status === 'void') throw giftError('not_found');
	return (await shown(db, [row]))[0]!;
}

/** The orders whose gifts somebody has redeemed: what came of them was given, not bought. One statement. */
export async function ordersGivenTo(db: Db, userId: UserId): Promise<Set<OrderId>> {
	const rows = await db.selectFrom('gifts').select('order_id').where('redeemed_by', '=', userId).execute();
	return new Set(rows.map(({ order_id }) => order_id));
}

/** What the actor gave, the latest first, at most 100. */
export async function listGifts(db: Db, actor: Actor): Promise<Gift[]> {
	const { userId } = requireMember(actor);
	return shown(
		db,
		await gifts(db).where('gifts.giver_id', '=', userId).orderBy('gifts.id', 'desc').limit(100).execute(),
	);
}
