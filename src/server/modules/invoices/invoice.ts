import type { OrderId, UserId } from '../../kernel/ids.ts';
import { type Currency, splitAmount } from '../../kernel/money.ts';

/** `INV`: what was billed. `CN`: a credit note, what of it was sent back; its amounts are negative. */
export type Series = 'INV' | 'CN';

/** Who bills, or is billed, as they were named then. */
export interface Party {
	name: string;
	taxNumber: string;
	address: string;
}

/** One line: what was bought, what made it cheaper, what was sent back. Minor units, without tax. */
export interface InvoiceLine {
	/** `price`, `special`, `promotion`, `coupon`, `refund` … as the order's quote calls it. */
	what: string;
	/** What was bought; empty where the line is about the price only. */
	title: string;
	quantity: number;
	amount: number;
	data: Record<string, string | number>;
}

/** A tax: its name and rate where it is owed. Minor units. */
export interface TaxLine {
	name: string;
	region: string;
	/** Basis points; null where the order does not say. */
	bps: number | null;
	amount: number;
}

export interface Invoice {
	id: number;
	series: Series;
	/** As it is printed: `INV-2026-000012`. */
	number: string;
	orderId: OrderId;
	userId: UserId;
	/** Number of the invoice that a credit note takes back from. */
	corrects: string | null;
	currency: Currency;
	/** total = net + tax. */
	net: number;
	tax: number;
	total: number;
	seller: Party;
	buyer: Party;
	lines: InvoiceLine[];
	taxLines: TaxLine[];
	issuedAt: Date;
}

/** Years and series have numbers of their own; they begin at 1 and have no gaps. */
export function printedNumber({
	series,
	year,
	number,
}: {
	series: string;
	year: number;
	number: number;
}): string {
	return `${series}-${year}-${String(number).padStart(6, '0')}`;
}

/** What an order says of itself that is billed. */
export interface Billed {
	title: string;
	/** What kind of thing it is: its title alone may be a person's name. */
	sells?: string;
	quantity: number;
	amount: number;
	tax: number;
	quote: readonly { what: string; amount: number; data?: Record<string, string | number> }[];
}

/** The taxes of an order, as its quote has them; they sum to the order's tax. */
export function taxLinesOf({ tax, quote }: Pick<Billed, 'tax' | 'quote'>): TaxLine[] {
	if (tax === 0) return [];
	const lines = quote
		.filter(({ what }) => what === 'tax')
		.map(({ amount, data = {} }) => ({
			name: String(data.name ?? ''),
			region: String(data.region ?? ''),
			bps: typeof data.bps === 'number' ? data.bps : null,
			// Where prices include the tax, the line adds nothing and says what is in it.
			amount: amount === 0 ? Number(data.included ?? 0) : amount,
		}));
	const said = lines.reduce((sum, { amount }) => sum + amount, 0);
	return said === tax ? lines : [{ name: '', region: '', bps: null, amount: tax }];
}

/** What was bought and what made it cheaper, without tax; they sum to what was paid without tax. */
export function linesOf({ title, sells, quantity, amount, tax, quote }: Billed): InvoiceLine[] {
	const kind: InvoiceLine['data'] = sells ? { sells } : {};
	const lines: InvoiceLine[] = quote
		.filter(({ what }) => what !== 'tax')
		.map(({ what, amount: part, data = {} }, at) => ({
			what,
			title: at === 0 ? title : '',
			quantity: at === 0 ? quantity : 1,
			amount: part,
			data: at === 0 ? { ...data, ...kind } : data,
		}));
	const net = amount - tax;
	const said = lines.reduce((sum, line) => sum + line.amount, 0);
	if (lines.length === 0) return [{ what: 'price', title, quantity, amount: net, data: kind }];
	// Prices that include the tax: each line gives up its part of it.
	if (said === amount && tax > 0) {
		const parts = splitAmount(net, positives(lines));
		if (lines.every((line) => line.amount >= 0))
			return lines.map((line, at) => ({ ...line, amount: parts[at]! }));
	}
	return said === net
		? lines
		: [...lines, { what: 'included_tax', title: '', quantity: 1, amount: net - said, data: {} }];
}

const positives = (lines: readonly { amount: number }[]) => lines.map(({ amount }) => Math.max(0, amount));

/**
 * How much of what was sent back is tax. Counted from the beginning, so that the parts of several refunds add up to the
 * whole tax when the whole price is sent back.
 */
export function taxOfRefunded({ amount, tax }: { amount: number; tax: number }, refunded: number): number {
	return splitAmount(refunded, [amount - tax, tax])[1]!;
}

/** The tax of a credit note, line by line as the invoice has it; negative. */
export function taxLinesBack(taxLines: readonly TaxLine[], tax: number): TaxLine[] {
	if (taxLines.length === 0 || tax === 0) return [];
	const parts = splitAmount(
		tax,
		taxLines.map(({ amount }) => amount),
	);
	return taxLines.map((line, at) => ({ ...line, amount: -parts[at]! })).filter(({ amount }) => amount !== 0);
}
