/** A stretch from its first to before its last: `[0, 5]` is 0, 1, 2, 3, 4. */
export type Range = readonly [from: number, to: number];

/** The same set as few ranges as can be, in order; what lies outside `[least, most)` is left out. */
export function joinRanges(ranges: readonly Range[], least: number, most: number): Range[] {
	const sorted = ranges
		.map(([from, to]): [number, number] => [Math.max(from, least), Math.min(to, most)])
		.filter(([from, to]) => from < to)
		.sort((a, b) => a[0] - b[0]);
	const joined: [number, number][] = [];
	for (const [from, to] of sorted) {
		const last = joined.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else joined.push([from, to]);
	}
	return joined;
}

/** How many whole numbers are in ranges that do not meet. */
export function lengthOf(ranges: readonly Range[]): number {
	return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** As PostgreSQL reads a multirange. */
export function multirange(ranges: readonly Range[]): string {
	return `{${ranges.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}

/** Reads what PostgreSQL writes of a multirange of whole numbers. */
export function parseMultirange(text: string): Range[] {
	return [...text.matchAll(/\[(-?\d+),(-?\d+)\)/g)].map(([, from, to]): Range => [Number(from), Number(to)]);
}
