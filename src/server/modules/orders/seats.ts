import { z } from 'zod';
import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { SpaceId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { grantEntitlement, revokeEntitlement } from '../entitlements/index.ts';
import { orderError } from './order.ts';

/** The entitlement that a seat is. */
export const seatKey = (poolId: number, userId: UserId, spaceId: SpaceId) => ({
	userId,
	spaceId,
	source: 'seat' as const,
	sourceRef: `seats:${poolId}`,
});

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
		const pool = await lockPool(tx, actor, poolId);
		const person = await tx.selectFrom('users').select('id').where('handle', '=', handle).executeTakeFirst();
		if (!person) throw commonError('invalid_input', { fields: { handle: 'orders.nobody' } });
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto('seats')
			.values({ pool_id: poolId, user_id: person.id })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n) return;
		if (pool.taken >= pool.seats) throw orderError('seats_taken', { params: { seats: pool.seats } });
		await tx
			.updateTable('seat_pools')
			.set((eb) => ({ taken: eb('taken', '+', 1) }))
			.where('id', '=', poolId)
			.execute();
		const interval = { startsAt: now(), endsAt: pool.ends_at };
		await grantEntitlement(tx, { ...seatKey(poolId, person.id, pool.space_id), ...interval });
	});
}

/** Takes a seat back: somebody else may have it. @throws orders.not_found */
export async function freeSeat(db: Db, actor: Actor, poolId: number, personId: UserId): Promise<void> {
	requireActing(actor);
	return inTransaction(db, async (tx) => {
		const pool = await lockPool(tx, actor, poolId);
		const { numDeletedRows } = await tx
			.deleteFrom('seats')
			.where('pool_id', '=', poolId)
			.where('user_id', '=', personId)
			.executeTakeFirst();
		if (numDeletedRows === 0n) return;
		await tx
			.updateTable('seat_pools')
			.set((eb) => ({ taken: eb('taken', '-', 1) }))
			.where('id', '=', poolId)
			.execute();
		await revokeEntitlement(tx, seatKey(poolId, personId, pool.space_id));
	});
}

// Locked: of fifty who sit down at once nobody sits on another's lap.
async function lockPool(tx: Tx, { userId }: Actor, poolId: number) {
	const pool = await tx
		.selectFrom('seat_pools')
		.select(['space_id', 'seats', 'taken', 'ends_at'])
		.where('id', '=', poolId)
		.where('owner_id', '=', userId)
		.where('revoked_at', 'is', null)
		.where('ends_at', '>', now())
		.forUpdate()
		.executeTakeFirst();
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
		.where('p.revoked_at', 'is', null)
		.where('p.ends_at', '>', now())
		.orderBy('p.id', 'desc')
		.limit(100)
		.execute();
	return rows.map(({ slug, name, names, ...pool }) => ({
		...pool,
		space: { slug, name, names: names as Record<string, string> },
	}));
}
