import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { dayIn, startOfDay } from '../courses/index.ts';

/** A day on which somebody took part, by the calendar of where they were. */
export interface CommunityDay {
	/** `2026-03-01`. */
	day: string;
	acts: number;
	/** When it began and ended there. */
	beginsAt: Date;
	endsAt: Date;
}

const addDays = (day: string, by: number) =>
	new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** A day in a zone, with its own length: 23 to 25 hours where clocks change. */
export function dayAt(timeZone: string, at: Date): Omit<CommunityDay, 'acts'> {
	const day = dayIn(timeZone, at);
	return { day, beginsAt: startOfDay(timeZone, day), endsAt: startOfDay(timeZone, addDays(day, 1)) };
}

/** So little between two days is no day that one could have used: half of one. */
const NO_DAY_MS = 12 * 3_600_000;

/**
 * Whether a day follows another one in a row. Dates that follow each other do, whatever clocks did between them. Whoever
 * flies over the date line has a date that never was for them: less than half a day of time lay between the two.
 */
export function follows(
	before: Pick<CommunityDay, 'day' | 'endsAt'>,
	after: Pick<CommunityDay, 'day' | 'beginsAt'>,
): boolean {
	return (
		addDays(before.day, 1) === after.day || after.beginsAt.getTime() - before.endsAt.getTime() <= NO_DAY_MS
	);
}

/**
 * How long the row of days is that is still going on now, and the longest one. Today need not be done yet.
 *
 * @param days in their order
 */
export function countDays(
	days: readonly Omit<CommunityDay, 'acts'>[],
	today: Omit<CommunityDay, 'acts'>,
): { current: number; longest: number } {
	let row = 0;
	let longest = 0;
	for (const [at, day] of days.entries()) {
		row = at > 0 && follows(days[at - 1]!, day) ? row + 1 : 1;
		longest = Math.max(longest, row);
	}
	const last = days.at(-1);
	// A day of a zone further east may be ahead of today's.
	const goesOn = last && (last.day >= today.day || follows(last, today));
	return { current: goesOn ? row : 0, longest };
}

/** Notes that somebody took part: one more act of the day that it was for them. */
export async function recordDay(tx: Tx, userId: UserId, at: Date): Promise<void> {
	const person = await tx.selectFrom('users').select('time_zone').where('id', '=', userId).executeTakeFirst();
	if (!person) return;
	const { day, beginsAt, endsAt } = dayAt(person.time_zone, at);
	// The same date in two zones is one day, as long as both together.
	await sql`insert into community_days (user_id, day, begins_at, ends_at) values (${userId}, ${day}::date, ${beginsAt}, ${endsAt})
		on conflict (user_id, day) do update set acts = community_days.acts + 1,
			begins_at = least(community_days.begins_at, excluded.begins_at), ends_at = greatest(community_days.ends_at, excluded.ends_at)`.execute(
		tx,
	);
}

export interface CommunityStreak {
	current: number;
	longest: number;
	today: { day: string; done: boolean };
	/** The last so many days, the oldest first. */
	days: { day: string; acts: number }[];
}

/** Somebody's days and how many of them are in a row; the last 4,000 of them are looked at. Two statements. */
export async function readCommunityStreak(db: Db, userId: UserId, shown = 28): Promise<CommunityStreak> {
	const person = await db.selectFrom('users').select('time_zone').where('id', '=', userId).executeTakeFirst();
	const { rows } =
		await sql<CommunityDay>`select * from (select day::text as day, acts, begins_at as "beginsAt", ends_at as "endsAt"
		from community_days where user_id = ${userId} order by day desc limit 4000) d order by d.day`.execute(db);
	const today = dayAt(person?.time_zone ?? 'UTC', now());
	const acts = new Map(rows.map((row) => [row.day, row.acts]));
	return {
		...countDays(rows, today),
		today: { day: today.day, done: acts.has(today.day) },
		days: Array.from({ length: shown }, (_, at) => {
			const day = addDays(today.day, at - shown + 1);
			return { day, acts: acts.get(day) ?? 0 };
		}),
	};
}
