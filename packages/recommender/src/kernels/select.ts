/** Where a kernel puts the entries that it keeps of each row of a sparse matrix. */
export interface KeptRows {
	/** How many of each row are kept, by value. */
	keep: number;
	/** Out: `keep` places for each row, how many of them are used. */
	outColumns: Int32Array;
	outValues: Float32Array;
	outCounts: Int32Array;
}

/** Takes values one by one and keeps the greatest; of equal values the lower id. */
export interface Selection {
	readonly ids: Int32Array;
	readonly values: Float64Array;
	/** Answers the new floor: what is less need not be offered any more. */
	offer(id: number, value: number): number;
	/** Moves what is kept to the start of `ids` and `values`, in no given order, answers how many, and starts anew. */
	finish(): number;
}

/** Sign, exponent and five bits of the fraction. */
const keyBits = 14;

/**
 * Values gather until there is no more room, then only the `keep` greatest stay. A histogram of their leading bits says
 * between which of them the cut lies, and only those are compared: two walks whose branches a processor guesses right,
 * where a heap has several that it does not.
 */
export function selection(keep: number): Selection {
	const room = keep * 2 + 256;
	const ids = new Int32Array(room);
	const values = new Float64Array(room);
	const keys = new Uint16Array(room);
	const edgeIds = new Int32Array(room);
	const edgeValues = new Float64Array(room);
	const counts = new Int32Array(2 ** keyBits);
	const single = new Float32Array(1);
	const pattern = new Int32Array(single.buffer);
	let size = 0;
	let low = 2 ** keyBits;
	let high = 0;
	let floor = Number.NEGATIVE_INFINITY;

	const narrow = () => {
		let cut = high;
		let above = 0;
		while (above + counts[cut]! < keep) above += counts[cut--]!;
		let kept = 0;
		let edge = 0;
		for (let at = 0; at < size; at++) {
			const key = keys[at]!;
			if (key > cut) {
				ids[kept] = ids[at]!;
				values[kept] = values[at]!;
				keys[kept++] = key;
			} else if (key === cut) {
				edgeIds[edge] = ids[at]!;
				edgeValues[edge++] = values[at]!;
			}
		}
		greatestFirst(edgeIds, edgeValues, edge, keep - kept);
		counts.fill(0, low, cut);
		counts[cut] = keep - kept;
		low = cut;
		floor = Number.POSITIVE_INFINITY;
		for (let at = 0; kept < keep; at++) {
			floor = Math.min(floor, edgeValues[at]!);
			ids[kept] = edgeIds[at]!;
			values[kept] = edgeValues[at]!;
			keys[kept++] = cut;
		}
		size = keep;
	};
	return {
		ids,
		values,
		offer(id, value) {
			// -0 becomes 0.
			single[0] = value + 0;
			const word = pattern[0]!;
			// The bits of floats rise as they do, once those of negative ones are turned over.
			const key = (word ^ ((word >> 31) | 0x80000000)) >>> (32 - keyBits);
			ids[size] = id;
			values[size] = value;
			keys[size++] = key;
			counts[key]!++;
			if (key < low) low = key;
			if (key > high) high = key;
			if (size === room) narrow();
			return floor;
		},
		finish() {
			if (size > keep) narrow();
			const kept = size;
			counts.fill(0, low, high + 1);
			size = 0;
			low = 2 ** keyBits;
			high = 0;
			floor = Number.NEGATIVE_INFINITY;
			return kept;
		},
	};
}

/** Ends a selection and keeps what it holds as a row. */
export function keepRow(
	{ keep, outColumns, outValues, outCounts }: KeptRows,
	row: number,
	{ ids, values, finish }: Selection,
): void {
	const kept = finish();
	for (let i = 0; i < kept; i++) {
		outColumns[row * keep + i] = ids[i]!;
		outValues[row * keep + i] = values[i]!;
	}
	outCounts[row] = kept;
}

/** Moves the `keep` greatest of the first `count` pairs to the start (Hoare's selection). */
function greatestFirst(ids: Int32Array, values: Float64Array, count: number, keep: number): void {
	let low = 0;
	let high = count - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		const pivotId = ids[middle]!;
		const pivot = values[middle]!;
		let i = low;
		let j = high;
		while (i <= j) {
			while (values[i]! > pivot || (values[i] === pivot && ids[i]! < pivotId)) i++;
			while (values[j]! < pivot || (values[j] === pivot && ids[j]! > pivotId)) j--;
			if (i > j) break;
			const id = ids[i]!;
			const value = values[i]!;
			ids[i] = ids[j]!;
			values[i++] = values[j]!;
			ids[j] = id;
			values[j--] = value;
		}
		if (keep - 1 <= j) high = j;
		else if (keep - 1 >= i) low = i;
		else return;
	}
}
