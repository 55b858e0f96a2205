import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId, SectionId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type Course, courseToMake } from './course.ts';
import { courseError } from './errors.ts';
import type { Rule } from './rule.ts';

/** A lesson as the studio lists it. */
export interface DraftLesson {
	id: LessonId;
	key: string;
	kind: string;
	title: string;
	revision: number;
	words: number;
	minutes: number;
	extent: number;
	preview: boolean;
	required: boolean;
	dripDays: number | null;
	dripAt: Date | null;
	rule: Rule | null;
	/** What it is in the version that newcomers begin: the same, another, or not there yet. */
	state: 'published' | 'changed' | 'new';
}

export interface DraftOutline {
	course: Course;
	sections: { id: SectionId; title: string; lessons: DraftLesson[] }[];
	/** Taken out, and still to be put back. */
	removed: { id: LessonId; title: string; kind: string }[];
}

type Row = DraftLesson & { section: SectionId | null };

/** The outline under edit. Two statements after the gate. @throws courses.not_found; refusals of the policy */
export async function draftOutline(db: Db, actor: Actor, courseId: ItemId): Promise<DraftOutline> {
	const course = await courseToMake(db, actor, courseId, 'see');
	const [sections, { rows }] = await Promise.all([
		db
			.selectFrom('course_sections')
			.select(['id', 'title'])
			.where('course_id', '=', courseId)
			.orderBy('position')
			.orderBy('id')
			.execute(),
		sql<Row>`select l.id, l.key, l.kind, r.title, l.revision, r.words, r.minutes, r.extent, l.preview, l.required,
				l.drip_days as "dripDays", l.drip_at as "dripAt", l.rule, l.section_id as section,
				case when v.lesson_id is null then 'new'
					when (v.revision, v.preview, v.required, v.drip_days, v.drip_at, v.rule) is not distinct from
						(l.revision, l.preview, l.required, l.drip_days, l.drip_at, l.rule) then 'published'
					else 'changed' end as state
			from lessons l join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
				left join version_lessons v on v.course_id = l.course_id and v.version = ${course.version}::int and v.lesson_id = l.id
			where l.course_id = ${courseId} order by l.position, l.id`.execute(db),
	]);
	const inside = (id: SectionId) => rows.filter(({ section }) => section === id);
	return {
		course,
		sections: sections.map(({ id, title }) => ({
			id,
			title,
			lessons: inside(id).map(({ section: _, ...lesson }) => lesson),
		})),
		removed: rows
			.filter(({ section }) => section === null)
			.map(({ id, title, kind }) => ({ id, title, kind })),
	};
}

/** A lesson as the studio edits it: the revision under edit, as it was typed. */
export interface EditedLesson extends DraftLesson {
	source: string;
	html: string;
	data: unknown;
	mediaId: number | null;
	/** Its author said how long it takes. */
	minutesSet: boolean;
	hasMath: boolean;
	sectionId: SectionId;
}

/** One statement after the gate. @throws courses.not_found, courses.lesson_not_found; refusals of the policy */
export async function editedLesson(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
): Promise<{ course: Course; lesson: EditedLesson }> {
	const course = await courseToMake(db, actor, key.courseId, 'see');
	const { rows } =
		await sql<EditedLesson>`select l.id, l.key, l.kind, r.title, l.revision, r.words, r.minutes, r.extent,
			l.preview, l.required, l.drip_days as "dripDays", l.drip_at as "dripAt", l.rule, r.source, r.html, r.data,
			r.media_id as "mediaId", r.minutes_set as "minutesSet", r.has_math as "hasMath", l.section_id as "sectionId", 'changed' as state
		from lessons l join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
		where l.id = ${key.lessonId} and l.course_id = ${key.courseId} and l.removed_at is null`.execute(db);
	if (!rows[0]) throw courseError('lesson_not_found');
	return { course, lesson: rows[0] };
}

/** A course in the list of who makes it. */
export interface MadeCourse {
	id: ItemId;
	title: string;
	slug: string;
	status: string;
	role: string;
	version: number | null;
	/** The outline has what the published version has not. */
	lessons: number;
	learners: number;
	completed: number;
	inReview: boolean;
	changedAt: Date;
}

/** The courses that somebody makes, the latest touched first; at most 200. One statement. */
export async function listMadeCourses(db: Db, userId: number): Promise<MadeCourse[]> {
	const { rows } =
		await sql<MadeCourse>`select i.id, i.title, i.slug, i.status, case when i.author_id = ${userId} then 'owner' else a.role end as role,
			c.version, (select count(*)::int from lessons l where l.course_id = i.id and l.removed_at is null) as lessons,
			c.learner_count as learners, c.completed_count as completed,
			exists (select from course_versions v where v.course_id = i.id and v.status = 'review') as "inReview",
			i.last_activity_at as "changedAt"
		from (select id from items where author_id = ${userId} and kind = 'course' and status <> 'deleted'
				union select course_id from course_authors where user_id = ${userId}) mine
			join items i on i.id = mine.id join courses c on c.item_id = i.id
			left join course_authors a on a.course_id = i.id and a.user_id = ${userId}
		where i.status <> 'deleted' order by i.last_activity_at desc, i.id desc limit 200`.execute(db);
	return rows;
}
