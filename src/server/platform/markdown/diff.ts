import { diffArrays } from 'diff';

export interface DiffPart {
	kind: 'same' | 'removed' | 'added';
	text: string;
}

export interface DiffLine extends DiffPart {
	/** 1-based number in the old text; null for an added line. */
	oldLine: number | null;
	/** 1-based number in the new text; null for a removed line. */
	newLine: number | null;
	/** What changed inside, where the line was edited rather than replaced. */
	parts?: DiffPart[];
}

/** Changed lines that lie together, with unchanged ones around them. */
export interface DiffHunk {
	oldStart: number;
	oldLines: number;
	newStart: number;
	newLines: number;
	lines: DiffLine[];
}

// Work grows with the square of the number of edits; beyond these two texts have nothing in common that a reader
// could follow anyway, and show as one replaced by the other.
const LINE_EDITS = 1_200;
const WORD_EDITS = 600;
const PAIRED_CHARACTERS = 100_000;

type Change = { kind: DiffPart['kind']; items: string[] };

/** Changes between two lists, what they begin and end with alike set aside first. */
function changes(before: string[], after: string[], edits: number): Change[] {
	let start = 0;
	while (start < before.length && start < after.length && before[start] === after[start]) start++;
	let end = 0;
	while (
		end < before.length - start &&
		end < after.length - start &&
		before.at(-1 - end) === after.at(-1 - end)
	)
		end++;
	const oldMiddle = before.slice(start, before.length - end);
	const newMiddle = after.slice(start, after.length - end);
	const found: Change[] = [];
	const add = (kind: Change['kind'], items: string[]): void => {
		if (items.length > 0) found.push({ kind, items });
	};
	add('same', before.slice(0, start));
	const middle =
		oldMiddle.length === 0 || newMiddle.length === 0
			? undefined
			: diffArrays(oldMiddle, newMiddle, { maxEditLength: edits });
	if (middle === undefined) {
		add('removed', oldMiddle);
		add('added', newMiddle);
	} else
		for (const { value, added, removed } of middle)
			add(added ? 'added' : removed ? 'removed' : 'same', value);
	add('same', before.slice(before.length - end));
	return found;
}

let segmenter: Intl.Segmenter | null = null;

/** Words, white space and single signs; Chinese is cut into words, not characters. */
function words(text: string): string[] {
	if (!/[\u3040-\u9fff\uac00-\ud7af]/.test(text))
		return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
	segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * What to take out of and put into `before` to get `after`, by words.
 *
 * @returns parts in order; those that are `same` or `removed` join to `before`, `same` or `added` to `after`
 */
export function diffWords(before: string, after: string): DiffPart[] {
	return changes(words(before), words(after), WORD_EDITS).map(({ kind, items }) => ({
		kind,
		text: items.join(''),
	}));
}

function isEdit(parts: readonly DiffPart[]): boolean {
	const length = (kind: DiffPart['kind']): number =>
		parts.reduce((sum, part) => (part.kind === kind ? sum + part.text.trim().length : sum), 0);
	return length('same') * 2 >= Math.max(length('removed'), length('added'));
}

/** Pairs removed lines with the added ones in their place and marks what changed inside. */
function compareLines(lines: DiffLine[]): void {
	let left = PAIRED_CHARACTERS;
	for (let i = 0; i < lines.length; ) {
		const removed: DiffLine[] = [];
		const added: DiffLine[] = [];
		while (lines[i]?.kind === 'removed') removed.push(lines[i++] as DiffLine);
		while (lines[i]?.kind === 'added') added.push(lines[i++] as DiffLine);
		if (removed.length === 0 && added.length === 0) i++;
		removed.forEach((old, index) => {
			const replacement = added[index];
			if (replacement === undefined) return;
			left -= old.text.length + replacement.text.length;
			if (left < 0) return;
			const parts = diffWords(old.text, replacement.text);
			if (!isEdit(parts)) return;
			old.parts = parts.filter(({ kind }) => kind !== 'added');
			replacement.parts = parts.filter(({ kind }) => kind !== 'removed');
		});
	}
}

function numbered(found: readonly Change[]): DiffLine[] {
	const lines: DiffLine[] = [];
	let oldLine = 0;
	let newLine = 0;
	for (const { kind, items } of found) {
		for (const text of items) {
			lines.push({
				kind,
				text,
				oldLine: kind === 'added' ? null : ++oldLine,
				newLine: kind === 'removed' ? null : ++newLine,
			});
		}
	}
	return lines;
}

/**
 * Compares two revisions of a text line by line.
 *
 * @param context unchanged lines to show around a change
 * @returns hunks in order; none for equal texts
 */
export function diffLines(before: string, after: string, context = 3): DiffHunk[] {
	const lines = numbered(changes(before.split('\n'), after.split('\n'), LINE_EDITS));
	compareLines(lines);
	const hunks: DiffHunk[] = [];
	let oldSeen = 0;
	let newSeen = 0;
	let shownTo = -1;
	lines.forEach((line, index) => {
		const near = lines
			.slice(Math.max(0, index - context), index + context + 1)
			.some(({ kind }) => kind !== 'same');
		if (near) {
			if (shownTo !== index - 1 || hunks.length === 0)
				hunks.push({ oldStart: oldSeen + 1, oldLines: 0, newStart: newSeen + 1, newLines: 0, lines: [] });
			const hunk = hunks.at(-1) as DiffHunk;
			hunk.lines.push(line);
			if (line.kind !== 'added') hunk.oldLines++;
			if (line.kind !== 'removed') hunk.newLines++;
			shownTo = index;
		}
		if (line.kind !== 'added') oldSeen++;
		if (line.kind !== 'removed') newSeen++;
	});
	return hunks;
}
