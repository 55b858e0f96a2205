import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { NotOutside, type Outside } from '../../platform/outside.ts';
import { seal } from '../../platform/sealed.ts';
import { dropCompanySignOn } from '../accounts/index.ts';
import { organisationError } from './errors.ts';
import { lapseMembers } from './lapse.ts';
import { note } from './log.ts';
import { lockOrganisation, type OrganisationId, organisationTo } from './organisation.ts';

const text = (most: number) => z.string().trim().min(1, 'common.bad_value').max(most, 'common.bad_value');

export const signOnSchema = z.object({
	issuer: z
		.string()
		.trim()
		.max(500, 'organisations.issuer_shape')
		.regex(/^https?:\/\/[^\s]+$/, 'organisations.issuer_shape'),
	clientId: text(300),
	/** Empty: the one that is kept. */
	clientSecret: z.string().max(1000, 'common.bad_value').default(''),
	domains: z.array(z.string().trim().toLowerCase()).min(1, 'organisations.sign_on_domains').max(20),
	teamClaim: z
		.string()
		.trim()
		.max(60, 'common.bad_value')
		.nullish()
		.transform((claim) => claim || null),
	active: z.boolean().default(true),
	enforced: z.boolean().default(false),
	validDays: z.coerce
		.number('common.bad_value')
		.int('common.bad_value')
		.min(1, 'common.bad_value')
		.max(90, 'common.bad_value')
		.default(14),
});
export type SignOnInput = z.input<typeof signOnSchema>;

/** What sealing and asking needs. */
export interface SignOnTools {
	secret: string;
	outside: Outside;
}

const purpose = 'organisation-sign-on';
/** What is sealed for one provider opens for no other. */
export const sealedFor = (provider: string) => [purpose, provider] as const;

interface Discovered {
	authorization_endpoint: string;
	token_endpoint: string;
	jwks_uri: string;
}

const discoverySchema = z.object({
	issuer: z.string(),
	authorization_endpoint: z.url(),
	token_endpoint: z.url(),
	jwks_uri: z.url(),
	response_types_supported: z.array(z.string()).optional(),
	code_challenge_methods_supported: z.array(z.string()).optional(),
});

/**
 * Asks an issuer where its doors are. It must say of itself what was typed, and its doors are addresses outside too:
 * otherwise a document could point at machines beside this server.
 *
 * @throws organisations.issuer_not_public, organisations.issuer_unreachable, organisations.issuer_unfit
 */
async function discover(issuer: string, outside: Outside): Promise<Discovered> {
	const refuse = (code: 'issuer_not_public' | 'issuer_unreachable' | 'issuer_unfit', cause?: unknown) =>
		organisationError(code, { cause, fields: { issuer: `organisations.${code}` } });
	const ask = async (url: string) => {
		try {
			return await outside(url);
		} catch (error) {
			throw refuse(error instanceof NotOutside ? 'issuer_not_public' : 'issuer_unreachable', error);
		}
	};
	const answer = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
	if (answer.status !== 200) throw refuse('issuer_unreachable');
	let document: unknown;
	try {
		document = JSON.parse(answer.text);
	} catch (error) {
		throw refuse('issuer_unfit', error);
	}
	const read = discoverySchema.safeParse(document);
	if (!read.success || read.data.issuer !== issuer) throw refuse('issuer_unfit');
	const { response_types_supported: types, ...found } = read.data;
	if (types && !types.includes('code')) throw refuse('issuer_unfit');
	const keys = await ask(found.jwks_uri);
	if (keys.status !== 200 || !keys.text.includes('"keys"')) throw refuse('issuer_unfit');
	for (const door of [found.authorization_endpoint, found.token_endpoint])
		if (new URL(door).protocol !== new URL(issuer).protocol) throw refuse('issuer_unfit');
	return found;
}

/**
 * Sets the sign-on of an organisation. With another issuer or client it is another provider: whoever was connected by the
 * one before connects anew, so that nobody's account opens to who is somebody else there.
 *
 * @throws organisations.not_found, organisations.issuer_not_public, organisations.issuer_unreachable,
 *   organisations.issuer_unfit, organisations.sign_on_domains, common.forbidden, common.invalid_input
 */
export async function setSignOn(
	db: Db,
	actor: Actor,
	slug: string,
	input: SignOnInput,
	{ secret, outside }: SignOnTools,
): Promise<void> {
	const given = validate(signOnSchema, input);
	// Asked before anything of the world outside is: strangers cause no request.
	const { id: asked } = await organisationTo(db, actor, slug, 'own');
	await demandDomains(db, asked, given.domains);
	const doors = await discover(given.issuer, outside);
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'own');
		await demandDomains(tx, id, given.domains);
		const before = await tx
			.selectFrom('organisation_sign_ons')
			.selectAll()
			.where('organisation_id', '=', id)
			.executeTakeFirst();
		const same = before && before.issuer === given.issuer && before.client_id === given.clientId;
		if (!given.clientSecret && !same)
			throw organisationError('issuer_unfit', { fields: { clientSecret: 'common.bad_value' } });
		const number = Number(before?.provider.split('-')[2] ?? 0);
		const provider = same ? before.provider : `org-${id}-${number + 1}`;
		if (before && !same) {
			await dropCompanySignOn(tx, before.provider);
			await tx
				.updateTable('organisation_members')
				.set({ signed_on_at: null })
				.where('organisation_id', '=', id)
				.execute();
		}
		const values = {
			provider,
			issuer: given.issuer,
			client_id: given.clientId,
			client_secret: given.clientSecret
				? seal(secret, ...sealedFor(provider), given.clientSecret)
				: before!.client_secret,
			authorization_endpoint: doors.authorization_endpoint,
			token_endpoint: doors.token_endpoint,
			jwks_uri: doors.jwks_uri,
			domains: given.domains,
			team_claim: given.teamClaim,
			active: given.active,
			enforced: given.enforced,
			valid_days: given.validDays,
			updated_at: now(),
		};
		await tx
			.insertInto('organisation_sign_ons')
			.values({ organisation_id: id, ...values })
			.onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
			.execute();
		await note(tx, id, 'sign-on-set', {
			by,
			issuer: given.issuer,
			active: given.active,
			enforced: given.enforced,
		});
		await lapseMembers(tx, id);
	});
}

async function demandDomains(db: Db, id: OrganisationId, domains: string[]): Promise<void> {
	const rows = await db
		.selectFrom('organisation_domains')
		.select('domain')
		.where('organisation_id', '=', id)
		.where('domain', 'in', domains)
		.where('verified_at', 'is not', null)
		.execute();
	if (rows.length !== new Set(domains).size)
		throw organisationError('sign_on_domains', { fields: { domains: 'organisations.sign_on_domains' } });
}

/** Takes the sign-on away: nobody comes by it any more. @throws organisations.not_found, common.forbidden */
export async function dropSignOn(db: Db, actor: Actor, slug: string): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'own');
		const row = await tx
			.deleteFrom('organisation_sign_ons')
			.where('organisation_id', '=', id)
			.returning('provider')
			.executeTakeFirst();
		if (!row) return;
		await dropCompanySignOn(tx, row.provider);
		await note(tx, id, 'sign-on-dropped', { by });
	});
}

/** The sign-on as its owners see it: all but the secret. */
export interface SignOn {
	issuer: string;
	clientId: string;
	domains: string[];
	teamClaim: string | null;
	active: boolean;
	enforced: boolean;
	validDays: number;
	/** Where the provider leads back to. */
	provider: string;
}

/** @throws organisations.not_found, common.forbidden */
export async function readSignOn(db: Db, actor: Actor, slug: string): Promise<SignOn | null> {
	const { id } = await organisationTo(db, actor, slug, 'own');
	const row = await db
		.selectFrom('organisation_sign_ons')
		.select(['issuer', 'client_id as clientId', 'domains', 'team_claim as teamClaim', 'active', 'enforced'])
		.select(['valid_days as validDays', 'provider'])
		.where('organisation_id', '=', id)
		.executeTakeFirst();
	return row ?? null;
}
