import pg from 'pg';
import { copyIn } from '../../src/server/platform/backup/copy.ts';
import { startEmbedded } from '../../src/server/platform/db/embedded.ts';

/**
 * The limit of an import: the rows as they are, attributes as text, put by COPY into unlogged tables without a key. The
 * text is made beforehand: only what the database does is measured.
 *
 * @param home a data directory; its database is started as an instance starts it
 * @returns seconds
 */
export async function bareCopy(
	home: string,
	tables: readonly { name: string; text: string }[],
): Promise<number> {
	const ready = tables.map(({ name, text }) => ({ name, ...asCopy(text) }));
	const server = await startEmbedded({ dataDir: home });
	const client = new pg.Client({ connectionString: server.url });
	await client.connect();
	try {
		for (const { name, columns } of ready)
			await client.query(
				`create unlogged table "bare_${name}" (${columns.map((column) => `"${column}" text`).join(', ')})`,
			);
		const began = performance.now();
		for (const { name, rows } of ready) {
			const copy = copyIn(client, `copy "bare_${name}" from stdin`);
			await copy.write(rows);
			await copy.end();
		}
		return (performance.now() - began) / 1000;
	} finally {
		await client.end();
		await server.stop();
	}
}

function asCopy(xml: string): { columns: string[]; rows: Buffer } {
	const parsed = xml
		.split('<row ')
		.slice(1)
		.map((row) => new Map([...row.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1]!, match[2]!])));
	const columns = [...new Set(parsed.flatMap((row) => [...row.keys()]))];
	const cell = (value: string | undefined) =>
		value === undefined
			? '\\N'
			: value.replace(
					/[\\\t\n\r]/g,
					(char) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[char]!,
				);
	const lines = parsed.map((row) => `${columns.map((column) => cell(row.get(column))).join('\t')}\n`);
	return { columns, rows: Buffer.from(lines.join('')) };
}
