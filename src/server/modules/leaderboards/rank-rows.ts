/**
 * Places of rows that follow each other in the order of a board: who have the same score share a place, and the next one
 * is as many places further as there were people. Every group of equals but the first is whole in the slice or its last,
 * so one count is enough.
 *
 * @param firstRank the place of the first row's score
 * @param peopleAtFirst how many have that score, before the slice included
 */
export function rankRows<T extends { score: number }>(
	rows: readonly T[],
	firstRank: number,
	peopleAtFirst: number,
): (T & { rank: number })[] {
	let rank = firstRank;
	let group = 0;
	return rows.map((row, at) => {
		const previous = rows[at - 1];
		if (previous && previous.score !== row.score) {
			rank += previous.score === rows[0]!.score ? peopleAtFirst : group;
			group = 0;
		}
		group += 1;
		return { ...row, rank };
	});
}
