import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { createApiKey } from './api-keys.ts';
import { openIdentities, sessionToken } from './identify.ts';

const { db } = await testDatabase();

test('a key opens the API and no page: there nothing would keep to its scopes', async () => {
	const owner = await db
		.insertInto('users')
		.values({ handle: 'owner', name: 'Owner', email: 'owner@example.com' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const actor = { ...visitor, userId: owner.id, role: 'member' as const };
	const { key } = await createApiKey(db, actor, { name: 'reader', scopes: ['read'] });
	const headers = new Headers({ authorization: `Bearer ${key}` });
	const identities = openIdentities(db);
	expect((await identities.identify(headers)).actor).toMatchObject({ userId: owner.id, scopes: ['read'] });
	expect((await identities.identifyBrowser(headers)).actor.userId).toBe(null);
});

test('a cookie that holds no token is a visitor, whatever it holds', async () => {
	const identities = openIdentities(db);
	for (const value of [
		'',
		'%',
		'short',
		'a%00b'.padEnd(32, 'c'),
		`${'a'.repeat(32)}%00.signature`,
		'a'.repeat(7000),
	]) {
		const headers = new Headers({ cookie: `stoa.session_token=${value}` });
		expect((await identities.identify(headers)).actor.userId).toBe(null);
	}
	expect(sessionToken(`stoa.session_token=${'aB3-'.repeat(8)}.sig%3D`)).toBe('aB3-'.repeat(8));
});
