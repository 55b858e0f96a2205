import { passkey } from '@better-auth/passkey';
import { APIError, betterAuth } from 'better-auth';
import { getOAuthState } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { sendMail } from '../../platform/mail/index.ts';
import { readSettings } from '../../platform/settings/index.ts';
import { ADDRESS_HEADER } from './address-header.ts';
import { freeHandle } from './handles.ts';
import { mailText } from './mails.ts';
import { openIdConnect } from './open-id-connect.ts';

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/**
 * Sets better-auth up on our tables. It keeps passwords (scrypt), sessions, second factors, passkeys and
 * accounts elsewhere; who a request is from is answered by identify.ts, without it.
 */
export function openAuth(db: Db, config: Config, secret: string, origin: string) {
	const host = new URL(origin).hostname;
	return betterAuth({
		appName: 'Stoa',
		baseURL: origin,
		basePath: '/api/auth',
		secret,
		// Pages are reached under localhost and 127.0.0.1 alike on a laptop.
		trustedOrigins: config.origin ? [config.origin] : ['http://localhost:*', 'http://127.0.0.1:*'],
		database: { db, type: 'postgres' },
		telemetry: { enabled: false },
		logger: { level: 'error' },
		// Where a sign-in elsewhere that failed ends, unless it said where: never on better-auth's own page.
		onAPIError: { errorURL: `${origin}/sign-in` },
		advanced: {
			cookiePrefix: 'stoa',
			database: { generateId: 'serial', validateSchema: false },
			useSecureCookies: origin.startsWith('https://'),
			ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
		},
		user: {
			modelName: 'users',
			fields: { emailVerified: 'email_verified', ...timestamps },
			additionalFields: {
				handle: { type: 'string', required: false, input: true },
				locale: { type: 'string', required: false, input: true },
			},
		},
		session: {
			modelName: 'sessions',
			fields: {
				userId: 'user_id',
				expiresAt: 'expires_at',
				ipAddress: 'ip_address',
				userAgent: 'user_agent',
				...timestamps,
			},
			expiresIn: 60 * 60 * 24 * 30,
			updateAge: 60 * 60 * 24,
		},
		account: {
			// Who is signed in may add an account elsewhere whatever its address; nobody else is given an account by one.
			accountLinking: { allowDifferentEmails: true },
			modelName: 'identities',
			fields: {
				userId: 'user_id',
				accountId: 'account_id',
				providerId: 'provider_id',
				accessToken: 'access_token',
				refreshToken: 'refresh_token',
				idToken: 'id_token',
				accessTokenExpiresAt: 'access_token_expires_at',
				refreshTokenExpiresAt: 'refresh_token_expires_at',
				...timestamps,
			},
		},
		verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...timestamps } },
		emailAndPassword: {
			enabled: true,
			minPasswordLength: 10,
			maxPasswordLength: 200,
			revokeSessionsOnPasswordReset: true,
			sendResetPassword: async ({ user, token }) => {
				const text = mailText('reset-password', locale(user), {
					name: user.name,
					link: `${origin}/reset-password?token=${token}`,
				});
				await sendMail(db, { recipient: user.email, kind: 'reset-password', ...text });
			},
		},
		emailVerification: {
			sendOnSignUp: true,
			// A link that signs in could sign somebody in as its sender.
			autoSignInAfterVerification: false,
			expiresIn: 60 * 60 * 24,
			sendVerificationEmail: async ({ user, token }) => {
				const text = mailText('verify-email', locale(user), {
					name: user.name,
					link: `${origin}/verify-email?token=${token}`,
				});
				await sendMail(db, { recipient: user.email, kind: 'verify-email', ...text });
			},
		},
		socialProviders: config.github
			? {
					github: {
						clientId: config.github.id,
						clientSecret: config.github.secret,
						mapProfileToUser: async ({ login }) => ({ handle: await freeHandle(db, login) }),
					},
				}
			: {},
		databaseHooks: {
			user: {
				create: {
					before: async (user) => {
						// Forms of this site asked before; whoever comes from elsewhere is asked here.
						if ((await readSettings(db)).registration === 'closed')
							throw new APIError('FORBIDDEN', { code: 'registration_closed' });
						const handle = String(user.handle ?? (await freeHandle(db, user.name || user.email)));
						return {
							data: {
								...user,
								handle,
								// What another site calls somebody may be empty or longer than our names are.
								name: [...user.name.trim()].slice(0, 80).join('') || handle,
								locale: user.locale ?? (await begunIn()) ?? 'zh-CN',
								// A picture on another host would tell that host who reads here.
								image: null,
							},
						};
					},
					after: async (user) => {
						await emit(db, Number(user.id), 'accounts.registered', { userId: Number(user.id) });
					},
				},
			},
		},
		plugins: [
			twoFactor({
				issuer: 'Stoa',
				schema: {
					user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
					twoFactor: {
						modelName: 'two_factors',
						fields: {
							userId: 'user_id',
							backupCodes: 'backup_codes',
							failedVerificationCount: 'failed_verification_count',
							lockedUntil: 'locked_until',
						},
					},
				},
			}),
			passkey({
				rpID: host,
				rpName: 'Stoa',
				origin: config.origin ?? null,
				schema: {
					passkey: {
						modelName: 'passkeys',
						fields: {
							publicKey: 'public_key',
							userId: 'user_id',
							credentialID: 'credential_id',
							deviceType: 'device_type',
							backedUp: 'backed_up',
							createdAt: 'created_at',
						},
					},
				},
			}),
			...(config.oidc ? [openIdConnect(db, config.oidc)] : []),
		],
	});
}

export type Auth = ReturnType<typeof openAuth>;

function locale(user: object): string {
	return (user as { locale?: string }).locale ?? 'zh-CN';
}

/** In which language the page was that a sign-in elsewhere began on; see elsewhere.ts. */
async function begunIn(): Promise<'zh-CN' | 'en' | undefined> {
	const begun = (await getOAuthState())?.locale;
	return begun === 'zh-CN' || begun === 'en' ? begun : undefined;
}
