import type { Actor } from '../../contracts/actor.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Db } from '../../platform/db/index.ts';
import { unique } from '../items/testing.ts';
import { postTransfer } from '../ledger/index.ts';
import { decideAccount, submitAccount } from './payout-accounts.ts';

/** The instance's secret of tests. */
export const testSecret = 'a secret of an instance in tests';

/** Money that a person has earned, as a sale would have posted it. Negative: taken back. */
export function anEarning(
	db: Db,
	userId: UserId,
	amount: number,
	given: { currency?: Currency; kind?: 'author' | 'affiliate'; reference?: string } = {},
): Promise<number> {
	const reference = given.reference ?? unique('sale');
	return postTransfer(db, {
		kind: amount > 0 ? 'sale' : 'refund',
		reference,
		key: unique(`earning:${reference}`),
		currency: given.currency ?? 'CNY',
		entries: [
			{ account: { kind: 'clearing', provider: 'sandbox' }, amount },
			{ account: { kind: given.kind ?? 'author', ownerId: userId }, amount: -amount },
		],
	});
}

/** An account that was sent in, and checked by `admin` when one is given. */
export async function aPayoutAccount(
	db: Db,
	person: { actor: Actor },
	admin?: { actor: Actor },
	given: Record<string, unknown> = {},
): Promise<number> {
	const id = await submitAccount(
		db,
		person.actor,
		{
			holder: 'person',
			legalName: '王小明',
			kind: 'bank_cn',
			bankName: '招商银行',
			number: '6225 8801 2345 6789',
			...given,
		},
		testSecret,
	);
	if (admin) await decideAccount(db, admin.actor, id, true);
	return id;
}
