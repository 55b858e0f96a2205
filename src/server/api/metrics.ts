import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sql } from '../platform/db/index.ts';
import type { Context } from './context.ts';

/** What Prometheus reads of one process. */
export interface Metrics {
	registry: Registry;
	/** @param route a template such as `/api/v1/items/{id}`, never an address: each is a time series. */
	observe: (route: string, method: string, status: number, seconds: number) => void;
	/** One page looked for in the page cache. */
	pageCache: (hit: boolean) => void;
}

const opened = new WeakMap<Context, Metrics>();

/** The metrics of this context; made when first asked for. */
export function metricsOf(ctx: Context): Metrics {
	let metrics = opened.get(ctx);
	if (!metrics) {
		metrics = openMetrics(ctx);
		opened.set(ctx, metrics);
	}
	return metrics;
}

function openMetrics(ctx: Context): Metrics {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	const requests = new Histogram({
		name: 'stoa_http_request_duration_seconds',
		help: 'Time from request to answer, by route template.',
		labelNames: ['route', 'method', 'status'] as const,
		buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
		registers,
	});
	const lookups = new Counter({
		name: 'stoa_page_cache_lookups_total',
		help: 'Pages looked for in the page cache.',
		labelNames: ['result'] as const,
		registers,
	});
	new Gauge({
		name: 'stoa_page_cache_bytes',
		help: 'What the pages in the cache weigh.',
		registers,
		collect() {
			this.set(ctx.pages.size.bytes);
		},
	});
	new Gauge({
		name: 'stoa_db_connections',
		help: 'Connections of the pool, and requests waiting for one.',
		labelNames: ['state'] as const,
		registers,
		collect() {
			this.set({ state: 'idle' }, ctx.pool.idleCount);
			this.set({ state: 'busy' }, ctx.pool.totalCount - ctx.pool.idleCount);
			this.set({ state: 'waiting' }, ctx.pool.waitingCount);
		},
	});
	new Gauge({
		name: 'stoa_jobs',
		help: 'Jobs in the queue: due and not begun, being worked on, given up.',
		labelNames: ['state'] as const,
		registers,
		async collect() {
			for (const [state, count] of Object.entries(await countJobs(ctx))) this.set({ state }, count);
		},
	});
	const hit = lookups.labels({ result: 'hit' });
	const miss = lookups.labels({ result: 'miss' });
	return {
		registry,
		observe: (route, method, status, seconds) =>
			requests.observe({ route, method: known.has(method) ? method : 'other', status: `${status}` }, seconds),
		pageCache: (found) => (found ? hit : miss).inc(),
	};
}

const known = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

async function countJobs(ctx: Context): Promise<Record<'due' | 'running' | 'failed', number>> {
	const { rows } = await sql<{ due: number; running: number; failed: number }>`select
		count(*) filter (where locked_at is null and run_at <= now() and attempts < max_attempts)::int as due,
		count(*) filter (where locked_at is not null)::int as running,
		count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed
		from graphile_worker.jobs`.execute(ctx.db);
	return rows[0] ?? { due: 0, running: 0, failed: 0 };
}

/**
 * A page's place in the histogram. Pages have a few dozen forms of address; whatever else is asked for is one series.
 *
 * @param path without the query
 */
export function pageRoute(path: string): string {
	const [, first = '', second] = path.split('/', 3);
	if (first === '') return '/';
	if (!sections.has(first)) return 'other';
	return second === undefined ? `/${first}` : `/${first}/*`;
}

const sections = new Set([
	'questions',
	'articles',
	'columns',
	'discussions',
	'snippets',
	'spaces',
	'tags',
	'people',
	'search',
	'notifications',
	'settings',
	'preferences',
	'bookmarks',
	'drafts',
	'orders',
	'checkout',
	'sign-in',
	'sign-up',
	'two-factor',
	'admin',
	'preview',
	'faces',
	'outbox',
	'_app',
	'_stoa',
]);
