import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { replaceSegmenter } from '../../platform/text/segment.ts';
import { analyze } from './analyze.ts';
import { fold } from './fold.ts';

const lexemes = (text: string) =>
	analyze(text)
		.filter((token) => !token.stop && token.kind !== 'char')
		.map((token) => token.lexeme);

describe('names of the trade', () => {
	it.each([
		['Node.js', ['nodej', 'node', 'js']],
		['NodeJS', ['nodej']],
		['C++', ['c++']],
		['C++17', ['c++17']],
		['C#', ['c#']],
		['k8s', ['k8s']],
		['HTTP/2', ['http2', 'http', '2']],
		['count(*)', ['count(*)', 'count']],
		['text-embedding-3', ['textembedding3', 'text', 'embed', '3']],
		['std::vector', ['stdvector', 'std', 'vector']],
		['getUserById', ['getuserbyid', 'user', 'id']],
		['JavaScript', ['javascript']],
		['ＨＴＴＰ', ['http']],
		['Café', ['cafe']],
	])('%s', (text, expected) => {
		expect(lexemes(text)).toEqual(expected);
	});

	it('are the same however they are joined', () => {
		const [joined] = lexemes('Node.js');
		expect(lexemes('nodejs')).toEqual([joined]);
		expect(lexemes('node-js')[0]).toBe(joined);
	});
});

describe('Chinese', () => {
	afterEach(() => replaceSegmenter(undefined));

	it('is cut into words, and into pairs where words are unknown', () => {
		expect(lexemes('垃圾回收器的原理')).toEqual(
			expect.arrayContaining(['垃圾回收器', '垃圾', '回收', '原理']),
		);
		expect(lexemes('布鲁诺协议')).toEqual(expect.arrayContaining(['布鲁', '鲁诺', '协议']));
	});

	it('in traditional characters is the same as in simplified ones', () => {
		expect(lexemes('線程池與協程')).toEqual(lexemes('线程池与协程'));
	});

	it('without the dictionary still gives all pairs', () => {
		const withWords = lexemes('消息队列原理');
		replaceSegmenter(null);
		const pairs = lexemes('消息队列原理');
		expect(pairs).toEqual(['消息', '息队', '队列', '列原', '原理']);
		expect(withWords).toEqual(expect.arrayContaining(pairs));
	});
});

it('numbers words in reading order, neighbours one apart', () => {
	const at = new Map(analyze('use Node.js for 消息队列 now').map((token) => [token.lexeme, token.position]));
	expect(at.get('js')! - at.get('node')!).toBe(1);
	expect(at.get('队列')! - at.get('消息')!).toBe(2);
	expect(at.get('now')! - at.get('队列')!).toBe(2);
});

it('says truly where in the text each token stands', () => {
	const text = 'Über ＮＯＤＥ.js，線程池 and 𠮷野家 don’t';
	for (const token of analyze(text)) {
		const shown = fold(text.slice(token.start, token.end));
		if (token.kind === 'pair' || token.kind === 'char') expect(shown).toBe(token.lexeme);
		else expect(shown.length).toBeGreaterThan(0);
	}
});

it('bears any text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
			expect(fold(text)).toHaveLength(text.length);
			for (const { start, end, lexeme } of analyze(text)) {
				expect(lexeme).not.toBe('');
				expect(start).toBeLessThan(end);
				expect(end).toBeLessThanOrEqual(text.length);
			}
		}),
	);
});
