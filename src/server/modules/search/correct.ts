import type { Db } from '../../platform/db/index.ts';
import { facet } from './document.ts';
import { knownForms, similarTerms } from './queries.ts';
import { bestCorrection, mayBeMistyped, mayHaveTwoSlips, nearForms } from './spelling.ts';
import { stem } from './stem.ts';
import { otherNames, type Unit } from './units.ts';

/**
 * Looks for what was meant by words that are in no text. Costs nothing when every word is known.
 *
 * @param vocabulary gets what was learned about the words found
 * @returns lexeme asked for to lexeme meant
 */
export async function correct(
	db: Db,
	units: readonly Unit[],
	vocabulary: { documents: number; terms: Map<string, number> },
): Promise<Map<string, string>> {
	const unknown = units
		.filter(
			(unit) =>
				unit.whole !== null && [unit.whole, ...unit.aliases].every((lexeme) => !vocabulary.terms.get(lexeme)),
		)
		.filter((unit) => mayBeMistyped(unit.whole!))
		.slice(0, 4);
	const corrections = new Map<string, string>();
	if (unknown.length === 0) return corrections;
	const forms = unknown.flatMap((unit) => oneSlipAway(unit).map((form) => ({ word: unit.whole!, form })));
	const near = await knownForms(db, {
		words: forms.map(({ word }) => word),
		forms: forms.map(({ form }) => form),
	});
	// Looking for words that are alike costs more than looking up all that are one slip away.
	const words = unknown.map((unit) => unit.whole!);
	const far = words.filter((word) => mayHaveTwoSlips(word) && !near.some((row) => row.word === word));
	const close = near.map((row) => ({ ...row, slips: 1 }));
	const rows = far.length > 0 ? [...close, ...(await similarTerms(db, { words: far }))] : close;
	for (const word of words) {
		const meant = bestCorrection(
			word,
			rows.filter((row) => row.word === word),
		);
		if (!meant) continue;
		const row = rows.find((candidate) => candidate.lexeme === meant)!;
		corrections.set(word, meant);
		vocabulary.terms.set(meant, row.documents);
		if (row.titled) vocabulary.terms.set(facet('title', meant), row.titled);
	}
	return corrections;
}

/**
 * The lexemes of every word one slip away. The slip is looked for in what was typed, not only in its stem: `transction`
 * has no ending that the stemmer knows, `transaction` has one. Also other names of those words: `postgers` means
 * PostgreSQL where no text says postgres.
 */
function oneSlipAway({ whole, surface }: Unit): string[] {
	const forms = new Set(nearForms(whole!));
	const typed = surface.toLowerCase();
	if (mayBeMistyped(typed))
		for (const form of nearForms(typed)) {
			const lexeme = stem(form);
			forms.add(lexeme);
			for (const name of otherNames(lexeme)) forms.add(name);
		}
	forms.delete(whole!);
	return [...forms];
}
