import { int32 } from '../data/arrays.ts';
import type { Csr } from '../data/csr.ts';
import type { SequenceBatch } from '../kernels/sequence.ts';

/** A piece of a history: `count` entries of the matrix from `from`. */
export interface Window {
	user: number;
	from: number;
	count: number;
}

const groupRows = 128;

/** The rows that a group may have at most. */
export function maxGroupRows(length: number): number {
	return fours(groupRows + length);
}

function fours(value: number): number {
	return Math.ceil(value / 4) * 4;
}

/** Pieces of at most `length` inputs, each with its next item known; the last piece of a history ends with its end. */
export function trainingWindows({ rows, starts }: Csr, length: number): Window[] {
	const windows: Window[] = [];
	for (let user = 0; user < rows; user++)
		for (let end = starts[user + 1]! - 1; end > starts[user]!; end -= length) {
			const from = Math.max(starts[user]!, end - length);
			windows.push({ user, from, count: end - from });
		}
	return windows;
}

/** The ends of the histories of users: what the next item is predicted from. */
export function lastWindows({ starts }: Csr, users: Iterable<number>, length: number): Window[] {
	return Array.from(users, (user) => {
		const from = Math.max(starts[user]!, starts[user + 1]! - length);
		return { user, from, count: starts[user + 1]! - from };
	});
}

/** Windows in their order, cut into batches of at most `size` windows and `rows` rows (but always one window). */
export function cutBatches(windows: readonly Window[], size: number, rows: number): Window[][] {
	const batches: Window[][] = [];
	let used = rows;
	for (const window of windows) {
		const needed = window.count + 4;
		if (batches.length === 0 || batches.at(-1)!.length >= size || used + needed > rows) {
			batches.push([]);
			used = 0;
		}
		batches.at(-1)!.push(window);
		used += needed;
	}
	return batches;
}

/** Lays windows out in rows; each row's target is the entry after it, and the number of targets is told. */
export function layOut(
	{ columns }: Csr,
	windows: readonly Window[],
): { batch: SequenceBatch; count: number } {
	const starts = int32(windows.length);
	const ends = int32(windows.length);
	const sequences: number[] = [];
	const rows: number[] = [];
	let next = 0;
	let count = 0;
	let first = Number.NEGATIVE_INFINITY;
	for (const [n, window] of windows.entries()) {
		if (next - first >= groupRows) {
			next = fours(next);
			first = next;
			sequences.push(n);
			rows.push(next);
		}
		starts[n] = next;
		next += window.count;
		ends[n] = next;
		count += window.count;
	}
	next = fours(next);
	const items = int32(next).fill(-1);
	const ages = int32(next);
	const targets = int32(next).fill(-1);
	for (const [n, { from, count }] of windows.entries())
		for (let i = 0; i < count; i++) {
			const row = starts[n]! + i;
			items[row] = columns[from + i]!;
			ages[row] = count - 1 - i;
			targets[row] = columns[from + i + 1] ?? -1;
		}
	return {
		batch: {
			items,
			ages,
			targets,
			starts,
			ends,
			sequences: shared([...sequences, windows.length]),
			rows: shared([...rows, next]),
		},
		count,
	};
}

function shared(values: readonly number[]): Int32Array {
	const out = int32(values.length);
	out.set(values);
	return out;
}
