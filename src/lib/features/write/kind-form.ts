import { m } from '#lib/paraglide/messages.js';

interface KindForm {
	title: () => string;
	example: () => string;
	body: () => string;
	hint?: () => string;
	rows: number;
	bodyOptional: boolean;
	tipsTitle: () => string;
	tips: (() => string)[];
}

/** How the form of each kind speaks. */
export const kindForms: Record<string, KindForm> = {
	question: {
		title: m.write_question,
		example: m.write_title_question_example,
		body: m.write_body_question,
		hint: m.write_body_question_hint,
		rows: 14,
		bodyOptional: false,
		tipsTitle: m.write_tips_question,
		tips: [m.write_tips_question_1, m.write_tips_question_2, m.write_tips_question_3],
	},
	article: {
		title: m.write_article,
		example: m.write_title_article_example,
		body: m.write_body,
		rows: 22,
		bodyOptional: false,
		tipsTitle: m.write_tips_article,
		tips: [m.write_tips_article_1, m.write_tips_article_2, m.write_tips_article_3],
	},
	discussion: {
		title: m.write_discussion,
		example: m.write_title_discussion_example,
		body: m.write_body,
		rows: 12,
		bodyOptional: false,
		tipsTitle: m.write_tips_discussion,
		tips: [m.write_tips_discussion_1, m.write_tips_discussion_2],
	},
	snippet: {
		title: m.write_snippet,
		example: m.write_title_snippet_example,
		body: m.write_body_snippet,
		hint: m.write_body_snippet_hint,
		rows: 8,
		bodyOptional: true,
		tipsTitle: m.write_tips_snippet,
		tips: [m.write_tips_snippet_1, m.write_tips_snippet_2],
	},
	course: {
		title: m.studio_courses_new,
		example: m.studio_course_title_example,
		body: m.courses_about,
		hint: m.studio_about_hint,
		rows: 12,
		bodyOptional: true,
		tipsTitle: m.studio_courses,
		tips: [],
	},
	column: {
		title: m.write_column,
		example: m.write_title_column_example,
		body: m.write_body_column,
		hint: m.write_body_column_hint,
		rows: 10,
		bodyOptional: true,
		tipsTitle: m.write_tips_column,
		tips: [m.write_tips_column_1, m.write_tips_column_2],
	},
};
