import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { type CalendarEntry, writeCalendar } from '../../kernel/ics.ts';
import { parseId, type UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { cohortError } from './errors.ts';

/*
 * The address of a calendar is its only key: a calendar program signs in nowhere. It names a person and carries a code made
 * of the instance's secret and the number of the feed; nothing in the database opens it, and another number makes
 * another address.
 */

function codeOf(secret: string, userId: UserId, number: number): string {
	return createHmac('sha256', secret).update(`calendar:${userId}:${number}`).digest('base64url').slice(0, 32);
}

/** The part of the address that names a calendar: `12-…`. Somebody who never asked for one has the first. One statement. */
export async function calendarToken(db: Db, actor: Actor, secret: string): Promise<string> {
	const { userId } = requireActing(actor);
	const row = await db
		.selectFrom('calendar_feeds')
		.select('number')
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return `${userId}-${codeOf(secret, userId, row?.number ?? 1)}`;
}

/** Makes another address; the one before shows nothing any more. @returns the new token; refusals of signing in */
export async function renewCalendar(db: Db, actor: Actor, secret: string): Promise<string> {
	const { userId } = requireActing(actor);
	const { number } = await db
		.insertInto('calendar_feeds')
		.values({ user_id: userId, number: 2, renewed_at: now() })
		.onConflict((conflict) =>
			conflict
				.column('user_id')
				.doUpdateSet({ number: sql<number>`calendar_feeds.number + 1`, renewed_at: now() }),
		)
		.returning('number')
		.executeTakeFirstOrThrow();
	return `${userId}-${codeOf(secret, userId, number)}`;
}

interface Row {
	id: number;
	cohortId: number;
	cohort: string;
	courseId: number;
	lessonId: number | null;
	title: string;
	day: string;
	startsAt: Date | null;
	minutes: number | null;
	place: string;
	createdAt: Date;
}

const entriesOf = statement<{ user: UserId }, Row>(
	`select p.id, c.id as "cohortId", c.name as cohort, c.course_id as "courseId", p.lesson_id as "lessonId",
			case when p.title <> '' then p.title else coalesce(r.title, '') end as title, p.day::text, p.starts_at as "startsAt", p.minutes,
			p.place, c.created_at as "createdAt"
		from cohort_plan p join cohorts c on c.id = p.cohort_id join courses k on k.item_id = c.course_id join items i on i.id = c.course_id
			left join cohort_members m on m.cohort_id = c.id and m.user_id = :user::bigint and m.status <> 'left'
			left join version_lessons v on v.course_id = c.course_id and v.version = k.version and v.lesson_id = p.lesson_id
			left join lesson_revisions r on r.lesson_id = p.lesson_id and r.number = coalesce(v.revision, 1)
		where c.status = 'open' and c.ends_at > now() - interval '90 days' and (m.user_id is not null or i.author_id = :user::bigint
			or exists (select from course_authors a where a.course_id = c.course_id and a.user_id = :user::bigint and a.role <> 'reviewer'))
		order by p.day, p.id limit 2000`,
);
const boundsOf = statement<
	{ user: UserId },
	{ id: number; name: string; startsOn: string; endsOn: string; createdAt: Date }
>(
	`select c.id, c.name, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.created_at as "createdAt"
		from cohorts c join cohort_members m on m.cohort_id = c.id and m.user_id = :user::bigint and m.status <> 'left'
		where c.status = 'open' and c.ends_at > now() - interval '90 days' order by c.starts_on limit 100`,
);
const talksOf = statement<
	{ user: UserId },
	{ orderId: number; startsAt: Date; minutes: number; other: string; place: string; bookedAt: Date }
>(
	`select b.order_id as "orderId", s.starts_at as "startsAt", s.minutes, u.name as other, coalesce(o.terms ->> 'place', '') as place,
			b.booked_at as "bookedAt"
		from slot_bookings b join slots s on s.id = b.slot_id join orders d on d.id = b.order_id join offers o on o.id = d.offer_id
			join users u on u.id = case when s.expert_id = :user::bigint then b.booked_by else s.expert_id end
		where b.status = 'booked' and (b.booked_by = :user::bigint or s.expert_id = :user::bigint)
			and s.starts_at > now() - interval '90 days' order by s.starts_at limit 500`,
);

/** What of the calendar is in words of its reader's language. */
export interface CalendarWords {
	name: string;
	begins: (cohort: string) => string;
	ends: (cohort: string) => string;
	talk: (person: string) => string;
}

/**
 * Somebody's calendar as text/calendar: the plans of the cohorts that they are in or look after, and talks that are booked.
 * Three statements.
 *
 * @param token as {@link calendarToken} gives it
 * @param words called once it is known whose calendar it is, with their language
 * @throws cohorts.calendar_not_found
 */
export async function readCalendar(
	db: Db,
	token: string,
	about: { secret: string; origin: string; words: (locale: string) => CalendarWords },
): Promise<string> {
	const [id = '', code = ''] = token.split(/-(.*)/s);
	const userId = parseId<UserId>(id);
	const found = userId === null ? undefined : await feedOf(db, userId);
	if (userId === null || !found || !same(code, codeOf(about.secret, userId, found.number)))
		throw cohortError('calendar_not_found');
	const words = about.words(found.locale);
	const [planned, bounds, talks] = await Promise.all([
		entriesOf(db, { user: userId }),
		boundsOf(db, { user: userId }),
		talksOf(db, { user: userId }),
	]);
	const host = new URL(about.origin).hostname;
	const entries: CalendarEntry[] = [
		...bounds.flatMap(({ id: cohortId, name, startsOn, endsOn, createdAt }) => [
			{
				uid: `cohort-${cohortId}-begins@${host}`,
				title: words.begins(name),
				when: { day: startsOn },
				url: `${about.origin}/cohorts/${cohortId}`,
				stamp: createdAt,
			},
			{
				uid: `cohort-${cohortId}-ends@${host}`,
				title: words.ends(name),
				when: { day: endsOn },
				url: `${about.origin}/cohorts/${cohortId}`,
				stamp: createdAt,
			},
		]),
		...planned.map((row) => ({
			uid: `plan-${row.id}@${host}`,
			title: row.title || row.cohort,
			when: row.startsAt === null ? { day: row.day } : { startsAt: row.startsAt, minutes: row.minutes ?? 60 },
			place: row.place,
			text: row.cohort,
			url:
				row.lessonId === null
					? `${about.origin}/cohorts/${row.cohortId}`
					: `${about.origin}/courses/${row.courseId}/lessons/${row.lessonId}`,
			stamp: row.createdAt,
		})),
		...talks.map(({ orderId, startsAt, minutes, other, place, bookedAt }) => ({
			uid: `talk-${orderId}@${host}`,
			title: words.talk(other),
			when: { startsAt, minutes },
			place,
			url: `${about.origin}/talks`,
			stamp: bookedAt,
		})),
	];
	return writeCalendar({ name: words.name, product: 'Stoa', entries });
}

async function feedOf(db: Db, userId: UserId): Promise<{ number: number; locale: string } | undefined> {
	const row = await db
		.selectFrom('users as u')
		.leftJoin('calendar_feeds as f', 'f.user_id', 'u.id')
		.select(['u.locale', 'f.number'])
		.where('u.id', '=', userId)
		.executeTakeFirst();
	return row && { locale: row.locale, number: row.number ?? 1 };
}

function same(given: string, right: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(right)];
	return a.length === b.length && timingSafeEqual(a, b);
}
