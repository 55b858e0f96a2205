import { afterEach, expect, test, vi } from 'vitest';
import type { Context } from '../../api/context.ts';
import { enrol, recordProgress } from '../../modules/courses/index.ts';
import { aCourse, readWhole } from '../../modules/courses/testing.ts';
import {
	credentialHandlers,
	didDocument,
	readCredential,
	readStatusList,
} from '../../modules/credentials/index.ts';
import { ofDid, verify, type Web } from '../../modules/credentials/testing/verify.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { dispatchEvent } from '../../platform/events/index.ts';
import { certificatesCommand } from './certificates.ts';

const { db } = await testDatabase();
const issuer = { secret: 'a secret of this test', origin: 'https://keys.example' };
const ctx = { db, secret: issuer.secret, config: { origin: issuer.origin } } as Context;
afterEach(() => vi.restoreAllMocks());

const web: Web = async (url) => {
	const found = ofDid(await didDocument(db, issuer.origin))(url);
	if (found) return found;
	const [, id] = /\/credentials\/status\/(\d+)$/.exec(url) ?? [];
	return id ? readStatusList(db, issuer, Number(id)) : null;
};

async function stoa(...args: string[]): Promise<{ code: number; out: string; err: string }> {
	const written = { out: '', err: '' };
	const into = (stream: keyof typeof written) => (text: unknown) => {
		written[stream] += text;
		return true;
	};
	vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
	vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
	const code = await certificatesCommand.run(ctx, args);
	vi.restoreAllMocks();
	return { code, ...written };
}

/** A certificate as its holder has it in their pocket. */
async function certified() {
	const [learner, course] = [await aPerson(db), await aCourse(db)];
	await enrol(db, learner.actor, course.id);
	await recordProgress(db, learner.actor, { reports: course.lessons.map((id) => readWhole(id)) });
	const { id } = await db
		.selectFrom('events')
		.select('id')
		.where('type', '=', 'courses.completed')
		.where('actor_id', '=', learner.id)
		.executeTakeFirstOrThrow();
	await dispatchEvent(db, credentialHandlers(issuer), id);
	const { token } = await db
		.selectFrom('certificates')
		.select('token')
		.where('user_id', '=', learner.id)
		.executeTakeFirstOrThrow();
	return readCredential(db, token);
}

test('a rotated key signs no more and is served on: certificates of both verify', async () => {
	const before = await certified();
	const { code, out } = await stoa('rotate');
	const [, signs, retired] = /^(key-\w+) signs now\.\n(key-\w+) is served on/.exec(out) ?? [];
	expect([code, before.proof.verificationMethod.endsWith(`#${retired}`)]).toEqual([0, true]);
	const after = await certified();
	expect(after.proof.verificationMethod.endsWith(`#${signs}`)).toBe(true);
	expect(await verify(before, web)).toEqual({ verified: true, why: '' });
	expect(await verify(after, web)).toEqual({ verified: true, why: '' });
	const keys = await stoa('keys');
	expect(keys.out).toMatch(
		new RegExp(`^did:web:keys.example\n${signs} .* signs .*\n${retired} .* retired, served `),
	);
});

test('a leaked key is not served any more, and what it signed verifies no longer', async () => {
	const before = await certified();
	expect((await stoa('rotate', '--leaked')).out).toContain('is not served any more');
	expect((await verify(before, web)).verified).toBe(false);
	expect(await verify(await certified(), web)).toEqual({ verified: true, why: '' });
});

test('what is not understood changes nothing', async () => {
	const keys = async () => (await stoa('keys')).out;
	const before = await keys();
	for (const args of [[], ['revoke'], ['rotate', '--now'], ['keys', '--leaked']])
		expect(await stoa(...args)).toMatchObject({
			code: 2,
			err: expect.stringContaining('stoa certificates rotate'),
		});
	expect(await keys()).toBe(before);
});
