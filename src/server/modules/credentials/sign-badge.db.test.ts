import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents } from '../../platform/events/index.ts';
import { aPerson } from '../items/testing.ts';
import { giveBadge, setBadge, takeBadge } from '../rewards/index.ts';
import {
	credentialHandlers,
	didDocument,
	readCertificate,
	readCredential,
	readStatusList,
	signBadge,
} from './index.ts';
import { ofDid, verify, type Web } from './testing/verify.ts';

const { db } = await testDatabase();
const issuer = { secret: 'a secret of this test', origin: 'https://stoa.example' };

/** The whole web, as a verifier far away sees it. */
const web: Web = async (url) => {
	const found = ofDid(await didDocument(db, issuer.origin))(url);
	if (found) return found;
	const [, id] = /\/credentials\/status\/(\d+)$/.exec(url) ?? [];
	return id ? readStatusList(db, issuer, Number(id)) : null;
};

test('a badge is signed when its owner asks, once, verifies elsewhere, and no longer when it is withdrawn', async () => {
	const [admin, winner, other] = [await aPerson(db, { role: 'admin' }), await aPerson(db), await aPerson(db)];
	const badge = await setBadge(db, admin.actor, {
		slug: 'keeper',
		tier: 'gold',
		names: { 'zh-CN': '守护者', en: 'Keeper' },
		descriptions: { 'zh-CN': '出过大力。', en: 'Did much.' },
	});
	const award = await giveBadge(db, admin.actor, badge.id, { handle: winner.handle, reason: 'Two years.' });
	await expect(signBadge(db, other.actor, award.id, issuer)).rejects.toMatchObject({
		code: 'rewards.award_not_found',
	});
	const [token, again] = await Promise.all([1, 2].map(() => signBadge(db, winner.actor, award.id, issuer)));
	expect(again).toBe(token);
	const credential = await readCredential(db, token!);
	expect(credential).toMatchObject({
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		credentialSubject: { achievement: { name: '守护者', achievementType: 'Badge' } },
	});
	expect(await verify(credential, web)).toEqual({ verified: true, why: '' });
	await takeBadge(db, admin.actor, award.id, 'It was somebody else.');
	await drainEvents(db, credentialHandlers(issuer));
	expect((await verify(credential, web)).verified).toBe(false);
	expect((await readCertificate(db, winner.actor, token!)).revokedAt).not.toBeNull();
});
