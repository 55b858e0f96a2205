import { sql } from '../../../platform/db/index.ts';
import { clip, updateRows } from '../bulk.ts';
import { countSorted, leaveOut } from '../import-run.ts';
import { findTargets, hashOf, insertRefs, sortByRefs, updateRefs } from '../refs.ts';
import { withoutTags } from '../render-text.ts';
import type { Post } from './dump-rows.ts';
import { type Importing, importRows } from './import-phase.ts';
import { POST } from './import-questions.ts';
import { readTable } from './read-dump.ts';

const DESCRIPTION_LIMIT = 1000;

/** Excerpts become the descriptions of tags and wikis their long form. What is written on a shared tag already stays. */
export async function importTagWikis(importing: Importing): Promise<void> {
	const { db, dump, run, pool, math } = importing;
	const tagOf = new Map<number, number>();
	for await (const tag of readTable(dump, 'tags')) {
		if (tag.excerptPostId !== undefined) tagOf.set(tag.excerptPostId, tag.id);
		if (tag.wikiPostId !== undefined) tagOf.set(tag.wikiPostId, tag.id);
	}
	await importRows(importing, {
		name: 'tag wikis',
		table: 'posts',
		batch: 200,
		wanted: (post) => post.type !== POST.question && post.type !== POST.answer,
		prepare: async (rows) => {
			const targets = await findTargets(
				db,
				run.source,
				'tag',
				rows.map((row) => tagOf.get(row.id)),
			);
			const tagId = (row: Post) => targets.get(tagOf.get(row.id) ?? Number.NaN);
			const present = rows.filter(
				(row) => (row.type === POST.tagExcerpt || row.type === POST.tagWiki) && tagId(row) !== undefined,
			);
			const sorted = await sortByRefs(db, run.source, 'tag-wiki', present, (row) => row.id);
			const work = [...sorted.fresh, ...sorted.changed]
				.map(({ row }) => row)
				.filter((row) => row.type === POST.tagWiki);
			const rendered = await pool.render(
				work.map((row) => ({ from: 'html', as: 'post', text: row.body, math })),
			);
			return {
				rows,
				present,
				sorted,
				tagId,
				texts: new Map(work.map((row, index) => [row.id, rendered[index]!])),
			};
		},
		write: async (tx, { rows, present, sorted, tagId, texts }, tally) => {
			const textOf = (row: Post) =>
				row.type === POST.tagExcerpt ? clip(plain(row.body), DESCRIPTION_LIMIT) : texts.get(row.id)!.source;
			const work = [
				...sorted.fresh.map((entry) => ({ ...entry, before: '' })),
				...sorted.changed.map((entry) => ({ ...entry, before: entry.ref.textHash })),
			];
			const { rows: tags } = await sql<{ id: number; description: string; wiki: string }>`
				select id, description, wiki from tags where id = any(${work.map(({ row }) => tagId(row)!)}::bigint[])`.execute(
				tx,
			);
			const there = new Map(tags.map((tag) => [tag.id, tag]));
			const free = work.filter(({ row, before }) => {
				const text = there.get(tagId(row)!)?.[row.type === POST.tagExcerpt ? 'description' : 'wiki'] ?? '';
				return text === '' || hashOf(text) === before;
			});
			leaveOut(tally, 'descriptions of tags that have one here, kept', work.length - free.length);
			const [excerpts, wikis] = [POST.tagExcerpt, POST.tagWiki].map((type) =>
				free.map(({ row }) => row).filter((row) => row.type === type),
			);
			await updateRows(
				tx,
				'tags',
				'id',
				excerpts!.map((row) => ({ id: tagId(row)!, description: textOf(row) })),
			);
			await updateRows(
				tx,
				'tags',
				'id',
				wikis!.map((row) => ({ id: tagId(row)!, wiki: textOf(row), wiki_html: texts.get(row.id)!.html })),
			);
			const ref = ({ row, hash }: { row: Post; hash: string }) => ({
				sourceId: row.id,
				targetId: tagId(row)!,
				rowHash: hash,
				textHash: hashOf(textOf(row)),
			});
			await insertRefs(tx, run.source, 'tag-wiki', sorted.fresh.map(ref));
			await updateRefs(tx, run.source, 'tag-wiki', sorted.changed.map(ref));
			countSorted(tally, sorted);
			const descriptions = rows.filter(
				(row) => row.type === POST.tagExcerpt || row.type === POST.tagWiki,
			).length;
			leaveOut(tally, 'descriptions of tags that are not in the dump', descriptions - present.length);
			leaveOut(tally, 'posts of other types (site notices, nominations)', rows.length - descriptions);
		},
	});
}

/** Excerpts are plain text; some old ones carry tags. */
function plain(text: string): string {
	return withoutTags(text).replace(/\s+/g, ' ').trim();
}
