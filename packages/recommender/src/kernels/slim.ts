import type { Csr } from '../data/csr.ts';

export interface SlimContext {
	/** The Gram matrix of items, diagonal included. */
	gram: Csr;
	diagonal: Float64Array;
	/** How many of the most alike items may have a weight. */
	candidates: number;
	l1: number;
	l2: number;
	outColumns: Int32Array;
	outValues: Float32Array;
	outCounts: Int32Array;
}

/** For each item the sparse non-negative weights of other items that reproduce its column: coordinate descent. */
export function slimColumns(context: SlimContext): (from: number, to: number) => void {
	const { gram, diagonal, candidates, l1, l2, outColumns, outValues, outCounts } = context;
	const place = new Int32Array(gram.width).fill(-1);
	const square = new Float64Array(candidates * candidates);
	const rest = new Float64Array(candidates);
	const weights = new Float64Array(candidates);
	return (from, to) => {
		for (let item = from; item < to; item++) {
			const likely: { other: number; likeness: number; sum: number }[] = [];
			for (let at = gram.starts[item]!; at < gram.starts[item + 1]!; at++) {
				const other = gram.columns[at]!;
				const sum = gram.values[at]!;
				if (other !== item) likely.push({ other, likeness: sum / Math.sqrt(diagonal[other]!), sum });
			}
			likely.sort((a, b) => b.likeness - a.likeness || a.other - b.other);
			const size = Math.min(candidates, likely.length);
			for (let i = 0; i < size; i++) place[likely[i]!.other] = i;
			square.fill(0, 0, size * candidates);
			for (let i = 0; i < size; i++) {
				const row = likely[i]!.other;
				for (let at = gram.starts[row]!; at < gram.starts[row + 1]!; at++) {
					const j = place[gram.columns[at]!]!;
					if (j >= 0) square[i * candidates + j] = gram.values[at]!;
				}
				rest[i] = likely[i]!.sum;
			}
			weights.fill(0, 0, size);
			descend(size);
			let count = 0;
			for (let i = 0; i < size; i++) {
				place[likely[i]!.other] = -1;
				if (weights[i] === 0) continue;
				outColumns[item * candidates + count] = likely[i]!.other;
				outValues[item * candidates + count++] = weights[i]!;
			}
			outCounts[item] = count;
		}
	};

	/** `rest` is what the weights leave unexplained: g - G w. */
	function descend(size: number): void {
		for (let sweep = 0; sweep < 100; sweep++) {
			let moved = 0;
			let scale = 0;
			for (let i = 0; i < size; i++) {
				const own = square[i * candidates + i]!;
				const next = Math.max(0, rest[i]! + own * weights[i]! - l1) / (own + l2);
				const step = next - weights[i]!;
				if (step !== 0) {
					for (let j = 0; j < size; j++) rest[j]! -= step * square[i * candidates + j]!;
					weights[i] = next;
				}
				moved = Math.max(moved, Math.abs(step));
				scale = Math.max(scale, next);
			}
			if (moved <= 1e-4 * scale) break;
		}
	}
}
