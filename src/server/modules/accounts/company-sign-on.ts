import { createHash } from 'node:crypto';
import { getOAuthState } from 'better-auth/api';
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { Db } from '../../platform/db/index.ts';
import type { Outside } from '../../platform/outside.ts';
import type { Auth } from './auth.ts';
import type { CompanySignOn } from './company-provider.ts';
import { freeHandle } from './handles.ts';

type Provider = Awaited<Auth['$context']>['socialProviders'][number];

// Asymmetric ones only: with a shared secret whoever has it could be anybody.
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/**
 * The provider as better-auth takes it: state, proof key, nonce and session are better-auth's; whatever is asked of the
 * company's machines is asked by `outside`, and what they say is verified here.
 *
 * What a company's provider says opens an account in two cases only: the account was made by it, or its owner, signed in,
 * connected it. An address alone opens nothing, however verified: whoever runs the provider could write any into it.
 */
function companyProvider(db: Db, signOn: CompanySignOn, outside: Outside): Provider {
	return {
		id: signOn.id as Provider['id'],
		name: signOn.name,
		requiresIdTokenNonce: true,
		issuer: signOn.issuer,
		accountSubject: ({ profile }) => String((profile as JWTPayload).sub ?? ''),
		createAuthorizationURL({ state, codeVerifier, redirectURI, idTokenNonce }) {
			const url = new URL(signOn.authorizationEndpoint);
			for (const [name, value] of Object.entries({
				response_type: 'code',
				client_id: signOn.clientId,
				redirect_uri: redirectURI,
				scope: 'openid profile email',
				state,
				nonce: idTokenNonce ?? '',
				code_challenge: challengeOf(codeVerifier),
				code_challenge_method: 'S256',
			}))
				url.searchParams.set(name, value);
			return url;
		},
		async validateAuthorizationCode({ code, codeVerifier, redirectURI }) {
			const basic = `${encodeURIComponent(signOn.clientId)}:${encodeURIComponent(signOn.clientSecret)}`;
			const { status, text } = await outside(signOn.tokenEndpoint, {
				method: 'POST',
				headers: {
					'content-type': 'application/x-www-form-urlencoded',
					authorization: `Basic ${Buffer.from(basic).toString('base64')}`,
				},
				body: new URLSearchParams({
					grant_type: 'authorization_code',
					code,
					redirect_uri: redirectURI,
					code_verifier: codeVerifier ?? '',
				}).toString(),
			});
			const tokens = status === 200 ? (JSON.parse(text) as { id_token?: unknown }) : {};
			if (typeof tokens.id_token !== 'string') return null;
			// Nothing else of it is needed again, so nothing else is kept.
			return { idToken: tokens.id_token };
		},
		async getUserInfo({ idToken, expectedIdTokenNonce }) {
			const claims = await verified(signOn, outside, idToken ?? '', expectedIdTokenNonce);
			const email = typeof claims?.email === 'string' ? claims.email.toLowerCase() : '';
			const domain = email.slice(email.lastIndexOf('@') + 1);
			if (!claims?.sub || claims.email_verified === false || !signOn.domains.includes(domain)) return null;
			const link = (await getOAuthState())?.link as { userId?: unknown } | undefined;
			const opens = await accountOpened(db, signOn.id, claims.sub, link?.userId);
			if (opens === 'staff') return null;
			// An address that somebody has here already: they come in by what they have, and connect it themselves.
			const taken = opens === 'nobody' && (await hasAddress(db, email));
			if (!taken) await signOn.said(claims.sub, email, claims);
			const [name, username] = [claims.name, claims.preferred_username].map((claim) =>
				typeof claim === 'string' ? claim : '',
			) as [string, string];
			return {
				user: {
					name: name || username || email.slice(0, email.lastIndexOf('@')),
					email,
					emailVerified: !taken,
					handle: await freeHandle(db, username || name || email),
				} as { name: string; email: string; emailVerified: boolean },
				data: claims,
			};
		},
	} as Provider;
}

/** The claims of an ID token that this provider signed for us, for this very sign-in; null for any other. */
async function verified(
	signOn: CompanySignOn,
	outside: Outside,
	token: string,
	nonce: string | undefined,
): Promise<JWTPayload | null> {
	const { status, text } = await outside(signOn.jwksUri);
	if (status !== 200 || !nonce) return null;
	try {
		const keys = createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
		const { payload } = await jwtVerify(token, keys, {
			issuer: signOn.issuer,
			audience: signOn.clientId,
			algorithms,
			requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
			clockTolerance: 30,
		});
		// Of a token for several, the one that it was made for must be us (OpenID Connect Core 3.1.3.7).
		const shared = Array.isArray(payload.aud) && payload.aud.length > 1;
		const right = payload.nonce === nonce && !(shared && payload.azp !== signOn.clientId);
		return right && payload.sub ? payload : null;
	} catch {
		return null;
	}
}

/**
 * Whose account the answer would open. Whoever looks after the place is not opened by a company: its provider could make
 * itself an administrator here.
 */
async function accountOpened(
	db: Db,
	provider: string,
	subject: string,
	linking: unknown,
): Promise<'nobody' | 'member' | 'staff'> {
	const row = await db
		.selectFrom('users as u')
		.leftJoin('identities as i', (join) =>
			join
				.onRef('i.user_id', '=', 'u.id')
				.on('i.provider_id', '=', provider)
				.on('i.account_id', '=', subject),
		)
		.select('u.role')
		.where((eb) => (linking === undefined ? eb('i.id', 'is not', null) : eb('u.id', '=', Number(linking))))
		.executeTakeFirst();
	if (!row) return 'nobody';
	return row.role === 'member' ? 'member' : 'staff';
}

async function hasAddress(db: Db, email: string): Promise<boolean> {
	return (
		(await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
	);
}

/** S256 of RFC 7636. */
function challengeOf(verifier: string): string {
	return createHash('sha256').update(verifier).digest('base64url');
}

/** As `useCompanySignOn` of company-links.ts, which loads this. */
export async function putProvider(
	auth: Auth,
	db: Db,
	signOn: CompanySignOn,
	outside: Outside,
): Promise<void> {
	const { socialProviders } = await auth.$context;
	const provider = companyProvider(db, signOn, outside);
	const at = socialProviders.findIndex(({ id }) => id === signOn.id);
	if (at >= 0) socialProviders[at] = provider;
	else socialProviders.push(provider);
}
