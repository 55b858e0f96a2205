import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './query.ts';
import { phraseUnit, wordUnits } from './units.ts';

const now = new Date('2026-06-15T12:00:00Z');
const parse = (text: string) => parseQuery(text, now);

it('tells words, phrases, exclusions and filters apart', () => {
	const query = parse(
		'Node.js kind:question tag:postgresql space:systems author:@Lin-Wei lang:zh-CN is:solved "exact phrase" -exclude -"not this" count(*)',
	);
	expect(query.words).toBe('Node.js count(*)');
	expect(query.phrases).toEqual(['exact phrase']);
	expect(query.excluded).toEqual([
		{ text: 'exclude', phrase: false },
		{ text: 'not this', phrase: true },
	]);
	expect(query.filters).toMatchObject({
		kinds: ['question'],
		tags: ['postgresql'],
		spaces: ['systems'],
		authors: ['lin-wei'],
		languages: ['zh'],
		states: ['solved'],
	});
	expect(query.problems).toEqual([]);
});

it('understands Chinese names, colons and quotation marks', () => {
	const query = parse('类型：问题 标签:缓存 作者：lin-wei “消息队列” 「线程池」 线程');
	expect(query.filters).toMatchObject({ kinds: ['question'], tags: ['缓存'], authors: ['lin-wei'] });
	expect(query.phrases).toEqual(['消息队列', '线程池']);
	expect(query.words).toBe('线程');
});

it('takes [tag] for a tag, and a minus before a filter for its opposite', () => {
	const query = parse('[redis] -[css] -kind:article -author:ada-k -is:solved');
	expect(query.filters).toMatchObject({
		tags: ['redis'],
		excludedTags: ['css'],
		excludedKinds: ['article'],
		excludedAuthors: ['ada-k'],
		states: ['unsolved'],
	});
});

describe('dates', () => {
	it.each([
		['after:2026-01-31', '2026-01-31T00:00:00.000Z'],
		['after:2026/1/3', '2026-01-03T00:00:00.000Z'],
		['after:2026-02', '2026-02-01T00:00:00.000Z'],
		['after:2026', '2026-01-01T00:00:00.000Z'],
		['after:7d', '2026-06-08T12:00:00.000Z'],
	])('%s', (text, expected) => {
		expect(parse(text).filters.after?.toISOString()).toBe(expected);
	});

	it.each(['after:2026-13', 'after:2026-02-30', 'before:soon', 'before:0000'])(
		'%s is left out and reported',
		(text) => {
			const { filters, problems } = parse(`${text} word`);
			expect(filters.after ?? filters.before).toBeNull();
			expect(problems).toEqual([{ filter: text.split(':')[0], value: text.split(':')[1] }]);
		},
	);
});

it('takes what only looks like a filter for text', () => {
	expect(parse('std::vector http://a.b/c foo:bar tag:').words).toBe('std::vector http://a.b/c foo:bar tag:');
});

it('closes a quotation mark that was left open', () => {
	expect(parse('say "hello world').phrases).toEqual(['hello world']);
});

it('reads any string', () => {
	const pieces = fc.constantFrom(
		'"',
		'-',
		':',
		'tag:',
		'[',
		']',
		'“',
		'after:',
		' ',
		'a',
		'线',
		'(',
		'*',
		'\\',
		"'",
		'|',
		'!',
		'&',
		'<',
		'\0',
	);
	const any = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 600 }),
		fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(any, (text) => {
			const query = parse(text);
			wordUnits(query.words);
			for (const phrase of query.phrases) phraseUnit(phrase);
			expect(query.words.length).toBeLessThanOrEqual(1000);
		}),
		{ numRuns: 500 },
	);
});
