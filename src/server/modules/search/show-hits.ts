import type { Db } from '../../platform/db/index.ts';
import { cardOf } from '../items/index.ts';
import { type Matcher, mark, type Snippet, snippet } from './highlight.ts';
import type { Hit } from './hit.ts';
import { textOfHtml, textOfMarkdown } from './plain-text.ts';
import { type DocumentRow, type HitRow, hits as hitRows, matchingReplies } from './queries.ts';

/**
 * Reads and marks what a page of results shows. Two statements at most. What the reader may not see any more since it
 * was indexed is left out.
 */
export async function showHits(
	db: Db,
	reader: { user: number | null; staff: boolean; now: Date },
	found: readonly DocumentRow[],
	matcher: Matcher,
): Promise<Hit[]> {
	if (found.length === 0) return [];
	const rows = new Map(
		(await hitRows(db, { ids: found.map((row) => row.item_id), ...reader })).map((row) => [row.id, row]),
	);
	const shown = found.flatMap(({ item_id }) => {
		const row = rows.get(item_id);
		return row ? [{ row, title: mark(row.title, matcher), body: snippet(textOf(row), matcher) }] : [];
	});
	const replies = await bestReplies(
		db,
		shown
			.filter(
				({ row, body }) =>
					row.level === 'full' && row.reply_count > 0 && body.units.size < matcher.weights.length,
			)
			.map(({ row, body }) => [row.id, body] as const),
		matcher,
	);
	return shown.map(({ row, title, body }) => {
		const reply = replies.get(row.id);
		return {
			item: cardOf(row),
			title,
			snippet: (reply ?? body).segments,
			replyId: reply?.id ?? null,
			held: row.level !== 'full',
		};
	});
}

function textOf(row: HitRow): string {
	if (row.level === 'full') return textOfMarkdown(row.body ?? '') || row.excerpt;
	return textOfHtml(row.preview_html ?? '') || row.excerpt;
}

function worth({ units }: Snippet, matcher: Matcher): number {
	let sum = 0;
	for (const unit of units) sum += matcher.weights[unit] ?? 1;
	return sum;
}

/** For items whose body shows less of the query than one of its replies: that reply. */
async function bestReplies(
	db: Db,
	items: readonly (readonly [number, Snippet])[],
	matcher: Matcher,
): Promise<Map<number, Snippet & { id: number }>> {
	const best = new Map<number, Snippet & { id: number }>();
	if (items.length === 0 || matcher.literals.length === 0) return best;
	const rows = await matchingReplies(db, {
		ids: items.map(([id]) => id),
		patterns: matcher.literals.map((literal) => `%${literal.replace(/[\\%_]/g, '\\$&')}%`),
	});
	const bodies = new Map(items);
	for (const { id, item_id, source } of rows) {
		const shown = snippet(textOfMarkdown(source), matcher);
		const rival = best.get(item_id) ?? bodies.get(item_id)!;
		if (worth(shown, matcher) > worth(rival, matcher)) best.set(item_id, { ...shown, id });
	}
	return best;
}
