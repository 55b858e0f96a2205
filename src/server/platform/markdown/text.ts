/** Han, kana, hangul and bopomofo: letters that stand without spaces and count as words by themselves. */
export function isCjk(code: number): boolean {
	if (code < 0x2e80) return false;
	return (
		code <= 0x2fdf ||
		(code >= 0x3005 && code <= 0x3007) ||
		(code >= 0x3021 && code <= 0x3029) ||
		(code >= 0x3031 && code <= 0x31ff) ||
		(code >= 0x3400 && code <= 0x4dbf) ||
		(code >= 0x4e00 && code <= 0x9fff) ||
		(code >= 0xac00 && code <= 0xd7ff) ||
		(code >= 0xf900 && code <= 0xfaff) ||
		(code >= 0xff66 && code <= 0xff9f) ||
		(code >= 0x20000 && code <= 0x3ffff)
	);
}

/** Punctuation set in a full-width cell, such as `，` and `「`. */
export function isWidePunctuation(code: number): boolean {
	return (
		(code >= 0x3000 && code <= 0x3030) ||
		(code >= 0xfe30 && code <= 0xfe4f) ||
		(code >= 0xff00 && code <= 0xff65) ||
		(code >= 0xffe0 && code <= 0xffee)
	);
}

/** Whether a line end beside this character is no word space. */
export function isWide(code: number): boolean {
	return isCjk(code) || isWidePunctuation(code);
}

function isWordCode(code: number): boolean {
	if (code < 128)
		return (
			(code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
		);
	return (
		code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x2bff) && code < 0xd800
	);
}

/** Counts CJK characters and words of spaced scripts in plain text; `don't` and `node.js` are one word each. */
export function countWords(text: string): { cjk: number; words: number } {
	let cjk = 0;
	let words = 0;
	let inWord = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code >= 0xd800 && code <= 0xdbff) {
			if (isCjk(text.codePointAt(i) ?? 0)) cjk++;
			i++;
			inWord = false;
		} else if (isCjk(code)) {
			cjk++;
			inWord = false;
		} else if (isWordCode(code)) {
			if (!inWord) words++;
			inWord = true;
		} else if (inWord) {
			const joins = code === 39 || code === 45 || code === 46 || code === 0x2019;
			const next = text.charCodeAt(i + 1);
			inWord = joins && isWordCode(next) && !isCjk(next);
		}
	}
	return { cjk, words };
}

/** Whole minutes at 400 CJK characters or 220 words a minute, at least one for any words at all. */
export function readingMinutes(count: { cjk: number; words: number }): number {
	return Math.ceil(count.cjk / 400 + count.words / 220);
}

const SENTENCE_END = /[。！？…!?]["”’」』）)]*|[.;；]["”’)]*(?=\s)/gu;
const PAUSE = /[，、,：:；;\s]/u;
const GLUED = /\p{M}|\u200d|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/u;

/**
 * Shortens plain text for lists and previews: at a sentence end where one is near, else at a pause or between
 * words with an ellipsis. Never inside a character that is made of several code points.
 *
 * @param limit code points the result may have
 */
export function cutExcerpt(text: string, limit = 200): string {
	const flat = text
		.slice(0, limit * 8)
		.replace(/\s+/g, ' ')
		.trim()
		.toWellFormed();
	// A code point is at most two units: what lies behind these cannot matter.
	const points = Array.from(flat.slice(0, limit * 2 + 2));
	if (points.length <= limit) return flat;
	const room = points.slice(0, limit - 1).join('');
	const sentence = [...`${room} `.matchAll(SENTENCE_END)].at(-1);
	if (sentence && sentence.index >= room.length * 0.6)
		return room.slice(0, sentence.index + sentence[0].length);
	let end = limit - 1;
	const from = Math.floor(limit * 0.75);
	const pause = points.slice(from, end + 1).findLastIndex((point) => PAUSE.test(point));
	if (pause >= 0) end = from + pause;
	else while (end > 1 && (GLUED.test(points[end] ?? '') || points[end - 1] === '\u200d')) end--;
	return `${points
		.slice(0, end)
		.join('')
		.replace(/[\s，、,：:；;]+$/u, '')}…`;
}

/** A heading as an address fragment: letters and digits of every script kept, spaces become hyphens. */
export function slugify(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
		.trim()
		.replace(/\s+/g, '-')
		.slice(0, 80)
		.toWellFormed();
}
