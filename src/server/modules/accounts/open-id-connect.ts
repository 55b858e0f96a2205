import { genericOAuth } from 'better-auth/plugins';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/db/index.ts';
import { freeHandle } from './handles.ts';

/**
 * Signing in with any OpenID Connect provider: code flow with PKCE, state and nonce; the ID token's signature,
 * issuer, audience and times are verified against the keys that the provider publishes.
 */
export function openIdConnect(db: Db, oidc: NonNullable<Config['oidc']>) {
	const settings = {
		providerId: 'oidc',
		discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
		clientId: oidc.id,
		clientSecret: oidc.secret,
		scopes: ['openid', 'profile', 'email'],
		pkce: true,
		// A document without keys would leave the ID token unverified.
		requireIdTokenVerification: true,
		mapProfileToUser: async (profile: Record<string, unknown>) => {
			const [name, username, email] = [profile.name, profile.preferred_username, profile.email].map(
				(claim) => (typeof claim === 'string' ? claim : ''),
			) as [string, string, string];
			return { name: name || username, handle: await freeHandle(db, username || name || email) };
		},
	};
	const plugin = genericOAuth({ config: [settings] });
	return {
		...plugin,
		// As it comes, the plugin asks the provider once when sign-in is set up, with no end to its patience: a provider
		// that hangs would hold up every password. Told that this failed, it asks when somebody wants to go there.
		init: async () => ({ context: { genericOAuthPendingDiscovery: new Map([['oidc', settings]]) } }),
	};
}
