import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
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

/** Money that was earned a month ago: no hold of less keeps it. */
export async function anEarlierEarning(db: Db, userId: UserId, amount: number): Promise<void> {
	await inTransaction(db, async (tx) => {
		const key = unique('earlier');
		// Made with its date: what is posted is never changed.
		const transfer = await tx
			.insertInto('ledger_transfers')
			.values({ kind: 'sale', reference: key, key, created_at: new Date(now().getTime() - 30 * 86_400_000) })
			.returning('id')
			.executeTakeFirstOrThrow();
		const bank = { kind: 'clearing', name: unique('bank-of-tests'), currency: 'CNY' };
		const own = { kind: 'author', owner_id: userId, currency: 'CNY' };
		await tx
			.insertInto('ledger_accounts')
			.values([bank, own])
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		const accounts = await tx
			.selectFrom('ledger_accounts')
			.select('id')
			.where((eb) => eb.or([eb.and(bank), eb.and(own)]))
			.orderBy('kind', 'desc')
			.execute();
		await tx
			.insertInto('ledger_entries')
			.values(
				accounts.map(({ id }, at) => ({
					transfer_id: transfer.id,
					account_id: id,
					currency: 'CNY',
					amount: at === 0 ? amount : -amount,
				})),
			)
			.execute();
	});
}
