export interface Row {
	name: string;
	values: readonly (number | null)[];
	/** Published rows stand as printed. */
	from: 'published' | 'ours';
	/** What was chosen on validation. */
	chosen?: string;
}

/** Prints a table with the published rows and ours, ordered by a column. */
export function printTable(
	title: string,
	protocol: string,
	columns: readonly string[],
	rows: readonly Row[],
	orderBy = 0,
	digits = 4,
): void {
	const sorted = [...rows].sort((a, b) => (a.values[orderBy] ?? 0) - (b.values[orderBy] ?? 0));
	const cells = sorted.map((row) => [
		row.from === 'ours' ? `* ${row.name}` : `  ${row.name}`,
		...row.values.map((value) => (value === null ? '-' : value.toFixed(digits))),
		row.chosen ?? '',
	]);
	const head = ['  ', ...columns, ''];
	const widths = head.map((_, c) => Math.max(...[head, ...cells].map((row) => row[c]!.length)));
	console.log(`\n${title}\n${protocol}\n* measured in this run, the others as published\n`);
	for (const row of [head, ...cells])
		console.log(
			row
				.map((cell, c) =>
					c === 0 || c === row.length - 1 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!),
				)
				.join('  ')
				.trimEnd(),
		);
}

export function published(text: string): Row[] {
	return text
		.trim()
		.split('\n')
		.map((line) => {
			const [name = '', ...values] = line.split('|').map((cell) => cell.trim());
			return {
				name,
				from: 'published',
				values: values.map((value) => (value === '' ? null : Number(value))),
			};
		});
}

export function step(text: string): void {
	process.stderr.write(`· ${text}\n`);
}
