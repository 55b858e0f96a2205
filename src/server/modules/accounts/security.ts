import { validate } from '../../kernel/validate.ts';
import { accountError } from './errors.ts';
import { newPasswordSchema } from './schemas.ts';
import { calling, limit, type SignedIn, type SignInTools, tooManyCodes } from './sign-in.ts';

const wrongPassword = () =>
	accountError('password_wrong', { fields: { current: 'accounts.password_wrong' } });
// Who came by an account elsewhere has none until they ask for one by mail.
const noPassword = () => accountError('password_not_set');
const wrongCode = () =>
	accountError('second_factor_wrong', { fields: { code: 'accounts.second_factor_wrong' } });

/** Who is at the browser: a session that was left open somewhere is no reason to let its finder guess the password. */
export interface AtBrowser {
	headers: Headers;
	/** The client's address. */
	address: string;
	userId: number;
}

function count(tools: SignInTools, { address, userId }: AtBrowser): void {
	limit(tools, 'password', address, userId);
}

/** Changes the password and signs every other browser out. @throws accounts.password_wrong, too_many_attempts; common.invalid_input */
export async function changePassword(
	tools: SignInTools,
	input: { current: string; password: string },
	at: AtBrowser,
): Promise<SignedIn> {
	const { password } = validate(newPasswordSchema.pick({ password: true }), input);
	count(tools, at);
	return calling(
		tools.auth.api.changePassword({
			body: { currentPassword: input.current, newPassword: password, revokeOtherSessions: true },
			headers: at.headers,
			asResponse: true,
		}),
		{
			INVALID_PASSWORD: wrongPassword,
			CREDENTIAL_ACCOUNT_NOT_FOUND: noPassword,
		},
	);
}

/**
 * Begins two-step sign-in: it is on when {@link confirmSecondFactor} has seen a right code.
 *
 * @returns the otpauth:// address for an authenticator, and backup codes that work once each
 */
export async function beginSecondFactor(
	tools: SignInTools,
	password: string,
	at: AtBrowser,
): Promise<{ totpUri: string; backupCodes: string[] }> {
	count(tools, at);
	try {
		const begun = await tools.auth.api.enableTwoFactor({ body: { password }, headers: at.headers });
		if (!('totpURI' in begun)) throw new Error('better-auth offered no authenticator');
		return { totpUri: begun.totpURI, backupCodes: begun.backupCodes };
	} catch (error) {
		if ((error as { body?: { code?: string } }).body?.code === 'INVALID_PASSWORD') throw wrongPassword();
		throw error;
	}
}

/** Turns two-step sign-in on by a first code. @throws accounts.second_factor_wrong */
export async function confirmSecondFactor(
	tools: SignInTools,
	code: string,
	at: AtBrowser,
): Promise<SignedIn> {
	count(tools, at);
	const body = { code: code.replace(/\s+/g, '') };
	return calling(tools.auth.api.verifyTOTP({ body, headers: at.headers, asResponse: true }), {
		INVALID_CODE: wrongCode,
		...tooManyCodes,
	});
}

/** Turns two-step sign-in off. @throws accounts.password_wrong */
export async function endSecondFactor(
	tools: SignInTools,
	password: string,
	at: AtBrowser,
): Promise<SignedIn> {
	count(tools, at);
	const call = tools.auth.api.disableTwoFactor({ body: { password }, headers: at.headers, asResponse: true });
	return calling(call, { INVALID_PASSWORD: wrongPassword });
}
