import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cue, readCues, writeVtt } from './vtt.ts';

test('WebVTT is read: times, words, and nothing of styles, notes and positions', () => {
	const text = `\ufeffWEBVTT - some title

NOTE a note
--- of two lines

STYLE
::cue { background: url(https://elsewhere.example/x) }

intro
00:01.000 --> 00:03.500 align:start position:10%
<v Lin Wei>你好，<i>world</i> &amp; all
second line

1:00:00.000 --> 1:00:01.000
an hour later`;
	expect(readCues(text)).toEqual([
		{ fromMs: 1000, toMs: 3500, text: '你好，world & all\nsecond line' },
		{ fromMs: 3_600_000, toMs: 3_601_000, text: 'an hour later' },
	]);
});

test('SubRip is read, with its commas and numbers', () => {
	const text =
		'1\r\n00:00:01,000 --> 00:00:02,000\r\nfirst\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\n<b>second</b>\r\n';
	expect(readCues(text).map(({ text }) => text)).toEqual(['first', 'second']);
});

test('cues are put in the order of their times', () => {
	const text = 'WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na';
	expect(readCues(text).map(({ text }) => text)).toEqual(['a', 'b']);
});

test.each([
	['no cues at all', 'a text', 1],
	['a page', '<!doctype html><p>--></p>', 1],
	['a time that is none', 'WEBVTT\n\n00:01.000 --> soon\nx', 3],
	['minutes over sixty', 'WEBVTT\n\n00:61:01.000 --> 00:62:00.000\nx', 3],
	['an end before the beginning', 'WEBVTT\n\n00:05.000 --> 00:04.000\nx', 3],
	['a cue as long as a book', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'x'.repeat(1001)}`, 3],
])('%s is refused with its line', (_, text, line) => {
	expect(() => readCues(text)).toThrow(
		expect.objectContaining({ code: 'media.subtitles_invalid', params: { line } }),
	);
});

test('what is written is read back as it was, whatever the words are', () => {
	const cue = fc
		.record({
			fromMs: fc.integer({ min: 0, max: 35_000_000 }),
			length: fc.integer({ min: 1, max: 60_000 }),
			text: fc.string({ minLength: 1, maxLength: 60 }),
		})
		.map(({ fromMs, length, text }): Cue => ({ fromMs, toMs: fromMs + length, text }));
	fc.assert(
		fc.property(fc.array(cue, { minLength: 1, maxLength: 5 }), (cues) => {
			let read: Cue[];
			try {
				read = readCues(writeVtt(cues));
			} catch {
				return; // Words of nothing but marks and spaces leave no cue.
			}
			// What was read once is plain: reading it again changes nothing.
			expect(readCues(writeVtt(read))).toEqual(read);
			expect(writeVtt(read)).not.toMatch(/<(?!$)/);
		}),
	);
});
