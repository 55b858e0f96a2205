import type { Db } from '../../platform/db/index.ts';
import { facet } from './document.ts';
import { knownForms, similarTerms } from './queries.ts';
import { bestCorrection, mayBeMistyped, mayHaveTwoSlips, nearForms } from './spelling.ts';
import type { Unit } from './units.ts';

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
		.map((unit) => unit.whole!)
		.filter(mayBeMistyped)
		.slice(0, 4);
	const corrections = new Map<string, string>();
	if (unknown.length === 0) return corrections;
	const forms = unknown.flatMap((word) => nearForms(word).map((form) => ({ word, form })));
	const near = await knownForms(db, {
		words: forms.map(({ word }) => word),
		forms: forms.map(({ form }) => form),
	});
	// Looking for words that are alike costs more than looking up all that are one slip away.
	const far = unknown.filter((word) => mayHaveTwoSlips(word) && !near.some((row) => row.word === word));
	const rows = far.length > 0 ? [...near, ...(await similarTerms(db, { words: far }))] : near;
	for (const word of unknown) {
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
