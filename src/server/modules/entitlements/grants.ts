import { now } from '../../kernel/clock.ts';
import type { ItemId, SpaceId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { addMember, dropUnpaidMember } from '../spaces/index.ts';
import { entitlementError } from './errors.ts';

export type EntitlementSource = 'purchase' | 'subscription' | 'grant' | 'trial' | 'seat' | 'gift';

/** Exactly one of `itemId` and `spaceId`; a column's id opens its articles too. */
export interface EntitlementKey {
	userId: UserId;
	itemId?: ItemId | null;
	spaceId?: SpaceId | null;
	source: EntitlementSource;
	/** What gave it, e.g. `order:12`: one source gives one entitlement, however often it says so. */
	sourceRef: string;
}

export interface Entitlement {
	id: number;
	itemId: ItemId | null;
	spaceId: SpaceId | null;
	/** Title of the item or name of the space. */
	name: string;
	source: EntitlementSource;
	sourceRef: string;
	startsAt: Date;
	/** null: for good. */
	endsAt: Date | null;
	revokedAt: Date | null;
	inForce: boolean;
}

function targetOf(key: EntitlementKey): { item_id: number | null; space_id: number | null } {
	const item_id = key.itemId ?? null;
	const space_id = key.spaceId ?? null;
	if ((item_id === null) === (space_id === null)) {
		throw entitlementError('target_missing', {
			detail: 'An entitlement opens either one item or one space.',
		});
	}
	return { item_id, space_id };
}

/**
 * Lets a person open an item or a space from `startsAt` (default: now) until `endsAt` (default: for good). Asked again
 * for the same source it moves the interval, and lifts a revocation: that is how a subscription is renewed. Who is
 * given a space becomes a member of it. For flows and handlers: the caller has checked that it is due.
 *
 * @returns the entitlement's id
 * @throws entitlements.target_missing
 */
export function grantEntitlement(
	db: Db,
	key: EntitlementKey & { startsAt?: Date | null; endsAt?: Date | null },
): Promise<number> {
	const target = targetOf(key);
	return inTransaction(db, async (tx) => {
		const interval = { starts_at: key.startsAt ?? now(), ends_at: key.endsAt ?? null };
		const { id } = await tx
			.insertInto('entitlements')
			.values({ user_id: key.userId, ...target, source: key.source, source_ref: key.sourceRef, ...interval })
			.onConflict((conflict) =>
				conflict
					.columns(['user_id', 'item_id', 'space_id', 'source', 'source_ref'])
					.doUpdateSet({ ends_at: interval.ends_at, revoked_at: null }),
			)
			.returning('id')
			.executeTakeFirstOrThrow();
		if (target.space_id !== null) await addMember(tx, target.space_id, key.userId);
		await tell(tx, key, 'granted');
		return id;
	});
}

/**
 * Takes back what one source gave; other sources stay in force. A member of a paid space who has no other reason to
 * be in it leaves it.
 *
 * @returns false when there was nothing in force to take back
 * @throws entitlements.target_missing
 */
export function revokeEntitlement(db: Db, key: EntitlementKey): Promise<boolean> {
	const target = targetOf(key);
	return inTransaction(db, async (tx) => {
		const at = now();
		const row = await tx
			.updateTable('entitlements')
			.set({ revoked_at: at })
			.where('user_id', '=', key.userId)
			.where(
				sql<boolean>`item_id is not distinct from ${target.item_id}::bigint and space_id is not distinct from ${target.space_id}::bigint`,
			)
			.where('source', '=', key.source)
			.where('source_ref', '=', key.sourceRef)
			.where('revoked_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		if (!row) return false;
		if (target.space_id !== null) {
			const other = await tx
				.selectFrom('entitlements')
				.select('id')
				.where('user_id', '=', key.userId)
				.where('space_id', '=', target.space_id)
				.where('revoked_at', 'is', null)
				.where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
				.executeTakeFirst();
			if (!other) await dropUnpaidMember(tx, target.space_id, key.userId);
		}
		await tell(tx, key, 'revoked');
		return true;
	});
}

function tell(tx: Tx, key: EntitlementKey, change: 'granted' | 'revoked'): Promise<number> {
	return emit(tx, null, 'entitlements.changed', {
		userId: key.userId,
		itemId: key.itemId ?? null,
		spaceId: key.spaceId ?? null,
		change,
	});
}

/** Everything that was ever given to a person, the newest first, at most 500. One statement. */
export async function listEntitlements(db: Db, userId: UserId): Promise<Entitlement[]> {
	const at = now();
	const rows = await db
		.selectFrom('entitlements as e')
		.leftJoin('items as i', 'i.id', 'e.item_id')
		.leftJoin('spaces as s', 's.id', 'e.space_id')
		.select([
			'e.id',
			'e.item_id',
			'e.space_id',
			'i.title',
			's.name',
			'e.source',
			'e.source_ref',
			'e.starts_at',
			'e.ends_at',
			'e.revoked_at',
		])
		.where('e.user_id', '=', userId)
		.orderBy('e.id', 'desc')
		.limit(500)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		itemId: row.item_id,
		spaceId: row.space_id,
		name: row.title ?? row.name ?? '',
		source: row.source as EntitlementSource,
		sourceRef: row.source_ref,
		startsAt: row.starts_at,
		endsAt: row.ends_at,
		revokedAt: row.revoked_at,
		inForce: row.revoked_at === null && row.starts_at <= at && (row.ends_at === null || row.ends_at > at),
	}));
}
