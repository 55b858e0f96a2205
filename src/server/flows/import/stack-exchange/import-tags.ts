import { sql } from '../../../platform/db/index.ts';
import { countSorted, expect } from '../import-run.ts';
import { insertRefs, sortByRefs, updateRowHashes } from '../refs.ts';
import { tagBook } from '../tag-book.ts';
import { type Importing, importRows } from './import-phase.ts';

/** Tags are shared by the whole place: one that is there already is taken as it is, and only gains flags. */
export async function importTags(importing: Importing): Promise<void> {
	const { db, run } = importing;
	const tags = tagBook();
	await importRows(importing, {
		name: 'tags',
		table: 'tags',
		batch: 1000,
		prepare: async (rows) => ({
			rows,
			sorted: await sortByRefs(
				db,
				run.source,
				'tag',
				rows,
				(row) => row.id,
				({ count: _, ...row }) => row,
			),
		}),
		write: async (tx, { rows, sorted }, tally) => {
			const ids = await tags.idsOf(
				tx,
				rows.map((row) => row.name),
			);
			const flagged = rows.filter((row) => row.required || row.moderatorOnly);
			await sql`update tags set required = tags.required or given.required, moderator_only = tags.moderator_only or given.moderator_only
				from unnest(${flagged.map((row) => ids.get(row.name)!)}::bigint[], ${flagged.map((row) => row.required)}::boolean[],
					${flagged.map((row) => row.moderatorOnly)}::boolean[]) as given (id, required, moderator_only)
				where tags.id = given.id`.execute(tx);
			await insertRefs(
				tx,
				run.source,
				'tag',
				sorted.fresh.map(({ row, hash }) => ({
					sourceId: row.id,
					targetId: ids.get(row.name)!,
					rowHash: hash,
				})),
			);
			await updateRowHashes(tx, run.source, 'tag', sorted);
			countSorted(tally, sorted);
			expect(tally, 'required tags', rows.filter((row) => row.required).length);
			expect(tally, 'moderator-only tags', rows.filter((row) => row.moderatorOnly).length);
		},
	});
}
