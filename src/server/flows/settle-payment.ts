import type { Currency } from '../kernel/money.ts';
import { postTransfer } from '../modules/ledger/index.ts';
import { type Heard, hearNotice, type Notice, oweBack, owedBack } from '../modules/orders/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';
import { fulfil } from './fulfil.ts';
import { noticeHandlers } from './notice-handlers.ts';

/**
 * A provider's message, from inbox to what was bought (or what a refund or dispute leads to), in one transaction.
 *
 * @param platformShareBps the platform's share of a sale in basis points
 */
export async function settlePayment(db: Db, notice: Notice, platformShareBps: number): Promise<Heard> {
	return inTransaction(db, async (tx) => {
		const heard = await hearNotice(tx, notice, noticeHandlers);
		if (heard.result === 'settled') await fulfil(tx, heard.orderId, notice.provider, platformShareBps);
		if (heard.result === 'overpaid' && heard.amount > 0) {
			await postTransfer(tx, {
				...owedBack(notice.provider, heard.amount, heard.currency as Currency),
				reference: `payment:${heard.paymentId}`,
				key: `overpayment:${heard.paymentId}`,
			});
			await oweBack(tx, { cause: 'overpayment', orderId: heard.orderId, paymentId: heard.paymentId });
		}
		return heard;
	});
}
