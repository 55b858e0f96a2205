// A file in which everything belongs together must not become one batch.
const MOST = 8;

/** Groups rows into arrays of `size`, none of them empty; larger where neighbours are to stay `together`. */
export async function* inBatches<T>(
	rows: AsyncIterable<T>,
	size: number,
	together: (a: T, b: T) => boolean = () => false,
): AsyncGenerator<T[]> {
	let batch: T[] = [];
	for await (const row of rows) {
		if (batch.length >= size && (batch.length >= size * MOST || !together(batch.at(-1)!, row))) {
			yield batch;
			batch = [];
		}
		batch.push(row);
	}
	if (batch.length > 0) yield batch;
}

/** Passes over the first `count` rows. */
export async function* skipRows<T>(rows: AsyncIterable<T>, count: number): AsyncGenerator<T> {
	let seen = 0;
	for await (const row of rows) if (++seen > count) yield row;
}

/**
 * Maps in order with up to `depth` calls of `work` under way, so that reading and rendering go on while the
 * consumer writes. A failure surfaces where its result would have come; what was begun is awaited first.
 */
export async function* ahead<T, R>(
	input: AsyncIterable<T>,
	depth: number,
	work: (value: T) => Promise<R>,
): AsyncGenerator<R> {
	const running: Promise<R>[] = [];
	try {
		for await (const value of input) {
			const result = work(value);
			// Claimed at once: a rejection that waits its turn must not count as unhandled.
			result.catch(() => {});
			running.push(result);
			if (running.length >= depth) yield await running.shift()!;
		}
		while (running.length > 0) yield await running.shift()!;
	} finally {
		await Promise.allSettled(running);
	}
}
