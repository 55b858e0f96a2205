import { createHash, randomBytes } from 'node:crypto';

/** A seed that nobody chose: 128 bits, as hexadecimal digits. */
export const newSeed = (): string => randomBytes(16).toString('hex');

/** SHA-256 of a text, as hexadecimal digits. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Puts ids into the order of a draw: by SHA-256 of `seed:id`, ascending. Whoever has seed and ids can draw again, in any
 * language, and nobody could have chosen the seed so that a wanted one comes first without trying as many seeds as there are
 * ids; so the seed is made here and never given.
 */
export function drawOrder<T extends number>(seed: string, ids: Iterable<T>): T[] {
	return [...new Set(ids)]
		.map((id) => ({ id, key: digest(`${seed}:${id}`) }))
		.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.id - other.id))
		.map(({ id }) => id);
}
