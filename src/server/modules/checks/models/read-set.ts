import { parseCsv } from '../../../kernel/csv.ts';
import { checksError } from '../errors.ts';
import type { Example } from '../text-model/text-model.ts';

export interface SetShape {
	/** Names of the columns; without them they are guessed. */
	label?: string | undefined;
	text?: string | undefined;
	/** What stands for yes; without it: 1, true, yes, spam, toxic, offensive, positive. */
	positive?: string | undefined;
}

const labelNames = ['label', 'class', 'target', 'category', 'spam', 'toxic', 'sentiment'];
const textNames = ['text', 'review', 'comment', 'message', 'content', 'sentence', 'body'];
const yes = new Set(['1', 'true', 'yes', 'y', 'spam', 'toxic', 'offensive', 'abusive', 'positive', 'pos']);
const no = new Set([
	'0',
	'false',
	'no',
	'n',
	'ham',
	'safe',
	'non-toxic',
	'normal',
	'ok',
	'negative',
	'neg',
	'-1',
]);
const mostLines = 200_000;
const longestText = 100_000;

/**
 * Reads labelled texts: a table with a head (CSV, or separated by tabs), or lines of label, tab, text.
 *
 * @returns the examples, and how many lines had no text or no label that is understood
 * @throws checks.set_unreadable with what is missing
 */
export function readSet(content: string, shape: SetShape = {}): { examples: Example[]; skipped: number } {
	const text = content.replace(/^\uFEFF/, '');
	const firstLine = text.slice(0, text.search(/\r?\n|$/));
	const tabs = firstLine.includes('\t');
	const rows = tabs ? tabbed(text) : parseCsv(text);
	if (rows.length > mostLines) throw unreadable('long');
	const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
	const find = (asked: string | undefined, names: readonly string[]) =>
		asked === undefined
			? head.findIndex((name) => names.includes(name))
			: head.indexOf(asked.trim().toLowerCase());
	let [label, body] = [find(shape.label, labelNames), find(shape.text, textNames)];
	// Without a head the first line begins with a label; what follows its text is passed over.
	const headless =
		label < 0 &&
		body < 0 &&
		shape.label === undefined &&
		shape.text === undefined &&
		head.length > 1 &&
		(labelOf(head[0] as string, undefined) !== null || head[0] === shape.positive?.trim().toLowerCase());
	if (headless) [label, body] = [0, 1];
	if (label < 0 || body < 0 || label === body) throw unreadable('columns');
	const examples: Example[] = [];
	let skipped = 0;
	for (const row of headless ? rows : rows.slice(1)) {
		const positive = labelOf(row[label] ?? '', shape.positive);
		const said = (row[body] ?? '').trim();
		if (positive === null || said === '') skipped++;
		else examples.push({ positive, text: said.slice(0, longestText).toWellFormed().replaceAll('\0', '') });
	}
	if (examples.length === 0) throw unreadable('labels');
	return { examples, skipped };
}

function unreadable(why: 'columns' | 'labels' | 'long') {
	return checksError('set_unreadable', {
		params: { why },
		detail: {
			columns: 'There is no column of labels, or none of texts: name them with --label and --text.',
			labels: 'No line has a label that is understood: say with --positive which one means yes.',
			long: `A set has at most ${mostLines} lines.`,
		}[why],
	});
}

function labelOf(written: string, positive: string | undefined): boolean | null {
	const label = written.trim().toLowerCase();
	if (label === '') return null;
	if (positive !== undefined) return label === positive.trim().toLowerCase();
	if (yes.has(label)) return true;
	return no.has(label) ? false : null;
}

/** Fields between tabs, some of them quoted as in CSV, some padded. */
function tabbed(text: string): string[][] {
	const lines = text.split(/\r?\n/).filter((line) => line !== '');
	const width = lines[0]?.split('\t').length ?? 0;
	return lines.map((line) => {
		const parts = line.split('\t');
		// More tabs than the first line has are of the text, which comes last.
		const fields =
			parts.length > width ? [...parts.slice(0, width - 1), parts.slice(width - 1).join('\t')] : parts;
		return fields.map((field) =>
			field
				.trim()
				.replace(/^"(.*)"$/s, '$1')
				.replaceAll('""', '"'),
		);
	});
}
