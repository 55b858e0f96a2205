import type { Called } from './called.ts';
import type { World } from './world.ts';

const cohort = (id: number) => ({ params: { id } });
const newCohort = ({ cohorts }: World) => ({
	name: 'Another',
	startsOn: cohorts.starts,
	endsOn: cohorts.ends,
	timeZone: 'UTC',
	seats: 30,
});

/** One call of every operation on lesson questions and cohorts. */
export const cohortCalls: Record<string, (world: World) => Called> = {
	listLessonQuestions: ({ cohorts }) => ({
		as: 'member',
		params: { id: cohorts.course, lessonId: cohorts.lesson },
		query: { limit: 5 },
	}),
	askAtLesson: ({ cohorts }) => ({
		as: 'member',
		params: { id: cohorts.course, lessonId: cohorts.lesson },
		body: { title: 'And why is this?', source: 'I do not see why, again.', paragraph: 1 },
	}),
	listMyLessonQuestions: () => ({ as: 'member', query: { limit: 5 } }),
	readLessonQuestion: ({ cohorts }) => ({ as: 'author', params: { id: cohorts.question } }),
	replyAtLesson: ({ cohorts }) => ({
		as: 'author',
		params: { id: cohorts.question },
		body: { source: 'Because of the reader.' },
	}),
	rewriteLessonPost: ({ cohorts }) => ({
		as: 'author',
		params: { id: cohorts.post },
		body: { source: 'The next one, or the last.' },
	}),
	solveLessonQuestion: ({ cohorts }) => ({
		as: 'member',
		params: { id: cohorts.question },
		body: { postId: null },
	}),
	withdrawLessonQuestion: ({ cohorts }) => ({ as: 'member', params: { id: cohorts.question } }),
	echoLessonQuestion: ({ cohorts }) => ({ as: 'author', params: { id: cohorts.question } }),
	stopEchoingLessonQuestion: ({ cohorts }) => ({ as: 'author', params: { id: cohorts.question } }),
	takeLessonQuestion: ({ cohorts }) => ({ as: 'author', params: { id: cohorts.question } }),
	assignLessonQuestion: ({ cohorts }) => ({
		as: 'author',
		params: { id: cohorts.question },
		body: { handle: cohorts.helper, note: 'Yours' },
	}),
	listFaq: ({ cohorts }) => ({ as: 'member', params: { id: cohorts.course } }),
	addFaq: ({ cohorts }) => ({
		as: 'author',
		params: { id: cohorts.course },
		body: { question: 'Do I need a queue server?', source: 'No. A table does.' },
	}),
	removeFaq: ({ cohorts }) => ({ as: 'author', params: { id: cohorts.course, entryId: cohorts.faq } }),
	readWaitingBoard: ({ cohorts }) => ({ as: 'author', params: { id: cohorts.course } }),
	readDesk: () => ({ as: 'author' }),

	listCohorts: () => ({ as: 'member', query: { limit: 5 } }),
	listMyCohorts: () => ({ as: 'member' }),
	readCohort: ({ cohorts }) => ({ as: 'member', ...cohort(cohorts.running) }),
	readCohortPlan: ({ cohorts }) => ({ as: 'member', ...cohort(cohorts.running) }),
	createCohort: (world) => ({ as: 'author', params: { id: world.cohorts.course }, body: newCohort(world) }),
	editCohort: (world) => ({ as: 'author', ...cohort(world.cohorts.draft), body: newCohort(world) }),
	publishCohort: ({ cohorts }) => ({ as: 'author', ...cohort(cohorts.draft) }),
	cancelCohort: ({ cohorts }) => ({ as: 'author', ...cohort(cohorts.open) }),
	joinCohort: ({ cohorts }) => ({ as: 'member', ...cohort(cohorts.open) }),
	leaveCohort: ({ cohorts }) => ({ as: 'member', ...cohort(cohorts.running) }),
	listCheckIns: ({ cohorts }) => ({ as: 'member', ...cohort(cohorts.running), query: { limit: 5 } }),
	checkIn: ({ cohorts }) => ({ as: 'member', ...cohort(cohorts.running), body: { text: 'Read it.' } }),
	makeUpCheckIn: ({ cohorts }) => ({
		as: 'member',
		params: { id: cohorts.running, day: cohorts.missed },
		body: { text: 'Later.' },
	}),
	listCohortMembers: ({ cohorts }) => ({ as: 'author', ...cohort(cohorts.running) }),
	remindCohortMember: ({ cohorts }) => ({ as: 'author', params: { id: cohorts.running, handle: 'member' } }),
	readCalendarFeed: () => ({ as: 'member' }),
	renewCalendarFeed: () => ({ as: 'member' }),
};
