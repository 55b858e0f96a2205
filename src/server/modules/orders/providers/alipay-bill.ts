import type { BillLine } from '../provider.ts';
import { beijingTime, minorUnits } from './amounts.ts';

/**
 * Reads one file of Alipay's bill: remarks begin with `#`, then names of columns, then one line a trade or refund. The
 * file with sums has no such columns and gives nothing.
 */
export function readAlipayBill(text: string): BillLine[] {
	const rows = text
		.split(/\r?\n/)
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => line.split(',').map((cell) => cell.trim()));
	const names = rows.shift() ?? [];
	const title = names.indexOf('商品名称');
	if (title < 0) return [];
	return rows.flatMap((row) => {
		// A title may hold commas: what stands after it is counted from the end.
		const cell = (name: string) => {
			const at = names.findIndex((one) => one.startsWith(name));
			return (at <= title ? row[at] : row[row.length - (names.length - at)]) ?? '';
		};
		const amount = minorUnits(cell('订单金额'));
		if (amount === null) return [];
		const refund = cell('业务类型') === '退款';
		const reference = refund ? cell('退款批次号') : cell('商户订单号');
		const at = beijingTime(cell('完成时间'));
		const fee = minorUnits(cell('服务费')) ?? 0;
		const lines: BillLine[] = [
			{
				reference,
				kind: refund ? 'refund' : 'payment',
				amount: refund ? -Math.abs(amount) : amount,
				currency: 'CNY',
				at,
			},
		];
		if (fee !== 0) lines.push({ reference, kind: 'fee', amount: fee, currency: 'CNY', at });
		return lines;
	});
}
