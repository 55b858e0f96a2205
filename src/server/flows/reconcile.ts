import { z } from 'zod';
import type { Actor } from '../contracts/actor.ts';
import { now } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { Currency } from '../kernel/money.ts';
import { validate } from '../kernel/validate.ts';
import { entriesOf, postTransfer } from '../modules/ledger/index.ts';
import {
	type Comparison,
	compareBill,
	type Difference,
	daysToReconcile,
	demandOperator,
	keepBill,
	keepReconciliation,
	providerOf,
	type Reconciliation,
} from '../modules/orders/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';
import type { Log } from '../platform/log.ts';
import { askAbout } from './ask-pending.ts';
import type { Ear } from './hear-provider.ts';

/**
 * Compares every day that is due, of every provider. One that gives no bill keeps no other waiting, and is asked again.
 *
 * @returns what came of each day
 */
export async function reconcileDue(
	ear: Ear,
	log?: Log,
): Promise<{ provider: string; day: string; status: Reconciliation['status'] }[]> {
	const done = [];
	for (const { name, calendar } of ear.providers.values()) {
		for (const { day, compared } of await daysToReconcile(ear.db, name, calendar)) {
			const status = await reconcileDay(ear, name, day, { kept: compared });
			if (status !== 'matched') log?.error({ provider: name, day, status }, 'a bill was not reconciled');
			done.push({ provider: name, day, status });
		}
	}
	return done;
}

/**
 * Compares a provider's bill of one day with what we have, and keeps what came of it. A payment whose notice was lost is
 * settled by it, in the provider's own word and not the bill's; what the provider took for its work is booked.
 *
 * @param how `kept`: the bill is here already, only our side may have changed
 * @throws orders.no_provider
 */
export async function reconcileDay(
	ear: Ear,
	name: string,
	day: string,
	{ kept = false }: { kept?: boolean } = {},
): Promise<Reconciliation['status']> {
	const { db } = ear;
	const provider = providerOf(ear.providers, name);
	const { utcOffset } = provider.calendar;
	if (!kept) {
		try {
			const lines = await provider.bill(day);
			await inTransaction(db, (tx) => keepBill(tx, name, day, lines));
		} catch (error) {
			if (!(error instanceof AppError)) throw error;
			return keepReconciliation(db, name, day, { failure: error.message });
		}
	}
	const first = await compareBill(db, name, day, utcOffset);
	const lost = first.differences.filter(({ what, kind }) => what === 'unsettled' && kind === 'payment');
	const mended = new Set<string>();
	for (const { reference } of lost) if (await mend(ear, name, reference)) mended.add(reference);
	const again = mended.size > 0 ? await compareBill(db, name, day, utcOffset) : first;
	await bookFees(db, name, day, again);
	return keepReconciliation(db, name, day, {
		...again,
		differences: [...told(lost, mended), ...again.differences],
	});
}

const told = (lost: Difference[], mended: Set<string>): Difference[] =>
	lost.filter(({ reference }) => mended.has(reference)).map((one) => ({ ...one, what: 'mended' }));

async function mend(ear: Ear, provider: string, reference: string): Promise<boolean> {
	const payment = await ear.db
		.selectFrom('payments')
		.select(['provider', 'reference', 'amount', 'currency', 'created_at as createdAt'])
		.where('provider', '=', provider)
		.where('reference', '=', reference)
		.executeTakeFirstOrThrow();
	try {
		const heard = await askAbout(ear, payment);
		return heard?.result === 'settled' || heard?.result === 'overpaid';
	} catch (error) {
		if (error instanceof AppError) return false;
		throw error;
	}
}

/** What a provider keeps for itself is the platform's cost. A bill that was corrected books the difference. */
async function bookFees(db: Db, provider: string, day: string, { sums }: Comparison): Promise<void> {
	const reference = `bill:${provider}:${day}`;
	const fees = sums.filter(({ kind }) => kind === 'fee');
	if (fees.length === 0) return;
	await inTransaction(db, async (tx) => {
		const before = await entriesOf(tx, reference);
		for (const { currency, amount } of fees) {
			const booked = before
				.filter((entry) => entry.account === 'platform' && entry.currency === currency)
				.reduce((sum, entry) => sum + entry.amount, 0);
			if (amount === booked) continue;
			await postTransfer(tx, {
				kind: 'provider fee',
				reference,
				key: `fees:${provider}:${day}:${currency}:${amount}`,
				currency: currency as Currency,
				entries: [
					{ account: { kind: 'platform' }, amount: amount - booked },
					{ account: { kind: 'clearing', provider }, amount: booked - amount },
				],
			});
		}
	});
}

const asked = z.object({
	provider: z.string().min(1).max(20),
	// Where it is day first, it is fourteen hours later than here.
	day: z.iso.date().refine((day) => Date.parse(day) < now().getTime() + 14 * 3_600_000),
});

/** Compares a day that an administrator names. @throws common.forbidden, common.invalid_input, orders.no_provider */
export async function reconcileByHand(
	ear: Ear,
	actor: Actor,
	input: unknown,
): Promise<Reconciliation['status']> {
	demandOperator(actor);
	const { provider, day } = validate(asked, input);
	return reconcileDay(ear, provider, day);
}
