import { type Actor, requireMember } from '../../contracts/actor.ts';
import type { AppError } from '../../kernel/errors.ts';
import type { Config } from '../../platform/config.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { ADDRESS_HEADER } from './address-header.ts';
import { accountError } from './errors.ts';
import type { SignInTools } from './sign-in.ts';

/** Where else people may have an account that opens this site. */
export interface Elsewhere {
	id: 'github' | 'oidc' | `org-${string}`;
	/** What people know it by. */
	name: string;
}

/** The places that are set up. */
export function listElsewhere(config: Config): Elsewhere[] {
	return [
		...(config.github ? [{ id: 'github' as const, name: 'GitHub' }] : []),
		...(config.oidc ? [{ id: 'oidc' as const, name: config.oidc.name }] : []),
	];
}

/** A sign-in that leads through another site. */
export interface Begin {
	provider: Elsewhere;
	/** Path of this site to come to when it went well. */
	next: string;
	/** Path of this site to come to with `error` in its query when it did not; see {@link refusalElsewhere}. */
	failed: string;
	/** Language of the page it begins on, for a new account. */
	locale: string;
	/** Adds the other account to the one that is signed in, rather than signing in with it. */
	link?: boolean;
}

// As long as a person waits for a page that does not come.
const PATIENCE_MS = 4000;

/**
 * Begins signing in with an account elsewhere; the answer comes back to /api/auth/callback.
 *
 * @param headers the request's
 * @param address the client's IP address
 * @returns where to send the browser, and the cookies that will prove that it is the same one
 * @throws accounts.elsewhere_unreachable
 */
export async function beginElsewhere(
	tools: SignInTools,
	{ provider, next, failed, locale, link }: Begin,
	headers: Headers,
	address: string,
): Promise<{ url: string; cookies: string[] }> {
	const told = new Headers(headers);
	told.set(ADDRESS_HEADER, address);
	const call = {
		body: {
			provider: provider.id,
			callbackURL: asHeader(next),
			errorCallbackURL: asHeader(failed),
			additionalData: { locale },
			disableRedirect: true,
		},
		headers: told,
		asResponse: true as const,
	};
	const { api } = tools.auth;
	const asked: Promise<Response> = link ? api.linkSocialAccount(call) : api.signInSocial(call);
	const unreachable = (cause?: unknown) =>
		accountError('elsewhere_unreachable', { cause, params: { name: provider.name } });
	const response = await within(PATIENCE_MS, asked).catch((cause) => {
		throw unreachable(cause);
	});
	const { url } = (await response.json().catch(() => ({}))) as { url?: string };
	if (!response.ok || !url) throw unreachable();
	return { url, cookies: response.headers.getSetCookie() };
}

/** @throws Error when the work takes longer; what it still does is nobody's any more */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('The other side did not answer in time')), milliseconds);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

const meanings: Record<string, Parameters<typeof accountError>[0]> = {
	access_denied: 'elsewhere_cancelled',
	consent_required: 'elsewhere_cancelled',
	unreachable: 'elsewhere_unreachable',
	temporarily_unavailable: 'elsewhere_unreachable',
	server_error: 'elsewhere_unreachable',
	state_not_found: 'elsewhere_begin_again',
	state_mismatch: 'elsewhere_begin_again',
	state_invalid: 'elsewhere_begin_again',
	invalid_code: 'elsewhere_not_confirmed',
	no_code: 'elsewhere_not_confirmed',
	unable_to_get_user_info: 'elsewhere_not_confirmed',
	issuer_mismatch: 'elsewhere_not_confirmed',
	nonce_binding_missing: 'elsewhere_not_confirmed',
	email_not_found: 'elsewhere_no_email',
	account_not_linked: 'elsewhere_email_taken',
	unable_to_link_account: 'elsewhere_email_unverified',
	account_already_linked_to_different_user: 'elsewhere_linked_to_other',
	registration_closed: 'registration_closed',
};

/**
 * What the `error` of an address means that a sign-in elsewhere came back to.
 *
 * @param error as it stands in the address: anybody can have written it
 * @param provider which way it was, if the address says so
 * @param called what people know it by, where it is none of those that are set up for all
 */
export function refusalElsewhere(
	config: Config,
	error: string,
	provider: string | null,
	called?: string,
): AppError {
	const known = listElsewhere(config);
	const name = called ?? (known.find(({ id }) => id === provider) ?? known[0])?.name ?? 'OpenID';
	const meaning = Object.hasOwn(meanings, error) ? meanings[error]! : 'elsewhere_not_possible';
	return accountError(meaning, { params: { name } });
}

/** Which accounts elsewhere open this person's account, and whether a password does. */
export async function listWaysIn(
	db: Db,
	userId: number,
): Promise<{ password: boolean; elsewhere: { provider: string; since: Date }[] }> {
	const rows = await db
		.selectFrom('identities')
		.select([
			'provider_id as provider',
			'created_at as since',
			sql<boolean>`password is not null`.as('password'),
		])
		.where('user_id', '=', userId)
		.orderBy('id')
		.execute();
	return {
		password: rows.some((row) => row.password),
		elsewhere: rows
			.filter((row) => row.provider !== 'credential')
			.map(({ provider, since }) => ({ provider, since })),
	};
}

/** Takes an account elsewhere off. @throws accounts.last_way_in when nothing else would open the account */
export async function unlinkElsewhere(db: Db, actor: Actor, provider: string): Promise<void> {
	const { userId } = requireMember(actor);
	// One at a time: two ways that are taken off at the same moment must not each count on the other.
	await inTransaction(db, async (tx) => {
		await tx.selectFrom('users').select('id').where('id', '=', userId).forUpdate().execute();
		const { password, elsewhere } = await listWaysIn(tx, userId);
		const passkey = await tx
			.selectFrom('passkeys')
			.select('id')
			.where('user_id', '=', userId)
			.limit(1)
			.execute();
		if (!password && passkey.length === 0 && !elsewhere.some((way) => way.provider !== provider))
			throw accountError('last_way_in');
		await tx
			.deleteFrom('identities')
			.where('user_id', '=', userId)
			.where('provider_id', '=', provider)
			.where('provider_id', '<>', 'credential')
			.execute();
	});
}

/** A path as it may stand in a Location header: what is not ASCII is percent-encoded. */
function asHeader(path: string): string {
	const { pathname, search, hash } = new URL(path, 'http://stoa');
	return pathname + search + hash;
}
