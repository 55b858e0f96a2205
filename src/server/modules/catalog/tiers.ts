import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { SpaceId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { grantEntitlement, revokeEntitlement } from '../entitlements/index.ts';
import { requireOperator } from './policy.ts';
import { tierSchema } from './schemas.ts';

type Localised = Partial<Record<'zh-CN' | 'en', string>>;

/** A space as a tier names it. */
export interface TierSpace {
	id: SpaceId;
	slug: string;
	name: string;
	names: Localised;
}

/** A membership of the whole place. The higher one includes what the lower ones open. */
export interface Tier {
	id: number;
	slug: string;
	name: string;
	names: Localised;
	description: string;
	descriptions: Localised;
	rank: number;
	/** Those that this tier adds; the lower ones' come with it. */
	spaces: TierSpace[];
}

const spacesJson = sql<
	TierSpace[]
>`(select coalesce(json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name,
	'names', s.names) order by s.id), '[]') from tier_spaces ts join spaces s on s.id = ts.space_id
	where ts.tier_id = tiers.id and s.archived_at is null and s.access <> 'private')`;

/** The tiers that there are, the lowest first. One statement. */
export async function listTiers(db: Db): Promise<Tier[]> {
	const rows = await db
		.selectFrom('tiers')
		.select(['id', 'slug', 'name', 'names', 'description', 'descriptions', 'rank', spacesJson.as('spaces')])
		.where('retired_at', 'is', null)
		.orderBy('rank')
		.execute();
	return rows as unknown as Tier[];
}

/**
 * Makes a tier or changes it, by its slug. A space that is added is opened at once to who has the tier or a higher one;
 * one that is taken out stays open to them until their time is over. Administrators may.
 *
 * @returns its id
 * @throws common.forbidden, common.invalid_input; common.conflict when another tier has the rank
 */
export async function setTier(db: Db, actor: Actor, input: unknown): Promise<number> {
	requireOperator(actor);
	const { spaceIds, names, descriptions, ...tier } = validate(tierSchema, input);
	return inTransaction(db, async (tx) => {
		const other = await tx
			.selectFrom('tiers')
			.select('id')
			.where('rank', '=', tier.rank)
			.where('slug', '<>', tier.slug)
			.executeTakeFirst();
		if (other) throw commonError('conflict', { detail: 'Another tier has this rank.' });
		const values = {
			...tier,
			names: JSON.stringify(names ?? {}),
			descriptions: JSON.stringify(descriptions ?? {}),
		};
		const { id } = await tx
			.insertInto('tiers')
			.values(values)
			.onConflict((conflict) => conflict.column('slug').doUpdateSet({ ...values, retired_at: null }))
			.returning('id')
			.executeTakeFirstOrThrow();
		const before = await tx.selectFrom('tier_spaces').select('space_id').where('tier_id', '=', id).execute();
		const had = new Set(before.map(({ space_id }) => space_id));
		await tx.deleteFrom('tier_spaces').where('tier_id', '=', id).execute();
		if (spaceIds.length > 0)
			await tx
				.insertInto('tier_spaces')
				.values([...new Set(spaceIds)].map((space_id) => ({ tier_id: id, space_id })))
				.execute();
		for (const spaceId of spaceIds.filter((one) => !had.has(one)))
			await openToHolders(tx, tier.rank, spaceId);
		return id;
	});
}

/** Takes a tier off sale for good. Who has it keeps it. Administrators may. @throws common.forbidden, common.not_found */
export async function retireTier(db: Db, actor: Actor, tierId: number): Promise<void> {
	requireOperator(actor);
	return inTransaction(db, async (tx) => {
		const { numUpdatedRows } = await tx
			.updateTable('tiers')
			.set({ retired_at: now() })
			.where('id', '=', tierId)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw commonError('not_found');
		await tx
			.updateTable('offers')
			.set({ retired_at: now() })
			.where('tier_id', '=', tierId)
			.where('retired_at', 'is', null)
			.execute();
	});
}

async function openToHolders(tx: Tx, rank: number, spaceId: SpaceId): Promise<void> {
	const holders = await tx
		.selectFrom('tier_members as h')
		.innerJoin('tiers as t', 't.id', 'h.tier_id')
		.select(['h.user_id', 'h.source_ref', 'h.starts_at', 'h.ends_at'])
		.where('t.rank', '>=', rank)
		.where('h.revoked_at', 'is', null)
		.where('h.ends_at', '>', now())
		.execute();
	for (const holder of holders)
		await grantEntitlement(tx, {
			userId: holder.user_id,
			spaceId,
			source: sourceOf(holder.source_ref),
			sourceRef: holder.source_ref,
			startsAt: holder.starts_at,
			endsAt: holder.ends_at,
		});
}

/** A subscription gives time, too: `subscription:7`. */
const sourceOf = (sourceRef: string) =>
	sourceRef.startsWith('subscription:') ? ('subscription' as const) : ('purchase' as const);

/** Which time of a tier somebody has from which source, e.g. `order:12`. */
export interface TierTime {
	userId: UserId;
	tierId: number;
	sourceRef: string;
	startsAt: Date;
	endsAt: Date;
}

/** Gives somebody time of a tier, and with it its spaces and those of all lower ones. The same source gives it once. */
export async function giveTier(tx: Tx, time: TierTime): Promise<void> {
	const { userId, tierId, sourceRef, startsAt, endsAt } = time;
	const interval = { starts_at: startsAt, ends_at: endsAt };
	await tx
		.insertInto('tier_members')
		.values({ user_id: userId, tier_id: tierId, source_ref: sourceRef, ...interval })
		.onConflict((conflict) =>
			conflict
				.columns(['user_id', 'tier_id', 'source_ref'])
				.doUpdateSet({ ends_at: endsAt, revoked_at: null }),
		)
		.execute();
	for (const spaceId of await spacesOf(tx, tierId))
		await grantEntitlement(tx, { userId, spaceId, source: sourceOf(sourceRef), sourceRef, startsAt, endsAt });
}

/** Takes back what a source gave of a tier. */
export async function takeTier(tx: Tx, userId: UserId, tierId: number, sourceRef: string): Promise<void> {
	await tx
		.updateTable('tier_members')
		.set({ revoked_at: now() })
		.where('user_id', '=', userId)
		.where('tier_id', '=', tierId)
		.where('source_ref', '=', sourceRef)
		.execute();
	const given = await tx
		.selectFrom('entitlements')
		.select('space_id')
		.where('user_id', '=', userId)
		.where('source_ref', '=', sourceRef)
		.where('space_id', 'is not', null)
		.where('revoked_at', 'is', null)
		.execute();
	for (const { space_id } of given)
		await revokeEntitlement(tx, { userId, spaceId: space_id!, source: sourceOf(sourceRef), sourceRef });
}

/** Until when somebody has a tier, from sources other than this one; null when they do not have it. */
export async function tierUntil(
	db: Db,
	userId: UserId,
	tierId: number,
	exceptRef = '',
): Promise<Date | null> {
	const row = await db
		.selectFrom('tier_members')
		.select((eb) => eb.fn.max('ends_at').as('end'))
		.where('user_id', '=', userId)
		.where('tier_id', '=', tierId)
		.where('source_ref', '<>', exceptRef)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return row?.end && row.end > now() ? row.end : null;
}

async function spacesOf(tx: Tx, tierId: number): Promise<SpaceId[]> {
	const rows = await tx
		.selectFrom('tier_spaces as ts')
		.innerJoin('tiers as t', 't.id', 'ts.tier_id')
		.innerJoin('tiers as own', (join) => join.onRef('own.rank', '>=', 't.rank').on('own.id', '=', tierId))
		.select('ts.space_id')
		.distinct()
		// A tier that is no longer sold opens nothing to who comes later, unless it is the one that was bought.
		.where((eb) => eb.or([eb('t.retired_at', 'is', null), eb('t.id', '=', tierId)]))
		.orderBy('ts.space_id')
		.execute();
	return rows.map(({ space_id }) => space_id);
}
