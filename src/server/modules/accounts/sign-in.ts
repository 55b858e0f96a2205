import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import type { RateLimiter } from '../../platform/rate-limit.ts';
import type { Settings } from '../../platform/settings/index.ts';
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

// Per address: against one guesser trying many accounts. Per account: against many guessers trying one.
const perAddress = { limit: 20, seconds: 600 };
const perAccount = { limit: 8, seconds: 600 };

function limit(tools: SignInTools, verb: string, address: string, account: string): void {
	for (const [key, rule] of [
		[`${verb}:a:${address}`, perAddress],
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
			headers,
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
	return calling(tools.auth.api.signInEmail({ body: { email, password }, headers, asResponse: true }), {
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
	limit(tools, 'second-factor', address, headers.get('cookie') ?? '');
	const code = input.code.replace(/\s+/g, '');
	const wrong = () =>
		accountError('second_factor_wrong', { fields: { code: 'accounts.second_factor_wrong' } });
	const call = input.backup
		? tools.auth.api.verifyBackupCode({ body: { code, trustDevice: input.trust }, headers, asResponse: true })
		: tools.auth.api.verifyTOTP({ body: { code, trustDevice: input.trust }, headers, asResponse: true });
	return calling(call, { INVALID_CODE: wrong, INVALID_BACKUP_CODE: wrong, INVALID_TWO_FACTOR_COOKIE: wrong });
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
	await tools.auth.api.requestPasswordReset({ body: { email } });
}

/** Sets a new password by the mailed token and ends every session. @throws accounts.link_expired */
export async function resetPassword(tools: SignInTools, input: unknown): Promise<void> {
	const { password, token } = validate(newPasswordSchema, input);
	await calling(tools.auth.api.resetPassword({ body: { newPassword: password, token }, asResponse: true }), {
		INVALID_TOKEN: () => accountError('link_expired'),
	});
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
