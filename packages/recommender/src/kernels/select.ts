/** Where a kernel puts the entries that it keeps of each row of a sparse matrix. */
export interface KeptRows {
	/** How many of each row are kept, by value. */
	keep: number;
	/** Out: `keep` places for each row, how many of them are used. */
	outColumns: Int32Array;
	outValues: Float32Array;
	outCounts: Int32Array;
}

/** Keeps the entries of `list` (its first `count`) with the greatest values, in no given order. */
export function keepGreatest(
	{ keep, outColumns, outValues, outCounts }: KeptRows,
	row: number,
	list: Int32Array,
	count: number,
	values: Float64Array,
): void {
	if (count > keep) selectGreatest(list, count, keep, values);
	const kept = Math.min(count, keep);
	for (let i = 0; i < kept; i++) {
		outColumns[row * keep + i] = list[i]!;
		outValues[row * keep + i] = values[list[i]!]!;
	}
	outCounts[row] = kept;
}

/**
 * Moves the `keep` entries of `list` (its first `count`) with the greatest values to its start, in no given order
 * (Hoare's selection). Of equal values the lower entry is kept. `values` is indexed by entry.
 */
export function selectGreatest(list: Int32Array, count: number, keep: number, values: Float64Array): void {
	let low = 0;
	let high = count - 1;
	while (low < high) {
		// The middle of three, so that sorted lists are no worst case.
		const middle = (low + high) >> 1;
		if (before(list[middle]!, list[low]!, values)) swap(list, middle, low);
		if (before(list[high]!, list[low]!, values)) swap(list, high, low);
		if (before(list[high]!, list[middle]!, values)) swap(list, high, middle);
		const pivot = list[middle]!;
		let i = low;
		let j = high;
		while (i <= j) {
			while (before(list[i]!, pivot, values)) i++;
			while (before(pivot, list[j]!, values)) j--;
			if (i <= j) swap(list, i++, j--);
		}
		if (keep - 1 <= j) high = j;
		else if (keep - 1 >= i) low = i;
		else return;
	}
}

function before(a: number, b: number, values: Float64Array): boolean {
	const x = values[a]!;
	const y = values[b]!;
	return x > y || (x === y && a < b);
}

function swap(list: Int32Array, i: number, j: number): void {
	const kept = list[i]!;
	list[i] = list[j]!;
	list[j] = kept;
}
