// npm run bench -- moderation [--json FILE] [--only texts,leaderboard]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LoadedChecks, rulesOf } from '../src/server/modules/checks/load-checks.ts';
import { lookAt } from '../src/server/modules/checks/look.ts';
import { bandsOf, signatureOf } from '../src/server/modules/checks/near/signature.ts';
import { factsOf } from '../src/server/modules/checks/text-facts.ts';
import { trainTextModel } from '../src/server/modules/checks/text-model/text-model.ts';
import { wordFinder } from '../src/server/modules/checks/words/find-words.ts';
import { readWordList } from '../src/server/modules/checks/words/word-list.ts';
import { measureLeaderboard } from './moderation/leaderboard.ts';
import { atLeast, atMost, median, type Result, report } from './report.ts';

const { values: options } = parseArgs({
	options: { json: { type: 'string' }, only: { type: 'string', default: '' } },
});
const wanted = options.only.split(',').filter(Boolean);
const wants = (name: string) => wanted.length === 0 || wanted.includes(name);
const runs = 5;
const megabytes = 8;

/** The same words in every run. */
function random(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** Texts of the demo, in both languages, until there are enough. */
function posts(): string[] {
	const folder = join(import.meta.dirname, '../demo/items');
	const texts = readdirSync(folder)
		.filter((file) => file.endsWith('.md'))
		.map((file) => readFileSync(join(folder, file), 'utf8'));
	const out: string[] = [];
	for (let bytes = 0, n = 0; bytes < megabytes * 1e6; n++) {
		const text = texts[n % texts.length]!;
		out.push(text);
		bytes += Buffer.byteLength(text);
	}
	return out;
}

/** Four in five of Chinese characters that the texts have too, the others of letters. */
function hundredThousandWords(texts: readonly string[]): string[] {
	const characters = [...new Set(texts.join(''))].filter((one) => /\p{Script=Han}/u.test(one));
	const below = random(3);
	const made = (length: number, letter: () => string) => Array.from({ length }, letter).join('');
	const words = new Set<string>();
	while (words.size < 80_000) words.add(made(3 + below(3), () => characters[below(characters.length)]!));
	while (words.size < 100_000) words.add(made(5 + below(6), () => String.fromCharCode(97 + below(26))));
	return [...words];
}

/** Megabytes a second of all texts, the median of the runs. */
function speed(texts: readonly string[], look: (text: string) => unknown): number {
	const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
	return median(
		Array.from({ length: runs }, () => {
			const start = performance.now();
			for (const text of texts) look(text);
			return bytes / 1e3 / (performance.now() - start);
		}),
	);
}

function measureTexts(): Result[] {
	const results: Result[] = [];
	const texts = posts();
	const start = performance.now();
	const find = wordFinder(readWordList(hundredThousandWords(texts).join('\n')));
	results.push(atMost('100,000 words made ready', (performance.now() - start) / 1000, 's', null));
	let sum = 0;
	const bare = speed(texts, (text) => {
		for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
	});
	results.push(atLeast('texts looked through for 100,000 words', speed(texts, find), 'MB/s', 20));
	results.push(atLeast('only reading their characters', bare, 'MB/s', null));

	const judge = trainTextModel(texts.slice(0, 400).map((text, n) => ({ text, positive: n % 2 === 0 })));
	const post = texts.filter(({ length }) => length > 800 && length < 2500);
	const loaded: LoadedChecks = {
		rules: rulesOf({}),
		find,
		words: [],
		lists: [],
		models: { spam: { version: 1, model: judge }, toxic: { version: 1, model: judge } },
	};
	// A judge that was trained by lot speaks against some: its reasons are for a page that somebody opens.
	loaded.rules.spam.action = 'off';
	loaded.rules.toxic.action = 'off';
	const times = Array.from({ length: runs }, () =>
		median(
			post.map((text) => {
				const begun = performance.now();
				factsOf(text);
				lookAt(loaded, { title: '', source: text }, true);
				const numbers = signatureOf(text);
				if (numbers) bandsOf(numbers);
				return performance.now() - begun;
			}),
		),
	);
	results.push(
		atMost(
			`one post checked: links, words, two models, what it is recognised by; ${post.length} posts`,
			median(times),
			'ms',
			3,
		),
	);
	if (sum === Number.NEGATIVE_INFINITY) console.log(sum);
	return results;
}

const results: Result[] = [];
if (wants('texts')) results.push(...measureTexts());
if (wants('leaderboard')) results.push(...(await measureLeaderboard()));
report('moderation', results, options.json);
