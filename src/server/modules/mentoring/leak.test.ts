import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeats } from './leak.ts';

const lesson =
	'A queue in a table is a table like any other: rows come in, workers take them out. What makes it a queue is one clause.';
const chinese =
	'把队列放在一张表里，它仍然只是一张表：行进来，工人把它取走。让它成为队列的，只是一个子句而已，别无其他。';

test('a stretch of a lesson is found, however it is spaced, written large or punctuated', () => {
	expect(repeats(`They say: ${lesson.slice(20, 100).toUpperCase().replace(/[ ,]/g, ' — ')}`, lesson)).toBe(
		true,
	);
	expect(repeats(`课里说${chinese.slice(4, 34).replace(/，/g, ' ')}`, chinese)).toBe(true);
});

test('words of one’s own about the same thing are none', () => {
	expect(
		repeats('No server is needed: the database does what a queue does, with one clause of SQL.', lesson),
	).toBe(false);
	expect(repeats('不需要另外的服务器，数据库自己就能当队列用。', chinese)).toBe(false);
	expect(repeats('', lesson) || repeats(lesson, '')).toBe(false);
});

test('whatever stretch of sixty letters is taken, it is found', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(...'abcdefghij 0123 ,.'), { minLength: 200, maxLength: 400 }),
			fc.nat(),
			(letters, from) => {
				const text = letters.join('');
				const bare = text.replace(/[ ,.]/g, '');
				fc.pre(bare.length > 120);
				const at = from % (bare.length - 60);
				expect(
					repeats(
						`xx ${bare
							.slice(at, at + 60)
							.split('')
							.join(' ')} yy`,
						text,
					),
				).toBe(true);
			},
		),
	);
});
