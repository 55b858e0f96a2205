import { plainText } from '../text-model/plain-text.ts';

/** How many numbers a signature has: likeness is known to about 1 / sqrt of it. */
export const signatureLength = 96;
/** Numbers of one band: texts that share a whole band are compared. */
export const bandLength = 4;
/** Characters of a shingle, and fewest shingles of a text that is compared at all. */
const [shingle, fewest] = [5, 12];

// One mixing for each number, drawn once: 2n + 1 and n of a fixed sequence.
const [factors, terms] = [new Uint32Array(signatureLength), new Uint32Array(signatureLength)];
for (let n = 0, state = 0x9e3779b9; n < signatureLength; n++) {
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	factors[n] = state | 1;
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	terms[n] = state;
}

/**
 * What a text is recognised by when it comes again with other words in between (Broder 1997): of each of 96 mixings
 * of its runs of five characters the least. Spaces, case, signs, width and traditional characters make no difference.
 *
 * @returns null for texts too short to be told from others by it
 */
export function signatureOf(text: string): Uint32Array | null {
	const plain = plainText(text).replace(/[^\p{L}\p{N}]+/gu, '');
	if (plain.length < shingle + fewest - 1) return null;
	const least = new Uint32Array(signatureLength).fill(0xffffffff);
	for (let i = 0; i + shingle <= plain.length; i++) {
		let hash = 0x811c9dc5;
		for (let n = i; n < i + shingle; n++) hash = Math.imul(hash ^ plain.charCodeAt(n), 0x01000193);
		hash ^= hash >>> 15;
		for (let n = 0; n < signatureLength; n++) {
			let value = (Math.imul(hash, factors[n]!) + terms[n]!) >>> 0;
			value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
			if (value < least[n]!) least[n] = value;
		}
	}
	return least;
}

/** @returns about the share of runs of characters that two texts have in common: 0 to 1 */
export function likeness(one: Uint32Array, other: Uint32Array): number {
	let same = 0;
	for (let n = 0; n < signatureLength; n++) if (one[n] === other[n]) same++;
	return same / signatureLength;
}

/**
 * The bands of a signature, as whole numbers: of texts that are alike to s, one in 1 - (1 - s^4)^24 shares one; 0.8 gives
 * 0.9999, 0.3 gives 0.18.
 */
export function bandsOf(signature: Uint32Array): number[] {
	return Array.from({ length: signatureLength / bandLength }, (_, band) => {
		let hash = 0x811c9dc5 ^ band;
		for (let n = 0; n < bandLength; n++) {
			hash = Math.imul(hash ^ signature[band * bandLength + n]!, 0x01000193);
			hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
		}
		return hash | 0;
	});
}
