import { basename } from 'node:path';
import { hrefOf, slugOf } from '../../modules/items/index.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { type Progress, silentProgress } from '../../platform/progress.ts';
import { neverStop, type Stop } from '../../platform/stop-signal.ts';
import { ahead, inBatches } from './batches.ts';
import { clip, insertRows, reserveIds, updateRows } from './bulk.ts';
import { finishRun, type ImportRun, ImportStopped, withImportRun } from './import-run.ts';
import { indexImported, markForSearch } from './index-imported.ts';
import { adaptMarkdown } from './markdown/adapt-markdown.ts';
import { readMarkdown, type SourceArticle } from './markdown/read-markdown.ts';
import { findRefs, hashOf, type Ref, updateRefs } from './refs.ts';
import { openRenderPool, type RenderPool } from './render-pool.ts';
import type { Rendered } from './render-text.ts';
import { SourceError } from './source-error.ts';
import { tagBook } from './tag-book.ts';
import { targetSpace } from './target-space.ts';
import { languageOf } from './text-language.ts';
import { unedited } from './unedited.ts';

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

const BATCH = 50;
const MOST_TAGS = 12;
/** A ref whose item is not written yet; its id is taken so that other articles can link to it. */
const PENDING = 'pending';

interface Importing {
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

interface Made {
	article: SourceArticle;
	ref: Ref;
	hash: string;
	text: Rendered;
	unresolved: string[];
}

/**
 * Takes a folder of Markdown files, or a file of JSON Lines, over as articles of a space; see `docs/import.md`.
 *
 * Safe to run again: an article is known by its path and passed over while its content is the same. Stopped or
 * killed, the same call goes on with what is missing.
 *
 * @throws SourceError when the path, the author or the site cannot be used; what is wrong with one article is
 *   listed in `problems`
 */
export async function importMarkdown(
	db: Db,
	path: string,
	options: MarkdownOptions = {},
): Promise<MarkdownImport> {
	const progress = options.progress ?? silentProgress;
	const stop = options.stop ?? neverStop;
	const name =
		basename(path.replace(/\/+$/, ''))
			.replace(/\.gz$/, '')
			.replace(/\.(jsonl|ndjson|json|md|markdown)$/i, '') || 'articles';
	const site = options.site === undefined ? undefined : readSite(options.site);
	const authorId = options.author === undefined ? null : await findAuthor(db, options.author);
	return withImportRun(db, `markdown:${site?.host ?? name}`, path, async (run) => {
		const slug =
			options.space ??
			(slugOf(name, 'articles')
				.replace(/[^a-z0-9-]/g, '')
				.replace(/^-+|-+$/g, '')
				.slice(0, 60) ||
				'articles');
		const space = await targetSpace(db, slug, { name, about: site ? `Articles from <${site.href}>.` : '' });
		const problems = new Map<string, SourceError>();
		const note = (problem: SourceError) => problems.set(problem.message, problem);
		const pool = openRenderPool(options.threads);
		const importing: Importing = {
			db,
			run,
			space,
			authorId,
			site,
			options,
			pool,
			hrefs: await nameArticles(db, run, path, note),
		};
		const result: MarkdownImport = {
			space: space.slug,
			resumed: run.resumed,
			read: 0,
			created: 0,
			updated: 0,
			unchanged: 0,
			kept: [],
			drafts: 0,
			unresolved: [],
			problems: [],
			inDatabase: 0,
		};
		const position = { bytes: 0, totalBytes: 0 };
		const step = progress.step('articles', 'articles');
		const tags = tagBook();
		try {
			const batches = ahead(inBatches(readMarkdown(path, note, position), BATCH), 2, async (batch) => ({
				batch,
				made: await renderChanged(importing, batch),
				bytes: position.bytes,
			}));
			for await (const { batch, made, bytes } of batches) {
				const drafts = authorId === null ? batch.filter((article) => article.meta.draft).length : 0;
				await db.transaction().execute((tx) => writeBatch(tx, importing, made, tags, result));
				result.read += batch.length;
				result.drafts += drafts;
				result.unchanged += batch.length - drafts - made.length;
				step.advance(batch.length, position.totalBytes > 0 ? bytes / position.totalBytes : undefined);
				if (stop.requested) {
					step.finish('stopped');
					throw new ImportStopped();
				}
			}
		} finally {
			await pool.close();
		}
		step.finish();
		await indexImported(db, run, progress, stop);
		result.problems = [...problems.values()];
		result.inDatabase = await countArticles(db, run);
		await finishRun(db, run, { ...result, problems: result.problems.map((problem) => problem.message) });
		return result;
	});
}

function readSite(text: string): URL {
	const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
	if (url && /^https?:$/.test(url.protocol)) return url;
	throw new SourceError(
		'bad_value',
		{ file: text },
		'is no address of a site',
		'Write it as --site https://example.org/docs.',
	);
}

async function findAuthor(db: Db, handle: string): Promise<number> {
	const person = await db
		.selectFrom('users')
		.select('id')
		.where('handle', '=', handle.replace(/^@/, '').toLowerCase())
		.executeTakeFirst();
	if (person) return person.id;
	throw new SourceError(
		'not_found',
		{ file: handle },
		'nobody here has this handle',
		'Give the handle of someone who signed up.',
	);
}

/**
 * First reading: every article gets its id, so that links between articles can be written before their targets
 * are. One small entry of memory an article.
 */
async function nameArticles(
	db: Db,
	run: ImportRun,
	path: string,
	note: (problem: SourceError) => void,
): Promise<Map<string, string>> {
	const hrefs = new Map<string, string>();
	for await (const batch of inBatches(readMarkdown(path, note), 500)) {
		const refs = await findRefs(
			db,
			run.source,
			'article',
			batch.map((article) => article.path),
		);
		const fresh = [...new Set(batch.map((article) => article.path))].filter((name) => !refs.has(name));
		await db.transaction().execute(async (tx) => {
			const ids = await reserveIds(tx, 'items', fresh.length);
			await insertRows(
				tx,
				'import_refs',
				fresh.map((name, index) => ({
					source: run.source,
					kind: 'article',
					source_id: name,
					target_id: ids[index],
					content_hash: PENDING,
				})),
				'ignore',
			);
			for (const [index, name] of fresh.entries())
				refs.set(name, { targetId: ids[index]!, rowHash: PENDING, textHash: '' });
		});
		for (const article of batch) {
			hrefs.set(
				article.path,
				hrefOf({ kind: 'article', id: refs.get(article.path)!.targetId, slug: articleSlug(article) }),
			);
		}
	}
	return hrefs;
}

/** The readable part of an address: what the front matter says, unless that is a number or hash only. */
function articleSlug(article: SourceArticle): string {
	const given = article.meta.slug ?? '';
	return /\p{L}{3}/u.test(given) && !/^[0-9a-f]+$/i.test(given)
		? slugOf(given, 'article')
		: slugOf(article.title, 'article');
}

async function renderChanged(
	{ db, run, options, pool, hrefs, authorId, space }: Importing,
	batch: SourceArticle[],
): Promise<Made[]> {
	const refs = await findRefs(
		db,
		run.source,
		'article',
		batch.map((article) => article.path),
	);
	const work = batch.flatMap((article) => {
		const ref = refs.get(article.path)!;
		const hash = hashOf(article.hash, options.site ?? '', options.licence ?? '', authorId, space.id);
		return ref.rowHash === hash || (article.meta.draft && authorId === null) ? [] : [{ article, ref, hash }];
	});
	const site = options.site?.replace(/\/+$/, '').replace(/^(?![a-z]+:)/i, 'https://');
	const adapted = work.map(({ article }) =>
		adaptMarkdown(article.markdown, { path: article.path, site, hrefOf: (path) => hrefs.get(path) }),
	);
	const texts = await pool.render(
		adapted.map(({ markdown }) => ({ from: 'markdown', as: 'post', text: markdown, math: true })),
	);
	return work.map((entry, index) => ({
		...entry,
		text: texts[index]!,
		unresolved: adapted[index]!.unresolved,
	}));
}

async function writeBatch(
	tx: Tx,
	importing: Importing,
	made: Made[],
	tags: ReturnType<typeof tagBook>,
	result: MarkdownImport,
): Promise<void> {
	if (made.length === 0) return;
	const { run, authorId, space } = importing;
	const { rows: present } = await sql<{
		id: number;
	}>`select id from items where id = any(${made.map(({ ref }) => ref.targetId)}::bigint[])`.execute(tx);
	const there = new Set(present.map((row) => row.id));
	const untouched = await unedited(tx, 'item_bodies', 'item_id', made);
	const fresh = made.filter(({ ref }) => !there.has(ref.targetId) && ref.rowHash === PENDING);
	const rewritten = made.filter(({ ref }) => there.has(ref.targetId) && untouched.has(ref.targetId));
	const kept = made.filter(({ ref }) => there.has(ref.targetId) && !untouched.has(ref.targetId));
	const write = [...fresh, ...rewritten];
	const lists = await tags.listsOf(
		tx,
		write.map(({ article }) => [...article.meta.tags, ...article.meta.categories]),
	);
	const tagged = new Map(write.map((entry, index) => [entry, lists[index]!.slice(0, MOST_TAGS)]));
	const now = new Date();
	const content = ({ article, text }: Made) => ({
		author_id: authorId,
		author_name:
			authorId === null ? clip(article.meta.author ?? importing.site?.host ?? '', 80) || null : null,
		title: article.title,
		slug: articleSlug(article),
		excerpt: clip(article.meta.description ?? text.excerpt, 500),
		language: articleLanguage(article, text),
		reading_minutes: text.readingMinutes,
		status: article.meta.draft ? 'draft' : 'published',
		edited_at: article.meta.updated ?? null,
	});
	await insertRows(
		tx,
		'items',
		fresh.map((entry) => ({
			id: entry.ref.targetId,
			kind: 'article',
			space_id: space.id,
			...content(entry),
			tag_slugs: tagged.get(entry)!.map((tag) => tag.slug),
			access: 'free',
			format: 'text',
			revision: 1,
			version: 1,
			score: 0,
			up_count: 0,
			down_count: 0,
			answer_count: 0,
			comment_count: 0,
			reply_count: 0,
			view_count: 0,
			bookmark_count: 0,
			follower_count: 0,
			community_wiki: false,
			published_at: entry.article.meta.date ?? now,
			created_at: entry.article.meta.date ?? now,
			last_activity_at: entry.article.meta.updated ?? entry.article.meta.date ?? now,
		})),
	);
	await insertRows(
		tx,
		'revisions',
		fresh.map(({ article, ref, text }) => ({
			item_id: ref.targetId,
			number: 1,
			title: article.title,
			source: text.source,
			tag_slugs: [],
			editor_id: authorId,
			comment: '',
			created_at: article.meta.date ?? now,
		})),
	);
	await updateRows(
		tx,
		'items',
		'id',
		rewritten.map((entry) => ({
			id: entry.ref.targetId,
			...content(entry),
			tag_slugs: tagged.get(entry)!.map((tag) => tag.slug),
		})),
	);
	await addRevisions(tx, rewritten, authorId);
	await sql`delete from item_bodies where item_id = any(${rewritten.map(({ ref }) => ref.targetId)}::bigint[])`.execute(
		tx,
	);
	await insertRows(
		tx,
		'item_bodies',
		write.map(({ ref, text }) => ({
			item_id: ref.targetId,
			source: text.source,
			html: text.html,
			preview_html: text.previewHtml,
			headings: text.headings,
			words: text.words,
			has_math: text.hasMath,
			has_mermaid: text.hasMermaid,
		})),
	);
	await sql`delete from item_tags where item_id = any(${rewritten.map(({ ref }) => ref.targetId)}::bigint[])`.execute(
		tx,
	);
	await insertRows(
		tx,
		'item_tags',
		write.flatMap((entry) =>
			tagged.get(entry)!.map((tag) => ({ item_id: entry.ref.targetId, tag_id: tag.id })),
		),
	);
	await sql`delete from sources where item_id = any(${write.map(({ ref }) => ref.targetId)}::bigint[])`.execute(
		tx,
	);
	await insertRows(
		tx,
		'sources',
		write.flatMap((entry) => attribution(importing, entry)),
	);
	await addAliases(tx, importing, write);
	await markForSearch(
		tx,
		run.source,
		write.map(({ ref }) => ref.targetId),
	);
	await updateRefs(
		tx,
		run.source,
		'article',
		made.map((entry) => ({
			sourceId: entry.article.path,
			targetId: entry.ref.targetId,
			rowHash: entry.hash,
			textHash: kept.includes(entry) ? entry.ref.textHash : hashOf(entry.text.source),
		})),
	);
	result.created += fresh.length;
	result.updated += rewritten.length;
	result.kept.push(...kept.map(({ article }) => article.path));
	result.unresolved.push(
		...write.flatMap(({ article, unresolved }) => unresolved.map((address) => `${article.path}: ${address}`)),
	);
}

/** A new text from the source is a revision like any other, so that what stood before can be read. */
async function addRevisions(tx: Tx, rewritten: Made[], authorId: number | null): Promise<void> {
	if (rewritten.length === 0) return;
	const { rows } = await sql<{ id: number; revision: number }>`update items set revision = revision + 1
		where id = any(${rewritten.map(({ ref }) => ref.targetId)}::bigint[]) returning id, revision`.execute(tx);
	const numbers = new Map(rows.map((row) => [row.id, row.revision]));
	await insertRows(
		tx,
		'revisions',
		rewritten.map(({ article, ref, text }) => ({
			item_id: ref.targetId,
			number: numbers.get(ref.targetId),
			title: article.title,
			source: text.source,
			tag_slugs: [],
			editor_id: authorId,
			comment: '',
			created_at: new Date(),
		})),
	);
}

/** Named when the operator or the article says where it comes from; one's own folder needs no attribution. */
function attribution({ site, options }: Importing, { article, ref }: Made) {
	const { original, permalink, author, licence } = article.meta;
	const base = site?.href.replace(/\/+$/, '');
	const url = /^https?:\/\//.test(original ?? '')
		? original!
		: base === undefined
			? undefined
			: `${base}/${encodeURI((permalink ?? article.path.replace(/\.(md|markdown)$/i, '.html')).replace(/^\/+/, ''))}`;
	if (url === undefined) return [];
	const stated = licence ?? options.licence ?? '';
	return [
		{
			item_id: ref.targetId,
			site: new URL(url).host,
			url,
			author_name: author ? clip(author, 200) : null,
			author_url: null,
			licence: clip(stated, 100),
			licence_url: LICENCES[stated.toLowerCase()] ?? '',
		},
	];
}

const LICENCES: Record<string, string> = {
	'apache-2.0': 'https://www.apache.org/licenses/LICENSE-2.0',
	mit: 'https://opensource.org/license/mit',
	'cc0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
	'cc-by-4.0': 'https://creativecommons.org/licenses/by/4.0/',
	'cc-by-sa-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
	'cc-by-nc-sa-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
};

function articleLanguage(article: SourceArticle, text: Rendered): 'zh-CN' | 'en' {
	const stated = article.meta.language?.toLowerCase() ?? '';
	if (stated.startsWith('zh')) return 'zh-CN';
	if (stated.startsWith('en')) return 'en';
	return languageOf(article.title) === 'zh-CN' ? 'zh-CN' : languageOf(article.title, text.excerpt);
}

/** Former addresses lead to the article, unless something is there already. */
async function addAliases(tx: Tx, { hrefs }: Importing, made: Made[]): Promise<void> {
	const rows = made.flatMap(({ article }) =>
		[article.meta.permalink, ...article.meta.aliases].flatMap((alias) => {
			const path = alias?.startsWith('/') ? alias.replace(/\/+$/, '') || undefined : undefined;
			return path === undefined ? [] : [{ path, target: hrefs.get(article.path)! }];
		}),
	);
	await insertRows(tx, 'redirects', rows, 'ignore');
}

async function countArticles(db: Db, run: ImportRun): Promise<number> {
	const { rows } = await sql<{
		n: number;
	}>`select count(*)::int as n from import_refs join items on items.id = target_id
		where import_refs.source = ${run.source} and import_refs.kind = 'article'`.execute(db);
	return rows[0]!.n;
}
