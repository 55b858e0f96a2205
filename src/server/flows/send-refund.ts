import { now } from '../kernel/clock.ts';
import type { Currency } from '../kernel/money.ts';
import {
	demandRefundMove,
	lockRefund,
	type Notice,
	noteOrder,
	oweBack,
	owedUnbooked,
	type Providers,
	providerOf,
	type RefundAnswer,
	type RefundCause,
	type RefundStatus,
	SEND_REFUND,
	unsentRefunds,
} from '../modules/orders/index.ts';
import { type Db, inTransaction, type Tx } from '../platform/db/index.ts';
import type { Job } from '../platform/jobs/index.ts';
import { countRefunded } from './count-refunded.ts';
import { coverLosses } from './cover-losses.ts';
import { sendBack } from './move-back.ts';

/**
 * Has a provider send one refund that was promised. May be killed anywhere and called again: `sending` is written down
 * before the provider is asked, and who finds it so asks first what became of it. The provider sends one reference once.
 *
 * @throws orders.no_provider, orders.provider_unavailable: the queue tries again
 */
export async function sendRefund(db: Db, providers: Providers, refundId: number): Promise<void> {
	const refund = await beginSending(db, refundId);
	if (!refund) return;
	const provider = providerOf(providers, refund.provider);
	const known = refund.begun ? await provider.askRefund(refund.reference, refund.paymentReference) : null;
	const answer =
		known ??
		(await provider.refund({
			reference: refund.reference,
			paymentReference: refund.paymentReference,
			amount: refund.amount,
			total: refund.paymentAmount,
			currency: refund.currency as Currency,
			reason: `order ${refund.order_id}`,
		}));
	await inTransaction(db, (tx) => settleRefund(tx, refundId, refund.reference, answer));
}

async function beginSending(db: Db, refundId: number) {
	return inTransaction(db, async (tx) => {
		const found = await lockRefund(tx, refundId);
		if (!found) return null;
		const { refund } = found;
		const begun = refund.status === 'sending';
		if (!begun && refund.status !== 'approved') return null;
		await tx
			.updateTable('refunds')
			.set({ status: 'sending', tried_at: now() })
			.where('id', '=', refundId)
			.execute();
		return { ...refund, begun };
	});
}

/**
 * What became of a refund, from an answer or a notice, once: the ledger says that the money has left, the order how much
 * of it was sent back, and when that is the whole price, what was bought is taken back.
 *
 * @param reference under which the provider was asked: the answer to an earlier try is old news
 * @returns false when there was nothing to settle
 */
export async function settleRefund(
	tx: Tx,
	refundId: number,
	reference: string,
	answer: RefundAnswer,
): Promise<boolean> {
	const { order, refund } = (await lockRefund(tx, refundId))!;
	if (refund.status !== 'sending' || refund.reference !== reference || answer.status === 'pending')
		return false;
	demandRefundMove(refund.status as RefundStatus, answer.status);
	if (answer.status === 'failed') {
		await tx
			.updateTable('refunds')
			.set({ status: 'failed', failure: answer.failure ?? '', tried_at: now() })
			.where('id', '=', refundId)
			.execute();
		await noteOrder(tx, order.id, 'refund_failed', { data: { why: answer.failure ?? '' } });
		// A bank may have taken it meanwhile.
		await coverLosses(tx, order.id);
		return true;
	}
	const { amount, currency } = refund;
	const cause = refund.cause as RefundCause;
	await sendBack(tx, {
		provider: refund.provider,
		reference: cause === 'overpayment' ? `payment:${refund.payment_id}` : `order:${order.id}`,
		amount,
		currency: currency as Currency,
		kind: 'refund sent',
		key: `refund:${refundId}:sent`,
	});
	await tx
		.updateTable('refunds')
		.set({ status: 'succeeded', failure: null, settled_at: now(), tried_at: now() })
		.where('id', '=', refundId)
		.execute();
	if (cause !== 'overpayment') await countRefunded(tx, order, amount);
	await noteOrder(tx, order.id, 'refunded', { data: { amount, currency } });
	return true;
}

/** A provider's message about a refund. @returns what it led to, for the inbox */
export async function hearRefund(
	tx: Tx,
	notice: Notice,
): Promise<'refund_settled' | 'refund_known' | 'unknown' | 'mismatch'> {
	const refund = await tx
		.selectFrom('refunds')
		.innerJoin('payments', 'payments.id', 'refunds.payment_id')
		.select(['refunds.id', 'refunds.amount', 'refunds.currency'])
		.where('refunds.reference', '=', notice.reference)
		.where('payments.provider', '=', notice.provider)
		.executeTakeFirst();
	if (!refund || (notice.outcome !== 'succeeded' && notice.outcome !== 'failed')) return 'unknown';
	if (refund.amount !== notice.amount || refund.currency !== notice.currency) return 'mismatch';
	const settled = await settleRefund(tx, refund.id, notice.reference, {
		status: notice.outcome,
		failure: notice.failure,
	});
	return settled ? 'refund_settled' : 'refund_known';
}

/** The jobs that send refunds: each when it is granted, and every few minutes whatever was left behind. */
export function refundJobs(
	db: Db,
	providers: () => Providers,
	onError: (error: unknown) => void = () => {},
): Job<never>[] {
	const send: Job<{ refundId: number }> = {
		name: SEND_REFUND,
		work: ({ refundId }) => sendRefund(db, providers(), refundId),
	};
	const sweep: Job<never> = {
		name: 'orders.sweep-refunds',
		cron: '*/5 * * * *',
		work: async () => void (await sweepRefunds(db, providers(), onError)),
	};
	return [send as Job<never>, sweep];
}

/**
 * Sends, or asks after, every refund that nobody touched for some minutes, and sees to it that what is owed has one. One that cannot be sent does not keep the
 * others.
 *
 * @returns how many it looked at
 */
export async function sweepRefunds(
	db: Db,
	providers: Providers,
	onError: (error: unknown) => void = () => {},
	{ idleMs = 4 * 60_000 }: { idleMs?: number } = {},
): Promise<number> {
	for (const owed of await owedUnbooked(db)) await inTransaction(db, (tx) => oweBack(tx, owed));
	const left = await unsentRefunds(db, new Date(now().getTime() - idleMs));
	for (const refundId of left) await sendRefund(db, providers, refundId).catch(onError);
	return left.length;
}
