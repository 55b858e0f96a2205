import { refuse } from '../errors.ts';
import { random, shuffle } from '../random.ts';
import { float32, float64, int32, startsOf } from './arrays.ts';
import type { Interactions } from './interactions.ts';

/** Two views of the same users and items. */
export interface Split {
	readonly train: Interactions;
	readonly held: Interactions;
}

/** Holds out each user's last `count` interactions, when at least `keep` remain. */
export function leaveLastOut(data: Interactions, { count = 1, keep = 1 } = {}): Split {
	positive('count', count);
	return splitBy(data, (length) => (length - count >= keep ? length - count : length));
}

/** Holds out the last `share` of each user's interactions (rounded up), when at least `keep` remain. */
export function splitLastShare(data: Interactions, { share = 0.2, keep = 1 } = {}): Split {
	proper('share', share);
	return splitBy(data, (length) => Math.min(length, Math.max(keep, length - Math.ceil(length * share))));
}

/** Holds out everything from `time` on. */
export function splitAtTime(data: Interactions, time: number): Split {
	return divide(data, (_, at) => data.times[at]! >= time);
}

/** Holds out a random `share` of each user's interactions (rounded), when at least `keep` remain. */
export function splitRandomShare(data: Interactions, { share = 0.2, keep = 1, seed = 1 } = {}): Split {
	proper('share', share);
	const { rows, starts, columns } = data.matrix;
	const held = new Uint8Array(columns.length);
	for (let user = 0; user < rows; user++) {
		const length = starts[user + 1]! - starts[user]!;
		const out = Math.max(0, Math.min(Math.round(length * share), length - keep));
		const places = shuffle(
			Int32Array.from({ length }, (_, i) => starts[user]! + i),
			random(seed, user),
		);
		for (let i = 0; i < out; i++) held[places[i]!] = 1;
	}
	return divide(data, (_, at) => held[at] === 1);
}

function splitBy(data: Interactions, keptOf: (length: number) => number): Split {
	const { starts } = data.matrix;
	return divide(data, (user, at) => at - starts[user]! >= keptOf(starts[user + 1]! - starts[user]!));
}

function divide(data: Interactions, isHeld: (user: number, at: number) => boolean): Split {
	return { train: only(data, (user, at) => !isHeld(user, at)), held: only(data, isHeld) };
}

/** The interactions for which `take` answers yes; users and items keep their indexes. */
export function only(data: Interactions, take: (user: number, at: number) => boolean): Interactions {
	const { rows, width, starts, columns, values } = data.matrix;
	const counts = new Int32Array(rows);
	const taken = new Uint8Array(columns.length);
	for (let user = 0; user < rows; user++)
		for (let at = starts[user]!; at < starts[user + 1]!; at++)
			if (take(user, at)) {
				taken[at] = 1;
				counts[user]!++;
			}
	const newStarts = startsOf(counts);
	const newColumns = int32(newStarts[rows]!);
	const newValues = float32(newColumns.length);
	const times = float64(newColumns.length);
	let to = 0;
	for (let at = 0; at < columns.length; at++) {
		if (taken[at] === 0) continue;
		newColumns[to] = columns[at]!;
		newValues[to] = values[at]!;
		times[to++] = data.times[at]!;
	}
	return {
		...data,
		matrix: { rows, width, starts: newStarts, columns: newColumns, values: newValues },
		times,
	};
}

function positive(name: string, value: number): void {
	if (!Number.isInteger(value) || value < 1)
		refuse('invalid_option', `${name} is ${value}, not a whole number above 0.`);
}

function proper(name: string, value: number): void {
	if (!(value > 0 && value < 1)) refuse('invalid_option', `${name} is ${value}, not between 0 and 1.`);
}
