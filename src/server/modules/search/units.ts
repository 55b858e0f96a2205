import { analyze, type Token } from './analyze.ts';
import { stem } from './stem.ts';

/**
 * One thing asked for: a word, a compound such as `Node.js` or 线程池, or a phrase. A text fits when it has the
 * `whole`, or all `parts`.
 */
export interface Unit {
	/** As it was typed. */
	surface: string;
	/** The lexeme of the compound, or of the plain word; null for a phrase or characters the dictionary does not know. */
	whole: string | null;
	/** What the whole is made of, with the distance of each from the one before (0 for the first). */
	parts: { lexeme: string; distance: number }[];
	/** The parts must stand side by side. */
	adjacent: boolean;
	/** The parts may stand in for the whole; not so for `http/2`, whose parts are everywhere. */
	divisible: boolean;
	/** Anything that begins with it: a single Chinese character. */
	prefix: boolean;
	/** Other names of the same thing. */
	aliases: string[];
}

// Both directions hold. Names that everybody uses side by side and that share too few letters to be found as typos.
const sameThings = [
	['k8s', 'kubernetes'],
	['postgres', 'postgresql', 'pgsql'],
	['js', 'javascript'],
	['ts', 'typescript'],
	['golang', 'go'],
	['py', 'python'],
	['i18n', 'internationalization'],
	['a11y', 'accessibility'],
	['mongo', 'mongodb'],
].map((names) => names.map((name) => (/^[a-z]+$/.test(name) ? stem(name) : name)));
const aliases = new Map(
	sameThings.flatMap((names) =>
		names.map((name) => [name, names.filter((other) => other !== name)] as const),
	),
);

/** Other names of the same thing, as lexemes. */
export function otherNames(lexeme: string): readonly string[] {
	return aliases.get(lexeme) ?? [];
}

const maxUnits = 12;

function plain(token: Token, surface: string): Unit {
	return {
		surface,
		whole: token.lexeme,
		parts: [],
		adjacent: false,
		divisible: false,
		prefix: /^\p{Script=Han}$/u.test(token.lexeme),
		aliases: [...otherNames(token.lexeme)],
	};
}

function withDistances(tokens: Token[]): Unit['parts'] {
	return tokens.map((token, i) => ({
		lexeme: token.lexeme,
		distance: i === 0 ? 0 : token.position - tokens[i - 1]!.position,
	}));
}

function compound(token: Token, tokens: Token[], surface: string): Unit {
	const parts = tokens.filter(
		(part) =>
			part !== token &&
			part.kind !== 'compound' &&
			part.kind !== 'char' &&
			part.start >= token.start &&
			part.end <= token.end,
	);
	const latin = /^[\p{Script=Latin}\p{N}]/u.test(token.lexeme);
	const said = latin ? parts.filter((part) => !part.stop) : parts;
	return {
		surface,
		whole: token.lexeme,
		parts: withDistances(said),
		adjacent: latin,
		divisible:
			said.length > 1 &&
			(!latin || said.every((part) => part.lexeme.length > 1 && !/^\d+$/.test(part.lexeme))),
		prefix: false,
		aliases: aliases.get(token.lexeme) ?? [],
	};
}

function isChinese(token: Token): boolean {
	return /^\p{Script=Han}/u.test(token.lexeme);
}

/** A lone character belongs to the word before it, or else to the one after it. */
function touches(run: Token[], next: Token): boolean {
	const before = run.at(-1)!;
	return before.end === next.start && (next.kind === 'char' || (run.length === 1 && before.kind === 'char'));
}

/**
 * What the words of a query ask for, in reading order.
 *
 * @returns `units` without stop words; `stops` the stop words, for a query that has nothing else
 */
export function wordUnits(words: string): { units: Unit[]; stops: string[] } {
	const tokens = analyze(words);
	const units: Unit[] = [];
	const stops: string[] = [];
	const seen = new Set<string>();
	const add = (unit: Unit) => {
		const key = unit.whole ?? unit.parts.map((part) => part.lexeme).join(' ');
		if (key && !seen.has(key) && units.length < maxUnits) units.push(unit);
		seen.add(key);
	};
	const compounds = tokens.filter((token) => token.kind === 'compound');
	const inCompound = (token: Token) =>
		token.kind !== 'compound' &&
		compounds.some((whole) => whole.start <= token.start && token.end <= whole.end);
	const said = tokens
		.filter((token) => token.kind !== 'pair' && !inCompound(token))
		.sort((a, b) => a.start - b.start || b.end - a.end);
	for (let i = 0; i < said.length; i++) {
		const token = said[i]!;
		if (token.stop) {
			stops.push(token.lexeme);
			continue;
		}
		// Chinese names that the dictionary does not know come as pairs that overlap (脏读) or as a word and a
		// character beside it (线程 + 池): one name, which has all of their pairs.
		const run = [token];
		let next = said[i + 1];
		while (
			next &&
			!next.stop &&
			isChinese(token) &&
			isChinese(next) &&
			(next.start < run.at(-1)!.end || touches(run, next))
		) {
			run.push(next);
			next = said[++i + 1];
		}
		const [from, to] = [token.start, Math.max(...run.map(({ end }) => end))];
		const surface = words.slice(from, to);
		if (run.length > 1) {
			const pairs = tokens.filter(
				(pair) => pair.kind !== 'compound' && pair.kind !== 'char' && pair.start >= from && pair.end <= to,
			);
			add({
				surface,
				whole: null,
				parts: withDistances(pairs),
				adjacent: false,
				divisible: true,
				prefix: false,
				aliases: [],
			});
		} else if (token.kind === 'compound') add(compound(token, tokens, surface));
		else add(plain(token, surface));
	}
	return { units, stops };
}

/** What an exact phrase asks for: its words in their order, at their distances. Null when nothing is in it. */
export function phraseUnit(phrase: string): Unit | null {
	const tokens = analyze(phrase);
	const symbols = tokens.filter((token) => token.kind === 'compound' && /[+#*]/.test(token.lexeme));
	const parts = tokens
		.filter((token) =>
			token.kind === 'compound'
				? symbols.includes(token)
				: !symbols.some((symbol) => symbol.start <= token.start && token.end <= symbol.end),
		)
		.filter((token) => token.kind !== 'char' && !token.stop)
		.sort((a, b) => a.position - b.position);
	if (parts.length === 0) return null;
	if (parts.length === 1) return plain(parts[0]!, phrase);
	return {
		surface: phrase,
		whole: null,
		parts: withDistances(parts),
		adjacent: true,
		divisible: true,
		prefix: false,
		aliases: [],
	};
}
