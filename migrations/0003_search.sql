-- Search. See docs/adr/0005-search.md for the measurements behind this shape.

-- What a document is worth before anybody asks anything: votes weigh by their logarithm, ten times the points as
-- much as three years of being newer. Comparable for ever, so nothing needs recomputing as time passes.
create function search_quality(score integer, published_at timestamptz) returns real
	language sql immutable parallel safe
	return (sign(score) * ln(1 + abs(score)::double precision)
		+ extract(epoch from published_at - timestamptz '2020-01-01 00:00:00+00')::double precision / 41000000)::real;

-- One document per item, with its replies; two where a part is held back: what is read without the entitlement,
-- and the whole. Tiers hold the documents by quality, each three times as many as those above it: a query whose
-- words are everywhere reads the first tiers only, so its cost does not grow with the number of documents.
create table search_documents (
	item_id bigint not null references items on delete cascade,
	-- 0: the whole, open to all who may see the item. 1: the preview. 2: the whole, for those entitled.
	part smallint not null check (part in (0, 1, 2)),
	tier smallint not null check (tier between 0 and 6),
	kind text not null,
	-- What the gate reads; kept equal to the item's by a trigger.
	space_id bigint not null,
	author_id bigint,
	access text not null,
	part_of bigint,
	score integer not null,
	-- An answer was accepted.
	solved boolean not null,
	published_at timestamptz not null,
	-- No longer true to its item: not shown until it is indexed anew.
	stale boolean not null default false,
	quality real not null generated always as (search_quality(score, published_at)) stored,
	-- Words in it, for BM25.
	length integer not null,
	terms tsvector not null,
	primary key (tier, item_id, part)
) partition by list (tier);

create table search_documents_0 partition of search_documents for values in (0);
create table search_documents_1 partition of search_documents for values in (1);
create table search_documents_2 partition of search_documents for values in (2);
create table search_documents_3 partition of search_documents for values in (3);
create table search_documents_4 partition of search_documents for values in (4);
create table search_documents_5 partition of search_documents for values in (5);
create table search_documents_6 partition of search_documents for values in (6);

do $$
begin
	for tier in 0..6 loop
		-- Compressing a tsvector gains next to nothing and costs at every ranking. Room on the page keeps a vote from
		-- touching the indexes.
		execute format('alter table search_documents_%s alter column terms set storage external, set (fillfactor = 85)', tier);
		-- A search would have to read the whole pending list; writers can wait instead, they are jobs.
		execute format('create index search_documents_%s_terms on search_documents_%s using gin (terms) with (fastupdate = off)', tier, tier);
	end loop;
end $$;
create index search_documents_item_idx on search_documents (item_id);
create index search_documents_new_idx on search_documents (published_at desc, item_id desc);

-- A document of quality q belongs to the first tier whose floor is not above q.
create table search_tiers (
	tier smallint primary key check (tier between 0 and 6),
	floor real not null,
	documents bigint not null default 0
);
insert into search_tiers (tier, floor) select tier, '-infinity' from generate_series(0, 6) as tier;

-- In how many documents a lexeme stands, counting only what everybody may read: what rare means, and what a
-- mistyped word may be corrected to.
create table search_terms (
	lexeme text primary key,
	documents integer not null
) with (fillfactor = 80);
create index search_terms_similar on search_terms using gin (lexeme gin_trgm_ops) where lexeme ~ '^[a-z]{4}';

-- One row: how many documents everybody may read, and the sum of their lengths.
create table search_totals (
	id smallint primary key default 1 check (id = 1),
	documents bigint not null default 0,
	words bigint not null default 0
);
insert into search_totals default values;

-- What decides who may read a document changes in the same transaction as the item. Where the text itself would
-- have to change, the document is out of sight until it is indexed again.
create function search_follow_item() returns trigger language plpgsql as $$
begin
	update search_documents set space_id = new.space_id, author_id = new.author_id, part_of = new.part_of,
			score = new.score, solved = new.accepted_reply_id is not null, published_at = new.published_at,
			stale = stale or new.status <> 'published' or new.access <> old.access
		where item_id = new.id;
	return null;
end $$;
create trigger items_search_followed after update of status, access, space_id, author_id, part_of, score, accepted_reply_id, published_at
	on items
	for each row when (
		(old.status, old.access, old.space_id, old.author_id, old.part_of, old.score, old.accepted_reply_id, old.published_at)
		is distinct from (new.status, new.access, new.space_id, new.author_id, new.part_of, new.score, new.accepted_reply_id, new.published_at))
	execute function search_follow_item();

-- How well a document fits a weighed list of terms: BM25 with k1 = 1.6, b = 0.75, a word of the title counting as two
-- more, and the whole up to doubled when the title has all of them: a page that is about a thing before pages that
-- mention it often. ts_rank of one term, its weights chosen so, is a sum over its places of 1/place² that tells how
-- often the term occurs (sum = pi²/6 - 1/(n + 1/2), nearly) and, being above 2, that it stands in the title.
create function search_rank(terms tsvector, length integer, average real, queries tsquery[], weights real[]) returns real
	language plpgsql immutable parallel safe as $$
declare
	-- Reads the vector out of its TOAST pages once, not once for each term.
	vector constant tsvector := setweight(terms, 'D', '{}'::text[]);
	norm constant double precision := 1.6 * (0.25 + 0.75 * length / average);
	total double precision := 0;
	asked double precision := 0;
	titled double precision := 0;
	places double precision;
	often double precision;
begin
	for i in 1 .. cardinality(queries) loop
		asked := asked + weights[i];
		places := 3.2898681 * ts_rank('{0.3, 0.5, 0.5, 1}'::real[], vector, queries[i]);
		if places > 0 then
			if places >= 1.999 then
				titled := titled + weights[i];
				often := 2 + 1 / (1.6449341 - least(places - 1, 1.63)) - 0.5;
			else
				often := 1 / (1.6449341 - least(places, 1.63)) - 0.5;
			end if;
			total := total + weights[i] * often * 2.6 / (often + norm);
		end if;
	end loop;
	return total * (1 + (titled / greatest(asked, 0.001)) ^ 2);
end $$;

-- The documents of the tiers 0 to `upto` that meet a condition, before anybody asks who may read them. As a function,
-- because the planner does not know that reading a vector out of its TOAST pages to look at it costs a hundred times
-- what it thinks, and would read a small tier from end to end.
create function search_matches(upto integer, query tsquery) returns setof search_documents
	language plpgsql stable parallel safe rows 500 set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
	return query select * from search_documents d where d.tier <= upto and d.terms @@ query and not d.stale;
end $$;

-- Words of the vocabulary that share trigrams with one that is in no text. As a function, because the planner, not
-- knowing how few words are alike, would rather compare them all.
create function search_similar(word text) returns table (lexeme text, documents integer)
	language sql stable parallel safe set enable_seqscan = off set pg_trgm.similarity_threshold = 0.3 as $$
	select t.lexeme, t.documents from search_terms t
	where t.lexeme ~ '^[a-z]{4}' and t.lexeme % word and t.documents > 0
	order by similarity(t.lexeme, word) desc, t.documents desc limit 40
$$;
