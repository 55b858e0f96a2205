import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { now } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { claim, type LaunchClaims, launchSchema } from './claims.ts';
import { ltiError } from './errors.ts';
import { hashOf } from './login.ts';
import { findPlatform, type Platform } from './platforms.ts';

/** Seconds by which a platform's clock may be wrong, and for which a token may be on its way. */
const [SKEW, AGE] = [60, 600];

/** A launch whose every word was checked. */
export interface Launched {
	platform: Platform;
	claims: LaunchClaims;
	/** What was asked for when it began. */
	target: string;
	/** It began in this very browser, which kept a cookie; false where it keeps none for frames. */
	sameBrowser: boolean;
}

const keySets = new Map<string, JWTVerifyGetKey>();

/** Keys of a platform: fetched when they are needed, kept, and fetched again for a key that is not known, not too often. */
function keysOf(url: string): JWTVerifyGetKey {
	let found = keySets.get(url);
	if (!found) {
		if (keySets.size > 200) keySets.clear();
		found = createRemoteJWKSet(new URL(url), { timeoutDuration: 5000, cooldownDuration: 10_000 });
		keySets.set(url, found);
	}
	return found;
}

/** Forgets the keys that were fetched. */
export const forgetKeys = () => keySets.clear();

/**
 * Checks the end of a launch: the state is ours, for this once and not too old; the token is signed by a key of the
 * platform, by RS256 and nothing else, for us, now; its nonce is the one of this state; its deployment is one of the
 * platform's. What fails is noted for administrators with the reason; who launched is told only that it failed.
 *
 * @param input.browser what the browser kept of the beginning; null: nothing
 * @throws lti.launch_broken, lti.launch_expired, lti.launch_refused
 */
export async function verifyLaunch(
	db: Db,
	input: { state: string; idToken: string; browser: string | null },
): Promise<Launched> {
	if (!input.state || !input.idToken || input.idToken.length > 50_000)
		throw ltiError('launch_broken', { detail: 'state and id_token are needed.' });
	// Used in the same statement that reads it: of two that bring it one finds it.
	const { rows } = await sql<{
		platform_id: number;
		nonce: string;
		browser: string;
		target: string;
	}>`update lti_launches set used_at = ${now()} where state = ${hashOf(input.state)} and used_at is null
		and expires_at > ${now()} returning platform_id, nonce, browser, target`.execute(db);
	const begun = rows[0];
	const platform = begun && (await findPlatform(db, begun.platform_id));
	if (!begun || !platform?.active) throw ltiError('launch_expired');
	try {
		// A browser that kept something kept ours; another one's is a launch that somebody slipped under this person.
		if (input.browser !== null && hashOf(input.browser) !== begun.browser)
			throw refused('another browser began it');
		const claims = await readToken(platform, input.idToken);
		if (hashOf(claims.nonce) !== begun.nonce) throw refused('its nonce is another one');
		await db
			.updateTable('lti_platforms')
			.set({ last_launch_at: now() })
			.where('id', '=', platform.id)
			.execute();
		return { platform, claims, target: begun.target, sameBrowser: input.browser !== null };
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		await db
			.updateTable('lti_platforms')
			.set({ last_refusal: error.message.slice(0, 300), last_refusal_at: now() })
			.where('id', '=', platform.id)
			.execute();
		throw error;
	}
}

const refused = (why: string, cause?: unknown) =>
	ltiError('launch_refused', { detail: `The launch was refused: ${why}.`, cause });

async function readToken(platform: Platform, token: string): Promise<LaunchClaims> {
	let payload: unknown;
	try {
		({ payload } = await jwtVerify(token, keysOf(platform.jwksUrl), {
			issuer: platform.issuer,
			audience: platform.clientId,
			// One algorithm, whatever the token says: none and the keys of another one are no signatures.
			algorithms: ['RS256'],
			clockTolerance: SKEW,
			maxTokenAge: AGE,
			requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
			currentDate: now(),
		}));
	} catch (cause) {
		if (
			cause instanceof errors.JOSEError ||
			cause instanceof TypeError ||
			(cause as Error).name === 'TimeoutError'
		)
			throw refused((cause as Error).message.replace(/\.$/, ''), cause);
		throw cause;
	}
	const parsed = launchSchema.safeParse(payload);
	if (!parsed.success) {
		const issue = parsed.error.issues[0]!;
		throw refused(`${issue.path.join('.') || 'a claim'}: ${issue.message}`);
	}
	const claims = parsed.data;
	// Several audiences: the one it was made for is named, and is us.
	const several = Array.isArray(claims.aud) && claims.aud.length > 1;
	if ((several && claims.azp === undefined) || (claims.azp !== undefined && claims.azp !== platform.clientId))
		throw refused('it was made for another client');
	if (!platform.deployments.includes(claims[claim.deployment]))
		throw refused(`the deployment ${claims[claim.deployment]} is not registered`);
	return claims;
}
