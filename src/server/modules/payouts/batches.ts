import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { type BankFormatName, type BankLine, bankFile } from './bank-file.ts';
import { payoutError } from './errors.ts';
import { movePayouts } from './move-payouts.ts';
import type { AccountKind } from './payout.ts';
import { numberOf } from './payout-accounts.ts';
import { requireActingTreasurer } from './policy.ts';
import { batchSchema, decisionSchema, settleSchema } from './schemas.ts';

/** At most so many in one batch: banks take files of this size, and one transaction moves them all. */
const largest = 500;

/**
 * Approves or refuses a request. Administrators may.
 *
 * @throws payouts.not_found, payouts.wrong_state, payouts.reason_missing; refusals of the policy
 */
export async function decidePayout(
	db: Db,
	actor: Actor,
	payoutId: number,
	approve: boolean,
	input: unknown = {},
): Promise<void> {
	const { userId: actorId } = requireActingTreasurer(actor);
	const { reason } = validate(decisionSchema, input);
	if (!approve && reason === '') throw payoutError('reason_missing');
	return inTransaction(db, (tx) =>
		movePayouts(tx, [payoutId], approve ? 'approved' : 'refused', { actorId, reason }),
	);
}

/**
 * Puts everything that is approved in one currency and for one kind of account into a batch.
 *
 * @returns the batch's id
 * @throws payouts.nothing_to_send
 */
export async function makeBatch(db: Db, actor: Actor, input: unknown): Promise<number> {
	const { userId: actorId } = requireActingTreasurer(actor);
	const { currency, kind } = validate(batchSchema, input);
	return inTransaction(db, async (tx) => {
		const waiting = await tx
			.selectFrom('payouts')
			.innerJoin('payout_accounts', 'payout_accounts.id', 'payouts.account_id')
			.select('payouts.id')
			.where('payouts.status', '=', 'approved')
			.where('currency', '=', currency)
			.where('kind', '=', kind)
			.orderBy('payouts.id')
			.limit(largest)
			.forUpdate('payouts')
			.skipLocked()
			.execute();
		if (waiting.length === 0) throw payoutError('nothing_to_send');
		const batch = await tx
			.insertInto('payout_batches')
			.values({ currency, kind, created_by: actorId, created_at: now() })
			.returning('id')
			.executeTakeFirstOrThrow();
		const ids = waiting.map(({ id }) => id);
		await tx.updateTable('payouts').set({ batch_id: batch.id }).where('id', 'in', ids).execute();
		await movePayouts(tx, ids, 'in_batch', { actorId });
		return batch.id;
	});
}

/**
 * The file for the bank, of what is not settled yet; with the whole account numbers. Asked again it is the same.
 *
 * @param secret the instance's
 * @throws payouts.not_found, payouts.nothing_to_send; refusals of the policy
 */
export async function exportBatch(
	db: Db,
	actor: Actor,
	batchId: number,
	format: BankFormatName,
	secret: string,
): Promise<string> {
	requireActingTreasurer(actor);
	return inTransaction(db, async (tx) => {
		const batch = await tx
			.updateTable('payout_batches')
			.set((eb) => ({ exported_at: eb.fn.coalesce('exported_at', eb.val(now())) }))
			.where('id', '=', batchId)
			.returning('id')
			.executeTakeFirst();
		if (!batch) throw payoutError('not_found');
		const rows = await tx
			.selectFrom('payouts')
			.innerJoin('payout_accounts', 'payout_accounts.id', 'payouts.account_id')
			.select([
				'payouts.id',
				'payouts.user_id',
				'amount',
				'currency',
				'holder',
				'legal_name',
				'kind',
				'bank_name',
				'number_sealed',
			])
			.where('batch_id', '=', batchId)
			.where('payouts.status', '=', 'in_batch')
			.orderBy('payouts.id')
			.execute();
		if (rows.length === 0) throw payoutError('nothing_to_send');
		const lines = rows.map(
			(row): BankLine => ({
				payoutId: row.id,
				legalName: row.legal_name,
				holder: row.holder as BankLine['holder'],
				kind: row.kind as AccountKind,
				bankName: row.bank_name,
				number: numberOf({ userId: row.user_id as UserId, sealed: row.number_sealed }, secret),
				value: { amount: row.amount, currency: row.currency as Currency },
			}),
		);
		return bankFile(lines, format);
	});
}

/**
 * Writes down what the bank said of payouts: sent, failed at once, or returned later. With a batch and no ids it is
 * said of all of the batch that are not settled.
 *
 * @throws payouts.not_found, payouts.wrong_state, payouts.nothing_to_send, payouts.reason_missing; refusals of the policy
 */
export async function settlePayouts(
	db: Db,
	actor: Actor,
	which: { payoutId: number } | { batchId: number },
	input: unknown,
): Promise<number> {
	const { userId: actorId } = requireActingTreasurer(actor);
	const { to, bankReference, reason } = validate(settleSchema, input);
	if (to !== 'sent' && reason === '') throw payoutError('reason_missing');
	return inTransaction(db, async (tx) => {
		const ids =
			'payoutId' in which
				? [which.payoutId]
				: (
						await tx
							.selectFrom('payouts')
							.select('id')
							.where('batch_id', '=', which.batchId)
							.where('status', '=', 'in_batch')
							.orderBy('id')
							.forUpdate()
							.execute()
					).map(({ id }) => id);
		if (ids.length === 0) throw payoutError('nothing_to_send');
		await movePayouts(tx, ids, to, { actorId, bankReference, reason });
		return ids.length;
	});
}
