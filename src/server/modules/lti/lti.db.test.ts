import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	createLocalJWKSet,
	exportJWK,
	generateKeyPair,
	type JWK,
	jwtVerify,
	SignJWT,
	UnsecuredJWT,
} from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents } from '../../platform/events/index.ts';
import { enrol, markDone, readLearnerCourse } from '../courses/index.ts';
import { aCourse } from '../courses/testing.ts';
import { aPerson } from '../items/testing.ts';
import { claim, scoreScope } from './claims.ts';
import { answerDeepLink } from './deep-link.ts';
import { publicKeys, rotateLtiKey } from './keys.ts';
import { finishLaunch, readTicket, takeTicket } from './launch.ts';
import { beginLaunch } from './login.ts';
import { listPlatforms, removePlatform, setPlatform } from './platforms.ts';
import { forgetTokens, ltiHandlers, sendScores } from './scores.ts';
import { forgetKeys, verifyLaunch } from './verify.ts';

const { db } = await testDatabase();
const origin = 'https://stoa.example';
const secret = 'only the tests know this secret, and it is long enough';
const tools = { secret, origin };

interface Score {
	path: string;
	body: Record<string, unknown>;
	token: string | undefined;
}

/** A platform that signs for real, hands out tokens for real assertions, and takes scores; it misbehaves when told. */
async function aPlatform() {
	const pair = await generateKeyPair('RS256', { extractable: true });
	const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'p1', alg: 'RS256', use: 'sig' };
	let keys: JWK[] = [jwk];
	const scores: Score[] = [];
	const assertions: unknown[] = [];
	let behave: ((request: IncomingMessage, response: ServerResponse) => boolean) | null = null;
	const server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk) => (text += chunk));
		request.on('end', async () => {
			if (behave?.(request, response)) return;
			const path = request.url ?? '';
			if (path === '/jwks') return response.end(JSON.stringify({ keys }));
			if (path === '/token') {
				const form = new URLSearchParams(text);
				const set = createLocalJWKSet(await publicKeys(db, secret));
				const { payload } = await jwtVerify(form.get('client_assertion') ?? '', set, {
					audience: `${url()}/token`,
				});
				assertions.push({ ...payload, scope: form.get('scope') });
				return response.end(JSON.stringify({ access_token: `t${assertions.length}`, expires_in: 3600 }));
			}
			scores.push({ path, body: JSON.parse(text), token: request.headers.authorization });
			response.end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		key: pair.privateKey,
		jwk,
		scores,
		assertions,
		serves: (given: JWK[]) => {
			keys = given;
		},
		behaves: (how: typeof behave) => {
			behave = how;
		},
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

let platform: Awaited<ReturnType<typeof aPlatform>>;
let admin: Awaited<ReturnType<typeof aPerson>>;
let platformId: number;
const registration = (more = {}) => ({
	name: 'Moodle',
	issuer: platform.url(),
	clientId: 'client-1',
	authorizeUrl: `${platform.url()}/auth`,
	tokenUrl: `${platform.url()}/token`,
	jwksUrl: `${platform.url()}/jwks`,
	deployments: ['d1', 'd2'],
	...more,
});
beforeAll(async () => {
	platform = await aPlatform();
	admin = await aPerson(db, { role: 'admin' });
	platformId = (await setPlatform(db, admin.actor, registration())).id;
});
afterAll(() => platform.close());
beforeEach(() => {
	platform.behaves(null);
	platform.serves([platform.jwk]);
	platform.scores.length = 0;
	forgetKeys();
	forgetTokens();
});
afterEach(() => travel(0));

const begin = async (target = `${origin}/courses/1`) => {
	const { address, browser } = await beginLaunch(db, origin, {
		iss: platform.url(),
		login_hint: 'u1',
		target_link_uri: target,
		client_id: 'client-1',
	});
	const asked = new URL(address).searchParams;
	return { state: asked.get('state')!, nonce: asked.get('nonce')!, browser, asked };
};

const claimsOf = (nonce: string, more: Record<string, unknown> = {}) => ({
	nonce,
	name: '学生 一',
	email: 'student@school.example',
	[claim.type]: 'LtiResourceLinkRequest',
	[claim.version]: '1.3.0',
	[claim.deployment]: 'd1',
	[claim.target]: `${origin}/courses/1`,
	[claim.resource]: { id: 'link-1' },
	...more,
});

interface Sign {
	sub?: string;
	aud?: string | string[];
	iss?: string;
	exp?: number;
	iat?: number;
	key?: CryptoKey;
	kid?: string;
}
async function sign(claims: Record<string, unknown>, given: Sign = {}): Promise<string> {
	const at = Math.floor(Date.now() / 1000);
	return new SignJWT(claims)
		.setProtectedHeader({ alg: 'RS256', kid: given.kid ?? 'p1', typ: 'JWT' })
		.setIssuer(given.iss ?? platform.url())
		.setAudience(given.aud ?? 'client-1')
		.setSubject(given.sub ?? 'u1')
		.setIssuedAt(given.iat ?? at)
		.setExpirationTime(given.exp ?? at + 300)
		.sign(given.key ?? platform.key);
}

const launched = async (claims: Record<string, unknown> = {}, given: Sign = {}) => {
	const { state, nonce, browser } = await begin();
	return verifyLaunch(db, { state, idToken: await sign(claimsOf(nonce, claims), given), browser });
};

describe('a launch', () => {
	test('is begun with a state and a nonce of its own, and ends with who it is', async () => {
		const { state, nonce, browser, asked } = await begin();
		expect(Object.fromEntries(asked)).toMatchObject({
			scope: 'openid',
			response_type: 'id_token',
			response_mode: 'form_post',
			prompt: 'none',
			client_id: 'client-1',
			redirect_uri: `${origin}/lti/launch`,
			login_hint: 'u1',
		});
		const found = await verifyLaunch(db, { state, idToken: await sign(claimsOf(nonce)), browser });
		expect([found.platform.id, found.claims.sub, found.sameBrowser]).toEqual([platformId, 'u1', true]);
	});

	test('works in a browser that keeps nothing, and not in another one than it began in', async () => {
		const one = await begin();
		expect(
			(await verifyLaunch(db, { state: one.state, idToken: await sign(claimsOf(one.nonce)), browser: null }))
				.sameBrowser,
		).toBe(false);
		const two = await begin();
		await expect(
			verifyLaunch(db, { state: two.state, idToken: await sign(claimsOf(two.nonce)), browser: one.browser }),
		).rejects.toMatchObject({ code: 'lti.launch_refused' });
	});

	test('is used once, and not after its time', async () => {
		const { state, nonce, browser } = await begin();
		const idToken = await sign(claimsOf(nonce));
		const both = await Promise.allSettled([
			verifyLaunch(db, { state, idToken, browser }),
			verifyLaunch(db, { state, idToken, browser }),
		]);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await expect(verifyLaunch(db, { state, idToken, browser })).rejects.toMatchObject({
			code: 'lti.launch_expired',
		});
		const late = await begin();
		travel(11 * 60_000);
		await expect(
			verifyLaunch(db, { state: late.state, idToken: await sign(claimsOf(late.nonce)), browser: null }),
		).rejects.toMatchObject({ code: 'lti.launch_expired' });
		// A token of one launch brought with the state of another.
		travel(0);
		const other = await begin();
		await expect(verifyLaunch(db, { state: other.state, idToken, browser: null })).rejects.toThrow('nonce');
	});

	const now = () => Math.floor(Date.now() / 1000);
	test.each<[string, Record<string, unknown>, () => Sign]>([
		['for another client', {}, () => ({ aud: 'client-2' })],
		['of another issuer', {}, () => ({ iss: 'https://evil.example' })],
		['that has expired', {}, () => ({ exp: now() - 120, iat: now() - 400 })],
		['that was made long ago', {}, () => ({ iat: now() - 3600, exp: now() + 300 })],
		['of the future', {}, () => ({ iat: now() + 3600, exp: now() + 7200 })],
		['for several, without saying for whom', {}, () => ({ aud: ['client-1', 'client-2'] })],
		['made for another one', { azp: 'client-2' }, () => ({ aud: ['client-1', 'client-2'] })],
		['of a deployment that is not registered', { [claim.deployment]: 'd9' }, () => ({})],
		['of another version', { [claim.version]: '1.1' }, () => ({})],
		['of another kind', { [claim.type]: 'LtiSubmissionReviewRequest' }, () => ({})],
		['without its link', { [claim.resource]: undefined }, () => ({})],
		['without a subject', {}, () => ({ sub: '' })],
		['by a key that is not known', {}, () => ({ kid: 'p9' })],
	])('with a token %s is refused, and administrators are told why', async (_, claims, given) => {
		await expect(launched(claims, given())).rejects.toMatchObject({ code: 'lti.launch_refused' });
		const [row] = await listPlatforms(db, admin.actor);
		expect(row?.lastRefusal).toMatch(/^The launch was refused: .{5,}\.$/);
	});

	test('with no signature, or with our or the platform’s public key as a shared secret, is refused', async () => {
		const tries = async (token: (nonce: string) => Promise<string> | string) => {
			const { state, nonce, browser } = await begin();
			await expect(verifyLaunch(db, { state, idToken: await token(nonce), browser })).rejects.toMatchObject({
				code: 'lti.launch_refused',
			});
		};
		const plain = (nonce: string) => ({ ...claimsOf(nonce), sub: 'u1' });
		await tries((nonce) =>
			new UnsecuredJWT(plain(nonce))
				.setIssuer(platform.url())
				.setAudience('client-1')
				.setIssuedAt()
				.setExpirationTime('5m')
				.encode(),
		);
		for (const shared of [JSON.stringify(platform.jwk), String(platform.jwk.n)])
			await tries((nonce) =>
				new SignJWT(plain(nonce))
					.setProtectedHeader({ alg: 'HS256', kid: 'p1' })
					.setIssuer(platform.url())
					.setAudience('client-1')
					.setIssuedAt()
					.setExpirationTime('5m')
					.sign(new TextEncoder().encode(shared)),
			);
		const stranger = await generateKeyPair('RS256');
		await tries((nonce) => sign(claimsOf(nonce), { key: stranger.privateKey }));
		// A key that comes with the token is nobody's.
		await tries(async (nonce) =>
			new SignJWT(plain(nonce))
				.setProtectedHeader({ alg: 'RS256', kid: 'p1', jwk: (await exportJWK(stranger.publicKey)) as never })
				.setIssuer(platform.url())
				.setAudience('client-1')
				.setIssuedAt()
				.setExpirationTime('5m')
				.sign(stranger.privateKey),
		);
		await tries(() => 'not.a.token');
	});

	test('goes on when the platform has changed its key, and fails when it has none to show', async () => {
		await launched();
		const next = await generateKeyPair('RS256', { extractable: true });
		platform.serves([{ ...(await exportJWK(next.publicKey)), kid: 'p2', alg: 'RS256', use: 'sig' }]);
		forgetKeys();
		await launched({}, { key: next.privateKey, kid: 'p2' });
		forgetKeys();
		platform.behaves((_, response) => {
			response.writeHead(500).end('<html>');
			return true;
		});
		await expect(launched()).rejects.toMatchObject({ code: 'lti.launch_refused' });
	});

	test('of an issuer or client that is not registered, or is switched off, is not begun', async () => {
		const with_ = (more: object) =>
			beginLaunch(db, origin, { iss: platform.url(), login_hint: 'u', ...more });
		await expect(with_({ iss: 'https://evil.example' })).rejects.toMatchObject({
			code: 'lti.platform_unknown',
		});
		await expect(with_({ client_id: 'client-9' })).rejects.toMatchObject({ code: 'lti.platform_unknown' });
		await expect(with_({ login_hint: undefined })).rejects.toMatchObject({ code: 'lti.launch_broken' });
		await setPlatform(db, admin.actor, registration({ active: false }), platformId);
		await expect(with_({})).rejects.toMatchObject({ code: 'lti.platform_unknown' });
		await setPlatform(db, admin.actor, registration(), platformId);
	});
});

describe('somebody who was launched', () => {
	const arrive = async (claims: Record<string, unknown>, given: Sign = {}) => {
		const { ticket, deep } = await finishLaunch(db, await launched(claims, given), origin);
		return { ticket, deep, arrival: await readTicket(db, ticket) };
	};

	test('has an account by issuer and subject, and never one that is here already by its address', async () => {
		const victim = await aPerson(db);
		await db
			.updateTable('users')
			.set({ email: 'student@school.example' })
			.where('id', '=', victim.id)
			.execute();
		const course = await aCourse(db);
		const target = { [claim.target]: `${origin}/courses/${course.id}/lessons/${course.lessons[1]}` };
		const first = await arrive(target, { sub: 'new-1' });
		expect(first.arrival).toMatchObject({
			name: '学生 一',
			target: `/courses/${course.id}/lessons/${course.lessons[1]}`,
		});
		expect(first.arrival.userId).not.toBe(victim.id);
		const again = await arrive(target, { sub: 'new-1' });
		expect(again.arrival.userId).toBe(first.arrival.userId);
		expect((await arrive(target, { sub: 'new-2' })).arrival.userId).not.toBe(first.arrival.userId);
		const person = await db
			.selectFrom('users')
			.selectAll()
			.where('id', '=', first.arrival.userId)
			.executeTakeFirstOrThrow();
		expect([person.origin, person.role, person.email_verified]).toEqual(['lti', 'member', false]);
		expect(person.email).toMatch(/@lti\.invalid$/);
	});

	test('comes in by a ticket, once and soon', async () => {
		const { ticket } = await arrive({});
		await expect(takeTicket(db, 'guessed')).rejects.toMatchObject({ code: 'lti.ticket_expired' });
		const both = await Promise.allSettled([takeTicket(db, ticket), takeTicket(db, ticket)]);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const late = await arrive({});
		travel(6 * 60_000);
		await expect(takeTicket(db, late.ticket)).rejects.toMatchObject({ code: 'lti.ticket_expired' });
	});

	test('is led to no other site, and to no course that is not there', async () => {
		expect((await arrive({ [claim.target]: 'https://evil.example/courses/1' })).arrival.target).toBe(
			'/learning',
		);
		expect((await arrive({ [claim.target]: `${origin}.evil.example/courses/1` })).arrival.target).toBe(
			'/learning',
		);
		await expect(arrive({ [claim.target]: `${origin}/courses/999999` })).rejects.toMatchObject({
			code: 'lti.course_unknown',
		});
	});

	test('opens a paid course only where its maker chose the link and an administrator trusts the platform', async () => {
		const course = await aCourse(db, { access: 'paid' });
		const request = {
			platformId,
			deployment: 'd1',
			returnUrl: `${platform.url()}/return`,
			data: 'opaque',
			multiple: false,
		};
		const chosen = { courseId: course.id, lessonId: null };
		const answer = await answerDeepLink(db, course.author.actor, tools, request, chosen);
		const { payload } = await jwtVerify(answer.jwt, createLocalJWKSet(await publicKeys(db, secret)), {
			issuer: 'client-1',
			audience: platform.url(),
		});
		expect(payload).toMatchObject({
			[claim.type]: 'LtiDeepLinkingResponse',
			[claim.data]: 'opaque',
			[claim.deployment]: 'd1',
		});
		const [item] = payload[claim.items] as { url: string; custom: Record<string, string> }[];
		expect(item?.url).toBe(`${origin}/courses/${course.id}`);
		const open = async (sub: string, custom: unknown, deployment = 'd1') => {
			const { arrival } = await arrive(
				{ [claim.custom]: custom, [claim.deployment]: deployment, [claim.target]: item?.url },
				{ sub },
			);
			const actor = {
				userId: arrival.userId,
				role: 'member',
				emailVerified: false,
				suspended: false,
				scopes: null,
			} as const;
			return (await readLearnerCourse(db, actor, course.id))?.access;
		};
		expect(await open('p1', item?.custom)).not.toBe('full');
		await setPlatform(db, admin.actor, registration({ opensPaid: true }), platformId);
		expect(await open('p2', item?.custom)).toBe('full');
		// Not by its address alone, not by a guessed choice, not from another deployment.
		expect(await open('p3', {})).not.toBe('full');
		expect(await open('p4', { stoa_choice: 'x'.repeat(22) })).not.toBe('full');
		expect(await open('p5', item?.custom, 'd2')).not.toBe('full');
		// Somebody who may only read it may link to it, and opens nothing by that.
		const reader = await aPerson(db);
		const free = await aCourse(db);
		await answerDeepLink(db, reader.actor, tools, request, { courseId: free.id, lessonId: free.lessons[0]! });
		await expect(
			answerDeepLink(db, reader.actor, tools, request, { courseId: free.id, lessonId: course.lessons[0]! }),
		).rejects.toMatchObject({ code: 'lti.course_unknown' });
		await setPlatform(db, admin.actor, registration(), platformId);
	});

	test('who is to choose is answered to the platform’s own address only', async () => {
		const settings = (returnUrl: string) => ({
			[claim.type]: 'LtiDeepLinkingRequest',
			[claim.resource]: undefined,
			[claim.settings]: { deep_link_return_url: returnUrl, data: 'd' },
		});
		const found = await arrive(settings(`${platform.url()}/deep?x=1`));
		expect(found.deep).toBe(true);
		expect(found.arrival.deep).toMatchObject({ returnUrl: `${platform.url()}/deep?x=1`, data: 'd' });
		await expect(arrive(settings('https://evil.example/steal'))).rejects.toMatchObject({
			code: 'lti.launch_refused',
		});
	});
});

describe('scores', () => {
	async function aLearner(
		sub: string,
		lineItem: string | null = `${platform.url()}/grades/7/lineitem?type=1`,
		lesson = false,
	) {
		const course = await aCourse(db, { lessons: [{ title: 'One' }, { title: 'Two' }] });
		const target = `${origin}/courses/${course.id}${lesson ? `/lessons/${course.lessons[0]}` : ''}`;
		const { ticket } = await finishLaunch(
			db,
			await launched(
				{
					[claim.target]: target,
					[claim.resource]: { id: `link-${sub}` },
					[claim.grades]: { scope: [scoreScope], ...(lineItem ? { lineitem: lineItem } : {}) },
				},
				{ sub },
			),
			origin,
		);
		const { userId } = await takeTicket(db, ticket);
		const actor = { userId, role: 'member', emailVerified: false, suspended: false, scopes: null } as const;
		await enrol(db, actor, course.id);
		const done = async (at: number) => {
			await markDone(db, actor, course.lessons[at]!);
			await drainEvents(db, ltiHandlers);
		};
		return { course, done };
	}

	test('go to the line item of the link, as they are, by a token for a signature of ours', async () => {
		const { done } = await aLearner('s1');
		await done(0);
		expect(await sendScores(db, tools)).toBe(1);
		expect(platform.scores).toEqual([
			{
				path: '/grades/7/lineitem/scores?type=1',
				token: expect.stringMatching(/^Bearer t\d+$/),
				body: {
					userId: 's1',
					scoreGiven: 50,
					scoreMaximum: 100,
					activityProgress: 'InProgress',
					gradingProgress: 'FullyGraded',
					timestamp: expect.stringMatching(/Z$/),
				},
			},
		]);
		expect(platform.assertions.at(-1)).toMatchObject({
			iss: 'client-1',
			sub: 'client-1',
			scope: scoreScope,
			jti: expect.any(String),
		});
		await done(1);
		await sendScores(db, tools);
		expect(platform.scores.at(-1)?.body).toMatchObject({ scoreGiven: 100, activityProgress: 'Completed' });
		expect(await sendScores(db, tools)).toBe(0);
	});

	test('of a lesson are that lesson’s, and a link without a line item sends none', async () => {
		const one = await aLearner('s2', undefined, true);
		await one.done(1);
		expect(await sendScores(db, tools)).toBe(0);
		await one.done(0);
		expect(await sendScores(db, tools)).toBe(1);
		const two = await aLearner('s3', null);
		await two.done(0);
		const three = await aLearner('s4', 'http://169.254.169.254/latest/lineitem');
		await three.done(0);
		expect(await sendScores(db, tools)).toBe(0);
	});

	test('wait for a platform that fails, and the newest is told', async () => {
		const { done } = await aLearner('s5');
		await done(0);
		let failing = 0;
		platform.behaves((request, response) => {
			if (!request.url?.includes('/scores')) return false;
			failing += 1;
			response.writeHead(503).end();
			return true;
		});
		expect(await sendScores(db, tools)).toBe(0);
		platform.behaves(null);
		expect(await sendScores(db, tools)).toBe(0);
		await done(1);
		expect(await sendScores(db, tools)).toBe(1);
		expect([failing, platform.scores.map(({ body }) => body.scoreGiven)]).toEqual([1, [100]]);
	});

	test('that a platform refuses are put aside, and a token that was taken back is asked for anew', async () => {
		const { done } = await aLearner('s6');
		await done(0);
		platform.behaves((request, response) => {
			if (!request.url?.includes('/scores')) return false;
			response.writeHead(404).end();
			return true;
		});
		await sendScores(db, tools);
		expect((await listPlatforms(db, admin.actor))[0]).toMatchObject({ refused: 1, waiting: 0 });
		let first = true;
		platform.behaves((request, response) => {
			if (!request.url?.includes('/scores') || !first) return false;
			first = false;
			response.writeHead(401).end();
			return true;
		});
		await done(1);
		expect(await sendScores(db, tools)).toBe(1);
	});
});

describe('platforms and keys', () => {
	test('are for administrators, with ways that are private', async () => {
		const someone = await aPerson(db);
		await expect(listPlatforms(db, someone.actor)).rejects.toMatchObject({ code: 'common.forbidden' });
		await expect(setPlatform(db, someone.actor, registration())).rejects.toMatchObject({
			code: 'common.forbidden',
		});
		await expect(removePlatform(db, someone.actor, platformId)).rejects.toMatchObject({
			code: 'common.forbidden',
		});
		await expect(setPlatform(db, admin.actor, registration())).rejects.toMatchObject({
			code: 'lti.platform_taken',
		});
		await expect(
			setPlatform(db, admin.actor, registration({ clientId: 'c', tokenUrl: 'http://moodle.example/token' })),
		).rejects.toMatchObject({ fields: { tokenUrl: 'lti.url_shape' } });
		await expect(
			setPlatform(db, admin.actor, registration({ clientId: 'c', deployments: [' '] })),
		).rejects.toMatchObject({ fields: { deployments: 'lti.deployments_missing' } });
	});

	test('are changed without a moment in which nothing verifies, and one that leaked is gone at once', async () => {
		const before = await publicKeys(db, secret);
		const kid = await rotateLtiKey(db, secret);
		const during = await publicKeys(db, secret);
		expect(during.keys.map((key) => key.kid)).toEqual([kid, ...before.keys.map((key) => key.kid)]);
		expect(JSON.stringify(during)).not.toMatch(/"d":/);
		travel(8 * 86_400_000);
		expect((await publicKeys(db, secret)).keys.map((key) => key.kid)).toEqual([kid]);
		travel(0);
		const fresh = await rotateLtiKey(db, secret, { leaked: true });
		expect((await publicKeys(db, secret)).keys.map((key) => key.kid)).toEqual([fresh]);
	});
});
