import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { dayIn } from '../courses/index.ts';
import { holders, holdMedia } from '../media/index.ts';
import type { Cohort } from './cohort.ts';
import { addDays, daysFrom, streakOf } from './days.ts';
import { cohortError } from './errors.ts';
import { mustBeInside, mustSeeCohort } from './queries.ts';

const checkInSchema = z
	.object({
		text: z
			.string()
			.refine((value) => value.isWellFormed(), 'items.text_broken')
			.transform((value) => value.replace(/\r\n?/g, '\n').trim())
			.pipe(z.string().max(2000, 'cohorts.text_long'))
			.default(''),
		/** A picture that the actor has uploaded. */
		mediaId: z.coerce
			.number()
			.int()
			.positive()
			.nullish()
			.transform((id) => id ?? null),
	})
	.refine(({ text, mediaId }) => text !== '' || mediaId !== null, {
		path: ['text'],
		error: 'cohorts.check_in_empty',
	});
export type CheckInInput = z.input<typeof checkInSchema>;

/** Pictures of check-ins are shown to who is in the cohort. */
holders.register('check-in', async (db, actor, ids) => {
	const { rows } = await sql<{ id: number }>`select k.id from cohort_check_ins k
			join cohorts c on c.id = k.cohort_id left join cohort_members m on m.cohort_id = c.id and m.user_id = ${actor.userId}::bigint
			left join course_authors a on a.course_id = c.course_id and a.user_id = ${actor.userId}::bigint
			left join items i on i.id = c.course_id
		where k.id = any(${[...ids]}::bigint[]) and (m.status <> 'left' or a.user_id is not null or i.author_id = ${actor.userId}::bigint)`.execute(
		db,
	);
	return new Set(rows.map(({ id }) => id));
});

interface Active {
	cohort: Cohort;
	userId: UserId;
}

async function mustBeActive(db: Db, actor: Actor, cohortId: number): Promise<Active> {
	const { userId } = requireActing(actor, 'public');
	const { cohort, membership } = await mustSeeCohort(db, actor, cohortId);
	if (membership?.status !== 'active') throw cohortError('not_a_member');
	const at = now();
	if (cohort.status !== 'open' || at < cohort.startsAt || at >= cohort.endsAt)
		throw cohortError('not_running');
	return { cohort, userId };
}

/**
 * Checks in for today, by the cohort's own calendar: once a day, whatever two windows send at once.
 *
 * @throws cohorts.not_found, cohorts.not_a_member, cohorts.not_running, cohorts.checked_in, common.invalid_input; refusals of acting
 */
export async function checkIn(
	db: Db,
	actor: Actor,
	cohortId: number,
	input: CheckInInput,
): Promise<{ id: number; day: string }> {
	const given = validate(checkInSchema, input);
	const { cohort, userId } = await mustBeActive(db, actor, cohortId);
	return inTransaction(db, async (tx) => {
		await lockMember(tx, cohortId, userId);
		const day = dayIn(cohort.timeZone, now());
		const id = await keep(tx, actor, { cohortId, userId, day, madeUp: false, ...given });
		if (id === null) throw cohortError('checked_in');
		return { id, day };
	});
}

/**
 * Spends a card on a day that was missed: of the cohort, before today.
 *
 * @throws as {@link checkIn}; cohorts.day_not_missed, cohorts.no_card
 */
export async function makeUp(
	db: Db,
	actor: Actor,
	cohortId: number,
	input: CheckInInput & { day: string },
): Promise<{ id: number; cardsLeft: number }> {
	const given = validate(checkInSchema, input);
	const day = validate(z.iso.date('cohorts.day_not_missed'), input.day);
	const { cohort, userId } = await mustBeActive(db, actor, cohortId);
	return inTransaction(db, async (tx) => {
		const member = await lockMember(tx, cohortId, userId);
		if (day < cohort.startsOn || day > cohort.endsOn || day >= dayIn(cohort.timeZone, now()))
			throw cohortError('day_not_missed');
		if (member.cards_used >= cohort.makeupCards) throw cohortError('no_card');
		const id = await keep(tx, actor, { cohortId, userId, day, madeUp: true, ...given });
		if (id === null) throw cohortError('day_not_missed');
		await tx
			.updateTable('cohort_members')
			.set({ cards_used: member.cards_used + 1 })
			.where('cohort_id', '=', cohortId)
			.where('user_id', '=', userId)
			.execute();
		return { id, cardsLeft: cohort.makeupCards - member.cards_used - 1 };
	});
}

/** The member's own row: who is settled at this moment checks in no more. */
async function lockMember(tx: Tx, cohortId: number, userId: UserId) {
	const row = await tx
		.selectFrom('cohort_members')
		.select(['cards_used', 'status'])
		.where('cohort_id', '=', cohortId)
		.where('user_id', '=', userId)
		.forUpdate()
		.executeTakeFirst();
	if (row?.status !== 'active') throw cohortError('not_a_member');
	return row;
}

async function keep(
	tx: Tx,
	actor: Actor,
	given: {
		cohortId: number;
		userId: UserId;
		day: string;
		text: string;
		mediaId: number | null;
		madeUp: boolean;
	},
): Promise<number | null> {
	const row = await tx
		.insertInto('cohort_check_ins')
		.values({
			cohort_id: given.cohortId,
			user_id: given.userId,
			day: given.day,
			text: given.text,
			media_id: given.mediaId,
			made_up: given.madeUp,
			at: now(),
		})
		.onConflict((conflict) => conflict.columns(['cohort_id', 'user_id', 'day']).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!row) return null;
	if (given.mediaId !== null)
		await holdMedia(tx, actor, { mediaId: given.mediaId, holder: 'check-in', holderId: row.id });
	await sql`update cohort_members set check_in_count = check_in_count + 1, last_check_in = greatest(last_check_in, ${given.day}::date)
		where cohort_id = ${given.cohortId} and user_id = ${given.userId}`.execute(tx);
	return row.id;
}

/** A check-in as the class sees it. */
export interface CheckInCard {
	id: number;
	day: string;
	at: Date;
	text: string;
	/** Names its picture. */
	picture: { token: string; width: number; height: number } | null;
	madeUp: boolean;
	person: { id: UserId; handle: string; name: string };
	cheers: number;
	cheered: boolean;
}

const feed = statement<
	{ id: number; user: UserId | null; group: number | null; after: number | null; limit: number },
	CheckInCard
>(
	`select k.id, k.day::text, k.at, k.text,
			case when d.width is not null then json_build_object('token', d.token, 'width', d.width, 'height', d.height) end as picture, k.made_up as "madeUp",
			json_build_object('id', u.id, 'handle', u.handle, 'name', u.name) as person,
			(select count(*)::int from cohort_cheers h where h.check_in_id = k.id) as cheers,
			exists (select from cohort_cheers h where h.check_in_id = k.id and h.user_id = :user::bigint) as cheered
		from cohort_check_ins k join users u on u.id = k.user_id
			join cohort_members m on m.cohort_id = k.cohort_id and m.user_id = k.user_id and m.status <> 'left'
			left join media d on d.id = k.media_id and d.status = 'ready'
		where k.cohort_id = :id::bigint and (:group::bigint is null or m.group_id = :group::bigint)
			and (:after::bigint is null or k.id < :after::bigint) order by k.id desc limit :limit::int`,
);

/** What the class has checked in, the newest first; of one group only, when asked. @throws cohorts.not_found, cohorts.not_a_member */
export async function listCheckIns(
	db: Db,
	actor: Actor,
	cohortId: number,
	input: { groupId?: number | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<CheckInCard>> {
	await mustBeInside(db, actor, cohortId);
	const limit = Math.min(Math.max(input.limit ?? 20, 1), 100);
	const after = decodeCursor(input.cursor, ['integer']);
	const rows = await feed(db, {
		id: cohortId,
		user: actor.userId,
		group: input.groupId ?? null,
		after: (after?.[0] as number | undefined) ?? null,
		limit: limit + 1,
	});
	return cutPage(rows, limit, ({ id }) => [id]);
}

/** Cheers for somebody's check-in, or takes it back. @throws cohorts.check_in_not_found, cohorts.not_a_member; refusals of acting */
export async function cheer(db: Db, actor: Actor, checkInId: number, on: boolean): Promise<void> {
	const { userId } = requireActing(actor);
	const row = await db
		.selectFrom('cohort_check_ins')
		.select('cohort_id')
		.where('id', '=', checkInId)
		.executeTakeFirst();
	if (!row) throw cohortError('check_in_not_found');
	await mustBeInside(db, actor, row.cohort_id);
	if (on)
		await db
			.insertInto('cohort_cheers')
			.values({ check_in_id: checkInId, user_id: userId, at: now() })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	else
		await db
			.deleteFrom('cohort_cheers')
			.where('check_in_id', '=', checkInId)
			.where('user_id', '=', userId)
			.execute();
}

/** A member's own days: what was done, what was missed, what can still be made up. */
export interface OwnDays {
	today: string;
	/** Every day of the cohort up to today, or its end. */
	days: { day: string; state: 'done' | 'made-up' | 'missed' | 'today' }[];
	current: number;
	longest: number;
	count: number;
	cardsLeft: number;
	/** Missed days on which a card may be spent. */
	missed: string[];
	doneToday: boolean;
}

/** One statement. */
export async function readOwnDays(
	db: Db,
	cohort: Cohort,
	userId: UserId,
	cardsUsed: number,
): Promise<OwnDays> {
	const rows = await db
		.selectFrom('cohort_check_ins')
		.select([sql<string>`day::text`.as('day'), 'made_up'])
		.where('cohort_id', '=', cohort.id)
		.where('user_id', '=', userId)
		.limit(800)
		.execute();
	const done = new Map(rows.map((row) => [row.day, row.made_up]));
	const today = dayIn(cohort.timeZone, now());
	const [last] = [today, cohort.endsOn].sort() as [string, string];
	const days = daysFrom(cohort.startsOn, last).map((day) => ({
		day,
		state: done.has(day)
			? done.get(day)
				? ('made-up' as const)
				: ('done' as const)
			: day === today
				? ('today' as const)
				: ('missed' as const),
	}));
	const { current, longest } = streakOf(
		done.keys(),
		today > cohort.endsOn ? addDays(cohort.endsOn, 1) : today,
	);
	return {
		today,
		days,
		current,
		longest,
		count: rows.length,
		cardsLeft: Math.max(0, cohort.makeupCards - cardsUsed),
		missed: days.filter(({ state }) => state === 'missed').map(({ day }) => day),
		doneToday: done.has(today),
	};
}
