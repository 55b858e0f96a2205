/** Words shorter than this are as often another word as a mistake. */
const shortest = 4;

/** Letters only: numbers and symbols are meant as they are. */
export function mayBeMistyped(word: string): boolean {
	return word.length >= shortest && word.length <= 32 && /^[a-z]+$/.test(word);
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Everything one slip away: a letter left out, put in, replaced, or swapped with its neighbour. About 54 times the length. */
export function nearForms(word: string): string[] {
	const forms = new Set<string>();
	for (let i = 0; i <= word.length; i++) {
		const [before, after] = [word.slice(0, i), word.slice(i)];
		if (after) forms.add(before + after.slice(1));
		if (after.length > 1) forms.add(before + after[1] + after[0] + after.slice(2));
		for (const letter of letters) forms.add(before + letter + after).add(before + letter + after.slice(1));
	}
	forms.delete(word);
	return [...forms];
}

/** How many letters must be put in, left out, replaced or swapped with their neighbour; more than `limit` counts as limit + 1. */
export function editDistance(a: string, b: string, limit = 2): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let before: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, before[j - 2]! + 1);
			current.push(cost);
		}
		before = previous;
		previous = current;
	}
	return Math.min(previous[b.length]!, limit + 1);
}

/** In a short word, two slips make another word. */
export function mayHaveTwoSlips(word: string): boolean {
	return word.length >= 8;
}

/**
 * The word that was most likely meant: nearest first, then the one in most documents. A mistake in the first letter
 * is rare, and counts as half a letter more.
 *
 * @param known words with the documents they are in; `slips` where it is known how far the typed word is, whatever the stems say
 * @returns null when nothing is near enough
 */
export function bestCorrection(
	word: string,
	known: readonly { lexeme: string; documents: number; slips?: number }[],
): string | null {
	const limit = mayHaveTwoSlips(word) ? 2 : 1;
	let best: { lexeme: string; cost: number; documents: number } | null = null;
	for (const { lexeme, documents, slips } of known) {
		const distance = Math.min(slips ?? limit + 1, editDistance(word, lexeme, limit));
		if (distance > limit || documents < 1) continue;
		const cost = distance + (word[0] === lexeme[0] ? 0 : 0.5);
		if (!best || cost < best.cost || (cost === best.cost && documents > best.documents))
			best = { lexeme, cost, documents };
	}
	return best?.lexeme ?? null;
}
