import type { Csr } from '../data/csr.ts';
import { random } from '../random.ts';
import { wasmKernels } from '../wasm/kernels.ts';

/** Users and items are dealt into this many blocks each; blocks that share neither are trained side by side. */
export const blocks = 8;
const batch = 2048;

/** The room for triples that one thread needs, in bytes. */
export const tripleBytes = batch * 12;

export interface BprContext {
	memory: WebAssembly.Memory;
	depth: number;
	users: number;
	items: number;
	biases: number;
	/** Rows sorted by column. */
	matrix: Csr;
	/** Users dealt out: block b holds `deal[b * perBlock ..)`. Items by block, and each item's block. */
	userDeal: Int32Array;
	itemDeal: Int32Array;
	itemBlock: Uint8Array;
	/** Which blocks meet: user block b with item block (b + round) mod `blocks`. */
	round: number;
	epoch: number;
	seed: number;
	rate: number;
	regularisation: number;
	slots: number;
	nextSlot: Int32Array;
}

/** One pass over the pairs whose user and item lie in the blocks that meet; negatives come from the same item block. */
export function bprTiles(context: BprContext): (from: number, to: number) => void {
	const { memory, depth, matrix, userDeal, itemDeal, itemBlock, round, epoch, seed } = context;
	const kernels = wasmKernels(memory, depth);
	const slot = context.slots + Atomics.add(context.nextSlot, 0, 1) * tripleBytes;
	const triples = new Int32Array(memory.buffer, slot, batch * 3);
	const { starts, columns } = matrix;
	const part = (deal: Int32Array, block: number) =>
		deal.subarray(
			Math.floor((deal.length * block) / blocks),
			Math.floor((deal.length * (block + 1)) / blocks),
		);

	return (from, to) => {
		for (let userBlock = from; userBlock < to; userBlock++) {
			const meets = (userBlock + round) % blocks;
			const members = part(userDeal, userBlock);
			const candidates = part(itemDeal, meets);
			const rng = random(seed, epoch, round, userBlock);
			let size = 0;
			for (const user of members)
				for (let at = starts[user]!; at < starts[user + 1]!; at++)
					if (itemBlock[columns[at]!] === meets) size++;
			const pairs = new Int32Array(size * 2);
			let put = 0;
			for (const user of members)
				for (let at = starts[user]!; at < starts[user + 1]!; at++) {
					if (itemBlock[columns[at]!] !== meets) continue;
					// Shuffled as they come (inside-out Fisher and Yates).
					const to = rng.int(put + 1);
					pairs[put * 2] = pairs[to * 2]!;
					pairs[put * 2 + 1] = pairs[to * 2 + 1]!;
					pairs[to * 2] = user;
					pairs[to * 2 + 1] = columns[at]!;
					put++;
				}
			let count = 0;
			const flush = () => {
				kernels.pairwise(
					context.users,
					context.items,
					context.biases,
					slot,
					count,
					context.rate,
					context.regularisation,
				);
				count = 0;
			};
			for (let n = 0; n < size; n++) {
				const user = pairs[n * 2]!;
				const negative = candidates[rng.int(candidates.length)]!;
				if (has(columns, starts[user]!, starts[user + 1]!, negative)) continue;
				triples[count * 3] = user;
				triples[count * 3 + 1] = pairs[n * 2 + 1]!;
				triples[count * 3 + 2] = negative;
				if (++count === batch) flush();
			}
			flush();
		}
	};
}

function has(sorted: Int32Array, start: number, end: number, wanted: number): boolean {
	let low = start;
	let high = end;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < wanted) low = middle + 1;
		else high = middle;
	}
	return low < end && sorted[low] === wanted;
}
