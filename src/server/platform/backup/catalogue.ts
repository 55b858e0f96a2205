import type pg from 'pg';

/** A table as a backup holds it: columns that are computed are left out, they compute themselves again. */
export interface StoredTable {
	schema: string;
	name: string;
	columns: string[];
}

export interface StoredSequence {
	schema: string;
	name: string;
	last: string;
	called: boolean;
}

/** The schemas that are Stoa's: its own, and the queue's. */
export const schemas = ['public', 'graphile_worker'] as const;

/** What says of itself how far it is; a restore brings both there by its own means. */
export const bookkeeping = ['public.migrations', 'graphile_worker.migrations'];

/** Every table that holds rows itself, partitions included, by name. */
export async function listTables(client: pg.Client): Promise<StoredTable[]> {
	const { rows } = await client.query<StoredTable>(
		`select n.nspname as schema, c.relname as name,
			array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
				and a.attgenerated = '' order by a.attnum) as columns
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = any($1) and c.relkind = 'r' order by 1, 2`,
		[schemas],
	);
	return rows.filter((table) => !bookkeeping.includes(`${table.schema}.${table.name}`));
}

/** Every sequence with where it stands. */
export async function listSequences(client: pg.Client): Promise<StoredSequence[]> {
	const { rows } = await client.query<{ schema: string; name: string }>(
		`select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = any($1) and c.relkind = 'S' order by 1, 2`,
		[schemas],
	);
	const sequences: StoredSequence[] = [];
	for (const { schema, name } of rows) {
		const state = await client.query<{ last: string; called: boolean }>(
			`select last_value::text as last, is_called as called from ${quoteName(schema, name)}`,
		);
		sequences.push({ schema, name, ...state.rows[0]! });
	}
	return sequences;
}

export function quoteName(...parts: string[]): string {
	return parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
}

/** A connection whose texts of dates, numbers and bytes do not depend on how the server is set up. */
export const plainTexts =
	"set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex'; set extra_float_digits = 1; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set search_path = public";
