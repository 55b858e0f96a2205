/** Leaves out numbers at random and scales the others up; the pattern depends on the seed alone. */
export interface Dropout {
	/** Applies a new pattern to `count` numbers from `at` and keeps it in `mask` from `slot`. */
	forth(all: Float32Array, at: number, count: number, mask: Uint8Array, slot: number): void;
	/** Applies a kept pattern to a gradient. */
	back(all: Float32Array, at: number, count: number, mask: Uint8Array, slot: number): void;
}

/** @param rate the share that is left out, below 1 */
export function dropout(rate: number, seed: number): Dropout {
	// xorshift32 (Marsaglia 2003), two patterns of 16 bits a draw; its state is never 0.
	let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) | 1;
	const limit = Math.round(rate * 65_536);
	const scale = 1 / (1 - limit / 65_536);
	for (let warm = 0; warm < 8; warm++) draw();
	function draw(): number {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return state;
	}
	const back: Dropout['back'] = (all, at, count, mask, slot) => {
		for (let i = 0; i < count; i++) all[at + i] = mask[slot + i] === 1 ? all[at + i]! * scale : 0;
	};
	return {
		forth(all, at, count, mask, slot) {
			for (let i = 0; i < count; i += 2) {
				const bits = draw();
				mask[slot + i] = (bits & 0xffff) >= limit ? 1 : 0;
				mask[slot + i + 1] = bits >>> 16 >= limit ? 1 : 0;
			}
			back(all, at, count, mask, slot);
		},
		back,
	};
}
