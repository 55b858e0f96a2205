import { type Actor, requireMember } from '../../contracts/actor.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { PersonCard } from '../accounts/index.ts';
import { rewardError } from './errors.ts';
import { requireAdmin } from './gate.ts';
import type { Texts } from './schemas.ts';
import type { GoodsOrderStatus } from './shop.ts';

export interface Goods {
	id: number;
	names: Texts;
	descriptions: Texts;
	price: number;
	/** null: as many as anybody wants. */
	stock: number | null;
	perPerson: number | null;
	asks: 'nothing' | 'address';
	retired: boolean;
	/** How many the actor has ordered. */
	mine: number;
}

const goods = statement<{ user: UserId | null; retired: boolean; id: number | null }, Goods>(
	`select g.id, g.names, g.descriptions, g.price, g.stock, g.per_person as "perPerson", g.asks, g.retired_at is not null as retired,
			(select count(*)::int from goods_orders o where o.goods_id = g.id and o.user_id = :user::bigint and o.status <> 'cancelled') as mine
		from goods g where (g.retired_at is null or :retired::boolean) and (:id::bigint is null or g.id = :id::bigint) order by g.retired_at nulls first, g.price, g.id limit 200`,
);

/** What the shop has, the cheapest first; what was taken out of it too, where administrators ask. One statement. */
export function listGoods(db: Db, actor: Actor, all = false): Promise<Goods[]> {
	return goods(db, { user: actor.userId, retired: all && actor.role === 'admin', id: null });
}

/** @throws rewards.goods_not_found */
export async function readGoods(db: Db, actor: Actor, id: number): Promise<Goods> {
	const [row] = await goods(db, { user: actor.userId, retired: actor.role === 'admin', id });
	if (!row) throw rewardError('goods_not_found', { detail: 'There is no such thing in the shop.' });
	return row;
}

export interface GoodsOrder {
	id: number;
	goodsId: number;
	names: Texts;
	price: number;
	status: GoodsOrderStatus;
	/** What who ordered said, and what was answered. */
	note: string;
	answer: string;
	placedAt: Date;
	settledAt: Date | null;
	person: Pick<PersonCard, 'id' | 'handle' | 'name' | 'image' | 'face' | 'role'>;
}

async function orders(
	db: Db,
	of: { user: UserId | null; status: string | null },
	page: { cursor?: string | null; limit?: number },
): Promise<Page<GoodsOrder>> {
	const limit = Math.min(Math.max(page.limit ?? 40, 1), 100);
	const after = decodeCursor(page.cursor, ['integer']);
	const { rows } =
		await sql<GoodsOrder>`select o.id, o.goods_id as "goodsId", o.names, o.price, o.status, o.note, o.answer, o.placed_at as "placedAt", o.settled_at as "settledAt",
			json_build_object('id', u.id, 'handle', u.handle, 'name', u.name, 'image', u.image, 'face', u.face, 'role', u.role) as person
		from goods_orders o join users u on u.id = o.user_id
		where (${of.user}::bigint is null or o.user_id = ${of.user}::bigint) and (${of.status}::text is null or o.status = ${of.status}::text)
			and (${after?.[0] ?? null}::bigint is null or o.id < ${after?.[0] ?? null}::bigint)
		order by o.id desc limit ${limit + 1}`.execute(db);
	return cutPage(rows, limit, ({ id }) => [id]);
}

/** The actor's own orders, the latest first. One statement. @throws common.sign_in_required */
export function listMyGoodsOrders(
	db: Db,
	actor: Actor,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<GoodsOrder>> {
	return orders(db, { user: requireMember(actor).userId, status: null }, page);
}

/** Everybody's orders, the latest first, for who sends them out. One statement. @throws common.forbidden */
export async function listGoodsOrders(
	db: Db,
	actor: Actor,
	page: { status?: GoodsOrderStatus | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<GoodsOrder>> {
	requireAdmin(actor);
	return orders(db, { user: null, status: page.status ?? null }, page);
}
