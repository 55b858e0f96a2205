import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base58 } from './base58.ts';
import { encodeBits } from './status-list.ts';

test('bits count from the highest of the first byte, and no others are set', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(131_071), { maxLength: 40 }), (set) => {
			const encoded = encodeBits(131_072, set);
			expect(encoded[0]).toBe('u');
			const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
			expect(bytes).toHaveLength(16_384);
			const found: number[] = [];
			for (const [at, byte] of bytes.entries())
				for (let bit = 0; byte && bit < 8; bit++) if (byte & (128 >> bit)) found.push(at * 8 + bit);
			expect(found).toEqual([...set].sort((a, b) => a - b));
		}),
		{ numRuns: 30 },
	);
});

// Vectors of draft-msporny-base58-03.
test('base58 is as its specification has it', () => {
	expect(base58(Buffer.from('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
	expect(base58(Buffer.from('The quick brown fox jumps over the lazy dog.'))).toBe(
		'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
	);
	expect(base58(Buffer.from('0000287fb4cd', 'hex'))).toBe('11233QC4');
	expect(base58(Buffer.alloc(0))).toBe('');
});
