import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mark, matcherFor, type Segment, snippet } from './highlight.ts';
import { phraseUnit, wordUnits } from './units.ts';

const matcher = (query: string) => matcherFor(wordUnits(query).units);
const shown = (segments: Segment[]) => segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

it.each([
	['index queries', 'Indexes: which queries use an index?', '[Indexes]: which [queries] use an [index]?'],
	['Node.js', 'NodeJS, node.js and node js, not nodes', '[NodeJS], [node.js] and [node js], not nodes'],
	['C++', 'c, C++ and c++', 'c, [C++] and [c++]'],
	['count(*)', 'count(*) or count(1)', '[count(*)] or count(1)'],
	['k8s', 'Kubernetes (k8s)', '[Kubernetes] ([k8s])'],
	['线程池', 'Java線程池的原理', 'Java[線程池]的原理'],
	['脏读', '什么是脏读？', '什么是[脏读]？'],
	['café', 'CAFE and Café', '[CAFE] and [Café]'],
])('marks %s in every form', (query, text, expected) => {
	expect(shown(mark(text, matcher(query)))).toBe(expected);
});

it('marks a phrase only where it stands whole', () => {
	expect(shown(mark('消息队列的原理，消息', matcherFor([phraseUnit('消息队列的原理')!])))).toBe(
		'[消息队列的原理]，消息',
	);
});

it('shows the part of a text that has most of the words', () => {
	const filler = 'Nothing to see here. '.repeat(60);
	const text = `${filler}An index helps. ${filler}The planner picks an index by its statistics. ${filler}`;
	const { segments, units } = snippet(text, matcher('planner index statistics'));
	expect(shown(segments)).toContain('The [planner] picks an [index] by its [statistics].');
	expect(units.size).toBe(3);
	expect(segments[0]!.text.startsWith('…')).toBe(true);
	expect(segments.at(-1)!.text.endsWith('…')).toBe(true);
});

it('shows the beginning of a text that has none of the words', () => {
	const { segments, units } = snippet('Short text.', matcher('zebra'));
	expect(segments).toEqual([{ text: 'Short text.', hit: false }]);
	expect(units.size).toBe(0);
});

it('loses no letter of a title and makes no HTML of it', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'binary', maxLength: 120 }),
			fc.string({ maxLength: 20 }),
			(text, query) => {
				const segments = mark(text, matcher(`${query} ${text.slice(0, 10)} 线程`));
				expect(segments.map((segment) => segment.text).join('')).toBe(text);
				expect(segments.every((segment) => segment.text !== '')).toBe(true);
			},
		),
	);
});

it('never cuts a character in two', () => {
	const text = '𠮷'.repeat(400);
	expect(snippet(text, matcher('𠮷野')).segments.every((segment) => segment.text.isWellFormed())).toBe(true);
});
