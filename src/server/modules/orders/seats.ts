import { z } from 'zod';
import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId, SpaceId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { grantEntitlement, revokeEntitlement } from '../entitlements/index.ts';
import { orderError } from './order.ts';

/** What the seats of a pool open: a space or an item. */
export interface SeatTarget {
	spaceId: SpaceId | null;
	itemId: ItemId | null;
}

/** The entitlement that a seat is. */
export const seatKey = (poolId: number, userId: UserId, { spaceId, itemId }: SeatTarget) => ({
	userId,
	spaceId,
	itemId,
	source: 'seat' as const,
	sourceRef: `seats:${poolId}`,
});

/** A pool whose row is locked. */
export interface LockedPool extends SeatTarget {
	id: number;
	seats: number;
	taken: number;
	endsAt: Date;
}

/**
 * Locks the pool of seats that a condition names, if it is in force; of fifty who sit down at once nobody sits on
 * another's lap. For modules that decide whose seats they are.
 */
export async function lockSeatPool(
	tx: Tx,
	of: { poolId: number; ownerId?: UserId; organisationId?: number },
): Promise<LockedPool | null> {
	const pool = await tx
		.selectFrom('seat_pools')
		.select(['id', 'space_id as spaceId', 'item_id as itemId', 'seats', 'taken', 'ends_at as endsAt'])
		.where('id', '=', of.poolId)
		// What was lent to an organisation is given by it alone.
		.$if(of.ownerId !== undefined, (query) =>
			query.where('owner_id', '=', of.ownerId!).where('organisation_id', 'is', null),
		)
		.$if(of.organisationId !== undefined, (query) => query.where('organisation_id', '=', of.organisationId!))
		.where('revoked_at', 'is', null)
		.where('ends_at', '>', now())
		.forUpdate()
		.executeTakeFirst();
	return pool ?? null;
}

/**
 * Seats a person in a locked pool; seated twice, it is one seat.
 *
 * @param teamId the team by which they have it
 * @returns whether they sit there now and did not before
 * @throws orders.seats_taken
 */
export async function takeSeat(
	tx: Tx,
	pool: LockedPool,
	userId: UserId,
	teamId: number | null = null,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto('seats')
		.values({ pool_id: pool.id, user_id: userId, team_id: teamId })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows === 0n) return false;
	if (pool.taken >= pool.seats) throw orderError('seats_taken', { params: { seats: pool.seats } });
	await tx
		.updateTable('seat_pools')
		.set((eb) => ({ taken: eb('taken', '+', 1) }))
		.where('id', '=', pool.id)
		.execute();
	pool.taken += 1;
	await grantEntitlement(tx, {
		...seatKey(pool.id, userId, pool),
		startsAt: now(),
		endsAt: pool.endsAt,
	});
	return true;
}

/** Takes a person's seat in a locked pool back. @returns whether they had one */
export async function leaveSeat(tx: Tx, pool: LockedPool, userId: UserId): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('seats')
		.where('pool_id', '=', pool.id)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	if (numDeletedRows === 0n) return false;
	await tx
		.updateTable('seat_pools')
		.set((eb) => ({ taken: eb('taken', '-', 1) }))
		.where('id', '=', pool.id)
		.execute();
	pool.taken -= 1;
	await revokeEntitlement(tx, seatKey(pool.id, userId, pool));
	return true;
}

/** Seats that no order stands behind: an agreement does. The caller has checked who may. @returns the pool's id */
export async function openSeatPool(
	tx: Tx,
	given: SeatTarget & {
		organisationId: number;
		seats: number;
		endsAt: Date;
		note: string;
		by: UserId;
	},
): Promise<number> {
	const { id } = await tx
		.insertInto('seat_pools')
		.values({
			organisation_id: given.organisationId,
			space_id: given.spaceId,
			item_id: given.itemId,
			seats: given.seats,
			starts_at: now(),
			ends_at: given.endsAt,
			note: given.note,
			granted_by: given.by,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Ends a locked pool: all of its seats are taken back. */
export async function endSeatPool(tx: Tx, pool: LockedPool): Promise<void> {
	await tx.updateTable('seat_pools').set({ revoked_at: now() }).where('id', '=', pool.id).execute();
	const given = await tx.selectFrom('seats').select('user_id').where('pool_id', '=', pool.id).execute();
	for (const { user_id } of given) await revokeEntitlement(tx, seatKey(pool.id, user_id, pool));
}

/** Lends bought seats to an organisation, whose administrators give them from then on; false when they are not theirs to lend. */
export async function lendSeatPool(
	tx: Tx,
	{ poolId, ownerId, organisationId }: { poolId: number; ownerId: UserId; organisationId: number },
): Promise<boolean> {
	const pool = await lockSeatPool(tx, { poolId, ownerId });
	if (!pool) return false;
	await tx
		.updateTable('seat_pools')
		.set({ organisation_id: organisationId })
		.where('id', '=', poolId)
		.execute();
	return true;
}

/** Seats that somebody bought, and who sits there. */
export interface SeatPool {
	id: number;
	orderId: number;
	space: { slug: string; name: string; names: Record<string, string> };
	seats: number;
	endsAt: Date;
	people: { id: UserId; handle: string; name: string }[];
}

const schema = z.object({ handle: z.string().trim().toLowerCase().min(1).max(60) });

/**
 * Gives a seat to somebody, who may then open the space until the seats' time is over. Given twice, it is one seat.
 *
 * @throws orders.not_found when these seats are not the asking person's, or their time is over; orders.seats_taken when
 *   there is none left; common.invalid_input when there is nobody of that name
 */
export async function assignSeat(db: Db, actor: Actor, poolId: number, input: unknown): Promise<void> {
	requireActing(actor);
	const { handle } = validate(schema, input);
	return inTransaction(db, async (tx) => {
		const pool = await lockOwn(tx, actor, poolId);
		const person = await tx.selectFrom('users').select('id').where('handle', '=', handle).executeTakeFirst();
		if (!person) throw commonError('invalid_input', { fields: { handle: 'orders.nobody' } });
		await takeSeat(tx, pool, person.id);
	});
}

/** Takes a seat back: somebody else may have it. @throws orders.not_found */
export async function freeSeat(db: Db, actor: Actor, poolId: number, personId: UserId): Promise<void> {
	requireActing(actor);
	return inTransaction(db, async (tx) => {
		await leaveSeat(tx, await lockOwn(tx, actor, poolId), personId);
	});
}

async function lockOwn(tx: Tx, { userId }: Actor, poolId: number): Promise<LockedPool> {
	const pool = await lockSeatPool(tx, { poolId, ownerId: userId! });
	if (!pool) throw orderError('not_found');
	return pool;
}

/** The seats that the asking person bought and whose time is not over, the newest first. One statement. */
export async function listSeatPools(db: Db, actor: Actor): Promise<SeatPool[]> {
	const { userId } = requireMember(actor);
	const rows = await db
		.selectFrom('seat_pools as p')
		.innerJoin('spaces as s', 's.id', 'p.space_id')
		.select([
			'p.id',
			'p.order_id as orderId',
			'p.seats',
			'p.ends_at as endsAt',
			's.slug',
			's.name',
			's.names',
		])
		.select(
			sql<SeatPool['people']>`(select coalesce(json_agg(json_build_object('id', u.id, 'handle', u.handle,
				'name', u.name) order by t.given_at, u.id), '[]') from seats t join users u on u.id = t.user_id
				where t.pool_id = p.id)`.as('people'),
		)
		.where('p.owner_id', '=', userId)
		.where('p.organisation_id', 'is', null)
		.where('p.revoked_at', 'is', null)
		.where('p.ends_at', '>', now())
		.orderBy('p.id', 'desc')
		.limit(100)
		.execute();
	return rows.map(({ slug, name, names, orderId, ...pool }) => ({
		...pool,
		// What somebody bought has an order.
		orderId: orderId!,
		space: { slug, name, names: names as Record<string, string> },
	}));
}
