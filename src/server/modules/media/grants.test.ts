import { afterEach, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { readGrant, writeGrant } from './grants.ts';

const secret = 'only the tests know this secret';
const until = new Date(Math.floor(Date.now() / 1000 + 60) * 1000);
afterEach(() => travel(0));

test('a grant is read as it was written, until its time is over', () => {
	const grant = writeGrant(secret, { mediaId: 7, userId: 12, until });
	expect(readGrant(secret, 7, grant)).toEqual({ mediaId: 7, userId: 12, until });
	travel(61_000);
	expect(readGrant(secret, 7, grant)).toBeNull();
});

test('a visitor’s grant names nobody', () => {
	expect(readGrant(secret, 7, writeGrant(secret, { mediaId: 7, userId: null, until }))?.userId).toBeNull();
});

test('no sign of it can be another', () => {
	const grant = writeGrant(secret, { mediaId: 7, userId: 12, until });
	for (let at = 0; at < grant.length; at++) {
		const other = grant[at] === 'a' ? 'b' : 'a';
		expect(readGrant(secret, 7, grant.slice(0, at) + other + grant.slice(at + 1)), `${at}`).toBeNull();
	}
	expect(readGrant(secret, 8, grant)).toBeNull();
	expect(readGrant('another secret', 7, grant)).toBeNull();
	expect(readGrant(secret, 7, '')).toBeNull();
});
