import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the provider does wrong, on purpose. */
export type Fault =
	| 'down'
	| 'slow'
	| 'slow-token'
	| 'nonce'
	| 'audience'
	| 'issuer'
	| 'expired'
	| 'signature'
	| 'algorithm'
	| 'state'
	| 'spent';

/** Claims of who is signed in at the provider. */
export interface Claims {
	sub: string;
	email?: string;
	email_verified?: boolean;
	name?: string;
	preferred_username?: string;
	/** Teams, as a company's directory names them. */
	groups?: string[];
}

/** What the provider is told by a test: PUT as JSON to `/behave`. */
export interface Behaviour {
	claims?: Claims;
	fault?: Fault | null;
}

interface Asked {
	redirect: string;
	nonce: string | null;
	challenge: string | null;
	claims: Claims;
}

const client = { id: 'stoa-e2e', secret: 'a secret between two processes of one test' };
const base64 = (value: string | Buffer) => Buffer.from(value).toString('base64url');

/** An OpenID Connect provider on this machine with one button of consent. It keeps to the protocol unless told not to. */
export async function openProvider(): Promise<{ issuer: string; client: typeof client; close: () => void }> {
	const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const codes = new Map<string, Asked>();
	const tokens = new Map<string, Claims>();
	const now: Required<Behaviour> = { claims: { sub: 'nobody' }, fault: null };
	let issuer = '';

	/** An ID token as it should be, but for the fault of the moment. */
	function idToken({ claims, nonce }: Asked): string {
		const { fault } = now;
		const seconds = Math.floor(Date.now() / 1000);
		const header = { alg: fault === 'algorithm' ? 'none' : 'RS256', kid: 'first', typ: 'JWT' };
		const payload = {
			...claims,
			iss: fault === 'issuer' ? 'https://elsewhere.example' : issuer,
			aud: fault === 'audience' ? 'another-client' : client.id,
			iat: fault === 'expired' ? seconds - 7200 : seconds,
			exp: fault === 'expired' ? seconds - 3600 : seconds + 300,
			nonce: fault === 'nonce' ? 'of another sign-in' : nonce,
		};
		const signed = `${base64(JSON.stringify(header))}.${base64(JSON.stringify(payload))}`;
		if (fault === 'algorithm') return `${signed}.`;
		const key = fault === 'signature' ? strangers.privateKey : keys.privateKey;
		return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
	}

	function authorize(query: URLSearchParams, response: ServerResponse): void {
		const redirect = query.get('redirect_uri') ?? '';
		const fits = query.get('client_id') === client.id && query.get('response_type') === 'code';
		if (!fits || !redirect || !query.get('scope')?.includes('openid'))
			return void send(response, 400, { error: 'invalid_request' });
		const code = randomBytes(16).toString('hex');
		codes.set(code, {
			redirect,
			nonce: query.get('nonce'),
			challenge: query.get('code_challenge_method') === 'S256' ? query.get('code_challenge') : null,
			claims: now.claims,
		});
		const state = now.fault === 'state' ? 'forged' : (query.get('state') ?? '');
		const back = (answer: Record<string, string>) =>
			`${redirect}?${new URLSearchParams({ ...answer, state })}`.replaceAll('&', '&amp;');
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
		response.end(`<!doctype html><title>Provider</title><h1>Sign in as ${now.claims.sub}?</h1>
			<a id="allow" href="${back({ code })}">Allow</a> <a id="deny" href="${back({ error: 'access_denied' })}">Deny</a>`);
	}

	async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const form = new URLSearchParams(await bodyOf(request));
		const basic = Buffer.from(/^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '', 'base64');
		const [id, secret] = basic.length > 0 ? basic.toString().split(':').map(decodeURIComponent) : [];
		if (
			(id ?? form.get('client_id')) !== client.id ||
			(secret ?? form.get('client_secret')) !== client.secret
		)
			return void send(response, 401, { error: 'invalid_client' });
		const code = form.get('code') ?? '';
		const asked = now.fault === 'spent' ? undefined : codes.get(code);
		codes.delete(code);
		const proof = createHash('sha256')
			.update(form.get('code_verifier') ?? '')
			.digest('base64url');
		if (!asked || asked.redirect !== form.get('redirect_uri') || asked.challenge !== proof)
			return void send(response, 400, { error: 'invalid_grant' });
		const token = randomBytes(16).toString('hex');
		tokens.set(token, asked.claims);
		send(response, 200, {
			access_token: token,
			token_type: 'Bearer',
			expires_in: 300,
			id_token: idToken(asked),
		});
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', issuer);
		if (url.pathname === '/behave') {
			Object.assign(now, JSON.parse(await bodyOf(request)) as Behaviour);
			return void send(response, 200, now);
		}
		if (now.fault === 'down') return void request.socket.destroy();
		// Never answered: the connection stays until the asker goes.
		if (now.fault === 'slow' || (now.fault === 'slow-token' && url.pathname === '/token')) return;
		if (url.pathname === '/.well-known/openid-configuration')
			return void send(response, 200, {
				issuer,
				authorization_endpoint: `${issuer}/authorize`,
				token_endpoint: `${issuer}/token`,
				userinfo_endpoint: `${issuer}/userinfo`,
				jwks_uri: `${issuer}/jwks`,
				response_types_supported: ['code'],
				subject_types_supported: ['public'],
				id_token_signing_alg_values_supported: ['RS256'],
			});
		if (url.pathname === '/jwks')
			return void send(response, 200, {
				keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'first', alg: 'RS256', use: 'sig' }],
			});
		if (url.pathname === '/authorize') return void authorize(url.searchParams, response);
		if (url.pathname === '/token') return exchange(request, response);
		if (url.pathname === '/userinfo') {
			const claims = tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
			return claims ? send(response, 200, claims) : send(response, 401, { error: 'invalid_token' });
		}
		send(response, 404, { error: 'not_found' });
	}

	const server = createServer((request, response) => {
		answer(request, response).catch((error) => send(response, 500, { error: String(error) }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		issuer,
		client,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

function send(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += chunk;
	return body;
}
