import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { type Course, courseToMake, lockCourse } from './course.ts';
import { courseError } from './errors.ts';
import { lessonKinds } from './lesson-kinds.ts';
import { neverOpen, type Rule } from './rule.ts';
import { measured } from './save-lesson.ts';

interface Snapshot {
	id: LessonId;
	kind: string;
	title: string;
	section: number;
	sectionTitle: string;
	revision: number;
	data: unknown;
	mediaId: number | null;
	paragraphs: number;
	minutes: number;
	minutesSet: boolean;
	extent: number;
	preview: boolean;
	required: boolean;
	dripDays: number | null;
	dripAt: Date | null;
	rule: Rule | null;
}

async function outlineNow(tx: Tx, courseId: ItemId): Promise<Snapshot[]> {
	const { rows } =
		await sql<Snapshot>`select l.id, l.kind, r.title, s.number as section, s.title as "sectionTitle", l.revision, r.data,
			r.media_id as "mediaId", cardinality(r.paragraphs) as paragraphs, r.minutes, r.minutes_set as "minutesSet", r.extent, l.preview, l.required,
			l.drip_days as "dripDays", l.drip_at as "dripAt", l.rule
		from (select s.*, row_number() over (order by s.position, s.id)::int as number from course_sections s
				where s.course_id = ${courseId} and exists (select from lessons l where l.section_id = s.id and l.removed_at is null)) s
			join lessons l on l.section_id = s.id and l.removed_at is null
			join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
		order by s.number, l.position, l.id`.execute(tx);
	return rows;
}

/**
 * Makes a version of the outline as it now stands. Where the course asks for a review, or `review` says so, it waits
 * for somebody else's word; else it is published, and newcomers begin it.
 *
 * @param input.note what is new, for those who learn by an earlier version
 * @returns its number, and whether it is published
 * @throws courses.nothing_to_publish, courses.nothing_changed, courses.in_review, courses.lesson_not_ready with the title
 *   and why, courses.rule_never_met, courses.not_found; refusals of the policy
 */
export async function submitVersion(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { note?: string; review?: boolean } = {},
): Promise<{ number: number; published: boolean }> {
	return inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, courseId, 'publish');
		const lessons = await outlineNow(tx, courseId);
		if (lessons.length === 0) throw courseError('nothing_to_publish');
		const waits = await tx
			.selectFrom('course_versions')
			.select('number')
			.where('course_id', '=', courseId)
			.where('status', '=', 'review')
			.executeTakeFirst();
		if (waits) throw courseError('in_review', { params: { version: waits.number } });
		demandReachable(lessons);
		await measureAll(tx, courseId, lessons);
		if (course.version !== null && (await sameAs(tx, courseId, course.version, lessons)))
			throw courseError('nothing_changed', { params: { version: course.version } });
		const number = await storeVersion(tx, actor, courseId, lessons, input.note ?? '');
		const review = (input.review ?? false) || course.review;
		if (!review) await publishNumber(tx, actor, course, number);
		return { number, published: !review };
	});
}

function demandReachable(lessons: readonly Snapshot[]): void {
	const stuck = new Set(neverOpen(lessons));
	const first = lessons.find(({ id }) => stuck.has(id));
	if (first) throw courseError('rule_never_met', { params: { title: first.title } });
}

/** Asks each kind anew how long its lessons are and whether they can be shown: a film may be ready only now. */
async function measureAll(tx: Tx, courseId: ItemId, lessons: Snapshot[]): Promise<void> {
	for (const lesson of lessons) {
		const kind = lessonKinds.named(lesson.kind);
		const content = { ...lesson, lessonId: lesson.id, courseId };
		const fault =
			kind.media && lesson.mediaId === null ? 'courses.lesson_not_ready' : await kind.fault?.(tx, content);
		const empty = lesson.kind === 'text' && lesson.paragraphs === 0;
		if (fault || empty)
			throw courseError('lesson_not_ready', {
				params: { title: lesson.title },
				detail: `Lesson ${lesson.id} cannot be published yet: ${fault ?? 'it is empty'}.`,
			});
		const { extent, minutes } = await measured(tx, kind, content);
		const length = minutes === null || lesson.minutesSet ? lesson.minutes : minutes;
		if (extent === lesson.extent && length === lesson.minutes) continue;
		lesson.extent = extent;
		lesson.minutes = length;
		await tx
			.updateTable('lesson_revisions')
			.set({ extent, minutes: lesson.minutes })
			.where('lesson_id', '=', lesson.id)
			.where('number', '=', lesson.revision)
			.execute();
	}
}

async function sameAs(
	tx: Tx,
	courseId: ItemId,
	version: number,
	lessons: readonly Snapshot[],
): Promise<boolean> {
	const { rows } = await sql<{
		text: string;
	}>`select coalesce(json_agg(json_build_array(v.lesson_id, v.revision, s.title, v.preview,
			v.required, v.drip_days, extract(epoch from v.drip_at), v.rule) order by v.number)::text, '') as text
		from version_lessons v join version_sections s on s.course_id = v.course_id and s.version = v.version and s.number = v.section
		where v.course_id = ${courseId} and v.version = ${version}`.execute(tx);
	const before = JSON.parse(rows[0]!.text || '[]');
	const after = lessons.map((one) => [
		one.id,
		one.revision,
		one.sectionTitle,
		one.preview,
		one.required,
		one.dripDays,
		one.dripAt && one.dripAt.getTime() / 1000,
		one.rule,
	]);
	return JSON.stringify(before) === JSON.stringify(after);
}

async function storeVersion(
	tx: Tx,
	actor: Actor,
	courseId: ItemId,
	lessons: readonly Snapshot[],
	note: string,
): Promise<number> {
	const minutes = lessons.reduce((sum, one) => sum + one.minutes, 0);
	const last = await tx
		.selectFrom('course_versions')
		.select(({ fn }) => fn.max('number').as('number'))
		.where('course_id', '=', courseId)
		.executeTakeFirst();
	const number = (last?.number ?? 0) + 1;
	await tx
		.insertInto('course_versions')
		.values({
			course_id: courseId,
			number,
			status: 'review',
			note: note.trim().slice(0, 2000),
			lesson_count: lessons.length,
			minutes,
			submitted_by: actor.userId,
			submitted_at: now(),
		})
		.execute();
	const sections = new Map(lessons.map((one) => [one.section, one.sectionTitle]));
	await tx
		.insertInto('version_sections')
		.values([...sections].map(([at, title]) => ({ course_id: courseId, version: number, number: at, title })))
		.execute();
	await tx
		.insertInto('version_lessons')
		.values(
			lessons.map((one, at) => ({
				course_id: courseId,
				version: number,
				number: at + 1,
				section: one.section,
				lesson_id: one.id,
				revision: one.revision,
				preview: one.preview,
				required: one.required,
				drip_days: one.dripDays,
				drip_at: one.dripAt,
				rule: one.rule === null ? null : JSON.stringify(one.rule),
			})),
		)
		.execute();
	return number;
}

async function publishNumber(tx: Tx, actor: Actor, course: Course, number: number): Promise<void> {
	const at = now();
	const { rows } = await sql<{
		lesson_count: number;
		minutes: number;
	}>`update course_versions set status = 'published',
		decided_by = ${actor.userId}, decided_at = ${at} where course_id = ${course.id} and number = ${number}
		returning lesson_count, minutes`.execute(tx);
	await tx
		.updateTable('courses')
		.set({ version: number, published_at: at, ...rows[0]! })
		.where('item_id', '=', course.id)
		.execute();
	await sql`update items set last_activity_at = ${at} where id = ${course.id}`.execute(tx);
	await emit(tx, actor.userId, 'courses.published', { itemId: course.id, version: number });
}

/**
 * Approves or refuses a version that waits for review. Nobody approves what they submitted themselves, unless nobody
 * else could.
 *
 * @throws courses.not_in_review, courses.own_review, courses.not_found; refusals of the policy
 */
export async function decideVersion(
	db: Db,
	actor: Actor,
	input: { courseId: ItemId; number: number; approve: boolean; reason?: string },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, input.courseId, 'review');
		const waiting = await waitingVersion(tx, course.id, input.number);
		if (input.approve) {
			if (waiting.submitted_by === actor.userId && (await othersReview(tx, course, actor.userId)))
				throw courseError('own_review');
			await publishNumber(tx, actor, course, input.number);
			return;
		}
		await close(tx, actor, course.id, input.number, 'refused', input.reason ?? '');
		await emit(tx, actor.userId, 'courses.version-refused', {
			courseId: course.id,
			version: input.number,
			submittedBy: waiting.submitted_by,
		});
	});
}

/** Takes a version back before anybody decided on it. @throws courses.not_in_review, courses.not_found; refusals of the policy */
export async function withdrawVersion(
	db: Db,
	actor: Actor,
	input: { courseId: ItemId; number: number },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, input.courseId, 'publish');
		await waitingVersion(tx, course.id, input.number);
		await close(tx, actor, course.id, input.number, 'withdrawn', '');
	});
}

async function waitingVersion(
	tx: Tx,
	courseId: ItemId,
	number: number,
): Promise<{ submitted_by: UserId | null }> {
	const waiting = await tx
		.selectFrom('course_versions')
		.select('submitted_by')
		.where('course_id', '=', courseId)
		.where('number', '=', number)
		.where('status', '=', 'review')
		.executeTakeFirst();
	if (!waiting) throw courseError('not_in_review');
	return waiting;
}

async function othersReview(tx: Tx, course: Course, userId: UserId | null): Promise<boolean> {
	const { rows } = await sql<{
		others: boolean;
	}>`select ${course.authorId !== userId} or exists (select from course_authors
		where course_id = ${course.id} and role in ('author', 'reviewer') and user_id <> ${userId}::bigint) as others`.execute(
		tx,
	);
	return rows[0]!.others;
}

async function close(
	tx: Tx,
	actor: Actor,
	courseId: ItemId,
	number: number,
	status: 'refused' | 'withdrawn',
	reason: string,
): Promise<void> {
	await tx
		.updateTable('course_versions')
		.set({ status, decided_by: actor.userId, decided_at: now(), reason: reason.trim().slice(0, 1000) })
		.where('course_id', '=', courseId)
		.where('number', '=', number)
		.execute();
}

/** A version as the studio lists it. */
export interface VersionCard {
	number: number;
	status: 'review' | 'published' | 'refused' | 'withdrawn';
	note: string;
	lessonCount: number;
	minutes: number;
	submittedBy: string | null;
	submittedAt: Date;
	decidedBy: string | null;
	decidedAt: Date | null;
	reason: string;
	/** Who learn by it. */
	learners: number;
	current: boolean;
}

/** The versions of a course, the newest first; at most 200. One statement after the gate. */
export async function listVersions(db: Db, actor: Actor, courseId: ItemId): Promise<VersionCard[]> {
	await courseToMake(db, actor, courseId, 'see');
	const { rows } =
		await sql<VersionCard>`select v.number, v.status, v.note, v.lesson_count as "lessonCount", v.minutes,
			s.name as "submittedBy", v.submitted_at as "submittedAt", d.name as "decidedBy", v.decided_at as "decidedAt", v.reason,
			(select count(*)::int from enrolments e where e.course_id = v.course_id and e.version = v.number) as learners,
			v.number = c.version as current
		from course_versions v join courses c on c.item_id = v.course_id
			left join users s on s.id = v.submitted_by left join users d on d.id = v.decided_by
		where v.course_id = ${courseId} order by v.number desc limit 200`.execute(db);
	return rows.map((row) => ({ ...row, current: row.current ?? false }));
}
