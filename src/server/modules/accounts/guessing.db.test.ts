import { beforeAll, expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import { readConfig } from '../../platform/config.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { openRateLimiter } from '../../platform/rate-limit.ts';
import { settingsSchema } from '../../platform/settings/index.ts';
import {
	changePassword,
	endSecondFactor,
	listSessions,
	loadAuth,
	openIdentities,
	type SignInTools,
	sendVerification,
	signUp,
	verifySecondFactor,
} from './index.ts';

const { db } = await testDatabase();
let tools: SignInTools;
let cookie: string;
let person: { id: number; email: string; emailVerified: boolean };

beforeAll(async () => {
	const auth = await loadAuth(
		db,
		readConfig({}),
		'a secret that is long enough for tests',
		'http://localhost:3000',
	);
	tools = { db, auth, limiter: openRateLimiter(), settings: settingsSchema.parse({}) };
	const spoofing = new Headers({ 'x-stoa-client': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' });
	const ada = { name: 'Ada', handle: 'ada', email: 'ada@example.com', password: 'correct horse battery' };
	const { cookies } = await signUp(tools, ada, spoofing, '10.0.0.1', 'en');
	cookie = cookies.map((one) => one.split(';')[0]).join('; ');
	person = (await openIdentities(db).identify(new Headers({ cookie }))).person!;
});

/** Tries from ever new addresses, so that only what is counted by the account can stop it. */
async function refusals(tries: number, attempt: (n: number) => Promise<unknown>): Promise<string[]> {
	const codes: string[] = [];
	for (let n = 0; n < tries; n++) {
		const code = await attempt(n).then(
			() => 'done',
			(error) => (error instanceof AppError ? error.code : String(error)),
		);
		codes.push(code);
	}
	return [...new Set(codes)];
}
const at = (n: number) => ({ headers: new Headers({ cookie }), address: `10.1.${n}.1`, userId: person.id });

test('the finder of an open browser does not guess the password by changing it or by ending the second factor', async () => {
	const guess = (n: number) =>
		n % 2
			? changePassword(tools, { current: `guess ${n}`, password: 'a password of mine' }, at(n))
			: endSecondFactor(tools, `guess ${n}`, at(n));
	expect(await refusals(10, guess)).toContain('accounts.too_many_attempts');
});

test('codes are counted by the sign-in that waits for them, whatever else a guesser writes into cookies', async () => {
	const guess = (n: number) =>
		verifySecondFactor(
			tools,
			{ code: `00000${n}` },
			new Headers({ cookie: `junk=${n}; stoa.two_factor=waiting.signature; more=${n}` }),
			`10.2.${n}.1`,
		);
	expect(await refusals(9, guess)).toEqual(['accounts.second_factor_wrong', 'accounts.too_many_attempts']);
});

test('the mail that confirms an address is not sent to a stranger by the hundred', async () => {
	const again = (n: number) => sendVerification(tools, person, new Headers({ cookie }), `10.3.${n}.1`);
	expect(await refusals(9, again)).toEqual(['done', 'accounts.too_many_attempts']);
	const { count } = await db
		.selectFrom('mails')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	expect(Number(count)).toBeLessThanOrEqual(9);
});

test("a session's line shows the address that we saw, not the one that the client wrote", async () => {
	const [session] = await listSessions(db, person.id, null);
	expect(session?.ipAddress).toBe('10.0.0.1');
});
