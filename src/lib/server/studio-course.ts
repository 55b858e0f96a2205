import { type Course, has } from '#server/modules/courses/index.ts';

/** What the frame of the studio shows of a course, and what who looks may do. */
export function studioFrame(course: Course) {
	const { id, title, status, slug, version, role } = course;
	return {
		course: { id, title, status, slug, version, outlineRevision: course.outlineRevision },
		can: {
			edit: has(role, 'edit'),
			publish: has(role, 'publish'),
			review: has(role, 'review'),
			describe: has(role, 'describe'),
			people: has(role, 'people'),
			report: has(role, 'report'),
		},
	};
}
