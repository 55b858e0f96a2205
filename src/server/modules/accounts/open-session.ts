import { createHmac, randomBytes } from 'node:crypto';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';

/** As long as the sessions that a password opens; see auth.ts. */
const SECONDS = 30 * 86_400;
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/**
 * Opens a session for somebody whom another module has made sure of, as better-auth would: the same row, the same signed
 * cookie, so that signing out and the list of devices work as for any other.
 *
 * @param given.secure the place is reached by https
 * @returns the cookie to set, as better-auth writes it
 */
export async function openSession(
	db: Db,
	secret: string,
	given: { userId: UserId; secure: boolean; address: string | null; userAgent: string | null },
): Promise<string> {
	// Bytes beyond a multiple of the alphabet would favour its first letters.
	let token = '';
	while (token.length < 32)
		for (const byte of randomBytes(48))
			if (byte < 248 && token.length < 32) token += letters[byte % letters.length];
	await db
		.insertInto('sessions')
		.values({
			user_id: given.userId,
			token,
			ip_address: given.address,
			user_agent: given.userAgent?.slice(0, 500) ?? null,
			expires_at: new Date(now().getTime() + SECONDS * 1000),
		})
		.execute();
	const signature = createHmac('sha256', secret).update(token).digest('base64');
	const name = `${given.secure ? '__Secure-' : ''}stoa.session_token`;
	const value = encodeURIComponent(`${token}.${signature}`);
	return `${name}=${value}; Max-Age=${SECONDS}; Path=/; HttpOnly; SameSite=Lax${given.secure ? '; Secure' : ''}`;
}
