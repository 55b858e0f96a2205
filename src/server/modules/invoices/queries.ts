import { z } from 'zod';
import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { csvText } from '../../kernel/csv.ts';
import { type Currency, plainAmount } from '../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { invoiceError } from './errors.ts';
import { type Invoice, type InvoiceLine, type Party, printedNumber, type TaxLine } from './invoice.ts';
import { requireTreasurer } from './policy.ts';

function invoices(db: Db) {
	return db
		.selectFrom('invoices as i')
		.leftJoin('invoices as first', 'first.id', 'i.corrects')
		.selectAll('i')
		.select(['first.series as first_series', 'first.year as first_year', 'first.number as first_number']);
}

function toInvoice(
	row: Awaited<ReturnType<ReturnType<typeof invoices>['executeTakeFirstOrThrow']>>,
): Invoice {
	return {
		id: row.id,
		series: row.series as Invoice['series'],
		number: printedNumber(row),
		orderId: row.order_id,
		userId: row.user_id,
		corrects:
			row.first_series === null
				? null
				: printedNumber({ series: row.first_series, year: row.first_year!, number: row.first_number! }),
		currency: row.currency as Currency,
		net: row.net,
		tax: row.tax,
		total: row.total,
		seller: row.seller as unknown as Party,
		buyer: row.buyer as unknown as Party,
		lines: row.lines as unknown as InvoiceLine[],
		taxLines: row.tax_lines as unknown as TaxLine[],
		issuedAt: row.issued_at,
	};
}

/** One's own invoices and credit notes, the newest first. One statement. */
export async function listMyInvoices(
	db: Db,
	actor: Actor,
	filter: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Invoice>> {
	const { userId } = requireMember(actor);
	return listed(db, { ...filter, userId });
}

/** Everybody's, the newest first. Administrators may look. One statement. */
export async function listInvoices(
	db: Db,
	actor: Actor,
	filter: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Invoice>> {
	requireTreasurer(actor);
	return listed(db, filter);
}

async function listed(
	db: Db,
	filter: { userId?: number; cursor?: string | null; limit?: number },
): Promise<Page<Invoice>> {
	const limit = Math.min(filter.limit ?? 20, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = invoices(db)
		.orderBy('i.id', 'desc')
		.limit(limit + 1);
	if (filter.userId) query = query.where('i.user_id', '=', filter.userId);
	if (after) query = query.where('i.id', '<', after[0] as number);
	return cutPage((await query.execute()).map(toInvoice), limit, ({ id }) => [id]);
}

/** One invoice: its buyer's and administrators'. @throws invoices.not_found */
export async function findInvoice(db: Db, actor: Actor, id: number): Promise<Invoice> {
	const { userId } = requireMember(actor);
	const row = await invoices(db).where('i.id', '=', id).executeTakeFirst();
	if (!row || (row.user_id !== userId && actor.role !== 'admin')) throw invoiceError('not_found');
	return toInvoice(row);
}

const detailsSchema = z.object({
	name: z.string().trim().max(120).default(''),
	taxNumber: z.string().trim().max(40).default(''),
	address: z.string().trim().max(300).default(''),
});

/** Says who is named on one's invoices from now on; those that are issued stay. */
export async function setBillingDetails(db: Db, actor: Actor, input: unknown): Promise<void> {
	const { userId } = requireActing(actor);
	const { name, taxNumber, address } = validate(detailsSchema, input);
	const values = { name, tax_number: taxNumber, address, updated_at: now() };
	await db
		.insertInto('billing_details')
		.values({ user_id: userId, ...values })
		.onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
		.execute();
}

/** Who is named on one's invoices; empty fields until something is said. */
export async function billingDetails(db: Db, actor: Actor): Promise<Party> {
	const { userId } = requireMember(actor);
	const row = await db
		.selectFrom('billing_details')
		.select(['name', 'tax_number as taxNumber', 'address'])
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return row ?? { name: '', taxNumber: '', address: '' };
}

/** What was billed in a month under one tax, credit notes taken off. Minor units. */
export interface TaxRow {
	currency: Currency;
	region: string;
	name: string;
	bps: number | null;
	net: number;
	tax: number;
	papers: number;
}

/** The taxes of a month by region and rate; what is billed without tax has a row of its own. One statement. */
export async function taxReport(db: Db, actor: Actor, from: Date, to: Date): Promise<TaxRow[]> {
	requireTreasurer(actor);
	const { rows } = await sql<TaxRow>`
		select i.currency, coalesce(l.region, '') as region, coalesce(l.name, '') as name, l.bps,
			sum(case when l.part is null or l.part = 1 then i.net else 0 end)::bigint as net,
			coalesce(sum(l.amount), 0)::bigint as tax, count(*)::int as papers
		from invoices i left join lateral (
			select x.value->>'region' as region, x.value->>'name' as name, (x.value->>'bps')::int as bps,
				(x.value->>'amount')::bigint as amount, x.part
			from jsonb_array_elements(i.tax_lines) with ordinality as x(value, part)) l on true
		where i.issued_at >= ${from} and i.issued_at < ${to}
		group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db);
	return rows;
}

/** The report as a file. */
export function taxCsv(rows: readonly TaxRow[]): string {
	return csvText(
		['currency', 'region', 'tax', 'rate_percent', 'net', 'tax_amount', 'documents'],
		rows.map((row) => [
			row.currency,
			row.region,
			row.name,
			row.bps === null ? '' : String(row.bps / 100),
			plainAmount({ amount: row.net, currency: row.currency }),
			plainAmount({ amount: row.tax, currency: row.currency }),
			row.papers,
		]),
	);
}
