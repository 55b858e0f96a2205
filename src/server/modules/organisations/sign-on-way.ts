import { type Actor, requireMember } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { unseal } from '../../platform/sealed.ts';
import { type Auth, type CompanySignOn, subjectOf, useCompanySignOn } from '../accounts/index.ts';
import { organisationError } from './errors.ts';
import { admit } from './membership.ts';
import type { OrganisationId } from './organisation.ts';
import { type SignOnTools, sealedFor } from './sign-on.ts';
import { joinTeam, quitTeam } from './teams.ts';

/** A proof is taken within so many minutes of the answer. */
const FRESH_MS = 5 * 60_000;

/** Whether a name is that of an organisation's provider. */
export const isOrganisationProvider = (name: string): name is `org-${string}` => /^org-\d+-\d+$/.test(name);

/**
 * Has sign-in know the provider of an organisation, as it is set now.
 *
 * @returns false when there is no such provider, or it is not switched on
 */
export async function readySignOn(
	db: Db,
	auth: Auth,
	provider: string,
	{ secret, outside }: SignOnTools,
): Promise<boolean> {
	const row = await db
		.selectFrom('organisation_sign_ons as g')
		.innerJoin('organisations as o', 'o.id', 'g.organisation_id')
		.selectAll('g')
		.select('o.name')
		.where('g.provider', '=', provider)
		.where('g.active', '=', true)
		.executeTakeFirst();
	if (!row || !isOrganisationProvider(row.provider)) return false;
	const signOn: CompanySignOn = {
		id: row.provider,
		name: row.name,
		issuer: row.issuer,
		clientId: row.client_id,
		clientSecret: unseal(secret, ...sealedFor(row.provider), row.client_secret),
		authorizationEndpoint: row.authorization_endpoint,
		tokenEndpoint: row.token_endpoint,
		jwksUri: row.jwks_uri,
		domains: row.domains,
		said: (subject, email, claims) =>
			keepClaims(db, row.provider, subject, email, teamsIn(claims, row.team_claim)),
	};
	await useCompanySignOn(auth, db, signOn, outside);
	return true;
}

/** The values of the claim that names teams: one, or a list. */
function teamsIn(claims: Record<string, unknown>, claim: string | null): string[] {
	const value = claim === null ? undefined : claims[claim];
	const list = Array.isArray(value) ? value : [value];
	return list.filter((one): one is string => typeof one === 'string' && one.length <= 120).slice(0, 200);
}

async function keepClaims(
	db: Db,
	provider: string,
	subject: string,
	email: string,
	teams: string[],
): Promise<void> {
	const values = { email, teams, said_at: now() };
	await db
		.insertInto('organisation_sign_on_claims')
		.values({ provider, subject, ...values })
		.onConflict((conflict) => conflict.columns(['provider', 'subject']).doUpdateSet(values))
		.execute();
}

/** The way into an organisation by its sign-on, as anybody may see it who knows where it is. */
export interface SignOnWay {
	slug: string;
	name: string;
	logo: string | null;
	provider: `org-${string}`;
}

/** null where there is none, or it is switched off. One statement. */
export async function findSignOn(db: Db, slug: string): Promise<SignOnWay | null> {
	const row = await db
		.selectFrom('organisation_sign_ons as g')
		.innerJoin('organisations as o', 'o.id', 'g.organisation_id')
		.select(['o.slug', 'o.name', 'o.logo', 'g.provider'])
		.where('o.slug', '=', slug)
		.where('g.active', '=', true)
		.executeTakeFirst();
	return row ? { ...row, provider: row.provider as SignOnWay['provider'] } : null;
}

/** The sign-on that speaks for an address; null where there is none. One statement. */
export async function findSignOnFor(db: Db, email: string): Promise<string | null> {
	const domain = email.trim().toLowerCase().split('@').at(-1) ?? '';
	const row = await db
		.selectFrom('organisation_sign_ons as g')
		.innerJoin('organisations as o', 'o.id', 'g.organisation_id')
		.select('o.slug')
		.where(sql<boolean>`${domain} = any(g.domains)`)
		.where('g.active', '=', true)
		.executeTakeFirst();
	return row?.slug ?? null;
}

/** Whether the asking person's account is connected with the sign-on. */
export async function isConnected(db: Db, actor: Actor, way: SignOnWay): Promise<boolean> {
	return actor.userId !== null && (await subjectOf(db, way.provider, actor.userId)) !== null;
}

/**
 * Takes in whoever has just come by the sign-on: as a member, in the teams that it names, out of those that it does not
 * name any more.
 *
 * @throws organisations.sign_on_missing, organisations.sign_on_not_proved
 */
export async function finishSignOn(db: Db, actor: Actor, slug: string): Promise<void> {
	const { userId } = requireMember(actor);
	await inTransaction(db, async (tx) => {
		const row = await tx
			.selectFrom('organisations as o')
			.innerJoin('organisation_sign_ons as g', 'g.organisation_id', 'o.id')
			.select(['o.id', 'o.space_id as spaceId', 'g.provider', 'g.team_claim as teamClaim'])
			.where('o.slug', '=', slug)
			.where('g.active', '=', true)
			.forNoKeyUpdate(['o'])
			.executeTakeFirst();
		if (!row) throw organisationError('sign_on_missing');
		const subject = await subjectOf(tx, row.provider, userId);
		const said = subject
			? await tx
					.selectFrom('organisation_sign_on_claims')
					.select('teams')
					.where('provider', '=', row.provider)
					.where('subject', '=', subject)
					.where('said_at', '>', new Date(now().getTime() - FRESH_MS))
					.executeTakeFirst()
			: undefined;
		if (!said) throw organisationError('sign_on_not_proved');
		await admit(tx, row, userId, { cameBy: 'sign-on' });
		await tx
			.updateTable('organisation_members')
			.set({ signed_on_at: now() })
			.where('organisation_id', '=', row.id)
			.where('user_id', '=', userId)
			.execute();
		if (row.teamClaim !== null) await followTeams(tx, row.id, userId, said.teams);
	});
}

async function followTeams(tx: Tx, id: OrganisationId, userId: number, named: string[]): Promise<void> {
	const teams = await tx
		.selectFrom('organisation_teams as t')
		.leftJoin('team_members as m', (join) =>
			join.onRef('m.team_id', '=', 't.id').on('m.user_id', '=', userId),
		)
		.select(['t.id', 't.claim', 'm.user_id as inside'])
		.where('t.organisation_id', '=', id)
		.where('t.claim', 'is not', null)
		.orderBy('t.id')
		.execute();
	for (const team of teams) {
		const wanted = named.includes(team.claim!);
		if (wanted && team.inside === null) await joinTeam(tx, { id }, team.id, userId);
		if (!wanted && team.inside !== null) await quitTeam(tx, { id, by: userId }, team.id, userId);
	}
}
