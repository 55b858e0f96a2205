import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Via } from './price-facts.ts';

/** A link by which somebody brings buyers. */
export interface AffiliateLink {
	id: number;
	code: string;
	note: string;
	clicks: number;
	createdAt: Date;
}

const linkSchema = z.object({ note: z.string().trim().max(80).default('') });
const MOST_LINKS = 50;

/**
 * Makes a link for the asking person. Its code says nothing of who they are.
 *
 * @throws common.conflict when there are fifty already
 */
export async function makeAffiliateLink(db: Db, actor: Actor, input: unknown): Promise<AffiliateLink> {
	const { userId } = requireActing(actor, 'public');
	const { note } = validate(linkSchema, input);
	const { n } = await db
		.selectFrom('affiliate_links')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('user_id', '=', userId)
		.where('retired_at', 'is', null)
		.executeTakeFirstOrThrow();
	if (Number(n) >= MOST_LINKS) throw commonError('conflict', { detail: 'There are enough links.' });
	return db
		.insertInto('affiliate_links')
		.values({ user_id: userId, note, code: randomBytes(6).toString('hex') })
		.returning(['id', 'code', 'note', 'clicks', 'created_at as createdAt'])
		.executeTakeFirstOrThrow();
}

/** Ends a link: who comes by it later brings nothing. @throws common.not_found */
export async function retireAffiliateLink(db: Db, actor: Actor, linkId: number): Promise<void> {
	const { userId } = requireActing(actor);
	const { numUpdatedRows } = await db
		.updateTable('affiliate_links')
		.set({ retired_at: now() })
		.where('id', '=', linkId)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw commonError('not_found');
}

/** The asking person's links, the newest first. */
export function listAffiliateLinks(db: Db, actor: Actor): Promise<AffiliateLink[]> {
	const { userId } = requireActing(actor);
	return db
		.selectFrom('affiliate_links')
		.select(['id', 'code', 'note', 'clicks', 'created_at as createdAt'])
		.where('user_id', '=', userId)
		.where('retired_at', 'is', null)
		.orderBy('id', 'desc')
		.execute();
}

/** Somebody came by a link. @returns what the browser is to keep of it; null when there is no such link */
export async function followAffiliateLink(db: Db, code: string): Promise<string | null> {
	const row = await db
		.updateTable('affiliate_links')
		.set((eb) => ({ clicks: eb('clicks', '+', 1) }))
		.where('code', '=', code)
		.where('retired_at', 'is', null)
		.returning('code')
		.executeTakeFirst();
	return row ? `${row.code}.${Math.floor(now().getTime() / 1000)}` : null;
}

/**
 * Reads what a browser kept. It is not signed: who makes one up, or makes it younger, names somebody whose link they
 * might as well have followed just now.
 */
export function readVia(kept: string | null | undefined): Via | null {
	const parts = /^([0-9a-f]{12})\.(\d{9,11})$/.exec(kept ?? '');
	return parts ? { code: parts[1]!, at: new Date(Number(parts[2]) * 1000) } : null;
}

const rateSchema = z.object({
	bps: z.coerce
		.number('catalog.share')
		.int('catalog.share')
		.min(0, 'catalog.share')
		.max(9000, 'catalog.share')
		.nullable(),
});

/** What the asking person gives who brings buyers to their things, in basis points; null: what the place gives. */
export async function setAffiliateRate(db: Db, actor: Actor, input: unknown): Promise<void> {
	const { userId } = requireActing(actor);
	const { bps } = validate(rateSchema, input);
	if (bps === null) {
		await db.deleteFrom('affiliate_rates').where('seller_id', '=', userId).execute();
		return;
	}
	await db
		.insertInto('affiliate_rates')
		.values({ seller_id: userId, bps, changed_at: now() })
		.onConflict((conflict) => conflict.column('seller_id').doUpdateSet({ bps, changed_at: now() }))
		.execute();
}

/** The asking person's own rate; null where that of the place holds. */
export async function affiliateRateOf(db: Db, actor: Actor): Promise<number | null> {
	const { userId } = requireActing(actor);
	const row = await db
		.selectFrom('affiliate_rates')
		.select('bps')
		.where('seller_id', '=', userId)
		.executeTakeFirst();
	return row?.bps ?? null;
}
