import { z } from 'zod';

/** One line of a list that could not be used, and why. */
export interface BadLine {
	/** From 1, as an editor counts them. */
	line: number;
	/** As it was typed, cut short. */
	text: string;
	fault: 'shape' | 'twice' | 'team' | 'too_many';
}

export interface Address {
	email: string;
	/** Name of a team, as it was typed; null for none. */
	team: string | null;
	line: number;
}

/** So many addresses one list may have. */
export const addressesAtMost = 500;

const email = z.email().max(254);

/**
 * Reads addresses as people paste them: one or more a line, with commas, semicolons or spaces between, `Name <address>`
 * as mail programs copy it; or rows of a CSV file with a head that names its columns (`email`, and `team` where there is
 * one). What cannot be read is reported, with its line, and stops nothing else.
 */
export function readAddresses(text: string): { good: Address[]; bad: BadLine[] } {
	const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
	const columns = headOf(lines[0] ?? '');
	const good: Address[] = [];
	const bad: BadLine[] = [];
	const seen = new Set<string>();
	const take = (line: number, word: string, team: string | null, shown: string): void => {
		const parsed = email.safeParse(word.trim().toLowerCase());
		const fault = !parsed.success
			? 'shape'
			: seen.has(parsed.data)
				? 'twice'
				: good.length >= addressesAtMost
					? 'too_many'
					: null;
		if (fault) bad.push({ line, text: shown.trim().slice(0, 120), fault });
		if (fault || !parsed.success) return;
		seen.add(parsed.data);
		good.push({ email: parsed.data, team, line });
	};
	for (const [at, line] of lines.entries()) {
		// A file of a million lines that are all wrong is told of once.
		if (bad.length >= addressesAtMost) break;
		if (line.trim() === '' || (columns && at === 0)) continue;
		if (columns) {
			const cells = cellsOf(line, columns.separator);
			const team = columns.team < 0 ? '' : (cells[columns.team] ?? '').trim();
			take(at + 1, cells[columns.email] ?? '', team || null, line);
			continue;
		}
		for (const { word, shown } of wordsOf(line)) take(at + 1, word, null, shown);
	}
	return { good, bad };
}

/** `Ada <ada@x.org>, bo@x.org; cy@x.org` */
function wordsOf(line: string): { word: string; shown: string }[] {
	return line.split(/[,;，；、]/).flatMap((part) => {
		const angled = /<([^<>]*)>/.exec(part);
		if (angled) return [{ word: angled[1]!, shown: part }];
		const words = part.trim().split(/\s+/).filter(Boolean);
		// A name beside an address, without brackets: the name is no mistake where there is one address.
		const addresses = words.filter((word) => word.includes('@'));
		return (addresses.length > 0 ? addresses : words.length > 0 ? [part] : []).map((word) => ({
			word,
			shown: word,
		}));
	});
}

function headOf(line: string): { email: number; team: number; separator: string } | null {
	if (line.includes('@')) return null;
	for (const separator of [',', ';', '\t']) {
		const names = cellsOf(line, separator).map((cell) => cell.trim().toLowerCase());
		const at = (...wanted: string[]) => names.findIndex((name) => wanted.includes(name));
		const email = at('email', 'e-mail', 'mail', '邮箱', '电子邮箱', '邮件');
		if (email >= 0) return { email, team: at('team', '团队', '小组', '部门'), separator };
	}
	return null;
}

/** The cells of one row (RFC 4180; a cell of more than one line is no address). */
function cellsOf(line: string, separator: string): string[] {
	const cells: string[] = [];
	let cell = '';
	let quoted = false;
	for (let at = 0; at < line.length; at++) {
		const letter = line[at]!;
		if (quoted && letter === '"' && line[at + 1] === '"') {
			cell += '"';
			at++;
		} else if (letter === '"') quoted = !quoted;
		else if (letter === separator && !quoted) {
			cells.push(cell);
			cell = '';
		} else cell += letter;
	}
	return [...cells, cell];
}
