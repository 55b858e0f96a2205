import type { ItemId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { tellPeople } from './tell-people.ts';

/**
 * Who is told that something waits: who returned the work before, where somebody did; else the course's mentors; else
 * its author and co-authors.
 */
async function markersOf(tx: Db, courseId: ItemId, submissionId: number | null): Promise<UserId[]> {
	if (submissionId !== null) {
		const { rows } = await sql<{ id: UserId }>`select k.marker_id as id from submissions s
			join submissions b on b.user_id = s.user_id and b.lesson_id = s.lesson_id and b.round = s.round - 1
			join markings k on k.submission_id = b.id
			where s.id = ${submissionId} and k.marker_id is not null order by k.id desc limit 1`.execute(tx);
		if (rows[0]) return [rows[0].id];
	}
	const { rows } = await sql<{
		id: UserId;
		mentor: boolean;
	}>`select user_id as id, role = 'mentor' as mentor from course_authors
			where course_id = ${courseId} and role in ('mentor', 'author')
		union all select author_id, false from items where id = ${courseId} and author_id is not null limit 50`.execute(
		tx,
	);
	const mentors = rows.filter(({ mentor }) => mentor);
	return (mentors.length > 0 ? mentors : rows).map(({ id }) => id);
}

async function lessonTitle(tx: Db, lessonId: number): Promise<string> {
	const row = await tx
		.selectFrom('lessons as l')
		.innerJoin('lesson_revisions as r', (join) =>
			join.onRef('r.lesson_id', '=', 'l.id').onRef('r.number', '=', 'l.revision'),
		)
		.select('r.title')
		.where('l.id', '=', lessonId)
		.executeTakeFirst();
	return row?.title ?? '';
}

/** Tells mentors of what waits for them, and learners of what became of theirs. */
export const assignmentHandlers: Handler[] = [
	onEvents(
		'notifications.tell-assignments',
		[
			'assignments.waits',
			'assignments.marked',
			'assignments.due-moved',
			'assignments.reviews-given',
			'assessments.answers-wait',
			'assessments.answers-marked',
		],
		async (tx, event) => {
			const { courseId, lessonId } = event.payload;
			const about = { eventId: event.id, subject: await lessonTitle(tx, lessonId) };
			const lesson = `/courses/${courseId}/lessons/${lessonId}`;
			switch (event.type) {
				case 'assignments.waits': {
					const { submissionId, learnerId, waitsFor } = event.payload;
					return tellPeople(tx, await markersOf(tx, courseId, submissionId), {
						...about,
						actorId: learnerId,
						kind: waitsFor === 'appeal' ? 'work_appealed' : 'work_waits',
						path: `/studio/marking/${submissionId}`,
					});
				}
				case 'assignments.marked': {
					const { learnerId, outcome } = event.payload;
					return tellPeople(tx, [learnerId], {
						...about,
						actorId: event.actorId,
						kind: outcome === 'returned' ? 'work_returned' : 'work_marked',
						path: `${lesson}#assignment`,
					});
				}
				case 'assignments.due-moved': {
					const { learnerId, dueAt } = event.payload;
					return tellPeople(tx, [learnerId], {
						...about,
						actorId: event.actorId,
						kind: dueAt ? 'work_extended' : 'work_unextended',
						path: `${lesson}#assignment`,
					});
				}
				case 'assignments.reviews-given':
					return tellPeople(tx, event.payload.learnerIds, {
						...about,
						actorId: null,
						kind: 'reviews_given',
						path: `${lesson}/reviews`,
					});
				case 'assessments.answers-wait': {
					const { attemptId, learnerId } = event.payload;
					return tellPeople(tx, await markersOf(tx, courseId, null), {
						...about,
						actorId: learnerId,
						kind: 'work_answers_wait',
						path: `/studio/marking/answers/${attemptId}`,
					});
				}
				case 'assessments.answers-marked':
					return tellPeople(tx, [event.payload.learnerId], {
						...about,
						actorId: event.actorId,
						kind: 'work_answers_marked',
						path: `${lesson}#result`,
					});
			}
		},
	),
];
