/**
 * A permutation of 0 … n-1 that follows from a seed: Fisher–Yates over the generator mulberry32. Good enough to lay out
 * choices; nothing secret hangs on it.
 *
 * @param salt so that each question of an attempt has an order of its own
 */
export function permutation(n: number, seed: number, salt: number): number[] {
	const next = generator((seed ^ Math.imul(salt + 1, 0x9e3779b1)) >>> 0);
	const order = Array.from({ length: n }, (_, index) => index);
	for (let i = n - 1; i > 0; i -= 1) {
		const j = Math.floor(next() * (i + 1));
		[order[i], order[j]] = [order[j] as number, order[i] as number];
	}
	return order;
}

function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
