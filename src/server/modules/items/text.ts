import type { Db } from '../../platform/db/index.ts';
import { type Rendered, renderMarkdown } from '../../platform/markdown/index.ts';

/** Names beyond these in one text are not told and become no links. */
export const mentionsTold = 20;

const mention = /(?<![\w@/.-])@([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)/gi;

/**
 * Renders what a person wrote. A mention becomes a link when somebody has that handle; at most one statement, none
 * for a text without mentions.
 *
 * @param base `post` for bodies, answers and posts; `comment` for remarks
 * @throws content.too_long, content.too_complex
 */
export async function renderText(
	db: Db,
	source: string,
	options: { base: 'post' | 'comment'; locale?: string; idPrefix?: string },
): Promise<Rendered> {
	const named = new Set<string>();
	for (const [, handle] of source.matchAll(mention)) {
		if (named.size < mentionsTold) named.add(handle!.toLowerCase());
	}
	const known = new Set<string>();
	if (named.size > 0) {
		const rows = await db
			.selectFrom('users')
			.select('handle')
			.where('handle', 'in', [...named])
			.execute();
		for (const { handle } of rows) known.add(handle);
	}
	return renderMarkdown(source, {
		...options,
		mentions: (handle) => (known.has(handle.toLowerCase()) ? `/people/${handle.toLowerCase()}` : null),
	});
}

/**
 * What lists, feeds and search show of a text to everybody. Of one that is not free, only what stands before its fold:
 * where the author set none, nothing.
 */
export function openExcerpt(access: string, body: Pick<Rendered, 'excerpt' | 'previewHtml'>): string {
	return access === 'free' || body.previewHtml ? body.excerpt : '';
}

let texts = 0;

/** A prefix for the ids inside one reply: many replies stand on one page and each may have its own headings. */
export function replyIdPrefix(): string {
	texts = (texts + 1) % 46_656;
	return `r${Date.now().toString(36)}${texts.toString(36)}-`;
}
