import type { Actor } from '../contracts/actor.ts';
import { AppError, commonError } from '../kernel/errors.ts';
import type { SpaceId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import { priceSpace } from '../modules/catalog/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';

/** The times that a paid space is sold for, in months. */
export const planMonths = [1, 3, 12] as const;

/** What one of them costs; null when it is not offered. */
export interface Plan {
	months: (typeof planMonths)[number];
	price: Money | null;
}

/**
 * Sets all plans of a paid space at once, or none of them. A plan that stays as it is keeps its offer, so that who is
 * at the till is not sent back.
 *
 * @throws common.invalid_input with one fault per plan, at `price-<months>`; as `priceSpace`
 */
export function setPlans(db: Db, actor: Actor, spaceId: SpaceId, plans: readonly Plan[]): Promise<void> {
	return inTransaction(db, async (tx) => {
		const faults: Record<string, string> = {};
		for (const { months, price } of plans) {
			try {
				await priceSpace(tx, actor, spaceId, months, price);
			} catch (thrown) {
				if (!(thrown instanceof AppError) || thrown.code !== 'common.invalid_input') throw thrown;
				faults[`price-${months}`] = Object.values(thrown.fields)[0] ?? 'common.bad_value';
			}
		}
		if (Object.keys(faults).length > 0) throw commonError('invalid_input', { fields: faults });
	});
}
