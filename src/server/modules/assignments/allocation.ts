/** A work that is to be reviewed: by whom it is, and who reviews it already. */
export interface Work {
	id: number;
	authorId: number;
	reviewerIds: ReadonlySet<number>;
	/** It is marked already: only for who would find nothing else to review. */
	closed?: boolean;
}

/** Somebody who is to review so many more works. */
export interface Reviewer {
	id: number;
	owes: number;
}

export interface Pair {
	reviewerId: number;
	workId: number;
}

/**
 * Finds reviewers for works: each work gets `wanted` where that is possible at all, nobody gets their own or the same
 * twice. Who still owes reviews when all works have enough (who came late) is given those with the fewest.
 *
 * The first part is a maximum b-matching of works (so many places each) and reviewers (so many reviews each), by
 * augmenting paths (Ford and Fulkerson 1956; for two sides Kuhn 1955): a work that finds nobody free takes the place of
 * another that can go elsewhere. With n works whose authors each owe `wanted` reviews and n > `wanted`, that fills all:
 * i may review i+1 … i+wanted around a circle, so a whole matching exists, and a maximum one is whole.
 *
 * @param seed orders who is asked first, so that neighbours in time do not always review each other
 * @returns new pairs only
 */
export function allocate(
	works: readonly Work[],
	reviewers: readonly Reviewer[],
	wanted: number,
	seed: number,
): Pair[] {
	const order = shuffled(reviewers, seed);
	const left = new Map(order.map(({ id, owes }) => [id, Math.max(0, owes)]));
	// By work, who was newly found for it.
	const found = new Map(works.map(({ id }) => [id, new Set<number>()]));
	const may = (work: Work, reviewerId: number) =>
		work.authorId !== reviewerId && !work.reviewerIds.has(reviewerId) && !found.get(work.id)!.has(reviewerId);
	const byReviewer = (reviewerId: number) => works.filter(({ id }) => found.get(id)!.has(reviewerId));

	/** Finds one more reviewer for a work, moving others where that makes room. */
	const augment = (work: Work, asked: Set<number>): boolean => {
		const free = order
			.filter(({ id }) => left.get(id)! > 0 && may(work, id))
			.sort((a, b) => left.get(b.id)! - left.get(a.id)!)[0];
		if (free) {
			left.set(free.id, left.get(free.id)! - 1);
			found.get(work.id)!.add(free.id);
			return true;
		}
		for (const { id } of order) {
			if (asked.has(id) || !may(work, id)) continue;
			asked.add(id);
			for (const other of byReviewer(id)) {
				found.get(other.id)!.delete(id);
				found.get(work.id)!.add(id);
				if (augment(other, asked)) return true;
				found.get(work.id)!.delete(id);
				found.get(other.id)!.add(id);
			}
		}
		return false;
	};

	// Round by round, so that where there are too few reviews none has two more than another.
	const count = (work: Work) => work.reviewerIds.size + found.get(work.id)!.size;
	for (let level = 0; level < wanted; level += 1)
		for (const work of works) if (!work.closed && count(work) <= level) augment(work, new Set());

	for (const { id } of order)
		while (left.get(id)! > 0) {
			const least = works
				.filter((work) => may(work, id))
				.sort((a, b) => Number(a.closed ?? false) - Number(b.closed ?? false) || count(a) - count(b))[0];
			if (!least) break;
			found.get(least.id)!.add(id);
			left.set(id, left.get(id)! - 1);
		}

	return works.flatMap(({ id: workId }) =>
		[...found.get(workId)!].map((reviewerId) => ({ reviewerId, workId })),
	);
}

/** Fisher and Yates, by a small generator (mulberry32): the same seed, the same order. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
	const out = [...list];
	let state = seed >>> 0;
	for (let at = out.length - 1; at > 0; at -= 1) {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		const other = Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (at + 1));
		[out[at], out[other]] = [out[other] as T, out[at] as T];
	}
	return out;
}
