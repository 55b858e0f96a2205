import { setTimeout } from 'node:timers/promises';
import { validate } from '../../kernel/validate.ts';
import { networkOf } from '../../platform/client-address.ts';
import type { Db } from '../../platform/db/index.ts';
import type { RateLimiter } from '../../platform/rate-limit.ts';
import type { Settings } from '../../platform/settings/index.ts';
import { ADDRESS_HEADER } from './address-header.ts';
import type { Auth } from './auth.ts';
import { accountError } from './errors.ts';
import { emailSchema, newPasswordSchema, signInSchema, signUpSchema } from './schemas.ts';

/** What the sign-in use cases need: built once with the context. */
export interface SignInTools {
	db: Db;
	auth: Auth;
	limiter: RateLimiter;
	settings: Settings;
}

/** Cookies to set on the answer, as better-auth made them. */
export interface SignedIn {
	cookies: string[];
	/** The password was right, and a second factor is asked for next. */
	secondFactor: boolean;
}

const RESET_MS = 250;

// Per address: against one guesser trying many accounts. Per account: against many guessers trying one.
const perAddress = { limit: 20, seconds: 600 };
const perAccount = { limit: 8, seconds: 600 };

/**
 * Counts one try.
 *
 * @param account whose password, code or mailbox it is about
 * @throws accounts.too_many_attempts
 */
export function limit(tools: SignInTools, verb: string, address: string, account: string | number): void {
	for (const [key, rule] of [
		[`${verb}:a:${networkOf(address)}`, perAddress],
		[`${verb}:u:${account}`, perAccount],
	] as const) {
		const result = tools.limiter.take(key, rule);
		if (!result.allowed)
			throw accountError('too_many_attempts', {
				retryAfter: result.reset,
				params: { minutes: Math.ceil(result.reset / 60) },
			});
	}
}

/**
 * Makes an account and signs it in; a mail asks to confirm the address.
 *
 * @param headers the request's, for the session's device line
 * @param address the client's IP address
 * @throws accounts.registration_closed, handle_taken, email_taken, too_many_attempts; common.invalid_input
 */
export async function signUp(
	tools: SignInTools,
	input: unknown,
	headers: Headers,
	address: string,
	locale: string,
): Promise<SignedIn> {
	if (tools.settings.registration === 'closed') throw accountError('registration_closed');
	const { name, handle, email, password } = validate(signUpSchema, input);
	limit(tools, 'sign-up', address, email);
	if (await tools.db.selectFrom('users').select('id').where('handle', '=', handle).executeTakeFirst()) {
		throw accountError('handle_taken', { fields: { handle: 'accounts.handle_taken' } });
	}
	return calling(
		tools.auth.api.signUpEmail({
			body: { name, email, password, handle, locale },
			headers: from(headers, address),
			asResponse: true,
		}),
		{
			USER_ALREADY_EXISTS: () => accountError('email_taken', { fields: { email: 'accounts.email_taken' } }),
			USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: () =>
				accountError('email_taken', { fields: { email: 'accounts.email_taken' } }),
		},
	);
}

/** Signs in with address and password. @throws accounts.wrong_credentials, too_many_attempts */
export async function signIn(
	tools: SignInTools,
	input: unknown,
	headers: Headers,
	address: string,
): Promise<SignedIn> {
	const { email, password } = validate(signInSchema, input);
	limit(tools, 'sign-in', address, email);
	const told = from(headers, address);
	return calling(tools.auth.api.signInEmail({ body: { email, password }, headers: told, asResponse: true }), {
		INVALID_EMAIL_OR_PASSWORD: () =>
			accountError('wrong_credentials', { fields: { password: 'accounts.wrong_credentials' } }),
	});
}

/** The second step after {@link signIn} said `secondFactor`: a code of the authenticator, or a backup code. */
export async function verifySecondFactor(
	tools: SignInTools,
	input: { code: string; backup?: boolean; trust?: boolean },
	headers: Headers,
	address: string,
): Promise<SignedIn> {
	limit(tools, 'second-factor', address, challengeOf(headers));
	const code = input.code.replace(/\s+/g, '');
	const wrong = () =>
		accountError('second_factor_wrong', { fields: { code: 'accounts.second_factor_wrong' } });
	const told = from(headers, address);
	const body = { code, trustDevice: input.trust };
	const call = input.backup
		? tools.auth.api.verifyBackupCode({ body, headers: told, asResponse: true })
		: tools.auth.api.verifyTOTP({ body, headers: told, asResponse: true });
	return calling(call, {
		INVALID_CODE: wrong,
		INVALID_BACKUP_CODE: wrong,
		INVALID_TWO_FACTOR_COOKIE: wrong,
		...tooManyCodes,
	});
}

// better-auth counts wrong codes by the account as well: ten, from whatever browsers, lock it for a quarter of an hour.
const locked = () => accountError('too_many_attempts', { retryAfter: 900, params: { minutes: 15 } });
export const tooManyCodes = {
	ACCOUNT_TEMPORARILY_LOCKED: locked,
	TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: locked,
};

/** Which sign-in waits for its second step. Only the cookie that says so: the others are whatever a guesser writes. */
function challengeOf(headers: Headers): string {
	const cookie = /(?:^|;\s*)(?:__Secure-)?stoa\.two_factor=([^;]{1,300})/.exec(headers.get('cookie') ?? '');
	return cookie?.[1] ?? 'none';
}

/** The request's headers with the client's address as we know it, whatever the client says of itself. */
function from(headers: Headers, address: string): Headers {
	const told = new Headers(headers);
	told.set(ADDRESS_HEADER, address);
	return told;
}

/** Ends this browser's session. */
export async function signOut(tools: SignInTools, headers: Headers): Promise<SignedIn> {
	return calling(tools.auth.api.signOut({ headers, asResponse: true }), {});
}

/** Sends a reset link when the address is known; answers alike when it is not. */
export async function requestPasswordReset(
	tools: SignInTools,
	input: unknown,
	address: string,
): Promise<void> {
	const { email } = validate(emailSchema, input);
	limit(tools, 'reset', address, email);
	// Writing a mail takes a moment that a watch would tell from none: every answer takes as long.
	await Promise.all([tools.auth.api.requestPasswordReset({ body: { email } }), setTimeout(RESET_MS)]);
}

/** Sets a new password by the mailed token and ends every session. @throws accounts.link_expired */
export async function resetPassword(tools: SignInTools, input: unknown): Promise<void> {
	const { password, token } = validate(newPasswordSchema, input);
	await calling(tools.auth.api.resetPassword({ body: { newPassword: password, token }, asResponse: true }), {
		INVALID_TOKEN: () => accountError('link_expired'),
	});
}

/** Sends the mail that confirms an address once more. @throws accounts.too_many_attempts */
export async function sendVerification(
	tools: SignInTools,
	person: { id: number; email: string; emailVerified: boolean },
	headers: Headers,
	address: string,
): Promise<void> {
	if (person.emailVerified) return;
	// The address may be that of somebody who never asked for our mails.
	limit(tools, 'verification', address, person.id);
	await tools.auth.api.sendVerificationEmail({ body: { email: person.email }, headers });
}

/** Confirms an address by the mailed token. @throws accounts.link_expired */
export async function verifyEmail(tools: SignInTools, token: string, headers: Headers): Promise<SignedIn> {
	const expired = () => accountError('link_expired');
	return calling(tools.auth.api.verifyEmail({ query: { token }, headers, asResponse: true }), {
		INVALID_TOKEN: expired,
		TOKEN_EXPIRED: expired,
		USER_NOT_FOUND: expired,
	});
}

/**
 * Runs a better-auth call and turns its refusals into ours.
 *
 * @param refusals our error by better-auth's code; a code not listed is a bug and is thrown whole
 */
export async function calling(
	call: Promise<Response>,
	refusals: Record<string, () => Error>,
): Promise<SignedIn> {
	let response: Response;
	try {
		response = await call;
	} catch (error) {
		// better-auth throws its refusals where no Response was asked for; they carry a code in their body.
		throw refusals[String((error as { body?: { code?: string } }).body?.code)]?.() ?? error;
	}
	const body = (await response
		.clone()
		.json()
		.catch(() => ({}))) as { code?: string; twoFactorRedirect?: boolean };
	if (response.status >= 400) {
		throw (
			refusals[body.code ?? '']?.() ?? new Error(`Sign-in answered ${response.status} ${body.code ?? ''}`)
		);
	}
	return { cookies: response.headers.getSetCookie(), secondFactor: body.twoFactorRedirect === true };
}
