const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}]+(?:[+#]+)?/gu;
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The terms of a text: whole words and their runs of four letters where words are written apart; pairs and triples of
 * characters where they are not (Chinese needs no dictionary then: Nie and Ren 1999 found pairs as good as words).
 */
export function termsOf(text: string): string[] {
	const terms: string[] = [];
	for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(words)) {
		if (han.test(run)) {
			const characters = [...run];
			if (characters.length === 1) terms.push(run);
			for (let i = 0; i + 1 < characters.length; i++) terms.push(characters[i]! + characters[i + 1]!);
			for (let i = 0; i + 2 < characters.length; i++) terms.push(characters.slice(i, i + 3).join(''));
		} else {
			terms.push(run);
			// Marked, so that a part is never taken for a word.
			for (let i = 0; i + 4 <= run.length && run.length > 4; i++) terms.push(`~${run.slice(i, i + 4)}`);
		}
	}
	return terms;
}
