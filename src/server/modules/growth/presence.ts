import { now } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { reviewLevels } from './review-levels.ts';

/*
 * Who was here on which day and read what, as levels ask for it. Noted in memory and written together: a page that is
 * read costs no write.
 */

/** So many items count as read in a day: who opens hundreds has not read them. */
const readsPerDay = 50;
const most = 20_000;

const visits = new Map<string, { userId: UserId; day: string }>();
const reads = new Map<string, { userId: UserId; itemId: ItemId; at: Date }>();
/** Of today, what this process has written already; forgotten at midnight. */
let written = { day: '', keys: new Set<string>() };

/**
 * Notes that somebody signed in is here, on the day that it is where they live.
 *
 * @param timeZone IANA name; a name that nobody knows counts as UTC
 */
export function noteVisit(userId: UserId, timeZone: string): void {
	const day = dayIn(timeZone, now());
	const today = now().toISOString().slice(0, 10);
	if (written.day !== today) written = { day: today, keys: new Set() };
	const key = `${userId} ${day}`;
	if (written.keys.has(key) || visits.size >= most) return;
	visits.set(key, { userId, day });
}

/** Notes that somebody opened an item that they may read whole. */
export function noteRead(userId: UserId, itemId: ItemId): void {
	if (reads.size < most) reads.set(`${userId} ${itemId}`, { userId, itemId, at: now() });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(timeZone: string, moment: Date): string {
	let format = formats.get(timeZone);
	if (!format) {
		try {
			format = new Intl.DateTimeFormat('en-CA', { timeZone });
		} catch {
			format = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' });
		}
		if (formats.size < 1000) formats.set(timeZone, format);
	}
	return format.format(moment);
}

/**
 * Writes what was noted. A day that is new to somebody is told as a fact, once, whichever process sees it first; what
 * could not be written stays noted.
 *
 * @returns how many days and reads were new
 */
export async function flushPresence(db: Db): Promise<{ days: number; reads: number }> {
	const days = [...visits.values()].slice(0, 5000).sort((a, b) => a.userId - b.userId);
	const read = [...reads.values()].slice(0, 5000).sort((a, b) => a.userId - b.userId);
	if (days.length === 0 && read.length === 0) return { days: 0, reads: 0 };
	const fresh = await inTransaction(db, async (tx) => {
		const newDays = await sql<{ userId: number; day: string }>`with new as (
				insert into visit_days (user_id, day) select u.id, d.day from
					unnest(${days.map((one) => one.userId)}::bigint[], ${days.map((one) => one.day)}::date[]) as d (user_id, day)
					join users u on u.id = d.user_id on conflict do nothing returning user_id, day
			), counted as (
				insert into standings (user_id, visited_days) select user_id, count(*) from new group by user_id order by user_id
				on conflict (user_id) do update set visited_days = standings.visited_days + excluded.visited_days returning 1
			) select user_id as "userId", day::text as day, (select count(*) from counted) as n from new`.execute(
			tx,
		);
		const newReads = await sql<{ userId: number; n: number }>`with given as (
				select g.user_id, g.item_id, g.read_at, row_number() over (partition by g.user_id order by g.read_at) as nth,
					(select count(*) from item_reads r where r.user_id = g.user_id and r.read_at > ${new Date(now().getTime() - 86_400_000)}) as today
				from unnest(${read.map((one) => one.userId)}::bigint[], ${read.map((one) => one.itemId)}::bigint[], ${read.map((one) => one.at)}::timestamptz[])
					as g (user_id, item_id, read_at)
				join users u on u.id = g.user_id join items i on i.id = g.item_id
				where not exists (select from item_reads r where r.user_id = g.user_id and r.item_id = g.item_id)
			), new as (
				insert into item_reads (user_id, item_id, read_at) select user_id, item_id, read_at from given where nth + today <= ${readsPerDay}
				on conflict do nothing returning user_id
			), counted as (
				insert into standings (user_id, items_read) select user_id, count(*) from new group by user_id order by user_id
				on conflict (user_id) do update set items_read = standings.items_read + excluded.items_read returning user_id
			) select user_id as "userId", (select count(*)::int from new) as n from counted`.execute(tx);
		for (const { userId, day } of newDays.rows)
			await emit(tx, userId, 'growth.visited', { visitorId: userId, day });
		const moved = [...newDays.rows, ...newReads.rows].map((row) => row.userId);
		await reviewLevels(
			tx,
			[...new Set(moved)].sort((a, b) => a - b),
		);
		return { days: newDays.rows.length, reads: newReads.rows[0]?.n ?? 0 };
	});
	for (const { userId, day } of days) {
		visits.delete(`${userId} ${day}`);
		if (written.keys.size < 200_000) written.keys.add(`${userId} ${day}`);
	}
	for (const { userId, itemId, at } of read) {
		const key = `${userId} ${itemId}`;
		if (reads.get(key)?.at === at) reads.delete(key);
	}
	return fresh;
}

/**
 * Writes what this process has noted every `seconds`.
 *
 * @returns stops it, after a last write
 */
export function keepPresence(db: Db, onError: (error: unknown) => void, seconds = 10): () => Promise<void> {
	let running: Promise<void> = Promise.resolve();
	const flush = () => {
		running = running.then(() => flushPresence(db)).then(() => {}, onError);
		return running;
	};
	const timer = setInterval(flush, seconds * 1000);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await flush();
	};
}
