import type { Currency } from '../kernel/money.ts';
import { postTransfer } from '../modules/ledger/index.ts';
import { type Heard, hearNotice, type Notice, owedBack } from '../modules/orders/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';
import { fulfil } from './fulfil.ts';

/**
 * A provider's message about a payment, from inbox to what was bought, in one transaction.
 *
 * @param platformShareBps the platform's share of a sale in basis points
 */
export async function settlePayment(db: Db, notice: Notice, platformShareBps: number): Promise<Heard> {
	return inTransaction(db, async (tx) => {
		const heard = await hearNotice(tx, notice);
		if (heard.result === 'settled') await fulfil(tx, heard.orderId, notice.provider, platformShareBps);
		if (heard.result === 'overpaid') {
			await postTransfer(tx, {
				...owedBack(notice.provider, heard.amount, heard.currency as Currency),
				reference: `payment:${heard.paymentId}`,
				key: `overpayment:${heard.paymentId}`,
			});
		}
		return heard;
	});
}
