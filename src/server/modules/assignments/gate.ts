import type { Actor } from '../../contracts/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/db/index.ts';
import { openableLessons } from '../courses/index.ts';
import { holders } from '../media/index.ts';
import { requireMarker } from './mark.ts';

// A file of a work is opened by its owner (media asks that itself), by who may mark it, and by who was given it to
// review while the lesson is open to them. A draft's only by its owner.
holders.register('submission', mayOpenSubmissions);

async function mayOpenSubmissions(
	db: Db,
	actor: Actor,
	ids: readonly number[],
): Promise<ReadonlySet<number>> {
	const { userId } = actor;
	if (userId === null || ids.length === 0) return new Set();
	const works = await db
		.selectFrom('submissions as s')
		.leftJoin('peer_reviews as p', (join) =>
			join.onRef('p.submission_id', '=', 's.id').on('p.reviewer_id', '=', userId),
		)
		.select(['s.id', 's.course_id', 's.lesson_id', 's.state', 'p.id as review'])
		.where('s.id', 'in', ids)
		.where('s.state', '<>', 'draft')
		.execute();
	const open = new Set<number>();
	for (const courseId of new Set(works.map(({ course_id }) => course_id))) {
		const marks = await requireMarker(db, actor, courseId).then(
			() => true,
			(error) => {
				if (error instanceof AppError) return false;
				throw error;
			},
		);
		if (marks) for (const { id, course_id } of works) if (course_id === courseId) open.add(id);
	}
	const given = works.filter(({ id, review }) => review !== null && !open.has(id));
	const lessons = await openableLessons(
		db,
		actor,
		given.map(({ lesson_id }) => lesson_id),
	);
	for (const { id, lesson_id } of given) if (lessons.has(lesson_id)) open.add(id);
	return open;
}
