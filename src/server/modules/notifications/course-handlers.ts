import type { ItemId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { tellPeople } from './tell-people.ts';

const courseOf = (tx: Db, id: ItemId): Promise<{ title: string; author_id: UserId | null } | undefined> =>
	tx.selectFrom('items').select(['title', 'author_id']).where('id', '=', id).executeTakeFirst();

/** Tells learners that they finished, and of what they asked to be reminded of; makers of what became of their version. */
export const courseHandlers: Handler[] = [
	onEvents(
		'notifications.tell-courses',
		['courses.completed', 'courses.reminded', 'courses.version-refused'],
		async (tx, event) => {
			const { courseId } = event.payload;
			const about = {
				actorId: null,
				eventId: event.id,
				subject: (await courseOf(tx, courseId))?.title ?? '',
			};
			switch (event.type) {
				case 'courses.completed':
					return tellPeople(tx, [event.payload.learnerId], {
						...about,
						kind: 'course_completed',
						path: `/courses/${courseId}`,
					});
				case 'courses.reminded': {
					const { learnerId, lessonId } = event.payload;
					const path = lessonId === null ? '/learning' : `/courses/${courseId}/lessons/${lessonId}`;
					return tellPeople(tx, [learnerId], { ...about, kind: 'course_reminded', path });
				}
				case 'courses.version-refused':
					return tellPeople(tx, [event.payload.submittedBy], {
						...about,
						kind: 'course_refused',
						path: `/studio/courses/${courseId}/versions`,
					});
			}
		},
	),
];
