import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from '../db/index.ts';
import { statement } from '../db/statement.ts';

/** The channel on which every process hears of committed facts at once, to drop what it has cached. */
export const EVENTS_CHANNEL = 'stoa_events';
/** The job that handles facts. */
export const DISPATCH = 'events.dispatch';

/** How many facts one job handles at most: a job that fails tries all of them again. */
const atOnce = 20;

/*
 * Whoever notifies holds one lock of the whole database until the commit is on the disk, so that commits come one by
 * one. Here one short transaction does it for all that wait, and does not wait for the disk: what a crash of the machine
 * undoes of it is passed on again.
 */
const passOn = statement<{ most: number; atOnce: number; channel: string; job: string }, { passed: number }>(`
	with waiting as (
		select id from events where relayed_at is null order by id limit :most::int for update skip locked
	), passed as (
		update events e set relayed_at = now() from waiting w where w.id = e.id returning e.id, e.type, e.payload
	), batches as (
		select json_agg(id order by id) as ids from (select id, (row_number() over (order by id) - 1) / :atOnce::int as batch from passed) one group by batch
	), told as (
		select count(pg_notify(:channel::text, json_build_object('id', id, 'type', type, 'payload', payload)::text)) as n from passed
	), queued as (
		select count(graphile_worker.add_job(:job::text, payload => json_build_object('ids', ids), max_attempts => 8)) as n from batches
	)
	select told.n::int as passed from told, queued, (select set_config('synchronous_commit', 'off', true)) quick`);

/** Tells every process of facts that are committed, and queues their handling. @returns how many there were */
export async function relay(db: Db): Promise<number> {
	for (let all = 0; ; ) {
		const [row] = await passOn(db, { most: 500, atOnce, channel: EVENTS_CHANNEL, job: DISPATCH });
		const passed = row?.passed ?? 0;
		all += passed;
		if (passed < 500) return all;
	}
}

/** Under load, facts of so many milliseconds are passed on together. */
const PAUSE_MS = 10;

interface Running {
	begun: number;
	now: Promise<void>;
	next: Promise<void> | null;
}

const running = new WeakMap<Db, Running>();

/**
 * {@link relay}, once for all that ask while it is running. It does not fail: what it leaves behind is passed on by the
 * next one or by the worker, within a minute.
 */
export function relaySoon(db: Db): Promise<void> {
	const one = running.get(db);
	if (!one) return begin(db);
	// What is running may have looked before this caller's commit.
	one.next ??= one.now
		.then(() => delay(Math.max(0, PAUSE_MS - (performance.now() - one.begun))))
		.then(() => begin(db));
	return one.next;
}

function begin(db: Db): Promise<void> {
	const state: Running = { begun: performance.now(), now: Promise.resolve(), next: null };
	state.now = relay(db)
		.catch(() => {})
		.then(() => {
			if (!state.next) running.delete(db);
		});
	running.set(db, state);
	return state.now;
}
