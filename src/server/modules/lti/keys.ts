import { createHash } from 'node:crypto';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type JWK } from 'jose';
import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { seal, unseal } from '../../platform/sealed.ts';

/** How long a key that signs no more is still served, in days: platforms keep key sets for a while. */
const SERVED = 7;

/** The key that signs to platforms now; made when there is none. */
export async function signingKey(db: Db, secret: string): Promise<{ kid: string; key: CryptoKey }> {
	const row = (await activeKey(db)) ?? (await inTransaction(db, (tx) => makeKey(tx, secret)));
	const pkcs8 = unseal(secret, 'lti-key', row.kid, row.private_key);
	return { kid: row.kid, key: await importPKCS8(pkcs8, 'RS256') };
}

const activeKey = (db: Db) =>
	db.selectFrom('lti_keys').select(['kid', 'private_key']).where('retired_at', 'is', null).executeTakeFirst();

async function makeKey(tx: Tx, secret: string): Promise<{ kid: string; private_key: string }> {
	// Two that find none take turns: there is one key that signs.
	await sql`select pg_advisory_xact_lock(hashtextextended('lti key', 0))`.execute(tx);
	const before = await activeKey(tx);
	if (before) return before;
	const pair = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
	const jwk = await exportJWK(pair.publicKey);
	const kid = createHash('sha256').update(String(jwk.n)).digest('base64url').slice(0, 16);
	return tx
		.insertInto('lti_keys')
		.values({
			kid,
			public_key: JSON.stringify({ ...jwk, kid, alg: 'RS256', use: 'sig' }),
			private_key: seal(secret, 'lti-key', kid, await exportPKCS8(pair.privateKey)),
			created_at: now(),
		})
		.returning(['kid', 'private_key'])
		.executeTakeFirstOrThrow();
}

/** What platforms check our signatures by: the key that signs, and those that signed a while ago. */
export async function publicKeys(db: Db, secret: string): Promise<{ keys: JWK[] }> {
	await signingKey(db, secret);
	const rows = await db
		.selectFrom('lti_keys')
		.select('public_key')
		.where((on) =>
			on.or([
				on('retired_at', 'is', null),
				on('retired_at', '>', new Date(now().getTime() - SERVED * 86_400_000)),
			]),
		)
		.orderBy('id', 'desc')
		.limit(20)
		.execute();
	return { keys: rows.map(({ public_key }) => public_key as unknown as JWK) };
}

/**
 * Signs with a new key from now on. The old one is served for a week, unless it came into wrong hands.
 *
 * @returns the name of the new key
 */
export function rotateLtiKey(db: Db, secret: string, { leaked = false } = {}): Promise<string> {
	return inTransaction(db, async (tx) => {
		// One that leaked is taken out of the set at once.
		if (leaked) await tx.deleteFrom('lti_keys').execute();
		else
			await tx.updateTable('lti_keys').set({ retired_at: now() }).where('retired_at', 'is', null).execute();
		return (await makeKey(tx, secret)).kid;
	});
}
