import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import en from '../../../messages/invoices/en.json' with { type: 'json' };
import zh from '../../../messages/invoices/zh-CN.json' with { type: 'json' };
import { plainAmount } from '../../kernel/money.ts';
import type { Invoice, InvoiceLine, Party, TaxLine } from './invoice.ts';

/** The languages an invoice is printed in. */
export type PaperLocale = 'zh-CN' | 'en';

type Words = Record<keyof typeof en, string>;
const catalogues: Record<PaperLocale, Words> = { 'zh-CN': zh, en };

function say(words: Words, key: keyof Words, values: Record<string, string | number> = {}): string {
	return words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** What a line is, in words: what was bought, or why it is cheaper. */
export function lineText(words: Words, { what, title, data }: InvoiceLine): string {
	if (what === 'price') {
		const kind = `invoices_sold_${data.sells}` as keyof Words;
		return kind in words ? `${words[kind]}: ${title}` : title;
	}
	if (what === 'refund') return say(words, 'invoices_line_refund', { title });
	const key = `invoices_line_${what}` as keyof Words;
	return say(words, key in words ? key : 'invoices_line_other', data).trim();
}

/** A tax in words: its name, rate and region, as far as they are known. */
export function taxText(words: Words, { name, bps, region }: TaxLine): string {
	const rate = bps === null ? '' : `${bps / 100}%`;
	return [name || words.invoices_tax, rate, region].filter(Boolean).join(' ');
}

// One font for both languages: Noto Sans Hans has the Latin letters too. Only the glyphs used go into the file.
const fonts = dirname(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')));
const fontFile = (weight: 'Regular' | 'Bold') => readFile(join(fonts, 'fonts', `NotoSansHans-${weight}.otf`));

const page = { width: 595.28, left: 56, right: 539, top: 56, bottom: 770 };

/** An invoice as a PDF (A4) in one language. Everything on it was kept when it was issued. */
export async function drawPdf(invoice: Invoice, locale: PaperLocale): Promise<Buffer> {
	const words = catalogues[locale];
	const [{ default: PDFDocument }, regular, bold] = await Promise.all([
		import('pdfkit'),
		fontFile('Regular'),
		fontFile('Bold'),
	]);
	const note = invoice.series === 'CN';
	const title = note ? words.invoices_credit_note : words.invoices_invoice;
	const doc = new PDFDocument({
		size: 'A4',
		margin: page.left,
		bufferPages: true,
		lang: locale,
		displayTitle: true,
		info: {
			Title: `${title} ${invoice.number}`,
			Author: invoice.seller.name,
			CreationDate: invoice.issuedAt,
			ModDate: invoice.issuedAt,
		},
	});
	const pieces: Buffer[] = [];
	doc.on('data', (piece: Buffer) => pieces.push(piece));
	const ended = new Promise((resolve, reject) => doc.on('end', resolve).on('error', reject));
	doc.registerFont('regular', regular).registerFont('bold', bold);
	const grey = '#5b6770';
	const money = (amount: number) => plainAmount({ amount, currency: invoice.currency });
	const text = (
		value: string,
		x: number,
		y: number,
		{ font = 'regular', size = 9.5, width = 240, align = 'left', color = '#16202a' }: Partial<Style> = {},
	) => {
		doc.font(font).fontSize(size).fillColor(color).text(value, x, y, { width, align, lineGap: 2 });
		return doc.y;
	};
	const rule = (y: number, color = '#d5dade') =>
		doc.moveTo(page.left, y).lineTo(page.right, y).lineWidth(0.7).strokeColor(color).stroke();
	const column = page.right - page.left;

	let y = text(title, page.left, page.top, { font: 'bold', size: 22, width: column });
	text(invoice.number, page.left, y + 2, { size: 11, color: grey });
	const facts = [
		[words.invoices_issued, day(invoice.issuedAt, locale)],
		['', say(words, 'invoices_order', { id: invoice.orderId })],
		...(invoice.corrects ? [['', say(words, 'invoices_corrects', { number: invoice.corrects })]] : []),
	];
	let factY = page.top + 6;
	for (const [name, value] of facts)
		factY = text([name, value].filter(Boolean).join(' '), page.right - 240, factY, {
			align: 'right',
			color: grey,
		});
	y = Math.max(doc.y, factY, y + 24) + 22;

	const half = column / 2 - 12;
	const ends = [
		party(words.invoices_from, invoice.seller, page.left),
		party(words.invoices_to, invoice.buyer, page.left + column / 2 + 12),
	];
	y = Math.max(...ends) + 24;

	function party(name: string, { name: who, taxNumber, address }: Party, x: number): number {
		let end = text(name, x, y, { size: 8, color: grey, width: half });
		end = text(who, x, end + 3, { font: 'bold', size: 10.5, width: half });
		if (address) end = text(address, x, end + 1, { width: half });
		if (taxNumber)
			end = text(say(words, 'invoices_tax_number_is', { number: taxNumber }), x, end + 1, { width: half });
		return end;
	}

	const at = { what: page.left, quantity: page.right - 190, amount: page.right - 110 };
	text(words.invoices_what, at.what, y, { size: 8, color: grey });
	text(words.invoices_quantity, at.quantity, y, { size: 8, color: grey, width: 60, align: 'right' });
	text(`${words.invoices_amount} (${invoice.currency})`, at.amount, y, {
		size: 8,
		color: grey,
		width: 110,
		align: 'right',
	});
	y = doc.y + 5;
	for (const line of invoice.lines) {
		if (y > page.bottom - 60) {
			doc.addPage();
			y = page.top;
		}
		rule(y);
		const top = y + 7;
		if (line.quantity !== 1) text(String(line.quantity), at.quantity, top, { width: 60, align: 'right' });
		text(money(line.amount), at.amount, top, { width: 110, align: 'right' });
		y = text(lineText(words, line), at.what, top, { width: at.quantity - at.what - 10 }) + 7;
	}
	if (y > page.bottom - 120) {
		doc.addPage();
		y = page.top;
	}
	rule(y, '#16202a');
	y += 8;
	const sums: [string, number, boolean][] = [
		...(invoice.tax === 0 ? [] : ([[words.invoices_net, invoice.net, false]] as [string, number, boolean][])),
		...invoice.taxLines.map((line): [string, number, boolean] => [taxText(words, line), line.amount, false]),
		[note ? words.invoices_total_back : words.invoices_total, invoice.total, true],
	];
	for (const [name, amount, strong] of sums) {
		const style = strong ? { font: 'bold', size: 12 } : { color: grey };
		text(name, page.left + 120, y, { ...style, width: column - 240, align: 'right' });
		text(`${money(amount)}${strong ? ` ${invoice.currency}` : ''}`, at.amount - 20, y, {
			...style,
			width: 130,
			align: 'right',
		});
		y = doc.y + 4;
	}
	const remarks = [
		note ? '' : words.invoices_paid,
		invoice.tax === 0 ? words.invoices_no_tax : '',
		invoice.currency === 'CNY' ? words.invoices_not_fapiao : '',
	];
	text(remarks.filter(Boolean).join(' '), page.left, y + 24, { size: 8.5, color: grey, width: column });

	const { count } = doc.bufferedPageRange();
	for (let n = 0; n < count; n++) {
		doc.switchToPage(n);
		// Below the margin a text would begin a new page of its own.
		doc.page.margins.bottom = 0;
		text(
			`${invoice.number} · ${say(words, 'invoices_page', { page: n + 1, pages: count })}`,
			page.left,
			800,
			{
				size: 8,
				color: grey,
				width: column,
				align: 'center',
			},
		);
	}
	doc.end();
	await ended;
	return Buffer.concat(pieces);
}

interface Style {
	font: string;
	size: number;
	width: number;
	align: 'left' | 'right' | 'center';
	color: string;
}

function day(at: Date, locale: PaperLocale): string {
	const [year, month, date] = at.toISOString().slice(0, 10).split('-') as [string, string, string];
	return locale === 'zh-CN' ? `${year}年${Number(month)}月${Number(date)}日` : `${year}-${month}-${date}`;
}
