// The limit that Stoa is measured against: node:http and nothing else, or node:http and one prepared query by primary key.
import { createServer } from 'node:http';
import pg from 'pg';

const [kind, port, database] = process.argv.slice(2) as [string, string, string];

if (kind === 'bytes') {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks);
	createServer((_, response) => {
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
		response.end(body);
	}).listen(Number(port), '127.0.0.1');
} else {
	const pool = new pg.Pool({ connectionString: database, max: 10 });
	// Those that are there: a place for learning has a course and nothing else.
	const { rows: there } = await pool.query<{ id: string }>('select id from items order by id limit 5000');
	let at = 0;
	createServer(async (_, response) => {
		at = (at + 1) % there.length;
		const { rows } = await pool.query({
			name: 'one',
			text: 'select * from items where id = $1',
			values: [there[at]?.id],
		});
		const body = JSON.stringify(rows[0]);
		response.writeHead(200, {
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(body),
		});
		response.end(body);
	}).listen(Number(port), '127.0.0.1');
}
