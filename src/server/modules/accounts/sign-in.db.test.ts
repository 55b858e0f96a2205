import { beforeAll, expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import { readConfig } from '../../platform/config.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { openRateLimiter } from '../../platform/rate-limit.ts';
import { settingsSchema } from '../../platform/settings/index.ts';
import {
	endOtherSessions,
	listSessions,
	loadAuth,
	openIdentities,
	requestPasswordReset,
	resetPassword,
	type SignInTools,
	signIn,
	signOut,
	signUp,
	verifyEmail,
} from './index.ts';

const { db } = await testDatabase();
let tools: SignInTools;
const ada = { name: 'Ada', handle: 'ada', email: 'Ada@Example.com', password: 'correct horse battery' };

beforeAll(async () => {
	const auth = await loadAuth(
		db,
		readConfig({}),
		'a secret that is long enough for tests',
		'http://localhost:3000',
	);
	tools = { db, auth, limiter: openRateLimiter(), settings: settingsSchema.parse({}) };
});

const asBrowser = (cookies: string[]) =>
	new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
const mailedToken = async (kind: string) => {
	const mail = await db
		.selectFrom('mails')
		.select('body_text')
		.where('kind', '=', kind)
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
	return decodeURIComponent(/token=(\S+)/.exec(mail.body_text)![1]!);
};

test('signing up makes an account, a session and a mail that confirms the address', async () => {
	const { cookies } = await signUp(tools, ada, new Headers({ 'user-agent': 'test' }), '10.0.0.1', 'en');
	const identities = openIdentities(db);
	const { actor, person } = await identities.identify(asBrowser(cookies));
	expect(person).toMatchObject({ handle: 'ada', email: 'ada@example.com', locale: 'en', role: 'member' });
	expect(actor).toMatchObject({ userId: person!.id, emailVerified: false, suspended: false, scopes: null });

	await verifyEmail(tools, await mailedToken('verify-email'), new Headers());
	identities.forget(person!.id);
	expect((await identities.identify(asBrowser(cookies))).actor.emailVerified).toBe(true);
	expect(
		await db.selectFrom('events').select('type').where('type', '=', 'accounts.registered').execute(),
	).toHaveLength(1);
});

test('a handle or an address that is taken is refused at its field', async () => {
	expect(
		await code(signUp(tools, { ...ada, email: 'other@example.com' }, new Headers(), '10.0.0.2', 'en')),
	).toBe('accounts.handle_taken');
	expect(await code(signUp(tools, { ...ada, handle: 'ada2' }, new Headers(), '10.0.0.2', 'en'))).toBe(
		'accounts.email_taken',
	);
	const refusal = await signUp(
		tools,
		{ name: '', handle: 'A B', email: 'x', password: '1' },
		new Headers(),
		'10.0.0.2',
		'en',
	).catch((error) => error);
	expect(refusal.fields).toEqual({
		name: 'accounts.name_missing',
		handle: 'accounts.handle_shape',
		email: 'accounts.email_shape',
		password: 'accounts.password_short',
	});
});

test('a wrong password is refused alike for known and unknown addresses, and guessing is slowed', async () => {
	expect(await code(signIn(tools, { email: ada.email, password: 'wrong' }, new Headers(), '10.0.0.3'))).toBe(
		'accounts.wrong_credentials',
	);
	expect(
		await code(signIn(tools, { email: 'nobody@example.com', password: 'wrong' }, new Headers(), '10.0.0.3')),
	).toBe('accounts.wrong_credentials');
	const guess = () =>
		code(
			signIn(
				tools,
				{ email: 'victim@example.com', password: 'guess' },
				new Headers(),
				`10.0.1.${Math.random()}`,
			),
		);
	for (let n = 0; n < 8; n++) await guess();
	expect(await guess()).toBe('accounts.too_many_attempts');
});

test('signing out ends the session, and other browsers can be signed out', async () => {
	const first = await signIn(tools, ada, new Headers(), '10.0.0.4');
	const second = await signIn(tools, ada, new Headers(), '10.0.0.4');
	const identities = openIdentities(db);
	const { actor, session } = await identities.identify(asBrowser(second.cookies));
	expect((await listSessions(db, actor.userId!, session)).filter((row) => row.current)).toHaveLength(1);
	await endOtherSessions(db, actor, session);
	expect(await listSessions(db, actor.userId!, session)).toHaveLength(1);
	expect((await openIdentities(db).identify(asBrowser(first.cookies))).person).toBeNull();
	await signOut(tools, asBrowser(second.cookies));
	expect((await openIdentities(db).identify(asBrowser(second.cookies))).person).toBeNull();
});

test('a reset link sets a new password once', async () => {
	await requestPasswordReset(tools, { email: 'nobody@example.com' }, '10.0.0.5');
	await requestPasswordReset(tools, { email: ada.email }, '10.0.0.5');
	const token = await mailedToken('reset-password');
	await resetPassword(tools, { token, password: 'another long password' });
	expect(await code(resetPassword(tools, { token, password: 'yet another password' }))).toBe(
		'accounts.link_expired',
	);
	expect(await code(signIn(tools, ada, new Headers(), '10.0.0.6'))).toBe('accounts.wrong_credentials');
	await signIn(tools, { email: ada.email, password: 'another long password' }, new Headers(), '10.0.0.6');
});
