/** The best of a list, best first. Equal scores stand in rising order of index. */
export interface Top {
	readonly items: Int32Array;
	readonly scores: Float32Array;
	readonly count: number;
}

/**
 * Selects the `k` highest scores. `-Infinity` and NaN are never selected: that is how callers exclude.
 *
 * @param scores by item index
 */
export function topK(scores: Float32Array, k: number, length = scores.length): Top {
	const size = Math.min(k, length);
	const items = new Int32Array(size);
	const best = new Float32Array(size);
	let count = 0;
	let floor = Number.NEGATIVE_INFINITY;
	if (size === 0) return { items, scores: best, count };
	for (let item = 0; item < length; item++) {
		const score = scores[item]!;
		if (!(score > floor)) continue;
		if (count < size) {
			siftUp(items, best, count++, item, score);
			if (count === size) floor = best[0]!;
		} else {
			siftDown(items, best, size, item, score);
			floor = best[0]!;
		}
	}
	fromHeap(items, best, count);
	return { items, scores: best, count };
}

/** Turns a heap, whose root is the worst, into a list, best first. */
export function fromHeap(items: Int32Array, scores: Float32Array, count: number): void {
	for (let end = count - 1; end > 0; end--) {
		const item = items[0]!;
		const score = scores[0]!;
		siftDown(items, scores, end, items[end]!, scores[end]!);
		items[end] = item;
		scores[end] = score;
	}
}

/** Whether (score a, item a) ranks below (score b, item b). */
export function below(scoreA: number, itemA: number, scoreB: number, itemB: number): boolean {
	return scoreA < scoreB || (scoreA === scoreB && itemA > itemB);
}

/** Puts a pair into a heap of `start` pairs. */
export function siftUp(
	items: Int32Array,
	scores: Float32Array,
	start: number,
	item: number,
	score: number,
): void {
	let at = start;
	while (at > 0) {
		const parent = (at - 1) >> 1;
		if (!below(score, item, scores[parent]!, items[parent]!)) break;
		items[at] = items[parent]!;
		scores[at] = scores[parent]!;
		at = parent;
	}
	items[at] = item;
	scores[at] = score;
}

/** Puts a pair in the place of the root. */
export function siftDown(
	items: Int32Array,
	scores: Float32Array,
	size: number,
	item: number,
	score: number,
): void {
	let at = 0;
	for (;;) {
		let child = at * 2 + 1;
		if (child >= size) break;
		if (child + 1 < size && below(scores[child + 1]!, items[child + 1]!, scores[child]!, items[child]!))
			child++;
		if (!below(scores[child]!, items[child]!, score, item)) break;
		items[at] = items[child]!;
		scores[at] = scores[child]!;
		at = child;
	}
	items[at] = item;
	scores[at] = score;
}
