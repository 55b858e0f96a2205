import { statement, statementsByShape } from '../../platform/db/statement.ts';
import { accessJoins, accessLevel } from '../entitlements/index.ts';
import { type CardRow, cardColumns } from '../items/index.ts';

/** How many hits are counted; more are "1000+", and pages end there. */
export const countedHits = 1000;

export interface StatisticsRow {
	documents: number;
	words: number;
	terms: Record<string, number> | null;
	tiers: number[];
	spaces: Record<string, number> | null;
	authors: Record<string, number> | null;
	synonyms: Record<string, string> | null;
}

/** What the corpus holds of a query's lexemes, and what the names in its filters stand for. One row. */
export const statistics = statement<
	{ lexemes: string[]; spaces: string[]; authors: string[]; tags: string[] },
	StatisticsRow
>(
	`select t.documents, t.words,
		(select json_object_agg(lexeme, documents) from search_terms where lexeme = any(:lexemes::text[]
			|| array(select '/' || id from spaces where slug = any(:spaces::text[]))
			|| array(select '@' || id from users where handle = any(:authors::text[]))
			|| array(select '#' || g.slug from tag_synonyms y join tags g on g.id = y.tag_id where y.slug = any(:tags::text[])))) as terms,
		(select array_agg(documents::int order by tier) from search_tiers) as tiers,
		(select json_object_agg(slug, id) from spaces where slug = any(:spaces::text[])) as spaces,
		(select json_object_agg(handle, id) from users where handle = any(:authors::text[])) as authors,
		(select json_object_agg(y.slug, g.slug) from tag_synonyms y join tags g on g.id = y.tag_id where y.slug = any(:tags::text[])) as synonyms
	from search_totals t`,
);

interface TermRow {
	word: string;
	lexeme: string;
	documents: number;
	/** Documents with it in the title. */
	titled: number | null;
}

/** Which of the `forms` are words of the vocabulary; `words` says what each is a form of. */
export const knownForms = statement<{ words: string[]; forms: string[] }, TermRow>(
	`select f.word, t.lexeme, t.documents, (select v.documents from search_terms v where v.lexeme = '^' || t.lexeme) as titled
	from unnest(:words::text[], :forms::text[]) as f(word, form) join search_terms t on t.lexeme = f.form where t.documents > 0`,
);

/** Words of the vocabulary that look like the given ones. */
export const similarTerms = statement<{ words: string[] }, TermRow>(
	`select w.word, t.lexeme, t.documents, (select v.documents from search_terms v where v.lexeme = '^' || t.lexeme) as titled
	from unnest(:words::text[]) as w(word), search_similar(w.word) as t`,
);

export type SortOrder = 'relevance' | 'new' | 'votes';

/** What a statement for documents is like; two searches of one shape are one prepared statement with other values. */
export interface DocumentsShape {
	sort: SortOrder;
	/** Also look for documents with everything in the title, in more tiers. */
	titled: boolean;
	dated: boolean;
	/** Read newest first until the page is full, rather than finding all hits: for words that are everywhere. */
	walk: boolean;
}

export interface DocumentsParameters {
	user: number | null;
	staff: boolean;
	now: Date;
	query: string;
	/** Look for `query` in the tiers 0 to this. */
	tier: number;
	titledQuery: string | null;
	titledTier: number;
	after: Date | null;
	before: Date | null;
	average: number;
	queries: string[];
	weights: number[];
	/** How many of the documents found are ranked by their text, the best by quality. */
	ranked: number;
	limit: number;
	offset: number;
}

export interface DocumentRow {
	item_id: number;
	part: number;
	/** Hits counted, at most {@link countedHits} + 1 in the tiers read (and those found by title); null when not counted. */
	found: number | null;
	rank: number;
}

/** The statement for documents of this shape; built on first demand. */
export const documents = statementsByShape<DocumentsShape, DocumentsParameters, DocumentRow>(textOf);

// The gate stands where the candidates are found, so that counts and pages know only what this reader may see.
const readable = `(${accessLevel}) = any (case d.part
	when 0 then '{full,preview}'::text[] when 1 then '{preview}'::text[] else '{full}'::text[] end)`;
const source = (documents: string) => `${documents} d
	cross join lateral (select d.item_id as id, d.author_id, 'published'::text as status, d.access, d.part_of, d.space_id) i
	${accessJoins}`;
const orders: Record<SortOrder, string> = {
	relevance: 'quality desc, item_id desc',
	new: 'published_at desc, item_id desc',
	votes: 'score desc, item_id desc',
};

/** Votes, an accepted answer, freshness and the quality of the item (by a tenth up or down) move a text; they never lift one that hardly fits above one that fits well. */
const standing = `(1 + 0.08 * ln(1 + greatest(score, 0)) + case when solved then 0.1 else 0 end + 0.15 * exp(greatest(0, extract(epoch from :now::timestamptz - published_at))::double precision / -31000000.0))
	* case when score < -2 then 0.6 else 1 end
	* (0.9 + 0.2 * coalesce((select q.score from item_quality q where q.item_id = found.item_id), 0.5))`;

function textOf({ sort, titled, dated, walk }: DocumentsShape): string {
	const columns = 'd.item_id, d.part, d.quality, d.score, d.solved, d.published_at, d.length, d.terms';
	const dates = dated
		? `and (:after::timestamptz is null or d.published_at >= :after::timestamptz) and (:before::timestamptz is null or d.published_at < :before::timestamptz)`
		: '';
	const order = orders[sort].replace(/(\w+) desc/g, 'd.$1 desc');
	if (walk) {
		// "is true" hides the condition from the index on terms, which would have to find every hit first.
		return `select d.item_id, d.part, null as found, 0 as rank from ${source('search_documents')}
			where (d.terms @@ :query::tsquery) is true and not d.stale and ${readable} ${dates}
			order by ${order} limit :limit::int offset :offset::int`;
	}
	const matching = (tier: string, query: string, limit: number) =>
		`select ${columns} from ${source(`search_matches(${tier}::int, ${query}::tsquery)`)}
			where ${readable} ${dates} order by ${order} limit ${limit}`;
	const titles = titled ? `, titled as materialized (${matching(':titledTier', ':titledQuery', 200)})` : '';
	const together = `select *, row_number() over (order by ${orders[sort]}) as n from main${
		titled
			? ' union all select *, 0 from titled t where not exists (select from main m where m.item_id = t.item_id and m.part = t.part)'
			: ''
	}`;
	const rank =
		sort === 'relevance'
			? `case when n <= :ranked::int then search_rank(terms, length, :average::real, :queries::tsquery[], :weights::real[]) * ${standing} else -n end`
			: '0';
	return `with main as materialized (${matching(':tier', ':query', countedHits + 1)})${titles}
		select item_id, part, count(*) over () as found, ${rank} as rank from (${together}) as found
		order by ${sort === 'relevance' ? 'rank desc, ' : ''}${orders[sort]} limit :limit::int offset :offset::int`;
}

export interface HitRow extends CardRow {
	level: 'full' | 'preview';
	/** Markdown of what this reader may have; null when only the preview. */
	body: string | null;
	preview_html: string | null;
}

/** The cards of a page of hits and the texts to take snippets from, for what this reader may still see. */
export const hits = statement<{ ids: number[]; user: number | null; staff: boolean; now: Date }, HitRow>(
	`select ${cardColumns}, i.level,
		case when i.level = 'full' then left(b.source, 30000) || coalesce(E'\\n\\n' || (select left(c.code, 10000) from snippets c where c.item_id = i.id), '') end as body,
		case when i.level = 'full' then null else b.preview_html end as preview_html
	from (select i.*, ${accessLevel} as level from items i ${accessJoins} where i.id = any(:ids::bigint[]) and i.status = 'published') i
	left join item_bodies b on b.item_id = i.id join spaces s on s.id = i.space_id left join users u on u.id = i.author_id
	where i.level <> 'none'`,
);

/** Replies that hold one of the words, the best few of each item. Only items whose whole text this reader may have are asked for. */
export const matchingReplies = statement<
	{ ids: number[]; patterns: string[] },
	{ id: number; item_id: number; source: string }
>(
	`select r.id, asked.id as item_id, left(r.source, 4000) as source
	from unnest(:ids::bigint[]) as asked(id), lateral (
		(select id, source, score from replies where item_id = asked.id and kind <> 'comment' and status = 'published' order by score desc, id limit 60)
		union all
		(select id, source, score from replies where item_id = asked.id and kind = 'comment' and status = 'published' order by root_id, id limit 60)
	) as r
	where r.source ilike any(:patterns::text[])`,
);
