import type { Csr } from '../data/csr.ts';

/** Called with a row of A, computes that row of A * B: answers how many columns it has, `touched`, with their `sums`. */
export interface RowProduct {
	(row: number): number;
	readonly touched: Int32Array;
	readonly sums: Float64Array;
}

/** Sparse product, a row at a time (Gustavson 1978). The sums of a row are cleared when the next one is asked for. */
export function rowProduct(a: Csr, b: Csr): RowProduct {
	const sums = new Float64Array(b.width);
	const mark = new Int32Array(b.width).fill(-1);
	const touched = new Int32Array(b.width);
	const { starts: startsA, columns: columnsA, values: valuesA } = a;
	const { starts: startsB, columns: columnsB, values: valuesB } = b;
	let stamp = 0;
	const compute = (row: number): number => {
		stamp++;
		let count = 0;
		for (let i = startsA[row]!; i < startsA[row + 1]!; i++) {
			const middle = columnsA[i]!;
			const weight = valuesA[i]!;
			for (let j = startsB[middle]!; j < startsB[middle + 1]!; j++) {
				const column = columnsB[j]!;
				if (mark[column] !== stamp) {
					mark[column] = stamp;
					touched[count++] = column;
					sums[column] = weight * valuesB[j]!;
				} else sums[column]! += weight * valuesB[j]!;
			}
		}
		return count;
	};
	return Object.assign(compute, { touched, sums });
}
