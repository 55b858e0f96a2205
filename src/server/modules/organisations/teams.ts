import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { organisationError } from './errors.ts';
import { note } from './log.ts';
import { memberOf } from './member.ts';
import { lockOrganisation, type OrganisationId, organisationTo } from './organisation.ts';
import { freeTeamSeats, seatNewcomer } from './seats.ts';

export const teamsAtMost = 200;

export const teamSchema = z.object({
	name: z.string().trim().min(1, 'organisations.name_missing').max(60, 'organisations.name_too_long'),
	/** The value of the sign-on's claim that brings somebody into the team; empty for none. */
	claim: z
		.string()
		.trim()
		.max(120, 'organisations.name_too_long')
		.nullish()
		.transform((claim) => claim || null),
});
export type TeamInput = z.input<typeof teamSchema>;

const taken = (error: unknown): never => {
	const { code, constraint } = error as { code?: string; constraint?: string };
	if (code !== '23505') throw error;
	if (constraint === 'organisation_teams_claim_key')
		throw organisationError('claim_taken', { fields: { claim: 'organisations.claim_taken' } });
	throw organisationError('team_name_taken', { fields: { name: 'organisations.team_name_taken' } });
};

/** @throws organisations.not_found, organisations.team_name_taken, organisations.claim_taken, organisations.too_many_teams */
export async function createTeam(db: Db, actor: Actor, slug: string, input: TeamInput): Promise<number> {
	const given = validate(teamSchema, input);
	return inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const { count } = await tx
			.selectFrom('organisation_teams')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('organisation_id', '=', id)
			.executeTakeFirstOrThrow();
		if (count >= teamsAtMost) throw organisationError('too_many_teams', { params: { most: teamsAtMost } });
		const row = await tx
			.insertInto('organisation_teams')
			.values({ ...given, organisation_id: id, created_at: now() })
			.returning('id')
			.executeTakeFirstOrThrow()
			.catch(taken);
		await note(tx, id, 'team-made', { by, team: given.name });
		return row.id;
	});
}

/** @throws organisations.team_not_found */
async function lockTeam(tx: Tx, organisationId: OrganisationId, teamId: number): Promise<{ name: string }> {
	const team = await tx
		.selectFrom('organisation_teams')
		.select('name')
		.where('id', '=', teamId)
		.where('organisation_id', '=', organisationId)
		.forNoKeyUpdate()
		.executeTakeFirst();
	if (!team) throw organisationError('team_not_found');
	return team;
}

/** @throws as {@link createTeam}; organisations.team_not_found */
export async function changeTeam(
	db: Db,
	actor: Actor,
	slug: string,
	teamId: number,
	input: TeamInput,
): Promise<void> {
	const given = validate(teamSchema, input);
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		await lockTeam(tx, id, teamId);
		await tx.updateTable('organisation_teams').set(given).where('id', '=', teamId).execute().catch(taken);
		await note(tx, id, 'team-changed', { by, team: given.name });
	});
}

/** Ends a team: its people stay, what was given to the team ends. @throws organisations.team_not_found */
export async function dropTeam(db: Db, actor: Actor, slug: string, teamId: number): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const { name } = await lockTeam(tx, id, teamId);
		await freeTeamSeats(tx, id, { teamId, by });
		await tx.deleteFrom('organisation_teams').where('id', '=', teamId).execute();
		await note(tx, id, 'team-dropped', { by, team: name });
	});
}

/** Puts a member of the organisation into a team of it, and on a seat where the team has some. */
export async function joinTeam(
	tx: Tx,
	{ id, by = null }: { id: OrganisationId; by?: UserId | null },
	teamId: number,
	userId: UserId,
	leads = false,
): Promise<void> {
	const { name } = await lockTeam(tx, id, teamId);
	const { rows } = await sql<{ fresh: boolean }>`
		insert into team_members (team_id, organisation_id, user_id, leads, joined_at) values (${teamId}, ${id}, ${userId}, ${leads}, ${now()})
		on conflict (team_id, user_id) do update set leads = excluded.leads returning xmax = 0 as fresh`.execute(
		tx,
	);
	if (!rows[0]?.fresh) return;
	await note(tx, id, 'team-joined', { by: by ?? userId, subject: userId, team: name });
	await seatNewcomer(tx, teamId, userId);
}

/**
 * Puts somebody into a team, as one who leads it or not.
 *
 * @throws organisations.not_found, organisations.team_not_found, organisations.person_unknown
 */
export async function setTeamMember(
	db: Db,
	actor: Actor,
	slug: string,
	{ teamId, handle, leads = false }: { teamId: number; handle: string; leads?: boolean },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const { userId } = await memberOf(tx, id, handle);
		await joinTeam(tx, { id, by }, teamId, userId, leads);
	});
}

/** Takes somebody out of a team, and off the seats they had by it. @throws as {@link setTeamMember} */
export async function dropTeamMember(
	db: Db,
	actor: Actor,
	slug: string,
	{ teamId, handle }: { teamId: number; handle: string },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const { userId } = await memberOf(tx, id, handle);
		await quitTeam(tx, { id, by }, teamId, userId);
	});
}

/** Takes a person out of a team, and off the seats they had by it. @throws organisations.team_not_found */
export async function quitTeam(
	tx: Tx,
	{ id, by }: { id: OrganisationId; by: UserId },
	teamId: number,
	userId: UserId,
): Promise<void> {
	const { name } = await lockTeam(tx, id, teamId);
	const { numDeletedRows } = await tx
		.deleteFrom('team_members')
		.where('team_id', '=', teamId)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	if (numDeletedRows === 0n) return;
	await freeTeamSeats(tx, id, { teamId, userId, by });
	await note(tx, id, 'team-left', { by, subject: userId, team: name });
}

export interface TeamRow {
	id: number;
	name: string;
	claim: string | null;
	memberCount: number;
	leads: { handle: string; name: string }[];
}

/** The teams of an organisation by name; a lead gets those that they lead. One statement after the gate. */
export async function listTeams(db: Db, actor: Actor, slug: string): Promise<TeamRow[]> {
	const { id, can, leads } = await organisationTo(db, actor, slug, 'report');
	const { rows } = await sql<TeamRow>`select t.id, t.name, t.claim,
			(select count(*)::int from team_members m where m.team_id = t.id) as "memberCount",
			(select coalesce(json_agg(json_build_object('handle', u.handle, 'name', u.name) order by u.name), '[]')
				from team_members m join users u on u.id = m.user_id where m.team_id = t.id and m.leads) as leads
		from organisation_teams t where t.organisation_id = ${id} and (${can.manage} or t.id = any(${leads}::bigint[]))
		order by lower(t.name), t.id limit ${teamsAtMost}`.execute(db);
	return rows;
}
