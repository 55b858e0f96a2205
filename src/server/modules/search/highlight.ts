import { chunks, toLexeme } from './analyze.ts';
import { fold } from './fold.ts';
import type { Unit } from './units.ts';

/** A stretch of text; `hit` when it is what was searched for. Segments of a text, put together, are the text. */
export interface Segment {
	text: string;
	hit: boolean;
}

interface Pattern {
	regex: RegExp;
	/** Which unit it shows; several patterns may show the same. */
	unit: number;
	/** Given a Latin word found by its beginning: is it truly a form of the term? */
	accepts: ((word: string) => boolean) | null;
}

/** Finds what a query asked for in texts. */
export interface Matcher {
	patterns: Pattern[];
	/** How much showing each unit is worth. */
	weights: number[];
	/** Letters without which a text cannot show any unit. */
	literals: string[];
}

interface Match {
	start: number;
	end: number;
	unit: number;
}

const maxMatches = 300;
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** How every form of a word begins: a stem is not always the beginning of its word (queri, query). */
function opening(lexeme: string): string {
	return /^[a-z]+$/.test(lexeme)
		? lexeme.slice(0, Math.max(Math.min(3, lexeme.length), lexeme.length - 2))
		: lexeme;
}

function wordPattern(lexeme: string, unit: number): Pattern {
	if (!/^[a-z]+$/.test(lexeme))
		return { regex: new RegExp(`(?<![a-z0-9])${literal(lexeme)}(?![a-z0-9+#])`, 'g'), unit, accepts: null };
	return {
		regex: new RegExp(`(?<![a-z0-9])${opening(lexeme)}[a-z]*(?![a-z0-9])`, 'g'),
		unit,
		accepts: (word) => toLexeme(word) === lexeme,
	};
}

const han = /^[^\0-\u02ff]/;

/** Prepares a query's units for marking. `corrections` are shown like the words they stand for. */
export function matcherFor(
	units: readonly Unit[],
	corrections: ReadonlyMap<string, string> = new Map(),
): Matcher {
	const patterns: Pattern[] = [];
	units.forEach((unit, index) => {
		const names = unit.whole === null ? [] : [unit.whole, ...unit.aliases];
		const correction = unit.whole === null ? undefined : corrections.get(unit.whole);
		if (correction) names.push(correction);
		if (unit.parts.length > 0 && !han.test(unit.parts[0]!.lexeme)) {
			const spoken = [...chunks(fold(unit.surface))].flatMap(({ start, end }) =>
				fold(unit.surface)
					.slice(start, end)
					.split(/[^\p{L}\p{N}+#*()]+/u),
			);
			const joined = spoken.filter(Boolean).map(literal).join("[\\s.\\-/_:'’@&·\\\\]{0,3}");
			if (joined)
				patterns.push({
					regex: new RegExp(`(?<![a-z0-9])${joined}(?![a-z0-9])`, 'g'),
					unit: index,
					accepts: null,
				});
		}
		for (const name of names) {
			if (han.test(name))
				patterns.push({ regex: new RegExp(literal(name), 'g'), unit: index, accepts: null });
			else patterns.push(wordPattern(name, index));
		}
		if (unit.adjacent && han.test(unit.surface))
			patterns.push({ regex: new RegExp(literal(fold(unit.surface)), 'g'), unit: index, accepts: null });
		// The parts of `Node.js` are other words when they stand apart; those of a phrase may be inflected.
		else if (unit.divisible && !(unit.adjacent && unit.whole !== null)) {
			for (const { lexeme } of unit.parts) {
				patterns.push(
					han.test(lexeme)
						? { regex: new RegExp(literal(lexeme), 'g'), unit: index, accepts: null }
						: wordPattern(lexeme, index),
				);
			}
		}
	});
	const literals = new Set<string>();
	for (const unit of units) {
		const names =
			unit.parts.length > 0 ? unit.parts.map((part) => part.lexeme) : [unit.whole ?? '', ...unit.aliases];
		for (const name of [...names, corrections.get(unit.whole ?? '') ?? ''])
			if (name) literals.add(opening(name));
	}
	return { patterns, weights: units.map(() => 1), literals: [...literals] };
}

function find(text: string, { patterns }: Matcher): Match[] {
	const folded = fold(text);
	const found: Match[] = [];
	for (const { regex, unit, accepts } of patterns) {
		let left = maxMatches;
		for (const match of folded.matchAll(regex)) {
			if (accepts && !accepts(match[0])) continue;
			found.push({ start: match.index, end: match.index + match[0].length, unit });
			if (--left === 0) break;
		}
	}
	return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function segments(text: string, matches: readonly Match[], from: number, to: number): Segment[] {
	const out: Segment[] = [];
	let at = from;
	for (let i = 0; i < matches.length; ) {
		const start = Math.max(matches[i]!.start, from);
		let end = matches[i]!.end;
		// Matches that overlap or touch are one mark: the pairs of a Chinese name.
		for (i++; i < matches.length && matches[i]!.start <= end; i++) end = Math.max(end, matches[i]!.end);
		end = Math.min(end, to);
		if (start >= to || end <= at) continue;
		if (start > at) out.push({ text: text.slice(at, start), hit: false });
		out.push({ text: text.slice(Math.max(start, at), end), hit: true });
		at = end;
	}
	if (at < to) out.push({ text: text.slice(at, to), hit: false });
	return out;
}

/** Marks every match in a text that is shown whole, such as a title. */
export function mark(text: string, matcher: Matcher): Segment[] {
	return text ? segments(text, find(text, matcher), 0, text.length) : [];
}

export interface Snippet {
	segments: Segment[];
	/** The units that the snippet shows, by their place in the query. */
	units: Set<number>;
}

// Two columns for a wide character: a line of Chinese and a line of English take the same room.
const columns = 190;
const lead = 30;

/**
 * The part of a text that shows most of what was asked for, or its beginning. About two lines; `…` stands where text
 * was left out.
 */
export function snippet(text: string, matcher: Matcher): Snippet {
	const matches = find(text, matcher);
	let best = { from: 0, score: -1 };
	for (let i = 0; i < matches.length; i++) {
		const from = matches[i]!.start;
		const to = reach(text, from, columns - lead);
		const seen = new Set<number>();
		let score = 0;
		for (let j = i; j < matches.length && matches[j]!.end <= to; j++) {
			score += seen.has(matches[j]!.unit) ? 0.05 : (matcher.weights[matches[j]!.unit] ?? 1);
			seen.add(matches[j]!.unit);
		}
		if (score > best.score + 1e-9) best = { from, score };
	}
	const from = best.score < 0 ? 0 : start(text, best.from);
	const to = finish(text, reach(text, from, columns));
	const inside = matches.filter((match) => match.start >= from && match.end <= to);
	const shown = segments(text, inside, from, to);
	if (from > 0) shown.unshift({ text: '…', hit: false });
	if (to < text.length) shown.push({ text: '…', hit: false });
	return { segments: join(shown), units: new Set(inside.map(({ unit }) => unit)) };
}

function join(parts: Segment[]): Segment[] {
	const out: Segment[] = [];
	for (const part of parts) {
		const last = out.at(-1);
		if (last && last.hit === part.hit) last.text += part.text;
		else out.push({ ...part });
	}
	return out;
}

function width(code: number): number {
	return code >= 0x2e80 && code < 0xd800 ? 2 : 1;
}

/** The place `limit` columns after `from`. */
function reach(text: string, from: number, limit: number): number {
	let at = from;
	for (let used = 0; at < text.length && used < limit; at++) used += width(text.charCodeAt(at));
	return at;
}

/** Goes back from a match to where its sentence begins, or a few words. */
function start(text: string, match: number): number {
	let at = match;
	for (let used = 0; at > 0 && used < lead; at--) {
		if (/[。！？；.!?\n]/.test(text[at - 1]!) && at < match) return text[at] === ' ' ? at + 1 : at;
		used += width(text.charCodeAt(at - 1));
	}
	if (at === 0) return 0;
	const space = text.indexOf(' ', at);
	if (space >= 0 && space < match) return space + 1;
	return isLowSurrogate(text, at) ? at + 1 : at;
}

/** Ends between words where there is one near. */
function finish(text: string, at: number): number {
	if (at >= text.length) return text.length;
	if (/[A-Za-z0-9]/.test(text[at]!) && /[A-Za-z0-9]/.test(text[at - 1]!)) {
		const space = text.lastIndexOf(' ', at);
		if (space > at - 24 && space > 0) return space;
	}
	return isLowSurrogate(text, at) ? at + 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff;
}
