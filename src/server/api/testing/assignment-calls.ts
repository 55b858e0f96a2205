import type { Called } from './called.ts';
import type { World } from './world.ts';

type At = keyof World['tasks']['at'];
const lesson = ({ tasks }: World, at: At) => ({ id: tasks.id, lessonId: tasks.at[at] });
const work = ({ tasks }: World) => ({ id: tasks.work });

/** One call of every operation on assignments. */
export const assignmentCalls: Record<string, (world: World) => Called> = {
	readAssignment: (world) => ({ as: 'member', params: lesson(world, 'judged') }),
	extendDue: (world) => ({
		as: 'author',
		params: { ...lesson(world, 'judged'), handle: world.tasks.learner },
		body: { dueAt: null, reason: 'As for the others.' },
	}),
	listExtensions: ({ tasks }) => ({ as: 'author', params: { id: tasks.id }, query: { limit: 5 } }),
	setAssignment: (world) => ({
		as: 'author',
		params: lesson(world, 'draft'),
		body: {
			rubric: [
				{
					title: 'Answers it',
					about: '',
					levels: [
						{ points: 4, title: 'Whole', about: '' },
						{ points: 0, title: 'Not yet', about: '' },
					],
				},
			],
			dueDays: 14,
			late: 'less',
		},
	}),
	saveDraft: (world) => ({ as: 'member', params: lesson(world, 'draft'), body: { source: 'Better.' } }),
	attachFile: (world) => ({
		as: 'member',
		params: { ...lesson(world, 'draft'), fileId: world.tasks.files.free },
	}),
	detachFile: (world) => ({
		as: 'member',
		params: { ...lesson(world, 'draft'), fileId: world.tasks.files.held },
	}),
	handIn: (world) => ({ as: 'member', params: lesson(world, 'draft'), body: { source: 'Whole.' } }),
	appealMarking: ({ tasks }) => ({
		as: 'member',
		params: { id: tasks.judged },
		body: { words: 'It does answer it.' },
	}),
	readReviewTask: (world) => ({ as: 'member', params: lesson(world, 'review') }),
	markSample: (world) => ({
		as: 'member',
		params: { ...lesson(world, 'sample'), key: world.tasks.sampleKey },
		body: { chosen: [0, 1] },
	}),
	submitReview: ({ tasks }) => ({
		as: 'member',
		params: { id: tasks.review },
		body: { chosen: [0, 1], comment: 'Clear.' },
	}),
	rateReview: ({ tasks }) => ({ as: 'member', params: { id: tasks.received }, body: { rating: 4 } }),
	listWaiting: () => ({ as: 'author', query: { limit: 1 } }),
	takeNextWaiting: () => ({ as: 'author', body: {} }),
	readSubmission: (world) => ({ as: 'author', params: work(world) }),
	claimSubmission: (world) => ({ as: 'author', params: work(world) }),
	releaseSubmission: (world) => ({ as: 'author', params: work(world) }),
	markSubmission: (world) => ({
		as: 'author',
		params: work(world),
		body: { chosen: [0, 1], remarks: ['Well seen.'], comment: 'Good.' },
	}),
};
