import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../kernel/csv.ts';
import { fitSigmoid } from './linear.ts';
import { lineFor, qualityOf } from './quality.ts';
import { type Example, loadTextModel, type TextModel, trainTextModel } from './text-model.ts';

const offers = ['cheap watches', 'free prize', 'win cash now', '低价代购', '加微信领红包', '免费彩金'];
const topics = ['index scan', 'memory leak', 'unit tests', '慢查询', '内存泄漏', '单元测试'];
const said = (what: string, n: number) => `${['about', 'the', 'my', '关于'][n % 4]} ${what} ${n % 7}`;
const examples: Example[] = Array.from({ length: 240 }, (_, n) => ({
	text: said((n % 2 ? offers : topics)[n % 6]!, n),
	positive: n % 2 === 1,
}));
const model = trainTextModel(examples);

test('a model tells what it was shown apart, in both languages', () => {
	expect(model.probability('free prize about cash')).toBeGreaterThan(0.8);
	expect(model.probability('加微信，免费')).toBeGreaterThan(0.7);
	expect(model.probability('my index scan is slow')).toBeLessThan(0.2);
	expect(model.probability('内存泄漏怎么查')).toBeLessThan(0.3);
	expect(model.probability('')).toBeGreaterThanOrEqual(0);
});

test('its reasons are the words that weighed, with the sign of what they speak for', () => {
	const { text, reasons } = model.reasons('My index scan won a FREE prize', 4);
	const weights = new Map(reasons.map(({ from, to, weight }) => [text.slice(from, to), weight]));
	expect(weights.get('prize')).toBeGreaterThan(0);
	expect(weights.get('scan')).toBeLessThan(0);
});

test('saved and loaded it judges the same; the same examples make the same model', () => {
	const saved = model.save();
	const again = loadTextModel(saved);
	for (const { text } of examples.slice(0, 20))
		expect(again.probability(text)).toBeCloseTo(model.probability(text), 2);
	expect(Buffer.from(trainTextModel(examples).save()).equals(Buffer.from(saved))).toBe(true);
	expect(() => loadTextModel(saved.subarray(1))).toThrow('not the bytes');
});

test('probabilities are those that made the margins', () => {
	const margins = Array.from({ length: 4000 }, (_, n) => (n % 400) / 100 - 2);
	const labels = margins.map(
		(margin, n) => ((n * 7919) % 4000) / 4000 < 1 / (1 + Math.exp(-(1.5 * margin - 0.5))),
	);
	const { a, b } = fitSigmoid(margins, labels);
	expect(a).toBeCloseTo(-1.5, 0);
	expect(b).toBeCloseTo(0.5, 0);
});

test('what is told of a model is what it said of texts that it was not shown', () => {
	const { heldOut } = trainTextModel(examples);
	const quality = qualityOf(heldOut);
	expect(quality).toMatchObject({ examples: 240, positives: 120 });
	expect(quality.accuracy).toBeGreaterThan(0.95);
	expect(quality.auc).toBeGreaterThan(0.98);
	expect(quality.bins.reduce((sum, { count }) => sum + count, 0)).toBe(240);
	// Of labels that were drawn by lot nothing can be learned, and it says so.
	const lot = trainTextModel(
		examples.map(({ text }, n) => ({ text: `${text} ${n}`, positive: (n * 7) % 13 < 6 })),
	);
	expect(qualityOf(lot.heldOut).auc).toBeLessThan(0.75);
});

test('the line is where as few are wronged as was asked for', () => {
	const judged = Array.from({ length: 1000 }, (_, n) => ({
		probability: n / 1000,
		positive: n >= 900 && n % 10 > 0,
	}));
	const line = lineFor(judged, 0.01);
	const wronged = judged.filter(({ probability, positive }) => !positive && probability >= line).length;
	expect(wronged / judged.filter(({ positive }) => !positive).length).toBeLessThanOrEqual(0.01);
	expect(lineFor([{ probability: 0.2, positive: false }], 0.001)).toBe(0.5);
});

test('a text of a megabyte, one letter a million times, is judged by its beginning and at once', () => {
	const begun = performance.now();
	expect(model.probability('free prize '.repeat(100_000))).toBeGreaterThan(0.5);
	model.reasons('赌'.repeat(1_000_000));
	expect(performance.now() - begun).toBeLessThan(5000);
});

// Real labelled texts lie outside the repository: in the folder that STOA_DATA_SETS names, else in shared/data beside the checkout.
const root = process.env.STOA_DATA_SETS ?? join(import.meta.dirname, '../../../../../../shared/data');
const read = (path: string) => gunzipSync(readFileSync(join(root, path))).toString();

function judged(judge: TextModel, cases: readonly Example[], threshold: number) {
	let [hit, wrong, missed, right] = [0, 0, 0, 0];
	for (const { text, positive } of cases) {
		if (judge.probability(text) >= threshold) positive ? hit++ : wrong++;
		else positive ? missed++ : right++;
	}
	const f1 = (one: number) => (2 * one) / (2 * one + wrong + missed);
	return {
		accuracy: (hit + right) / cases.length,
		macroF1: (f1(hit) + f1(right)) / 2,
		blocked: wrong / (wrong + right),
	};
}

describe.runIf(existsSync(join(root, 'spam-sms')))('on real texts', () => {
	test('spam of the SMS collection, trained on its first 1,674', () => {
		const all = read('spam-sms/SMSSpamCollection.gz')
			.split('\n')
			.filter(Boolean)
			.map((line): Example => {
				const at = line.indexOf('\t');
				const text = line
					.slice(at + 1)
					.trim()
					.replace(/^"(.*)"$/s, '$1')
					.replaceAll('""', '"');
				return { text, positive: line.slice(0, at).trim() === 'spam' };
			});
		const judge = trainTextModel(all.slice(0, 1674));
		// Where the line is drawn, the texts say that it was trained on.
		const { accuracy, blocked } = judged(judge, all.slice(1674), lineFor(judge.heldOut, 0.001));
		expect(accuracy).toBeGreaterThanOrEqual(0.985);
		expect(blocked).toBeLessThanOrEqual(0.001);
	}, 60_000);

	test('offence of COLD, trained on its training part', () => {
		const [train, tests] = ['train', 'test'].map((part) => {
			const [head = [], ...rows] = parseCsv(read(`toxic-cold/${part}.csv.gz`));
			const [label, text] = [head.indexOf('label'), head.indexOf('TEXT')];
			return rows.map((row): Example => ({ text: row[text] ?? '', positive: row[label] === '1' }));
		});
		expect([train!.length, tests!.length]).toEqual([25_726, 5323]);
		expect(judged(trainTextModel(train!), tests!, 0.5).macroF1).toBeGreaterThanOrEqual(0.8);
	}, 120_000);
});
