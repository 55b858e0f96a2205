import { readdirSync, readFileSync } from 'node:fs';
import { parseCronItems } from 'graphile-worker';
import { expect, test } from 'vitest';
import { testContext } from '../api/testing/context.ts';
import { allHandlers, allJobs } from './wiring.ts';

const ctx = await testContext();
const jobs = new Map(allJobs(ctx, []).map((job) => [job.name, job.cron ?? null]));

/** What each module's README says it has the worker do. */
function promised(): string[] {
	const dir = 'src/server/modules';
	return readdirSync(dir).flatMap((module) => {
		const text = readFileSync(`${dir}/${module}/README.md`, 'utf8');
		const said = /\*\*Jobs\*\*(.*)/.exec(text)?.[1] ?? '';
		return [...said.matchAll(/`([a-z]+\.[a-z-]+)`/g)].map(([, name]) => name!);
	});
}

test('the worker does everything that the modules say it does', () => {
	const names = promised();
	expect(names.length).toBeGreaterThan(10);
	expect(names.filter((name) => !jobs.has(name))).toEqual([]);
});

test('nothing that has to happen by itself waits for somebody to start it', () => {
	const asked = [
		'checks.run',
		'courses.import',
		'events.dispatch',
		'fairplay.discount',
		'fairplay.look',
		'fairplay.look-around',
		'growth.simulate',
		'mail.deliver',
		'media.smaller',
		'orders.hear-sandbox',
		'orders.send-refund',
		'rewards.backfill',
		'scorm.unpack',
	];
	const never = [...jobs].filter(([, cron]) => cron === null).map(([name]) => name);
	expect(never.sort()).toEqual(asked);
	const crons = [...jobs].flatMap(([task, match]) => (match ? [{ task, match }] : []));
	expect(() => parseCronItems(crons)).not.toThrow();
	expect(jobs.get('orders.reconcile')).toBe('41 * * * *');
	expect(jobs.get('ledger.prove')).toBe('17 3 * * *');
});

test('every job and every handler of facts has a name of its own', () => {
	expect(jobs.size).toBe(allJobs(ctx, []).length);
	const names = allHandlers('https://stoa.example', 'secret').map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});
