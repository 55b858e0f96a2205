import type { Control } from '../control.ts';
import type { Csr } from '../data/csr.ts';
import type { Interactions } from '../data/interactions.ts';
import { only } from '../data/splits.ts';
import { type Factors, factorIndex } from '../factors.ts';

/** The last items of users, kept from training to see when to end it. */
export interface Held {
	users: Int32Array;
	items: Int32Array;
}

/** Takes the last item off every history of three or more; where nobody has so many, nothing can be held back. */
export function holdBack(data: Interactions): { matrix: Csr; held: Held | undefined } {
	const { starts, columns, rows } = data.matrix;
	const users: number[] = [];
	for (let user = 0; user < rows; user++) if (starts[user + 1]! - starts[user]! >= 3) users.push(user);
	if (users.length === 0) return { matrix: data.matrix, held: undefined };
	const long = new Uint8Array(rows);
	for (const user of users) long[user] = 1;
	const { matrix } = only(data, (user, at) => long[user] === 0 || at < starts[user + 1]! - 1);
	return {
		matrix,
		held: {
			users: Int32Array.from(users),
			items: Int32Array.from(users, (user) => columns[starts[user + 1]! - 1]!),
		},
	};
}

/** NDCG@10 of the held items among all that are not in the user's history; `vectors` are those of `held.users`. */
export async function heldNdcg(
	factors: Factors,
	vectors: Float32Array,
	{ users, items }: Held,
	known: Csr,
	control?: Control,
): Promise<number> {
	const lists = await factorIndex(factors).topForAll(vectors, 10, users, [known], control);
	const k = lists.items.length / users.length;
	let gain = 0;
	for (let n = 0; n < users.length; n++) {
		const rank = lists.items.subarray(n * k, n * k + lists.counts[n]!).indexOf(items[n]!);
		if (rank >= 0) gain += 1 / Math.log2(rank + 2);
	}
	return gain / users.length;
}
