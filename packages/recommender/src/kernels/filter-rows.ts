import { wasmKernels } from '../wasm/kernels.ts';
import { panelColumns } from '../wasm/sparse.ts';
import type { SparseAt } from './dense-rows.ts';
import { type KeptRows, keepRow, selection } from './select.ts';

/** The room one thread works in: signals over items (three), over users, and what the low pass adds. */
export function filterSlotBytes(users: number, items: number, depth: number): number {
	return 4 * panelColumns * (3 * (items + 4) + users + depth) + 256;
}

export interface FilterRowsContext extends KeptRows {
	memory: WebAssembly.Memory;
	users: number;
	items: number;
	/** The number of the first row. */
	offset: number;
	/** R_n, users by items, and its transpose. */
	forward: SparseAt;
	backward: SparseAt;
	/** Of Chebyshev polynomials in 1 - 2 R_nᵀ R_n. */
	coefficients: Float64Array;
	/** Byte address of the singular vectors, items by `depth` (a multiple of 4, 0 for none), and the weight of each. */
	vectors: number;
	depth: number;
	lowPass: Float64Array;
	/** What rows are divided and columns multiplied by; 0 for items that nobody used. */
	scale: Float64Array;
	/** Room for threads, `filterSlotBytes` each. */
	slots: number;
	nextSlot: Int32Array;
}

/** The `keep` greatest positive entries of rows of D^-1 (p(R_nᵀ R_n) + V w Vᵀ) D, sixteen rows at a time. */
export function filterRows(context: FilterRowsContext): (from: number, to: number) => void {
	const { memory, users, items, offset, forward, backward, coefficients, vectors, depth, lowPass } = context;
	const { scale } = context;
	const kernels = wasmKernels(memory, 4);
	const bytes = panelColumns * 4;
	const slot = context.slots + Atomics.add(context.nextSlot, 0, 1) * filterSlotBytes(users, items, depth);
	const signal = (at: number, rows: number) =>
		new Float32Array(memory.buffer, slot + at * bytes, rows * panelColumns);
	const room = items + 4;
	let now = signal(0, room);
	let before = signal(room, room);
	const low = signal(2 * room, room);
	const between = signal(3 * room, users);
	const packed = signal(3 * room + users, depth);
	const selected = selection(context.keep);

	/** before = alpha R_nᵀ R_n now + beta now + gamma before */
	const step = (alpha: number, beta: number, gamma: number) => {
		const [y, u, x] = [now.byteOffset, between.byteOffset, before.byteOffset];
		const { starts, columns, values } = forward;
		kernels.sparsePanel(starts, columns, values, 0, users, y, u, u, bytes, 1, 0, 0);
		const back = backward;
		kernels.sparsePanel(back.starts, back.columns, back.values, 0, items, u, x, y, bytes, alpha, beta, gamma);
	};

	return (from, to) => {
		for (let first = from; first < to; first += panelColumns) {
			const count = Math.min(panelColumns, to - first);
			const add = (to: Float32Array, value: number) => {
				for (let c = 0; c < count; c++) to[(offset + first + c) * panelColumns + c]! += value;
			};
			// Clenshaw 1955: the sum of Chebyshev polynomials from the highest down.
			now.fill(0);
			before.fill(0);
			for (let k = coefficients.length - 1; k > 0; k--) {
				if (k < coefficients.length - 1) {
					step(-4, 2, -1);
					[now, before] = [before, now];
				}
				add(now, coefficients[k]!);
			}
			step(-2, 1, -1);
			add(before, coefficients[0]!);
			if (depth > 0) passLow(first, count);
			else low.fill(0);
			for (let c = 0; c < count; c++) take(first + c, c);
		}
	};

	/** low = V w Vᵀ of the rows */
	function passLow(first: number, count: number): void {
		packed.fill(0);
		const all = new Float32Array(memory.buffer, vectors, items * depth);
		for (let c = 0; c < count; c++)
			for (let d = 0; d < lowPass.length; d++)
				packed[((c >> 3) * depth + d) * 8 + (c & 7)] = lowPass[d]! * all[(offset + first + c) * depth + d]!;
		const rows = Math.ceil(items / 4) * 4;
		const panels = panelColumns / 8;
		kernels.multiply(vectors, depth * 4, packed.byteOffset, low.byteOffset, bytes, rows, panels, depth);
	}

	function take(row: number, c: number): void {
		const own = scale[offset + row]!;
		for (let item = 0; own > 0 && item < items; item++) {
			const at = item * panelColumns + c;
			const value = ((before[at]! + low[at]!) * scale[item]!) / own;
			if (!(value > 0) || item === offset + row) continue;
			selected.offer(item, value);
		}
		keepRow(context, row, selected);
	}
}
