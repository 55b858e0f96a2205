import { createHash } from 'node:crypto';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { insertRows } from './bulk.ts';
import { SourceError } from './source-error.ts';

/** What a source row became. */
export interface Ref {
	targetId: number;
	/** Of the source row when it was last taken over. */
	rowHash: string;
	/** Of the text that was written then; another text there now was written by people here. */
	textHash: string;
}

/** Raise when the same source row is to become something else than before: the next run then updates all rows. */
const MAPPING = 1;

export function hashOf(...parts: unknown[]): string {
	return createHash('sha1')
		.update(JSON.stringify([MAPPING, ...parts]))
		.digest('base64url')
		.slice(0, 16);
}

/** The refs of some source rows, by source id. */
export async function findRefs(
	db: Db,
	source: string,
	kind: string,
	sourceIds: Iterable<string | number>,
): Promise<Map<string, Ref>> {
	const ids = [...new Set(sourceIds)].map(String);
	if (ids.length === 0) return new Map();
	const { rows } = await sql<{ source_id: string; target_id: number; content_hash: string }>`
		select source_id, target_id, content_hash from import_refs
		where source = ${source} and kind = ${kind} and source_id = any(${ids}::text[])`.execute(db);
	return new Map(
		rows.map((row) => {
			const [rowHash = '', textHash = ''] = row.content_hash.split('.');
			return [row.source_id, { targetId: row.target_id, rowHash, textHash }];
		}),
	);
}

/** Database ids by source id; for who wrote something, or what it hangs on. */
export async function findTargets(
	db: Db,
	source: string,
	kind: string,
	sourceIds: Iterable<number | undefined>,
): Promise<Map<number, number>> {
	const wanted = [...sourceIds].filter((id) => id !== undefined);
	const refs = await findRefs(db, source, kind, wanted);
	return new Map([...refs].map(([id, ref]) => [Number(id), ref.targetId]));
}

export interface NewRef {
	sourceId: string | number;
	targetId: number;
	rowHash: string;
	textHash?: string;
}

const contentHash = (ref: NewRef): string => (ref.textHash ? `${ref.rowHash}.${ref.textHash}` : ref.rowHash);

/** @throws SourceError duplicate when a source id was taken over before: the dump has it twice */
export async function insertRefs(tx: Tx, source: string, kind: string, refs: NewRef[]): Promise<void> {
	const rows = refs.map((ref) => ({
		source,
		kind,
		source_id: String(ref.sourceId),
		target_id: ref.targetId,
		content_hash: contentHash(ref),
	}));
	const inserted = await insertRows(tx, 'import_refs', rows, 'ignore');
	if (inserted < rows.length) {
		throw twice(source, kind, `between ${rows[0]!.source_id} and ${rows.at(-1)!.source_id}`);
	}
}

function twice(source: string, kind: string, id: string): SourceError {
	return new SourceError(
		'duplicate',
		{ file: source },
		`the Id of a ${kind} stands twice: ${id}`,
		'Remove the repeated row from the dump.',
	);
}

export async function updateRefs(tx: Tx, source: string, kind: string, refs: NewRef[]): Promise<void> {
	if (refs.length === 0) return;
	await sql`update import_refs as target set content_hash = given.hash
		from unnest(${refs.map((ref) => String(ref.sourceId))}::text[], ${refs.map(contentHash)}::text[]) as given (id, hash)
		where target.source = ${source} and target.kind = ${kind} and target.source_id = given.id`.execute(tx);
}

/** Source rows sorted by what has to be done with them. */
export interface Sorted<R> {
	fresh: { row: R; hash: string }[];
	changed: { row: R; hash: string; ref: Ref }[];
	unchanged: number;
}

/** Notes that changed rows were taken over, for kinds of which no text is kept. */
export async function updateRowHashes<R extends { id: number }>(
	tx: Tx,
	source: string,
	kind: string,
	{ changed }: Sorted<R>,
): Promise<void> {
	const refs = changed.map(({ row, hash, ref }) => ({
		sourceId: row.id,
		targetId: ref.targetId,
		rowHash: hash,
	}));
	await updateRefs(tx, source, kind, refs);
}

/**
 * Compares rows with what an earlier run made of them.
 *
 * @throws SourceError duplicate when an Id stands twice among them
 */
export async function sortByRefs<R>(
	db: Db,
	source: string,
	kind: string,
	rows: R[],
	idOf: (row: R) => number | string,
	hashed: (row: R) => unknown = (row) => row,
): Promise<Sorted<R>> {
	const refs = await findRefs(db, source, kind, rows.map(idOf));
	const sorted: Sorted<R> = { fresh: [], changed: [], unchanged: 0 };
	const seen = new Set<string>();
	for (const row of rows) {
		if (seen.size === seen.add(String(idOf(row))).size) throw twice(source, kind, String(idOf(row)));
		const hash = hashOf(hashed(row));
		const ref = refs.get(String(idOf(row)));
		if (!ref) sorted.fresh.push({ row, hash });
		else if (ref.rowHash === hash) sorted.unchanged++;
		else sorted.changed.push({ row, hash, ref });
	}
	return sorted;
}
