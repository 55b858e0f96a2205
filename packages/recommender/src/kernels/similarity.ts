import type { Csr } from '../data/csr.ts';

/** Called with a row of A, computes that row of A * B: answers how many columns it has, `touched`, with their `sums`. */
export interface RowProduct {
	(row: number): number;
	readonly touched: Int32Array;
	readonly sums: Float64Array | Int32Array;
}

/** Sparse product, a row at a time (Gustavson 1978). The sums of a row are cleared when the next one is asked for, by `touched`. */
export function rowProduct(a: Csr, b: Csr): RowProduct {
	return allOnes(a.values) && allOnes(b.values) ? counted(a, b) : summed(a, b);
}

/** Where all values are 1 there is only to count: half the memory is looked at. */
function counted(a: Csr, b: Csr): RowProduct {
	const sums = new Int32Array(b.width);
	// One more: each column is put down, and stays if it is new.
	const touched = new Int32Array(b.width + 1);
	const { starts: startsA, columns: columnsA } = a;
	const { starts: startsB, columns: columnsB } = b;
	let before = 0;
	const compute = (row: number): number => {
		for (let i = 0; i < before; i++) sums[touched[i]!] = 0;
		let count = 0;
		for (let i = startsA[row]!, last = startsA[row + 1]!; i < last; i++) {
			const middle = columnsA[i]!;
			for (let j = startsB[middle]!, end = startsB[middle + 1]!; j < end; j++) {
				const column = columnsB[j]!;
				const sum = sums[column]!;
				sums[column] = sum + 1;
				touched[count] = column;
				// One for 0, nothing for more: half of the branches that this saves would be guessed wrong.
				count += (sum - 1) >>> 31;
			}
		}
		before = count;
		return count;
	};
	return Object.assign(compute, { touched, sums });
}

function summed(a: Csr, b: Csr): RowProduct {
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

function allOnes(values: Float32Array): boolean {
	for (let i = 0; i < values.length; i++) if (values[i] !== 1) return false;
	return true;
}
