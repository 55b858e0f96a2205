import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** One line of CSV, with quoted cells; what is left open at the end is closed. */
export function cellsOf(line: string): string[] {
	const cells: string[] = [];
	let cell = '';
	let quoted = false;
	for (let at = 0; at < line.length; at++) {
		const letter = line[at]!;
		if (quoted) {
			if (letter !== '"') cell += letter;
			else if (line[at + 1] === '"') cell += line[at++];
			else quoted = false;
		} else if (letter === '"') quoted = true;
		else if (letter === ',') {
			cells.push(cell);
			cell = '';
		} else cell += letter;
	}
	cells.push(cell);
	return cells;
}

/** The rows of a CSV file with a head, or of the same compressed as `.gz`, as fields by name. */
export async function* rowsOf(path: string): AsyncGenerator<Record<string, string>> {
	const packed = !existsSync(path) || path.endsWith('.gz');
	const file = packed ? (path.endsWith('.gz') ? path : `${path}.gz`) : path;
	const bytes = createReadStream(file);
	const lines = createInterface({
		input: packed ? bytes.pipe(createGunzip()) : bytes,
		crlfDelay: Number.POSITIVE_INFINITY,
	});
	let head: string[] | null = null;
	for await (const line of lines) {
		if (line === '') continue;
		const cells = cellsOf(line);
		if (head) yield Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']));
		else head = cells.map((name) => name.replace(/^\ufeff/, ''));
	}
}
