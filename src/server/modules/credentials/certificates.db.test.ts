import { expect, test } from 'vitest';
import { now, travel } from '../../kernel/clock.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { dispatchEvent } from '../../platform/events/index.ts';
import { enrol, recordProgress } from '../courses/index.ts';
import { aCourse, type CourseBuilt, readWhole } from '../courses/testing.ts';
import { aPerson, type PersonBuilt } from '../items/testing.ts';
import { identityHash } from './credential.ts';
import {
	credentialHandlers,
	didDocument,
	listCertificates,
	listKeys,
	readCertificate,
	readCredential,
	readStatusList,
	reissueCertificate,
	revokeCertificate,
	rotateKey,
	showName,
} from './index.ts';
import { ofDid, verify, type Web } from './testing/verify.ts';

const { db } = await testDatabase();
const issuer = { secret: 'a secret of this test', origin: 'https://stoa.example' };
const handlers = credentialHandlers(issuer);
const admin = await aPerson(db, { role: 'admin' });

/** The whole web, as a verifier far away sees it: this place's keys and its status lists. */
const web: Web = async (url) => {
	const found = ofDid(await didDocument(db, issuer.origin))(url);
	if (found) return found;
	const [, id] = /^https:\/\/stoa\.example\/credentials\/status\/(\d+)$/.exec(url) ?? [];
	return id ? readStatusList(db, issuer, Number(id)) : null;
};

async function finish(learner: PersonBuilt, course: CourseBuilt): Promise<number> {
	await enrol(db, learner.actor, course.id);
	await recordProgress(db, learner.actor, { reports: course.lessons.map((id) => readWhole(id)) });
	const event = await db
		.selectFrom('events')
		.select('id')
		.where('type', '=', 'courses.completed')
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
	return event.id;
}

/** A learner who finished a course, and the certificate of it. */
async function certified(course?: CourseBuilt) {
	const built = course ?? (await aCourse(db, { title: 'How indexes work' }));
	const learner = await aPerson(db);
	await dispatchEvent(db, handlers, await finish(learner, built));
	const [certificate] = await listCertificates(db, learner.actor, learner.id);
	return { course: built, learner, certificate: certificate!, token: certificate!.token };
}

test('a certificate that is issued when a course is completed verifies elsewhere', async () => {
	const { token, learner, certificate } = await certified();
	expect(certificate.achievement).toMatchObject({
		kind: 'course',
		title: 'How indexes work',
		version: 1,
		lessons: 3,
	});
	const credential = await readCredential(db, token);
	expect(credential).toMatchObject({
		id: `https://stoa.example/certificates/${token}`,
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		issuer: { id: 'did:web:stoa.example' },
		credentialSubject: { achievement: { name: 'How indexes work', achievementType: 'Course' } },
	});
	const email = `${learner.handle}@example.org`;
	expect(JSON.stringify(credential)).not.toContain(email);
	expect(JSON.stringify(credential)).toContain(identityHash(email, token));
	expect(await verify(credential, web)).toEqual({ verified: true, why: '' });
});

test('what is changed in any place of it is noticed', async () => {
	const { token } = await certified();
	const text = JSON.stringify(await readCredential(db, token));
	const changes: [string, string, string][] = [
		['the course', 'How indexes work', 'How indexes play'],
		['the day', '"awardedDate":"2', '"awardedDate":"1'],
		[
			'its address',
			`/certificates/${token}`,
			`/certificates/${token.replace(/^./, (one) => (one === 'a' ? 'b' : 'a'))}`,
		],
		['whose address it is', '"identityHash":"sha256$', '"identityHash":"sha256$0'],
		['the issuer', '"name":"Stoa 书院"', '"name":"Another"'],
		['its place in the list', '"statusListIndex":"', '"statusListIndex":"1'],
		['the version', '"version":"1"', '"version":"2"'],
		['the criteria', '"narrative":"', '"narrative":"Not '],
		['when the proof was made', '"created":"2', '"created":"1'],
		['what the proof is for', '"proofPurpose":"assertionMethod"', '"proofPurpose":"authentication"'],
		['one letter of the signature', '"proofValue":"z', '"proofValue":"z2'],
		['a statement added', '"awardedDate"', '"validUntil":"2099-01-01T00:00:00Z","awardedDate"'],
		['the status left out', '"credentialStatus"', '"evidenceOf"'],
	];
	for (const [what, from, to] of changes) {
		const changed = text.replace(from, to);
		expect(changed, what).not.toBe(text);
		expect((await verify(JSON.parse(changed), web)).verified, what).toBe(false);
	}
	// The check itself can succeed: it is the changes that were refused.
	expect((await verify(JSON.parse(text), web)).verified).toBe(true);
});

test('a key that is not the signer’s verifies nothing', async () => {
	const { token } = await certified();
	const credential = await readCredential(db, token);
	const document = (await didDocument(db, issuer.origin)) as {
		verificationMethod: { publicKeyMultibase: string }[];
	};
	const stranger = { ...issuer, origin: 'https://stranger.example' };
	await rotateKey(db, admin.actor, stranger);
	const [foreign] = await listKeys(db, stranger.origin);
	const forged = structuredClone(document);
	for (const method of forged.verificationMethod) method.publicKeyMultibase = foreign!.publicKey;
	expect((await verify(credential, async (url) => ofDid(forged)(url) ?? web(url))).verified).toBe(false);
	expect((await verify(credential, web)).verified).toBe(true);
});

test('a revoked certificate is refused by the verifier, its neighbours are not, and nothing brings it back', async () => {
	const { token, course, learner } = await certified();
	const other = await certified(course);
	const credential = await readCredential(db, token);
	expect((await verify(credential, web)).verified).toBe(true);
	await revokeCertificate(db, course.author.actor, { token, reason: 'Lessons were skipped by a program.' });
	const after = await verify(credential, web);
	expect(after).toEqual({ verified: false, why: 'revoked' });
	expect((await verify(await readCredential(db, other.token), web)).verified).toBe(true);
	expect(await readCertificate(db, learner.actor, token)).toMatchObject({
		reason: 'Lessons were skipped by a program.',
		replacedBy: null,
	});
	await expect(revokeCertificate(db, admin.actor, { token, reason: 'again' })).rejects.toMatchObject({
		code: 'credentials.already_revoked',
	});
	await expect(
		sql`update status_entries set revoked_at = null where revoked_at is not null`.execute(db),
	).rejects.toThrow('only ever becomes revoked');
	await expect(sql`delete from status_entries`.execute(db)).rejects.toThrow('never given away again');
});

test('who signed a list, and that it was not changed, is checked too', async () => {
	const { token, course } = await certified();
	const credential = await readCredential(db, token);
	const kept = new Map<string, object>();
	const old: Web = async (url) => {
		const document = await web(url);
		if (document && url.includes('/status/')) kept.set(url, structuredClone(document));
		return document;
	};
	await verify(credential, old);
	await revokeCertificate(db, course.author.actor, { token, reason: 'x' });
	const [[url, list]] = [...kept] as [[string, { credentialSubject: { encodedList: string } }]];
	const fresh = (await readStatusList(db, issuer, Number(url.split('/').pop()))) as unknown as typeof list;
	// Bits of the old list under the signature of the new one.
	fresh.credentialSubject.encodedList = list.credentialSubject.encodedList;
	expect((await verify(credential, (one) => (one === url ? fresh : web(one)))).verified).toBe(false);
});

test('a completion that is told twice, or at once, gives one certificate; a revoked one is not issued again by it', async () => {
	const course = await aCourse(db);
	const learner = await aPerson(db);
	const event = await finish(learner, course);
	const again = await Promise.all(
		Array.from({ length: 4 }, () =>
			db
				.insertInto('events')
				.values({
					type: 'courses.completed',
					actor_id: learner.id,
					payload: JSON.stringify({ courseId: course.id, learnerId: learner.id, version: 1 }),
				})
				.returning('id')
				.executeTakeFirstOrThrow(),
		),
	);
	await Promise.all(
		[event, event, ...again.map(({ id }) => id)].map((id) => dispatchEvent(db, handlers, id)),
	);
	const all = await listCertificates(db, learner.actor, learner.id);
	expect(all).toHaveLength(1);
	await revokeCertificate(db, admin.actor, { token: all[0]!.token, reason: 'x' });
	const { id } = await db
		.insertInto('events')
		.values({
			type: 'courses.completed',
			actor_id: learner.id,
			payload: JSON.stringify({ courseId: course.id, learnerId: learner.id, version: 1 }),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await dispatchEvent(db, handlers, id);
	expect(await listCertificates(db, learner.actor, learner.id)).toHaveLength(1);
});

test('issued anew it has another address, another place and today’s name; the old one is revoked', async () => {
	const { token, learner, course } = await certified();
	await db.updateTable('users').set({ name: 'Ada Lovelace' }).where('id', '=', learner.id).execute();
	const next = await reissueCertificate(db, course.author.actor, { token, reason: 'New name' }, issuer);
	expect(next).not.toBe(token);
	const [old, fresh] = await Promise.all([readCredential(db, token), readCredential(db, next)]);
	expect((await verify(old, web)).verified).toBe(false);
	expect(await verify(fresh, web)).toEqual({ verified: true, why: '' });
	expect(await readCertificate(db, admin.actor, next)).toMatchObject({
		learner: 'Ada Lovelace',
		revokedAt: null,
	});
	expect((await readCertificate(db, admin.actor, token)).replacedBy).toBe(next);
	await expect(
		reissueCertificate(db, course.author.actor, { token, reason: 'again' }, issuer),
	).rejects.toMatchObject({ code: 'credentials.already_replaced' });
});

test('only its author and administrators revoke, and only with a reason', async () => {
	const { token, learner } = await certified();
	const stranger = await aPerson(db);
	const moderator = await aPerson(db, { role: 'moderator' });
	for (const { actor } of [learner, stranger, moderator])
		await expect(revokeCertificate(db, actor, { token, reason: 'x' })).rejects.toMatchObject({ status: 403 });
	await expect(revokeCertificate(db, admin.actor, { token, reason: '  ' })).rejects.toMatchObject({
		fields: { reason: 'credentials.reason_missing' },
	});
	expect((await readCertificate(db, stranger.actor, token)).revokedAt).toBeNull();
});

test('a learner hides their name: the page and the file do not have it, and the file verifies', async () => {
	const { token, learner } = await certified();
	const stranger = await aPerson(db);
	expect((await readCertificate(db, stranger.actor, token)).learner).toBe(learner.name);
	expect(JSON.stringify(await readCredential(db, token))).toContain(learner.name);
	await expect(showName(db, stranger.actor, { token, shown: false }, issuer)).rejects.toMatchObject({
		status: 404,
	});
	await showName(db, learner.actor, { token, shown: false }, issuer);
	expect(await readCertificate(db, stranger.actor, token)).toMatchObject({ learner: null, handle: null });
	expect((await readCertificate(db, learner.actor, token)).learner).toBe(learner.name);
	const credential = await readCredential(db, token);
	expect(JSON.stringify(credential)).not.toContain(learner.name);
	expect(await verify(credential, web)).toEqual({ verified: true, why: '' });
	expect(await listCertificates(db, stranger.actor, learner.id)).toEqual([]);
});

test('after a rotation old certificates verify by the old key, which is served on, and new ones by the new', async () => {
	const before = await certified();
	await rotateKey(db, admin.actor, issuer);
	const after = await certified();
	const [old, fresh] = await Promise.all([readCredential(db, before.token), readCredential(db, after.token)]);
	expect(old.proof.verificationMethod).not.toBe(fresh.proof.verificationMethod);
	expect(await verify(old, web)).toEqual({ verified: true, why: '' });
	expect(await verify(fresh, web)).toEqual({ verified: true, why: '' });
	await expect(rotateKey(db, before.learner.actor, issuer)).rejects.toMatchObject({ status: 403 });
});

test('what a leaked key signed verifies no more', async () => {
	const { token } = await certified();
	const credential = await readCredential(db, token);
	await rotateKey(db, admin.actor, issuer, { leaked: true });
	expect((await verify(credential, web)).verified).toBe(false);
});

test('keys lie sealed in the database, and open for no other secret', async () => {
	await certified();
	const rows = await db.selectFrom('issuer_keys').select('private_key').execute();
	for (const row of rows) expect(row.private_key).toMatch(/^v1\./);
	const { learner, course } = { learner: await aPerson(db), course: await aCourse(db) };
	const event = await finish(learner, course);
	await expect(
		dispatchEvent(db, credentialHandlers({ ...issuer, secret: 'another' }), event),
	).rejects.toThrow();
	expect(await listCertificates(db, learner.actor, learner.id)).toEqual([]);
	await dispatchEvent(db, handlers, event);
	expect(await listCertificates(db, learner.actor, learner.id)).toHaveLength(1);
});

test('a list is signed anew once a day, before what others keep of it is too old', async () => {
	const { token } = await certified();
	const { credentialStatus } = (await readCredential(db, token)) as unknown as {
		credentialStatus: { statusListCredential: string };
	};
	const id = Number(credentialStatus.statusListCredential.split('/').pop());
	const list = async () => (await readStatusList(db, issuer, id))!;
	const first = await list();
	expect((await list()).proof).toEqual(first.proof);
	travel(25 * 3_600_000);
	try {
		const next = await list();
		expect(next.proof.created > first.proof.created).toBe(true);
		expect(new Date(next.validUntil as string).getTime()).toBeGreaterThan(now().getTime() + 6 * 86_400_000);
	} finally {
		travel(0);
	}
});
