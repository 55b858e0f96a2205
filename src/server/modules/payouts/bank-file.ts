import { csvText } from '../../kernel/csv.ts';
import { type Money, plainAmount } from '../../kernel/money.ts';
import type { AccountKind } from './payout.ts';

/** One line of a batch, with the whole number: what a bank needs to pay it. */
export interface BankLine {
	payoutId: number;
	legalName: string;
	holder: 'person' | 'company';
	kind: AccountKind;
	bankName: string;
	number: string;
	value: Money;
}

/** How a bank wants the lines: the heads of the columns, and what stands in them. */
interface BankFormat {
	head: readonly string[];
	row: (line: BankLine, no: number) => (string | number)[];
}

/** What comes back on the bank's account of the movement: it finds the payout again. */
const purposeOf = ({ payoutId }: BankLine) => `STOA PAYOUT ${payoutId}`;

/*
 * `plain`: every column under its own name, for any bank that lets columns be chosen, and for programs.
 * `cn_bulk`: the columns of Chinese banks' bulk payment (批量代发): 序号, 收款账号, 收款户名, 开户行, 金额 (yuan), 币种, 用途.
 */
export const bankFormats = {
	plain: {
		head: ['payout', 'name', 'holder', 'kind', 'bank', 'account', 'amount', 'currency', 'purpose'],
		row: (line) => [
			line.payoutId,
			line.legalName,
			line.holder,
			line.kind,
			line.bankName,
			line.number,
			plainAmount(line.value),
			line.value.currency,
			purposeOf(line),
		],
	},
	cn_bulk: {
		head: ['序号', '收款账号', '收款户名', '开户行', '金额', '币种', '用途'],
		row: (line, no) => [
			no,
			line.number,
			line.legalName,
			line.bankName,
			plainAmount(line.value),
			line.value.currency,
			purposeOf(line),
		],
	},
} satisfies Record<string, BankFormat>;

export type BankFormatName = keyof typeof bankFormats;

/** A batch as the file that is given to the bank. */
export function bankFile(lines: readonly BankLine[], format: BankFormatName): string {
	const { head, row }: BankFormat = bankFormats[format];
	return csvText(
		head,
		lines.map((line, at) => row(line, at + 1)),
	);
}
