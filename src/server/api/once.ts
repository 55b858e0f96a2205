import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { now } from '../kernel/clock.ts';
import { type Db, inTransaction, sql } from '../platform/db/index.ts';
import type { Job } from '../platform/jobs/index.ts';
import type { Context } from './context.ts';
import { apiError } from './errors.ts';
import type { Answer } from './operation.ts';

const KEPT_HOURS = 24;

/** A POST that carries an Idempotency-Key. */
export interface Repeatable {
	userId: number;
	key: string;
	/** Method, path and body: the same key with another of them is a mistake of the client's. */
	fingerprint: string;
	/** The answer holds something that is shown once: it is kept encrypted. */
	secret: boolean;
}

/** @throws api.idempotency_key_shape */
export function readKey(header: string | null): string | null {
	if (header === null) return null;
	if (!/^[\x21-\x7e]{8,200}$/.test(header)) {
		throw apiError('idempotency_key_shape', {
			detail: 'An Idempotency-Key has 8 to 200 visible ASCII characters.',
		});
	}
	return header;
}

export function fingerprintOf(method: string, path: string, bytes: Uint8Array): string {
	return createHash('sha256').update(`${method} ${path}\n`).update(bytes).digest('base64url');
}

/**
 * Does `work` once for a key. What it writes and the answer that is kept are one transaction: after a crash either
 * both are there or neither, so a client that repeats never makes a thing twice. A refusal keeps nothing.
 *
 * @returns the answer, and whether it is one given before
 * @throws api.idempotency_key_reused when the key came with another request; api.idempotency_key_in_use while the
 *   first one is still at work
 */
export async function once(
	ctx: Context,
	request: Repeatable,
	work: (db: Db) => Promise<Answer> | Answer,
): Promise<{ answer: Answer; replayed: boolean }> {
	const { userId, key } = request;
	return inTransaction(ctx.db, async (tx) => {
		const lock = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(
			hashtextextended(${`idempotency ${userId} ${key}`}, 0)) as free`.execute(tx);
		if (!lock.rows[0]?.free) {
			throw apiError('idempotency_key_in_use', {
				retryAfter: 1,
				detail: 'The first request with this key is still being worked on.',
			});
		}
		const before = await tx
			.selectFrom('idempotency_keys')
			.select(['request_hash', 'response'])
			.where('user_id', '=', userId)
			.where('key', '=', key)
			.where('created_at', '>', oldest())
			.executeTakeFirst();
		if (before) {
			if (before.request_hash !== request.fingerprint) {
				throw apiError('idempotency_key_reused', {
					detail: 'This key came with another request before; take a new key for a new request.',
				});
			}
			return { answer: unseal(ctx, request, before.response as unknown as Kept), replayed: true };
		}
		const answer = await work(tx);
		const values = {
			request_hash: request.fingerprint,
			status: 201,
			response: JSON.stringify(seal(ctx, request, answer)),
			created_at: now(),
		};
		await tx
			.insertInto('idempotency_keys')
			.values({ user_id: userId, key, ...values })
			.onConflict((conflict) => conflict.columns(['user_id', 'key']).doUpdateSet(values))
			.execute();
		return { answer, replayed: false };
	});
}

/** Forgets keys after a day. */
export function forgetKeysJob(db: Db): Job<never> {
	return {
		name: 'api.forget-idempotency-keys',
		cron: '23 * * * *',
		work: async () => {
			await db.deleteFrom('idempotency_keys').where('created_at', '<=', oldest()).execute();
		},
	};
}

function oldest(): Date {
	return new Date(now().getTime() - KEPT_HOURS * 3_600_000);
}

type Kept = Answer | { sealed: string };

// The key of the cipher is made of the instance's secret, which is not in the database: a copy of the database
// opens neither an invitation nor an account.
function cipherKey(ctx: Context, { userId, key }: Repeatable): Buffer {
	return createHash('sha256').update(`idempotency ${userId} ${key} ${ctx.secret}`).digest();
}

function seal(ctx: Context, request: Repeatable, answer: Answer): Kept {
	if (!request.secret) return answer;
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', cipherKey(ctx, request), nonce);
	const parts = [nonce, cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()];
	return { sealed: Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64') };
}

function unseal(ctx: Context, request: Repeatable, kept: Kept): Answer {
	if (!('sealed' in kept)) return kept;
	const bytes = Buffer.from(kept.sealed, 'base64');
	const decipher = createDecipheriv('aes-256-gcm', cipherKey(ctx, request), bytes.subarray(0, 12));
	decipher.setAuthTag(bytes.subarray(-16));
	const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
	return JSON.parse(text.toString('utf8')) as Answer;
}
