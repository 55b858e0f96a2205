/** A course in the picture of a path. */
export interface PictureNode {
	id: number;
	/** Row from the top, 0 first. */
	row: number;
	title: string;
	state: 'done' | 'begun' | 'open';
}

/** A node with its place, and lines from what comes before. */
export interface Picture {
	width: number;
	height: number;
	nodes: (PictureNode & { x: number; y: number; number: number })[];
	lines: { from: number; to: number; d: string }[];
}

const COLUMN = 84;
const ROW = 76;

/**
 * Rows of courses that depend on each other: each stands below everything that it comes after.
 *
 * @param after by course, those it comes after
 */
export function rowsOf(
	ids: readonly number[],
	after: ReadonlyMap<number, readonly number[]>,
): Map<number, number> {
	const rows = new Map<number, number>();
	const rowOf = (id: number, seen: readonly number[]): number => {
		const known = rows.get(id);
		if (known !== undefined) return known;
		// Rules that wait for each other in a circle still have a picture.
		const before = (after.get(id) ?? []).filter((one) => ids.includes(one) && !seen.includes(one));
		const row = before.length ? Math.max(...before.map((one) => rowOf(one, [...seen, id]))) + 1 : 0;
		rows.set(id, row);
		return row;
	};
	for (const id of ids) rowOf(id, [id]);
	return rows;
}

/** Places nodes in rows, each row in the middle, and draws a line to each from what it comes after. */
export function pictureOf(
	given: readonly PictureNode[],
	after: ReadonlyMap<number, readonly number[]>,
): Picture {
	const rows = new Map<number, PictureNode[]>();
	for (const node of given) rows.set(node.row, [...(rows.get(node.row) ?? []), node]);
	const widest = Math.max(1, ...[...rows.values()].map((row) => row.length));
	const width = widest * COLUMN;
	const nodes = given.map((node, at) => {
		const row = rows.get(node.row)!;
		const x = width / 2 + (row.indexOf(node) - (row.length - 1) / 2) * COLUMN;
		return { ...node, x, y: node.row * ROW + ROW / 2, number: at + 1 };
	});
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const lines = nodes.flatMap((to) =>
		(after.get(to.id) ?? []).flatMap((id) => {
			const from = byId.get(id);
			if (!from || from.row >= to.row) return [];
			const bend = (to.y - from.y) / 2;
			return [
				{
					from: id,
					to: to.id,
					d: `M${from.x} ${from.y}C${from.x} ${from.y + bend} ${to.x} ${to.y - bend} ${to.x} ${to.y}`,
				},
			];
		}),
	);
	return { width, height: (Math.max(0, ...given.map(({ row }) => row)) + 1) * ROW, nodes, lines };
}
