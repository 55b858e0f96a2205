import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { beginCourse } from '../courses/index.ts';
import { grantEntitlement, revokeEntitlement } from '../entitlements/index.ts';
import { type Cohort, type MemberStatus, memberTransitions } from './cohort.ts';
import { findCohort } from './queries.ts';

const sourceRef = (cohortId: number) => `cohort:${cohortId}`;

/** Tells that something happened in a cohort. */
export async function tellCohort(
	tx: Tx,
	cohort: Pick<Cohort, 'id' | 'courseId' | 'name' | 'ownerId' | 'currency'>,
	change:
		| 'published'
		| 'joined'
		| 'left'
		| 'missed'
		| 'cancelled'
		| 'passed'
		| 'failed'
		| 'reminded'
		| 'begins'
		| 'day-missed',
	who: { learnerId: UserId | null; by: UserId | null; returned?: number },
): Promise<void> {
	await emit(tx, who.by, 'cohorts.changed', {
		cohortId: cohort.id,
		courseId: cohort.courseId,
		change,
		learnerId: who.learnerId,
		makerId: cohort.ownerId,
		name: cohort.name,
		...(who.returned ? { returned: who.returned, currency: cohort.currency ?? '' } : {}),
	});
	// The course's page names the cohorts that can be joined.
	if (who.learnerId === null)
		await emit(tx, who.by, 'items.changed', { itemId: cohort.courseId, change: 'cohorts' });
}

/**
 * Takes a seat. Of any number who come at once as many get in as there are seats: the row of the cohort is counted up under
 * its lock, and the database refuses more than there are. Who is in it may use what it opens.
 *
 * @param orderId by which order; null where it costs nothing
 * @returns `missed` when there is no seat (any more), or it cannot be joined now; `joined` also when they were in it already by this order
 */
export async function takeSeat(
	tx: Tx,
	who: { cohortId: number; userId: UserId; orderId: OrderId | null },
): Promise<'joined' | 'missed'> {
	const at = now();
	const counted = await tx
		.updateTable('cohorts')
		.set({ taken: sql<number>`taken + 1` })
		.where('id', '=', who.cohortId)
		.where('status', '=', 'open')
		.where('join_until_at', '>', at)
		.where(sql<boolean>`taken < seats`)
		.returning(['id', 'groups_by'])
		.executeTakeFirst();
	if (!counted) return (await isInBy(tx, who)) ? 'joined' : 'missed';
	const groupId = counted.groups_by === 'even' ? await emptiestGroup(tx, who.cohortId) : null;
	const joined = await tx
		.insertInto('cohort_members')
		.values({
			cohort_id: who.cohortId,
			user_id: who.userId,
			order_id: who.orderId,
			group_id: groupId,
			joined_at: at,
		})
		.onConflict((conflict) =>
			conflict
				.columns(['cohort_id', 'user_id'])
				.doUpdateSet({
					status: 'active',
					order_id: who.orderId,
					group_id: groupId,
					joined_at: at,
					closed_at: null,
					returned: null,
				})
				.where('cohort_members.status', '=', 'left'),
		)
		.returning('user_id')
		.executeTakeFirst();
	if (!joined) {
		await giveSeatBack(tx, who.cohortId);
		return (await isInBy(tx, who)) ? 'joined' : 'missed';
	}
	const cohort = (await findCohort(tx, who.cohortId))!;
	await open(tx, cohort, who.userId);
	await tellCohort(tx, cohort, 'joined', { learnerId: who.userId, by: who.userId });
	return 'joined';
}

async function isInBy(
	tx: Tx,
	who: { cohortId: number; userId: UserId; orderId: OrderId | null },
): Promise<boolean> {
	const row = await tx
		.selectFrom('cohort_members')
		.select('user_id')
		.where('cohort_id', '=', who.cohortId)
		.where('user_id', '=', who.userId)
		.where('status', '<>', 'left')
		.where('order_id', who.orderId === null ? 'is' : '=', who.orderId)
		.executeTakeFirst();
	return row !== undefined;
}

/** The group with the fewest members; the row of the cohort is locked, so those who come at once are spread. */
async function emptiestGroup(tx: Tx, cohortId: number): Promise<number | null> {
	const { rows } = await sql<{ id: number }>`select g.id from cohort_groups g
			left join cohort_members m on m.group_id = g.id and m.status = 'active'
		where g.cohort_id = ${cohortId} group by g.id order by count(m.user_id), g.number limit 1`.execute(tx);
	return rows[0]?.id ?? null;
}

/** What a cohort opens: the course, where it says so, and its space; and the course is begun where nothing must come first. */
async function open(tx: Tx, cohort: Cohort, userId: UserId): Promise<void> {
	const key = { userId, source: 'grant' as const, sourceRef: sourceRef(cohort.id) };
	if (cohort.opensCourse) await grantEntitlement(tx, { ...key, itemId: cohort.courseId });
	if (cohort.spaceId !== null) await grantEntitlement(tx, { ...key, spaceId: cohort.spaceId });
	const course = await tx
		.selectFrom('courses')
		.select('rule')
		.where('item_id', '=', cohort.courseId)
		.executeTakeFirst();
	if (course && course.rule === null) await beginCourse(tx, userId, cohort.courseId);
}

async function close(tx: Tx, cohort: Cohort, userId: UserId): Promise<void> {
	const key = { userId, source: 'grant' as const, sourceRef: sourceRef(cohort.id) };
	if (cohort.opensCourse) await revokeEntitlement(tx, { ...key, itemId: cohort.courseId });
	if (cohort.spaceId === null) return;
	await revokeEntitlement(tx, { ...key, spaceId: cohort.spaceId });
	const gone = await tx
		.deleteFrom('space_members')
		.where('space_id', '=', cohort.spaceId)
		.where('user_id', '=', userId)
		.where('role', '=', 'member')
		.returning('user_id')
		.executeTakeFirst();
	if (gone) await emit(tx, userId, 'spaces.left', { spaceId: cohort.spaceId, userId });
}

async function giveSeatBack(tx: Tx, cohortId: number): Promise<void> {
	await tx.updateTable('cohorts').set({ taken: sql<number>`taken - 1` }).where('id', '=', cohortId).execute();
}

/**
 * Moves a member on, once: of any number of calls at once one does it. Who leaves gives the seat back, and what the cohort
 * opened is closed again; who finished keeps it. The caller has locked the order of whoever came by one.
 *
 * @returns false when they were not active (any more)
 */
export async function moveMember(
	tx: Tx,
	cohort: Cohort,
	userId: UserId,
	to: Exclude<MemberStatus, 'active'>,
	{
		by,
		returned = null,
		told = to,
	}: { by: UserId | null; returned?: number | null; told?: 'cancelled' | typeof to },
): Promise<boolean> {
	const from = (Object.keys(memberTransitions) as MemberStatus[]).filter((status) =>
		memberTransitions[status].includes(to),
	);
	// The cohort first, as whoever joins does.
	await tx.selectFrom('cohorts').select('id').where('id', '=', cohort.id).forNoKeyUpdate().execute();
	const { numUpdatedRows } = await tx
		.updateTable('cohort_members')
		.set({ status: to, closed_at: now(), returned, ...(to === 'left' ? { group_id: null } : {}) })
		.where('cohort_id', '=', cohort.id)
		.where('user_id', '=', userId)
		.where('status', 'in', from)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) return false;
	if (to === 'left') {
		await giveSeatBack(tx, cohort.id);
		await close(tx, cohort, userId);
	}
	await tellCohort(tx, cohort, told, { learnerId: userId, by, ...(returned ? { returned } : {}) });
	return true;
}
