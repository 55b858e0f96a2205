import type { MarkdownIt } from 'markdown-it';
import { escapeText } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import { DROPPED, ELEMENTS, RENAMED } from '../policy.ts';

// A whole tag or a whole comment, or a bare `<`. Attribute values are closed here already, so a piece of raw HTML
// cannot swallow what Markdown writes behind it.
const PIECE =
	/<!--[\s\S]*?-->|<\/?([A-Za-z][A-Za-z0-9]*)(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|</g;

/**
 * Tags that a text may have pass (the sanitizer looks at them again); every other `<` shows as it was typed.
 * Programmers write `List<String>` and `<script>` to talk about them, and losing such words is worse than
 * showing them.
 */
export function passAllowedTags(raw: string): string {
	return raw.replace(PIECE, (piece, name: string | undefined) => {
		if (piece.startsWith('<!--')) return '';
		const tag = name?.toLowerCase() ?? '';
		const known = (ELEMENTS.has(tag) || RENAMED.has(tag)) && !DROPPED.has(tag);
		return known && piece.length <= LIMITS.rawTag ? piece : escapeText(piece);
	});
}

export function rawHtml(md: MarkdownIt): void {
	md.renderer.rules.html_block = (tokens, index) => passAllowedTags(tokens[index]?.content ?? '');
	md.renderer.rules.html_inline = (tokens, index) => passAllowedTags(tokens[index]?.content ?? '');
}
