import { describe, expect, it } from 'vitest';
import { planSearch, type Request } from './plan.ts';
import { phraseUnit, wordUnits } from './units.ts';

const vocabulary = (terms: Record<string, number>, documents = 1000) => ({
	documents,
	terms: new Map(Object.entries(terms)),
});
const request = (words: string, more: Partial<Request> = {}): Request => ({
	...wordUnits(words),
	phrases: [],
	excluded: [],
	facets: [],
	excludedFacets: [],
	corrections: new Map(),
	...more,
});

it('asks for every word, and expects what independent words give', () => {
	const plan = planSearch(request('index jsonb'), vocabulary({ index: 500, jsonb: 100 }));
	expect(plan.strict).toEqual({ query: "'index' & 'jsonb'", share: 0.05, opened: 0 });
	expect(plan.titled?.query).toBe("'^index' & '^jsonb'");
});

it('weighs a rare word more than a common one', () => {
	const { ranked } = planSearch(request('index jsonb'), vocabulary({ index: 900, jsonb: 3 }));
	expect(ranked.map(({ query }) => query)).toEqual(["'jsonb'", "'index'"]);
	expect(ranked[1]!.weight).toBeGreaterThanOrEqual(0);
});

describe('compounds', () => {
	it('that are known are looked for whole or in their parts side by side', () => {
		const plan = planSearch(
			request('machine-learning'),
			vocabulary({ machinelearn: 5, machin: 50, learn: 60 }),
		);
		expect(plan.strict?.query).toBe("('machinelearn' | ('machin' <-> 'learn'))");
	});

	it('whose parts say nothing are looked for whole', () => {
		expect(planSearch(request('http/2'), vocabulary({ http2: 5, http: 500, '2': 900 })).strict?.query).toBe(
			"'http2'",
		);
	});

	it('that nobody wrote are looked for in their parts', () => {
		expect(planSearch(request('text-embedding-9'), vocabulary({ text: 5, embed: 5 })).strict?.query).toBe(
			"('text' <-> 'embed' <-> '9')",
		);
	});

	it('in Chinese are found whatever words the text was cut into', () => {
		expect(planSearch(request('线程池'), vocabulary({ 线程池: 5, 线程: 50, 程池: 6 })).strict?.query).toBe(
			"('线程池' | ('线程' & '程池'))",
		);
	});
});

it('keeps the order and the distances of a phrase', () => {
	const plan = planSearch(
		request('', { phrases: [phraseUnit('how to index a jsonb column')!] }),
		vocabulary({}),
	);
	expect(plan.strict?.query).toBe("('index' <2> 'jsonb' <-> 'column')");
});

it('knows how many documents a phrase makes it open', () => {
	const phrases = [phraseUnit('index column')!];
	const plan = planSearch(request('jsonb', { phrases }), vocabulary({ index: 500, column: 400, jsonb: 100 }));
	expect(plan.strict?.opened).toBeCloseTo(0.5 * 0.4 * 0.1);
});

it('joins filters and exclusions', () => {
	const plan = planSearch(
		request('index', {
			facets: [['#sql', '#css'], ['=question']],
			excludedFacets: ['@7'],
			excluded: wordUnits('mysql').units,
		}),
		vocabulary({ index: 100, '#sql': 10, '#css': 10, '=question': 500 }),
	);
	expect(plan.strict?.query).toBe("'index' & ('#sql' | '#css') & '=question' & !('mysql') & !'@7'");
	expect(plan.strict?.share).toBeCloseTo(0.1 * 0.02 * 0.5);
});

it('has no condition for a query that only excludes', () => {
	expect(
		planSearch(request('', { excluded: wordUnits('mysql').units }), vocabulary({ mysql: 5 })).strict,
	).toBeNull();
});

it('looks for stop words in titles when there is nothing else', () => {
	expect(planSearch(request('how to'), vocabulary({ '^how': 300, '^to': 500 })).strict?.query).toBe(
		"'^how' & '^to'",
	);
});

it('when words may be missing, takes the rare ones alone and the common ones in twos', () => {
	const terms = { zeta: 40, index: 10_000, queri: 20_000, the: 900_000 };
	const plan = planSearch(request('zeta index queries'), vocabulary(terms, 1_000_000));
	expect(plan.relaxed?.query).toBe("('zeta' | ('index' & 'queri'))");
	expect(plan.relaxed!.share * 1_000_000).toBeLessThan(1_000);
});

it('escapes what would be syntax', () => {
	expect(planSearch(request('', { facets: [["#o'neil\\"]] }), vocabulary({})).strict?.query).toBe(
		"'#o''neil\\\\'",
	);
});
