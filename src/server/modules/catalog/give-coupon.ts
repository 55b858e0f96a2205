import { randomBytes } from 'node:crypto';
import { now } from '../../kernel/clock.ts';
import type { SpaceId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';

/** A coupon for one order of time in a space, or of a tier. */
export interface PersonalCoupon {
	/** What its prefix says, e.g. `BACK`. */
	prefix: string;
	name: string;
	percentBps: number;
	/** Null: of any tier. */
	spaceId: SpaceId | null;
	sellerId: UserId | null;
	endsAt: Date;
}

/**
 * Makes a coupon that is good once and that nobody guesses, for somebody who is written to. The caller has decided that
 * it is due.
 *
 * @returns its code
 */
export async function giveCoupon(tx: Tx, coupon: PersonalCoupon): Promise<string> {
	const code = `${coupon.prefix}-${randomBytes(6).toString('hex').toUpperCase()}`;
	await tx
		.insertInto('discounts')
		.values({
			seller_id: coupon.sellerId,
			code,
			name: coupon.name,
			percent_bps: coupon.percentBps,
			sells: [coupon.spaceId === null ? 'tier' : 'space'],
			space_id: coupon.spaceId,
			starts_at: now(),
			ends_at: coupon.endsAt,
			per_person: 1,
			total: 1,
		})
		.execute();
	return code;
}
