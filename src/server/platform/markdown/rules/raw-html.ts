import type { MarkdownIt } from 'markdown-it';
import { LIMITS } from '../limits.ts';
import { DROPPED, ELEMENTS, RENAMED } from '../policy.ts';

// A whole tag. Attribute values are closed here already, so a piece of raw HTML cannot swallow what Markdown
// writes behind it.
const TAG =
	/<\/?([A-Za-z][A-Za-z0-9]*)(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/y;

/** Whether a raw tag of this name passes; every other one is text. */
export function isAllowed(name: string): boolean {
	const tag = name.toLowerCase();
	return (ELEMENTS.has(tag) || RENAMED.has(tag)) && !DROPPED.has(tag);
}

/**
 * Tags that a text may have pass (the sanitizer looks at them again); every other `<` shows as it was typed.
 * Programmers write `List<String>` and `<script>` to talk about them, and losing such words is worse than
 * showing them. Comments go.
 */
export function passAllowedTags(raw: string): string {
	let written = '';
	let from = 0;
	let lastCommentEnd = raw.lastIndexOf('-->');
	for (let open = raw.indexOf('<'); open >= 0; open = raw.indexOf('<', from)) {
		written += raw.slice(from, open);
		if (lastCommentEnd > open && raw.startsWith('<!--', open)) {
			const end = raw.indexOf('-->', open + 2);
			from = end < 0 ? open + 1 : end + 3;
			if (end < 0) {
				lastCommentEnd = -1;
				written += '&lt;';
			}
			continue;
		}
		TAG.lastIndex = open;
		const tag = TAG.exec(raw);
		const passes = tag !== null && tag[0].length <= LIMITS.rawTag && isAllowed(tag[1] as string);
		written += passes ? tag[0] : '&lt;';
		from = open + (passes ? tag[0].length : 1);
	}
	return written + raw.slice(from);
}

export function rawHtml(md: MarkdownIt): void {
	md.renderer.rules.html_block = (tokens, index) => passAllowedTags(tokens[index]?.content ?? '');
	md.renderer.rules.html_inline = (tokens, index) => passAllowedTags(tokens[index]?.content ?? '');
}
