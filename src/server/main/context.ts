import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Context, Heard } from '../api/context.ts';
import { loadAuth, openIdentities } from '../modules/accounts/index.ts';
import { openOutsideModel } from '../modules/checks/index.ts';
import { keepPresence } from '../modules/growth/index.ts';
import { countViews, forgetPages } from '../modules/items/index.ts';
import { openProviders } from '../modules/orders/index.ts';
import { openPageCache } from '../platform/cache/index.ts';
import { type Config, originOf } from '../platform/config.ts';
import { openDatabase } from '../platform/db/index.ts';
import { migrate } from '../platform/db/migrate.ts';
import { EVENTS_CHANNEL } from '../platform/events/index.ts';
import { openFfmpeg } from '../platform/ffmpeg/index.ts';
import { migrateJobs, startJobs } from '../platform/jobs/index.ts';
import { type Log, openLog } from '../platform/log.ts';
import { openRateLimiter } from '../platform/rate-limit.ts';
import { readSettings } from '../platform/settings/index.ts';
import { openStorage } from '../platform/storage/index.ts';
import { cacheTagsOf, takesOutOfSight } from './cache-tags.ts';
import { allHandlers, allJobs } from './wiring.ts';

export type { Context, Heard };

let current: Context | undefined;

/** The running process's context. @throws when the process has not opened one */
export function context(): Context {
	if (!current) throw new Error('The context is not open yet.');
	return current;
}

/** Opens the context unless it is open already. */
export async function openContext(
	config: Config,
	options: { jobs?: boolean; onDatabaseGone?: (error: Error) => void } = {},
): Promise<Context> {
	if (current) return current;
	const log = openLog(config.logLevel);
	const closers: (() => Promise<unknown> | unknown)[] = [];
	try {
		let url = config.databaseUrl;
		if (!url) {
			const { startEmbedded } = await import('../platform/db/embedded.ts');
			const embedded = await startEmbedded({
				dataDir: config.dataDir,
				onCrash: (error) => {
					log.fatal({ err: error }, 'PostgreSQL ended by itself; see postgres.log in the data directory');
					options.onDatabaseGone?.(error);
				},
			});
			closers.push(() => embedded.stop());
			url = embedded.url;
		}
		await migrate(url, 'migrations', (name) => log.info({ migration: name }, 'migrating'));
		const { db, pool } = openDatabase(url, {
			max: config.poolSize,
			onError: (error) => current && log.warn(`a database connection was lost: ${error.message}`),
		});
		closers.push(() => db.destroy());
		await migrateJobs(pool, log);

		const listeners = new Set<(event: Heard) => void>();
		const pages = openPageCache();
		const identities = openIdentities(db);
		let opened: Context;
		const forget = () => {
			pages.clear();
			forgetPages();
		};
		const hear = (event: Heard) => {
			if (takesOutOfSight(event)) forget();
			else pages.drop(cacheTagsOf(event));
			if (event.type.startsWith('accounts.')) identities.forget((event.payload as { userId: number }).userId);
			if (event.type === 'settings.changed') {
				pages.clear();
				void readSettings(db).then((settings) => Object.assign(opened.settings, settings));
			}
			for (const listener of listeners) listener(event);
		};
		closers.push(await listen(url, hear, forget, log));
		closers.push(countViews(db, (error) => log.warn({ error }, 'views could not be written')));
		closers.push(keepPresence(db, (error) => log.warn({ error }, 'visits could not be written')));

		const limiter = openRateLimiter();
		const settings = await readSettings(db);
		const stopping = new AbortController();
		const secret = config.secret ?? storedSecret(config.dataDir);
		const origin = originOf(config);
		let auth: ReturnType<typeof loadAuth> | undefined;
		opened = {
			config,
			log,
			db,
			pool,
			pages,
			limiter,
			settings,
			providers: openProviders(config, secret, db),
			media: {
				storage: openStorage(config),
				ffmpeg: openFfmpeg(config.ffmpeg),
				secret,
				workDir: join(config.dataDir, 'work'),
				settings: () => opened.settings,
				log,
				stop: stopping.signal,
			},
			secret,
			outsideModel: config.moderation
				? openOutsideModel({
						...config.moderation,
						onFault: (error) => log.warn({ err: error }, 'the moderation endpoint did not answer'),
					})
				: null,
			identities,
			async signIn() {
				auth ??= loadAuth(db, config, secret, origin);
				return { db, limiter, settings: opened.settings, auth: await auth };
			},
			onEvent(listener) {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
			async close() {
				current = undefined;
				for (const close of closers.reverse()) await close();
			},
		};
		if (options.jobs) {
			const runner = await startJobs(pool, allJobs(opened, allHandlers(origin, secret, config.xapi)), log);
			closers.push(() => runner.stop());
			// A film that is being made is put down, or the end would wait for it.
			closers.push(() => stopping.abort());
		}
		current = opened;
		return opened;
	} catch (error) {
		for (const close of closers.reverse()) await close();
		throw error;
	}
}

function storedSecret(dataDir: string): string {
	const file = join(dataDir, 'secret');
	if (existsSync(file)) return readFileSync(file, 'utf8').trim();
	mkdirSync(dataDir, { recursive: true });
	const secret = randomBytes(32).toString('base64url');
	writeFileSync(file, `${secret}\n`, { mode: 0o600 });
	return secret;
}

/**
 * Listens for committed facts on a connection of its own. While it is lost, facts may be missed: the caches are
 * then emptied by `onGap`, and the connection is made again.
 */
async function listen(
	url: string,
	hear: (event: Heard) => void,
	onGap: () => void,
	log: Log,
): Promise<() => Promise<void>> {
	let closed = false;
	let client: pg.Client;
	const connect = async () => {
		client = new pg.Client({ connectionString: url, application_name: 'stoa-listen' });
		client.on('notification', ({ payload }) => {
			if (payload) hear(JSON.parse(payload) as Heard);
		});
		client.on('error', () => {});
		await client.connect();
		await client.query(`listen ${EVENTS_CHANNEL}`);
		// Only now: a connection that was never made ends too, and each end would begin another row of attempts.
		client.on('end', () => {
			if (closed) return;
			log.warn('the event channel was lost; connecting again');
			onGap();
			const again = () => {
				if (!closed) connect().then(onGap, () => setTimeout(again, 1000).unref());
			};
			setTimeout(again, 200).unref();
		});
	};
	await connect();
	return async () => {
		closed = true;
		// One that is lost has nothing to end.
		await client.end().catch(() => {});
	};
}
