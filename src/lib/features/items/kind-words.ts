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
] as const;
