import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId, SpaceId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import {
	addLesson,
	addSection,
	arrangeOutline,
	courseError,
	courseToMake,
	createCourse,
	draftOutline,
	lessonKinds,
	type Rule,
	removeLesson,
	removeSection,
	renameSection,
	restoreLesson,
	saveLesson,
	setCover,
	setLesson,
} from '../../modules/courses/index.ts';
import type { MediaTools } from '../../modules/media/index.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { setCourse } from '../author-course.ts';
import { blame } from './blame.ts';
import type { CarriedFiles } from './carry-files.ts';
import type { CourseData, FolderLesson, FolderRule } from './course-data.ts';

export interface Imported {
	courseId: ItemId;
	added: number;
	updated: number;
	removed: number;
}

/**
 * Makes a course of what a folder says, as a draft of the actor's; or, with `courseId`, makes that course say it:
 * lessons go by their keys, so those with the same key stay the same lessons, with everybody's progress. All of it or
 * nothing. Nothing is published.
 *
 * @param carried files that came along, see `carryIn`; without them lessons keep the files that they have
 * @throws courses.folder_shape, courses.lesson_kind_unknown, courses.not_found, common.invalid_input; refusals of the policy
 */
export function importCourse(
	db: Db,
	actor: Actor,
	data: CourseData,
	where: { spaceId: SpaceId } | { courseId: ItemId },
	carried?: { files: CarriedFiles; tools: MediaTools },
): Promise<Imported> {
	return inTransaction(db, async (tx) => {
		const courseId =
			'courseId' in where
				? (await courseToMake(tx, actor, where.courseId, 'describe')).id
				: (
						await createCourse(tx, actor, {
							title: data.title,
							spaceId: where.spaceId,
							language: data.language,
						})
					).id;
		const counts = await writeOutline(tx, actor, courseId, data, carried?.files.lessons);
		const ids = await lessonIds(tx, courseId);
		await writeRules(tx, actor, courseId, data, ids);
		await setCourse(tx, actor, courseId, {
			title: data.title,
			source: data.source,
			tags: data.tags,
			language: data.language,
			difficulty: data.difficulty,
			access: data.access,
			price: data.price as Money | null,
			outcomes: data.outcomes,
			audience: data.audience,
			needs: data.needs,
			review: data.review,
			rule: data.rule && byId(data.rule, ids),
		});
		if (carried?.files.cover) await setCover(tx, actor, courseId, carried.files.cover, carried.tools);
		return { courseId, ...counts };
	});
}

async function lessonIds(
	tx: Tx,
	courseId: ItemId,
): Promise<Map<string, { id: LessonId; removed: boolean; kind: string }>> {
	const rows = await tx
		.selectFrom('lessons')
		.select(['id', 'key', 'kind', 'removed_at'])
		.where('course_id', '=', courseId)
		.execute();
	return new Map(
		rows.map(({ id, key, kind, removed_at }) => [key, { id, kind, removed: removed_at !== null }]),
	);
}

async function writeOutline(
	tx: Tx,
	actor: Actor,
	courseId: ItemId,
	data: CourseData,
	files: ReadonlyMap<string, number> | undefined,
): Promise<Omit<Imported, 'courseId'>> {
	const before = await draftOutline(tx, actor, courseId);
	const known = await lessonIds(tx, courseId);
	const wanted = new Set(data.sections.flatMap(({ lessons }) => lessons.map(({ key }) => key)));
	const counts = { added: 0, updated: 0, removed: 0 };
	// Sections have no names of their own but their place: they are written over in their order.
	const sections: { id: number; lessons: LessonId[] }[] = [];
	for (const [at, { title }] of data.sections.entries()) {
		const own = before.sections[at];
		if (own && own.title !== title) await renameSection(tx, actor, { courseId, sectionId: own.id, title });
		sections.push({ id: own?.id ?? (await addSection(tx, actor, courseId, { title })).id, lessons: [] });
	}
	for (const [key, { id, removed }] of known) {
		if (wanted.has(key) || removed) continue;
		await removeLesson(tx, actor, { courseId, lessonId: id });
		counts.removed++;
	}
	for (const [at, { lessons }] of data.sections.entries()) {
		const sectionId = sections[at]!.id;
		for (const lesson of lessons) {
			const own = known.get(lesson.key);
			if (own && own.kind !== lesson.kind)
				throw courseError('folder_shape', {
					params: { problem: `${lesson.key}: it is of kind ${own.kind} and cannot become ${lesson.kind}` },
				});
			if (own?.removed) await restoreLesson(tx, actor, { courseId, lessonId: own.id, sectionId });
			const lessonId =
				own?.id ??
				(
					await addLesson(tx, actor, courseId, {
						sectionId,
						kind: lesson.kind,
						title: lesson.title,
						key: lesson.key,
					})
				).id;
			try {
				await writeLesson(tx, actor, { courseId, lessonId }, lesson, files?.get(lesson.key));
			} catch (error) {
				throw blame(error, { lesson: lesson.key });
			}
			counts[own ? 'updated' : 'added']++;
			sections[at]!.lessons.push(lessonId);
		}
	}
	const left = before.sections.slice(data.sections.length);
	await arrangeOutline(tx, actor, courseId, {
		sections: [...sections, ...left.map(({ id }) => ({ id, lessons: [] }))],
	});
	for (const { id } of left) await removeSection(tx, actor, { courseId, sectionId: id });
	return counts;
}

async function writeLesson(
	tx: Tx,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
	lesson: FolderLesson,
	mediaId: number | undefined,
): Promise<void> {
	const kind = lessonKinds.named(lesson.kind);
	const data = kind.imported
		? await kind.imported(
				tx,
				actor,
				{ ...key, revision: 1, data: lesson.data, mediaId: null, paragraphs: 0 },
				lesson.data,
			)
		: lesson.data;
	await saveLesson(tx, actor, key, {
		title: lesson.title,
		source: lesson.source,
		data,
		...(mediaId === undefined ? {} : { mediaId }),
		minutes: lesson.minutes,
	});
	await setLesson(tx, actor, key, {
		preview: lesson.preview,
		required: lesson.required,
		dripDays: lesson.dripDays,
		dripAt: lesson.dripAt,
	});
}

// Only now: a rule may name a lesson that comes after it.
async function writeRules(
	tx: Tx,
	actor: Actor,
	courseId: ItemId,
	data: CourseData,
	ids: ReadonlyMap<string, { id: LessonId }>,
): Promise<void> {
	for (const { key, rule } of data.sections.flatMap(({ lessons }) => lessons))
		await setLesson(tx, actor, { courseId, lessonId: ids.get(key)!.id }, { rule: rule && byId(rule, ids) });
}

function byId(rule: FolderRule, ids: ReadonlyMap<string, { id: LessonId }>): Rule {
	if ('all' in rule) return { all: rule.all.map((part) => byId(part, ids)) };
	if ('any' in rule) return { any: rule.any.map((part) => byId(part, ids)) };
	if (!('lesson' in rule)) return rule;
	if (typeof rule.lesson === 'number') return { lesson: rule.lesson };
	const own = ids.get(rule.lesson);
	if (!own)
		throw courseError('folder_shape', {
			params: { problem: `a rule names the lesson ${rule.lesson}, which is not there` },
		});
	return { lesson: own.id };
}
