/** So many characters of a lesson in a row, blanks and marks left out, are its text and no longer a question about it. */
const LATIN = 48;
/** A Chinese character says as much as three letters. */
const CHINESE = 20;

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * True when a text repeats a stretch of another one: what is to be read by everybody must not quote what is sold.
 * Linear in both lengths.
 */
export function repeats(text: string, lesson: string): boolean {
	const [told, kept] = [bare(text), bare(lesson)];
	const chinese = (kept.match(/\p{Script=Han}/gu)?.length ?? 0) > kept.length / 3;
	const size = chinese ? CHINESE : LATIN;
	if (told.length < size || kept.length < size) return false;
	const stretches = new Set<string>();
	for (let at = 0; at + size <= told.length; at++) stretches.add(told.slice(at, at + size));
	for (let at = 0; at + size <= kept.length; at++) if (stretches.has(kept.slice(at, at + size))) return true;
	return false;
}
