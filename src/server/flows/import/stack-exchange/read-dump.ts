import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Position, readText } from '../read-text.ts';
import { SourceError } from '../source-error.ts';
import { type Row, TABLES, type TableName, typedRow } from './dump-rows.ts';
import { XmlRowScanner } from './scan-xml-rows.ts';

/** A folder with a Stack Exchange data dump, looked at but not yet read. */
export interface Dump {
	dir: string;
	/** Path of each table that is there. */
	files: Partial<Record<TableName, string>>;
	/** Tables whose file is not there; Posts is never among them. */
	missing: TableName[];
}

const NAMES = Object.keys(TABLES) as TableName[];

/**
 * Finds the files of a dump: `Posts.xml` or `Posts.xml.gz` and so on, names in any case.
 *
 * @throws SourceError not_found when the folder or Posts is missing, or a table is there twice
 */
export async function openDump(dir: string): Promise<Dump> {
	const entries = await readdir(dir).catch((cause: NodeJS.ErrnoException) => {
		const what = cause.code === 'ENOTDIR' ? 'is not a folder' : `cannot be listed (${cause.code})`;
		throw new SourceError(
			'not_found',
			{ file: dir },
			what,
			'Give the folder that holds Posts.xml, Users.xml and the others.',
			cause,
		);
	});
	const files: Dump['files'] = {};
	for (const entry of entries.sort()) {
		const stem = /^(.+)\.xml(\.gz)?$/i.exec(entry)?.[1]?.toLowerCase();
		const name = NAMES.find((table) => TABLES[table].file.toLowerCase() === stem);
		if (!name) continue;
		const other = files[name];
		if (other) {
			throw new SourceError(
				'wrong_file',
				{ file: entry },
				`the folder also holds ${basename(other)}`,
				'Keep one of the two.',
			);
		}
		files[name] = join(dir, entry);
	}
	if (!files.posts) {
		const packed = entries.some((entry) => /\.(7z|zip|rar)$/i.test(entry));
		throw new SourceError(
			'not_found',
			{ file: dir },
			'there is no Posts.xml or Posts.xml.gz',
			packed ? 'Unpack the archive in it first: 7z x FILE.' : 'Give the folder of an unpacked dump.',
		);
	}
	return { dir, files, missing: NAMES.filter((name) => !files[name]) };
}

/**
 * The rows of one table in the order of the file; none when the file is missing.
 * Memory is bounded by the largest row (64 MB at most). `position` follows the bytes read.
 *
 * @throws SourceError at the first thing wrong, with file and line
 */
export async function* readTable<T extends TableName>(
	dump: Dump,
	table: T,
	position?: Position,
): AsyncGenerator<Row<T>> {
	const path = dump.files[table];
	if (!path) return;
	const file = basename(path);
	const scanner = new XmlRowScanner(file, TABLES[table].root);
	for await (const piece of readText(path, file, position)) {
		for (const row of scanner.push(piece)) yield typedRow(table, file, row);
	}
	for (const row of scanner.end()) yield typedRow(table, file, row);
}
