import { AppError } from '../../kernel/errors.ts';
import { refundsOf, startPayment } from '../../modules/orders/index.ts';
import {
	askPayout,
	decidePayout,
	exportBatch,
	findPayout,
	makeBatch,
	settlePayouts,
} from '../../modules/payouts/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { checkout } from '../checkout.ts';
import { askForRefund, giveRefund } from '../refund.ts';
import { sendRefund, sweepRefunds } from '../send-refund.ts';
import { settlePayment } from '../settle-payment.ts';
import { PROVIDER, paidNotice } from './provider.testing.ts';
import type { Given, Machine, Story } from './stories.testing.ts';

const SHARE = 2000;
/** The instance's, with which account numbers are sealed. */
export const SECRET = 'a secret of an instance in tests';
const rule = { coolingOffDays: 7, coolingOffReturns: 3 };
const reason = 'It is not what I thought.';

const providers = ({ wire }: Machine) => new Map([[PROVIDER, wire]]);
const sweep = (machine: Machine) =>
	sweepRefunds(
		machine.db,
		providers(machine),
		(error) => {
			throw error;
		},
		{ idleMs: -60_000 },
	);
/** A refusal says that it was done already; anything else is a bug. */
const unlessDone = (error: unknown) => {
	if (!(error instanceof AppError)) throw error;
};

async function sendAll(machine: Machine, { orderId }: { orderId?: number }): Promise<void> {
	for (const { id } of await refundsOf(machine.db, orderId!))
		await sendRefund(machine.db, providers(machine), id);
}

/** The references under which a buyer's payments are known. */
export async function referencesOf(db: Db, { buyer }: Given): Promise<string[]> {
	const rows = await db
		.selectFrom('payments')
		.innerJoin('orders', 'orders.id', 'payments.order_id')
		.select('reference')
		.where('orders.user_id', '=', buyer.userId)
		.orderBy('payments.id')
		.execute();
	return rows.map((row) => row.reference);
}

async function buy({ db, wire }: Machine, { buyer, offerId, key, amount }: Given): Promise<void> {
	const { orderId } = await checkout(db, buyer, { offerId, key });
	const { reference } = await startPayment(db, buyer, orderId, PROVIDER);
	await wire.pay(reference, amount);
	await settlePayment(db, paidNotice(reference, amount), SHARE);
}

/** The provider says again what it has said, of every payment that it has. */
async function repeat({ db }: Machine, given: Given, paid: (reference: string) => boolean): Promise<number> {
	const references = (await referencesOf(db, given)).filter(paid);
	for (const reference of references) await settlePayment(db, paidNotice(reference, given.amount), SHARE);
	return references.length;
}

const dispute = (given: Given, outcome: 'opened' | 'lost') => ({
	...paidNotice(given.references![0]!, given.amount),
	noticeId: `${outcome}:${given.references![0]}`,
	about: 'dispute' as const,
	outcome,
});

/** @param paid whether the provider has a payment of this reference; only the second process may ask */
export const stories = (paid: (reference: string) => boolean): Story[] => [
	{
		name: 'checkout',
		before: 'nothing',
		run: buy,
		async again(machine, given) {
			// What was paid is told again. Who sees no paid order presses again, in the same form.
			if ((await repeat(machine, given, paid)) === 0) await buy(machine, given);
		},
		ended: { order: 'paid', refunded: 0, access: 'full', holds: 1900, author: 1520 },
	},
	{
		name: 'a payment of an order twice',
		before: 'two payments',
		alone: true,
		async run(machine, given) {
			for (const reference of given.references!) await machine.wire.pay(reference, given.amount);
			for (const reference of given.references!)
				await settlePayment(machine.db, paidNotice(reference, given.amount), SHARE);
			await sendAll(machine, given);
		},
		async again(machine, given) {
			for (const reference of given.references!) await machine.wire.pay(reference, given.amount);
			await repeat(machine, given, paid);
			await sweep(machine);
		},
		ended: { order: 'paid', refunded: 0, access: 'full', holds: 1900, author: 1520 },
	},
	{
		name: 'refund',
		before: 'paid',
		alone: true,
		async run(machine, given) {
			await askForRefund(machine.db, given.buyer, given.orderId!, { reason }, rule);
			await sendAll(machine, given);
		},
		async again(machine, given) {
			await askForRefund(machine.db, given.buyer, given.orderId!, { reason }, rule).catch(unlessDone);
			await sweep(machine);
		},
		ended: { order: 'refunded', refunded: 1900, access: 'preview', holds: 0, author: 0 },
	},
	{
		name: 'refund in part',
		before: 'paid',
		alone: true,
		async run(machine, given) {
			await giveRefund(machine.db, given.admin, given.orderId!, { amount: 700, note: reason });
			await sendAll(machine, given);
		},
		async again(machine, given) {
			// The operator looks first.
			if ((await refundsOf(machine.db, given.orderId!)).length === 0)
				await giveRefund(machine.db, given.admin, given.orderId!, { amount: 700, note: reason });
			await sweep(machine);
		},
		ended: { order: 'paid', refunded: 700, access: 'full', holds: 1200, author: 960 },
	},
	{
		name: 'dispute that is lost',
		before: 'paid',
		async run(machine, given) {
			await settlePayment(machine.db, dispute(given, 'opened'), SHARE);
			await settlePayment(machine.db, dispute(given, 'lost'), SHARE);
		},
		async again(machine, given) {
			await settlePayment(machine.db, dispute(given, 'opened'), SHARE);
			await settlePayment(machine.db, dispute(given, 'lost'), SHARE);
		},
		// The bank took it, not a refund of ours: the fake one's books still have it.
		ended: { order: 'refunded', refunded: 1900, access: 'preview', holds: 1900, author: 0 },
	},
	{
		name: 'payout',
		before: 'earned',
		alone: true,
		run: payOut,
		again: payOut,
		ended: { order: 'paid', refunded: 0, access: 'full', holds: 1900, author: 0 },
	},
];

/** From wherever it stands to where the bank has sent it. Asked with the same key it is the same payout. */
async function payOut({ db }: Machine, { author, admin, key }: Given): Promise<void> {
	const terms = { holdDays: 0, affiliateHoldDays: 0, minimums: { CNY: 100 } };
	const { payoutId } = await askPayout(db, author, { currency: 'CNY', key }, terms);
	const status = async () => (await findPayout(db, admin, payoutId)).status;
	if ((await status()) === 'asked') await decidePayout(db, admin, payoutId, true);
	// What was killed a moment ago may still hold the payout: it is passed over until the database has noticed.
	for (let tries = 0; (await status()) === 'approved' && tries < 100; tries++) {
		await makeBatch(db, admin, { currency: 'CNY', kind: 'bank_cn' }).catch(unlessDone);
		if ((await status()) === 'approved') await new Promise((resolve) => setTimeout(resolve, 50));
	}
	if ((await status()) !== 'in_batch') return;
	const { batch_id } = await db
		.selectFrom('payouts')
		.select('batch_id')
		.where('id', '=', payoutId)
		.executeTakeFirstOrThrow();
	await exportBatch(db, admin, batch_id!, 'plain', SECRET);
	await settlePayouts(db, admin, { batchId: batch_id! }, { to: 'sent', bankReference: 'B-1' });
}
