import { createHash, randomBytes } from 'node:crypto';
import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { ltiError } from './errors.ts';
import { platformsOf } from './platforms.ts';

/** Minutes from the beginning of a launch to its end. */
const MINUTES = 10;

export const secretOf = () => randomBytes(24).toString('base64url');
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** What a platform sends to begin a launch (OpenID Connect, third-party initiated login). */
export interface LoginInput {
	iss?: string;
	login_hint?: string;
	target_link_uri?: string;
	client_id?: string;
	lti_message_hint?: string;
	lti_deployment_id?: string;
}

/**
 * Begins a launch: keeps a state and a nonce, each for one use, and says where the browser goes.
 *
 * @returns the address at the platform, and what to leave in the browser if it keeps it
 * @throws lti.launch_broken, lti.platform_unknown
 */
export async function beginLaunch(
	db: Db,
	origin: string,
	input: LoginInput,
): Promise<{ address: string; browser: string }> {
	const { iss, login_hint, target_link_uri = '', client_id, lti_message_hint } = input;
	if (!iss || !login_hint || iss.length > 500 || login_hint.length > 4000 || target_link_uri.length > 2000)
		throw ltiError('launch_broken', { detail: 'iss and login_hint are needed.' });
	const found = await platformsOf(db, iss, client_id || null);
	// An issuer of several clients must say which one it means.
	const [platform] = found;
	if (!platform || found.length > 1)
		throw ltiError('platform_unknown', { detail: `${iss} is not registered here.` });
	const [state, nonce, browser] = [secretOf(), secretOf(), secretOf()];
	await sql`delete from lti_launches where expires_at < ${new Date(now().getTime() - 3600_000)}`.execute(db);
	await db
		.insertInto('lti_launches')
		.values({
			state: hashOf(state),
			platform_id: platform.id,
			nonce: hashOf(nonce),
			browser: hashOf(browser),
			target: target_link_uri,
			expires_at: new Date(now().getTime() + MINUTES * 60_000),
		})
		.execute();
	const address = new URL(platform.authorizeUrl);
	for (const [name, value] of Object.entries({
		scope: 'openid',
		response_type: 'id_token',
		response_mode: 'form_post',
		prompt: 'none',
		client_id: platform.clientId,
		redirect_uri: `${origin}/lti/launch`,
		login_hint,
		state,
		nonce,
		...(lti_message_hint ? { lti_message_hint } : {}),
	}))
		address.searchParams.set(name, value);
	return { address: address.href, browser };
}
