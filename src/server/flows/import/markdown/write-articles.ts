import { slugOf } from '../../../modules/items/index.ts';
import { sql, type Tx } from '../../../platform/db/index.ts';
import { clip, insertRows, updateRows } from '../bulk.ts';
import { markForSearch } from '../index-imported.ts';
import { hashOf, updateRefs } from '../refs.ts';
import type { Rendered } from '../render-text.ts';
import type { tagBook } from '../tag-book.ts';
import { languageOf } from '../text-language.ts';
import { unedited } from '../unedited.ts';
import type { ImportingArticles, Made, MarkdownImport } from './markdown-import.ts';
import type { SourceArticle } from './read-markdown.ts';

const MOST_TAGS = 12;
/** A ref whose item is not written yet; its id is taken so that other articles can link to it. */
export const PENDING = 'pending';

/** The readable part of an address: what the front matter says, unless that is a number or hash only. */
export function articleSlug(article: SourceArticle): string {
	const given = article.meta.slug ?? '';
	return /\p{L}{3}/u.test(given) && !/^[0-9a-f]+$/i.test(given)
		? slugOf(given, 'article')
		: slugOf(article.title, 'article');
}

/** Writes one batch of articles that are new or differ from the last import, and adds to `result` what was done. */
export async function writeArticles(
	tx: Tx,
	importing: ImportingArticles,
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
function attribution({ site, options }: ImportingArticles, { article, ref }: Made) {
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
async function addAliases(tx: Tx, { hrefs }: ImportingArticles, made: Made[]): Promise<void> {
	const rows = made.flatMap(({ article }) =>
		[article.meta.permalink, ...article.meta.aliases].flatMap((alias) => {
			const path = alias?.startsWith('/') ? alias.replace(/\/+$/, '') || undefined : undefined;
			return path === undefined ? [] : [{ path, target: hrefs.get(article.path)! }];
		}),
	);
	await insertRows(tx, 'redirects', rows, 'ignore');
}
