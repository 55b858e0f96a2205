import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import en from '../../../messages/credentials/en.json' with { type: 'json' };
import zh from '../../../messages/credentials/zh-CN.json' with { type: 'json' };
import type { Achievement } from './achievement.ts';

/** The languages a certificate is printed in. */
export type PaperLocale = 'zh-CN' | 'en';

/** Everything that stands on the paper. */
export interface Paper {
	token: string;
	url: string;
	siteName: string;
	achievement: Achievement;
	/** null: the learner shows no name. */
	learner: string | null;
	completedAt: Date;
	issuedAt: Date;
	revokedAt: Date | null;
}

type Words = Record<keyof typeof en, string>;
const catalogues: Record<PaperLocale, Words> = { 'zh-CN': zh, en };

function say(words: Words, key: keyof Words, values: Record<string, string | number> = {}): string {
	return words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

// One font for both languages: Noto Sans Hans has the Latin letters too. Only the glyphs used go into the file.
const fonts = dirname(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')));
const fontFile = (weight: 'Regular' | 'Bold') => readFile(join(fonts, 'fonts', `NotoSansHans-${weight}.otf`));

const page = { width: 841.89, height: 595.28, left: 64, right: 777.89 };
const ink = '#16202a';
const grey = '#5b6770';
const accent = '#1f6b5c';

/** A token in groups of four, as people read it out. */
export function grouped(token: string): string {
	return token.replace(/(.{4})(?=.)/g, '$1-').toUpperCase();
}

function day(at: Date, locale: PaperLocale): string {
	const [year, month, date] = at.toISOString().slice(0, 10).split('-') as [string, string, string];
	return locale === 'zh-CN' ? `${year}年${Number(month)}月${Number(date)}日` : `${year}-${month}-${date}`;
}

/** The dark modules of the code that leads to an address, by row and column. */
export function codeOf(
	qr: Pick<typeof import('qrcode'), 'create'>,
	url: string,
): { size: number; dark: [row: number, column: number][] } {
	const { modules } = qr.create(url, { errorCorrectionLevel: 'M' });
	const dark: [number, number][] = [];
	for (let row = 0; row < modules.size; row++)
		for (let column = 0; column < modules.size; column++)
			if (modules.get(row, column)) dark.push([row, column]);
	return { size: modules.size, dark };
}

/** A certificate as a PDF (A4 across) in one language. */
export async function drawPdf(paper: Paper, locale: PaperLocale): Promise<Buffer> {
	const words = catalogues[locale];
	const [{ default: PDFDocument }, { default: QRCode }, regular, bold] = await Promise.all([
		import('pdfkit'),
		import('qrcode'),
		fontFile('Regular'),
		fontFile('Bold'),
	]);
	const { achievement } = paper;
	const doc = new PDFDocument({
		size: 'A4',
		layout: 'landscape',
		margin: 0,
		lang: locale,
		displayTitle: true,
		info: {
			Title: `${words.cert_certificate} · ${achievement.title}`,
			Author: paper.siteName,
			CreationDate: paper.issuedAt,
			ModDate: paper.issuedAt,
		},
	});
	const pieces: Buffer[] = [];
	doc.on('data', (piece: Buffer) => pieces.push(piece));
	const ended = new Promise((resolve, reject) => doc.on('end', resolve).on('error', reject));
	doc.registerFont('regular', regular).registerFont('bold', bold);

	/** Writes a text that becomes smaller, then shorter, until it fits. @returns where it ends */
	const text = (
		value: string,
		x: number,
		y: number,
		style: { font?: 'regular' | 'bold'; size?: number; width?: number; lines?: number; color?: string } = {},
	): number => {
		const { font = 'regular', width = page.right - page.left, lines = 1, color = ink } = style;
		let { size = 10 } = style;
		const options = { width, lineGap: size * 0.25 };
		doc.font(font).fillColor(color);
		// A gap is counted below every line, the last one too.
		const most = () => lines * (doc.fontSize(size).currentLineHeight(true) + options.lineGap) + 1;
		while (size > 8 && doc.fontSize(size).heightOfString(value, options) > most()) size -= 1;
		doc.fontSize(size).text(value, x, y, { ...options, height: most(), ellipsis: true });
		return y + Math.min(doc.heightOfString(value, options), most());
	};

	doc
		.rect(28, 28, page.width - 56, page.height - 56)
		.lineWidth(1.2)
		.strokeColor(accent)
		.stroke();
	doc
		.rect(34, 34, page.width - 68, page.height - 68)
		.lineWidth(0.4)
		.strokeColor('#b9c6c2')
		.stroke();
	text(paper.siteName, page.left, 66, { font: 'bold', size: 13, color: accent });
	let y = text(words.cert_certificate, page.left, 100, { font: 'bold', size: 30 });
	y = text(say(words, 'cert_paper_is', { site: paper.siteName }), page.left, y + 14, {
		size: 11,
		color: grey,
	});
	y = text(paper.learner ?? words.cert_no_name, page.left, y + 10, {
		font: 'bold',
		size: 26,
		color: paper.learner ? ink : grey,
	});
	const done = {
		course: words.cert_paper_course,
		path: words.cert_paper_path,
		badge: words.cert_paper_badge,
	}[achievement.kind];
	y = text(done, page.left, y + 12, { size: 11, color: grey });
	y = text(achievement.title, page.left, y + 8, { font: 'bold', size: 22, lines: 2 });
	const facts =
		achievement.kind === 'badge'
			? achievement.summary
			: say(words, 'cert_paper_facts', {
					lessons: achievement.lessons,
					hours: Math.max(1, Math.round(achievement.minutes / 60)),
				});
	y = text(facts, page.left, y + 6, { size: 10, color: grey });
	if (achievement.outcomes.length) {
		y += 8;
		for (const outcome of achievement.outcomes.slice(0, 5)) {
			if (y > 420) break;
			y = text(`·  ${outcome}`, page.left, y + 3, { size: 10, width: 520, lines: 2 });
		}
	}

	const foot = 470;
	doc
		.moveTo(page.left, foot - 14)
		.lineTo(page.right - 130, foot - 14)
		.lineWidth(0.6)
		.strokeColor('#d5dade')
		.stroke();
	const column = (at: number, name: string, value: string) => {
		const x = page.left + at * 190;
		const end = text(name, x, foot, { size: 8, color: grey, width: 178 });
		text(value, x, end + 3, { font: 'bold', size: 10.5, width: 178, lines: 2 });
	};
	column(0, words.cert_completed, day(paper.completedAt, locale));
	column(1, words.cert_by, achievement.makers.join(locale === 'en' ? ', ' : '、') || paper.siteName);
	column(2, words.cert_number, grouped(paper.token));
	text(say(words, 'cert_paper_check', { url: paper.url }), page.left, 526, {
		size: 8,
		color: grey,
		width: 560,
		lines: 2,
	});

	// The quiet zone of four modules around the code is the paper itself.
	const side = 104;
	const code = codeOf(QRCode, paper.url);
	const module = side / code.size;
	const [left, top] = [page.right - side, foot - 34];
	for (const [row, column] of code.dark)
		doc.rect(left + column * module, top + row * module, module + 0.05, module + 0.05);
	doc.fillColor('#000000').fill();
	doc.link(left, top, side, side, paper.url);

	if (paper.revokedAt) {
		const said = say(words, 'cert_paper_revoked', { day: day(paper.revokedAt, locale) });
		doc
			.rect(page.right - 300, 60, 300, 30)
			.fillColor('#b3261e')
			.fill();
		doc
			.font('bold')
			.fontSize(13)
			.fillColor('#ffffff')
			.text(said, page.right - 300, 66, { width: 300, align: 'center' });
	}
	doc.end();
	await ended;
	return Buffer.concat(pieces);
}
