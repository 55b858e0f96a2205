import type { Csr } from '../data/csr.ts';
import { random } from '../random.ts';
import { wasmKernels } from '../wasm/kernels.ts';

/** Users and items are dealt into this many blocks each; blocks that share neither are trained side by side. */
export const blocks = 8;
const batch = 2048;

/** The room for triples that one thread needs, in bytes. */
export const tripleBytes = batch * 12;

/** Where the pairs of each epoch lie: dealt to tiles, a tile being a block of users with a block of items. */
export interface BprDeal {
	/** Rows sorted by column. */
	matrix: Csr;
	/** For each tile a filter of its pairs (Bloom 1970, one hash): where a bit is 0 the user did not use the item. */
	pairBits: Uint8Array;
	/** Each item's block. */
	itemBlock: Uint8Array;
	/** Users and items of all pairs, tile after tile. */
	pairUsers: Int32Array;
	pairItems: Int32Array;
	/** The first pair of each tile, user block by user block; one more at the end. */
	tiles: Int32Array;
}

export interface BprContext extends BprDeal {
	memory: WebAssembly.Memory;
	depth: number;
	users: number;
	items: number;
	biases: number;
	/** What negatives are drawn from, item block by item block, and where each block of it starts. */
	drawn: Int32Array;
	drawnStarts: Int32Array;
	/** Which blocks meet: user block b with item block (b + round) mod `blocks`. */
	round: number;
	epoch: number;
	seed: number;
	rate: number;
	regularisation: number;
	slots: number;
	nextSlot: Int32Array;
}

/** The first user of a block. */
export function firstUser(users: number, block: number): number {
	return Math.floor((users * block) / blocks);
}

/** Room for the filters: some 16 bits a pair, a power of 2 of bytes for each tile. */
export function pairBitsFor(pairs: number): Uint8Array {
	const bytes = 2 ** Math.ceil(Math.log2(Math.max(64, (pairs * 2) / blocks ** 2)));
	return new Uint8Array(new SharedArrayBuffer(bytes * blocks ** 2));
}

function hashOf(user: number, item: number): number {
	const mixed = Math.imul(user ^ Math.imul(item, 0x9e3779b1), 0x85ebca6b);
	return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Deals the pairs of each user block to its tiles; the places of a user block are its own. */
export function bprDeal({ matrix, pairBits, itemBlock, pairUsers, pairItems, tiles }: BprDeal) {
	const { rows, starts, columns } = matrix;
	const filterBytes = pairBits.length / blocks ** 2;
	return (from: number, to: number): void => {
		const next = new Int32Array(blocks);
		for (let block = from; block < to; block++) {
			const [first, end] = [firstUser(rows, block), firstUser(rows, block + 1)];
			next.fill(0);
			pairBits.fill(0, block * blocks * filterBytes, (block + 1) * blocks * filterBytes);
			for (let at = starts[first]!; at < starts[end]!; at++) next[itemBlock[columns[at]!]!]!++;
			let place = starts[first]!;
			for (let other = 0; other < blocks; other++) {
				const count = next[other]!;
				tiles[block * blocks + other] = place;
				next[other] = place;
				place += count;
			}
			for (let user = first; user < end; user++)
				for (let at = starts[user]!; at < starts[user + 1]!; at++) {
					const item = columns[at]!;
					const other = itemBlock[item]!;
					const hash = hashOf(user, item);
					const filter = (block * blocks + other) * filterBytes;
					pairBits[filter + ((hash >>> 3) & (filterBytes - 1))]! |= 1 << (hash & 7);
					const put = next[other]!++;
					pairUsers[put] = user;
					pairItems[put] = item;
				}
		}
	};
}

/** One pass over the pairs of the tiles that meet, in an order of its own; negatives come from the same item block. */
export function bprTiles(context: BprContext): (from: number, to: number) => void {
	const { memory, depth, matrix, drawn, drawnStarts, round, epoch, seed, pairUsers, pairItems, tiles } =
		context;
	const { pairBits } = context;
	const filterBytes = pairBits.length / blocks ** 2;
	const kernels = wasmKernels(memory, depth);
	const slot = context.slots + Atomics.add(context.nextSlot, 0, 1) * tripleBytes;
	const triples = new Int32Array(memory.buffer, slot, batch * 3);
	const { starts, columns } = matrix;

	return (from, to) => {
		for (let userBlock = from; userBlock < to; userBlock++) {
			const meets = (userBlock + round) % blocks;
			const [first, end] = [tiles[userBlock * blocks + meets]!, tiles[userBlock * blocks + meets + 1]!];
			const filter = (userBlock * blocks + meets) * filterBytes;
			const [low, high] = [drawnStarts[meets]!, drawnStarts[meets + 1]!];
			const rng = random(seed, epoch, round, userBlock);
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
			for (let left = end; left > first; left--) {
				// Shuffled as it is used up (Fisher and Yates): what is taken makes room for the last.
				const take = first + rng.int(left - first);
				const user = pairUsers[take]!;
				const item = pairItems[take]!;
				pairUsers[take] = pairUsers[left - 1]!;
				pairItems[take] = pairItems[left - 1]!;
				let negative = drawn[low + rng.int(high - low)]!;
				// The item itself is in its block for certain, so it comes up too often by as much as all blocks are more than
				// this one: then another is drawn.
				while (negative === item && rng.int(drawn.length) >= high - low)
					negative = drawn[low + rng.int(high - low)]!;
				const hash = hashOf(user, negative);
				const isLikely = (pairBits[filter + ((hash >>> 3) & (filterBytes - 1))]! >> (hash & 7)) & 1;
				if (isLikely === 1 && has(columns, starts[user]!, starts[user + 1]!, negative)) continue;
				triples[count * 3] = user;
				triples[count * 3 + 1] = item;
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
