import type { Member } from '../../contracts/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { refundsOf, startPayment } from '../../modules/orders/index.ts';
import {
	askPayout,
	decideAccount,
	decidePayout,
	exportBatch,
	findPayout,
	makeBatch,
	myAccounts,
	settlePayouts,
	submitAccount,
} from '../../modules/payouts/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { checkout } from '../checkout.ts';
import { askForRefund, giveRefund } from '../refund.ts';
import { sendRefund, sweepRefunds } from '../send-refund.ts';
import { settlePayment } from '../settle-payment.ts';
import { PROVIDER, paidNotice } from './provider.testing.ts';
import type { Given, Machine, Story } from './stories.testing.ts';

const SHARE = 2000;
const rule = { coolingOffDays: 7, coolingOffReturns: 3 };
const SECRET = 'the secret of an instance that is killed';
const terms = { holdDays: 0, affiliateHoldDays: 0, minimums: {} };
const account = {
	holder: 'person',
	legalName: '王小明',
	kind: 'bank_cn',
	bankName: '招商银行',
	number: '6225880123456789',
};
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
async function repeat(
	{ db, wire }: Machine,
	given: Given,
	paid: (reference: string) => boolean,
): Promise<number> {
	const references = (await referencesOf(db, given)).filter(paid);
	for (const reference of references) await settlePayment(db, paidNotice(reference, given.amount), SHARE);
	void wire;
	return references.length;
}

const dispute = (given: Given, outcome: 'opened' | 'lost') => ({
	...paidNotice(given.references![0]!, given.amount),
	noticeId: `${outcome}:${given.references![0]}`,
	about: 'dispute' as const,
	outcome,
});

/** From the account to the bank; whoever comes to it again looks first how far it is. */
async function payOut({ db }: Machine, { authorId, admin, key }: Given): Promise<void> {
	const author: Member = {
		userId: authorId,
		role: 'member',
		emailVerified: true,
		suspended: false,
		scopes: null,
	};
	if ((await myAccounts(db, author)).length === 0) await submitAccount(db, author, account, SECRET);
	const [waiting] = await myAccounts(db, author);
	if (waiting?.status === 'submitted') await decideAccount(db, admin, waiting.id, true);
	const { payoutId } = await askPayout(db, author, { currency: 'CNY', key }, terms);
	const status = async () => (await findPayout(db, admin, payoutId)).status;
	if ((await status()) === 'asked') await decidePayout(db, admin, payoutId, true);
	if ((await status()) === 'approved') await makeBatch(db, admin, { currency: 'CNY', kind: 'bank_cn' });
	const { batchId } = await findPayout(db, admin, payoutId);
	if ((await status()) === 'in_batch') {
		await exportBatch(db, admin, batchId!, 'plain', SECRET);
		await settlePayouts(db, admin, { batchId: batchId! }, { to: 'sent', bankReference: 'B-1' });
	}
}

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
		before: 'paid',
		alone: true,
		run: payOut,
		again: payOut,
		ended: { order: 'paid', refunded: 0, access: 'full', holds: 1900, author: 0, paidOut: [1520] },
	},
];
