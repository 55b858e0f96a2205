import { refuse } from '../errors.ts';
import { float32, float64, int32, startsOf } from './arrays.ts';
import { type Csr, transpose } from './csr.ts';
import { type Id, IdMap, numberedIds } from './ids.ts';

/** One thing that somebody did with something. Weight defaults to 1, time to the place in the list. */
export interface Interaction {
	user: Id;
	item: Id;
	weight?: number;
	/** Any unit, rising. */
	time?: number;
}

/** What items are made of, by item index; for models that look at content. */
export interface Content {
	texts?: readonly string[];
	/** Items by tags (categories, authors, brands, …). */
	tags?: Csr;
}

/** Who did what, by dense index: the histories of users, each in order of time, oldest first, every item once. */
export interface Interactions {
	readonly users: IdMap;
	readonly items: IdMap;
	/** Users by items, columns in order of time. */
	readonly matrix: Csr;
	/** The time of each entry of `matrix`. */
	readonly times: Float64Array;
	readonly content?: Content;
}

/** Columns of equal length; `users` and `items` are ids. */
export interface Columns {
	users: ArrayLike<Id>;
	items: ArrayLike<Id>;
	weights?: ArrayLike<number>;
	times?: ArrayLike<number>;
}

export interface InteractionOptions {
	/** What the weight of a pair that occurs again becomes; its time is the latest. */
	duplicates?: 'sum' | 'max' | 'last';
	/** Ids that exist whether or not they interact: gives known sizes, or users and items with nothing yet. */
	users?: IdMap;
	items?: IdMap;
	content?: Content;
}

/** Reads interactions one by one. */
export function interactions(events: Iterable<Interaction>, options: InteractionOptions = {}): Interactions {
	const columns = { users: [] as Id[], items: [] as Id[], weights: [] as number[], times: [] as number[] };
	for (const event of events) {
		columns.times.push(event.time ?? columns.users.length);
		columns.users.push(event.user);
		columns.items.push(event.item);
		columns.weights.push(event.weight ?? 1);
	}
	return interactionsFromColumns(columns, options);
}

/**
 * Reads interactions given as columns: the quick way for millions.
 *
 * @throws RecommenderError `length_mismatch`, `invalid_weight` (NaN, infinite or negative), `invalid_time`, `invalid_id`
 */
export function interactionsFromColumns(given: Columns, options: InteractionOptions = {}): Interactions {
	const size = given.users.length;
	for (const name of ['items', 'weights', 'times'] as const) {
		const column = given[name];
		if (column && column.length !== size)
			refuse('length_mismatch', `${size} users but ${column.length} ${name}.`);
	}
	const users = new IdMap(options.users?.toArray());
	const items = new IdMap(options.items?.toArray());
	const rowOf = indexesOf(given.users, users);
	const columnOf = indexesOf(given.items, items);
	for (let i = 0; i < size; i++) {
		const weight = given.weights ? given.weights[i]! : 1;
		if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
			refuse('invalid_weight', `Weight ${weight} of interaction ${i}: finite and not negative is asked for.`);
		if (given.times && !Number.isFinite(given.times[i]!))
			refuse('invalid_time', `Time ${given.times[i]} of interaction ${i} is not a finite number.`);
	}
	const order = inOrder(rowOf, users.size, given.times);
	return { users, items, ...merged(order, rowOf, columnOf, given, options, users.size, items.size) };
}

/** Histories that are already dense and in order of time, such as the files of a published split. */
export function interactionsFromHistories(
	histories: readonly ArrayLike<number>[],
	items: number,
	content?: Content,
): Interactions {
	const users = new Int32Array(histories.reduce((sum, history) => sum + history.length, 0));
	const columns = new Int32Array(users.length);
	let at = 0;
	for (let user = 0; user < histories.length; user++)
		for (let i = 0; i < histories[user]!.length; i++) {
			users[at] = user;
			columns[at++] = histories[user]![i]!;
		}
	return interactionsFromColumns(
		{ users, items: columns },
		{ users: numberedIds(histories.length), items: numberedIds(items), duplicates: 'last', content },
	);
}

/** Items by users. */
export function byItem(data: Interactions): Csr {
	return transpose(data.matrix);
}

/** The index of each id, new ones added. Small whole numbers in a typed array go by a table instead of the map. */
function indexesOf(ids: ArrayLike<Id>, map: IdMap): Int32Array {
	const indexes = new Int32Array(ids.length);
	let highest = -1;
	if (ids instanceof Int32Array || ids instanceof Uint32Array)
		for (let i = 0; i < ids.length; i++) {
			const id = ids[i]!;
			if (id < 0 || id > 8 * ids.length) {
				highest = -1;
				break;
			}
			if (id > highest) highest = id;
		}
	if (highest < 0) {
		for (let i = 0; i < ids.length; i++) indexes[i] = map.add(ids[i]!);
		return indexes;
	}
	const known = new Int32Array(highest + 1).fill(-1);
	for (let i = 0; i < ids.length; i++) {
		const id = ids[i] as number;
		if (known[id] === -1) known[id] = map.add(id);
		indexes[i] = known[id]!;
	}
	return indexes;
}

/** Places of the interactions sorted by user, then time, then place: stable, whatever the input's order. */
function inOrder(rowOf: Int32Array, users: number, times?: ArrayLike<number>): Int32Array {
	const counts = new Int32Array(users);
	for (let i = 0; i < rowOf.length; i++) counts[rowOf[i]!]!++;
	const starts = startsOf(counts);
	const next = starts.slice(0, users);
	const order = new Int32Array(rowOf.length);
	for (let i = 0; i < rowOf.length; i++) order[next[rowOf[i]!]!++] = i;
	if (!times) return order;
	for (let user = 0; user < users; user++) {
		const part = order.subarray(starts[user]!, starts[user + 1]!);
		let sorted = true;
		for (let i = 1; i < part.length && sorted; i++) sorted = times[part[i - 1]!]! <= times[part[i]!]!;
		if (!sorted) part.sort((a, b) => times[a]! - times[b]! || a - b);
	}
	return order;
}

/** One entry for each pair of user and item, standing where the pair was last seen. */
function merged(
	order: Int32Array,
	rowOf: Int32Array,
	columnOf: Int32Array,
	given: Columns,
	options: InteractionOptions,
	users: number,
	items: number,
): { matrix: Csr; times: Float64Array; content?: Content } {
	const seenBy = new Int32Array(items).fill(-1);
	const lastAt = new Int32Array(items);
	const weight = new Float64Array(items);
	const counts = new Int32Array(users);
	const policy = options.duplicates ?? 'sum';
	for (let at = 0; at < order.length; at++) {
		const user = rowOf[order[at]!]!;
		const item = columnOf[order[at]!]!;
		if (seenBy[item] !== user) counts[user]!++;
		seenBy[item] = user;
	}
	const starts = startsOf(counts);
	const columns = int32(starts[users]!);
	const values = float32(columns.length);
	const times = float64(columns.length);
	seenBy.fill(-1);
	let to = 0;
	for (let from = 0; from < order.length; ) {
		const user = rowOf[order[from]!]!;
		let end = from;
		for (; end < order.length && rowOf[order[end]!] === user; end++) {
			const place = order[end]!;
			const item = columnOf[place]!;
			const value = given.weights ? given.weights[place]! : 1;
			if (seenBy[item] !== user || policy === 'last') weight[item] = value;
			else weight[item] = policy === 'sum' ? weight[item]! + value : Math.max(weight[item]!, value);
			seenBy[item] = user;
			lastAt[item] = end;
		}
		for (; from < end; from++) {
			const place = order[from]!;
			const item = columnOf[place]!;
			if (lastAt[item] !== from) continue;
			columns[to] = item;
			values[to] = weight[item]!;
			times[to++] = given.times ? given.times[place]! : place;
		}
	}
	const matrix = { rows: users, width: items, starts, columns, values };
	return options.content ? { matrix, times, content: options.content } : { matrix, times };
}
