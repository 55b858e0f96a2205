import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { addMonths, now } from '../../kernel/clock.ts';
import type { ItemId, SpaceId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import {
	endSeatPool,
	type LockedPool,
	leaveSeat,
	lendSeatPool,
	lockSeatPool,
	openSeatPool,
	takeSeat,
} from '../orders/index.ts';
import { organisationError } from './errors.ts';
import { note } from './log.ts';
import { memberOf } from './member.ts';
import { lockOrganisation, type OrganisationId, organisationTo } from './organisation.ts';

export const grantSchema = z
	.object({
		courseId: z.coerce.number().int().positive().nullish(),
		spaceSlug: z.string().trim().max(60).nullish(),
		seats: z.coerce
			.number('common.bad_value')
			.int('common.bad_value')
			.min(1, 'common.bad_value')
			.max(100_000, 'common.bad_value'),
		months: z.coerce
			.number('common.bad_value')
			.int('common.bad_value')
			.min(1, 'common.bad_value')
			.max(120, 'common.bad_value'),
		note: z.string().trim().max(200).default(''),
	})
	.refine((given) => Boolean(given.courseId) !== Boolean(given.spaceSlug), {
		message: 'organisations.seats_target',
		path: ['courseId'],
	});

/**
 * Gives an organisation seats by contract: an administrator of the place writes down what was agreed elsewhere.
 *
 * @throws organisations.not_found, organisations.seats_target, common.forbidden, common.invalid_input
 */
export async function grantSeats(
	db: Db,
	actor: Actor,
	slug: string,
	input: z.input<typeof grantSchema>,
): Promise<number> {
	const given = validate(grantSchema, input);
	return inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'grant');
		const target = given.courseId
			? await tx
					.selectFrom('items')
					.select(['id', 'title as name'])
					.where('id', '=', given.courseId)
					.where('kind', 'in', ['course', 'column', 'article'])
					.where('status', '=', 'published')
					.executeTakeFirst()
			: await tx
					.selectFrom('spaces')
					.select(['id', 'name'])
					.where('slug', '=', given.spaceSlug!)
					.where('archived_at', 'is', null)
					.executeTakeFirst();
		if (!target)
			throw organisationError('seats_target', { fields: { courseId: 'organisations.seats_target' } });
		const poolId = await openSeatPool(tx, {
			organisationId: id,
			itemId: given.courseId ? (target.id as ItemId) : null,
			spaceId: given.courseId ? null : (target.id as SpaceId),
			seats: given.seats,
			endsAt: addMonths(now(), given.months),
			note: given.note,
			by,
		});
		await note(tx, id, 'seats-granted', { by, seats: given.seats, what: target.name ?? '' });
		return poolId;
	});
}

/**
 * Puts seats that the asking person bought into the hands of an organisation that they look after.
 *
 * @throws organisations.not_found, organisations.seats_not_found, common.forbidden
 */
export async function lendSeats(db: Db, actor: Actor, slug: string, poolId: number): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		if (!(await lendSeatPool(tx, { poolId, ownerId: by, organisationId: id })))
			throw organisationError('seats_not_found');
		await note(tx, id, 'seats-lent', { by, pool: poolId });
	});
}

/** Ends seats that were given by contract. @throws as {@link grantSeats}; organisations.seats_not_found */
export async function endSeats(db: Db, actor: Actor, slug: string, poolId: number): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'grant');
		const bought = await tx
			.selectFrom('seat_pools')
			.select('order_id')
			.where('id', '=', poolId)
			.executeTakeFirst();
		const pool = await lockSeatPool(tx, { poolId, organisationId: id });
		// What was paid for is taken back by a refund.
		if (!pool || bought?.order_id !== null) throw organisationError('seats_not_found');
		await endSeatPool(tx, pool);
		await note(tx, id, 'seats-ended', { by, pool: poolId });
	});
}

async function lockPool(tx: Tx, organisationId: OrganisationId, poolId: number): Promise<LockedPool> {
	const pool = await lockSeatPool(tx, { poolId, organisationId });
	if (!pool) throw organisationError('seats_not_found');
	return pool;
}

/**
 * Gives a seat to a member.
 *
 * @throws organisations.seats_not_found, organisations.person_unknown, orders.seats_taken; the gate's refusals
 */
export async function giveSeat(
	db: Db,
	actor: Actor,
	slug: string,
	{ poolId, handle }: { poolId: number; handle: string },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const { userId } = await memberOf(tx, id, handle);
		const pool = await lockPool(tx, id, poolId);
		if (!(await takeSeat(tx, pool, userId))) return;
		await note(tx, id, 'seat-given', { by, subject: userId, pool: poolId });
		await emit(tx, by, 'organisations.seat-given', { organisationId: id, poolId, learnerId: userId });
	});
}

/** Takes a seat back; whoever it is, they need not be a member any more. @throws as {@link giveSeat} */
export async function freeSeatOf(
	db: Db,
	actor: Actor,
	slug: string,
	{ poolId, handle }: { poolId: number; handle: string },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const pool = await lockPool(tx, id, poolId);
		const person = await tx.selectFrom('users').select('id').where('handle', '=', handle).executeTakeFirst();
		if (person && (await leaveSeat(tx, pool, person.id)))
			await note(tx, id, 'seat-freed', { by, subject: person.id, pool: poolId });
	});
}

/**
 * Gives seats to a team: everybody in it sits down, or nobody; who joins the team later sits down while there are seats.
 *
 * @returns how many sat down
 * @throws organisations.seats_too_few, organisations.seats_not_found, organisations.team_not_found; the gate's refusals
 */
export async function giveTeamSeats(
	db: Db,
	actor: Actor,
	slug: string,
	{ poolId, teamId }: { poolId: number; teamId: number },
): Promise<number> {
	return inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const pool = await lockPool(tx, id, poolId);
		const team = await tx
			.selectFrom('organisation_teams')
			.select('name')
			.where('id', '=', teamId)
			.where('organisation_id', '=', id)
			.executeTakeFirst();
		if (!team) throw organisationError('team_not_found');
		const { rows } = await sql<{
			id: UserId;
		}>`select user_id as id from team_members t where team_id = ${teamId}
			and not exists (select from seats s where s.pool_id = ${poolId} and s.user_id = t.user_id) order by user_id`.execute(
			tx,
		);
		const free = pool.seats - pool.taken;
		if (rows.length > free)
			throw organisationError('seats_too_few', { params: { needed: rows.length, free } });
		await tx
			.insertInto('seat_pool_teams')
			.values({ pool_id: poolId, team_id: teamId })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		for (const person of rows) {
			await takeSeat(tx, pool, person.id, teamId);
			await emit(tx, by, 'organisations.seat-given', { organisationId: id, poolId, learnerId: person.id });
		}
		await note(tx, id, 'seats-team', { by, team: team.name, pool: poolId, seats: rows.length });
		return rows.length;
	});
}

/** Who joins a team sits down where the team has seats left; where it has none, they wait for an administrator. */
export async function seatNewcomer(tx: Tx, teamId: number, userId: UserId): Promise<void> {
	const pools = await tx
		.selectFrom('seat_pool_teams as t')
		.innerJoin('seat_pools as p', 'p.id', 't.pool_id')
		.select(['p.id', 'p.organisation_id'])
		.where('t.team_id', '=', teamId)
		.orderBy('p.id')
		.execute();
	for (const { id, organisation_id } of pools) {
		const pool = await lockSeatPool(tx, { poolId: id, organisationId: organisation_id! });
		if (!pool || pool.taken >= pool.seats || !(await takeSeat(tx, pool, userId, teamId))) continue;
		await emit(tx, null, 'organisations.seat-given', {
			organisationId: organisation_id!,
			poolId: id,
			learnerId: userId,
		});
	}
}

/** Takes back what somebody, or everybody, had by a team. */
export async function freeTeamSeats(
	tx: Tx,
	organisationId: OrganisationId,
	{ teamId, userId, by }: { teamId: number; userId?: UserId; by: UserId },
): Promise<void> {
	const rows = await tx
		.selectFrom('seats')
		.select(['pool_id', 'user_id'])
		.where('team_id', '=', teamId)
		.$if(userId !== undefined, (query) => query.where('user_id', '=', userId!))
		.orderBy('pool_id')
		.execute();
	await free(tx, organisationId, rows, by);
}

/** Takes back every seat that somebody has of an organisation. */
export async function freeSeatsOf(
	tx: Tx,
	organisationId: OrganisationId,
	userId: UserId,
	by: UserId,
): Promise<void> {
	const rows = await tx
		.selectFrom('seats as s')
		.innerJoin('seat_pools as p', 'p.id', 's.pool_id')
		.select(['s.pool_id', 's.user_id'])
		.where('p.organisation_id', '=', organisationId)
		.where('s.user_id', '=', userId)
		.orderBy('s.pool_id')
		.execute();
	await free(tx, organisationId, rows, by);
}

async function free(
	tx: Tx,
	organisationId: OrganisationId,
	rows: { pool_id: number; user_id: UserId }[],
	by: UserId,
): Promise<void> {
	for (const { pool_id, user_id } of rows) {
		const pool = await lockSeatPool(tx, { poolId: pool_id, organisationId });
		if (pool && (await leaveSeat(tx, pool, user_id)))
			await note(tx, organisationId, 'seat-freed', { by, subject: user_id, pool: pool_id });
	}
}

export interface OrganisationPool {
	id: number;
	/** What they open. */
	what: string;
	href: string;
	seats: number;
	taken: number;
	endsAt: Date;
	/** Bought, or given by contract. */
	bought: boolean;
	note: string;
	people: { handle: string; name: string; team: string | null }[];
	teams: { id: number; name: string }[];
}

/** The seats of an organisation that are in force, the newest first; of those who sit there at most 500 by name. */
export async function listOrganisationSeats(db: Db, actor: Actor, slug: string): Promise<OrganisationPool[]> {
	const { id } = await organisationTo(db, actor, slug, 'manage');
	const { rows } = await sql<OrganisationPool>`select p.id, coalesce(i.title, s.name, '') as what,
			case when i.id is null then '/spaces/' || s.slug when i.kind = 'course' then '/courses/' || i.id else '/' || i.kind || 's/' || i.id end as href,
			p.seats, p.taken, p.ends_at as "endsAt", p.order_id is not null as bought, p.note,
			(select coalesce(json_agg(x order by x.name), '[]') from (select u.handle, u.name, t.name as team from seats y
				join users u on u.id = y.user_id left join organisation_teams t on t.id = y.team_id
				where y.pool_id = p.id order by u.name limit 500) x) as people,
			(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
				from seat_pool_teams y join organisation_teams t on t.id = y.team_id where y.pool_id = p.id) as teams
		from seat_pools p left join items i on i.id = p.item_id left join spaces s on s.id = p.space_id
		where p.organisation_id = ${id} and p.revoked_at is null and p.ends_at > ${now()}
		order by p.id desc limit 100`.execute(db);
	return rows;
}
