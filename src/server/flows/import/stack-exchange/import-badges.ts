import { clip, insertRows, reserveIds, updateRows } from '../bulk.ts';
import { countSorted, leaveOut } from '../import-run.ts';
import { findTargets, insertRefs, sortByRefs, updateRowHashes } from '../refs.ts';
import type { Badge } from './dump-rows.ts';
import { type Importing, importRows } from './import-phase.ts';

const CLASSES: Record<number, 'gold' | 'silver' | 'bronze'> = { 1: 'gold', 2: 'silver', 3: 'bronze' };

/** Badges under their names, with class and day; one that a person has several times stands several times. */
export async function importBadges(importing: Importing): Promise<void> {
	const { db, run } = importing;
	await importRows(importing, {
		name: 'badges',
		table: 'badges',
		batch: 2000,
		prepare: async (rows) => {
			const users = await findTargets(
				db,
				run.source,
				'user',
				rows.map((row) => row.userId),
			);
			const present = rows.filter((row) => users.has(row.userId));
			return {
				orphans: rows.length - present.length,
				users,
				sorted: await sortByRefs(db, run.source, 'badge', present, (row) => row.id),
			};
		},
		write: async (tx, { orphans, users, sorted }, tally) => {
			const badge = (row: Badge) => ({
				user_id: users.get(row.userId),
				name: clip(row.name, 80),
				class: CLASSES[row.class] ?? 'bronze',
				tag_based: row.tagBased,
				awarded_at: row.date,
			});
			const ids = await reserveIds(tx, 'user_badges', sorted.fresh.length);
			await insertRows(
				tx,
				'user_badges',
				sorted.fresh.map(({ row }, index) => ({ id: ids[index], ...badge(row) })),
			);
			await insertRefs(
				tx,
				run.source,
				'badge',
				sorted.fresh.map(({ row, hash }, index) => ({
					sourceId: row.id,
					targetId: ids[index]!,
					rowHash: hash,
				})),
			);
			await updateRows(
				tx,
				'user_badges',
				'id',
				sorted.changed.map(({ row, ref }) => ({ id: ref.targetId, ...badge(row) })),
			);
			await updateRowHashes(tx, run.source, 'badge', sorted);
			countSorted(tally, sorted);
			leaveOut(tally, 'badges of people who are not in the dump', orphans);
		},
	});
}
