import type { Db } from '../../platform/db/index.ts';
import { knownForms } from './queries.ts';
import { soundAlikes } from './sounds.ts';
import type { Unit } from './units.ts';

interface Candidate {
	text: string;
	cost: number;
}

const chinese = /^\p{Script=Han}{2,6}$/u;
/** Words that are looked at in one query, and texts tried for each: what bounds the cost. */
const maxWords = 3;
const maxCandidates = 1200;

/**
 * Chinese is typed by sound, so what is mistyped sounds right: 查寻 for 查询. Looks for words of the corpus that sound
 * like those that are in no text. Costs nothing when all are known, one statement when not.
 *
 * @returns what was typed and what was meant
 */
export async function correctBySound(
	db: Db,
	units: readonly Unit[],
	terms: ReadonlyMap<string, number>,
): Promise<{ from: string; to: string }[]> {
	const known = (lexeme: string) => (terms.get(lexeme) ?? 0) > 0;
	const unknown = units
		.filter(({ surface, whole, parts }) => {
			if (!chinese.test(surface) || (whole !== null && known(whole))) return false;
			return parts.length === 0 || parts.some(({ lexeme }) => !known(lexeme));
		})
		.slice(0, maxWords)
		.map(({ surface }) => ({ surface, candidates: candidatesFor(surface) }));
	if (unknown.length === 0) return [];
	const forms = new Set(unknown.flatMap(({ candidates }) => candidates.flatMap(({ text }) => pairsOf(text))));
	const rows = await knownForms(db, { words: [...forms], forms: [...forms] });
	const documents = new Map(rows.map((row) => [row.lexeme, row.documents]));
	return unknown.flatMap(({ surface, candidates }) => {
		const meant = best(candidates, documents);
		return meant === null ? [] : [{ from: surface, to: meant }];
	});
}

/** One character taken for another anywhere; both in a word of two. */
function candidatesFor(surface: string): Candidate[] {
	const characters = [...surface];
	const alikes = characters.map(soundAlikes);
	const candidates = alikes.flatMap((others, at) =>
		others.map(({ character, cost }) => ({ text: characters.with(at, character).join(''), cost })),
	);
	if (characters.length === 2) {
		const same = alikes.map((others) => others.filter(({ cost }) => cost === 1));
		for (const first of same[0] as (typeof alikes)[0])
			for (const second of same[1] as (typeof alikes)[0])
				candidates.push({ text: first.character + second.character, cost: 2 });
	}
	return candidates.slice(0, maxCandidates);
}

function pairsOf(text: string): string[] {
	const characters = [...text];
	return characters.slice(1).map((character, at) => (characters[at] as string) + character);
}

/** The nearest in sound whose pairs all stand in texts; of several, the one in most of them. */
function best(candidates: readonly Candidate[], documents: ReadonlyMap<string, number>): string | null {
	let found: (Candidate & { documents: number }) | null = null;
	for (const candidate of candidates) {
		const least = Math.min(...pairsOf(candidate.text).map((pair) => documents.get(pair) ?? 0));
		if (least === 0) continue;
		if (!found || candidate.cost < found.cost || (candidate.cost === found.cost && least > found.documents))
			found = { ...candidate, documents: least };
	}
	return found && found.text;
}
