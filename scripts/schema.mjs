// Writes migrations/schema.sql, the whole database, from the migrations: `node scripts/schema.mjs`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/server/platform/db/embedded.ts';
import { migrate } from '../src/server/platform/db/migrate.ts';
import { schemaText } from '../src/server/platform/db/schema-text.ts';

const dir = mkdtempSync(join(tmpdir(), 'stoa-schema-'));
const server = await startEmbedded({ dataDir: dir, durable: false });
try {
	await migrate(server.url, 'migrations');
	const client = new pg.Client({ connectionString: server.url });
	await client.connect();
	writeFileSync('migrations/schema.sql', await schemaText(client));
	await client.end();
} finally {
	await server.stop();
	rmSync(dir, { recursive: true, force: true });
}
