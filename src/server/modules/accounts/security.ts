import { validate } from '../../kernel/validate.ts';
import { accountError } from './errors.ts';
import { newPasswordSchema } from './schemas.ts';
import type { SignInTools } from './sign-in.ts';
import { calling, type SignedIn } from './sign-in.ts';

const wrongPassword = () =>
	accountError('password_wrong', { fields: { current: 'accounts.password_wrong' } });
const wrongCode = () =>
	accountError('second_factor_wrong', { fields: { code: 'accounts.second_factor_wrong' } });

/** Changes the password and signs every other browser out. @throws accounts.password_wrong; common.invalid_input */
export async function changePassword(
	tools: SignInTools,
	input: { current: string; password: string },
	headers: Headers,
): Promise<SignedIn> {
	const { password } = validate(newPasswordSchema.pick({ password: true }), input);
	return calling(
		tools.auth.api.changePassword({
			body: { currentPassword: input.current, newPassword: password, revokeOtherSessions: true },
			headers,
			asResponse: true,
		}),
		{
			INVALID_PASSWORD: wrongPassword,
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
	headers: Headers,
): Promise<{ totpUri: string; backupCodes: string[] }> {
	try {
		const begun = await tools.auth.api.enableTwoFactor({ body: { password }, headers });
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
	headers: Headers,
): Promise<SignedIn> {
	return calling(
		tools.auth.api.verifyTOTP({ body: { code: code.replace(/\s+/g, '') }, headers, asResponse: true }),
		{ INVALID_CODE: wrongCode },
	);
}

/** Turns two-step sign-in off. @throws accounts.password_wrong */
export async function endSecondFactor(
	tools: SignInTools,
	password: string,
	headers: Headers,
): Promise<SignedIn> {
	return calling(tools.auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true }), {
		INVALID_PASSWORD: wrongPassword,
	});
}
