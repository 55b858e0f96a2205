import { now } from '../../kernel/clock.ts';
import type { OrderId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { readSettings } from '../../platform/settings/index.ts';
import {
	type Billed,
	type InvoiceLine,
	linesOf,
	type Party,
	type Series,
	type TaxLine,
	taxLinesBack,
	taxLinesOf,
	taxOfRefunded,
} from './invoice.ts';

/**
 * Brings the papers of an order to where the order is: an invoice once it is paid, a credit note for what was sent back
 * since the last one. Asked again it does nothing.
 *
 * @returns ids of what was issued now
 */
export function issueFor(db: Db, orderId: OrderId): Promise<number[]> {
	return inTransaction(db, async (tx) => {
		const order = await tx
			.selectFrom('orders')
			.innerJoin('offers', 'offers.id', 'orders.offer_id')
			.select([
				'offers.sells',
				'user_id',
				'status',
				'title',
				'quantity',
				'orders.amount',
				'tax',
				'refunded',
				'orders.currency',
				'quote',
				'paid_at',
			])
			.where('orders.id', '=', orderId)
			.forNoKeyUpdate('orders')
			.executeTakeFirst();
		if (!order || order.amount === 0 || order.paid_at === null) return [];
		const before = await tx
			.selectFrom('invoices')
			.select(['id', 'series', 'total', 'tax', 'seller', 'buyer', 'tax_lines'])
			.where('order_id', '=', orderId)
			.orderBy('id')
			.execute();
		const issued: number[] = [];
		const about = { orderId, userId: order.user_id, currency: order.currency };
		const billed = order as unknown as Billed;
		let invoice = before.find(({ series }) => series === 'INV') as Original | undefined;
		if (!invoice) {
			const paper = {
				seller: await sellerNow(tx),
				buyer: await buyerNow(tx, order.user_id),
				lines: linesOf(billed),
				taxLines: taxLinesOf(billed),
			};
			const id = await write(tx, 'INV', {
				...about,
				...paper,
				net: order.amount - order.tax,
				tax: order.tax,
				corrects: null,
			});
			issued.push(id);
			invoice = { id, seller: paper.seller, buyer: paper.buyer, tax_lines: paper.taxLines };
		}
		const notes = before.filter(({ series }) => series === 'CN');
		const credited = notes.reduce((sum, { total }) => sum - total, 0);
		const back = order.refunded - credited;
		if (back > 0) {
			const tax = taxOfRefunded(order, order.refunded) - notes.reduce((sum, note) => sum - note.tax, 0);
			const line = { what: 'refund', title: order.title, quantity: 1, amount: tax - back, data: {} };
			const id = await write(tx, 'CN', {
				...about,
				seller: invoice.seller,
				buyer: invoice.buyer,
				lines: [line],
				taxLines: taxLinesBack(invoice.tax_lines, tax),
				net: tax - back,
				tax: -tax,
				corrects: invoice.id,
			});
			issued.push(id);
		}
		return issued;
	});
}

interface Original {
	id: number;
	seller: Party;
	buyer: Party;
	tax_lines: TaxLine[];
}

interface Paper {
	orderId: OrderId;
	userId: number;
	currency: string;
	net: number;
	tax: number;
	corrects: number | null;
	seller: Party;
	buyer: Party;
	lines: InvoiceLine[];
	taxLines: TaxLine[];
}

async function write(tx: Tx, series: Series, paper: Paper): Promise<number> {
	const at = now();
	const year = at.getUTCFullYear();
	const { id } = await tx
		.insertInto('invoices')
		.values({
			series,
			year,
			number: await nextNumber(tx, series, year),
			order_id: paper.orderId,
			user_id: paper.userId,
			corrects: paper.corrects,
			currency: paper.currency,
			net: paper.net,
			tax: paper.tax,
			total: paper.net + paper.tax,
			seller: JSON.stringify(paper.seller),
			buyer: JSON.stringify(paper.buyer),
			lines: JSON.stringify(paper.lines),
			tax_lines: JSON.stringify(paper.taxLines),
			issued_at: at,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await emit(tx, null, 'invoices.issued', { invoiceId: id, orderId: paper.orderId, userId: paper.userId });
	return id;
}

/**
 * The next number of a series. Its row stays locked until the transaction is over: who comes next waits, and a
 * transaction that comes to nothing gives its number back, so there are no gaps.
 */
async function nextNumber(tx: Tx, series: Series, year: number): Promise<number> {
	const { last } = await tx
		.insertInto('invoice_counters')
		.values({ series, year, last: 1 })
		.onConflict((conflict) =>
			conflict.columns(['series', 'year']).doUpdateSet({ last: sql<number>`invoice_counters.last + 1` }),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return last;
}

async function sellerNow(tx: Tx): Promise<Party> {
	const settings = await readSettings(tx);
	return {
		name: settings.invoiceSeller || settings.siteName,
		taxNumber: settings.invoiceSellerTaxNumber,
		address: settings.invoiceSellerAddress,
	};
}

async function buyerNow(tx: Tx, userId: number): Promise<Party> {
	const row = await tx
		.selectFrom('users')
		.leftJoin('billing_details', 'billing_details.user_id', 'users.id')
		.select(['users.name', 'billing_details.name as billed', 'tax_number', 'address'])
		.where('users.id', '=', userId)
		.executeTakeFirstOrThrow();
	return { name: row.billed || row.name, taxNumber: row.tax_number ?? '', address: row.address ?? '' };
}

/**
 * Issues what is due and was missed, e.g. for orders from before there were invoices; each order in a transaction of
 * its own, the oldest payment first.
 *
 * @returns how many papers were issued
 */
export async function issueDue(db: Db, limit = 1000): Promise<number> {
	const { rows } = await sql<{ id: OrderId }>`
		select o.id from orders o left join lateral (
			select bool_or(i.series = 'INV') as billed, coalesce(-sum(i.total) filter (where i.series = 'CN'), 0) as credited
				from invoices i where i.order_id = o.id) papers on true
		where o.paid_at is not null and o.amount > 0 and (papers.billed is not true or papers.credited < o.refunded)
		order by o.paid_at, o.id limit ${limit}`.execute(db);
	let issued = 0;
	for (const { id } of rows) issued += (await issueFor(db, id)).length;
	return issued;
}
