import { expect, test } from 'vitest';
import type { Context } from '../api/context.ts';
import { allHandlers, allJobs } from './wiring.ts';

// Nothing else would notice when one is lost: it would simply never run.
test('the worker runs every job, each under a name of its own', () => {
	const jobs = allJobs({ settings: {}, config: {} } as Context, []);
	const regular = jobs.filter(({ cron }) => cron).map(({ name }) => name);
	expect(regular.sort()).toEqual([
		'api.forget-idempotency-keys',
		'asks.settle-due',
		'events.relay',
		'invoices.issue-due',
		'orders.ask-pending',
		'orders.expire-unpaid',
		'orders.reconcile',
		'orders.sweep-refunds',
		'search.rebalance-tiers',
		'subscriptions.follow-prices',
		'subscriptions.renew',
		'subscriptions.win-back',
	]);
	expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
});

test('every handler of facts has a name of its own', () => {
	const names = allHandlers('https://stoa.example').map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});
