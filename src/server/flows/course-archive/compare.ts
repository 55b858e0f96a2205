import type { Actor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { exportCourse } from '../course-folder/index.ts';
import type { ImportReport } from './course-import.ts';

/** What each lesson of a course says, by its key: two of these tell what was done to it. */
export type Lessons = ReadonlyMap<string, { title: string; says: string }>;

/** @throws courses.not_found; refusals of the policy */
export async function lessonsOf(tx: Tx, actor: Actor, courseId: ItemId): Promise<Lessons> {
	const { sections } = await exportCourse(tx, actor, courseId);
	const media = await tx
		.selectFrom('lessons as l')
		.innerJoin('lesson_revisions as r', (join) =>
			join.onRef('r.lesson_id', '=', 'l.id').onRef('r.number', '=', 'l.revision'),
		)
		.select(['l.key', 'r.media_id'])
		.where('l.course_id', '=', courseId)
		.execute();
	const files = new Map(media.map(({ key, media_id }) => [key, media_id]));
	return new Map(
		sections.flatMap(({ lessons }) =>
			lessons.map((lesson) => [
				lesson.key,
				{
					title: lesson.title,
					says: JSON.stringify([sorted(lesson), files.get(lesson.key) ?? null]),
				},
			]),
		),
	);
}

/** The database keeps no order of names. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, own]) => [name, sorted(own)]),
	);
}

/** Pure. */
export function compareLessons(before: Lessons, after: Lessons): Omit<ImportReport, 'files' | 'skipped'> {
	const added: string[] = [];
	const changed: string[] = [];
	let kept = 0;
	for (const [key, { title, says }] of after) {
		const own = before.get(key);
		if (!own) added.push(title);
		else if (own.says === says) kept += 1;
		else changed.push(title);
	}
	return {
		added,
		changed,
		kept,
		removed: [...before].filter(([key]) => !after.has(key)).map(([, { title }]) => title),
	};
}
