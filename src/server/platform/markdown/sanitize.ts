import { emit } from './emit.ts';
import { escapeText } from './escape.ts';
import { LIMITS } from './limits.ts';
import { parseHtml } from './parse-html.ts';
import { cleanSource } from './source.ts';

/** Begins every id in rendered text; see `emit.ts`. */
export const ID_PREFIX = 'h-';

/**
 * Reduces any HTML to the elements and attributes that a text may have. What comes out is a fixpoint: parsing
 * and cleaning it again changes nothing, so no browser reads it as another tree than the one that was checked.
 *
 * @throws content.too_long over 1,000,000 characters; content.too_complex with the line where a limit was passed
 */
export function sanitizeHtml(html: string): string {
	let written = emit(parseHtml(cleanSource(html, LIMITS.html)), ID_PREFIX);
	for (let round = 0; round < LIMITS.settleRounds; round++) {
		const again = emit(parseHtml(written), ID_PREFIX);
		if (again === written) return written;
		written = again;
	}
	// Nesting so broken that it moves on every parse: its source is all that can honestly be shown.
	return escapeText(cleanSource(html, LIMITS.html));
}
