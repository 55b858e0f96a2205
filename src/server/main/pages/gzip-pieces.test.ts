import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gzipOf } from './gzip-pieces.ts';

test('pieces compressed apart are one gzip stream of the whole', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 4000 }), fc.constant(''))),
			async (texts) => {
				const pieces = texts.map((text) => ({ plain: Buffer.from(text) }));
				const whole = Buffer.concat(await gzipOf(pieces));
				expect(gunzipSync(whole).toString()).toBe(texts.join(''));
				// The second time from what was compressed the first time, in another order.
				const turned = Buffer.concat(await gzipOf(pieces.reverse()));
				expect(gunzipSync(turned).toString()).toBe(texts.reverse().join(''));
			},
		),
		{ numRuns: 40 },
	);
});

test('a piece is compressed once and becomes small', async () => {
	const piece = { plain: Buffer.from('the same words again and again. '.repeat(500)) };
	const first = await gzipOf([piece]);
	const second = await gzipOf([piece, piece]);
	expect(first[1]).toBe(second[1]);
	expect(Buffer.concat(second).length).toBeLessThan(piece.plain.length / 20);
});
