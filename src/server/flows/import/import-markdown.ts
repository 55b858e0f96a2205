import { basename } from 'node:path';
import { hrefOf, slugOf } from '../../modules/items/index.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { silentProgress } from '../../platform/progress.ts';
import { neverStop } from '../../platform/stop-signal.ts';
import { ahead, inBatches } from './batches.ts';
import { insertRows, reserveIds } from './bulk.ts';
import { finishRun, type ImportRun, ImportStopped, withImportRun } from './import-run.ts';
import { indexImported } from './index-imported.ts';
import { adaptMarkdown } from './markdown/adapt-markdown.ts';
import type { ImportingArticles, Made, MarkdownImport, MarkdownOptions } from './markdown/markdown-import.ts';
import { readMarkdown, type SourceArticle } from './markdown/read-markdown.ts';
import { articleSlug, PENDING, writeArticles } from './markdown/write-articles.ts';
import { findRefs, hashOf } from './refs.ts';
import { openRenderPool } from './render-pool.ts';
import { SourceError } from './source-error.ts';
import { tagBook } from './tag-book.ts';
import { targetSpace } from './target-space.ts';

const BATCH = 50;

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
	const slug = options.space ?? spaceSlug(name);
	return withImportRun(db, `markdown:${site?.host ?? name}:${slug}`, path, async (run) => {
		const elsewhere = await lastPath(db, run);
		if (elsewhere !== undefined && elsewhere !== path) {
			progress.note(
				`Before, ${name} was imported from ${elsewhere}: articles of the same path are brought up to date.`,
			);
		}
		const space = await targetSpace(db, slug, {
			name: options.space ?? name,
			about: site ? `Articles from <${site.href}>.` : '',
		});
		const problems = new Map<string, SourceError>();
		const note = (problem: SourceError) => problems.set(problem.message, problem);
		const hrefs = await nameArticles(db, run, path, note);
		const pool = openRenderPool(options.threads);
		const importing: ImportingArticles = { db, run, space, authorId, site, options, pool, hrefs };
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
				await db.transaction().execute((tx) => writeArticles(tx, importing, made, tags, result));
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

function spaceSlug(name: string): string {
	const latin = slugOf(name, 'articles')
		.replace(/[^a-z0-9-]/g, '')
		.slice(0, 60);
	return latin.replace(/^-+|-+$/g, '') || 'articles';
}

/** Where the last finished import of this source read from. */
async function lastPath(db: Db, run: ImportRun): Promise<string | undefined> {
	const { rows } = await sql<{ path: string }>`select progress->>'fingerprint' as path from import_runs
		where source = ${run.source} and id < ${run.id} and finished_at is not null order by id desc limit 1`.execute(
		db,
	);
	return rows[0]?.path;
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

async function renderChanged(
	{ db, run, options, pool, hrefs, authorId, space }: ImportingArticles,
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

async function countArticles(db: Db, run: ImportRun): Promise<number> {
	const { rows } = await sql<{
		n: number;
	}>`select count(*)::int as n from import_refs join items on items.id = target_id
		where import_refs.source = ${run.source} and import_refs.kind = 'article'`.execute(db);
	return rows[0]!.n;
}
