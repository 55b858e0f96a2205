import { loadAuth, openIdentities } from '../../modules/accounts/index.ts';
import '../../modules/articles/index.ts';
import '../../modules/discussions/index.ts';
import '../../modules/questions/index.ts';
import '../../modules/snippets/index.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openProviders } from '../../modules/orders/index.ts';
import { openPageCache } from '../../platform/cache/index.ts';
import { readConfig } from '../../platform/config.ts';
import type { Db } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { openFfmpeg } from '../../platform/ffmpeg/index.ts';
import { openLog } from '../../platform/log.ts';
import { openRateLimiter } from '../../platform/rate-limit.ts';
import { settingsSchema } from '../../platform/settings/index.ts';
import { openStorage } from '../../platform/storage/index.ts';
import type { Context } from '../context.ts';

const quiet = {
	STOA_API_READS: '0',
	STOA_API_WRITES: '0',
	STOA_API_ANONYMOUS: '0',
	STOA_PAGE_CACHE: '0',
	ORIGIN: 'https://stoa.example',
};

/**
 * A context on a database of its own: everything that a request meets, but no jobs and no event channel. Nothing is
 * limited or cached unless `env` says so.
 */
export async function testContext(env: Record<string, string> = {}): Promise<Context> {
	const { db, pool } = await testDatabase();
	const dataDir = mkdtempSync(join(tmpdir(), 'stoa-api-'));
	afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
	const config = readConfig({ ...quiet, STOA_DATA_DIR: dataDir, ...env });
	const secret = 'only the tests know this secret, and it is long enough';
	const limiter = openRateLimiter();
	const ctx: Context = {
		config,
		log: openLog('silent'),
		db,
		pool,
		pages: openPageCache(),
		limiter,
		settings: settingsSchema.parse({}),
		providers: openProviders(config, secret, db),
		media: {
			storage: openStorage(config),
			ffmpeg: openFfmpeg(config.ffmpeg),
			secret,
			workDir: join(config.dataDir, 'work'),
			settings: () => ctx.settings,
		},
		identities: openIdentities(db),
		signIn: async () => ({
			db,
			limiter,
			settings: ctx.settings,
			auth: await loadAuth(db, config, secret, config.origin!),
		}),
		secret,
		onEvent: () => () => {},
		close: async () => {},
	};
	return ctx;
}

/** Runs `work` on a context whose writes are all undone after it. */
export async function undone<T>(ctx: Context, work: (ctx: Context) => T | Promise<T>): Promise<T> {
	const tx = await ctx.db.startTransaction().execute();
	try {
		return await work({
			...ctx,
			db: tx as Db,
			identities: openIdentities(tx as Db),
			providers: openProviders(ctx.config, ctx.secret, tx as Db),
		});
	} finally {
		await tx.rollback().execute();
	}
}
