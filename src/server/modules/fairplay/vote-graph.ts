/** One up-vote, or one acceptance: somebody stood up for what somebody wrote. */
export interface Support {
	from: number;
	to: number;
	/** What was voted on: an item's id doubled, a reply's doubled and one more. */
	target: number;
	/** What it is about: a number for its first tag; 0 for none. */
	topic: number;
	/** Seconds since 1970. */
	at: number;
}

/** People as the search needs them, by id. */
export interface Account {
	/** Seconds since 1970. */
	joinedAt: number;
}

export const targetOf = (itemId: number, replyId: number | null): number =>
	replyId === null ? itemId * 2 : replyId * 2 + 1;

/** Columns that grow: twenty bytes a vote, so that two million fit in 40 MB. */
export function voteColumns(most: number) {
	let capacity = 1024;
	let size = 0;
	let columns = [0, 1, 2, 3, 4].map(() => new Int32Array(capacity));
	const grow = () => {
		capacity = Math.min(most, capacity * 2);
		columns = columns.map((old) => {
			const next = new Int32Array(capacity);
			next.set(old);
			return next;
		});
	};
	const targets = new Map<number, number>();
	const ids: number[] = [];
	const indexes = new Map<number, number>();
	const indexOf = (id: number) => {
		let index = indexes.get(id);
		if (index === undefined) {
			index = ids.length;
			indexes.set(id, index);
			ids.push(id);
		}
		return index;
	};
	return {
		/** @returns false when there is no more room: what is read first is what counts */
		add(vote: Support): boolean {
			if (size >= most) return false;
			if (size === capacity) grow();
			let target = targets.get(vote.target);
			if (target === undefined) {
				target = targets.size;
				targets.set(vote.target, target);
			}
			columns[0]![size] = indexOf(vote.from);
			columns[1]![size] = indexOf(vote.to);
			columns[2]![size] = target;
			columns[3]![size] = vote.topic;
			columns[4]![size] = vote.at;
			size++;
			return true;
		},
		graph: () => graphOf(columns.map((one) => one.subarray(0, size)) as Five, ids, [...targets.keys()]),
	};
}

type Five = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];

/** Who voted for whom, by rows of votes, with the rows of each voter, author and target one after another. */
export interface VoteGraph {
	/** Ids of people by index, of targets by index. */
	ids: readonly number[];
	targetIds: readonly number[];
	from: Int32Array;
	to: Int32Array;
	target: Int32Array;
	topic: Int32Array;
	at: Int32Array;
	byVoter: Rows;
	byAuthor: Rows;
	byTarget: Rows;
}

/** Rows grouped by a key: those of key k are `rows[start[k]] … rows[start[k + 1] - 1]`. */
export interface Rows {
	start: Int32Array;
	rows: Int32Array;
}

function grouped(keys: Int32Array, count: number): Rows {
	const start = new Int32Array(count + 1);
	for (const key of keys) start[key + 1]!++;
	for (let i = 0; i < count; i++) start[i + 1]! += start[i]!;
	const at = start.slice(0, count);
	const rows = new Int32Array(keys.length);
	keys.forEach((key, row) => {
		rows[at[key]!++] = row;
	});
	return { start, rows };
}

export const rowsOf = ({ start, rows }: Rows, key: number): Int32Array =>
	rows.subarray(start[key]!, start[key + 1]!);

function graphOf([from, to, target, topic, at]: Five, ids: number[], targetIds: number[]): VoteGraph {
	return {
		...{ ids, targetIds, from, to, target, topic, at },
		byVoter: grouped(from, ids.length),
		byAuthor: grouped(to, ids.length),
		byTarget: grouped(target, targetIds.length),
	};
}

/** The graph of a list of votes, for tests and small places. */
export function graphFrom(votes: Iterable<Support>): VoteGraph {
	const columns = voteColumns(10_000_000);
	for (const vote of votes) columns.add(vote);
	return columns.graph();
}
