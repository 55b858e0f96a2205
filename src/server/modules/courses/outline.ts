import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId, LessonId, SectionId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { type Course, lockCourse } from './course.ts';
import { courseError } from './errors.ts';
import { lessonKinds } from './lesson-kinds.ts';
import { type NewLesson, newLessonSchema, type OutlineOrder, orderSchema, titleSchema } from './schemas.ts';

/** More than a course has, less than a script may make. */
export const outlineLimits = { sections: 100, lessons: 500 } as const;

/** Says that the outline under edit is another now. */
export async function outlineChanged(tx: Tx, courseId: ItemId): Promise<void> {
	await sql`update courses set outline_revision = outline_revision + 1 where item_id = ${courseId}`.execute(
		tx,
	);
}

/** Adds a section at the end. @throws common.invalid_input, courses.not_found, courses.too_many_lessons; refusals of the policy */
export async function addSection(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { title: string },
): Promise<{ id: SectionId }> {
	const title = validate(titleSchema, input.title);
	return inTransaction(db, async (tx) => {
		await lockCourse(tx, actor, courseId, 'edit');
		const { rows } = await sql<{ count: number; last: number }>`select count(*)::int as count,
			coalesce(max(position), 0)::int as last from course_sections where course_id = ${courseId}`.execute(tx);
		if (rows[0]!.count >= outlineLimits.sections)
			throw courseError('too_many_lessons', { params: { max: outlineLimits.sections } });
		const { id } = await tx
			.insertInto('course_sections')
			.values({ course_id: courseId, title, position: rows[0]!.last + 1 })
			.returning('id')
			.executeTakeFirstOrThrow();
		await outlineChanged(tx, courseId);
		return { id };
	});
}

/** @throws common.invalid_input, courses.not_found, courses.section_not_found; refusals of the policy */
export async function renameSection(
	db: Db,
	actor: Actor,
	input: { courseId: ItemId; sectionId: SectionId; title: string },
): Promise<void> {
	const title = validate(titleSchema, input.title);
	await inTransaction(db, async (tx) => {
		await lockCourse(tx, actor, input.courseId, 'edit');
		const { numUpdatedRows } = await tx
			.updateTable('course_sections')
			.set({ title })
			.where('course_id', '=', input.courseId)
			.where('id', '=', input.sectionId)
			.executeTakeFirst();
		if (Number(numUpdatedRows) === 0) throw courseError('section_not_found');
		await outlineChanged(tx, input.courseId);
	});
}

/**
 * Takes a section out of the outline under edit, and its lessons with it. Published versions keep them.
 *
 * @throws courses.not_found, courses.section_not_found; refusals of the policy
 */
export async function removeSection(
	db: Db,
	actor: Actor,
	input: { courseId: ItemId; sectionId: SectionId },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		await lockCourse(tx, actor, input.courseId, 'edit');
		await sql`update lessons set removed_at = coalesce(removed_at, ${now()}), section_id = null
			where course_id = ${input.courseId} and section_id = ${input.sectionId}`.execute(tx);
		const { numDeletedRows } = await tx
			.deleteFrom('course_sections')
			.where('course_id', '=', input.courseId)
			.where('id', '=', input.sectionId)
			.executeTakeFirst();
		if (Number(numDeletedRows) === 0) throw courseError('section_not_found');
		await outlineChanged(tx, input.courseId);
	});
}

/** A key from a title: letters and digits of the Latin alphabet, else `lesson`; numbered where it is taken. */
async function freeKey(tx: Tx, courseId: ItemId, title: string): Promise<string> {
	const base =
		title
			.normalize('NFKD')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '')
			.slice(0, 60)
			.replace(/-+$/, '') || 'lesson';
	const rows = await tx
		.selectFrom('lessons')
		.select('key')
		.where('course_id', '=', courseId)
		.where('key', 'like', `${base}%`)
		.execute();
	const taken = new Set(rows.map(({ key }) => key));
	if (!taken.has(base)) return base;
	for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

/**
 * Adds an empty lesson at the end of a section.
 *
 * @throws common.invalid_input, courses.not_found, courses.section_not_found, courses.key_taken, courses.too_many_lessons; refusals of the policy
 */
export async function addLesson(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: NewLesson,
): Promise<{ id: LessonId; key: string }> {
	const given = validate(newLessonSchema, input);
	const kind = lessonKinds.named(given.kind);
	return inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, courseId, 'edit');
		await mustHaveSection(tx, course, given.sectionId);
		const { rows } = await sql<{ count: number; last: number }>`select count(*)::int as count,
			coalesce(max(position) filter (where section_id = ${given.sectionId}), 0)::int as last
			from lessons where course_id = ${courseId} and removed_at is null`.execute(tx);
		if (rows[0]!.count >= outlineLimits.lessons)
			throw courseError('too_many_lessons', { params: { max: outlineLimits.lessons } });
		const key = given.key ?? (await freeKey(tx, courseId, given.title));
		const made = await tx
			.insertInto('lessons')
			.values({
				course_id: courseId,
				key,
				kind: kind.name,
				section_id: given.sectionId,
				position: rows[0]!.last + 1,
			})
			.onConflict((conflict) => conflict.columns(['course_id', 'key']).doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!made) throw courseError('key_taken', { params: { key }, fields: { key: 'courses.key_taken' } });
		await tx
			.insertInto('lesson_revisions')
			.values({ lesson_id: made.id, number: 1, title: given.title, editor_id: actor.userId })
			.execute();
		await outlineChanged(tx, courseId);
		return { id: made.id, key };
	});
}

async function mustHaveSection(tx: Tx, course: Course, id: SectionId): Promise<void> {
	const found = await tx
		.selectFrom('course_sections')
		.select('id')
		.where('course_id', '=', course.id)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!found) throw courseError('section_not_found', { fields: { sectionId: 'courses.section_not_found' } });
}

/**
 * Takes a lesson out of the outline under edit. It goes on to be in the versions that have it, with everybody's
 * progress and notes; a lesson that no version has is still there for {@link restoreLesson}.
 *
 * @throws courses.not_found, courses.lesson_not_found; refusals of the policy
 */
export async function removeLesson(
	db: Db,
	actor: Actor,
	input: { courseId: ItemId; lessonId: LessonId },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		await lockCourse(tx, actor, input.courseId, 'edit');
		const { numUpdatedRows } = await tx
			.updateTable('lessons')
			.set({ removed_at: now(), section_id: null })
			.where('course_id', '=', input.courseId)
			.where('id', '=', input.lessonId)
			.where('removed_at', 'is', null)
			.executeTakeFirst();
		if (Number(numUpdatedRows) === 0) throw courseError('lesson_not_found');
		await outlineChanged(tx, input.courseId);
	});
}

/** Puts a lesson that was taken out back, at the end of a section. @throws as {@link removeLesson}, courses.section_not_found */
export async function restoreLesson(
	db: Db,
	actor: Actor,
	input: { courseId: ItemId; lessonId: LessonId; sectionId: SectionId },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, input.courseId, 'edit');
		await mustHaveSection(tx, course, input.sectionId);
		const { rows } = await sql<{
			id: number;
		}>`update lessons set removed_at = null, section_id = ${input.sectionId},
			position = (select coalesce(max(position), 0) + 1 from lessons where section_id = ${input.sectionId} and removed_at is null)
			where course_id = ${input.courseId} and id = ${input.lessonId} and removed_at is not null returning id`.execute(
			tx,
		);
		if (rows.length === 0) throw courseError('lesson_not_found');
		await outlineChanged(tx, input.courseId);
	});
}

/**
 * Gives the whole outline a new order; lessons may change their section.
 *
 * @throws courses.wrong_order when it does not name every section and lesson once, or the outline was changed since
 *   `revision`; courses.not_found; refusals of the policy
 */
export async function arrangeOutline(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: OutlineOrder,
): Promise<{ revision: number }> {
	const given = validate(orderSchema, input);
	return inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, courseId, 'edit');
		if (given.revision !== undefined && given.revision !== course.outlineRevision)
			throw courseError('wrong_order', { params: { revision: course.outlineRevision } });
		const lessons = given.sections.flatMap((section) =>
			section.lessons.map((id, at) => ({ id, section: section.id, position: at + 1 })),
		);
		await demandAll(
			tx,
			courseId,
			'course_sections',
			given.sections.map(({ id }) => id),
		);
		await demandAll(
			tx,
			courseId,
			'lessons',
			lessons.map(({ id }) => id),
		);
		await sql`update course_sections set position = n from unnest(${given.sections.map(({ id }) => id)}::bigint[])
			with ordinality as o(section, n) where id = section`.execute(tx);
		await sql`update lessons set section_id = o.section, position = o.n from unnest(${lessons.map(({ id }) => id)}::bigint[],
			${lessons.map(({ section }) => section)}::bigint[], ${lessons.map(({ position }) => position)}::int[]) as o(lesson, section, n)
			where id = o.lesson`.execute(tx);
		await outlineChanged(tx, courseId);
		return { revision: course.outlineRevision + 1 };
	});
}

async function demandAll(
	tx: Tx,
	courseId: ItemId,
	table: 'course_sections' | 'lessons',
	named: number[],
): Promise<void> {
	const rows = await tx
		.selectFrom(table)
		.select('id')
		.where('course_id', '=', courseId)
		.$if(table === 'lessons', (query) => query.where(sql<boolean>`removed_at is null`))
		.execute();
	const there = rows.map(({ id }) => id).sort((a, b) => a - b);
	const wanted = [...new Set(named)].sort((a, b) => a - b);
	if (named.length !== wanted.length || String(there) !== String(wanted))
		throw courseError('wrong_order', {
			detail: `The order must name each of the ${table} of the course once.`,
		});
}

/**
 * Moves a section or a lesson one place up or down: a lesson at the edge of its section goes over into the next one.
 * For buttons, where nothing can be dragged.
 *
 * @throws courses.not_found, common.not_found; refusals of the policy
 */
export async function moveInOutline(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { sectionId?: SectionId | null; lessonId?: LessonId | null; by: -1 | 1 },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		await lockCourse(tx, actor, courseId, 'edit');
		const order = await orderOf(tx, courseId);
		if (input.lessonId) moveLesson(order, input.lessonId, input.by);
		else {
			const at = order.findIndex(({ id }) => id === input.sectionId);
			if (at < 0) throw commonError('not_found');
			const to = at + input.by;
			if (to >= 0 && to < order.length) [order[at], order[to]] = [order[to]!, order[at]!];
		}
		await arrangeOutline(tx, actor, courseId, { sections: order });
	});
}

interface Ordered {
	id: SectionId;
	lessons: LessonId[];
}

async function orderOf(tx: Tx, courseId: ItemId): Promise<Ordered[]> {
	const { rows } =
		await sql<Ordered>`select s.id, (select coalesce(json_agg(l.id order by l.position, l.id), '[]') from lessons l
			where l.section_id = s.id and l.removed_at is null) as lessons
		from course_sections s where s.course_id = ${courseId} order by s.position, s.id`.execute(tx);
	return rows;
}

function moveLesson(order: Ordered[], id: LessonId, by: -1 | 1): void {
	const section = order.findIndex(({ lessons }) => lessons.includes(id));
	if (section < 0) throw courseError('lesson_not_found');
	const own = order[section]!.lessons;
	const at = own.indexOf(id);
	const to = at + by;
	if (to >= 0 && to < own.length) {
		[own[at], own[to]] = [own[to]!, own[at]!];
		return;
	}
	const next = order[section + by];
	if (!next) return;
	own.splice(at, 1);
	if (by > 0) next.lessons.unshift(id);
	else next.lessons.push(id);
}
