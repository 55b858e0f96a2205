/** One cell: quoted where it must be, and never a formula in the eyes of a spreadsheet. */
function cell(value: string | number): string {
	if (typeof value === 'number' || /^-?\d+(?:\.\d+)?$/.test(value)) return String(value);
	// A name that begins with = or @ is computed by spreadsheets; a leading apostrophe makes it text.
	const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180) with the byte order mark that spreadsheets need to read Chinese. */
export function csvText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
