import jsQR from 'jsqr';
import QRCode from 'qrcode';
import { expect, test } from 'vitest';
import { codeOf, drawPdf, grouped, type Paper } from './draw-pdf.ts';

const paper: Paper = {
	token: 'abcdefghij234567',
	url: 'https://stoa.example/certificates/abcdefghij234567',
	siteName: 'Stoa 书院',
	achievement: {
		kind: 'course',
		id: 7,
		title: '把 PostgreSQL 用到极限',
		summary: '',
		language: 'zh-CN',
		outcomes: ['读懂执行计划', '写出能用索引的查询'],
		tags: [],
		version: 1,
		lessons: 12,
		minutes: 300,
		makers: ['何平'],
		href: '/courses/7/x',
	},
	learner: '吴桐',
	completedAt: new Date('2026-03-01T10:00:00Z'),
	issuedAt: new Date('2026-03-01T10:00:00Z'),
	revokedAt: null,
};

test('a certificate is drawn on one page in both languages, whatever is written on it', async () => {
	const long = {
		...paper.achievement,
		title: 'X'.repeat(300),
		outcomes: Array(40).fill('很长的一句话'.repeat(40)),
	};
	for (const locale of ['zh-CN', 'en'] as const)
		for (const one of [
			paper,
			{ ...paper, learner: null, revokedAt: new Date() },
			{ ...paper, achievement: long },
		]) {
			const pdf = (await drawPdf(one, locale)).toString('latin1');
			expect(pdf.startsWith('%PDF-')).toBe(true);
			expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
			expect(pdf).toContain(paper.url);
		}
});

test('the code on it leads to its page', () => {
	// As it is drawn: dark on light, with four modules of light around.
	const { size, dark } = codeOf(QRCode, paper.url);
	const scale = 4;
	const side = (size + 8) * scale;
	const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
	for (const [row, column] of dark)
		for (let at = 0; at < scale * scale; at++) {
			const [y, x] = [(row + 4) * scale + Math.floor(at / scale), (column + 4) * scale + (at % scale)];
			pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
		}
	expect(jsQR(pixels, side, side)?.data).toBe(paper.url);
});

test('a number is read out in groups of four', () => {
	expect(grouped('abcdefghij234567')).toBe('ABCD-EFGH-IJ23-4567');
});
