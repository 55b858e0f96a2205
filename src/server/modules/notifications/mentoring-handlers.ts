import type { UserId } from '../../kernel/ids.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { tellPeople } from './tell-people.ts';

/** Tells who answers of questions at lessons, who asked and who wonders of answers; and members of what becomes of their cohort. */
export const mentoringHandlers: Handler[] = [
	onEvents(
		'notifications.tell-mentoring',
		['mentoring.asked', 'mentoring.replied', 'mentoring.moved', 'mentoring.solved', 'mentoring.promoted'],
		async (tx, event) => {
			const { questionId, title } = event.payload;
			const about = {
				actorId: event.actorId,
				eventId: event.id,
				path: `/lesson-questions/${questionId}`,
				subject: title,
			};
			switch (event.type) {
				case 'mentoring.asked':
					return tellPeople(tx, [event.payload.mentorId], { ...about, kind: 'lesson_asked' });
				case 'mentoring.moved':
					return tellPeople(tx, [event.payload.mentorId], { ...about, kind: 'lesson_assigned' });
				case 'mentoring.solved':
					return tellPeople(tx, [event.payload.mentorId], { ...about, kind: 'lesson_solved' });
				case 'mentoring.promoted':
					return tellPeople(tx, [event.payload.learnerId], { ...about, kind: 'lesson_promoted' });
				case 'mentoring.replied': {
					const { role, learnerId, mentorId } = event.payload;
					if (role === 'followup')
						return tellPeople(tx, [mentorId], { ...about, kind: 'lesson_followed_up' });
					if (role === 'remark') return tellPeople(tx, [learnerId], { ...about, kind: 'lesson_remarked' });
					const echoes = await tx
						.selectFrom('lesson_question_echoes')
						.select('user_id')
						.where('question_id', '=', questionId)
						.limit(1000)
						.execute();
					const people: (UserId | null)[] = [learnerId, ...echoes.map((row) => row.user_id)];
					return tellPeople(tx, people, { ...about, kind: 'lesson_answered' });
				}
			}
		},
	),
	onEvents('notifications.tell-cohorts', ['cohorts.changed'], async (tx, event) => {
		const { cohortId, change, learnerId, makerId, name } = event.payload;
		const about = { actorId: event.actorId, eventId: event.id, path: `/cohorts/${cohortId}`, subject: name };
		switch (change) {
			case 'joined':
				return tellPeople(tx, [makerId], {
					...about,
					kind: 'cohort_joined',
					path: `/cohorts/${cohortId}/members`,
				});
			case 'cancelled':
			case 'passed':
			case 'failed':
				return tellPeople(tx, [learnerId], { ...about, actorId: null, kind: `cohort_${change}` });
			case 'begins':
			case 'day-missed':
				return tellPeople(tx, [learnerId], {
					...about,
					kind: change === 'begins' ? 'cohort_begins' : 'cohort_missed',
					path: `/cohorts/${cohortId}/class`,
				});
			case 'reminded':
				return tellPeople(tx, [learnerId], {
					...about,
					kind: 'cohort_reminded',
					path: `/cohorts/${cohortId}/class`,
				});
		}
	}),
];
