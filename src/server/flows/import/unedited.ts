import { type Db, sql } from '../../platform/db/index.ts';
import { hashOf, type Ref } from './refs.ts';

/** Of some imported texts, the targets whose text is still what the importer wrote. */
export async function unedited(
	db: Db,
	table: 'item_bodies' | 'replies',
	key: 'item_id' | 'id',
	rows: { ref: Ref }[],
): Promise<Set<number>> {
	if (rows.length === 0) return new Set();
	const { rows: found } = await sql<{ id: number; source: string }>`
		select ${sql.ref(key)} as id, source from ${sql.table(table)} where ${sql.ref(key)} = any(${rows.map(({ ref }) => ref.targetId)}::bigint[])`.execute(
		db,
	);
	const sources = new Map(found.map((row) => [row.id, row.source]));
	return new Set(
		rows.flatMap(({ ref }) =>
			sources.has(ref.targetId) && hashOf(sources.get(ref.targetId)) === ref.textHash ? [ref.targetId] : [],
		),
	);
}
