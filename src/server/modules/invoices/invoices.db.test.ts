import { expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents, emit } from '../../platform/events/index.ts';
import { defaultSettings, writeSettings } from '../../platform/settings/index.ts';
import { aPerson } from '../items/testing.ts';
import {
	askFapiao,
	billingDetails,
	decideFapiao,
	findInvoice,
	invoiceHandlers,
	invoicePdf,
	issueDue,
	issueFor,
	listFapiaos,
	listInvoices,
	listMyInvoices,
	myFapiaos,
	setBillingDetails,
	taxCsv,
	taxReport,
	withdrawFapiao,
} from './index.ts';
import type { Billed } from './invoice.ts';
import { aPaidOrder, sentBack } from './testing.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
const admin = await aPerson(db, { role: 'admin' });
const vat = (amount: number, tax: number): Billed['quote'][number][] => [
	{ what: 'price', amount: amount - tax, data: { each: amount - tax, quantity: 1 } },
	{ what: 'tax', amount: tax, data: { name: 'VAT', bps: 600, region: 'CN' } },
];

test('a paid order has one invoice however often it is asked for; what was not paid has none', async () => {
	const { orderId } = await aPaidOrder(db);
	const issued = await Promise.all(Array.from({ length: 10 }, () => issueFor(db, orderId)));
	expect(issued.flat()).toHaveLength(1);
	const unpaid = await aPaidOrder(db, { paidAt: null });
	expect(await issueFor(db, unpaid.orderId)).toEqual([]);
});

test('fifty at once, some of which come to nothing, leave numbers without gaps', async () => {
	const orders = await Promise.all(Array.from({ length: 50 }, () => aPaidOrder(db)));
	const before = await db
		.selectFrom('invoice_counters')
		.selectAll()
		.where('series', '=', 'INV')
		.executeTakeFirst();
	await Promise.all(
		orders.map(({ orderId }, at) =>
			at % 3 === 0
				? db
						.transaction()
						.execute(async (tx) => {
							await issueFor(tx, orderId);
							throw new Error('the work around it failed');
						})
						.catch(() => null)
				: issueFor(db, orderId),
		),
	);
	const rows = await db
		.selectFrom('invoices')
		.select('number')
		.where('series', '=', 'INV')
		.orderBy('number')
		.execute();
	expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: rows.length }, (_, at) => at + 1));
	expect(rows.length - (before?.last ?? 0)).toBe(33);
	expect(await issueDue(db)).toBe(17);
	expect(await issueDue(db)).toBe(0);
});

test('an invoice keeps the names and amounts it was issued with, and cannot be changed', async () => {
	const buyer = await aPerson(db, { name: '林青' });
	await writeSettings(db, admin.id, {
		...defaultSettings,
		invoiceSeller: '书院有限公司',
		invoiceSellerTaxNumber: '91310000X',
	});
	await setBillingDetails(db, buyer.actor, {
		name: 'Lin GmbH',
		address: '杭州市西湖区 1 号',
		taxNumber: 'DE1',
	});
	expect(await billingDetails(db, buyer.actor)).toMatchObject({ name: 'Lin GmbH' });
	const { orderId } = await aPaidOrder(db, {
		userId: buyer.id,
		amount: 2120,
		tax: 120,
		quote: vat(2120, 120),
	});
	const [id] = await issueFor(db, orderId);
	await setBillingDetails(db, buyer.actor, { name: 'Another' });
	await writeSettings(db, admin.id, { ...defaultSettings, invoiceSeller: 'Renamed' });
	const invoice = await findInvoice(db, buyer.actor, id!);
	expect(invoice).toMatchObject({
		seller: { name: '书院有限公司', taxNumber: '91310000X' },
		buyer: { name: 'Lin GmbH' },
		net: 2000,
		tax: 120,
		total: 2120,
		taxLines: [{ name: 'VAT', bps: 600, region: 'CN', amount: 120 }],
	});
	expect(invoice.number).toMatch(/^INV-20\d\d-\d{6}$/);
	await expect(db.updateTable('invoices').set({ total: 1 }).where('id', '=', id!).execute()).rejects.toThrow(
		/never changed/,
	);
	await expect(db.deleteFrom('invoices').where('id', '=', id!).execute()).rejects.toThrow(/never changed/);
	const stranger = await aPerson(db);
	expect(await code(findInvoice(db, stranger.actor, id!))).toBe('invoices.not_found');
	expect((await findInvoice(db, admin.actor, id!)).id).toBe(id);
	expect(await code(listInvoices(db, stranger.actor))).toBe('common.forbidden');
	expect((await listMyInvoices(db, buyer.actor)).items.map((one) => one.id)).toEqual([id]);
});

test('what is sent back has credit notes; in parts they add up to the invoice, tax and all', async () => {
	const { orderId, userId } = await aPaidOrder(db, { amount: 1061, tax: 61, quote: vat(1061, 61) });
	await issueFor(db, orderId);
	for (const part of [333, 333, 395]) {
		await sentBack(db, orderId, part);
		expect(await issueFor(db, orderId)).toHaveLength(1);
		expect(await issueFor(db, orderId)).toHaveLength(0);
	}
	const papers = await db
		.selectFrom('invoices')
		.selectAll()
		.where('order_id', '=', orderId)
		.orderBy('id')
		.execute();
	expect(papers.map(({ series, total }) => [series, total])).toEqual([
		['INV', 1061],
		['CN', -333],
		['CN', -333],
		['CN', -395],
	]);
	for (const column of ['net', 'tax', 'total'] as const)
		expect(papers.reduce((sum, paper) => sum + paper[column], 0)).toBe(0);
	expect(papers.slice(1).every(({ corrects }) => corrects === papers[0]!.id)).toBe(true);
	const buyer = { ...admin.actor, role: 'member' as const, userId };
	expect((await findInvoice(db, buyer, papers[1]!.id)).corrects).toMatch(/^INV-/);
});

test('a refund before the invoice gives both papers', async () => {
	const { orderId } = await aPaidOrder(db);
	await sentBack(db, orderId, 1900);
	expect(await issueFor(db, orderId)).toHaveLength(2);
});

test('the taxes of a month by region and rate are what its papers say', async () => {
	const at = new Date();
	const from = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
	const to = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
	const rows = await taxReport(db, admin.actor, from, to);
	const all = await db.selectFrom('invoices').select(['net', 'tax']).execute();
	expect(rows.reduce((sum, row) => sum + row.net, 0)).toBe(all.reduce((sum, row) => sum + row.net, 0));
	expect(rows.reduce((sum, row) => sum + row.tax, 0)).toBe(all.reduce((sum, row) => sum + row.tax, 0));
	expect(rows.find(({ region }) => region === 'CN')).toMatchObject({
		bps: 600,
		name: 'VAT',
		net: 2000,
		tax: 120,
	});
	expect(taxCsv(rows)).toContain('CNY,CN,VAT,6,20.00,1.20,');
	const moderator = await aPerson(db, { role: 'moderator' });
	expect(await code(taxReport(db, moderator.actor, from, to))).toBe('common.forbidden');
});

test('a fapiao is asked for once, needs a company’s tax number, and is issued under a number', async () => {
	const buyer = await aPerson(db);
	const { orderId } = await aPaidOrder(db, { userId: buyer.id });
	const company = { holder: 'company', title: '书院有限公司', email: 'a@example.org' };
	await expect(askFapiao(db, buyer.actor, orderId, company)).rejects.toMatchObject({
		fields: { taxNumber: 'invoices.tax_number_missing' },
	});
	await expect(askFapiao(db, buyer.actor, orderId, { ...company, taxNumber: '123' })).rejects.toMatchObject({
		fields: { taxNumber: 'invoices.tax_number_invalid' },
	});
	const asking = { ...company, taxNumber: '91310000ma1k000000' };
	const stranger = await aPerson(db);
	expect(await code(askFapiao(db, stranger.actor, orderId, asking))).toBe('invoices.not_found');
	const answers = await Promise.all(
		Array.from({ length: 8 }, () => code(askFapiao(db, buyer.actor, orderId, asking))),
	);
	expect(answers.filter((one) => one === 'no refusal')).toHaveLength(1);
	expect(answers.filter((one) => one === 'invoices.fapiao_asked')).toHaveLength(7);
	const [mine] = await myFapiaos(db, buyer.actor);
	expect(mine).toMatchObject({ status: 'asked', taxNumber: '91310000MA1K000000', value: { amount: 1900 } });
	expect(await code(decideFapiao(db, buyer.actor, mine!.id, { to: 'issued', number: '1' }))).toBe(
		'common.forbidden',
	);
	expect(await code(decideFapiao(db, admin.actor, mine!.id, { to: 'issued' }))).toBe(
		'invoices.number_missing',
	);
	expect(await code(decideFapiao(db, admin.actor, mine!.id, { to: 'voided', reason: 'x' }))).toBe(
		'invoices.wrong_state',
	);
	await decideFapiao(db, admin.actor, mine!.id, { to: 'issued', number: '24312000000012345678' });
	expect(await code(withdrawFapiao(db, buyer.actor, mine!.id))).toBe('invoices.wrong_state');
	await sentBack(db, orderId, 1900);
	expect(
		(await listFapiaos(db, admin.actor, 'issued')).find(({ id }) => id === mine!.id)?.refundedSince,
	).toBe(true);
	await decideFapiao(db, admin.actor, mine!.id, { to: 'voided', reason: 'refunded' });
	expect(await code(askFapiao(db, buyer.actor, orderId, asking))).toBe('invoices.nothing_to_bill');
});

test('only orders in CNY have a fapiao; a request may be withdrawn, and asked again', async () => {
	const buyer = await aPerson(db);
	const dollars = await aPaidOrder(db, { userId: buyer.id, currency: 'USD' });
	const asking = { holder: 'person', title: '林青', email: 'a@example.org' };
	expect(await code(askFapiao(db, buyer.actor, dollars.orderId, asking))).toBe('invoices.fapiao_currency');
	const { orderId } = await aPaidOrder(db, { userId: buyer.id });
	const id = await askFapiao(db, buyer.actor, orderId, asking);
	await withdrawFapiao(db, buyer.actor, id);
	expect((await listFapiaos(db, admin.actor)).map((one) => one.id)).not.toContain(id);
	expect(await askFapiao(db, buyer.actor, orderId, asking)).toBeGreaterThan(id);
});

test('an invoice is a PDF in either language, its Chinese in a font that is in the file', async () => {
	const { orderId, userId } = await aPaidOrder(db, { amount: 2120, tax: 120, quote: vat(2120, 120) });
	const [id] = await issueFor(db, orderId);
	const invoice = await findInvoice(db, { ...admin.actor, role: 'member', userId }, id!);
	for (const locale of ['zh-CN', 'en'] as const) {
		const pdf = await invoicePdf(invoice, locale);
		const text = Buffer.from(pdf).toString('latin1');
		expect(text.startsWith('%PDF-1.')).toBe(true);
		expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansHans-Regular/);
		expect(text).toMatch(/\/FontFile3/);
		// The whole font has eight megabytes; what is in the file are the glyphs that are used.
		expect(pdf.length).toBeLessThan(300_000);
	}
});

test('a payment and a refund have their papers by their events, whichever is handled first', async () => {
	const { orderId, userId } = await aPaidOrder(db);
	const about = { orderId, userId, itemId: null, spaceId: null };
	await emit(db, null, 'orders.refunded', { ...about, amount: 900, of: 1900, whole: false });
	await emit(db, null, 'orders.paid', { ...about, sells: 'item', gift: false });
	await sentBack(db, orderId, 900);
	await drainEvents(db, invoiceHandlers);
	await drainEvents(db, invoiceHandlers);
	const papers = await db
		.selectFrom('invoices')
		.select(['series', 'total'])
		.where('order_id', '=', orderId)
		.execute();
	expect(papers).toEqual([
		{ series: 'INV', total: 1900 },
		{ series: 'CN', total: -900 },
	]);
});
