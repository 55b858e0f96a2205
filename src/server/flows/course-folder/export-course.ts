import type { Actor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import {
	courseError,
	courseToMake,
	lessonKinds,
	type Rule,
	readDescription,
} from '../../modules/courses/index.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { CourseData, FolderRule } from './course-data.ts';

interface Row {
	section: string;
	sectionId: number;
	id: number | null;
	key: string;
	kind: string;
	title: string;
	source: string;
	preview: boolean;
	required: boolean;
	minutes: number;
	minutesSet: boolean;
	dripDays: number | null;
	dripAt: Date | null;
	rule: Rule | null;
	data: Record<string, unknown>;
	mediaId: number | null;
	revision: number;
	paragraphs: number;
}

/**
 * Everything that a course says, as its makers edit it: what {@link importCourse} makes the same course of.
 *
 * @throws courses.not_found; refusals of the policy
 */
export async function exportCourse(db: Db, actor: Actor, courseId: ItemId): Promise<CourseData> {
	const course = await courseToMake(db, actor, courseId, 'see');
	const [described, words, { rows }] = await Promise.all([
		readDescription(db, courseId),
		db
			.selectFrom('items as i')
			.innerJoin('item_bodies as b', 'b.item_id', 'i.id')
			.select(['i.difficulty', 'i.access', 'i.tag_slugs', 'b.source'])
			.where('i.id', '=', courseId)
			.executeTakeFirst(),
		sql<Row>`select s.title as section, s.id as "sectionId", l.id, l.key, l.kind, r.title, r.source, l.preview, l.required, r.minutes,
				r.minutes_set as "minutesSet", l.drip_days as "dripDays", l.drip_at as "dripAt", l.rule, r.data, r.media_id as "mediaId",
				l.revision, cardinality(r.paragraphs) as paragraphs
			from course_sections s left join lessons l on l.section_id = s.id and l.removed_at is null
				left join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
			where s.course_id = ${courseId} order by s.position, s.id, l.position, l.id`.execute(db),
	]);
	if (!words) throw courseError('not_found');
	const keys = new Map(rows.flatMap(({ id, key }) => (id === null ? [] : [[id, key] as const])));
	const data: CourseData = {
		title: course.title,
		language: course.language as CourseData['language'],
		difficulty: words.difficulty as CourseData['difficulty'],
		access: words.access as CourseData['access'],
		price: described.price,
		tags: words.tag_slugs,
		outcomes: described.outcomes,
		audience: described.audience,
		needs: described.needs,
		review: course.review,
		rule: course.rule && byKey(course.rule, keys),
		cover: null,
		source: words.source,
		sections: [],
	};
	let section = 0;
	for (const row of rows) {
		if (row.sectionId !== section) data.sections.push({ title: row.section, lessons: [] });
		section = row.sectionId;
		if (row.id === null) continue;
		const kind = lessonKinds.all.get(row.kind);
		const content = { ...row, lessonId: row.id, courseId };
		const kept = kind?.exported ? await kind.exported(db, content) : row.data;
		data.sections.at(-1)!.lessons.push({
			key: row.key,
			title: row.title,
			kind: row.kind,
			preview: row.preview,
			required: row.required,
			minutes: row.minutesSet ? row.minutes : null,
			dripDays: row.dripDays,
			dripAt: row.dripAt?.toISOString() ?? null,
			rule: row.rule && byKey(row.rule, keys),
			// A quiz or a task that has nothing in it yet.
			data: (kept ?? {}) as Record<string, unknown>,
			media: null,
			source: row.source,
		});
	}
	return data;
}

/** Lessons of the course itself by their keys: their ids mean nothing elsewhere. */
function byKey(rule: Rule, keys: ReadonlyMap<number, string>): FolderRule {
	if ('all' in rule) return { all: rule.all.map((part) => byKey(part, keys)) };
	if ('any' in rule) return { any: rule.any.map((part) => byKey(part, keys)) };
	if ('lesson' in rule) return { lesson: keys.get(rule.lesson) ?? rule.lesson };
	return rule;
}
