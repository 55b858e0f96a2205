/** One line of a comparison, as the Diff component shows it. */
export interface DiffLine {
	kind: 'same' | 'added' | 'removed';
	/** Its text, or its parts where words within the line changed. */
	text: string | { kind: 'same' | 'added' | 'removed'; text: string }[];
}

export interface DiffRow extends DiffLine {
	before: number | null;
	after: number | null;
}

/** Numbers the lines of both sides and leaves out long unchanged runs; a number stands for so many lines left out. */
export function foldDiff(lines: readonly DiffLine[], around = 3): (DiffRow | number)[] {
	let before = 0;
	let after = 0;
	const rows = lines.map((line): DiffRow => {
		if (line.kind !== 'added') before++;
		if (line.kind !== 'removed') after++;
		return { ...line, before: line.kind === 'added' ? null : before, after: line.kind === 'removed' ? null : after };
	});
	const near = new Array<boolean>(rows.length).fill(false);
	rows.forEach((row, at) => {
		if (row.kind === 'same') return;
		for (let i = Math.max(0, at - around); i <= Math.min(rows.length - 1, at + around); i++) near[i] = true;
	});
	const shown: (DiffRow | number)[] = [];
	for (let at = 0; at < rows.length; at++) {
		if (near[at]) {
			shown.push(rows[at] as DiffRow);
			continue;
		}
		const last = shown.at(-1);
		if (typeof last === 'number') shown[shown.length - 1] = last + 1;
		else shown.push(1);
	}
	return shown;
}
