import { type Actor, requireMember } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { unlinkCompany } from '../accounts/index.ts';
import { type SpaceRole, seatMember, unseatMember } from '../spaces/index.ts';
import { organisationError } from './errors.ts';
import { note } from './log.ts';
import { memberOf } from './member.ts';
import {
	lockOrganisation,
	type Organisation,
	type OrganisationId,
	type OrganisationRole,
	organisationTo,
} from './organisation.ts';
import { freeSeatsOf } from './seats.ts';
import { joinTeam } from './teams.ts';

export type CameBy = 'founder' | 'invitation' | 'link' | 'domain' | 'sign-on';

const spaceRole: Record<OrganisationRole, SpaceRole> = {
	owner: 'owner',
	admin: 'moderator',
	member: 'member',
};

/**
 * Makes a person a member; the caller has checked by which right. Who is one already stays what they are, or rises.
 *
 * @throws organisations.removed for whoever was taken out and comes by themselves
 */
export async function admit(
	tx: Tx,
	organisation: { id: OrganisationId; spaceId: number | null },
	userId: UserId,
	{
		cameBy,
		role = 'member',
		teamId = null,
	}: { cameBy: CameBy; role?: 'admin' | 'member'; teamId?: number | null },
): Promise<boolean> {
	const { id, spaceId } = organisation;
	const removed = await tx
		.selectFrom('organisation_removals')
		.select('user_id')
		.where('organisation_id', '=', id)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	// A link and an address were theirs before they were taken out; an invitation to them and the sign-on are a word of today.
	if (removed && (cameBy === 'domain' || cameBy === 'link')) throw organisationError('removed');
	if (removed)
		await tx
			.deleteFrom('organisation_removals')
			.where('organisation_id', '=', id)
			.where('user_id', '=', userId)
			.execute();
	const { rows } = await sql<{ role: OrganisationRole; fresh: boolean }>`
		insert into organisation_members (organisation_id, user_id, role, came_by, joined_at)
		values (${id}, ${userId}, ${role}, ${cameBy}, ${now()})
		on conflict (organisation_id, user_id) do update
			set role = case when excluded.role = 'admin' and organisation_members.role = 'member' then 'admin' else organisation_members.role end
		returning role, xmax = 0 as fresh`.execute(tx);
	const row = rows[0]!;
	if (spaceId !== null) await seatMember(tx, spaceId, userId, spaceRole[row.role]);
	if (row.fresh) {
		await note(tx, id, 'joined', { by: userId, how: cameBy });
		await emit(tx, userId, 'organisations.joined', { organisationId: id, learnerId: userId });
	}
	if (teamId !== null) await joinTeam(tx, { id }, teamId, userId);
	return row.fresh;
}

/**
 * Takes a person out, or lets them go: seats become free, teams and the space are left, the sign-on opens their account
 * no more. What they learnt stays theirs.
 */
async function part(
	tx: Tx,
	{ id, spaceId }: Pick<Organisation, 'id' | 'spaceId'>,
	userId: UserId,
	by: UserId,
): Promise<void> {
	await freeSeatsOf(tx, id, userId, by);
	await tx
		.deleteFrom('organisation_members')
		.where('organisation_id', '=', id)
		.where('user_id', '=', userId)
		.execute();
	if (spaceId !== null) await unseatMember(tx, spaceId, userId, by);
	await unlinkCompany(tx, userId, `org-${id}-`);
	await emit(tx, by, 'organisations.left', {
		organisationId: id,
		learnerId: userId,
		removed: by !== userId,
	});
}

async function keepAnOwner(tx: Tx, id: OrganisationId, leaving: UserId): Promise<void> {
	const other = await tx
		.selectFrom('organisation_members')
		.select('user_id')
		.where('organisation_id', '=', id)
		.where('role', '=', 'owner')
		.where('user_id', '<>', leaving)
		.executeTakeFirst();
	if (!other) throw organisationError('last_owner');
}

/** Leaves an organisation. @throws organisations.not_found, organisations.last_owner */
export async function leaveOrganisation(db: Db, actor: Actor, slug: string): Promise<void> {
	const { userId } = requireMember(actor);
	await inTransaction(db, async (tx) => {
		// Also who would have to sign on first may go.
		const row = await tx
			.selectFrom('organisations as o')
			.innerJoin('organisation_members as m', 'm.organisation_id', 'o.id')
			.select(['o.id', 'o.space_id as spaceId', 'm.role'])
			.where('o.slug', '=', slug)
			.where('m.user_id', '=', userId)
			.forNoKeyUpdate(['o'])
			.executeTakeFirst();
		if (!row) throw organisationError('not_found');
		if (row.role === 'owner') await keepAnOwner(tx, row.id, userId);
		await part(tx, row, userId, userId);
		await note(tx, row.id, 'left', { by: userId });
	});
}

/**
 * Takes a person out. Administrators take members out, owners everybody but the last owner.
 *
 * @throws organisations.not_found, organisations.person_unknown, organisations.last_owner, common.forbidden
 */
export async function removeMember(db: Db, actor: Actor, slug: string, handle: string): Promise<void> {
	await inTransaction(db, async (tx) => {
		const organisation = await lockOrganisation(tx, actor, slug, 'manage');
		const { id, by, can } = organisation;
		const { userId, role } = await memberOf(tx, id, handle);
		if (role !== 'member' && userId !== by && !can.own) throw commonError('forbidden');
		if (role === 'owner') await keepAnOwner(tx, id, userId);
		await part(tx, organisation, userId, by);
		await tx
			.insertInto('organisation_removals')
			.values({ organisation_id: id, user_id: userId, removed_at: now() })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		await note(tx, id, 'removed', { by, subject: userId });
	});
}

/**
 * Makes somebody an owner, an administrator or a member.
 *
 * @throws organisations.not_found, organisations.person_unknown, organisations.last_owner, common.forbidden
 */
export async function setMemberRole(
	db: Db,
	actor: Actor,
	slug: string,
	{ handle, role }: { handle: string; role: OrganisationRole },
): Promise<void> {
	if (!(role in spaceRole)) throw commonError('invalid_input', { fields: { role: 'common.bad_value' } });
	await inTransaction(db, async (tx) => {
		const { id, by, spaceId } = await lockOrganisation(tx, actor, slug, 'own');
		const person = await memberOf(tx, id, handle);
		if (person.role === role) return;
		if (person.role === 'owner') await keepAnOwner(tx, id, person.userId);
		await tx
			.updateTable('organisation_members')
			.set({ role })
			.where('organisation_id', '=', id)
			.where('user_id', '=', person.userId)
			.execute();
		if (spaceId !== null) await seatMember(tx, spaceId, person.userId, spaceRole[role]);
		await note(tx, id, 'role-set', { by, subject: person.userId, role });
	});
}

export interface MemberRow {
	userId: UserId;
	handle: string;
	name: string;
	image: string | null;
	face: unknown;
	role: OrganisationRole;
	cameBy: CameBy;
	joinedAt: Date;
	signedOnAt: Date | null;
	teams: { id: number; name: string; leads: boolean }[];
	seats: number;
}

/** The people of an organisation, the last joined first; `query` looks into names and handles. @throws as the gate */
export async function listOrganisationMembers(
	db: Db,
	actor: Actor,
	slug: string,
	input: { query?: string; team?: number | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<MemberRow>> {
	const { id } = await organisationTo(db, actor, slug, 'manage');
	const limit = Math.min(Math.max(input.limit ?? 50, 1), 100);
	const after = decodeCursor(input.cursor, ['integer', 'integer']);
	const like = `%${(input.query ?? '')
		.trim()
		.slice(0, 60)
		.replace(/[\\%_]/g, '\\$&')}%`;
	const joined = sql<number>`(extract(epoch from m.joined_at) * 1000000)::bigint`;
	const rows = await db
		.selectFrom('organisation_members as m')
		.innerJoin('users as u', 'u.id', 'm.user_id')
		.select(['u.id as userId', 'u.handle', 'u.name', 'u.image', 'u.face', 'm.role', 'm.came_by as cameBy'])
		.select(['m.joined_at as joinedAt', 'm.signed_on_at as signedOnAt', joined.as('joined')])
		.select(
			sql<
				MemberRow['teams']
			>`(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'leads', x.leads) order by t.name), '[]')
				from team_members x join organisation_teams t on t.id = x.team_id where x.organisation_id = m.organisation_id and x.user_id = m.user_id)`.as(
				'teams',
			),
		)
		.select(
			sql<number>`(select count(*)::int from seats s join seat_pools p on p.id = s.pool_id
				where s.user_id = m.user_id and p.organisation_id = m.organisation_id and p.revoked_at is null and p.ends_at > ${now()})`.as(
				'seats',
			),
		)
		.where('m.organisation_id', '=', id)
		.$if(like !== '%%', (query) =>
			query.where(sql<boolean>`(u.name ilike ${like} or u.handle ilike ${like})`),
		)
		.$if(input.team != null, (query) =>
			query.where(
				sql<boolean>`exists (select from team_members x where x.team_id = ${input.team} and x.user_id = m.user_id)`,
			),
		)
		.$if(after !== null, (query) =>
			query.where(
				sql<boolean>`(m.joined_at, m.user_id) < (timestamptz 'epoch' + ${after?.[0]}::double precision * interval '1 microsecond', ${after?.[1]}::bigint)`,
			),
		)
		.orderBy(sql`m.joined_at desc, m.user_id desc`)
		.limit(limit + 1)
		.execute();
	const page = cutPage(rows, limit, (row) => [row.joined, row.userId]);
	return {
		next: page.next,
		items: page.items.map(({ joined: _, role, cameBy, ...row }) => ({
			...row,
			role: role as OrganisationRole,
			cameBy: cameBy as CameBy,
		})),
	};
}
