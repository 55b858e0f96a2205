import { readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { schemaText } from './schema-text.ts';
import { testDatabase } from './testing.ts';
import { withDatabase } from './testing-url.ts';

const { pool, url } = await testDatabase();

test('migrations/schema.sql is what the migrations make; else: node scripts/schema.mjs', async () => {
	expect(readFileSync('migrations/schema.sql', 'utf8')).toBe(await schemaText(pool));
});

test('migrations/schema.sql makes the same database by itself', async () => {
	const name = 'made_from_schema_sql';
	await pool.query(`drop database if exists ${name}`);
	await pool.query(`create database ${name} template template0`);
	const client = new pg.Client({ connectionString: withDatabase(url, name) });
	await client.connect();
	try {
		const text = readFileSync('migrations/schema.sql', 'utf8');
		await client.query(text);
		expect(await schemaText(client)).toBe(text);
	} finally {
		await client.end();
		await pool.query(`drop database ${name}`);
	}
});
