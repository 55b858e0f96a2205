import { createHash } from 'node:crypto';
import { type Actor, type Privilege, type Scope, visitor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { accountError } from './errors.ts';
import type { SignedInPerson } from './person.ts';

/** Who sent a request. */
export interface Identity {
	actor: Actor;
	/** null for a visitor. */
	person: SignedInPerson | null;
	/** Token of the browser session; null for visitors and API keys. */
	session: string | null;
}

/** Answers who sent a request, from its cookie or API key; see {@link openIdentities}. */
export interface Identities {
	/** @throws accounts.api_key_invalid for a key that is unknown, expired or revoked */
	identify: (headers: Pick<Headers, 'get'>) => Promise<Identity>;
	/**
	 * The same for a page, which takes a browser's session only: what a key may do is kept by the API, and a page
	 * would give the bearer of a reading key all that its owner can do.
	 */
	identifyBrowser: (headers: Pick<Headers, 'get'>) => Promise<Identity>;
	/** Forgets what is remembered of one person: called when any process changes them or ends a session. */
	forget: (userId: number) => void;
}

const anonymous: Identity = Object.freeze({ actor: visitor, person: null, session: null });
const REMEMBERED_MS = 15_000;
const MAX_REMEMBERED = 20_000;

/**
 * Looks sessions and API keys up, and remembers each for some seconds: signed-in pages then cost no statement
 * for knowing who asks. Triggers on sessions, users and suspensions tell every process to forget at once.
 */
export function openIdentities(db: Db): Identities {
	const remembered = new Map<string, { identity: Identity; until: number }>();

	async function remember(key: string, look: () => Promise<Identity>): Promise<Identity> {
		const known = remembered.get(key);
		if (known && known.until > Date.now()) return known.identity;
		remembered.delete(key);
		const identity = await look();
		if (identity.person) {
			if (remembered.size >= MAX_REMEMBERED) remembered.delete(remembered.keys().next().value as string);
			remembered.set(key, { identity, until: Date.now() + REMEMBERED_MS });
		}
		return identity;
	}

	async function identifyBrowser(headers: Pick<Headers, 'get'>): Promise<Identity> {
		const token = sessionToken(headers.get('cookie') ?? '');
		return token ? remember(token, () => bySession(db, token)) : anonymous;
	}

	return {
		async identify(headers) {
			const bearer = /^Bearer (stoa_\w+)$/.exec(headers.get('authorization') ?? '')?.[1];
			return bearer ? remember(bearer, () => byApiKey(db, bearer)) : identifyBrowser(headers);
		},
		identifyBrowser,
		forget(userId) {
			for (const [key, { identity }] of remembered)
				if (identity.actor.userId === userId) remembered.delete(key);
		},
	};
}

/** The token in better-auth's cookie, `token.signature`; knowing the token is what counts, the row decides. */
export function sessionToken(cookie: string): string | null {
	const value = /(?:^|;\s*)(?:__Secure-)?stoa\.session_token=([^;]+)/.exec(cookie)?.[1];
	if (!value) return null;
	try {
		// better-auth makes tokens of letters and digits; whatever else stands there is no token of anybody.
		return /^[\w-]{16,128}(?=\.|$)/.exec(decodeURIComponent(value))?.[0] ?? null;
	} catch {
		return null;
	}
}

/** What is stored of an API key. */
export function hashApiKey(key: string): string {
	return createHash('sha256').update(key).digest('hex');
}

const plainColumns =
	sql.raw(`users.id, users.handle, users.name, users.email, users.image, users.face, users.locale,
	users.time_zone as "timeZone", users.reputation, users.unread_count as "unreadCount", users.role,
	users.email_verified as "emailVerified",
	exists (select 1 from suspensions s where s.user_id = users.id and s.lifted_at is null
		and s.starts_at <= now() and (s.ends_at is null or s.ends_at > now())) as suspended,
	array(select p.privilege from level_privileges p where p.level <= users.level order by 1) as privileges`);

// Restraints go by the program's clock, as everything that moderation decides does.
const personColumns = (at: Date) => sql`${plainColumns},
	exists (select 1 from restraints r where r.user_id = users.id and r.kind = 'silence' and r.lifted_at is null
		and r.starts_at <= ${at} and (r.ends_at is null or r.ends_at > ${at})) as silenced,
	(select max(coalesce(r.next_at, r.starts_at)) from restraints r where r.user_id = users.id and r.kind = 'slow'
		and r.lifted_at is null and r.starts_at <= ${at} and (r.ends_at is null or r.ends_at > ${at})) as "nextPostAt"`;

type Row = SignedInPerson & {
	suspended: boolean;
	silenced: boolean;
	nextPostAt: Date | null;
	privileges: Privilege[];
};

async function bySession(db: Db, token: string): Promise<Identity> {
	const { rows } =
		await sql<Row>`select ${personColumns(now())} from sessions join users on users.id = sessions.user_id
		where sessions.token = ${token} and sessions.expires_at > ${now()}`.execute(db);
	return rows[0] ? toIdentity(rows[0], null, token) : anonymous;
}

/**
 * Who somebody is now, for work that they asked for and that is done later: what they may no longer do, it may not either.
 *
 * @returns null when they are gone
 */
export async function actorOf(db: Db, userId: number): Promise<Actor | null> {
	const { rows } =
		await sql<Row>`select ${personColumns(now())} from users where users.id = ${userId}`.execute(db);
	return rows[0] ? toIdentity(rows[0], null, null).actor : null;
}

async function byApiKey(db: Db, key: string): Promise<Identity> {
	const { rows } = await sql<Row & { scopes: Scope[] }>`update api_keys set last_used_at = now() from users
		where api_keys.hash = ${hashApiKey(key)} and api_keys.revoked_at is null
			and (api_keys.expires_at is null or api_keys.expires_at > ${now()}) and users.id = api_keys.user_id
		returning ${personColumns(now())}, api_keys.scopes`.execute(db);
	if (!rows[0])
		throw accountError('api_key_invalid', { detail: 'This API key is unknown, expired or revoked.' });
	const { scopes, ...row } = rows[0];
	return toIdentity(row, scopes, null);
}

function toIdentity(
	{ suspended, silenced, nextPostAt, privileges, ...person }: Row,
	scopes: Scope[] | null,
	session: string | null,
): Identity {
	const { id: userId, role, emailVerified } = person;
	const actor = { userId, role, emailVerified, suspended, silenced, nextPostAt, scopes, privileges };
	return { actor: Object.freeze(actor), person, session };
}
