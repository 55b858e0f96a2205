// Writes src/server/platform/db/types.ts from the migrated schema: `node scripts/db-types.mjs`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../src/server/platform/db/embedded.ts';
import { migrate } from '../src/server/platform/db/migrate.ts';

const dir = mkdtempSync(join(tmpdir(), 'stoa-types-'));
const server = await startEmbedded({ dataDir: dir });
try {
	await migrate(server.url, 'migrations');
	execFileSync(
		process.execPath,
		[
			'node_modules/kysely-codegen/dist/cli/bin.js',
			'--dialect',
			'postgres',
			'--url',
			server.url,
			'--exclude-pattern',
			'migrations',
			'--type-mapping',
			'{"int8":"number"}',
			'--out-file',
			'src/server/platform/db/types.ts',
		],
		{ stdio: 'inherit' },
	);
} finally {
	await server.stop();
	rmSync(dir, { recursive: true, force: true });
}
