import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { Currency } from '../../kernel/money.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { earningsOf } from './earnings.ts';
import { payoutError } from './errors.ts';
import { bookPayout, movePayouts, tellPayouts } from './move-payouts.ts';
import type { PayoutTerms } from './payout.ts';
import { askSchema } from './schemas.ts';

/**
 * Asks to be paid what is available. The money is set aside at once, so that it cannot be asked for again; the same
 * key gives the same payout back.
 *
 * @returns the payout's id
 * @throws payouts.account_missing before staff have checked an account; payouts.too_much, payouts.too_little
 */
export async function askPayout(
	db: Db,
	actor: Actor,
	input: unknown,
	terms: PayoutTerms,
): Promise<{ payoutId: number }> {
	const { userId } = requireActing(actor, 'public');
	const { currency, amount: wanted, key } = validate(askSchema, input);
	return inTransaction(db, async (tx) => {
		// One at a time: two that read the same balance would both have it.
		await tx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
		const before = await tx
			.selectFrom('payouts')
			.select('id')
			.where('user_id', '=', userId)
			.where('key', '=', key)
			.executeTakeFirst();
		if (before) return { payoutId: before.id };
		const account = await tx
			.selectFrom('payout_accounts')
			.select('id')
			.where('user_id', '=', userId)
			.where('status', '=', 'approved')
			.executeTakeFirst();
		if (!account) throw payoutError('account_missing');
		const earnings = (await earningsOf(tx, userId, terms)).find((one) => one.currency === currency);
		const available = earnings?.available ?? 0;
		const amount = wanted ?? available;
		if (amount > available) throw payoutError('too_much', { params: { available } });
		const minimum = Math.max(1, terms.minimums[currency] ?? 1);
		if (amount < minimum) throw payoutError('too_little', { params: { minimum } });
		const fromAuthor = Math.min(amount, Math.max(0, earnings!.author));
		const payout = await tx
			.insertInto('payouts')
			.values({
				user_id: userId,
				account_id: account.id,
				amount,
				from_author: fromAuthor,
				from_affiliate: amount - fromAuthor,
				currency: currency as Currency,
				key,
				created_at: now(),
			})
			.returning(['id', 'user_id', 'amount', 'from_author', 'from_affiliate', 'currency'])
			.executeTakeFirstOrThrow();
		await bookPayout(tx, payout, 'asked');
		await tellPayouts(tx, [payout], 'asked', { actorId: userId });
		return { payoutId: payout.id };
	});
}

/** Takes one's own request back while nobody has decided on it. @throws payouts.not_found, payouts.wrong_state */
export async function withdrawPayout(db: Db, actor: Actor, payoutId: number): Promise<void> {
	const { userId } = requireActing(actor);
	return inTransaction(db, async (tx) => {
		const own = await tx
			.selectFrom('payouts')
			.select('id')
			.where('id', '=', payoutId)
			.where('user_id', '=', userId)
			.executeTakeFirst();
		if (!own) throw payoutError('not_found');
		await movePayouts(tx, [payoutId], 'withdrawn', { actorId: userId });
	});
}
