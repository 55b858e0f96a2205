import type { Insertable } from 'kysely';
import { type DB, type Db, sql, type Tx } from '../../platform/db/index.ts';

type Table = keyof DB & string;

/**
 * A row to insert: values as JSON carries them (dates as Date or ISO text, arrays as arrays). Every row of one
 * call has the same keys.
 */
export type BulkRow<T extends Table> = { [K in keyof Insertable<DB[T]>]?: unknown };

/**
 * Inserts many rows with one parameter: `json_populate_recordset` gives every column its type, the statement's
 * text does not depend on the number of rows, so it is prepared once, and no limit on parameters is met.
 */
export async function insertRows<T extends Table>(
	tx: Tx,
	table: T,
	rows: BulkRow<T>[],
	onConflict: 'fail' | 'ignore' = 'fail',
): Promise<number> {
	if (rows.length === 0) return 0;
	const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)));
	const result = await sql`insert into ${sql.table(table)} (${columns})
		select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
		${onConflict === 'ignore' ? sql`on conflict do nothing` : sql``}`.execute(tx);
	return Number(result.numAffectedRows ?? 0);
}

/** Sets the given columns of many rows, matched by `key`, in the same manner. */
export async function updateRows<T extends Table>(
	tx: Tx,
	table: T,
	key: keyof BulkRow<T> & string,
	rows: BulkRow<T>[],
): Promise<number> {
	if (rows.length === 0) return 0;
	const names = Object.keys(rows[0]!).filter((name) => name !== key);
	const assignments = sql.join(names.map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`));
	const result = await sql`update ${sql.table(table)} as target set ${assignments}
		from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) as given
		where target.${sql.ref(key)} = given.${sql.ref(key)}`.execute(tx);
	return Number(result.numAffectedRows ?? 0);
}

/** Takes `count` ids from a table's sequence, so that rows which refer to each other can be made in any order. */
export async function reserveIds(db: Db, table: Table, count: number): Promise<number[]> {
	if (count === 0) return [];
	// The name is looked up once, not for every id.
	const { rows } = await sql<{ id: number }>`select nextval(sequence) as id
		from (select pg_get_serial_sequence(${table}, 'id')::regclass as sequence offset 0) as named, generate_series(1, ${count}::int)
		order by 1`.execute(db);
	return rows.map((row) => row.id);
}

/** The first `length` UTF-16 units of a text, without half a character at the end and without NUL. */
export function clip(text: string, length: number): string {
	const plain = text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
	return (
		plain.length > length ? plain.slice(0, length).replace(/[\ud800-\udbff]$/, '') : plain
	).toWellFormed();
}
