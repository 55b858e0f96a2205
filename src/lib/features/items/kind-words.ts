import { m } from '#lib/paraglide/messages.js';

interface KindWords {
	icon: string;
	one: () => string;
	many: () => string;
}

const words: Record<string, KindWords> = {
	question: {
		icon: 'message-circle-question-mark',
		one: m.items_kind_question,
		many: m.items_kind_questions,
	},
	article: { icon: 'file-text', one: m.items_kind_article, many: m.items_kind_articles },
	discussion: { icon: 'messages-square', one: m.items_kind_discussion, many: m.items_kind_discussions },
	snippet: { icon: 'square-code', one: m.items_kind_snippet, many: m.items_kind_snippets },
	column: { icon: 'library', one: m.items_kind_column, many: m.items_kind_columns },
	course: { icon: 'graduation-cap', one: m.items_kind_course, many: m.items_kind_courses },
};

/** Icon and names of a kind; a kind that is not known here goes by its own name. */
export function kindWords(kind: string): KindWords {
	return words[kind] ?? { icon: 'file-text', one: () => kind, many: () => kind };
}

/** The kinds in the order in which lists offer them: name and first part of the address. */
export const listedKinds = [
	['question', 'questions'],
	['article', 'articles'],
	['discussion', 'discussions'],
	['snippet', 'snippets'],
	['column', 'columns'],
	['course', 'courses'],
] as const;

/** The address of a list for a kind, and for all kinds with null. */
export type HrefForKind = (kind: { name: string; path: string } | null) => string;

/** Addresses of a place's list that name the kind in the query; `sort` stays where it is not the place's `usual` one. */
export function kindInQuery(path: string, sort: string, usual: string): HrefForKind {
	const kept = sort === usual ? [] : [`sort=${sort}`];
	return (kind) => {
		const query = [...(kind ? [`kind=${kind.name}`] : []), ...kept].join('&');
		return query ? `${path}?${query}` : path;
	};
}
