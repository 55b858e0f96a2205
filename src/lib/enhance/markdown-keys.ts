/** Changes the text around the selection; the browser's undo still works. */
function replace(
	field: HTMLTextAreaElement,
	from: number,
	to: number,
	text: string,
	select: [number, number],
): void {
	field.focus();
	field.setSelectionRange(from, to);
	// The only way that keeps the undo history; deprecated, and without a successor.
	if (!document.execCommand('insertText', false, text)) field.setRangeText(text, from, to, 'end');
	field.setSelectionRange(from + select[0], from + select[1]);
	field.dispatchEvent(new Event('input', { bubbles: true }));
}

function wrap(field: HTMLTextAreaElement, before: string, after = before, empty = ''): void {
	const { selectionStart: from, selectionEnd: to, value } = field;
	const inside = value.slice(from, to) || empty;
	const around =
		value.slice(from - before.length, from) === before && value.slice(to, to + after.length) === after;
	if (around) replace(field, from - before.length, to + after.length, inside, [0, inside.length]);
	else replace(field, from, to, before + inside + after, [before.length, before.length + inside.length]);
}

function lines(field: HTMLTextAreaElement, mark: (line: string, at: number) => string): void {
	const { value, selectionStart, selectionEnd } = field;
	const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
	const end = value.indexOf('\n', selectionEnd);
	const to = end < 0 ? value.length : end;
	const text = value.slice(from, to).split('\n').map(mark).join('\n');
	replace(field, from, to, text, [text.length, text.length]);
}

function block(field: HTMLTextAreaElement, text: string, select: [number, number]): void {
	const { value, selectionStart: at } = field;
	const lead =
		at === 0 || value.slice(0, at).endsWith('\n\n') ? '' : value.slice(0, at).endsWith('\n') ? '\n' : '\n\n';
	replace(field, at, at, `${lead}${text}\n`, [lead.length + select[0], lead.length + select[1]]);
}

/** What the buttons of the editor do, by name. */
export const commands: Record<string, (field: HTMLTextAreaElement) => void> = {
	bold: (field) => wrap(field, '**'),
	italic: (field) => wrap(field, '*'),
	heading: (field) =>
		lines(field, (line) => (line.startsWith('## ') ? line.slice(3) : `## ${line.replace(/^#+\s*/, '')}`)),
	quote: (field) => lines(field, (line) => (line.startsWith('> ') ? line.slice(2) : `> ${line}`)),
	ul: (field) => lines(field, (line) => (line.startsWith('- ') ? line.slice(2) : `- ${line}`)),
	ol: (field) => lines(field, (line, at) => `${at + 1}. ${line.replace(/^\d+\.\s+/, '')}`),
	math: (field) => wrap(field, '$'),
	code(field) {
		const chosen = field.value.slice(field.selectionStart, field.selectionEnd);
		if (chosen.includes('\n')) wrap(field, '```\n', '\n```');
		else wrap(field, '`');
	},
	link(field) {
		const { selectionStart: from, selectionEnd: to, value } = field;
		const text = value.slice(from, to);
		if (/^https?:\/\/\S+$/.test(text)) return replace(field, from, to, `[](${text})`, [1, 1]);
		const at = text.length + 3;
		replace(field, from, to, `[${text}](https://)`, [at, at + 8]);
	},
	table: (field) => block(field, '| A | B |\n|---|---|\n|   |   |', [2, 3]),
};

/** Enter goes on with a list or quote; Enter on an empty entry ends it. */
export function continueList(field: HTMLTextAreaElement): boolean {
	const { value, selectionStart: at, selectionEnd } = field;
	if (at !== selectionEnd) return false;
	const from = value.lastIndexOf('\n', at - 1) + 1;
	const entry = /^(\s*)(?:([-*+]) (\[[ x]\] )?|(\d+)\. |(> ))(.*)$/.exec(value.slice(from, at));
	if (!entry) return false;
	const [, indent = '', bullet, task, number, quote, rest] = entry;
	if (!rest) {
		replace(field, from, at, '', [0, 0]);
		return true;
	}
	const next = bullet
		? `${bullet} ${task ? '[ ] ' : ''}`
		: number
			? `${Number(number) + 1}. `
			: (quote as string);
	const text = `\n${indent}${next}`;
	replace(field, at, at, text, [text.length, text.length]);
	return true;
}
