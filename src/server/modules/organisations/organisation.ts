import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { SpaceId, UserId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { organisationError } from './errors.ts';

export type OrganisationId = number;
export type OrganisationRole = 'owner' | 'admin' | 'member';

/** What somebody may do in an organisation. */
export type OrganisationRight =
	/** Its page for members. */
	| 'see'
	/** The report of the teams that they lead; with `manage`, of everybody. */
	| 'report'
	/** People, invitations, teams, seats, trainings, domains, the log. */
	| 'manage'
	/** Who is an administrator, and the sign-on. */
	| 'own'
	/** Seats by contract: whoever runs the whole place. */
	| 'grant';

/** Who may do what: `lead` is whoever leads a team of it, `place` an administrator of the whole place. */
// biome-ignore format: a table reads better aligned
export const organisationRights: Record<OrganisationRight, readonly (OrganisationRole | 'lead' | 'place')[]> = {
	see:    ['member', 'lead', 'admin', 'owner', 'place'],
	report: ['lead', 'admin', 'owner', 'place'],
	manage: ['admin', 'owner', 'place'],
	own:    ['owner', 'place'],
	grant:  ['place'],
};

/** An organisation as one person sees it. */
export interface Organisation {
	id: OrganisationId;
	slug: string;
	name: string;
	about: string;
	logo: string | null;
	spaceId: SpaceId | null;
	spaceSlug: string | null;
	memberCount: number;
	createdAt: Date;
	/** What the asking person is there; null for a stranger. */
	role: OrganisationRole | null;
	/** Teams that they lead. */
	leads: number[];
	/** Its sign-on asks them to prove again that they belong to it. */
	mustSignOn: boolean;
	can: Record<OrganisationRight, boolean>;
}

type Row = Omit<Organisation, 'can'>;

const organisationOf = statement<
	{ slug: string | null; id: number | null; user: UserId | null; now: Date },
	Row
>(
	`select o.id, o.slug, o.name, o.about, o.logo, o.space_id as "spaceId", s.slug as "spaceSlug", o.member_count as "memberCount",
			o.created_at as "createdAt", m.role,
			(select coalesce(json_agg(t.team_id order by t.team_id), '[]') from team_members t
				where t.organisation_id = o.id and t.user_id = m.user_id and t.leads) as leads,
			coalesce(g.enforced and g.active and m.role <> 'owner'
				and (m.signed_on_at is null or m.signed_on_at < :now::timestamptz - g.valid_days * interval '1 day'), false) as "mustSignOn"
		from organisations o left join spaces s on s.id = o.space_id
			left join organisation_members m on m.organisation_id = o.id and m.user_id = :user::bigint
			left join organisation_sign_ons g on g.organisation_id = o.id
		where (o.slug = :slug::text or o.id = :id::bigint)`,
);

function rightsOf(actor: Actor, row: Row): Organisation['can'] {
	const held = [row.role, row.leads.length > 0 ? 'lead' : null, actor.role === 'admin' ? 'place' : null];
	return Object.fromEntries(
		Object.entries(organisationRights).map(([right, who]) => [
			right,
			who.some((one) => held.includes(one)) &&
				// Who has to sign on first is as good as a stranger but for the page that says so.
				(!row.mustSignOn || actor.role === 'admin' || right === 'see'),
		]),
	) as Organisation['can'];
}

/** An organisation as the asking person sees it; null for strangers, who are not told that there is one. One statement. */
export async function findOrganisation(
	db: Db,
	actor: Actor,
	key: string | OrganisationId,
): Promise<Organisation | null> {
	const [row] = await organisationOf(db, {
		slug: typeof key === 'string' ? key : null,
		id: typeof key === 'number' ? key : null,
		user: actor.userId,
		now: now(),
	});
	if (!row) return null;
	const can = rightsOf(actor, row);
	return can.see ? { ...row, can } : null;
}

/**
 * The one gate of the module for reading.
 *
 * @throws organisations.not_found for strangers, organisations.sign_on_needed, common.forbidden
 */
export async function organisationTo(
	db: Db,
	actor: Actor,
	key: string | OrganisationId,
	right: OrganisationRight,
): Promise<Organisation> {
	const found = await findOrganisation(db, actor, key);
	if (!found) throw organisationError('not_found', { detail: 'There is no such organisation here.' });
	if (found.mustSignOn && actor.role !== 'admin') throw organisationError('sign_on_needed');
	if (!found.can[right])
		throw commonError('forbidden', { detail: `This actor may not ${right} in this organisation.` });
	return found;
}

/**
 * The gate for acting: locks the organisation for the rest of the transaction, so that what is counted stays counted.
 *
 * @throws as {@link organisationTo}; refusals of acting
 */
export async function lockOrganisation(
	tx: Tx,
	actor: Actor,
	key: string | OrganisationId,
	right: OrganisationRight,
): Promise<Organisation & { by: UserId }> {
	const { userId } = requireActing(actor, right === 'see' ? 'private' : 'public');
	await tx
		.selectFrom('organisations')
		.select('id')
		.where(typeof key === 'string' ? 'slug' : 'id', '=', key)
		.forNoKeyUpdate()
		.executeTakeFirst();
	return { ...(await organisationTo(tx, actor, key, right)), by: userId };
}
