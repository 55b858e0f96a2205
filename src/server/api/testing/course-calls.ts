import type { Called } from './called.ts';
import type { World } from './world.ts';

/** One call of every operation on courses. */
export const courseCalls: Record<string, (world: World) => Called> = {
	listCourses: () => ({ as: 'member', query: { sort: 'new', price: 'free' } }),
	readCourse: ({ courses }) => ({ as: 'member', params: { id: courses.id } }),
	takeAlong: ({ courses }) => ({ as: 'member', params: { id: courses.id } }),
	searchCourse: ({ courses }) => ({ as: 'member', params: { id: courses.id }, query: { q: 'something' } }),
	enrol: ({ courses }) => ({ as: 'member', params: { id: courses.id } }),
	chooseCourseVersion: ({ courses }) => ({ as: 'member', params: { id: courses.id }, body: { version: 1 } }),
	readLesson: ({ courses }) => ({ as: 'member', params: { id: courses.id, lessonId: courses.lessons[0] } }),
	recordProgress: ({ courses }) => ({
		as: 'member',
		body: { reports: [{ lessonId: courses.lessons[0], covered: [[2, 5]], place: 4, at: 1790000060000 }] },
	}),
	recordWatched: ({ courses }) => ({
		as: 'member',
		params: { id: courses.lessons[0] },
		body: { ranges: [[0, 3.2]], position: 3.2 },
	}),
	completeLesson: ({ courses }) => ({ as: 'member', params: { id: courses.lessons[1] } }),
	listLearning: () => ({ as: 'member' }),
	readStreak: () => ({ as: 'member' }),
	setLearningGoal: () => ({ as: 'member', body: { minutes: 20, remind: true } }),
	listNotes: () => ({ as: 'author', query: { limit: 5 } }),
	exportNotes: () => ({ as: 'author' }),
	takeNote: ({ courses }) => ({
		as: 'member',
		params: { id: courses.lessons[0] },
		body: { paragraph: 1, quote: 'something', source: 'A thought.' },
	}),
	rewriteNote: ({ courses }) => ({
		as: 'author',
		params: { id: courses.note },
		body: { source: 'A better thought.' },
	}),
	deleteNote: ({ courses }) => ({ as: 'author', params: { id: courses.note } }),

	createCourse: ({ room }) => ({
		as: 'member',
		body: { title: 'A course to be', spaceId: room.id, language: 'en' },
	}),
	readOutline: ({ courses }) => ({ as: 'author', params: { id: courses.id } }),
	arrangeOutline: ({ courses }) => ({
		as: 'author',
		params: { id: courses.id },
		body: { sections: [{ id: courses.section, lessons: [...courses.lessons].reverse() }] },
	}),
	describeCourse: ({ courses }) => ({
		as: 'author',
		params: { id: courses.id },
		body: { outcomes: ['Read a plan'], rule: { reputation: 10 } },
	}),
	setCourseCover: ({ courses, media }) => ({
		as: 'author',
		params: { id: courses.id },
		body: { mediaId: media.picture, alt: 'A card catalogue' },
	}),
	removeCourseCover: ({ courses }) => ({ as: 'author', params: { id: courses.id } }),
	addSection: ({ courses }) => ({ as: 'author', params: { id: courses.id }, body: { title: 'Second part' } }),
	renameSection: ({ courses }) => ({
		as: 'author',
		params: { id: courses.id, sectionId: courses.section },
		body: { title: 'The first part' },
	}),
	removeSection: ({ courses }) => ({ as: 'author', params: { id: courses.id, sectionId: courses.section } }),
	addLesson: ({ courses }) => ({
		as: 'author',
		params: { id: courses.id },
		body: { sectionId: courses.section, kind: 'text', title: 'One more' },
	}),
	readDraftLesson: ({ courses }) => ({
		as: 'author',
		params: { id: courses.id, lessonId: courses.lessons[0] },
	}),
	saveLesson: ({ courses }) => ({
		as: 'author',
		params: { id: courses.id, lessonId: courses.lessons[0] },
		body: { title: 'Better', source: 'A better text.', revision: 1 },
	}),
	setLesson: ({ courses }) => ({
		as: 'author',
		params: { id: courses.id, lessonId: courses.lessons[1] },
		body: { preview: true, rule: { lesson: courses.lessons[0] } },
	}),
	removeLesson: ({ courses }) => ({ as: 'author', params: { id: courses.id, lessonId: courses.lessons[0] } }),
	restoreLesson: ({ courses }) => ({
		as: 'author',
		params: { id: courses.id, lessonId: courses.removed },
		body: { sectionId: courses.section },
	}),
	listCourseVersions: ({ courses }) => ({ as: 'author', params: { id: courses.id } }),
	publishCourse: ({ courses }) => ({
		as: 'author',
		params: { id: courses.ready },
		body: { note: 'The first.' },
	}),
	decideCourseVersion: ({ courses }) => ({
		as: 'moderator',
		params: { id: courses.waiting, number: 1 },
		body: { approve: true },
	}),
	withdrawCourseVersion: ({ courses }) => ({ as: 'author', params: { id: courses.waiting, number: 1 } }),
	listCourseAuthors: ({ courses }) => ({ as: 'author', params: { id: courses.id } }),
	setCourseAuthor: ({ courses }) => ({
		as: 'author',
		params: { id: courses.id, handle: courses.helper },
		body: { role: 'mentor' },
	}),
	dropCourseAuthor: ({ courses }) => ({ as: 'author', params: { id: courses.id, handle: courses.helper } }),
	reportCourse: ({ courses }) => ({ as: 'author', params: { id: courses.id } }),
	listLearners: ({ courses }) => ({ as: 'author', params: { id: courses.id }, query: { limit: 10 } }),
};
