import type { Db } from '../../../platform/db/index.ts';
import type { Progress } from '../../../platform/progress.ts';
import type { Stop } from '../../../platform/stop-signal.ts';
import type { ImportRun } from '../import-run.ts';
import type { Ref } from '../refs.ts';
import type { RenderPool } from '../render-pool.ts';
import type { Rendered } from '../render-text.ts';
import type { SourceError } from '../source-error.ts';
import type { SourceArticle } from './read-markdown.ts';

export interface MarkdownOptions {
	/** Slug of the space; made when it is not there. By default named after the folder or file. */
	space?: string;
	/** Handle of the person the articles belong to; without it they show the author's name only. */
	author?: string;
	/** Where the source is published: relative links and images lead there, and it is named under each article. */
	site?: string;
	/** Licence to show under each article whose front matter names none. */
	licence?: string;
	progress?: Progress;
	stop?: Stop;
	threads?: number;
}

export interface MarkdownImport {
	space: string;
	resumed: boolean;
	read: number;
	created: number;
	updated: number;
	unchanged: number;
	/** Articles edited here since the last import: the new text of the source was not taken. */
	kept: string[];
	/** Drafts of the source; they need an author to belong to. */
	drafts: number;
	/** Relative links and images that lead nowhere, as `path: address`. */
	unresolved: string[];
	/** What could not be read, each with its place. */
	problems: SourceError[];
	/** Articles in the space that came from this source, counted in the database. */
	inDatabase: number;
}

/** What the steps of one import work with. */
export interface ImportingArticles {
	db: Db;
	run: ImportRun;
	space: { id: number; slug: string };
	authorId: number | null;
	site: URL | undefined;
	options: MarkdownOptions;
	pool: RenderPool;
	/** Address here of every article of the source. */
	hrefs: Map<string, string>;
}

/** An article that is to be written, rendered. */
export interface Made {
	article: SourceArticle;
	ref: Ref;
	hash: string;
	text: Rendered;
	unresolved: string[];
}
