import { now } from '../../kernel/clock.ts';
import type { ItemId, OfferId, OrderId, UserId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { groupError } from './errors.ts';
import { type GroupStatus, groupTerms, groupTransitions } from './group.ts';

/** What an order for a group says: which one; null begins a new one. */
export interface Joining {
	groupId: number | null;
}

/** Refuses a group that cannot be joined. @throws groups.not_found, groups.closed, groups.joined */
export async function demandPlace(
	db: Db,
	{ groupId }: Joining,
	offer: { id: OfferId; itemId: ItemId | null },
	userId: UserId,
): Promise<void> {
	if (groupId === null) return;
	const group = await db.selectFrom('group_buys').selectAll().where('id', '=', groupId).executeTakeFirst();
	if (group?.item_id !== offer.itemId || group.offer_id !== offer.id) throw groupError('not_found');
	if (group.status !== 'open' || group.joined >= group.size || group.ends_at <= now())
		throw groupError('closed');
	const member = await db
		.selectFrom('group_members')
		.select('order_id')
		.where('group_id', '=', groupId)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	if (member) throw groupError('joined');
}

/**
 * Takes a place for a paid order. Of any number who pay at once, as many get in as there are places.
 *
 * @returns `missed` when there is no place (any more): the money goes back. `filled` with everybody's orders when it was
 *   the last place
 */
export async function joinGroup(
	tx: Tx,
	order: { orderId: OrderId; userId: UserId; offerId: OfferId; itemId: ItemId; terms: unknown } & Joining,
): Promise<{ result: 'joined' | 'missed' } | { result: 'filled'; orderIds: OrderId[] }> {
	const at = now();
	const group =
		order.groupId === null
			? await beginGroup(tx, order, at)
			: await tx
					.selectFrom('group_buys')
					.selectAll()
					.where('id', '=', order.groupId)
					.forUpdate()
					.executeTakeFirst();
	if (group?.status !== 'open' || group.joined >= group.size || group.ends_at <= at)
		return { result: 'missed' };
	const member = await tx
		.insertInto('group_members')
		.values({ order_id: order.orderId, group_id: group.id, user_id: order.userId, joined_at: at })
		.onConflict((conflict) => conflict.doNothing())
		.returning('order_id')
		.executeTakeFirst();
	if (!member) return { result: 'missed' };
	const full = group.joined + 1 === group.size;
	await tx
		.updateTable('group_buys')
		.set({ joined: sql<number>`joined + 1`, ...(full ? { status: 'filled', closed_at: at } : {}) })
		.where('id', '=', group.id)
		.execute();
	const members = await membersOf(tx, group.id);
	await emit(tx, order.userId, 'groups.changed', {
		groupId: group.id,
		itemId: group.item_id,
		change: full ? 'filled' : 'joined',
		people: members.map(({ user_id }) => user_id),
	});
	return full
		? { result: 'filled', orderIds: members.map(({ order_id }) => order_id) }
		: { result: 'joined' };
}

async function beginGroup(
	tx: Tx,
	order: { userId: UserId; offerId: OfferId; itemId: ItemId; terms: unknown },
	at: Date,
) {
	const { size, hours } = groupTerms.parse(order.terms);
	return tx
		.insertInto('group_buys')
		.values({
			offer_id: order.offerId,
			item_id: order.itemId,
			started_by: order.userId,
			size,
			created_at: at,
			ends_at: new Date(at.getTime() + hours * 3_600_000),
		})
		.returningAll()
		.executeTakeFirstOrThrow();
}

/**
 * Gives a group up whose time is over. Call in a transaction.
 *
 * @returns the orders whose money goes back; null when it was filled, or given up before
 */
export async function failGroup(tx: Tx, groupId: number): Promise<OrderId[] | null> {
	const group = await tx
		.selectFrom('group_buys')
		.selectAll()
		.where('id', '=', groupId)
		.forUpdate()
		.executeTakeFirst();
	const over = group && group.ends_at <= now();
	if (!over || !groupTransitions[group.status as GroupStatus].includes('failed')) return null;
	await tx
		.updateTable('group_buys')
		.set({ status: 'failed', closed_at: now() })
		.where('id', '=', groupId)
		.execute();
	const members = await membersOf(tx, groupId);
	await emit(tx, null, 'groups.changed', {
		groupId,
		itemId: group.item_id,
		change: 'failed',
		people: members.map(({ user_id }) => user_id),
	});
	return members.map(({ order_id }) => order_id);
}

/** Takes somebody out of a group that still gathers, whose money went back. @returns whether the group was filled */
export async function leaveGroup(tx: Tx, orderId: OrderId): Promise<'filled' | 'left' | 'none'> {
	const member = await tx
		.selectFrom('group_members')
		.selectAll()
		.where('order_id', '=', orderId)
		.executeTakeFirst();
	if (!member) return 'none';
	const group = await tx
		.selectFrom('group_buys')
		.selectAll()
		.where('id', '=', member.group_id)
		.forUpdate()
		.executeTakeFirstOrThrow();
	if (group.status !== 'open') return group.status === 'filled' ? 'filled' : 'none';
	await tx.deleteFrom('group_members').where('order_id', '=', orderId).execute();
	await tx
		.updateTable('group_buys')
		.set({ joined: sql<number>`joined - 1` })
		.where('id', '=', group.id)
		.execute();
	return 'left';
}

/** Whether the group that an order is in got all its people. */
export async function isFilled(tx: Tx, orderId: OrderId): Promise<boolean> {
	const row = await tx
		.selectFrom('group_members')
		.innerJoin('group_buys', 'group_buys.id', 'group_members.group_id')
		.select('group_buys.status')
		.where('group_members.order_id', '=', orderId)
		.executeTakeFirst();
	return row?.status === 'filled';
}

function membersOf(tx: Tx, groupId: number) {
	return tx
		.selectFrom('group_members')
		.select(['order_id', 'user_id'])
		.where('group_id', '=', groupId)
		.orderBy('order_id')
		.execute();
}
