/** One cell: quoted where it must be, and never a formula in the eyes of a spreadsheet. */
function cell(value: string | number): string {
	if (typeof value === 'number' || /^-?\d+(?:\.\d+)?$/.test(value)) return String(value);
	// A name that begins with = or @ is computed by spreadsheets, also in its wide form by those of East Asia; a leading
	// apostrophe makes it text.
	const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of a file that is written piece by piece, each with its end. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
	return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What a file of CSV begins with: the byte order mark that spreadsheets need to read Chinese. */
export const csvMark = '\uFEFF';

/** Rows as CSV (RFC 4180) with the byte order mark that spreadsheets need to read Chinese. */
export function csvText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	return csvMark + csvLines([head, ...rows]);
}

/**
 * Reads CSV (RFC 4180): rows of cells, quotes taken off, with or without a byte order mark. Lenient: a quote in the middle of
 * a bare cell is a quote, and a last line needs no end.
 */
export function parseCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	const cells = /("(?:[^"]|"")*"(?=,|\r?\n|$)|[^,\r\n]*)(,|\r?\n|\r|$)/gy;
	cells.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
	while (cells.lastIndex < text.length) {
		const [, written = '', end] = cells.exec(text)!;
		row.push(
			written.startsWith('"') && written.endsWith('"') && written.length > 1
				? written.slice(1, -1).replaceAll('""', '"')
				: written,
		);
		if (end === ',' && cells.lastIndex < text.length) continue;
		if (end === ',') row.push('');
		rows.push(row);
		row = [];
	}
	return rows;
}
