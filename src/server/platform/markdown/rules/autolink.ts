// What an address written in running text may consist of. Chinese follows an address without a space, so CJK
// letters and full-width punctuation end it; browsers copy such letters percent-encoded anyway.
const ADDRESS = /[!#-;=?-Z_a-z~\u00a1-\u1fff]*/y;
const HOST =
	/(?:[a-z0-9\u00a1-\u1fff](?:[a-z0-9_\u00a1-\u1fff-]{0,61}[a-z0-9\u00a1-\u1fff])?\.)+[a-z\u00a1-\u1fff]{2,24}|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]{2,45}\]/iy;
const TRAILING = '?!.,:*_~\'";';

interface Match {
	schema: string;
	index: number;
	lastIndex: number;
	raw: string;
	text: string;
	url: string;
}

function matchFrom(pattern: RegExp, text: string, position: number): number {
	pattern.lastIndex = position;
	return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Where an address ends: without the sentence's own punctuation, with brackets only as far as they pair. */
function addressEnd(text: string, start: number): number {
	let end = matchFrom(ADDRESS, text, start);
	let open = 0;
	for (let i = start; i < end; i++) {
		if (text[i] === '(') open++;
		else if (text[i] === ')') open--;
	}
	while (end > start) {
		const last = text[end - 1] as string;
		if (last === ')' && open < 0) open++;
		else if (!TRAILING.includes(last)) break;
		end--;
	}
	return end;
}

function isWordCharacter(character: string | undefined): boolean {
	return character !== undefined && /[A-Za-z0-9_]/.test(character);
}

function webAddress(text: string, start: number, afterScheme: number): Match | null {
	const host = matchFrom(HOST, text, afterScheme);
	if (host < 0) return null;
	const end = addressEnd(text, start);
	if (end <= afterScheme) return null;
	const raw = text.slice(start, end);
	const bare = start === afterScheme;
	return {
		schema: bare ? '' : raw.slice(0, raw.indexOf(':') + 1),
		index: start,
		lastIndex: end,
		raw,
		text: raw,
		url: bare ? `http://${raw}` : raw,
	};
}

function mailAddress(text: string, at: number): Match | null {
	let start = at;
	while (start > 0 && at - start < 64 && /[A-Za-z0-9._%+-]/.test(text[start - 1] as string)) start--;
	while (start < at && /[._%+-]/.test(text[start] as string)) start++;
	if (start === at || /[A-Za-z0-9@/]/.test(text[start - 1] ?? ' ')) return null;
	const end = matchFrom(HOST, text, at + 1);
	if (end < 0 || isWordCharacter(text[end]) || text[end] === '@' || text[end - 1] === ']') return null;
	const raw = text.slice(start, end);
	return { schema: 'mailto:', index: start, lastIndex: end, raw, text: raw, url: `mailto:${raw}` };
}

/**
 * Finds web and mail addresses in running text in one pass; stands in for linkify-it, whose patterns know no
 * Chinese and have been quadratic before.
 */
export class Autolinker {
	test(text: string): boolean {
		return text.includes('://') || text.includes('@') || /www\./i.test(text);
	}

	match(text: string): Match[] {
		const found: Match[] = [];
		let from = 0;
		for (const { index, 0: mark } of text.matchAll(/:\/\/|www\.|@/gi)) {
			if (index < from) continue;
			let match: Match | null = null;
			if (mark === '@') match = mailAddress(text, index);
			else if (mark === '://') {
				const scheme = /(?:https?|ftp)$/i.exec(text.slice(Math.max(0, index - 5), index))?.[0];
				if (scheme !== undefined && !isWordCharacter(text[index - scheme.length - 1])) {
					match = webAddress(text, index - scheme.length, index + 3);
				}
			} else if (!/[A-Za-z0-9_/.@-]/.test(text[index - 1] ?? ' ')) match = webAddress(text, index, index);
			if (match === null || match.index < from) continue;
			found.push(match);
			from = match.lastIndex;
		}
		return found;
	}

	matchAtStart(text: string): Match | null {
		const scheme = /^(?:https?|ftp):\/\//i.exec(text)?.[0];
		return scheme === undefined ? null : webAddress(text, 0, scheme.length);
	}
}
