import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { payoutError } from './errors.ts';
import { requireActingTreasurer, requireTreasurer } from './policy.ts';
import { platformShareSchema } from './schemas.ts';

/** What the platform keeps of one author's sales from some moment on. */
export interface PlatformShare {
	id: number;
	userId: UserId;
	handle: string;
	name: string;
	/** Basis points; null: as the settings say. */
	shareBps: number | null;
	startsAt: Date;
	note: string;
}

/**
 * Agrees on another share with one author, from now or a later moment on. Administrators may.
 *
 * @throws payouts.person_unknown; refusals of the policy
 */
export async function setPlatformShare(db: Db, actor: Actor, input: unknown): Promise<void> {
	const { userId } = requireActingTreasurer(actor);
	const { handle, shareBps, startsAt, note } = validate(platformShareSchema, input);
	const person = await db
		.selectFrom('users')
		.select('id')
		.where('handle', '=', handle.replace(/^@/, ''))
		.executeTakeFirst();
	if (!person) throw payoutError('person_unknown', { params: { handle } });
	const at = now();
	await db
		.insertInto('platform_shares')
		.values({
			user_id: person.id,
			share_bps: shareBps,
			starts_at: startsAt && startsAt > at ? startsAt : at,
			note,
			set_by: userId,
		})
		.execute();
}

const shareAt = statement<{ user: number; at: Date }, { shareBps: number | null }>(
	`select share_bps as "shareBps" from platform_shares where user_id = :user::bigint and starts_at <= :at::timestamptz
		order by starts_at desc, id desc limit 1`,
);

/**
 * The platform's share of what a person sells, in basis points. One statement.
 *
 * @param usual what the settings say
 */
export async function platformShareOf(
	db: Db,
	sellerId: UserId | null,
	usual: number,
	at: Date,
): Promise<number> {
	if (sellerId === null) return usual;
	const [row] = await shareAt(db, { user: sellerId, at });
	return row?.shareBps ?? usual;
}

/** What was agreed with whom, the latest first, at most 500. Administrators may look. */
export async function listPlatformShares(db: Db, actor: Actor): Promise<PlatformShare[]> {
	requireTreasurer(actor);
	return db
		.selectFrom('platform_shares')
		.innerJoin('users', 'users.id', 'platform_shares.user_id')
		.select([
			'platform_shares.id',
			'users.id as userId',
			'users.handle',
			'users.name',
			'share_bps as shareBps',
			'starts_at as startsAt',
			'note',
		])
		.orderBy('platform_shares.id', 'desc')
		.limit(500)
		.execute();
}
