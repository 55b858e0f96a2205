import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { settleCompletion } from './complete-lesson.ts';
import { mustFindCourse } from './course.ts';
import { courseError } from './errors.ts';
import { readFacts } from './facts.ts';
import { missingOf } from './rule.ts';

/** When somebody began a course, and by which version they learn. */
export interface Enrolment {
	startedAt: Date;
	version: number;
	completedAt: Date | null;
}

/**
 * Begins a course, by the version that newcomers begin. Asked again it changes nothing. Whoever may read the course may
 * begin it: by an entitlement, or because it is free.
 *
 * @throws courses.not_found, courses.not_published, courses.held, courses.locked when what it asks for is not met; refusals of signing in
 */
export async function enrol(db: Db, actor: Actor, courseId: ItemId): Promise<Enrolment> {
	const { userId } = requireActing(actor);
	const course = await mustFindCourse(db, actor, courseId);
	if (course.startedAt && course.learnsBy !== null)
		return { startedAt: course.startedAt, version: course.learnsBy, completedAt: course.completedAt };
	if (course.version === null) throw courseError('not_published');
	if (course.access !== 'full' && course.role === null) throw courseError('held');
	if (course.role === null && missingOf(course.rule, await readFacts(db, userId, [course.rule])) !== null)
		throw courseError('locked');
	const begun = await inTransaction(db, (tx) => beginCourse(tx, userId, courseId));
	if (!begun) throw courseError('not_published');
	return begun;
}

/**
 * Writes down that somebody begins a course, once. For handlers and flows: the caller has checked that they may.
 *
 * @returns null when no version is published yet
 */
export async function beginCourse(tx: Tx, userId: UserId, courseId: ItemId): Promise<Enrolment | null> {
	const { rows } = await sql<{
		version: number;
	}>`insert into enrolments (user_id, course_id, version, started_at)
		select ${userId}, c.item_id, c.version, ${now()} from courses c where c.item_id = ${courseId} and c.version is not null
		on conflict do nothing returning version`.execute(tx);
	if (rows[0])
		await emit(tx, userId, 'courses.begun', { courseId, learnerId: userId, version: rows[0].version });
	const row = await tx
		.selectFrom('enrolments')
		.select(['started_at as startedAt', 'version', 'completed_at as completedAt'])
		.where('user_id', '=', userId)
		.where('course_id', '=', courseId)
		.executeTakeFirst();
	return row ?? null;
}

/**
 * The same for many people at once, for flows that bring a whole class: the course is counted in one step, so that
 * nobody else who begins it waits for each of them.
 *
 * @returns those who begin it now, and had not before; none when no version is published yet
 */
export async function beginCourseTogether(
	tx: Tx,
	courseId: ItemId,
	userIds: readonly UserId[],
): Promise<UserId[]> {
	// In the order of ids, as everywhere where many rows are written: nobody waits for another in a circle.
	const { rows } = await sql<{
		userId: UserId;
		version: number;
	}>`insert into enrolments (user_id, course_id, version, started_at)
		select u.id, c.item_id, c.version, ${now()} from courses c, unnest(${[...userIds]}::bigint[]) as u(id)
		where c.item_id = ${courseId} and c.version is not null order by u.id
		on conflict do nothing returning user_id as "userId", version`.execute(tx);
	for (const { userId, version } of rows)
		await emit(tx, userId, 'courses.begun', { courseId, learnerId: userId, version });
	return rows.map(({ userId }) => userId);
}

/**
 * Goes over to another published version; progress comes along, as lessons stay the same things. Asked for by the
 * learner alone: a new version changes nothing for who learns by an earlier one.
 *
 * @throws courses.not_found, courses.not_enrolled, courses.version_not_found; refusals of signing in
 */
export async function chooseVersion(
	db: Db,
	actor: Actor,
	input: { courseId: ItemId; version: number },
): Promise<void> {
	const { userId } = requireActing(actor);
	await mustFindCourse(db, actor, input.courseId);
	await inTransaction(db, async (tx) => {
		const there = await tx
			.selectFrom('course_versions')
			.select('number')
			.where('course_id', '=', input.courseId)
			.where('number', '=', input.version)
			.where('status', '=', 'published')
			.executeTakeFirst();
		if (!there) throw courseError('version_not_found');
		const { numUpdatedRows } = await tx
			.updateTable('enrolments')
			.set({ version: input.version })
			.where('user_id', '=', userId)
			.where('course_id', '=', input.courseId)
			.executeTakeFirst();
		if (Number(numUpdatedRows) === 0) throw courseError('not_enrolled');
		// The new version may ask for less: what was left to do may be done.
		await settleCompletion(tx, userId, input.courseId);
	});
}

/** What changed since the version that somebody learns by: the notes of later ones, the newest first. One statement. */
export async function newerVersions(
	db: Db,
	courseId: ItemId,
	since: number,
): Promise<{ number: number; note: string; publishedAt: Date }[]> {
	const { rows } = await sql<{
		number: number;
		note: string;
		publishedAt: Date;
	}>`select number, note, decided_at as "publishedAt"
		from course_versions where course_id = ${courseId} and number > ${since} and status = 'published'
		order by number desc limit 20`.execute(db);
	return rows;
}
