import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { reverseEntry, spendPoints } from '../growth/index.ts';
import { rewardError } from './errors.ts';
import { requireAdmin } from './gate.ts';
import { type GoodsInput, goodsSchema, type Texts } from './schemas.ts';

/** Where an order may go; one function applies it. */
export const goodsOrderTransitions = {
	placed: ['fulfilled', 'cancelled'],
	fulfilled: [],
	cancelled: [],
} as const satisfies Record<string, readonly string[]>;
export type GoodsOrderStatus = keyof typeof goodsOrderTransitions;

/**
 * Puts something into the shop, or changes it. Orders keep the price that they were placed at.
 *
 * @param id of what is changed; null makes something new
 * @throws rewards.goods_not_found, common.invalid_input, common.forbidden; refusals of acting
 */
export async function setGoods(
	db: Db,
	actor: Actor,
	id: number | null,
	input: GoodsInput,
): Promise<{ id: number }> {
	const { userId } = requireAdmin(actor);
	const given = validate(goodsSchema, input);
	const values = {
		names: JSON.stringify(given.names),
		descriptions: JSON.stringify(given.descriptions),
		price: given.price,
		stock: given.stock,
		per_person: given.perPerson,
		asks: given.asks,
	};
	const row =
		id === null
			? await db
					.insertInto('goods')
					.values({ ...values, created_by: userId, created_at: now() })
					.returning('id')
					.executeTakeFirst()
			: await db
					.updateTable('goods')
					.set({ ...values, retired_at: null })
					.where('id', '=', id)
					.returning('id')
					.executeTakeFirst();
	if (!row) throw rewardError('goods_not_found', { detail: 'There is no such thing in the shop.' });
	return row;
}

/** Takes something out of the shop; what was ordered is still owed. @throws rewards.goods_not_found, common.forbidden */
export async function retireGoods(db: Db, actor: Actor, id: number): Promise<void> {
	requireAdmin(actor);
	const { numUpdatedRows } = await db
		.updateTable('goods')
		.set({ retired_at: now() })
		.where('id', '=', id)
		.where('retired_at', 'is', null)
		.executeTakeFirst();
	if (!Number(numUpdatedRows))
		throw rewardError('goods_not_found', { detail: 'There is no such thing in the shop.' });
}

const orderSchema = z.object({
	goodsId: z.coerce.number('common.bad_value').int('common.bad_value').positive('common.bad_value'),
	/** Chosen by who orders: said again, it is the same order. */
	key: z.string().min(8, 'common.bad_value').max(80, 'common.bad_value'),
	/** Where to send it, where that is asked. */
	note: z
		.string()
		.transform((value) => value.replace(/\r\n?/g, '\n').trim())
		.pipe(z.string().max(500, 'rewards.text_long'))
		.default(''),
});

/**
 * Orders one thing: takes the points and one of the stock, in one transaction. The thing's own row is held, so of the last
 * one there is one buyer.
 *
 * @returns the order, the same one for the same key
 * @throws rewards.goods_not_found, rewards.sold_out, rewards.limit_reached, rewards.address_missing, growth.points_short,
 *   common.invalid_input; refusals of acting
 */
export async function orderGoods(
	db: Db,
	actor: Actor,
	input: z.input<typeof orderSchema>,
): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'public');
	const { goodsId, key, note } = validate(orderSchema, input);
	return inTransaction(db, async (tx) => {
		const goods = await tx
			.selectFrom('goods')
			.selectAll()
			.where('id', '=', goodsId)
			.where('retired_at', 'is', null)
			.forUpdate()
			.executeTakeFirst();
		if (!goods) throw rewardError('goods_not_found', { detail: 'There is no such thing in the shop.' });
		const before = await tx
			.selectFrom('goods_orders')
			.select('id')
			.where('user_id', '=', userId)
			.where('key', '=', key)
			.executeTakeFirst();
		if (before) return before;
		if (goods.stock === 0) throw rewardError('sold_out', { detail: 'None is left.' });
		if (goods.asks === 'address' && note === '')
			throw rewardError('address_missing', { fields: { note: 'rewards.address_missing' } });
		if (goods.per_person !== null) {
			const { rows } = await sql<{ n: number }>`select count(*)::int as n from goods_orders
				where goods_id = ${goodsId} and user_id = ${userId} and status <> 'cancelled'`.execute(tx);
			if (rows[0]!.n >= goods.per_person)
				throw rewardError('limit_reached', {
					params: { n: goods.per_person },
					detail: `${goods.per_person} a person.`,
				});
		}
		if (goods.stock !== null) await sql`update goods set stock = stock - 1 where id = ${goodsId}`.execute(tx);
		const { id } = await tx
			.insertInto('goods_orders')
			.values({
				goods_id: goodsId,
				user_id: userId,
				key,
				names: JSON.stringify(goods.names),
				price: goods.price,
				note,
				placed_at: now(),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const names = goods.names as unknown as Texts;
		const entry = await spendPoints(tx, userId, {
			amount: goods.price,
			reason: 'shop',
			key: `shop:order:${id}`,
			why: names.en,
		});
		await tx.updateTable('goods_orders').set({ point_entry_id: entry }).where('id', '=', id).execute();
		return { id };
	});
}

async function settle(
	db: Db,
	actor: Actor,
	orderId: number,
	to: 'fulfilled' | 'cancelled',
	answer: string,
	own: boolean,
): Promise<void> {
	const member = own ? requireActing(actor) : requireAdmin(actor);
	const said = validate(z.string().trim().max(500, 'rewards.text_long'), answer);
	await inTransaction(db, async (tx) => {
		const order = await tx
			.selectFrom('goods_orders')
			.select(['id', 'user_id', 'goods_id', 'status', 'names', 'point_entry_id'])
			.where('id', '=', orderId)
			.$if(own, (query) => query.where('user_id', '=', member.userId))
			.forUpdate()
			.executeTakeFirst();
		if (!order) throw rewardError('order_not_found', { detail: 'There is no such order.' });
		const allowed: readonly string[] = goodsOrderTransitions[order.status as GoodsOrderStatus];
		if (!allowed.includes(to))
			throw rewardError('order_settled', { detail: `It is ${order.status} already.` });
		await tx
			.updateTable('goods_orders')
			.set({ status: to, answer: said, settled_at: now(), settled_by: member.userId })
			.where('id', '=', orderId)
			.execute();
		const names = order.names as unknown as Texts;
		if (to === 'cancelled') {
			await sql`update goods set stock = stock + 1 where id = ${order.goods_id} and stock is not null`.execute(
				tx,
			);
			if (order.point_entry_id !== null) await reverseEntry(tx, order.point_entry_id, names.en);
		}
		if (!own)
			await emit(tx, member.userId, 'rewards.earned', {
				userId: order.user_id,
				what: 'order',
				name: names.en,
				id: orderId,
			});
	});
}

/** Says that somebody has what they ordered, and by which code or parcel. @throws rewards.order_not_found, rewards.order_settled, common.forbidden */
export function fulfilOrder(db: Db, actor: Actor, orderId: number, answer = ''): Promise<void> {
	return settle(db, actor, orderId, 'fulfilled', answer, false);
}

/** Cancels an order: points and stock go back. @throws as {@link fulfilOrder} */
export function cancelOrder(db: Db, actor: Actor, orderId: number, why = ''): Promise<void> {
	return settle(db, actor, orderId, 'cancelled', why, false);
}

/** Takes back one's own order while it waits. @throws rewards.order_not_found, rewards.order_settled; refusals of acting */
export function takeBackOrder(db: Db, actor: Actor, orderId: number): Promise<void> {
	return settle(db, actor, orderId, 'cancelled', '', true);
}
