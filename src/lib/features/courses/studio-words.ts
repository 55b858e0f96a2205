import { m } from '#lib/paraglide/messages.js';

/** Where a course stands, for who makes it. */
export function courseState(course: { status: string; inReview?: boolean }): string {
	if (course.inReview) return m.studio_course_in_review();
	if (course.status === 'draft') return m.studio_course_draft();
	return course.status === 'published' ? m.studio_course_published() : m.studio_course_hidden();
}

const roles: Record<string, () => string> = {
	owner: m.studio_course_role_owner,
	author: m.studio_course_role_author,
	editor: m.studio_course_role_editor,
	reviewer: m.studio_course_role_reviewer,
	mentor: m.studio_course_role_mentor,
	caretaker: m.studio_course_role_caretaker,
};

export function roleWord(role: string): string {
	return roles[role]?.() ?? role;
}
