import { arena } from '../wasm/memory.ts';
import { layoutOf, type Shape } from './layout.ts';
import { type SequenceRows, transformer, workspaceSize } from './transformer.ts';

/** Reads one history at a time with trained weights. */
export interface SequenceReader {
	/** The vector after the last item of a history, of which the end counts. */
	vector(table: Float32Array, history: Int32Array): Float32Array;
	/**
	 * How much each item of the history that was read last reaches its end, summing to 1: attention multiplied through
	 * the layers, half of each step staying where it is (attention rollout, Abnar and Zuidema 2020).
	 */
	rollout(): Float64Array;
}

export function sequenceReader(shape: Shape, given: Float32Array): SequenceReader {
	const maxRows = Math.ceil(shape.length / 4) * 4;
	const { size } = layoutOf(shape);
	const workspace = workspaceSize(shape, maxRows);
	const space = arena((size + workspace + maxRows * shape.width) * 4 + 4096);
	const parameters = space.float32(size);
	parameters.set(given);
	const work = space.float32(workspace);
	const out = space.float32(maxRows * shape.width);
	const network = transformer(space.memory, shape, {
		parameters: parameters.byteOffset / 4,
		transposed: 0,
		workspace: work.byteOffset / 4,
		maxRows,
	});
	let read: SequenceRows | undefined;
	let left = 0;
	return {
		vector(table, history) {
			const items = history.subarray(Math.max(0, history.length - shape.length));
			const rows = Math.ceil(items.length / 4) * 4;
			const padded = new Int32Array(rows).fill(-1);
			padded.set(items);
			left = history.length - items.length;
			read = {
				rows,
				items: padded,
				ages: Int32Array.from({ length: rows }, (_, row) => Math.max(0, items.length - 1 - row)),
				starts: Int32Array.of(0),
				ends: Int32Array.of(items.length),
			};
			network.forward(read, table, 0, out.byteOffset / 4, undefined, true);
			return out.slice((items.length - 1) * shape.width, items.length * shape.width);
		},
		rollout() {
			if (!read) return new Float64Array(0);
			const length = read.ends[0]!;
			let shares = new Float64Array(length);
			shares[length - 1] = 1;
			for (let layer = shape.layers - 1; layer >= 0; layer--) {
				const next = shares.map((share) => share / 2);
				for (let i = 0; i < length; i++)
					for (let j = 0; j <= i; j++) next[j]! += (shares[i]! / 2) * network.attention(layer, read, 0, i, j);
				shares = next;
			}
			const all = new Float64Array(left + length);
			all.set(shares, left);
			return all;
		},
	};
}
