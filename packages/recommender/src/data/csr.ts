import { float32, int32, startsOf } from './arrays.ts';

/**
 * A sparse matrix by rows: row r holds columns `columns[starts[r] .. starts[r + 1])` with `values` beside them.
 * Columns of a row stand in the order in which they were put; nothing here relies on them being sorted.
 */
export interface Csr {
	readonly rows: number;
	readonly width: number;
	readonly starts: Int32Array;
	readonly columns: Int32Array;
	readonly values: Float32Array;
}

/** The transpose; entries of each new row come in rising order of the old row. */
export function transpose(matrix: Csr): Csr {
	const { rows, width, starts, columns, values } = matrix;
	const counts = new Int32Array(width);
	const size = starts[rows]!;
	for (let at = 0; at < size; at++) counts[columns[at]!]!++;
	const turned = startsOf(counts);
	const next = turned.slice(0, width);
	const turnedColumns = int32(size);
	const turnedValues = float32(size);
	for (let row = 0; row < rows; row++) {
		for (let at = starts[row]!; at < starts[row + 1]!; at++) {
			const to = next[columns[at]!]!++;
			turnedColumns[to] = row;
			turnedValues[to] = values[at]!;
		}
	}
	return { rows: width, width: rows, starts: turned, columns: turnedColumns, values: turnedValues };
}

/** A matrix from rows given one by one. */
export function csrFromRows(
	rows: readonly { columns: ArrayLike<number>; values?: ArrayLike<number> }[],
	width: number,
): Csr {
	const counts = new Int32Array(rows.length);
	for (let row = 0; row < rows.length; row++) counts[row] = rows[row]!.columns.length;
	const starts = startsOf(counts);
	const columns = int32(starts[rows.length]!);
	const values = float32(columns.length);
	for (let row = 0; row < rows.length; row++) {
		const given = rows[row]!;
		columns.set(given.columns, starts[row]!);
		if (given.values) values.set(given.values, starts[row]!);
		else values.fill(1, starts[row]!, starts[row + 1]!);
	}
	return { rows: rows.length, width, starts, columns, values };
}

/** A new matrix with each value replaced; `change` sees value, row and column. */
export function mapValues(matrix: Csr, change: (value: number, row: number, column: number) => number): Csr {
	const values = float32(matrix.values.length);
	for (let row = 0; row < matrix.rows; row++)
		for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++)
			values[at] = change(matrix.values[at]!, row, matrix.columns[at]!);
	return { ...matrix, values };
}

export function rowSums(matrix: Csr, power = 1): Float64Array {
	const sums = new Float64Array(matrix.rows);
	for (let row = 0; row < matrix.rows; row++)
		for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++)
			sums[row]! += power === 1 ? matrix.values[at]! : matrix.values[at]! ** power;
	return sums;
}

export function columnSums(matrix: Csr, power = 1): Float64Array {
	const sums = new Float64Array(matrix.width);
	for (let at = 0; at < matrix.columns.length; at++)
		sums[matrix.columns[at]!]! += power === 1 ? matrix.values[at]! : matrix.values[at]! ** power;
	return sums;
}

/** How many entries each column has. */
export function columnCounts(matrix: Csr): Int32Array {
	const counts = int32(matrix.width);
	for (let at = 0; at < matrix.columns.length; at++) counts[matrix.columns[at]!]!++;
	return counts;
}

/** The columns of a row. */
export function rowOf(matrix: Csr, row: number): Int32Array {
	return matrix.columns.subarray(matrix.starts[row]!, matrix.starts[row + 1]!);
}
