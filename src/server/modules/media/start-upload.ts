import { randomBytes } from 'node:crypto';
import { mkdir, statfs } from 'node:fs/promises';
import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { mediaError } from './errors.ts';
import { mostBytes, type Purpose, purposeNames } from './purposes.ts';
import type { MediaTools } from './tools.ts';

export const newUpload = z.object({
	name: z.string().max(300).transform(plainName),
	purpose: z.enum(purposeNames),
	bytes: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
	/** Given back as it is: tus asks for that. */
	metadata: z.string().max(2000).default(''),
});

/** So many uploads may be open at once: each may hold some bytes that count for nothing yet. */
const AT_ONCE = 20;
/** So long after its last bytes an upload may still be gone on with. */
export const uploadHours = 24;
/** What a disk must have left. */
const SPARE = 512 * 1024 * 1024;

export interface StartedUpload {
	mediaId: number;
	bytes: number;
	expiresAt: Date;
}

/**
 * Begins an upload. The file is there from now on and may be put into a lesson; it can be opened when it has come whole
 * and was looked at.
 *
 * @throws media.too_large, media.quota_reached, media.too_many_uploads, media.disk_full; what `requireActing` throws
 */
export async function startUpload(
	db: Db,
	actor: Actor,
	input: z.input<typeof newUpload>,
	tools: MediaTools,
): Promise<StartedUpload> {
	const { userId } = requireActing(actor, 'public');
	const { name, purpose, bytes, metadata } = validate(newUpload, input);
	refuseTooLarge(bytes, purpose, tools);
	await refuseFullDisk(bytes, tools);
	return inTransaction(db, async (tx) => {
		await refuseBeyondQuota(tx, userId, bytes, tools);
		const { count } = await tx
			.selectFrom('uploads')
			.innerJoin('media', 'media.id', 'uploads.media_id')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('media.owner_id', '=', userId)
			.where('media.status', '=', 'uploading')
			.executeTakeFirstOrThrow();
		if (count >= AT_ONCE)
			throw mediaError('too_many_uploads', {
				params: { most: AT_ONCE },
				detail: `${AT_ONCE} uploads are not finished: finish or end one first.`,
			});
		const { id } = await tx
			.insertInto('media')
			.values({ owner_id: userId, token: newToken(), purpose, name, bytes })
			.returning('id')
			.executeTakeFirstOrThrow();
		const expiresAt = uploadExpiry();
		await tx.insertInto('uploads').values({ media_id: id, metadata, expires_at: expiresAt }).execute();
		return { mediaId: id, bytes, expiresAt };
	});
}

export function uploadExpiry(): Date {
	return new Date(now().getTime() + uploadHours * 3_600_000);
}

export function refuseTooLarge(bytes: number, purpose: Purpose, tools: MediaTools): void {
	const most = mostBytes(purpose, tools.settings());
	if (bytes > most)
		throw mediaError('too_large', {
			params: { most: most / 1024 / 1024 },
			detail: `A ${purpose} may have ${most} bytes.`,
		});
}

/** Counts what a person keeps here, one at a time: two uploads that begin together count each other. */
export async function refuseBeyondQuota(
	tx: Db,
	userId: number,
	bytes: number,
	tools: MediaTools,
): Promise<void> {
	const { mediaQuotaMb } = tools.settings();
	await sql`select pg_advisory_xact_lock(7831, ${userId}::int)`.execute(tx);
	const used = await usedBytes(tx, userId);
	if (used + bytes > mediaQuotaMb * 1024 * 1024)
		throw mediaError('quota_reached', {
			params: { most: mediaQuotaMb, used: Math.ceil(used / 1024 / 1024) },
			detail: `${used} of ${mediaQuotaMb * 1024 * 1024} bytes are used.`,
		});
}

/** Bytes of what a person uploaded; what was made of it costs them nothing. */
export async function usedBytes(db: Db, userId: number): Promise<number> {
	const { used } = await db
		.selectFrom('media')
		.select(sql<number>`coalesce(sum(bytes), 0)::bigint`.as('used'))
		.where('owner_id', '=', userId)
		.where('status', 'not in', ['refused', 'failed'])
		.executeTakeFirstOrThrow();
	return used;
}

/** The bytes lie there as pieces, then whole, then as what is made of them. */
async function refuseFullDisk(bytes: number, tools: MediaTools): Promise<void> {
	await mkdir(tools.workDir, { recursive: true, mode: 0o700 });
	const { bavail, bsize } = await statfs(tools.workDir);
	if (bavail * bsize < bytes * 2 + SPARE)
		throw mediaError('disk_full', { detail: 'This place has no room for it: tell those who run it.' });
}

/** 26 signs of base 32: 130 bits. */
export function newToken(): string {
	const signs = 'abcdefghijklmnopqrstuvwxyz234567';
	return Array.from(randomBytes(26), (byte) => signs[byte & 31]).join('');
}

/** The last part of a path, without what no file name should have. */
export function plainName(name: string): string {
	const plain = name
		.split(/[\\/]/)
		.at(-1)!
		.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"]/g, '')
		.trim()
		.slice(0, 200);
	return plain === '' || /^\.+$/.test(plain) ? 'file' : plain;
}
