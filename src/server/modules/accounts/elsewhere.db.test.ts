import { expect, test } from 'vitest';
import type { Actor } from '../../contracts/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { readConfig } from '../../platform/config.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { settingsSchema, writeSettings } from '../../platform/settings/index.ts';
import { freeHandle, listWaysIn, loadAuth, refusalElsewhere, unlinkElsewhere } from './index.ts';

const { db } = await testDatabase();

async function aPersonFromElsewhere(handle: string, providers: string[]): Promise<Actor> {
	const { id } = await db
		.insertInto('users')
		.values({ handle, name: handle, email: `${handle}@harbour.example` })
		.returning('id')
		.executeTakeFirstOrThrow();
	for (const provider_id of providers)
		await db
			.insertInto('identities')
			.values({ user_id: id, provider_id, account_id: `${handle} there` })
			.execute();
	return { userId: id, role: 'member', emailVerified: true, suspended: false, scopes: null };
}

const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);

test('the last way into an account is not taken off, not even by two hands at once', async () => {
	const alone = await aPersonFromElsewhere('alone', ['oidc']);
	expect(await code(unlinkElsewhere(db, alone, 'oidc'))).toBe('accounts.last_way_in');

	const both = await aPersonFromElsewhere('both', ['oidc', 'github']);
	const answers = await Promise.all([
		code(unlinkElsewhere(db, both, 'oidc')),
		code(unlinkElsewhere(db, both, 'github')),
	]);
	expect(answers.sort()).toEqual(['accounts.last_way_in', 'no refusal']);
	expect((await listWaysIn(db, both.userId as number)).elsewhere).toHaveLength(1);

	const worded = await aPersonFromElsewhere('worded', ['oidc']);
	await db
		.insertInto('identities')
		.values({
			user_id: worded.userId as number,
			provider_id: 'credential',
			account_id: 'worded',
			password: 'a hash',
		})
		.execute();
	expect(await code(unlinkElsewhere(db, worded, 'credential'))).toBe('no refusal');
	expect(await code(unlinkElsewhere(db, worded, 'oidc'))).toBe('no refusal');
	expect(await listWaysIn(db, worded.userId as number)).toEqual({ password: true, elsewhere: [] });
});

test('a name for the place itself is nobody’s handle', async () => {
	expect(await freeHandle(db, 'Admin')).toBe('reader');
	expect(await freeHandle(db, 'Alone')).toBe('alone-2');
	expect(await freeHandle(db, 'administrator')).toBe('administrator');
});

test('where sign-up is closed, no account is made by whatever road', async () => {
	await writeSettings(db, null, settingsSchema.parse({ registration: 'closed' }));
	const auth = await loadAuth(
		db,
		readConfig({}),
		'a secret that is long enough for tests',
		'http://localhost:3000',
	);
	const made = auth.api.signUpEmail({
		body: { name: 'Late', email: 'late@example.com', password: 'a long enough password' },
	});
	await expect(made).rejects.toMatchObject({ body: { code: 'registration_closed' } });
	expect(await db.selectFrom('users').select('id').where('name', '=', 'Late').execute()).toEqual([]);
	await writeSettings(db, null, settingsSchema.parse({}));
});

test('what an address says of a failure is one of our own sentences', () => {
	const config = readConfig({
		OIDC_ISSUER: 'https://id.example',
		OIDC_CLIENT_ID: 'a',
		OIDC_CLIENT_SECRET: 'b',
		OIDC_NAME: 'Harbour',
	});
	for (const [said, meant] of [
		['access_denied', 'elsewhere_cancelled'],
		['registration_closed', 'registration_closed'],
		['constructor', 'elsewhere_not_possible'],
		['<b>', 'elsewhere_not_possible'],
	] as const)
		expect(refusalElsewhere(config, said, 'oidc')).toMatchObject({
			code: `accounts.${meant}`,
			params: { name: 'Harbour' },
		});
});
