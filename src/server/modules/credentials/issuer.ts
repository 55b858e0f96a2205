import { createHash, generateKeyPairSync } from 'node:crypto';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { seal, unseal } from '../../platform/sealed.ts';
import { base58 } from './base58.ts';
import { openKey, type SigningKey } from './proof.ts';

/** What signing needs of the process: its secret, and the address of the place. */
export interface Issuer {
	secret: string;
	/** Scheme and host, without a slash at the end. */
	origin: string;
}

/** The identifier of a place: did:web of its host; a port's colon is escaped. */
export function didOf(origin: string): string {
	return `did:web:${new URL(origin).host.replaceAll(':', '%3A')}`;
}

const about = (did: string, fragment: string) => `${did}#${fragment}`;

/**
 * The key that signs now; made when there is none. Whoever asks at the same moment waits and gets the same one.
 *
 * @throws when the secret is not the one it was sealed with
 */
export async function signingKey(tx: Tx, { secret, origin }: Issuer): Promise<SigningKey & { did: string }> {
	const did = didOf(origin);
	const row = (await activeKey(tx, did)) ?? (await makeKey(tx, secret, did));
	const method = about(did, row.fragment);
	return {
		did,
		verificationMethod: method,
		key: openKey(unseal(secret, 'issuer-key', method, row.private_key)),
	};
}

function activeKey(db: Db, did: string) {
	return db
		.selectFrom('issuer_keys')
		.select(['id', 'fragment', 'private_key'])
		.where('did', '=', did)
		.where('retired_at', 'is', null)
		.executeTakeFirst();
}

async function makeKey(tx: Tx, secret: string, did: string) {
	const pair = generateKeyPairSync('ed25519');
	const raw = pair.publicKey.export({ format: 'jwk' }).x as string;
	// Multikey: the code of ed25519-pub (0xed as a varint) before the 32 bytes.
	const publicKey = `z${base58(Buffer.concat([Buffer.from([0xed, 0x01]), Buffer.from(raw, 'base64url')]))}`;
	const fragment = `key-${createHash('sha256').update(publicKey).digest('hex').slice(0, 16)}`;
	const pkcs8 = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
	await tx
		.insertInto('issuer_keys')
		.values({
			did,
			fragment,
			public_key: publicKey,
			private_key: seal(secret, 'issuer-key', about(did, fragment), pkcs8),
			created_at: now(),
		})
		.onConflict((conflict) => conflict.column('did').where('retired_at', 'is', null).doNothing())
		.execute();
	const row = await activeKey(tx, did);
	if (!row) throw new Error('The key that signs was retired in this moment.');
	return row;
}

/**
 * Retires the key that signs, and makes the next one. The old one is served on, so what it signed verifies; one that came
 * into wrong hands is not.
 *
 * @throws common.forbidden for everybody but administrators
 */
export async function rotateKey(
	db: Db,
	actor: Actor,
	issuer: Issuer,
	how: { leaked?: boolean } = {},
): Promise<void> {
	requireActing(actor);
	if (!isStaff(actor) || actor.role !== 'admin') throw commonError('forbidden');
	await replaceKey(db, issuer, how);
}

/**
 * The same for whoever has the shell, and with it the database: nobody is asked who they are.
 *
 * @returns the names of the key that was retired, null when there was none, and of the one that signs now
 */
export function replaceKey(
	db: Db,
	issuer: Issuer,
	{ leaked = false }: { leaked?: boolean } = {},
): Promise<{ retired: string | null; signs: string }> {
	return inTransaction(db, async (tx) => {
		const did = didOf(issuer.origin);
		const at = now();
		const retired = await tx
			.updateTable('issuer_keys')
			.set({ retired_at: at, revoked_at: leaked ? at : null })
			.where('did', '=', did)
			.where('retired_at', 'is', null)
			.returning('fragment')
			.executeTakeFirst();
		const { fragment } = await makeKey(tx, issuer.secret, did);
		// What the lists say is signed by the new key when they are next asked for.
		await sql`update status_lists set revision = revision + 1 where did = ${did}`.execute(tx);
		return { retired: retired?.fragment ?? null, signs: fragment };
	});
}

/** A key as administrators see it. */
export interface IssuerKey {
	fragment: string;
	publicKey: string;
	createdAt: Date;
	retiredAt: Date | null;
	revokedAt: Date | null;
}

/** The keys of this place, the newest first. The caller has checked who asks. */
export function listKeys(db: Db, origin: string): Promise<IssuerKey[]> {
	return db
		.selectFrom('issuer_keys')
		.select([
			'fragment',
			'public_key as publicKey',
			'created_at as createdAt',
			'retired_at as retiredAt',
			'revoked_at as revokedAt',
		])
		.where('did', '=', didOf(origin))
		.orderBy('id', 'desc')
		.execute();
}

/** The document of this place's identifier (did.json): the keys by which what it signed is checked. */
export async function didDocument(db: Db, origin: string): Promise<object> {
	const did = didOf(origin);
	const keys = (await listKeys(db, origin)).filter(({ revokedAt }) => revokedAt === null);
	const methods = keys.map(({ fragment, publicKey }) => ({
		id: about(did, fragment),
		type: 'Multikey',
		controller: did,
		publicKeyMultibase: publicKey,
	}));
	return {
		'@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
		id: did,
		alsoKnownAs: [origin],
		verificationMethod: methods,
		assertionMethod: methods.map(({ id }) => id),
	};
}
