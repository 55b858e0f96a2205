import type { Currency } from '../../../kernel/money.ts';
import type { BillLine } from '../provider.ts';
import { beijingTime, minorUnits } from './amounts.ts';

/**
 * Reads WeChat Pay's bill of a day: names of columns, one line a payment or refund, then names and line of the sums. A
 * cell begins with a backtick, and so may hold commas.
 */
export function readWechatBill(text: string): BillLine[] {
	const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	const names = first.split(',');
	const lines: BillLine[] = [];
	for (const line of rest) {
		// What does not begin so is the head of the sums.
		if (!line.startsWith('`')) break;
		const row = line.slice(1).split(',`');
		const cell = (name: string) => row[names.indexOf(name)] ?? '';
		const refund = cell('交易状态') === 'REFUND';
		const amount = minorUnits(cell(refund ? '申请退款金额' : '订单金额'));
		if (amount === null) continue;
		const reference = cell(refund ? '商户退款单号' : '商户订单号');
		const currency = cell('货币种类') as Currency;
		const at = beijingTime(cell('交易时间'));
		lines.push({
			reference,
			kind: refund ? 'refund' : 'payment',
			amount: refund ? -amount : amount,
			currency,
			at,
		});
		// The fee has five decimals; what is settled is rounded to the cent.
		const fee = minorUnits(Number(cell('手续费')).toFixed(2));
		if (fee) lines.push({ reference, kind: 'fee', amount: fee, currency, at });
	}
	return lines;
}
