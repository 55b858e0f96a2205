/** Where the accounts of a finding are drawn: whom it is for in the middle, the others around; a ring of equals on one circle. */
export interface Node {
	id: number;
	x: number;
	y: number;
	name: string;
	taker: boolean;
}
export interface Line {
	from: Node;
	to: Node;
	count: number;
}

export const SIZE = 400;
/** More than that are not drawn apart: the table has all. */
export const MOST_DRAWN = 120;

/** @param people in the order in which they stand around; @param edges by ids of people */
export function layout(
	people: readonly { id: number; name: string; part: 'giver' | 'taker' | 'both' }[],
	edges: readonly { from: number; to: number }[],
): { nodes: Node[]; lines: Line[]; most: number } {
	const takers = people.filter(({ part }) => part === 'taker').slice(0, MOST_DRAWN);
	const others = people.filter(({ part }) => part !== 'taker').slice(0, MOST_DRAWN);
	const circle = (those: typeof people, radius: number, taker: boolean): Node[] =>
		those.map(({ id, name }, n) => {
			const angle = (2 * Math.PI * n) / those.length - Math.PI / 2;
			const r = those.length === 1 ? 0 : radius;
			return { id, name, taker, x: SIZE / 2 + r * Math.cos(angle), y: SIZE / 2 + r * Math.sin(angle) };
		});
	// One giver alone stands beside whom it gives to, not on them.
	const around =
		others.length === 1 ? [{ ...circle(others, 0, false)[0]!, x: 60 }] : circle(others, SIZE * 0.45, false);
	const nodes = [...circle(takers, SIZE * 0.16, true), ...around];
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const counts = new Map<string, Line>();
	for (const { from, to } of edges) {
		const [a, b] = [byId.get(from), byId.get(to)];
		if (!a || !b) continue;
		const key = `${from}:${to}`;
		const line = counts.get(key);
		if (line) line.count++;
		else counts.set(key, { from: a, to: b, count: 1 });
	}
	const lines = [...counts.values()];
	return { nodes, lines, most: Math.max(1, ...lines.map(({ count }) => count)) };
}

/** How many acts fall into each of some steps of equal length. */
export function timeline(
	times: readonly Date[],
	steps = 48,
): { counts: number[]; from: Date; to: Date; most: number } {
	const sorted = times.map((time) => time.getTime()).sort((a, b) => a - b);
	const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
	const length = Math.max(1, last - first);
	const counts = Array.from({ length: steps }, () => 0);
	for (const time of sorted) counts[Math.min(steps - 1, Math.floor(((time - first) / length) * steps))]!++;
	return { counts, from: new Date(first), to: new Date(last), most: Math.max(1, ...counts) };
}
