import { randomInt } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { CREDENTIALS_V2 } from './contexts.ts';
import { didOf, type Issuer, signingKey } from './issuer.ts';
import { instant, type Signed, signDocument } from './proof.ts';

/** Where a credential stands in which list. */
export interface StatusPlace {
	listId: number;
	index: number;
}

export function statusListUrl(origin: string, listId: number): string {
	return `${origin}/credentials/status/${listId}`;
}

/**
 * Takes a place that nobody ever had, by chance, so that it does not tell who was given what in which order (W3C
 * Bitstring Status List 1.0, 6.3). A list that is half full is left, so that a try or two finds one.
 */
export async function takePlace(tx: Tx, origin: string): Promise<StatusPlace> {
	const did = didOf(origin);
	const open = () =>
		sql<{ id: number; size: number }>`select id, size from status_lists
			where did = ${did} and used * 2 < size order by id limit 1 for no key update`
			.execute(tx)
			.then(({ rows }) => rows[0]);
	let list = await open();
	if (!list) {
		// Two that find none at once make one: the second waits here, and looks again.
		await sql`select pg_advisory_xact_lock(hashtext(${`status-list ${did}`}))`.execute(tx);
		list = await open();
		list ??= await tx
			.insertInto('status_lists')
			.values({ did })
			.returning(['id', 'size'])
			.executeTakeFirstOrThrow();
	}
	for (;;) {
		const index = randomInt(list.size);
		const taken = await tx
			.insertInto('status_entries')
			.values({ list_id: list.id, index })
			.onConflict((conflict) => conflict.doNothing())
			.returning('index')
			.executeTakeFirst();
		if (!taken) continue;
		await sql`update status_lists set used = used + 1 where id = ${list.id}`.execute(tx);
		return { listId: list.id, index };
	}
}

/** Sets the bit of a revoked credential; it is never unset. */
export async function revokePlace(tx: Tx, { listId, index }: StatusPlace): Promise<void> {
	await tx
		.updateTable('status_entries')
		.set({ revoked_at: now() })
		.where('list_id', '=', listId)
		.where('index', '=', index)
		.where('revoked_at', 'is', null)
		.execute();
	await sql`update status_lists set revision = revision + 1 where id = ${listId}`.execute(tx);
}

/** Bits as the list has them: the first is the highest of the first byte; packed with gzip, multibase base64url. */
export function encodeBits(size: number, set: Iterable<number>): string {
	const bits = Buffer.alloc(size / 8);
	for (const index of set) bits[index >> 3]! |= 0x80 >> (index & 7);
	return `u${gzipSync(bits).toString('base64url')}`;
}

/** So long a list may be believed by who keeps it, and so old the one we keep may become. */
const GOOD_FOR_MS = 7 * 86_400_000;
const KEEP_MS = 86_400_000;
const TTL_MS = 300_000;

/**
 * A status list as a signed credential; signed anew after a change and once a day. null when there is none.
 */
export async function readStatusList(db: Db, issuer: Issuer, id: number): Promise<Signed | null> {
	const list = await db
		.selectFrom('status_lists')
		.select(['did', 'size', 'revision', 'signed', 'signed_revision', 'signed_at'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!list) return null;
	const at = now();
	const old = list.signed_at === null || at.getTime() - list.signed_at.getTime() > KEEP_MS;
	if (list.signed_revision === list.revision && !old) return list.signed as unknown as Signed;
	// It was begun under another address of this place, whose key nobody serves any more.
	if (list.did !== didOf(issuer.origin)) return list.signed as unknown as Signed | null;
	return inTransaction(db, async (tx) => {
		const { rows } = await sql<{ index: number }>`select index from status_entries
			where list_id = ${id} and revoked_at is not null`.execute(tx);
		const url = statusListUrl(issuer.origin, id);
		const signed = await signDocument(
			{
				'@context': [CREDENTIALS_V2],
				id: url,
				type: ['VerifiableCredential', 'BitstringStatusListCredential'],
				issuer: list.did,
				validFrom: instant(at),
				validUntil: instant(new Date(at.getTime() + GOOD_FOR_MS)),
				credentialSubject: {
					id: `${url}#list`,
					type: 'BitstringStatusList',
					statusPurpose: 'revocation',
					encodedList: encodeBits(
						list.size,
						rows.map(({ index }) => index),
					),
					ttl: TTL_MS,
				},
			},
			await signingKey(tx, issuer),
			at,
		);
		// A bit may have been set while this was signed: then it is an earlier revision that was signed, and is not kept.
		await sql`update status_lists set signed = ${JSON.stringify(signed)}::jsonb, signed_revision = ${list.revision}, signed_at = ${at}
			where id = ${id} and revision = ${list.revision}`.execute(tx);
		return signed;
	});
}
