-- The whole database, generated from the migrations: node scripts/schema.mjs

set check_function_bodies = off;

-- Extensions

create extension if not exists pg_trgm;

-- Functions

CREATE OR REPLACE FUNCTION board_rank(board bigint, own integer)
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
	select 1 + coalesce((select sum(people) from (
		select people from board_counts where board_id = board and level = 4 and bucket > own >> 24
		union all select people from board_counts where board_id = board and level = 3 and bucket > own >> 18 and bucket < ((own >> 24)::bigint + 1) << 6
		union all select people from board_counts where board_id = board and level = 2 and bucket > own >> 12 and bucket < ((own >> 18)::bigint + 1) << 6
		union all select people from board_counts where board_id = board and level = 1 and bucket > own >> 6 and bucket < ((own >> 12)::bigint + 1) << 6
		union all select people from board_counts where board_id = board and level = 0 and bucket > own and bucket < ((own >> 6)::bigint + 1) << 6
	) above), 0)::bigint;
$function$;

CREATE OR REPLACE FUNCTION bump_item_of_reply()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update items set version = version where id in (select distinct item_id from changed);
	return null;
end $function$;

CREATE OR REPLACE FUNCTION bump_item_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	new.version := old.version + 1;
	return new;
end $function$;

CREATE OR REPLACE FUNCTION count_badge_awards()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if tg_op <> 'INSERT' and old.withdrawn_at is null then update badges set award_count = award_count - 1 where id = old.badge_id; end if;
	if tg_op <> 'DELETE' and new.withdrawn_at is null then update badges set award_count = award_count + 1 where id = new.badge_id; end if;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_board_scores()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
	ids bigint[];
	scores integer[];
	moves integer[];
begin
	if tg_op = 'INSERT' then
		select array_agg(board_id), array_agg(score), array_agg(n) into ids, scores, moves
			from (select board_id, score, count(*)::integer as n from added where score > 0 group by 1, 2) a;
	elsif tg_op = 'DELETE' then
		select array_agg(board_id), array_agg(score), array_agg(n) into ids, scores, moves
			from (select board_id, score, -count(*)::integer as n from removed where score > 0 group by 1, 2) r;
	else
		select array_agg(board_id), array_agg(score), array_agg(n) into ids, scores, moves from (
			select board_id, score, sum(n)::integer as n from (
				select board_id, score, 1 as n from added where score > 0
				union all select board_id, score, -1 from removed where score > 0
			) both_sides group by 1, 2 having sum(n) <> 0
		) c;
	end if;
	perform move_board_counts(ids, scores, moves);
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_helpful()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if tg_op = 'INSERT' then update reviews set helpful = helpful + 1 where id = new.review_id;
	else update reviews set helpful = helpful - 1 where id = old.review_id;
	end if;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_items()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	perform from spaces where id in (select space_id from changed where status = 'published') order by id for no key update;
	update spaces set item_count = item_count + case tg_op when 'INSERT' then n else -n end
		from (select space_id, count(*) as n from changed where status = 'published' group by space_id) as counted
		where id = counted.space_id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_learners()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update courses set learner_count = learner_count + n, completed_count = completed_count + done
		from (select course_id, sum(n)::int as n, sum(done)::int as done from (
			select course_id, 1 as n, (completed_at is not null)::int as done from entered
			union all select course_id, -1, -(completed_at is not null)::int from gone) as one group by course_id
			having sum(n) <> 0 or sum(done) <> 0) as counted
		where item_id = course_id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_learners_deleted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update courses set learner_count = learner_count - n, completed_count = completed_count - done
		from (select course_id, count(*)::int as n, count(completed_at)::int as done from gone group by course_id) as counted
		where item_id = course_id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_learners_inserted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update courses set learner_count = learner_count + n, completed_count = completed_count + done
		from (select course_id, count(*)::int as n, count(completed_at)::int as done from entered group by course_id) as counted
		where item_id = course_id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_members()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update spaces set member_count = member_count + case tg_op when 'INSERT' then n else -n end
		from (select space_id, count(*) as n from changed group by space_id) as counted
		where id = counted.space_id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_organisation_members()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if tg_op = 'INSERT' then
		update organisations set member_count = member_count + 1 where id = new.organisation_id;
	else
		update organisations set member_count = member_count - 1 where id = old.organisation_id;
	end if;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_path_learners()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update paths set learner_count = learner_count + (tg_op = 'INSERT')::int - (tg_op = 'DELETE')::int,
			completed_count = completed_count + (tg_op <> 'DELETE' and new.completed_at is not null)::int
				- (tg_op <> 'INSERT' and old.completed_at is not null)::int
		where id = case when tg_op = 'DELETE' then old.path_id else new.path_id end;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_stars()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if tg_op <> 'INSERT' and old.hidden_at is null then
		update course_ratings set stars[old.rating] = stars[old.rating] - 1 where course_id = old.course_id;
	end if;
	if tg_op <> 'DELETE' and new.hidden_at is null then
		insert into course_ratings (course_id) values (new.course_id) on conflict do nothing;
		update course_ratings set stars[new.rating] = stars[new.rating] + 1 where course_id = new.course_id;
	end if;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION count_tagged()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	perform from tags where id in (select tag_id from changed where visible) order by id for no key update;
	update tags set item_count = item_count + case tg_op when 'INSERT' then n else -n end
		from (select tag_id, count(*) as n from changed where visible group by tag_id) as counted
		where id = counted.tag_id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION covered_length(covered int4multirange)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT (COALESCE(sum((upper(r.r) - lower(r.r))), (0)::bigint))::integer AS "coalesce" FROM unnest(covered_length.covered) r(r));

CREATE OR REPLACE FUNCTION fill_item_tag()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	select status = 'published' and listed, kind = 'question' and answer_count = 0 and closed_at is null,
			hot_rank, score, published_at, last_activity_at
		into new.visible, new.unanswered, new.hot_rank, new.score, new.published_at, new.last_activity_at
		from items where id = new.item_id;
	return new;
end $function$;

CREATE OR REPLACE FUNCTION hot_rank(score integer, answers integer, published_at timestamp with time zone)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((sign(((score + answers))::double precision) * log((GREATEST(abs((score + answers)), 1))::double precision)) + ((EXTRACT(epoch FROM (published_at - '2020-01-01 00:00:00+00'::timestamp with time zone)))::double precision / (45000)::double precision));

CREATE OR REPLACE FUNCTION invoices_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	raise exception 'an invoice is never changed: issue a credit note instead' using errcode = 'check_violation';
end $function$;

CREATE OR REPLACE FUNCTION keep_published_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if exists (select from version_lessons v where v.lesson_id = old.lesson_id and v.revision = old.number) then
		raise exception 'revision % of lesson % is published and never changes', old.number, old.lesson_id;
	end if;
	return new;
end $function$;

CREATE OR REPLACE FUNCTION keep_status()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if tg_op = 'DELETE' then
		raise exception 'entry % of status list % is never given away again', old.index, old.list_id;
	end if;
	if new.list_id <> old.list_id or new.index <> old.index or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
		raise exception 'entry % of status list % only ever becomes revoked', old.index, old.list_id;
	end if;
	return new;
end $function$;

CREATE OR REPLACE FUNCTION leave_scorm_bytes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	insert into scorm_leavings values (old.id) on conflict do nothing;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION ledger_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	raise exception 'the ledger is append-only: post a reversing transfer instead' using errcode = 'check_violation';
end $function$;

CREATE OR REPLACE FUNCTION ledger_balanced()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if not exists (select from ledger_entries where transfer_id = new.id) then
		raise exception 'ledger transfer % has no entries', new.id using errcode = 'check_violation';
	end if;
	if exists (select from ledger_entries where transfer_id = new.id group by currency having sum(amount) <> 0) then
		raise exception 'ledger transfer % does not balance', new.id using errcode = 'check_violation';
	end if;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION ledger_entry_balanced()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if (select coalesce(sum(amount), 0) from ledger_entries where transfer_id = new.transfer_id and currency = new.currency) <> 0 then
		raise exception 'ledger transfer % does not balance', new.transfer_id using errcode = 'check_violation';
	end if;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION list_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	select access <> 'private' into new.listed from spaces where id = new.space_id for no key update;
	return new;
end $function$;

CREATE OR REPLACE FUNCTION list_items_of_space()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update items set listed = (new.access <> 'private') where space_id = new.id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION media_left()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	insert into media_leavings (media_id) values (old.id) on conflict do nothing;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION move_board_counts(ids bigint[], scores integer[], moves integer[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
	if ids is null then return; end if;
	update boards b set people = b.people + m.n
		from (select i, sum(n)::integer as n from unnest(ids, moves) as g(i, n) group by i having sum(n) <> 0) m where b.id = m.i;
	with moved as (
		select i as board_id, l::smallint as level, s >> (6 * l) as bucket, sum(n)::integer as n
			from unnest(ids, scores, moves) as g(i, s, n), generate_series(0, 4) l group by 1, 2, 3 having sum(n) <> 0
	), fewer as (
		update board_counts c set people = c.people + m.n from moved m
			where m.n < 0 and c.board_id = m.board_id and c.level = m.level and c.bucket = m.bucket
	)
	insert into board_counts (board_id, level, bucket, people)
		select board_id, level, bucket, n from moved where n > 0 order by 1, 2, 3
		on conflict (board_id, level, bucket) do update set people = board_counts.people + excluded.people;
end $function$;

CREATE OR REPLACE FUNCTION note_board_entries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	insert into board_entries (ledger, entry_id) select tg_argv[0], id from added;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION orders_reservations()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if new.status in ('expired', 'cancelled', 'refunded') and new.holds_stock then
		update offers set sold = sold - new.quantity where id = new.offer_id;
		new.holds_stock := false;
	end if;
	if old.status = 'pending' and new.status in ('expired', 'cancelled') then
		with released as (
			update coupon_uses set status = 'released', changed_at = now()
				where order_id = new.id and status = 'reserved' returning discount_id)
		update discounts set used = used - 1 where id in (select discount_id from released);
	elsif old.status = 'pending' and new.status = 'paid' then
		update coupon_uses set status = 'used', changed_at = now() where order_id = new.id and status = 'reserved';
	end if;
	return new;
end $function$;

CREATE OR REPLACE FUNCTION recount_space()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	perform from spaces where id in (old.space_id, new.space_id) order by id for no key update;
	if old.status = 'published' then update spaces set item_count = item_count - 1 where id = old.space_id; end if;
	if new.status = 'published' then update spaces set item_count = item_count + 1 where id = new.space_id; end if;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION recount_tag()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update tags set item_count = item_count + case when new.visible then 1 else -1 end where id = new.tag_id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	raise exception '% is published and never changes', tg_table_name;
end $function$;

CREATE OR REPLACE FUNCTION rule_tables_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if old.status <> 'draft' and (new.rules, new.version, new.name, new.active_from) is distinct from (old.rules, old.version, old.name, old.active_from) then
		raise exception 'a version of the rules that was in force is not changed' using errcode = 'check_violation';
	end if;
	return new;
end $function$;

CREATE OR REPLACE FUNCTION search_follow_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update search_documents set space_id = new.space_id, author_id = new.author_id, part_of = new.part_of,
			score = new.score, solved = new.accepted_reply_id is not null, published_at = new.published_at,
			stale = stale or new.status <> 'published' or new.access <> old.access
		where item_id = new.id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION search_quality(score integer, published_at timestamp with time zone)
 RETURNS real
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (((sign((score)::double precision) * ln(((1)::double precision + (abs(score))::double precision))) + ((EXTRACT(epoch FROM (published_at - '2020-01-01 00:00:00+00'::timestamp with time zone)))::double precision / (41000000)::double precision)))::real;

CREATE OR REPLACE FUNCTION search_rank(terms tsvector, length integer, average real, queries tsquery[], weights real[])
 RETURNS real
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION search_similar(word text)
 RETURNS TABLE(lexeme text, documents integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET enable_seqscan TO 'off'
 SET "pg_trgm.similarity_threshold" TO '0.3'
AS $function$
	select t.lexeme, t.documents from search_terms t
	where t.lexeme ~ '^[a-z]{4}' and t.lexeme % word and t.documents > 0
	order by similarity(t.lexeme, word) desc, t.documents desc limit 40
$function$;

CREATE OR REPLACE FUNCTION sort_tags_of_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update item_tags set visible = new.status = 'published' and new.listed,
			unanswered = new.kind = 'question' and new.answer_count = 0 and new.closed_at is null,
			hot_rank = new.hot_rank, score = new.score, published_at = new.published_at, last_activity_at = new.last_activity_at
		where item_id = new.id;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION space_role_rank(role text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE role WHEN 'owner'::text THEN 3 WHEN 'moderator'::text THEN 2 WHEN 'expert'::text THEN 1 ELSE 0 END;

CREATE OR REPLACE FUNCTION split_is_whole()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
	rule bigint := to_jsonb(new) ->> case when tg_table_name = 'split_rules' then 'id' else 'rule_id' end;
begin
	if (select coalesce(sum(weight), 0) from split_shares where rule_id = rule) <> 10000 then
		raise exception 'the shares of split rule % are not the whole', rule using errcode = 'check_violation';
	end if;
	return null;
end $function$;

CREATE OR REPLACE FUNCTION standing_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if tg_op = 'DELETE' and not exists (select from users where id = old.user_id) then
		return old;
	end if;
	raise exception 'the ledgers of standing are append-only: write a reversing entry instead' using errcode = 'check_violation';
end $function$;

CREATE OR REPLACE FUNCTION studied_length(studied int8multirange)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT (COALESCE(sum((upper(r.r) - lower(r.r))), (0)::numeric))::integer AS "coalesce" FROM unnest(studied_length.studied) r(r));

CREATE OR REPLACE FUNCTION tell_person_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	perform pg_notify('stoa_events', json_build_object('id', 0, 'type', 'accounts.changed', 'payload', json_build_object('userId', new.id))::text);
	return null;
end $function$;

CREATE OR REPLACE FUNCTION tell_session_ended()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	perform pg_notify('stoa_events', json_build_object('id', 0, 'type', 'accounts.signed-out', 'payload', json_build_object('userId', old.user_id))::text);
	return null;
end $function$;

CREATE OR REPLACE FUNCTION tell_suspension()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	perform pg_notify('stoa_events', json_build_object('id', 0, 'type', 'accounts.changed', 'payload', json_build_object('userId', new.user_id))::text);
	return null;
end $function$;

-- Tables

create table affiliate_links (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	code text not null,
	note text not null default ''::text,
	clicks bigint not null default 0,
	created_at timestamp with time zone not null default now(),
	retired_at timestamp with time zone
);

create table affiliate_rates (
	seller_id bigint not null,
	bps integer not null,
	changed_at timestamp with time zone not null default now()
);

create table api_keys (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	name text not null,
	prefix text not null,
	hash text not null,
	scopes text[] not null,
	created_at timestamp with time zone not null default now(),
	last_used_at timestamp with time zone,
	expires_at timestamp with time zone,
	revoked_at timestamp with time zone
);

create table ask_listens (
	ask_id bigint not null,
	user_id bigint not null,
	order_id bigint not null,
	at timestamp with time zone not null default now()
);

create table ask_texts (
	ask_id bigint not null,
	part text not null,
	source text not null,
	html text not null,
	has_math boolean not null default false,
	at timestamp with time zone not null default now()
);

create table asks (
	id bigint not null generated by default as identity,
	order_id bigint not null,
	asker_id bigint not null,
	expert_id bigint not null,
	title text not null,
	language text not null default 'en'::text,
	open boolean not null,
	status text not null default 'waiting'::text,
	asked_at timestamp with time zone not null default now(),
	due_at timestamp with time zone not null,
	answered_at timestamp with time zone,
	closed_at timestamp with time zone,
	reason text,
	listen_offer_id bigint,
	item_id bigint
);

create table assignments (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	rubric jsonb not null,
	takes_text boolean not null default true,
	takes_link boolean not null default false,
	most_files integer not null default 0,
	due_at timestamp with time zone,
	due_days integer,
	late text not null default 'counts'::text,
	late_percent integer not null default 10,
	late_days integer,
	pass_mark real not null default 0.6,
	rounds integer default 1,
	reviews integer not null default 0,
	review_days integer not null default 7,
	samples jsonb not null default '[]'::jsonb,
	made_by bigint,
	created_at timestamp with time zone not null default now()
);

create table badge_awards (
	id bigint not null generated by default as identity,
	badge_id bigint not null,
	user_id bigint not null,
	cause text not null default ''::text,
	item_id bigint,
	reply_id bigint,
	given_by bigint,
	reason text not null default ''::text,
	point_entry_id bigint,
	awarded_at timestamp with time zone not null,
	withdrawn_at timestamp with time zone
);

create table badge_backfills (
	id bigint not null generated by default as identity,
	badge_id bigint not null,
	last_user_id bigint not null default 0,
	looked_at integer not null default 0,
	total integer not null default 0,
	awarded integer not null default 0,
	started_at timestamp with time zone not null,
	finished_at timestamp with time zone
);

create table badges (
	id bigint not null generated by default as identity,
	slug text not null,
	tier text not null,
	names jsonb not null,
	descriptions jsonb not null,
	rule jsonb,
	repeatable boolean not null default false,
	hidden boolean not null default false,
	points integer not null default 0,
	retired_at timestamp with time zone,
	award_count integer not null default 0,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	updated_at timestamp with time zone not null default now()
);

create table bank_question_revisions (
	question_id bigint not null,
	number integer not null,
	kind text not null,
	source text not null,
	body jsonb not null,
	editor_id bigint,
	created_at timestamp with time zone not null default now()
);

create table bank_questions (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	revision integer not null default 1,
	topic text not null default ''::text,
	removed_at timestamp with time zone,
	created_at timestamp with time zone not null default now()
);

create table bill_lines (
	id bigint not null generated by default as identity,
	provider text not null,
	day text not null,
	kind text not null,
	reference text not null,
	amount bigint not null,
	currency character(3) not null,
	at timestamp with time zone not null
);

create table billing_details (
	user_id bigint not null,
	name text not null default ''::text,
	tax_number text not null default ''::text,
	address text not null default ''::text,
	updated_at timestamp with time zone not null default now()
);

create table board_counts (
	board_id bigint not null,
	level smallint not null,
	bucket integer not null,
	people integer not null
) with (fillfactor=70);

create table board_entries (
	ledger text not null,
	entry_id bigint not null,
	at timestamp with time zone,
	space_id bigint,
	tag_ids bigint[] not null default '{}'::bigint[],
	newcomer boolean not null default false,
	counted boolean not null default true,
	added_at timestamp with time zone
);

create table board_scores (
	board_id bigint not null,
	user_id bigint not null,
	score integer not null
);

create table boards (
	id bigint not null generated by default as identity,
	measure text not null,
	period text not null,
	starts_on date not null,
	space_id bigint,
	tag_id bigint,
	newcomers boolean not null default false,
	people integer not null default 0
);

create table bookmarks (
	user_id bigint not null,
	item_id bigint not null,
	created_at timestamp with time zone not null default now()
);

create table bounties (
	id bigint not null generated by default as identity,
	item_id bigint not null,
	offered_by bigint,
	amount integer not null,
	starts_at timestamp with time zone not null default now(),
	ends_at timestamp with time zone not null,
	reply_id bigint,
	awarded_at timestamp with time zone
);

create table bundle_items (
	bundle_id bigint not null,
	item_id bigint not null,
	"position" integer not null default 0
);

create table bundles (
	id bigint not null generated by default as identity,
	slug text not null,
	title text not null,
	description text not null default ''::text,
	seller_id bigint,
	created_at timestamp with time zone not null default now(),
	retired_at timestamp with time zone
);

create table calendar_feeds (
	user_id bigint not null,
	number integer not null default 1,
	renewed_at timestamp with time zone not null default now()
);

create table calibrations (
	lesson_id bigint not null,
	user_id bigint not null,
	sample_key text not null,
	chosen smallint[] not null,
	done_at timestamp with time zone not null
);

create table canned_replies (
	id bigint not null generated by default as identity,
	title text not null,
	text text not null,
	category text,
	language text not null default 'zh-CN'::text,
	"position" integer not null default 0,
	updated_by bigint,
	updated_at timestamp with time zone not null
);

create table cash_bounties (
	order_id bigint not null,
	item_id bigint not null,
	offered_by bigint not null,
	amount bigint not null,
	currency character(3) not null,
	ends_at timestamp with time zone not null,
	status text not null default 'running'::text,
	won_by bigint,
	reply_id bigint,
	created_at timestamp with time zone not null default now(),
	closed_at timestamp with time zone
);

create table certificates (
	id bigint not null generated by default as identity,
	token text not null,
	user_id bigint not null,
	course_id bigint,
	path_id bigint,
	achievement jsonb not null,
	learner_name text not null,
	name_shown boolean not null default true,
	started_at timestamp with time zone,
	completed_at timestamp with time zone not null,
	issued_at timestamp with time zone not null default now(),
	list_id bigint not null,
	status_index integer not null,
	credential jsonb not null,
	replaces bigint,
	revoked_at timestamp with time zone,
	revoked_by bigint,
	reason text not null default ''::text,
	badge_award_id bigint
);

create table check_domains (
	domain text not null,
	allowed boolean not null,
	added_by bigint,
	created_at timestamp with time zone not null default now()
);

create table check_lists (
	id bigint not null generated by default as identity,
	name text not null,
	shipped text,
	action text not null,
	words text not null default ''::text,
	word_count integer not null default 0,
	version integer not null default 1,
	made_by bigint,
	created_at timestamp with time zone not null default now(),
	changed_at timestamp with time zone not null default now()
);

create table check_rules (
	name text not null,
	action text not null,
	for_new double precision,
	for_others double precision,
	hold_at double precision,
	hide_at double precision,
	changed_by bigint,
	changed_at timestamp with time zone not null default now()
);

create table check_runs (
	id bigint not null generated by default as identity,
	what text not null,
	task text,
	status text not null default 'waiting'::text,
	done integer not null default 0,
	total integer not null default 0,
	found integer not null default 0,
	fault text,
	asked_by bigint,
	created_at timestamp with time zone not null default now(),
	started_at timestamp with time zone,
	ended_at timestamp with time zone
);

create table closing_votes (
	item_id bigint not null,
	user_id bigint not null,
	direction text not null,
	reason text not null default ''::text,
	duplicate_of bigint,
	created_at timestamp with time zone not null default now()
);

create table closures (
	item_id bigint not null,
	reason text not null,
	duplicate_of bigint,
	actor_id bigint,
	created_at timestamp with time zone not null default now()
);

create table cohort_check_ins (
	id bigint not null generated by default as identity,
	cohort_id bigint not null,
	user_id bigint not null,
	day date not null,
	text text not null default ''::text,
	media_id bigint,
	made_up boolean not null default false,
	at timestamp with time zone not null default now()
);

create table cohort_cheers (
	check_in_id bigint not null,
	user_id bigint not null,
	at timestamp with time zone not null default now()
);

create table cohort_groups (
	id bigint not null generated by default as identity,
	cohort_id bigint not null,
	number integer not null,
	name text not null
);

create table cohort_members (
	cohort_id bigint not null,
	user_id bigint not null,
	order_id bigint,
	status text not null default 'active'::text,
	group_id bigint,
	joined_at timestamp with time zone not null default now(),
	closed_at timestamp with time zone,
	cards_used integer not null default 0,
	check_in_count integer not null default 0,
	last_check_in date,
	returned bigint,
	reminded_at timestamp with time zone
);

create table cohort_plan (
	id bigint not null generated by default as identity,
	cohort_id bigint not null,
	day date not null,
	time_of_day text,
	starts_at timestamp with time zone,
	minutes integer,
	lesson_id bigint,
	title text not null default ''::text,
	place text not null default ''::text
);

create table cohort_reminders (
	cohort_id bigint not null,
	user_id bigint not null,
	stage text not null,
	reminded_at timestamp with time zone not null
);

create table cohorts (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	name text not null,
	source text not null default ''::text,
	html text not null default ''::text,
	status text not null default 'draft'::text,
	starts_on date not null,
	ends_on date not null,
	join_until date not null,
	time_zone text not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	join_until_at timestamp with time zone not null,
	seats integer not null,
	taken integer not null default 0,
	price bigint not null default 0,
	deposit bigint not null default 0,
	currency character(3),
	offer_id bigint,
	rule jsonb not null default '{}'::jsonb,
	makeup_cards integer not null default 0,
	groups_by text not null default 'none'::text,
	space_id bigint,
	opens_course boolean not null default false,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	published_at timestamp with time zone,
	closed_at timestamp with time zone
);

create table community_days (
	user_id bigint not null,
	day date not null,
	acts integer not null default 1,
	begins_at timestamp with time zone not null,
	ends_at timestamp with time zone not null
);

create table coupon_uses (
	order_id bigint not null,
	discount_id bigint not null,
	user_id bigint not null,
	status text not null default 'reserved'::text,
	created_at timestamp with time zone not null default now(),
	changed_at timestamp with time zone not null default now()
);

create table course_authors (
	course_id bigint not null,
	user_id bigint not null,
	role text not null,
	added_by bigint,
	added_at timestamp with time zone not null default now()
);

create table course_faq (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	question_id bigint,
	question text not null,
	source text not null,
	html text not null,
	has_math boolean not null default false,
	"position" integer not null default 0,
	added_by bigint,
	created_at timestamp with time zone not null default now(),
	edited_at timestamp with time zone
);

create table course_imports (
	id bigint not null generated by default as identity,
	owner_id bigint not null,
	course_id bigint,
	space_id bigint,
	media_id bigint,
	name text not null,
	status text not null default 'waiting'::text,
	file_count integer not null default 0,
	done_count integer not null default 0,
	report jsonb,
	refusal text,
	refusal_params jsonb not null default '{}'::jsonb,
	created_at timestamp with time zone not null default now(),
	worked_at timestamp with time zone not null default now(),
	ended_at timestamp with time zone
);

create table course_ratings (
	course_id bigint not null,
	stars integer[] not null default '{0,0,0,0,0}'::integer[],
	count integer not null generated always as (((((stars[1] + stars[2]) + stars[3]) + stars[4]) + stars[5])) stored,
	sum integer not null generated always as (((((stars[1] + (2 * stars[2])) + (3 * stars[3])) + (4 * stars[4])) + (5 * stars[5]))) stored
);

create table course_sections (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	title text not null,
	"position" integer not null
);

create table course_versions (
	course_id bigint not null,
	number integer not null,
	status text not null,
	note text not null default ''::text,
	lesson_count integer not null default 0,
	minutes integer not null default 0,
	submitted_by bigint,
	submitted_at timestamp with time zone not null default now(),
	decided_by bigint,
	decided_at timestamp with time zone,
	reason text not null default ''::text
);

create table courses (
	item_id bigint not null,
	version integer,
	outline_revision integer not null default 1,
	outcomes text[] not null default '{}'::text[],
	audience text not null default ''::text,
	needs text not null default ''::text,
	rule jsonb,
	review boolean not null default false,
	lesson_count integer not null default 0,
	minutes integer not null default 0,
	learner_count integer not null default 0,
	completed_count integer not null default 0,
	published_at timestamp with time zone,
	cover text not null default ''::text,
	cover_alt text not null default ''::text,
	cover_media_id bigint
);

create table discounts (
	id bigint not null generated by default as identity,
	seller_id bigint,
	code text,
	name text not null,
	percent_bps integer,
	amount bigint,
	currency character(3),
	sells text[],
	item_id bigint,
	space_id bigint,
	bundle_id bigint,
	tier_id bigint,
	minimum bigint,
	region text,
	segment text,
	min_level integer,
	starts_at timestamp with time zone not null default now(),
	ends_at timestamp with time zone,
	first_order boolean not null default false,
	per_person integer,
	total integer,
	used integer not null default 0,
	exclusive boolean not null default false,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	retired_at timestamp with time zone
);

create table disputes (
	id bigint not null generated by default as identity,
	order_id bigint not null,
	payment_id bigint not null,
	status text not null,
	amount bigint not null,
	currency character(3) not null,
	covered bigint not null,
	opened_at timestamp with time zone not null default now(),
	closed_at timestamp with time zone
);

create table due_extensions (
	id bigint not null generated by default as identity,
	lesson_id bigint not null,
	course_id bigint not null,
	user_id bigint not null,
	due_at timestamp with time zone,
	reason text not null,
	given_by bigint,
	given_at timestamp with time zone not null
);

create table election_answers (
	question_id bigint not null,
	candidate_id bigint not null,
	source text not null,
	html text not null,
	at timestamp with time zone not null default now()
);

create table election_ballots (
	election_id bigint not null,
	receipt_hash text not null,
	ranking jsonb not null
);

create table election_candidates (
	election_id bigint not null,
	user_id bigint not null,
	source text not null,
	html text not null,
	stood_at timestamp with time zone not null default now(),
	withdrawn_at timestamp with time zone,
	elected integer,
	seated_at timestamp with time zone
);

create table election_questions (
	id bigint not null generated by default as identity,
	election_id bigint not null,
	asker_id bigint,
	text text not null,
	asked_at timestamp with time zone not null default now()
);

create table election_roll (
	election_id bigint not null,
	user_id bigint not null,
	voted boolean not null default false
);

create table elections (
	id bigint not null generated by default as identity,
	title text not null,
	source text not null default ''::text,
	html text not null default ''::text,
	space_id bigint,
	seats integer not null,
	status text not null default 'nomination'::text,
	time_zone text not null,
	nomination_ends_at timestamp with time zone not null,
	questions_end_at timestamp with time zone not null,
	ballot_ends_at timestamp with time zone not null,
	stand_rule jsonb not null,
	vote_rule jsonb not null,
	seats_at_once boolean not null default false,
	seed text,
	lot jsonb,
	result jsonb,
	roll_size integer not null default 0,
	ballot_count integer not null default 0,
	called_by bigint,
	created_at timestamp with time zone not null default now(),
	counted_at timestamp with time zone,
	cancel_reason text not null default ''::text
);

create table enrolments (
	user_id bigint not null,
	course_id bigint not null,
	version integer not null,
	started_at timestamp with time zone not null default now(),
	completed_at timestamp with time zone
);

create table entitlements (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	item_id bigint,
	space_id bigint,
	source text not null,
	source_ref text not null,
	starts_at timestamp with time zone not null default now(),
	ends_at timestamp with time zone,
	revoked_at timestamp with time zone,
	created_at timestamp with time zone not null default now()
);

create table escrows (
	order_id bigint not null,
	share_bps integer not null,
	status text not null default 'held'::text,
	held_at timestamp with time zone not null default now(),
	closed_at timestamp with time zone
);

create table events (
	id bigint not null generated by default as identity,
	type text not null,
	actor_id bigint,
	payload jsonb not null,
	occurred_at timestamp with time zone not null default now(),
	relayed_at timestamp with time zone
);

create table exercise_tries (
	id bigint not null generated by default as identity,
	exercise_id bigint not null,
	lesson_id bigint not null,
	user_id bigint not null,
	code text not null,
	trial boolean not null,
	results jsonb not null,
	passed integer not null,
	total integer not null,
	created_at timestamp with time zone not null default now()
);

create table exercises (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	language text not null,
	starter text not null default ''::text,
	setup text not null default ''::text,
	solution text not null default ''::text,
	cases jsonb not null,
	any_order boolean not null default false,
	seconds integer not null default 2,
	made_by bigint,
	created_at timestamp with time zone not null default now()
);

create table expert_application_tags (
	application_id bigint not null,
	tag_id bigint not null
);

create table expert_applications (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	renews boolean not null default false,
	status text not null default 'waiting'::text,
	statement text not null,
	private_note text not null default ''::text,
	languages text[] not null default '{}'::text[],
	created_at timestamp with time zone not null,
	decided_at timestamp with time zone
);

create table expert_evidence (
	id bigint not null generated by default as identity,
	application_id bigint not null,
	kind text not null,
	title text not null,
	body text not null default ''::text,
	item_id bigint,
	media_id bigint,
	shown boolean not null default false
);

create table expert_reviews (
	application_id bigint not null,
	reviewer_id bigint not null,
	verdict text not null,
	reason text not null,
	at timestamp with time zone not null
);

create table expert_tags (
	user_id bigint not null,
	tag_id bigint not null
);

create table experts (
	user_id bigint not null,
	application_id bigint not null,
	status text not null,
	since timestamp with time zone not null,
	expires_at timestamp with time zone not null,
	reminded_days integer,
	revoked_by bigint,
	revoked_at timestamp with time zone,
	revoked_reason text not null default ''::text,
	answer_hours real
);

create table fair_decisions (
	id bigint not null generated by default as identity,
	finding_id bigint not null,
	decided_by bigint,
	decision text not null,
	reason text not null,
	at timestamp with time zone not null
);

create table fair_discounts (
	id bigint not null generated by default as identity,
	finding_id bigint not null,
	ledger text not null,
	entry_id bigint not null,
	reversal_id bigint not null,
	restored_id bigint
);

create table fair_edges (
	id bigint not null generated by default as identity,
	finding_id bigint not null,
	from_id bigint not null,
	to_id bigint not null,
	item_id bigint,
	reply_id bigint,
	at timestamp with time zone not null
);

create table fair_finding_people (
	finding_id bigint not null,
	user_id bigint not null,
	part text not null
);

create table fair_findings (
	id bigint not null generated by default as identity,
	pattern text not null,
	status text not null default 'open'::text,
	confidence real not null,
	marks jsonb not null default '{}'::jsonb,
	first_at timestamp with time zone not null,
	last_at timestamp with time zone not null,
	run_id bigint,
	found_at timestamp with time zone not null,
	updated_at timestamp with time zone not null
);

create table fair_pulses (
	author_id bigint not null,
	since timestamp with time zone not null,
	votes integer not null default 0,
	due boolean not null default false
) with (fillfactor=70);

create table fair_runs (
	id bigint not null generated by default as identity,
	scope text not null,
	status text not null default 'running'::text,
	step text not null default 'votes'::text,
	done integer not null default 0,
	total integer not null default 0,
	since timestamp with time zone,
	votes integer not null default 0,
	people integer not null default 0,
	findings integer not null default 0,
	started_at timestamp with time zone not null,
	finished_at timestamp with time zone
);

create table fapiao_requests (
	id bigint not null generated by default as identity,
	order_id bigint not null,
	user_id bigint not null,
	holder text not null,
	title text not null,
	tax_number text not null default ''::text,
	email text not null,
	amount bigint not null,
	status text not null default 'asked'::text,
	fapiao_number text,
	link text,
	reason text,
	decided_by bigint,
	decided_at timestamp with time zone,
	created_at timestamp with time zone not null default now()
);

create table follows (
	user_id bigint not null,
	item_id bigint,
	tag_id bigint,
	space_id bigint,
	person_id bigint,
	created_at timestamp with time zone not null default now()
);

create table gifts (
	id bigint not null generated by default as identity,
	code text not null,
	order_id bigint not null,
	number integer not null,
	giver_id bigint not null,
	message text not null default ''::text,
	status text not null default 'ready'::text,
	created_at timestamp with time zone not null default now(),
	expires_at timestamp with time zone not null,
	redeemed_by bigint,
	redeemed_at timestamp with time zone
);

create table goods (
	id bigint not null generated by default as identity,
	names jsonb not null,
	descriptions jsonb not null,
	price integer not null,
	stock integer,
	per_person integer,
	asks text not null default 'nothing'::text,
	retired_at timestamp with time zone,
	created_by bigint,
	created_at timestamp with time zone not null default now()
);

create table goods_orders (
	id bigint not null generated by default as identity,
	goods_id bigint not null,
	user_id bigint not null,
	key text not null,
	names jsonb not null,
	price integer not null,
	status text not null default 'placed'::text,
	note text not null default ''::text,
	answer text not null default ''::text,
	point_entry_id bigint,
	placed_at timestamp with time zone not null,
	settled_at timestamp with time zone,
	settled_by bigint
);

create table group_buys (
	id bigint not null generated by default as identity,
	offer_id bigint not null,
	item_id bigint not null,
	started_by bigint not null,
	size integer not null,
	joined integer not null default 0,
	status text not null default 'open'::text,
	created_at timestamp with time zone not null default now(),
	ends_at timestamp with time zone not null,
	closed_at timestamp with time zone
);

create table group_members (
	order_id bigint not null,
	group_id bigint not null,
	user_id bigint not null,
	joined_at timestamp with time zone not null default now()
);

create table handled_events (
	event_id bigint not null,
	handler text not null,
	handled_at timestamp with time zone not null default now()
);

create table honours (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	names jsonb not null,
	year smallint,
	reason text not null default ''::text,
	given_by bigint,
	given_at timestamp with time zone not null,
	withdrawn_at timestamp with time zone
);

create table idempotency_keys (
	user_id bigint not null,
	key text not null,
	request_hash text not null,
	status integer,
	response jsonb,
	created_at timestamp with time zone not null default now()
);

create table identities (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	account_id text not null,
	provider_id text not null,
	access_token text,
	refresh_token text,
	id_token text,
	access_token_expires_at timestamp with time zone,
	refresh_token_expires_at timestamp with time zone,
	scope text,
	password text,
	created_at timestamp with time zone not null default now(),
	updated_at timestamp with time zone not null default now()
);

create table import_refs (
	source text not null,
	kind text not null,
	source_id text not null,
	target_id bigint not null,
	content_hash text not null default ''::text
);

create table import_runs (
	id bigint not null generated by default as identity,
	source text not null,
	phase text not null default 'start'::text,
	progress jsonb not null default '{}'::jsonb,
	counts jsonb not null default '{}'::jsonb,
	started_at timestamp with time zone not null default now(),
	finished_at timestamp with time zone
);

create table invoice_counters (
	series text not null,
	year integer not null,
	last integer not null
);

create table invoices (
	id bigint not null generated by default as identity,
	series text not null,
	year integer not null,
	number integer not null,
	order_id bigint not null,
	user_id bigint not null,
	corrects bigint,
	currency character(3) not null,
	net bigint not null,
	tax bigint not null,
	total bigint not null,
	seller jsonb not null,
	buyer jsonb not null,
	lines jsonb not null,
	tax_lines jsonb not null,
	issued_at timestamp with time zone not null
);

create table issuer_keys (
	id bigint not null generated by default as identity,
	did text not null,
	fragment text not null,
	public_key text not null,
	private_key text not null,
	created_at timestamp with time zone not null default now(),
	retired_at timestamp with time zone,
	revoked_at timestamp with time zone
);

create table item_bodies (
	item_id bigint not null,
	source text not null,
	html text not null,
	preview_html text,
	headings jsonb not null default '[]'::jsonb,
	words integer not null default 0,
	has_math boolean not null default false,
	has_mermaid boolean not null default false
);

create table item_links (
	item_id bigint not null,
	target_id bigint not null,
	kind text not null
);

create table item_quality (
	item_id bigint not null,
	score real not null,
	parts jsonb not null,
	computed_at timestamp with time zone not null
);

create table item_reads (
	user_id bigint not null,
	item_id bigint not null,
	read_at timestamp with time zone not null default now()
);

create table item_tags (
	item_id bigint not null,
	tag_id bigint not null,
	visible boolean not null default false,
	unanswered boolean not null default false,
	hot_rank double precision not null default 0,
	score integer not null default 0,
	published_at timestamp with time zone not null default now(),
	last_activity_at timestamp with time zone not null default now()
) with (fillfactor=85);

create table item_upheld (
	case_id bigint not null,
	item_id bigint not null,
	at timestamp with time zone not null
);

create table items (
	id bigint not null generated by default as identity,
	kind text not null,
	space_id bigint not null,
	author_id bigint,
	author_name text,
	slug text not null,
	title text not null,
	excerpt text not null default ''::text,
	language text not null default 'zh-CN'::text,
	difficulty text,
	format text not null default 'text'::text,
	status text not null default 'published'::text,
	access text not null default 'free'::text,
	price_amount integer,
	price_currency text,
	part_of bigint,
	part_number integer,
	listed boolean not null default true,
	tag_slugs text[] not null default '{}'::text[],
	revision integer not null default 1,
	version integer not null default 1,
	score integer not null default 0,
	up_count integer not null default 0,
	down_count integer not null default 0,
	answer_count integer not null default 0,
	comment_count integer not null default 0,
	reply_count integer not null default 0,
	view_count integer not null default 0,
	bookmark_count integer not null default 0,
	follower_count integer not null default 0,
	reaction_counts jsonb not null default '{}'::jsonb,
	reading_minutes integer not null default 1,
	accepted_reply_id bigint,
	bounty_amount integer,
	bounty_ends_at timestamp with time zone,
	community_wiki boolean not null default false,
	closed_at timestamp with time zone,
	locked_at timestamp with time zone,
	pinned_at timestamp with time zone,
	hot_rank double precision not null generated always as (hot_rank(score, answer_count, published_at)) stored,
	last_activity_at timestamp with time zone not null default now(),
	published_at timestamp with time zone not null default now(),
	created_at timestamp with time zone not null default now(),
	edited_at timestamp with time zone,
	deleted_at timestamp with time zone,
	deleted_by bigint,
	cash_amount bigint,
	cash_currency character(3),
	group_amount bigint,
	group_size integer,
	announced boolean not null default true,
	deleted_from text
) with (fillfactor=85);

create table juries (
	id bigint not null generated by default as identity,
	case_id bigint not null,
	title text not null,
	evidence jsonb not null,
	space_id bigint,
	status text not null default 'sealed'::text,
	size integer not null,
	quorum integer not null,
	juror_hours integer not null,
	closes_at timestamp with time zone not null,
	seed text not null,
	seed_hash text not null,
	pool jsonb not null,
	outcome text,
	upheld_votes integer,
	dismissed_votes integer,
	statement text not null default ''::text,
	called_by bigint,
	created_at timestamp with time zone not null default now(),
	closed_at timestamp with time zone
);

create table jury_opt_outs (
	user_id bigint not null,
	at timestamp with time zone not null default now()
);

create table jury_seats (
	jury_id bigint not null,
	user_id bigint not null,
	drawn integer not null,
	status text not null default 'summoned'::text,
	summoned_at timestamp with time zone not null,
	due_at timestamp with time zone not null,
	vote text,
	reasons text not null default ''::text
);

create table learning_days (
	user_id bigint not null,
	day date not null,
	studied int8multirange not null default '{}'::int8multirange,
	seconds integer not null generated always as (studied_length(studied)) stored,
	lessons integer not null default 0
) with (fillfactor=80);

create table learning_goals (
	user_id bigint not null,
	minutes integer not null default 15,
	remind boolean not null default false,
	remind_hour integer not null default 19,
	reminded_on date
);

create table ledger_accounts (
	id bigint not null generated by default as identity,
	kind text not null,
	name text not null default ''::text,
	owner_id bigint,
	currency character(3) not null,
	created_at timestamp with time zone not null default now()
);

create table ledger_entries (
	id bigint not null generated by default as identity,
	transfer_id bigint not null,
	account_id bigint not null,
	currency character(3) not null,
	amount bigint not null
);

create table ledger_transfers (
	id bigint not null generated by default as identity,
	kind text not null,
	reference text not null,
	key text not null,
	created_at timestamp with time zone not null default now()
);

create table lesson_notes (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	lesson_id bigint not null,
	course_id bigint not null,
	revision integer not null,
	paragraph integer,
	paragraph_hash text,
	second integer,
	quote text not null default ''::text,
	source text not null default ''::text,
	created_at timestamp with time zone not null default now(),
	edited_at timestamp with time zone
);

create table lesson_posts (
	id bigint not null generated by default as identity,
	question_id bigint not null,
	author_id bigint,
	source text not null,
	html text not null,
	has_math boolean not null default false,
	role text not null,
	solved boolean not null default false,
	at timestamp with time zone not null default now(),
	edited_at timestamp with time zone
);

create table lesson_progress (
	user_id bigint not null,
	lesson_id bigint not null,
	course_id bigint not null,
	covered int4multirange not null default '{}'::int4multirange,
	covered_count integer not null generated always as (covered_length(covered)) stored,
	studied int8multirange not null default '{}'::int8multirange,
	studied_seconds integer not null generated always as (studied_length(studied)) stored,
	place integer not null default 0,
	place_at timestamp with time zone not null,
	score real,
	started_at timestamp with time zone not null default now(),
	completed_at timestamp with time zone
) with (fillfactor=80);

create table lesson_question_echoes (
	question_id bigint not null,
	user_id bigint not null,
	at timestamp with time zone not null default now()
);

create table lesson_question_moves (
	id bigint not null generated by default as identity,
	question_id bigint not null,
	mentor_id bigint,
	moved_by bigint,
	how text not null,
	note text not null default ''::text,
	at timestamp with time zone not null default now()
);

create table lesson_questions (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	lesson_id bigint not null,
	revision integer not null,
	asker_id bigint,
	tag_id bigint,
	title text not null,
	source text not null,
	html text not null,
	has_math boolean not null default false,
	paragraph integer,
	paragraph_hash text,
	second integer,
	quote text not null default ''::text,
	status text not null default 'waiting'::text,
	mentor_id bigint,
	assigned_at timestamp with time zone,
	taken_at timestamp with time zone,
	asked_at timestamp with time zone not null default now(),
	waiting_since timestamp with time zone,
	first_answer_at timestamp with time zone,
	closed_at timestamp with time zone,
	post_count integer not null default 0,
	echo_count integer not null default 0
);

create table lesson_revisions (
	lesson_id bigint not null,
	number integer not null,
	title text not null,
	source text not null default ''::text,
	html text not null default ''::text,
	headings jsonb not null default '[]'::jsonb,
	paragraphs text[] not null default '{}'::text[],
	words integer not null default 0,
	has_math boolean not null default false,
	has_mermaid boolean not null default false,
	data jsonb not null default '{}'::jsonb,
	media_id bigint,
	extent integer not null default 0,
	minutes integer not null default 1,
	minutes_set boolean not null default false,
	editor_id bigint,
	created_at timestamp with time zone not null default now()
);

create table lessons (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	key text not null,
	kind text not null,
	section_id bigint,
	"position" integer not null default 0,
	revision integer not null default 1,
	preview boolean not null default false,
	required boolean not null default true,
	drip_days integer,
	drip_at timestamp with time zone,
	rule jsonb,
	removed_at timestamp with time zone,
	created_at timestamp with time zone not null default now()
);

create table level_answers (
	test_id bigint not null,
	"position" integer not null,
	course_id bigint not null,
	question_id bigint not null,
	revision integer not null,
	given jsonb,
	points real
);

create table level_changes (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	from_level smallint not null,
	to_level smallint not null,
	rules integer not null,
	at timestamp with time zone not null default now()
);

create table level_privileges (
	level smallint not null,
	privilege text not null
);

create table level_tests (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	goal jsonb not null,
	courses jsonb not null,
	seed integer not null,
	started_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	known bigint[] not null default '{}'::bigint[]
);

create table lti_choices (
	id bigint not null generated by default as identity,
	platform_id bigint not null,
	deployment text not null,
	course_id bigint not null,
	lesson_id bigint,
	token text not null,
	by_maker boolean not null,
	chosen_by bigint,
	chosen_at timestamp with time zone not null default now()
);

create table lti_keys (
	id bigint not null generated by default as identity,
	kid text not null,
	public_key jsonb not null,
	private_key text not null,
	created_at timestamp with time zone not null default now(),
	retired_at timestamp with time zone
);

create table lti_launches (
	state text not null,
	platform_id bigint not null,
	nonce text not null,
	browser text not null,
	target text not null,
	expires_at timestamp with time zone not null,
	used_at timestamp with time zone
);

create table lti_links (
	id bigint not null generated by default as identity,
	platform_id bigint not null,
	deployment text not null,
	resource text not null,
	course_id bigint not null,
	lesson_id bigint,
	line_item text,
	updated_at timestamp with time zone not null default now()
);

create table lti_people (
	issuer text not null,
	subject text not null,
	user_id bigint not null,
	created_at timestamp with time zone not null default now()
);

create table lti_platforms (
	id bigint not null generated by default as identity,
	name text not null,
	issuer text not null,
	client_id text not null,
	authorize_url text not null,
	token_url text not null,
	jwks_url text not null,
	deployments text[] not null,
	opens_paid boolean not null default false,
	active boolean not null default true,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	last_launch_at timestamp with time zone,
	last_refusal text,
	last_refusal_at timestamp with time zone
);

create table lti_scores (
	link_id bigint not null,
	user_id bigint not null,
	subject text not null,
	score real,
	completed boolean not null default false,
	changed_at timestamp with time zone not null default now(),
	attempts integer not null default 0,
	next_at timestamp with time zone,
	sent_at timestamp with time zone,
	refused text
);

create table lti_tickets (
	ticket text not null,
	user_id bigint not null,
	platform_id bigint not null,
	target text not null,
	deep jsonb,
	expires_at timestamp with time zone not null,
	used_at timestamp with time zone
);

create table mails (
	id bigint not null generated by default as identity,
	recipient text not null,
	subject text not null,
	body_text text not null,
	body_html text not null default ''::text,
	kind text not null,
	created_at timestamp with time zone not null default now(),
	sent_at timestamp with time zone,
	error text
);

create table markings (
	id bigint not null generated by default as identity,
	submission_id bigint not null,
	marker_id bigint,
	by_peers boolean not null default false,
	chosen smallint[],
	shares real[] not null,
	remarks text[] not null default '{}'::text[],
	comment text not null default ''::text,
	comment_html text not null default ''::text,
	private_note text not null default ''::text,
	points real not null,
	score real not null,
	outcome text not null,
	spread real,
	reviewers integer,
	created_at timestamp with time zone not null
);

create table media (
	id bigint not null generated by default as identity,
	owner_id bigint,
	token text not null,
	purpose text not null,
	kind text,
	status text not null default 'uploading'::text,
	name text not null,
	mime text,
	bytes bigint not null,
	sha256 text,
	width integer,
	height integer,
	duration_ms bigint,
	has_audio boolean,
	sealed_key text,
	progress smallint not null default 0,
	refusal text,
	refusal_params jsonb not null default '{}'::jsonb,
	leased_until timestamp with time zone,
	attempts smallint not null default 0,
	created_at timestamp with time zone not null default now(),
	ready_at timestamp with time zone,
	converted_at timestamp with time zone
);

create table media_cues (
	media_id bigint not null,
	language text not null,
	number integer not null,
	from_ms integer not null,
	to_ms integer not null,
	text text not null
);

create table media_holders (
	media_id bigint not null,
	holder text not null,
	holder_id bigint not null,
	created_at timestamp with time zone not null default now()
);

create table media_leavings (
	media_id bigint not null,
	left_at timestamp with time zone not null default now()
);

create table media_subtitles (
	media_id bigint not null,
	language text not null,
	label text not null,
	vtt text not null,
	created_at timestamp with time zone not null default now()
);

create table media_variants (
	media_id bigint not null,
	role text not null,
	name text not null,
	format text not null,
	width integer,
	height integer,
	bytes bigint not null,
	bitrate integer,
	codecs text
);

create table mentor_settings (
	user_id bigint not null,
	away_until date
);

create table mentor_tags (
	user_id bigint not null,
	tag_id bigint not null
);

create table migrations (
	name text not null,
	checksum text not null,
	applied_at timestamp with time zone not null default now()
);

create table moderation_actions (
	id bigint not null generated by default as identity,
	actor_id bigint,
	action text not null,
	item_id bigint,
	reply_id bigint,
	user_id bigint,
	space_id bigint,
	reason text not null default ''::text,
	data jsonb not null default '{}'::jsonb,
	created_at timestamp with time zone not null default now(),
	decision_id bigint
);

create table moderation_appeals (
	id bigint not null generated by default as identity,
	decision_id bigint not null,
	case_id bigint not null,
	appellant_id bigint not null,
	words text not null,
	created_at timestamp with time zone not null,
	due_at timestamp with time zone not null,
	status text not null default 'open'::text,
	decided_by bigint,
	decided_at timestamp with time zone,
	answer text not null default ''::text
);

create table moderation_cases (
	id bigint not null generated by default as identity,
	subject text not null,
	subject_key text not null,
	item_id bigint,
	reply_id bigint,
	finding_id bigint,
	person_id bigint,
	people bigint[] not null default '{}'::bigint[],
	space_id bigint,
	source text not null,
	status text not null default 'open'::text,
	reasons text[] not null default '{}'::text[],
	report_count integer not null default 0,
	checks real not null default 0,
	harm real not null,
	reach real not null,
	confidence real not null,
	priority real not null,
	assigned_to bigint,
	assigned_at timestamp with time zone,
	claimed_by bigint,
	claimed_until timestamp with time zone,
	first_action_at timestamp with time zone,
	opened_at timestamp with time zone not null,
	decided_at timestamp with time zone,
	reopened integer not null default 0
);

create table moderation_decisions (
	id bigint not null generated by default as identity,
	case_id bigint not null,
	outcome text not null,
	category text,
	actions text[] not null,
	done jsonb not null default '[]'::jsonb,
	reason text not null,
	decided_by bigint,
	jury_id bigint,
	jurors bigint[] not null default '{}'::bigint[],
	person_id bigint,
	title text not null default ''::text,
	excerpt text not null default ''::text,
	ends_at timestamp with time zone,
	appeal_until timestamp with time zone not null,
	created_at timestamp with time zone not null,
	undone_at timestamp with time zone,
	undone_by bigint,
	reversed_at timestamp with time zone
);

create table moderation_duty (
	user_id bigint not null,
	away boolean not null default false,
	away_until date,
	daily_limit integer,
	updated_at timestamp with time zone not null
);

create table moderation_notes (
	id bigint not null generated by default as identity,
	case_id bigint not null,
	author_id bigint,
	text text not null,
	created_at timestamp with time zone not null
);

create table moderation_reports (
	id bigint not null generated by default as identity,
	case_id bigint not null,
	reporter_id bigint,
	reason text not null,
	words text not null default ''::text,
	revision integer not null default 0,
	weight real not null,
	created_at timestamp with time zone not null
);

create table money_proofs (
	id bigint not null generated by default as identity,
	asked_by bigint,
	status text not null default 'waiting'::text,
	asked_at timestamp with time zone not null default now(),
	started_at timestamp with time zone,
	seen_at timestamp with time zone,
	ended_at timestamp with time zone,
	parts_done integer not null default 0,
	counted jsonb not null default '{}'::jsonb,
	found integer not null default 0,
	differences jsonb not null default '[]'::jsonb,
	failure text
);

create table notifications (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	kind text not null,
	actor_id bigint,
	item_id bigint,
	reply_id bigint,
	data jsonb not null default '{}'::jsonb,
	event_id bigint,
	created_at timestamp with time zone not null default now(),
	read_at timestamp with time zone
);

create table offer_prices (
	id bigint not null generated by default as identity,
	offer_id bigint not null,
	amount bigint not null,
	currency character(3) not null,
	region text,
	segment text,
	min_level integer,
	starts_at timestamp with time zone not null default now(),
	ends_at timestamp with time zone,
	created_by bigint,
	created_at timestamp with time zone not null default now()
);

create table offers (
	id bigint not null generated by default as identity,
	item_id bigint,
	space_id bigint,
	amount bigint not null,
	currency character(3) not null,
	months integer,
	created_at timestamp with time zone not null default now(),
	retired_at timestamp with time zone,
	sells text not null,
	bundle_id bigint,
	tier_id bigint,
	person_id bigint,
	pricing text not null default 'fixed'::text,
	renews boolean not null default false,
	trial_days integer,
	stock integer,
	sold integer not null default 0,
	terms jsonb not null default '{}'::jsonb
);

create table order_events (
	id bigint not null generated by default as identity,
	order_id bigint not null,
	actor_id bigint,
	what text not null,
	data jsonb not null default '{}'::jsonb,
	at timestamp with time zone not null default now()
);

create table orders (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	offer_id bigint not null,
	status text not null default 'pending'::text,
	amount bigint not null,
	currency character(3) not null,
	title text not null,
	key text not null,
	created_at timestamp with time zone not null default now(),
	paid_at timestamp with time zone,
	closed_at timestamp with time zone,
	quantity integer not null default 1,
	subtotal bigint not null,
	discount bigint not null default 0,
	tax bigint not null default 0,
	refunded bigint not null default 0,
	quote jsonb not null default '[]'::jsonb,
	affiliate_id bigint,
	affiliate_share bigint not null default 0,
	gift boolean not null default false,
	details jsonb not null default '{}'::jsonb,
	region text,
	affiliate_link_id bigint,
	holds_stock boolean not null default false,
	expires_at timestamp with time zone not null default (now() + '1 day'::interval)
);

create table organisation_domains (
	organisation_id bigint not null,
	domain text not null,
	mailbox text not null,
	token_hash text,
	asked_at timestamp with time zone not null default now(),
	verified_at timestamp with time zone,
	joinable boolean not null default true
);

create table organisation_invitations (
	id bigint not null generated by default as identity,
	organisation_id bigint not null,
	email text,
	token_hash text not null,
	role text not null default 'member'::text,
	team_id bigint,
	uses integer not null default 0,
	max_uses integer not null default 1,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	expires_at timestamp with time zone not null
);

create table organisation_log (
	id bigint not null generated by default as identity,
	organisation_id bigint not null,
	actor_id bigint,
	subject_id bigint,
	action text not null,
	details jsonb not null default '{}'::jsonb,
	done_at timestamp with time zone not null default now()
);

create table organisation_members (
	organisation_id bigint not null,
	user_id bigint not null,
	role text not null default 'member'::text,
	came_by text not null,
	joined_at timestamp with time zone not null default now(),
	signed_on_at timestamp with time zone
);

create table organisation_removals (
	organisation_id bigint not null,
	user_id bigint not null,
	removed_at timestamp with time zone not null default now()
);

create table organisation_sign_on_claims (
	provider text not null,
	subject text not null,
	email text not null,
	teams text[] not null default '{}'::text[],
	said_at timestamp with time zone not null default now()
);

create table organisation_sign_ons (
	organisation_id bigint not null,
	provider text not null,
	issuer text not null,
	client_id text not null,
	client_secret text not null,
	authorization_endpoint text not null,
	token_endpoint text not null,
	jwks_uri text not null,
	domains text[] not null,
	team_claim text,
	active boolean not null default false,
	enforced boolean not null default false,
	valid_days integer not null default 14,
	updated_at timestamp with time zone not null default now()
);

create table organisation_teams (
	id bigint not null generated by default as identity,
	organisation_id bigint not null,
	name text not null,
	claim text,
	created_at timestamp with time zone not null default now()
);

create table organisations (
	id bigint not null generated by default as identity,
	slug text not null,
	name text not null,
	about text not null default ''::text,
	logo text,
	space_id bigint,
	member_count integer not null default 0,
	created_by bigint,
	created_at timestamp with time zone not null default now()
);

create table passkeys (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	name text,
	public_key text not null,
	credential_id text not null,
	counter integer not null,
	device_type text not null,
	backed_up boolean not null,
	transports text,
	aaguid text,
	created_at timestamp with time zone default now()
);

create table path_courses (
	path_id bigint not null,
	step integer not null,
	"position" integer not null,
	course_id bigint not null,
	known boolean not null default false
);

create table path_learners (
	path_id bigint not null,
	user_id bigint not null,
	started_at timestamp with time zone not null default now(),
	completed_at timestamp with time zone
);

create table path_steps (
	path_id bigint not null,
	number integer not null,
	title text not null default ''::text,
	needed integer not null
);

create table paths (
	id bigint not null generated by default as identity,
	owner_id bigint,
	kind text not null,
	status text not null default 'draft'::text,
	slug text not null default ''::text,
	title text not null,
	summary text not null default ''::text,
	source text not null default ''::text,
	html text not null default ''::text,
	language text not null default 'zh-CN'::text,
	certificate boolean not null default true,
	goal jsonb,
	learner_count integer not null default 0,
	completed_count integer not null default 0,
	created_at timestamp with time zone not null default now(),
	updated_at timestamp with time zone not null default now(),
	published_at timestamp with time zone
);

create table payment_notices (
	id bigint not null generated by default as identity,
	provider text not null,
	notice_id text not null,
	reference text,
	body text not null,
	outcome text,
	received_at timestamp with time zone not null default now(),
	handled_at timestamp with time zone,
	about text not null default 'payment'::text,
	type text not null default ''::text
);

create table payments (
	id bigint not null generated by default as identity,
	order_id bigint not null,
	provider text not null,
	reference text not null,
	status text not null default 'started'::text,
	amount bigint not null,
	currency character(3) not null,
	failure text,
	created_at timestamp with time zone not null default now(),
	settled_at timestamp with time zone,
	method text not null default ''::text,
	next jsonb,
	ask_at timestamp with time zone not null default (now() + '00:01:00'::interval),
	asked integer not null default 0
);

create table payout_accounts (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	holder text not null,
	legal_name text not null,
	kind text not null,
	bank_name text not null default ''::text,
	number_sealed text not null,
	number_tail text not null,
	status text not null default 'submitted'::text,
	reason text,
	decided_by bigint,
	decided_at timestamp with time zone,
	created_at timestamp with time zone not null default now()
);

create table payout_batches (
	id bigint not null generated by default as identity,
	currency character(3) not null,
	kind text not null,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	exported_at timestamp with time zone
);

create table payout_events (
	id bigint not null generated by default as identity,
	payout_id bigint not null,
	actor_id bigint,
	status text not null,
	data jsonb not null default '{}'::jsonb,
	at timestamp with time zone not null default now()
);

create table payouts (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	account_id bigint not null,
	amount bigint not null,
	from_author bigint not null,
	from_affiliate bigint not null,
	currency character(3) not null,
	status text not null default 'asked'::text,
	batch_id bigint,
	key text not null,
	bank_reference text,
	reason text,
	created_at timestamp with time zone not null default now(),
	sent_at timestamp with time zone,
	closed_at timestamp with time zone
);

create table peer_reviews (
	id bigint not null generated by default as identity,
	submission_id bigint not null,
	reviewer_id bigint not null,
	lesson_id bigint not null,
	allocated_at timestamp with time zone not null,
	due_at timestamp with time zone not null,
	chosen smallint[],
	remarks text[] not null default '{}'::text[],
	comment text not null default ''::text,
	done_at timestamp with time zone,
	rating smallint,
	rating_words text not null default ''::text,
	rated_at timestamp with time zone
);

create table place_days (
	day date not null,
	active integer not null,
	items integer not null,
	replies integer not null,
	questions integer not null,
	answered integer not null,
	solved integer not null,
	first_answer_median double precision,
	newcomers integer not null,
	returned integer not null,
	reports integer not null,
	toxicity double precision,
	gini double precision,
	written_at timestamp with time zone not null
);

create table platform_shares (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	share_bps integer,
	starts_at timestamp with time zone not null,
	note text not null default ''::text,
	set_by bigint,
	created_at timestamp with time zone not null default now()
);

create table point_entries (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	amount integer not null,
	reason text not null,
	item_id bigint,
	reply_id bigint,
	event_id bigint,
	giver_id bigint,
	key text,
	reverses bigint,
	counts boolean not null default true,
	cause text,
	rules integer,
	why text not null default ''::text,
	created_at timestamp with time zone not null default now()
);

create table pool_shares (
	month date not null,
	user_id bigint not null,
	points integer not null,
	quality double precision not null,
	works jsonb not null,
	point_entry_id bigint
);

create table pool_terms (
	month date not null,
	points integer not null,
	formula jsonb not null,
	set_by bigint,
	set_at timestamp with time zone not null default now()
);

create table pools (
	month date not null,
	points integer not null,
	shared integer not null,
	formula jsonb not null,
	people integer not null,
	shared_at timestamp with time zone not null
);

create table quest_progress (
	quest_id bigint not null,
	user_id bigint not null,
	counts integer[] not null,
	total integer not null default 0,
	completed_at timestamp with time zone,
	point_entry_id bigint,
	updated_at timestamp with time zone not null
);

create table quests (
	id bigint not null generated by default as identity,
	slug text not null,
	kind text not null,
	names jsonb not null,
	descriptions jsonb not null,
	steps jsonb not null,
	goal_of_all integer,
	points integer not null default 0,
	badge_id bigint,
	starts_at timestamp with time zone,
	ends_at timestamp with time zone,
	result jsonb,
	closed_at timestamp with time zone,
	retired_at timestamp with time zone,
	created_by bigint,
	created_at timestamp with time zone not null default now()
);

create table quiz_answers (
	attempt_id bigint not null,
	"position" integer not null,
	question_id bigint not null,
	revision integer not null,
	given jsonb,
	points real,
	marked_by bigint,
	marked_at timestamp with time zone,
	remark text not null default ''::text
);

create table quiz_attempts (
	id bigint not null generated by default as identity,
	quiz_id bigint not null,
	lesson_id bigint not null,
	user_id bigint not null,
	number integer not null,
	seed integer not null,
	started_at timestamp with time zone not null,
	due_at timestamp with time zone,
	submitted_at timestamp with time zone,
	score real,
	passed boolean,
	waiting integer not null default 0,
	claimed_by bigint,
	claimed_at timestamp with time zone
);

create table quizzes (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	question_ids bigint[] not null default '{}'::bigint[],
	topic text not null default ''::text,
	draw integer,
	shuffle boolean not null default true,
	minutes integer,
	pass_mark real not null default 0.6,
	attempts integer,
	made_by bigint,
	created_at timestamp with time zone not null default now()
);

create table reactions (
	user_id bigint not null,
	item_id bigint not null,
	reply_id bigint,
	emoji text not null,
	created_at timestamp with time zone not null default now()
);

create table reconciliations (
	id bigint not null generated by default as identity,
	provider text not null,
	day text not null,
	status text not null,
	matched integer not null default 0,
	differences jsonb not null default '[]'::jsonb,
	sums jsonb not null default '[]'::jsonb,
	failure text,
	made_at timestamp with time zone not null default now()
);

create table redirects (
	path text not null,
	target text not null,
	created_at timestamp with time zone not null default now()
);

create table refunds (
	id bigint not null generated by default as identity,
	order_id bigint not null,
	payment_id bigint not null,
	cause text not null,
	status text not null,
	amount bigint not null,
	currency character(3) not null,
	reference text not null,
	asked_by bigint,
	reason text not null default ''::text,
	decided_by bigint,
	note text not null default ''::text,
	failure text,
	attempt integer not null default 1,
	created_at timestamp with time zone not null default now(),
	decided_at timestamp with time zone,
	tried_at timestamp with time zone,
	settled_at timestamp with time zone
);

create table replies (
	id bigint not null generated by default as identity,
	item_id bigint not null,
	kind text not null,
	root_id bigint,
	parent_id bigint,
	author_id bigint,
	author_name text,
	source text not null,
	html text not null,
	has_math boolean not null default false,
	status text not null default 'published'::text,
	revision integer not null default 1,
	score integer not null default 0,
	up_count integer not null default 0,
	down_count integer not null default 0,
	comment_count integer not null default 0,
	reaction_counts jsonb not null default '{}'::jsonb,
	community_wiki boolean not null default false,
	created_at timestamp with time zone not null default now(),
	edited_at timestamp with time zone,
	deleted_at timestamp with time zone,
	deleted_by bigint,
	announced boolean not null default true,
	deleted_from text
);

create table reputation_entries (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	amount integer not null,
	reason text not null,
	item_id bigint,
	reply_id bigint,
	event_id bigint,
	created_at timestamp with time zone not null default now(),
	giver_id bigint,
	key text,
	reverses bigint,
	counts boolean not null default true,
	cause text,
	rules integer,
	why text not null default ''::text
);

create table restraints (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	kind text not null,
	actor_id bigint,
	reason text not null,
	pause_seconds integer,
	next_at timestamp with time zone,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone,
	lifted_at timestamp with time zone
);

create table review_cards (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	question_id bigint,
	note_id bigint,
	lesson_id bigint not null,
	due_at timestamp with time zone not null,
	stability real not null default 0,
	difficulty real not null default 0,
	state smallint not null default 0,
	steps integer not null default 0,
	reps integer not null default 0,
	lapses integer not null default 0,
	scheduled_days integer not null default 0,
	reviewed_at timestamp with time zone,
	ended_at timestamp with time zone,
	created_at timestamp with time zone not null
);

create table review_log (
	id bigint not null generated by default as identity,
	card_id bigint not null,
	rating smallint not null,
	at timestamp with time zone not null,
	elapsed_days real not null,
	stability real not null,
	difficulty real not null
);

create table review_reports (
	review_id bigint not null,
	user_id bigint not null,
	reason text not null,
	created_at timestamp with time zone not null default now(),
	decided_at timestamp with time zone,
	decided_by bigint,
	upheld boolean
);

create table review_votes (
	review_id bigint not null,
	user_id bigint not null,
	created_at timestamp with time zone not null default now()
);

create table reviews (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	user_id bigint not null,
	rating smallint not null,
	source text not null default ''::text,
	html text not null default ''::text,
	progress real not null,
	version integer not null,
	helpful integer not null default 0,
	reply_source text,
	reply_html text,
	replied_by bigint,
	replied_at timestamp with time zone,
	created_at timestamp with time zone not null default now(),
	edited_at timestamp with time zone,
	hidden_at timestamp with time zone,
	hidden_by bigint,
	hidden_reason text not null default ''::text
);

create table revisions (
	id bigint not null generated by default as identity,
	item_id bigint not null,
	reply_id bigint,
	number integer not null,
	title text,
	source text not null,
	tag_slugs text[],
	data jsonb,
	editor_id bigint,
	editor_name text,
	comment text not null default ''::text,
	created_at timestamp with time zone not null default now()
);

create table rule_proposals (
	id bigint not null generated by default as identity,
	title text not null,
	source text not null,
	html text not null,
	base_version integer not null,
	texts jsonb not null,
	discussion_id bigint,
	status text not null default 'discussion'::text,
	discussion_ends_at timestamp with time zone not null,
	vote_ends_at timestamp with time zone not null,
	in_force_days integer not null,
	in_force_at timestamp with time zone,
	quorum integer not null,
	majority integer not null,
	yes integer not null default 0,
	no integer not null default 0,
	abstain integer not null default 0,
	proposer_id bigint,
	vetoed_by bigint,
	veto_reason text not null default ''::text,
	created_at timestamp with time zone not null default now(),
	decided_at timestamp with time zone
);

create table rule_simulations (
	id bigint not null generated by default as identity,
	rule_table_id bigint not null,
	rules jsonb not null,
	days integer not null,
	asked_by bigint,
	asked_at timestamp with time zone not null default now(),
	status text not null default 'waiting'::text,
	done integer not null default 0,
	total integer not null default 0,
	result jsonb,
	finished_at timestamp with time zone
);

create table rule_tables (
	id bigint not null generated by default as identity,
	version integer,
	name text not null,
	status text not null,
	rules jsonb not null,
	note text not null default ''::text,
	based_on bigint,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	activated_by bigint,
	active_from timestamp with time zone,
	active_until timestamp with time zone
);

create table rule_versions (
	version integer not null,
	texts jsonb not null,
	htmls jsonb not null,
	proposal_id bigint,
	made_by bigint,
	in_force_at timestamp with time zone not null
);

create table rule_votes (
	proposal_id bigint not null,
	user_id bigint not null,
	choice text not null,
	at timestamp with time zone not null default now()
);

create table sandbox_payments (
	reference text not null,
	amount bigint not null,
	currency character(3) not null,
	status text not null default 'open'::text,
	failure text,
	declines_again boolean not null default false,
	refunds text not null default 'succeeded'::text,
	dispute text,
	settled_at timestamp with time zone,
	disputed_at timestamp with time zone,
	dispute_ended_at timestamp with time zone,
	created_at timestamp with time zone not null default now()
);

create table sandbox_refunds (
	reference text not null,
	payment_reference text not null,
	amount bigint not null,
	currency character(3) not null,
	status text not null,
	settled_at timestamp with time zone,
	created_at timestamp with time zone not null default now()
);

create table scorm_attempts (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	lesson_id bigint not null,
	package_id bigint not null,
	sco text not null,
	number integer not null,
	stored jsonb not null default '[]'::jsonb,
	completion text not null default 'unknown'::text,
	success text not null default 'unknown'::text,
	score real,
	total_ms bigint not null default 0,
	session_ms bigint not null default 0,
	session text,
	session_at timestamp with time zone,
	suspended boolean not null default false,
	started_at timestamp with time zone not null default now(),
	updated_at timestamp with time zone not null default now(),
	ended_at timestamp with time zone
);

create table scorm_files (
	package_id bigint not null,
	path text not null,
	number integer not null,
	bytes bigint not null
);

create table scorm_leavings (
	package_id bigint not null
);

create table scorm_packages (
	id bigint not null generated by default as identity,
	course_id bigint not null,
	media_id bigint,
	name text not null,
	status text not null default 'waiting'::text,
	version text,
	title text not null default ''::text,
	manifest jsonb not null default '{}'::jsonb,
	file_count integer not null default 0,
	bytes bigint not null default 0,
	done_count integer not null default 0,
	refusal text,
	refusal_params jsonb not null default '{}'::jsonb,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	ready_at timestamp with time zone
);

create table search_documents (
	item_id bigint not null,
	part smallint not null,
	tier smallint not null,
	kind text not null,
	space_id bigint not null,
	author_id bigint,
	access text not null,
	part_of bigint,
	score integer not null,
	solved boolean not null,
	published_at timestamp with time zone not null,
	stale boolean not null default false,
	quality real not null generated always as (search_quality(score, published_at)) stored,
	length integer not null,
	terms tsvector not null
) partition by LIST (tier);

create table search_terms (
	lexeme text not null,
	documents integer not null
) with (fillfactor=80);

create table search_tiers (
	tier smallint not null,
	floor real not null,
	documents bigint not null default 0
);

create table search_totals (
	id smallint not null default 1,
	documents bigint not null default 0,
	words bigint not null default 0
);

create table seat_pool_teams (
	pool_id bigint not null,
	team_id bigint not null
);

create table seat_pools (
	id bigint not null generated by default as identity,
	order_id bigint,
	owner_id bigint,
	space_id bigint,
	seats integer not null,
	taken integer not null default 0,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	revoked_at timestamp with time zone,
	item_id bigint,
	organisation_id bigint,
	note text not null default ''::text,
	granted_by bigint
);

create table seats (
	pool_id bigint not null,
	user_id bigint not null,
	given_at timestamp with time zone not null default now(),
	team_id bigint
);

create table segment_people (
	segment text not null,
	user_id bigint not null,
	added_at timestamp with time zone not null default now()
);

create table sessions (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	token text not null,
	ip_address text,
	user_agent text,
	expires_at timestamp with time zone not null,
	created_at timestamp with time zone not null default now(),
	updated_at timestamp with time zone not null default now()
);

create table settings (
	id smallint not null default 1,
	"values" jsonb not null default '{}'::jsonb,
	updated_by bigint,
	updated_at timestamp with time zone not null default now()
);

create table slot_bookings (
	order_id bigint not null,
	slot_id bigint not null,
	booked_by bigint not null,
	note text not null default ''::text,
	status text not null default 'booked'::text,
	booked_at timestamp with time zone not null default now(),
	closed_at timestamp with time zone
);

create table slots (
	id bigint not null generated by default as identity,
	expert_id bigint not null,
	starts_at timestamp with time zone not null,
	minutes integer not null,
	status text not null default 'open'::text,
	created_at timestamp with time zone not null default now()
);

create table snippets (
	item_id bigint not null,
	language text not null,
	code text not null,
	code_html text not null,
	forked_from bigint,
	fork_count integer not null default 0
);

create table sources (
	id bigint not null generated by default as identity,
	item_id bigint,
	reply_id bigint,
	site text not null,
	url text not null,
	author_name text,
	author_url text,
	licence text not null,
	licence_url text not null default ''::text
);

create table space_invitations (
	id bigint not null generated by default as identity,
	space_id bigint not null,
	token_hash text not null,
	created_by bigint not null,
	max_uses integer not null default 1,
	uses integer not null default 0,
	expires_at timestamp with time zone not null,
	created_at timestamp with time zone not null default now()
);

create table space_members (
	space_id bigint not null,
	user_id bigint not null,
	role text not null default 'member'::text,
	invited boolean not null default false,
	joined_at timestamp with time zone not null default now()
);

create table spaces (
	id bigint not null generated by default as identity,
	slug text not null,
	name text not null,
	names jsonb not null default '{}'::jsonb,
	tagline text not null default ''::text,
	taglines jsonb not null default '{}'::jsonb,
	about text not null default ''::text,
	abouts jsonb not null default '{}'::jsonb,
	rules jsonb not null default '[]'::jsonb,
	access text not null default 'public'::text,
	accent text not null default ''::text,
	owner_id bigint,
	member_count integer not null default 0,
	item_count integer not null default 0,
	created_at timestamp with time zone not null default now(),
	archived_at timestamp with time zone
);

create table split_rules (
	id bigint not null generated by default as identity,
	item_id bigint,
	space_id bigint,
	bundle_id bigint,
	starts_at timestamp with time zone not null,
	set_by bigint,
	created_at timestamp with time zone not null default now()
);

create table split_shares (
	rule_id bigint not null,
	user_id bigint not null,
	weight integer not null
);

create table standings (
	user_id bigint not null,
	points integer not null default 0,
	visited_days integer not null default 0,
	items_read integer not null default 0,
	level_since timestamp with time zone,
	updated_at timestamp with time zone not null default now()
);

create table status_entries (
	list_id bigint not null,
	index integer not null,
	revoked_at timestamp with time zone
);

create table status_lists (
	id bigint not null generated by default as identity,
	did text not null,
	size integer not null default 131072,
	used integer not null default 0,
	revision integer not null default 1,
	signed jsonb,
	signed_revision integer,
	signed_at timestamp with time zone
);

create table submissions (
	id bigint not null generated by default as identity,
	assignment_id bigint not null,
	lesson_id bigint not null,
	course_id bigint not null,
	user_id bigint not null,
	round integer not null,
	source text not null default ''::text,
	html text not null default ''::text,
	has_math boolean not null default false,
	link text not null default ''::text,
	started_at timestamp with time zone not null,
	edited_at timestamp with time zone not null,
	submitted_at timestamp with time zone,
	due_at timestamp with time zone,
	late_days integer not null default 0,
	state text not null default 'draft'::text,
	waits_since timestamp with time zone,
	waits_for text,
	claimed_by bigint,
	claimed_at timestamp with time zone,
	allocated_at timestamp with time zone,
	reviews_due_at timestamp with time zone,
	appeal text,
	appealed_at timestamp with time zone
);

create table subscription_bills (
	id bigint not null generated by default as identity,
	subscription_id bigint not null,
	period integer not null,
	kind text not null,
	status text not null default 'open'::text,
	offer_id bigint not null,
	order_id bigint not null,
	starts_at timestamp with time zone,
	ends_at timestamp with time zone,
	charge_at timestamp with time zone,
	charge_reference text,
	created_at timestamp with time zone not null default now(),
	paid_at timestamp with time zone
);

create table subscription_events (
	id bigint not null generated by default as identity,
	subscription_id bigint not null,
	actor_id bigint,
	what text not null,
	data jsonb not null default '{}'::jsonb,
	at timestamp with time zone not null default now()
);

create table subscriptions (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	status text not null,
	offer_id bigint not null,
	price_amount bigint not null,
	price_currency character(3) not null,
	space_id bigint,
	period integer not null default 0,
	period_starts_at timestamp with time zone not null,
	period_ends_at timestamp with time zone not null,
	anchored_at timestamp with time zone not null,
	anchored_months integer not null default 0,
	trial_ends_at timestamp with time zone,
	next_offer_id bigint,
	next_offer_from timestamp with time zone,
	next_offer_why text,
	cancelled_at timestamp with time zone,
	pause_asked_at timestamp with time zone,
	pause_months integer,
	resumes_at timestamp with time zone,
	due_at timestamp with time zone,
	due_step integer not null default 0,
	reminded_at timestamp with time zone,
	provider text,
	agreement text,
	ended_at timestamp with time zone,
	ended_why text,
	won_back_at timestamp with time zone,
	win_back_refused_at timestamp with time zone,
	next_at timestamp with time zone,
	created_at timestamp with time zone not null default now()
);

create table suspensions (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	actor_id bigint,
	reason text not null,
	starts_at timestamp with time zone not null default now(),
	ends_at timestamp with time zone,
	lifted_at timestamp with time zone
);

create table tag_synonyms (
	slug text not null,
	tag_id bigint not null
);

create table tags (
	id bigint not null generated by default as identity,
	slug text not null,
	name text not null,
	names jsonb not null default '{}'::jsonb,
	description text not null default ''::text,
	descriptions jsonb not null default '{}'::jsonb,
	wiki text not null default ''::text,
	wiki_html text not null default ''::text,
	required boolean not null default false,
	moderator_only boolean not null default false,
	item_count integer not null default 0,
	follower_count integer not null default 0,
	created_at timestamp with time zone not null default now()
);

create table tax_rates (
	id bigint not null generated by default as identity,
	region text not null,
	name text not null,
	bps integer not null,
	included boolean not null,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	ended_at timestamp with time zone
);

create table team_members (
	team_id bigint not null,
	organisation_id bigint not null,
	user_id bigint not null,
	leads boolean not null default false,
	joined_at timestamp with time zone not null default now()
);

create table text_checks (
	id bigint not null generated by default as identity,
	item_id bigint not null,
	reply_id bigint,
	author_id bigint,
	revision integer not null,
	decision text not null,
	again boolean not null default false,
	reasons jsonb not null default '[]'::jsonb,
	spam real,
	toxic real,
	outside real,
	sentiment real,
	created_at timestamp with time zone not null default now()
);

create table text_examples (
	id bigint not null generated by default as identity,
	task text not null,
	origin text not null,
	body text not null,
	positive boolean not null,
	item_id bigint,
	reply_id bigint,
	created_at timestamp with time zone not null default now()
);

create table text_models (
	id bigint not null generated by default as identity,
	task text not null,
	version integer not null,
	active boolean not null default false,
	bytes bytea not null,
	report jsonb not null,
	made_by bigint,
	created_at timestamp with time zone not null default now()
);

create table text_signature_bands (
	hash integer not null,
	signature_id bigint not null
);

create table text_signatures (
	id bigint not null generated by default as identity,
	item_id bigint not null,
	reply_id bigint,
	author_id bigint,
	numbers bytea not null,
	created_at timestamp with time zone not null default now()
);

create table tier_members (
	id bigint not null generated by default as identity,
	tier_id bigint not null,
	user_id bigint not null,
	source_ref text not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	revoked_at timestamp with time zone
);

create table tier_spaces (
	tier_id bigint not null,
	space_id bigint not null
);

create table tiers (
	id bigint not null generated by default as identity,
	slug text not null,
	name text not null,
	description text not null default ''::text,
	rank integer not null,
	created_at timestamp with time zone not null default now(),
	retired_at timestamp with time zone,
	names jsonb not null default '{}'::jsonb,
	descriptions jsonb not null default '{}'::jsonb
);

create table tips (
	order_id bigint not null,
	giver_id bigint not null,
	receiver_id bigint not null,
	item_id bigint,
	message text not null default ''::text,
	at timestamp with time zone not null default now()
);

create table training_extensions (
	training_id bigint not null,
	user_id bigint not null,
	due_at timestamp with time zone not null,
	reason text not null,
	given_at timestamp with time zone not null
);

create table training_reminders (
	training_id bigint not null,
	user_id bigint not null,
	stage text not null,
	reminded_at timestamp with time zone not null default now()
);

create table trainings (
	id bigint not null generated by default as identity,
	organisation_id bigint not null,
	course_id bigint,
	path_id bigint,
	team_id bigint,
	user_id bigint,
	note text not null default ''::text,
	due_at timestamp with time zone,
	created_by bigint,
	created_at timestamp with time zone not null default now(),
	ended_at timestamp with time zone
);

create table two_factors (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	secret text not null,
	backup_codes text not null,
	verified boolean,
	failed_verification_count integer,
	locked_until timestamp with time zone
);

create table upheld_decisions (
	case_id bigint not null,
	user_id bigint not null,
	decided_at timestamp with time zone not null,
	reversed_at timestamp with time zone
);

create table upload_pieces (
	media_id bigint not null,
	at bigint not null,
	bytes integer not null,
	name text not null
);

create table uploads (
	media_id bigint not null,
	received bigint not null default 0,
	metadata text not null default ''::text,
	expires_at timestamp with time zone not null
);

create table user_badges (
	id bigint not null generated by default as identity,
	user_id bigint not null,
	name text not null,
	class text not null,
	tag_based boolean not null default false,
	awarded_at timestamp with time zone not null default now()
);

create table users (
	id bigint not null generated by default as identity,
	handle text not null,
	name text not null,
	email text not null,
	email_verified boolean not null default false,
	image text,
	face jsonb,
	role text not null default 'member'::text,
	locale text not null default 'zh-CN'::text,
	time_zone text not null default 'Asia/Shanghai'::text,
	headline text not null default ''::text,
	bio text not null default ''::text,
	bio_html text not null default ''::text,
	website text not null default ''::text,
	expertise text[] not null default '{}'::text[],
	reputation integer not null default 0,
	origin text not null default 'signup'::text,
	two_factor_enabled boolean not null default false,
	unread_count integer not null default 0,
	created_at timestamp with time zone not null default now(),
	updated_at timestamp with time zone not null default now(),
	last_seen_at timestamp with time zone,
	region text,
	takes_tips boolean not null default false,
	level smallint not null default 0,
	expert boolean not null default false,
	learning_letters boolean not null default true
);

create table verifications (
	id bigint not null generated by default as identity,
	identifier text not null,
	value text not null,
	expires_at timestamp with time zone not null,
	created_at timestamp with time zone not null default now(),
	updated_at timestamp with time zone not null default now()
);

create table version_lessons (
	course_id bigint not null,
	version integer not null,
	number integer not null,
	section integer not null,
	lesson_id bigint not null,
	revision integer not null,
	preview boolean not null,
	required boolean not null,
	drip_days integer,
	drip_at timestamp with time zone,
	rule jsonb
);

create table version_sections (
	course_id bigint not null,
	version integer not null,
	number integer not null,
	title text not null
);

create table visit_days (
	user_id bigint not null,
	day date not null
);

create table votes (
	user_id bigint not null,
	item_id bigint not null,
	reply_id bigint,
	value smallint not null,
	created_at timestamp with time zone not null default now()
);

create table waiting_earnings (
	id bigint not null generated by default as identity,
	event_id bigint not null,
	due_at timestamp with time zone not null
);

create table xapi_deliveries (
	store text not null,
	number bigint not null,
	attempts integer not null default 0,
	next_at timestamp with time zone not null default now(),
	refused text
);

create table xapi_statements (
	id uuid not null,
	number bigint not null generated always as identity,
	user_id bigint,
	course_id bigint,
	verb text not null,
	happened_at timestamp with time zone not null,
	statement jsonb not null
);

create table xapi_stores (
	store text not null,
	sent bigint not null default 0,
	last_ok_at timestamp with time zone,
	last_error text,
	last_error_at timestamp with time zone
);

create table search_documents_0 partition of search_documents FOR VALUES IN ('0');

create table search_documents_1 partition of search_documents FOR VALUES IN ('1');

create table search_documents_2 partition of search_documents FOR VALUES IN ('2');

create table search_documents_3 partition of search_documents FOR VALUES IN ('3');

create table search_documents_4 partition of search_documents FOR VALUES IN ('4');

create table search_documents_5 partition of search_documents FOR VALUES IN ('5');

create table search_documents_6 partition of search_documents FOR VALUES IN ('6');

-- Functions over rows of tables

CREATE OR REPLACE FUNCTION search_matches(upto integer, query tsquery)
 RETURNS SETOF search_documents
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 500
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
	return query select * from search_documents d where d.tier <= upto and d.terms @@ query and not d.stale;
end $function$;

-- Keys and checks

alter table affiliate_links add constraint affiliate_links_code_key UNIQUE (code);
alter table affiliate_links add constraint affiliate_links_pkey PRIMARY KEY (id);
alter table affiliate_rates add constraint affiliate_rates_pkey PRIMARY KEY (seller_id);
alter table affiliate_rates add constraint affiliate_rates_bps_check CHECK (((bps >= 0) AND (bps <= 9000)));
alter table api_keys add constraint api_keys_hash_key UNIQUE (hash);
alter table api_keys add constraint api_keys_pkey PRIMARY KEY (id);
alter table ask_listens add constraint ask_listens_order_id_key UNIQUE (order_id);
alter table ask_listens add constraint ask_listens_pkey PRIMARY KEY (ask_id, user_id);
alter table ask_texts add constraint ask_texts_pkey PRIMARY KEY (ask_id, part);
alter table ask_texts add constraint ask_texts_part_check CHECK ((part = ANY (ARRAY['question'::text, 'answer'::text, 'followup'::text, 'reply'::text])));
alter table asks add constraint asks_order_id_key UNIQUE (order_id);
alter table asks add constraint asks_pkey PRIMARY KEY (id);
alter table asks add constraint asks_check CHECK ((asker_id <> expert_id));
alter table asks add constraint asks_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'answered'::text, 'declined'::text, 'expired'::text, 'refunded'::text])));
alter table assignments add constraint assignments_pkey PRIMARY KEY (id);
alter table assignments add constraint assignments_check CHECK ((num_nonnulls(due_at, due_days) <= 1));
alter table assignments add constraint assignments_due_days_check CHECK (((due_days >= 0) AND (due_days <= 3650)));
alter table assignments add constraint assignments_late_check CHECK ((late = ANY (ARRAY['counts'::text, 'less'::text, 'refused'::text])));
alter table assignments add constraint assignments_late_days_check CHECK (((late_days >= 1) AND (late_days <= 365)));
alter table assignments add constraint assignments_late_percent_check CHECK (((late_percent >= 1) AND (late_percent <= 100)));
alter table assignments add constraint assignments_most_files_check CHECK (((most_files >= 0) AND (most_files <= 10)));
alter table assignments add constraint assignments_pass_mark_check CHECK (((pass_mark >= (0)::double precision) AND (pass_mark <= (1)::double precision)));
alter table assignments add constraint assignments_review_days_check CHECK (((review_days >= 1) AND (review_days <= 60)));
alter table assignments add constraint assignments_reviews_check CHECK (((reviews >= 0) AND (reviews <= 5)));
alter table assignments add constraint assignments_rounds_check CHECK (((rounds >= 1) AND (rounds <= 20)));
alter table badge_awards add constraint badge_awards_badge_id_user_id_cause_key UNIQUE (badge_id, user_id, cause);
alter table badge_awards add constraint badge_awards_pkey PRIMARY KEY (id);
alter table badge_awards add constraint badge_awards_cause_check CHECK ((length(cause) <= 80));
alter table badge_awards add constraint badge_awards_reason_check CHECK ((length(reason) <= 300));
alter table badge_backfills add constraint badge_backfills_pkey PRIMARY KEY (id);
alter table badges add constraint badges_slug_key UNIQUE (slug);
alter table badges add constraint badges_pkey PRIMARY KEY (id);
alter table badges add constraint badges_award_count_check CHECK ((award_count >= 0));
alter table badges add constraint badges_points_check CHECK (((points >= 0) AND (points <= 10000)));
alter table badges add constraint badges_slug_check CHECK ((slug ~ '^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$'::text));
alter table badges add constraint badges_tier_check CHECK ((tier = ANY (ARRAY['bronze'::text, 'silver'::text, 'gold'::text])));
alter table bank_question_revisions add constraint bank_question_revisions_pkey PRIMARY KEY (question_id, number);
alter table bank_question_revisions add constraint bank_question_revisions_kind_check CHECK ((kind = ANY (ARRAY['single'::text, 'multiple'::text, 'truefalse'::text, 'fill'::text, 'match'::text, 'order'::text, 'short'::text, 'code'::text])));
alter table bank_question_revisions add constraint bank_question_revisions_number_check CHECK ((number > 0));
alter table bank_question_revisions add constraint bank_question_revisions_source_check CHECK ((length(source) <= 20000));
alter table bank_questions add constraint bank_questions_pkey PRIMARY KEY (id);
alter table bank_questions add constraint bank_questions_topic_check CHECK ((length(topic) <= 60));
alter table bill_lines add constraint bill_lines_pkey PRIMARY KEY (id);
alter table bill_lines add constraint bill_lines_day_check CHECK ((day ~ '^\d{4}-\d\d-\d\d$'::text));
alter table bill_lines add constraint bill_lines_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'refund'::text, 'fee'::text, 'dispute'::text])));
alter table billing_details add constraint billing_details_pkey PRIMARY KEY (user_id);
alter table board_counts add constraint board_counts_pkey PRIMARY KEY (board_id, level, bucket);
alter table board_counts add constraint board_counts_people_check CHECK ((people >= 0));
alter table board_entries add constraint board_entries_pkey PRIMARY KEY (ledger, entry_id);
alter table board_entries add constraint board_entries_ledger_check CHECK ((ledger = ANY (ARRAY['reputation'::text, 'points'::text])));
alter table board_scores add constraint board_scores_pkey PRIMARY KEY (board_id, user_id);
alter table boards add constraint boards_measure_period_starts_on_space_id_tag_id_newcomers_key UNIQUE NULLS NOT DISTINCT (measure, period, starts_on, space_id, tag_id, newcomers);
alter table boards add constraint boards_pkey PRIMARY KEY (id);
alter table boards add constraint boards_check CHECK (((num_nonnulls(space_id, tag_id) + (newcomers)::integer) <= 1));
alter table boards add constraint boards_measure_check CHECK ((measure = ANY (ARRAY['reputation'::text, 'points'::text])));
alter table boards add constraint boards_people_check CHECK ((people >= 0));
alter table boards add constraint boards_period_check CHECK ((period = ANY (ARRAY['week'::text, 'month'::text, 'all'::text])));
alter table bookmarks add constraint bookmarks_pkey PRIMARY KEY (user_id, item_id);
alter table bounties add constraint bounties_pkey PRIMARY KEY (id);
alter table bounties add constraint bounties_amount_check CHECK ((amount > 0));
alter table bundle_items add constraint bundle_items_pkey PRIMARY KEY (bundle_id, item_id);
alter table bundles add constraint bundles_slug_key UNIQUE (slug);
alter table bundles add constraint bundles_pkey PRIMARY KEY (id);
alter table calendar_feeds add constraint calendar_feeds_pkey PRIMARY KEY (user_id);
alter table calendar_feeds add constraint calendar_feeds_number_check CHECK ((number > 0));
alter table calibrations add constraint calibrations_pkey PRIMARY KEY (lesson_id, user_id, sample_key);
alter table calibrations add constraint calibrations_sample_key_check CHECK ((sample_key ~ '^[a-z0-9]{16}$'::text));
alter table canned_replies add constraint canned_replies_pkey PRIMARY KEY (id);
alter table canned_replies add constraint canned_replies_language_check CHECK ((language = ANY (ARRAY['zh-CN'::text, 'en'::text])));
alter table canned_replies add constraint canned_replies_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)));
alter table canned_replies add constraint canned_replies_title_check CHECK (((length(title) >= 1) AND (length(title) <= 80)));
alter table cash_bounties add constraint cash_bounties_pkey PRIMARY KEY (order_id);
alter table cash_bounties add constraint cash_bounties_status_check CHECK ((status = ANY (ARRAY['running'::text, 'paid'::text, 'returned'::text])));
alter table certificates add constraint certificates_list_id_status_index_key UNIQUE (list_id, status_index);
alter table certificates add constraint certificates_replaces_key UNIQUE (replaces);
alter table certificates add constraint certificates_token_key UNIQUE (token);
alter table certificates add constraint certificates_pkey PRIMARY KEY (id);
alter table certificates add constraint certificates_check CHECK ((num_nonnulls(course_id, path_id) <= 1));
alter table certificates add constraint certificates_check1 CHECK (((revoked_at IS NOT NULL) OR (reason = ''::text)));
alter table certificates add constraint certificates_learner_name_check CHECK (((length(learner_name) >= 1) AND (length(learner_name) <= 80)));
alter table certificates add constraint certificates_reason_check CHECK ((length(reason) <= 500));
alter table certificates add constraint certificates_token_check CHECK ((token ~ '^[a-z2-7]{16}$'::text));
alter table check_domains add constraint check_domains_pkey PRIMARY KEY (domain);
alter table check_domains add constraint check_domains_domain_check CHECK (((length(domain) >= 1) AND (length(domain) <= 253)));
alter table check_lists add constraint check_lists_name_key UNIQUE (name);
alter table check_lists add constraint check_lists_shipped_key UNIQUE (shipped);
alter table check_lists add constraint check_lists_pkey PRIMARY KEY (id);
alter table check_lists add constraint check_lists_action_check CHECK ((action = ANY (ARRAY['off'::text, 'note'::text, 'hold'::text, 'hide'::text, 'refuse'::text])));
alter table check_lists add constraint check_lists_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)));
alter table check_lists add constraint check_lists_shipped_check CHECK ((length(shipped) <= 40));
alter table check_lists add constraint check_lists_word_count_check CHECK (((word_count >= 0) AND (word_count <= 100000)));
alter table check_lists add constraint check_lists_words_check CHECK ((length(words) <= 8000000));
alter table check_rules add constraint check_rules_pkey PRIMARY KEY (name);
alter table check_rules add constraint check_rules_action_check CHECK ((action = ANY (ARRAY['off'::text, 'note'::text, 'hold'::text, 'hide'::text, 'refuse'::text])));
alter table check_rules add constraint check_rules_hide_at_check CHECK (((hide_at >= (0)::double precision) AND (hide_at <= (1)::double precision)));
alter table check_rules add constraint check_rules_hold_at_check CHECK (((hold_at >= (0)::double precision) AND (hold_at <= (1)::double precision)));
alter table check_runs add constraint check_runs_pkey PRIMARY KEY (id);
alter table check_runs add constraint check_runs_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])));
alter table check_runs add constraint check_runs_task_check CHECK ((task = ANY (ARRAY['spam'::text, 'toxic'::text, 'sentiment'::text])));
alter table check_runs add constraint check_runs_what_check CHECK ((what = ANY (ARRAY['train'::text, 'recheck'::text])));
alter table closing_votes add constraint closing_votes_pkey PRIMARY KEY (item_id, user_id, direction);
alter table closing_votes add constraint closing_votes_direction_check CHECK ((direction = ANY (ARRAY['close'::text, 'reopen'::text])));
alter table closing_votes add constraint closing_votes_reason_check CHECK ((length(reason) <= 40));
alter table closures add constraint closures_pkey PRIMARY KEY (item_id);
alter table cohort_check_ins add constraint cohort_check_ins_cohort_id_user_id_day_key UNIQUE (cohort_id, user_id, day);
alter table cohort_check_ins add constraint cohort_check_ins_pkey PRIMARY KEY (id);
alter table cohort_check_ins add constraint cohort_check_ins_text_check CHECK ((length(text) <= 2000));
alter table cohort_cheers add constraint cohort_cheers_pkey PRIMARY KEY (check_in_id, user_id);
alter table cohort_groups add constraint cohort_groups_cohort_id_id_key UNIQUE (cohort_id, id);
alter table cohort_groups add constraint cohort_groups_cohort_id_number_key UNIQUE (cohort_id, number);
alter table cohort_groups add constraint cohort_groups_pkey PRIMARY KEY (id);
alter table cohort_groups add constraint cohort_groups_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)));
alter table cohort_groups add constraint cohort_groups_number_check CHECK ((number > 0));
alter table cohort_members add constraint cohort_members_order_id_key UNIQUE (order_id);
alter table cohort_members add constraint cohort_members_pkey PRIMARY KEY (cohort_id, user_id);
alter table cohort_members add constraint cohort_members_cards_used_check CHECK ((cards_used >= 0));
alter table cohort_members add constraint cohort_members_check CHECK (((status = 'active'::text) = (closed_at IS NULL)));
alter table cohort_members add constraint cohort_members_check_in_count_check CHECK ((check_in_count >= 0));
alter table cohort_members add constraint cohort_members_status_check CHECK ((status = ANY (ARRAY['active'::text, 'left'::text, 'passed'::text, 'failed'::text])));
alter table cohort_plan add constraint cohort_plan_pkey PRIMARY KEY (id);
alter table cohort_plan add constraint cohort_plan_check CHECK (((lesson_id IS NOT NULL) OR (title <> ''::text)));
alter table cohort_plan add constraint cohort_plan_check1 CHECK ((num_nonnulls(time_of_day, starts_at, minutes) = ANY (ARRAY[0, 3])));
alter table cohort_plan add constraint cohort_plan_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440)));
alter table cohort_plan add constraint cohort_plan_place_check CHECK ((length(place) <= 500));
alter table cohort_plan add constraint cohort_plan_time_of_day_check CHECK ((time_of_day ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text));
alter table cohort_plan add constraint cohort_plan_title_check CHECK ((length(title) <= 200));
alter table cohort_reminders add constraint cohort_reminders_pkey PRIMARY KEY (cohort_id, user_id, stage);
alter table cohorts add constraint cohorts_pkey PRIMARY KEY (id);
alter table cohorts add constraint cohorts_check CHECK (((starts_on <= ends_on) AND ((join_until >= (starts_on - 365)) AND (join_until <= ends_on))));
alter table cohorts add constraint cohorts_check1 CHECK ((starts_at < ends_at));
alter table cohorts add constraint cohorts_check2 CHECK ((((price + deposit) > 0) = (currency IS NOT NULL)));
alter table cohorts add constraint cohorts_deposit_check CHECK ((deposit >= 0));
alter table cohorts add constraint cohorts_groups_by_check CHECK ((groups_by = ANY (ARRAY['none'::text, 'even'::text, 'choice'::text])));
alter table cohorts add constraint cohorts_makeup_cards_check CHECK (((makeup_cards >= 0) AND (makeup_cards <= 60)));
alter table cohorts add constraint cohorts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table cohorts add constraint cohorts_price_check CHECK ((price >= 0));
alter table cohorts add constraint cohorts_seats_check CHECK (((seats >= 1) AND (seats <= 5000)));
alter table cohorts add constraint cohorts_source_check CHECK ((length(source) <= 20000));
alter table cohorts add constraint cohorts_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'cancelled'::text, 'ended'::text])));
alter table cohorts add constraint cohorts_taken_check CHECK (((taken >= 0) AND (taken <= seats)));
alter table community_days add constraint community_days_pkey PRIMARY KEY (user_id, day);
alter table community_days add constraint community_days_acts_check CHECK ((acts > 0));
alter table coupon_uses add constraint coupon_uses_pkey PRIMARY KEY (order_id);
alter table coupon_uses add constraint coupon_uses_status_check CHECK ((status = ANY (ARRAY['reserved'::text, 'used'::text, 'released'::text])));
alter table course_authors add constraint course_authors_pkey PRIMARY KEY (course_id, user_id);
alter table course_authors add constraint course_authors_role_check CHECK ((role = ANY (ARRAY['author'::text, 'editor'::text, 'reviewer'::text, 'mentor'::text])));
alter table course_faq add constraint course_faq_pkey PRIMARY KEY (id);
alter table course_faq add constraint course_faq_question_check CHECK (((length(question) >= 1) AND (length(question) <= 200)));
alter table course_faq add constraint course_faq_source_check CHECK (((length(source) >= 1) AND (length(source) <= 10000)));
alter table course_imports add constraint course_imports_pkey PRIMARY KEY (id);
alter table course_imports add constraint course_imports_check CHECK (((course_id IS NOT NULL) OR (space_id IS NOT NULL)));
alter table course_imports add constraint course_imports_check1 CHECK (((status = 'refused'::text) = (refusal IS NOT NULL)));
alter table course_imports add constraint course_imports_check2 CHECK (((status = 'done'::text) = (report IS NOT NULL)));
alter table course_imports add constraint course_imports_name_check CHECK ((length(name) <= 255));
alter table course_imports add constraint course_imports_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'reading'::text, 'writing'::text, 'done'::text, 'refused'::text])));
alter table course_ratings add constraint course_ratings_pkey PRIMARY KEY (course_id);
alter table course_ratings add constraint course_ratings_stars_check CHECK (((array_length(stars, 1) = 5) AND (0 <= ALL (stars))));
alter table course_sections add constraint course_sections_course_id_id_key UNIQUE (course_id, id);
alter table course_sections add constraint course_sections_pkey PRIMARY KEY (id);
alter table course_sections add constraint course_sections_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
alter table course_versions add constraint course_versions_pkey PRIMARY KEY (course_id, number);
alter table course_versions add constraint course_versions_check CHECK (((status = 'review'::text) = (decided_at IS NULL)));
alter table course_versions add constraint course_versions_number_check CHECK ((number > 0));
alter table course_versions add constraint course_versions_status_check CHECK ((status = ANY (ARRAY['review'::text, 'published'::text, 'refused'::text, 'withdrawn'::text])));
alter table courses add constraint courses_pkey PRIMARY KEY (item_id);
alter table courses add constraint courses_cover_alt_check CHECK ((length(cover_alt) <= 300));
alter table courses add constraint courses_cover_check CHECK ((length(cover) <= 100));
alter table discounts add constraint discounts_pkey PRIMARY KEY (id);
alter table discounts add constraint discounts_amount_check CHECK ((amount > 0));
alter table discounts add constraint discounts_check CHECK (((ends_at IS NULL) OR (ends_at > starts_at)));
alter table discounts add constraint discounts_code_check CHECK (((code = upper(code)) AND ((length(code) >= 3) AND (length(code) <= 32))));
alter table discounts add constraint discounts_currency_check CHECK (((num_nonnulls(amount, minimum) = 0) = (currency IS NULL)));
alter table discounts add constraint discounts_min_level_check CHECK ((min_level > 0));
alter table discounts add constraint discounts_minimum_check CHECK ((minimum > 0));
alter table discounts add constraint discounts_per_person_check CHECK ((per_person > 0));
alter table discounts add constraint discounts_percent_bps_check CHECK (((percent_bps >= 1) AND (percent_bps <= 10000)));
alter table discounts add constraint discounts_promotion_check CHECK (((code IS NOT NULL) OR (num_nonnulls(per_person, total) = 0)));
alter table discounts add constraint discounts_region_check CHECK ((region ~ '^[A-Z]{2}$'::text));
alter table discounts add constraint discounts_thing_check CHECK ((num_nonnulls(item_id, space_id, bundle_id, tier_id) <= 1));
alter table discounts add constraint discounts_total_check CHECK ((total > 0));
alter table discounts add constraint discounts_used_check CHECK ((used >= 0));
alter table discounts add constraint discounts_used_up_check CHECK (((total IS NULL) OR (used <= total)));
alter table discounts add constraint discounts_value_check CHECK ((num_nonnulls(percent_bps, amount) = 1));
alter table disputes add constraint disputes_payment_id_key UNIQUE (payment_id);
alter table disputes add constraint disputes_pkey PRIMARY KEY (id);
alter table disputes add constraint disputes_amount_check CHECK ((amount > 0));
alter table disputes add constraint disputes_check CHECK ((covered <= amount));
alter table disputes add constraint disputes_check1 CHECK (((status = 'open'::text) = (closed_at IS NULL)));
alter table disputes add constraint disputes_covered_check CHECK ((covered >= 0));
alter table disputes add constraint disputes_status_check CHECK ((status = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])));
alter table due_extensions add constraint due_extensions_pkey PRIMARY KEY (id);
alter table due_extensions add constraint due_extensions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
alter table election_answers add constraint election_answers_pkey PRIMARY KEY (question_id, candidate_id);
alter table election_answers add constraint election_answers_source_check CHECK (((length(source) >= 1) AND (length(source) <= 5000)));
alter table election_ballots add constraint election_ballots_pkey PRIMARY KEY (election_id, receipt_hash);
alter table election_ballots add constraint election_ballots_receipt_hash_check CHECK ((receipt_hash ~ '^[0-9a-f]{64}$'::text));
alter table election_candidates add constraint election_candidates_pkey PRIMARY KEY (election_id, user_id);
alter table election_candidates add constraint election_candidates_elected_check CHECK ((elected > 0));
alter table election_candidates add constraint election_candidates_source_check CHECK (((length(source) >= 1) AND (length(source) <= 5000)));
alter table election_questions add constraint election_questions_pkey PRIMARY KEY (id);
alter table election_questions add constraint election_questions_text_check CHECK (((length(text) >= 1) AND (length(text) <= 1000)));
alter table election_roll add constraint election_roll_pkey PRIMARY KEY (election_id, user_id);
alter table elections add constraint elections_pkey PRIMARY KEY (id);
alter table elections add constraint elections_cancel_reason_check CHECK ((length(cancel_reason) <= 500));
alter table elections add constraint elections_check CHECK (((nomination_ends_at < questions_end_at) AND (questions_end_at < ballot_ends_at)));
alter table elections add constraint elections_seats_check CHECK (((seats >= 1) AND (seats <= 20)));
alter table elections add constraint elections_source_check CHECK ((length(source) <= 10000));
alter table elections add constraint elections_status_check CHECK ((status = ANY (ARRAY['nomination'::text, 'questions'::text, 'ballot'::text, 'counted'::text, 'cancelled'::text])));
alter table elections add constraint elections_title_check CHECK (((length(title) >= 1) AND (length(title) <= 150)));
alter table enrolments add constraint enrolments_pkey PRIMARY KEY (user_id, course_id);
alter table entitlements add constraint entitlements_user_id_item_id_space_id_source_source_ref_key UNIQUE NULLS NOT DISTINCT (user_id, item_id, space_id, source, source_ref);
alter table entitlements add constraint entitlements_pkey PRIMARY KEY (id);
alter table entitlements add constraint entitlements_check CHECK ((num_nonnulls(item_id, space_id) = 1));
alter table entitlements add constraint entitlements_source_check CHECK ((source = ANY (ARRAY['purchase'::text, 'subscription'::text, 'grant'::text, 'trial'::text, 'seat'::text, 'gift'::text])));
alter table escrows add constraint escrows_pkey PRIMARY KEY (order_id);
alter table escrows add constraint escrows_check CHECK (((status = 'held'::text) = (closed_at IS NULL)));
alter table escrows add constraint escrows_share_bps_check CHECK (((share_bps >= 0) AND (share_bps <= 10000)));
alter table escrows add constraint escrows_status_check CHECK ((status = ANY (ARRAY['held'::text, 'released'::text, 'returned'::text])));
alter table events add constraint events_pkey PRIMARY KEY (id);
alter table events add constraint events_payload_short CHECK ((octet_length((payload)::text) <= 7000));
alter table exercise_tries add constraint exercise_tries_pkey PRIMARY KEY (id);
alter table exercise_tries add constraint exercise_tries_code_check CHECK ((length(code) <= 20000));
alter table exercises add constraint exercises_pkey PRIMARY KEY (id);
alter table exercises add constraint exercises_language_check CHECK ((language = ANY (ARRAY['javascript'::text, 'python'::text, 'sql'::text])));
alter table exercises add constraint exercises_seconds_check CHECK (((seconds >= 1) AND (seconds <= 10)));
alter table expert_application_tags add constraint expert_application_tags_pkey PRIMARY KEY (application_id, tag_id);
alter table expert_applications add constraint expert_applications_pkey PRIMARY KEY (id);
alter table expert_applications add constraint expert_applications_check CHECK (((status = 'waiting'::text) = (decided_at IS NULL)));
alter table expert_applications add constraint expert_applications_private_note_check CHECK ((length(private_note) <= 2000));
alter table expert_applications add constraint expert_applications_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 5000)));
alter table expert_applications add constraint expert_applications_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])));
alter table expert_evidence add constraint expert_evidence_pkey PRIMARY KEY (id);
alter table expert_evidence add constraint expert_evidence_body_check CHECK ((length(body) <= 2000));
alter table expert_evidence add constraint expert_evidence_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'link'::text, 'item'::text, 'certificate'::text, 'file'::text])));
alter table expert_evidence add constraint expert_evidence_title_check CHECK (((length(title) >= 1) AND (length(title) <= 150)));
alter table expert_reviews add constraint expert_reviews_pkey PRIMARY KEY (application_id, reviewer_id);
alter table expert_reviews add constraint expert_reviews_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)));
alter table expert_reviews add constraint expert_reviews_verdict_check CHECK ((verdict = ANY (ARRAY['approve'::text, 'refuse'::text, 'conflict'::text])));
alter table expert_tags add constraint expert_tags_pkey PRIMARY KEY (user_id, tag_id);
alter table experts add constraint experts_pkey PRIMARY KEY (user_id);
alter table experts add constraint experts_check CHECK (((status = 'revoked'::text) = (revoked_at IS NOT NULL)));
alter table experts add constraint experts_revoked_reason_check CHECK ((length(revoked_reason) <= 1000));
alter table experts add constraint experts_status_check CHECK ((status = ANY (ARRAY['active'::text, 'expired'::text, 'revoked'::text])));
alter table fair_decisions add constraint fair_decisions_pkey PRIMARY KEY (id);
alter table fair_decisions add constraint fair_decisions_decision_check CHECK ((decision = ANY (ARRAY['confirmed'::text, 'dismissed'::text])));
alter table fair_decisions add constraint fair_decisions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)));
alter table fair_discounts add constraint fair_discounts_ledger_reversal_id_key UNIQUE (ledger, reversal_id);
alter table fair_discounts add constraint fair_discounts_pkey PRIMARY KEY (id);
alter table fair_discounts add constraint fair_discounts_ledger_check CHECK ((ledger = ANY (ARRAY['reputation'::text, 'points'::text])));
alter table fair_edges add constraint fair_edges_pkey PRIMARY KEY (id);
alter table fair_finding_people add constraint fair_finding_people_pkey PRIMARY KEY (finding_id, user_id);
alter table fair_finding_people add constraint fair_finding_people_part_check CHECK ((part = ANY (ARRAY['giver'::text, 'taker'::text, 'both'::text])));
alter table fair_findings add constraint fair_findings_pkey PRIMARY KEY (id);
alter table fair_findings add constraint fair_findings_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision)));
alter table fair_findings add constraint fair_findings_pattern_check CHECK ((pattern = ANY (ARRAY['ring'::text, 'farming'::text, 'referral'::text])));
alter table fair_findings add constraint fair_findings_status_check CHECK ((status = ANY (ARRAY['open'::text, 'confirmed'::text, 'dismissed'::text])));
alter table fair_pulses add constraint fair_pulses_pkey PRIMARY KEY (author_id);
alter table fair_runs add constraint fair_runs_pkey PRIMARY KEY (id);
alter table fair_runs add constraint fair_runs_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'around'::text])));
alter table fair_runs add constraint fair_runs_status_check CHECK ((status = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])));
alter table fapiao_requests add constraint fapiao_requests_pkey PRIMARY KEY (id);
alter table fapiao_requests add constraint fapiao_requests_amount_check CHECK ((amount > 0));
alter table fapiao_requests add constraint fapiao_requests_check CHECK (((holder = 'person'::text) OR (tax_number <> ''::text)));
alter table fapiao_requests add constraint fapiao_requests_holder_check CHECK ((holder = ANY (ARRAY['person'::text, 'company'::text])));
alter table fapiao_requests add constraint fapiao_requests_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'issued'::text, 'refused'::text, 'withdrawn'::text, 'voided'::text])));
alter table follows add constraint follows_user_id_item_id_tag_id_space_id_person_id_key UNIQUE NULLS NOT DISTINCT (user_id, item_id, tag_id, space_id, person_id);
alter table follows add constraint follows_check CHECK ((num_nonnulls(item_id, tag_id, space_id, person_id) = 1));
alter table gifts add constraint gifts_code_key UNIQUE (code);
alter table gifts add constraint gifts_order_id_number_key UNIQUE (order_id, number);
alter table gifts add constraint gifts_pkey PRIMARY KEY (id);
alter table gifts add constraint gifts_number_check CHECK ((number > 0));
alter table gifts add constraint gifts_status_check CHECK ((status = ANY (ARRAY['ready'::text, 'redeemed'::text, 'expired'::text, 'void'::text])));
alter table goods add constraint goods_pkey PRIMARY KEY (id);
alter table goods add constraint goods_asks_check CHECK ((asks = ANY (ARRAY['nothing'::text, 'address'::text])));
alter table goods add constraint goods_per_person_check CHECK ((per_person > 0));
alter table goods add constraint goods_price_check CHECK (((price >= 1) AND (price <= 1000000)));
alter table goods add constraint goods_stock_check CHECK ((stock >= 0));
alter table goods_orders add constraint goods_orders_user_id_key_key UNIQUE (user_id, key);
alter table goods_orders add constraint goods_orders_pkey PRIMARY KEY (id);
alter table goods_orders add constraint goods_orders_answer_check CHECK ((length(answer) <= 500));
alter table goods_orders add constraint goods_orders_check CHECK (((status = 'placed'::text) = (settled_at IS NULL)));
alter table goods_orders add constraint goods_orders_key_check CHECK (((length(key) >= 8) AND (length(key) <= 80)));
alter table goods_orders add constraint goods_orders_note_check CHECK ((length(note) <= 500));
alter table goods_orders add constraint goods_orders_status_check CHECK ((status = ANY (ARRAY['placed'::text, 'fulfilled'::text, 'cancelled'::text])));
alter table group_buys add constraint group_buys_pkey PRIMARY KEY (id);
alter table group_buys add constraint group_buys_places_check CHECK (((joined >= 0) AND (joined <= size)));
alter table group_buys add constraint group_buys_size_check CHECK (((size >= 2) AND (size <= 100)));
alter table group_buys add constraint group_buys_status_check CHECK ((status = ANY (ARRAY['open'::text, 'filled'::text, 'failed'::text])));
alter table group_members add constraint group_members_group_id_user_id_key UNIQUE (group_id, user_id);
alter table group_members add constraint group_members_pkey PRIMARY KEY (order_id);
alter table handled_events add constraint handled_events_pkey PRIMARY KEY (event_id, handler);
alter table honours add constraint honours_pkey PRIMARY KEY (id);
alter table honours add constraint honours_reason_check CHECK ((length(reason) <= 500));
alter table honours add constraint honours_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table idempotency_keys add constraint idempotency_keys_pkey PRIMARY KEY (user_id, key);
alter table identities add constraint identities_provider_id_account_id_key UNIQUE (provider_id, account_id);
alter table identities add constraint identities_pkey PRIMARY KEY (id);
alter table import_refs add constraint import_refs_pkey PRIMARY KEY (source, kind, source_id);
alter table import_runs add constraint import_runs_pkey PRIMARY KEY (id);
alter table invoice_counters add constraint invoice_counters_pkey PRIMARY KEY (series, year);
alter table invoice_counters add constraint invoice_counters_last_check CHECK ((last > 0));
alter table invoices add constraint invoices_series_year_number_key UNIQUE (series, year, number);
alter table invoices add constraint invoices_pkey PRIMARY KEY (id);
alter table invoices add constraint invoices_check CHECK ((total = (net + tax)));
alter table invoices add constraint invoices_check1 CHECK (((series = 'CN'::text) = (corrects IS NOT NULL)));
alter table invoices add constraint invoices_check2 CHECK (
CASE series
    WHEN 'INV'::text THEN (total > 0)
    ELSE (total < 0)
END);
alter table invoices add constraint invoices_series_check CHECK ((series = ANY (ARRAY['INV'::text, 'CN'::text])));
alter table issuer_keys add constraint issuer_keys_did_fragment_key UNIQUE (did, fragment);
alter table issuer_keys add constraint issuer_keys_public_key_key UNIQUE (public_key);
alter table issuer_keys add constraint issuer_keys_pkey PRIMARY KEY (id);
alter table issuer_keys add constraint issuer_keys_check CHECK (((revoked_at IS NULL) OR (retired_at IS NOT NULL)));
alter table item_bodies add constraint item_bodies_pkey PRIMARY KEY (item_id);
alter table item_links add constraint item_links_pkey PRIMARY KEY (item_id, target_id, kind);
alter table item_links add constraint item_links_kind_check CHECK ((kind = ANY (ARRAY['related'::text, 'duplicate'::text, 'fork'::text])));
alter table item_quality add constraint item_quality_pkey PRIMARY KEY (item_id);
alter table item_quality add constraint item_quality_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)));
alter table item_reads add constraint item_reads_pkey PRIMARY KEY (user_id, item_id);
alter table item_tags add constraint item_tags_pkey PRIMARY KEY (item_id, tag_id);
alter table item_upheld add constraint item_upheld_pkey PRIMARY KEY (case_id);
alter table items add constraint items_pkey PRIMARY KEY (id);
alter table items add constraint items_access_check CHECK ((access = ANY (ARRAY['free'::text, 'members'::text, 'paid'::text])));
alter table items add constraint items_check CHECK (((title <> ''::text) OR (status = 'draft'::text)));
alter table items add constraint items_check1 CHECK ((num_nulls(price_amount, price_currency) = ANY (ARRAY[0, 2])));
alter table items add constraint items_check2 CHECK (((part_of IS NULL) OR (part_number IS NOT NULL)));
alter table items add constraint items_deleted_from_check CHECK ((deleted_from = ANY (ARRAY['published'::text, 'held'::text, 'hidden'::text])));
alter table items add constraint items_difficulty_check CHECK ((difficulty = ANY (ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text])));
alter table items add constraint items_price_amount_check CHECK ((price_amount > 0));
alter table items add constraint items_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'held'::text, 'hidden'::text, 'deleted'::text])));
alter table items add constraint items_title_check CHECK ((length(title) <= 300));
alter table juries add constraint juries_pkey PRIMARY KEY (id);
alter table juries add constraint juries_check CHECK (((quorum >= 2) AND (quorum <= size)));
alter table juries add constraint juries_check1 CHECK (((status = 'decided'::text) = (outcome IS NOT NULL)));
alter table juries add constraint juries_check2 CHECK (((status = 'sealed'::text) = (closed_at IS NULL)));
alter table juries add constraint juries_juror_hours_check CHECK (((juror_hours >= 1) AND (juror_hours <= 336)));
alter table juries add constraint juries_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'dismissed'::text])));
alter table juries add constraint juries_size_check CHECK (((size >= 3) AND (size <= 21)));
alter table juries add constraint juries_statement_check CHECK ((length(statement) <= 10000));
alter table juries add constraint juries_status_check CHECK ((status = ANY (ARRAY['sealed'::text, 'decided'::text, 'failed'::text, 'cancelled'::text])));
alter table juries add constraint juries_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)));
alter table jury_opt_outs add constraint jury_opt_outs_pkey PRIMARY KEY (user_id);
alter table jury_seats add constraint jury_seats_jury_id_drawn_key UNIQUE (jury_id, drawn);
alter table jury_seats add constraint jury_seats_pkey PRIMARY KEY (jury_id, user_id);
alter table jury_seats add constraint jury_seats_check CHECK (((status = 'voted'::text) = (vote IS NOT NULL)));
alter table jury_seats add constraint jury_seats_drawn_check CHECK ((drawn > 0));
alter table jury_seats add constraint jury_seats_reasons_check CHECK ((length(reasons) <= 2000));
alter table jury_seats add constraint jury_seats_status_check CHECK ((status = ANY (ARRAY['summoned'::text, 'voted'::text, 'declined'::text, 'absent'::text])));
alter table jury_seats add constraint jury_seats_vote_check CHECK ((vote = ANY (ARRAY['uphold'::text, 'dismiss'::text])));
alter table learning_days add constraint learning_days_pkey PRIMARY KEY (user_id, day);
alter table learning_goals add constraint learning_goals_pkey PRIMARY KEY (user_id);
alter table learning_goals add constraint learning_goals_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600)));
alter table learning_goals add constraint learning_goals_remind_hour_check CHECK (((remind_hour >= 0) AND (remind_hour <= 23)));
alter table ledger_accounts add constraint ledger_accounts_id_currency_key UNIQUE (id, currency);
alter table ledger_accounts add constraint ledger_accounts_kind_name_owner_id_currency_key UNIQUE NULLS NOT DISTINCT (kind, name, owner_id, currency);
alter table ledger_accounts add constraint ledger_accounts_pkey PRIMARY KEY (id);
alter table ledger_accounts add constraint ledger_accounts_check CHECK (((kind = ANY (ARRAY['author'::text, 'affiliate'::text])) = (owner_id IS NOT NULL)));
alter table ledger_accounts add constraint ledger_accounts_kind_check CHECK ((kind = ANY (ARRAY['clearing'::text, 'platform'::text, 'author'::text, 'affiliate'::text, 'escrow'::text, 'tax'::text, 'refunds'::text])));
alter table ledger_entries add constraint ledger_entries_pkey PRIMARY KEY (id);
alter table ledger_entries add constraint ledger_entries_amount_check CHECK ((amount <> 0));
alter table ledger_transfers add constraint ledger_transfers_key_key UNIQUE (key);
alter table ledger_transfers add constraint ledger_transfers_pkey PRIMARY KEY (id);
alter table lesson_notes add constraint lesson_notes_pkey PRIMARY KEY (id);
alter table lesson_notes add constraint lesson_notes_check CHECK ((num_nonnulls(paragraph, second) <= 1));
alter table lesson_notes add constraint lesson_notes_check1 CHECK (((quote <> ''::text) OR (source <> ''::text)));
alter table lesson_notes add constraint lesson_notes_paragraph_check CHECK ((paragraph >= 0));
alter table lesson_notes add constraint lesson_notes_quote_check CHECK ((length(quote) <= 2000));
alter table lesson_notes add constraint lesson_notes_second_check CHECK ((second >= 0));
alter table lesson_notes add constraint lesson_notes_source_check CHECK ((length(source) <= 10000));
alter table lesson_posts add constraint lesson_posts_pkey PRIMARY KEY (id);
alter table lesson_posts add constraint lesson_posts_role_check CHECK ((role = ANY (ARRAY['answer'::text, 'followup'::text, 'remark'::text])));
alter table lesson_posts add constraint lesson_posts_source_check CHECK ((length(source) <= 20000));
alter table lesson_progress add constraint lesson_progress_pkey PRIMARY KEY (user_id, lesson_id);
alter table lesson_progress add constraint lesson_progress_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)));
alter table lesson_question_echoes add constraint lesson_question_echoes_pkey PRIMARY KEY (question_id, user_id);
alter table lesson_question_moves add constraint lesson_question_moves_pkey PRIMARY KEY (id);
alter table lesson_question_moves add constraint lesson_question_moves_how_check CHECK ((how = ANY (ARRAY['routed'::text, 'taken'::text, 'passed'::text, 'assigned'::text])));
alter table lesson_question_moves add constraint lesson_question_moves_note_check CHECK ((length(note) <= 500));
alter table lesson_questions add constraint lesson_questions_pkey PRIMARY KEY (id);
alter table lesson_questions add constraint lesson_questions_check CHECK ((num_nonnulls(paragraph, second) <= 1));
alter table lesson_questions add constraint lesson_questions_check1 CHECK (((status = 'waiting'::text) = (waiting_since IS NOT NULL)));
alter table lesson_questions add constraint lesson_questions_paragraph_check CHECK ((paragraph >= 0));
alter table lesson_questions add constraint lesson_questions_quote_check CHECK ((length(quote) <= 2000));
alter table lesson_questions add constraint lesson_questions_second_check CHECK ((second >= 0));
alter table lesson_questions add constraint lesson_questions_source_check CHECK ((length(source) <= 20000));
alter table lesson_questions add constraint lesson_questions_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'answered'::text, 'solved'::text, 'withdrawn'::text])));
alter table lesson_questions add constraint lesson_questions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 150)));
alter table lesson_revisions add constraint lesson_revisions_pkey PRIMARY KEY (lesson_id, number);
alter table lesson_revisions add constraint lesson_revisions_extent_check CHECK (((extent >= 0) AND (extent <= 172800)));
alter table lesson_revisions add constraint lesson_revisions_minutes_check CHECK (((minutes >= 0) AND (minutes <= 6000)));
alter table lesson_revisions add constraint lesson_revisions_number_check CHECK ((number > 0));
alter table lesson_revisions add constraint lesson_revisions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
alter table lessons add constraint lessons_course_id_key_key UNIQUE (course_id, key);
alter table lessons add constraint lessons_pkey PRIMARY KEY (id);
alter table lessons add constraint lessons_check CHECK ((num_nonnulls(drip_days, drip_at) <= 1));
alter table lessons add constraint lessons_check1 CHECK (((section_id IS NOT NULL) OR (removed_at IS NOT NULL)));
alter table lessons add constraint lessons_drip_days_check CHECK (((drip_days >= 0) AND (drip_days <= 3650)));
alter table lessons add constraint lessons_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,79}$'::text));
alter table lessons add constraint lessons_kind_check CHECK ((kind ~ '^[a-z][a-z0-9-]{0,39}$'::text));
alter table level_answers add constraint level_answers_pkey PRIMARY KEY (test_id, "position");
alter table level_answers add constraint level_answers_points_check CHECK (((points >= (0)::double precision) AND (points <= (1)::double precision)));
alter table level_answers add constraint level_answers_position_check CHECK (("position" >= 0));
alter table level_changes add constraint level_changes_pkey PRIMARY KEY (id);
alter table level_privileges add constraint level_privileges_pkey PRIMARY KEY (privilege);
alter table level_privileges add constraint level_privileges_level_check CHECK (((level >= 0) AND (level <= 4)));
alter table level_tests add constraint level_tests_pkey PRIMARY KEY (id);
alter table lti_choices add constraint lti_choices_token_key UNIQUE (token);
alter table lti_choices add constraint lti_choices_pkey PRIMARY KEY (id);
alter table lti_keys add constraint lti_keys_kid_key UNIQUE (kid);
alter table lti_keys add constraint lti_keys_pkey PRIMARY KEY (id);
alter table lti_launches add constraint lti_launches_pkey PRIMARY KEY (state);
alter table lti_links add constraint lti_links_platform_id_deployment_resource_key UNIQUE (platform_id, deployment, resource);
alter table lti_links add constraint lti_links_pkey PRIMARY KEY (id);
alter table lti_people add constraint lti_people_pkey PRIMARY KEY (issuer, subject);
alter table lti_people add constraint lti_people_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)));
alter table lti_platforms add constraint lti_platforms_issuer_client_id_key UNIQUE (issuer, client_id);
alter table lti_platforms add constraint lti_platforms_pkey PRIMARY KEY (id);
alter table lti_platforms add constraint lti_platforms_deployments_check CHECK ((cardinality(deployments) > 0));
alter table lti_platforms add constraint lti_platforms_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table lti_scores add constraint lti_scores_pkey PRIMARY KEY (link_id, user_id);
alter table lti_scores add constraint lti_scores_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)));
alter table lti_tickets add constraint lti_tickets_pkey PRIMARY KEY (ticket);
alter table mails add constraint mails_pkey PRIMARY KEY (id);
alter table markings add constraint markings_pkey PRIMARY KEY (id);
alter table markings add constraint markings_comment_check CHECK ((length(comment) <= 20000));
alter table markings add constraint markings_outcome_check CHECK ((outcome = ANY (ARRAY['returned'::text, 'passed'::text, 'failed'::text])));
alter table markings add constraint markings_points_check CHECK ((points >= (0)::double precision));
alter table markings add constraint markings_private_note_check CHECK ((length(private_note) <= 4000));
alter table markings add constraint markings_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)));
alter table media add constraint media_token_key UNIQUE (token);
alter table media add constraint media_pkey PRIMARY KEY (id);
alter table media add constraint media_bytes_check CHECK ((bytes > 0));
alter table media add constraint media_check CHECK (((status = ANY (ARRAY['uploading'::text, 'received'::text, 'refused'::text, 'failed'::text])) OR ((kind IS NOT NULL) AND (mime IS NOT NULL))));
alter table media add constraint media_duration_ms_check CHECK ((duration_ms >= 0));
alter table media add constraint media_height_check CHECK ((height > 0));
alter table media add constraint media_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'file'::text])));
alter table media add constraint media_progress_check CHECK (((progress >= 0) AND (progress <= 100)));
alter table media add constraint media_purpose_check CHECK ((purpose = ANY (ARRAY['picture'::text, 'avatar'::text, 'cover'::text, 'video'::text, 'audio'::text, 'file'::text])));
alter table media add constraint media_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table media add constraint media_status_check CHECK ((status = ANY (ARRAY['uploading'::text, 'received'::text, 'processing'::text, 'ready'::text, 'refused'::text, 'failed'::text])));
alter table media add constraint media_token_check CHECK ((token ~ '^[a-z0-9]{26}$'::text));
alter table media add constraint media_width_check CHECK ((width > 0));
alter table media_cues add constraint media_cues_pkey PRIMARY KEY (media_id, language, number);
alter table media_cues add constraint media_cues_check CHECK ((to_ms > from_ms));
alter table media_holders add constraint media_holders_pkey PRIMARY KEY (media_id, holder, holder_id);
alter table media_leavings add constraint media_leavings_pkey PRIMARY KEY (media_id);
alter table media_subtitles add constraint media_subtitles_pkey PRIMARY KEY (media_id, language);
alter table media_variants add constraint media_variants_pkey PRIMARY KEY (media_id, role, name, format);
alter table media_variants add constraint media_variants_bytes_check CHECK ((bytes >= 0));
alter table media_variants add constraint media_variants_format_check CHECK ((format = ANY (ARRAY['avif'::text, 'webp'::text, 'hls'::text])));
alter table media_variants add constraint media_variants_role_check CHECK ((role = ANY (ARRAY['image'::text, 'poster'::text, 'stream'::text])));
alter table mentor_settings add constraint mentor_settings_pkey PRIMARY KEY (user_id);
alter table mentor_tags add constraint mentor_tags_pkey PRIMARY KEY (user_id, tag_id);
alter table migrations add constraint migrations_pkey PRIMARY KEY (name);
alter table moderation_actions add constraint moderation_actions_pkey PRIMARY KEY (id);
alter table moderation_appeals add constraint moderation_appeals_decision_id_key UNIQUE (decision_id);
alter table moderation_appeals add constraint moderation_appeals_pkey PRIMARY KEY (id);
alter table moderation_appeals add constraint moderation_appeals_answer_check CHECK ((length(answer) <= 2000));
alter table moderation_appeals add constraint moderation_appeals_check CHECK (((status = 'open'::text) = (decided_at IS NULL)));
alter table moderation_appeals add constraint moderation_appeals_status_check CHECK ((status = ANY (ARRAY['open'::text, 'upheld'::text, 'reversed'::text])));
alter table moderation_appeals add constraint moderation_appeals_words_check CHECK (((length(words) >= 1) AND (length(words) <= 4000)));
alter table moderation_cases add constraint moderation_cases_pkey PRIMARY KEY (id);
alter table moderation_cases add constraint moderation_cases_check CHECK (((status = 'decided'::text) = (decided_at IS NOT NULL)));
alter table moderation_cases add constraint moderation_cases_checks_check CHECK (((checks >= (0)::double precision) AND (checks <= (1)::double precision)));
alter table moderation_cases add constraint moderation_cases_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision)));
alter table moderation_cases add constraint moderation_cases_source_check CHECK ((source = ANY (ARRAY['report'::text, 'checks'::text, 'fairplay'::text])));
alter table moderation_cases add constraint moderation_cases_status_check CHECK ((status = ANY (ARRAY['open'::text, 'decided'::text])));
alter table moderation_cases add constraint moderation_cases_subject_check CHECK ((subject = ANY (ARRAY['item'::text, 'reply'::text, 'person'::text, 'finding'::text])));
alter table moderation_decisions add constraint moderation_decisions_pkey PRIMARY KEY (id);
alter table moderation_decisions add constraint moderation_decisions_check CHECK (((outcome = 'upheld'::text) = (category IS NOT NULL)));
alter table moderation_decisions add constraint moderation_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'dismissed'::text])));
alter table moderation_decisions add constraint moderation_decisions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)));
alter table moderation_duty add constraint moderation_duty_pkey PRIMARY KEY (user_id);
alter table moderation_duty add constraint moderation_duty_daily_limit_check CHECK (((daily_limit >= 1) AND (daily_limit <= 1000)));
alter table moderation_notes add constraint moderation_notes_pkey PRIMARY KEY (id);
alter table moderation_notes add constraint moderation_notes_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)));
alter table moderation_reports add constraint moderation_reports_case_id_reporter_id_key UNIQUE (case_id, reporter_id);
alter table moderation_reports add constraint moderation_reports_pkey PRIMARY KEY (id);
alter table moderation_reports add constraint moderation_reports_weight_check CHECK (((weight > (0)::double precision) AND (weight <= (1)::double precision)));
alter table moderation_reports add constraint moderation_reports_words_check CHECK ((length(words) <= 1000));
alter table money_proofs add constraint money_proofs_pkey PRIMARY KEY (id);
alter table money_proofs add constraint money_proofs_check CHECK (((status = ANY (ARRAY['done'::text, 'failed'::text])) = (ended_at IS NOT NULL)));
alter table money_proofs add constraint money_proofs_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])));
alter table notifications add constraint notifications_pkey PRIMARY KEY (id);
alter table offer_prices add constraint offer_prices_pkey PRIMARY KEY (id);
alter table offer_prices add constraint offer_prices_amount_check CHECK ((amount > 0));
alter table offer_prices add constraint offer_prices_check CHECK (((ends_at IS NULL) OR (ends_at > starts_at)));
alter table offer_prices add constraint offer_prices_min_level_check CHECK ((min_level > 0));
alter table offer_prices add constraint offer_prices_region_check CHECK ((region ~ '^[A-Z]{2}$'::text));
alter table offers add constraint offers_pkey PRIMARY KEY (id);
alter table offers add constraint offers_amount_check CHECK (((amount > 0) OR ((amount = 0) AND (pricing = 'open'::text))));
alter table offers add constraint offers_months_check CHECK ((months > 0));
alter table offers add constraint offers_pricing_check CHECK ((pricing = ANY (ARRAY['fixed'::text, 'open'::text])));
alter table offers add constraint offers_renewal_check CHECK (((NOT renews) OR (months IS NOT NULL)));
alter table offers add constraint offers_sold_check CHECK ((sold >= 0));
alter table offers add constraint offers_sold_out_check CHECK (((stock IS NULL) OR (sold <= stock)));
alter table offers add constraint offers_stock_check CHECK ((stock >= 0));
alter table offers add constraint offers_thing_check CHECK ((
CASE sells
    WHEN 'item'::text THEN (item_id IS NOT NULL)
    WHEN 'bounty'::text THEN (item_id IS NOT NULL)
    WHEN 'group'::text THEN (item_id IS NOT NULL)
    WHEN 'cohort'::text THEN (item_id IS NOT NULL)
    WHEN 'space'::text THEN (space_id IS NOT NULL)
    WHEN 'seats'::text THEN (space_id IS NOT NULL)
    WHEN 'bundle'::text THEN (bundle_id IS NOT NULL)
    WHEN 'tier'::text THEN (tier_id IS NOT NULL)
    WHEN 'question'::text THEN (person_id IS NOT NULL)
    WHEN 'listen'::text THEN (person_id IS NOT NULL)
    WHEN 'slot'::text THEN (person_id IS NOT NULL)
    WHEN 'tip'::text THEN (person_id IS NOT NULL)
    ELSE false
END AND (num_nonnulls(item_id, space_id, bundle_id, tier_id, person_id) = 1)));
alter table offers add constraint offers_time_check CHECK (((sells = ANY (ARRAY['space'::text, 'tier'::text, 'seats'::text])) = (months IS NOT NULL)));
alter table offers add constraint offers_trial_days_check CHECK ((trial_days > 0));
alter table order_events add constraint order_events_pkey PRIMARY KEY (id);
alter table orders add constraint orders_user_id_key_key UNIQUE (user_id, key);
alter table orders add constraint orders_pkey PRIMARY KEY (id);
alter table orders add constraint orders_affiliate_check CHECK ((affiliate_share <= amount));
alter table orders add constraint orders_affiliate_share_check CHECK ((affiliate_share >= 0));
alter table orders add constraint orders_amount_check CHECK (((amount >= 0) AND (amount = ((subtotal - discount) + tax))));
alter table orders add constraint orders_discount_check CHECK ((discount >= 0));
alter table orders add constraint orders_quantity_check CHECK ((quantity > 0));
alter table orders add constraint orders_refunded_check CHECK (((refunded >= 0) AND (refunded <= amount)));
alter table orders add constraint orders_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'paid'::text, 'cancelled'::text, 'expired'::text, 'refunded'::text])));
alter table orders add constraint orders_tax_check CHECK ((tax >= 0));
alter table organisation_domains add constraint organisation_domains_token_hash_key UNIQUE (token_hash);
alter table organisation_domains add constraint organisation_domains_pkey PRIMARY KEY (organisation_id, domain);
alter table organisation_domains add constraint organisation_domains_domain_check CHECK (((domain = lower(domain)) AND ((length(domain) >= 3) AND (length(domain) <= 253))));
alter table organisation_invitations add constraint organisation_invitations_token_hash_key UNIQUE (token_hash);
alter table organisation_invitations add constraint organisation_invitations_pkey PRIMARY KEY (id);
alter table organisation_invitations add constraint organisation_invitations_check CHECK (((uses >= 0) AND (uses <= max_uses)));
alter table organisation_invitations add constraint organisation_invitations_check1 CHECK (((email IS NOT NULL) OR (role = 'member'::text)));
alter table organisation_invitations add constraint organisation_invitations_email_check CHECK (((email = lower(email)) AND (length(email) <= 254)));
alter table organisation_invitations add constraint organisation_invitations_max_uses_check CHECK (((max_uses >= 1) AND (max_uses <= 10000)));
alter table organisation_invitations add constraint organisation_invitations_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'member'::text])));
alter table organisation_log add constraint organisation_log_pkey PRIMARY KEY (id);
alter table organisation_members add constraint organisation_members_pkey PRIMARY KEY (organisation_id, user_id);
alter table organisation_members add constraint organisation_members_came_by_check CHECK ((came_by = ANY (ARRAY['founder'::text, 'invitation'::text, 'link'::text, 'domain'::text, 'sign-on'::text])));
alter table organisation_members add constraint organisation_members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text])));
alter table organisation_removals add constraint organisation_removals_pkey PRIMARY KEY (organisation_id, user_id);
alter table organisation_sign_on_claims add constraint organisation_sign_on_claims_pkey PRIMARY KEY (provider, subject);
alter table organisation_sign_ons add constraint organisation_sign_ons_provider_key UNIQUE (provider);
alter table organisation_sign_ons add constraint organisation_sign_ons_pkey PRIMARY KEY (organisation_id);
alter table organisation_sign_ons add constraint organisation_sign_ons_valid_days_check CHECK (((valid_days >= 1) AND (valid_days <= 90)));
alter table organisation_teams add constraint organisation_teams_id_organisation_id_key UNIQUE (id, organisation_id);
alter table organisation_teams add constraint organisation_teams_pkey PRIMARY KEY (id);
alter table organisation_teams add constraint organisation_teams_claim_check CHECK (((length(claim) >= 1) AND (length(claim) <= 120)));
alter table organisation_teams add constraint organisation_teams_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)));
alter table organisations add constraint organisations_slug_key UNIQUE (slug);
alter table organisations add constraint organisations_space_id_key UNIQUE (space_id);
alter table organisations add constraint organisations_pkey PRIMARY KEY (id);
alter table organisations add constraint organisations_about_check CHECK ((length(about) <= 2000));
alter table organisations add constraint organisations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)));
alter table organisations add constraint organisations_slug_check CHECK ((slug ~ '^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$'::text));
alter table passkeys add constraint passkeys_credential_id_key UNIQUE (credential_id);
alter table passkeys add constraint passkeys_pkey PRIMARY KEY (id);
alter table path_courses add constraint path_courses_pkey PRIMARY KEY (path_id, course_id);
alter table path_learners add constraint path_learners_pkey PRIMARY KEY (path_id, user_id);
alter table path_steps add constraint path_steps_pkey PRIMARY KEY (path_id, number);
alter table path_steps add constraint path_steps_needed_check CHECK (((needed >= 0) AND (needed <= 20)));
alter table path_steps add constraint path_steps_number_check CHECK (((number >= 1) AND (number <= 60)));
alter table path_steps add constraint path_steps_title_check CHECK ((length(title) <= 160));
alter table paths add constraint paths_pkey PRIMARY KEY (id);
alter table paths add constraint paths_kind_check CHECK ((kind = ANY (ARRAY['programme'::text, 'personal'::text])));
alter table paths add constraint paths_source_check CHECK ((length(source) <= 20000));
alter table paths add constraint paths_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'archived'::text])));
alter table paths add constraint paths_summary_check CHECK ((length(summary) <= 500));
alter table paths add constraint paths_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160)));
alter table payment_notices add constraint payment_notices_provider_notice_id_key UNIQUE (provider, notice_id);
alter table payment_notices add constraint payment_notices_pkey PRIMARY KEY (id);
alter table payments add constraint payments_reference_key UNIQUE (reference);
alter table payments add constraint payments_pkey PRIMARY KEY (id);
alter table payments add constraint payments_status_check CHECK ((status = ANY (ARRAY['started'::text, 'succeeded'::text, 'failed'::text])));
alter table payout_accounts add constraint payout_accounts_pkey PRIMARY KEY (id);
alter table payout_accounts add constraint payout_accounts_holder_check CHECK ((holder = ANY (ARRAY['person'::text, 'company'::text])));
alter table payout_accounts add constraint payout_accounts_kind_check CHECK ((kind = ANY (ARRAY['bank_cn'::text, 'iban'::text, 'alipay'::text])));
alter table payout_accounts add constraint payout_accounts_status_check CHECK ((status = ANY (ARRAY['submitted'::text, 'approved'::text, 'refused'::text, 'replaced'::text])));
alter table payout_batches add constraint payout_batches_pkey PRIMARY KEY (id);
alter table payout_batches add constraint payout_batches_kind_check CHECK ((kind = ANY (ARRAY['bank_cn'::text, 'iban'::text, 'alipay'::text])));
alter table payout_events add constraint payout_events_pkey PRIMARY KEY (id);
alter table payouts add constraint payouts_user_id_key_key UNIQUE (user_id, key);
alter table payouts add constraint payouts_pkey PRIMARY KEY (id);
alter table payouts add constraint payouts_amount_check CHECK ((amount > 0));
alter table payouts add constraint payouts_check CHECK (((from_author + from_affiliate) = amount));
alter table payouts add constraint payouts_from_affiliate_check CHECK ((from_affiliate >= 0));
alter table payouts add constraint payouts_from_author_check CHECK ((from_author >= 0));
alter table payouts add constraint payouts_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'approved'::text, 'in_batch'::text, 'sent'::text, 'failed'::text, 'returned'::text, 'refused'::text, 'withdrawn'::text])));
alter table peer_reviews add constraint peer_reviews_submission_id_reviewer_id_key UNIQUE (submission_id, reviewer_id);
alter table peer_reviews add constraint peer_reviews_pkey PRIMARY KEY (id);
alter table peer_reviews add constraint peer_reviews_check CHECK (((done_at IS NULL) = (chosen IS NULL)));
alter table peer_reviews add constraint peer_reviews_check1 CHECK (((rating IS NULL) = (rated_at IS NULL)));
alter table peer_reviews add constraint peer_reviews_comment_check CHECK ((length(comment) <= 10000));
alter table peer_reviews add constraint peer_reviews_rating_check CHECK (((rating >= 1) AND (rating <= 5)));
alter table peer_reviews add constraint peer_reviews_rating_words_check CHECK ((length(rating_words) <= 1000));
alter table place_days add constraint place_days_pkey PRIMARY KEY (day);
alter table platform_shares add constraint platform_shares_pkey PRIMARY KEY (id);
alter table platform_shares add constraint platform_shares_share_bps_check CHECK (((share_bps >= 0) AND (share_bps <= 10000)));
alter table point_entries add constraint point_entries_pkey PRIMARY KEY (id);
alter table point_entries add constraint point_entries_key_check CHECK ((length(key) <= 200));
alter table point_entries add constraint point_entries_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 60)));
alter table point_entries add constraint point_entries_why_check CHECK ((length(why) <= 500));
alter table pool_shares add constraint pool_shares_pkey PRIMARY KEY (month, user_id);
alter table pool_shares add constraint pool_shares_points_check CHECK ((points > 0));
alter table pool_terms add constraint pool_terms_pkey PRIMARY KEY (month);
alter table pool_terms add constraint pool_terms_month_check CHECK ((month = date_trunc('month'::text, (month)::timestamp with time zone)));
alter table pool_terms add constraint pool_terms_points_check CHECK (((points >= 0) AND (points <= 10000000)));
alter table pools add constraint pools_pkey PRIMARY KEY (month);
alter table pools add constraint pools_month_check CHECK ((month = date_trunc('month'::text, (month)::timestamp with time zone)));
alter table quest_progress add constraint quest_progress_pkey PRIMARY KEY (quest_id, user_id);
alter table quests add constraint quests_slug_key UNIQUE (slug);
alter table quests add constraint quests_pkey PRIMARY KEY (id);
alter table quests add constraint quests_check CHECK (((kind = 'challenge'::text) = ((starts_at IS NOT NULL) AND (ends_at IS NOT NULL))));
alter table quests add constraint quests_check1 CHECK ((ends_at > starts_at));
alter table quests add constraint quests_check2 CHECK (((goal_of_all IS NULL) OR (kind = 'challenge'::text)));
alter table quests add constraint quests_goal_of_all_check CHECK ((goal_of_all > 0));
alter table quests add constraint quests_kind_check CHECK ((kind = ANY (ARRAY['quest'::text, 'challenge'::text])));
alter table quests add constraint quests_points_check CHECK (((points >= 0) AND (points <= 10000)));
alter table quests add constraint quests_slug_check CHECK ((slug ~ '^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$'::text));
alter table quiz_answers add constraint quiz_answers_pkey PRIMARY KEY (attempt_id, "position");
alter table quiz_answers add constraint quiz_answers_points_check CHECK (((points >= (0)::double precision) AND (points <= (1)::double precision)));
alter table quiz_answers add constraint quiz_answers_position_check CHECK (("position" >= 0));
alter table quiz_answers add constraint quiz_answers_remark_check CHECK ((length(remark) <= 4000));
alter table quiz_attempts add constraint quiz_attempts_user_id_lesson_id_number_key UNIQUE (user_id, lesson_id, number);
alter table quiz_attempts add constraint quiz_attempts_pkey PRIMARY KEY (id);
alter table quiz_attempts add constraint quiz_attempts_number_check CHECK ((number > 0));
alter table quiz_attempts add constraint quiz_attempts_result_check CHECK (
CASE
    WHEN (submitted_at IS NULL) THEN ((num_nonnulls(score, passed) = 0) AND (waiting = 0))
    WHEN (waiting > 0) THEN (num_nonnulls(score, passed) = 0)
    ELSE (num_nonnulls(score, passed) = 2)
END);
alter table quiz_attempts add constraint quiz_attempts_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)));
alter table quiz_attempts add constraint quiz_attempts_waiting_check CHECK ((waiting >= 0));
alter table quizzes add constraint quizzes_pkey PRIMARY KEY (id);
alter table quizzes add constraint quizzes_attempts_check CHECK (((attempts >= 1) AND (attempts <= 100)));
alter table quizzes add constraint quizzes_draw_check CHECK (((draw >= 1) AND (draw <= 100)));
alter table quizzes add constraint quizzes_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600)));
alter table quizzes add constraint quizzes_pass_mark_check CHECK (((pass_mark >= (0)::double precision) AND (pass_mark <= (1)::double precision)));
alter table reactions add constraint reactions_user_id_item_id_reply_id_emoji_key UNIQUE NULLS NOT DISTINCT (user_id, item_id, reply_id, emoji);
alter table reactions add constraint reactions_emoji_check CHECK ((emoji = ANY (ARRAY['heart'::text, 'laugh'::text, 'thinking'::text, 'rocket'::text, 'eyes'::text, 'thanks'::text])));
alter table reconciliations add constraint reconciliations_provider_day_key UNIQUE (provider, day);
alter table reconciliations add constraint reconciliations_pkey PRIMARY KEY (id);
alter table reconciliations add constraint reconciliations_day_check CHECK ((day ~ '^\d{4}-\d\d-\d\d$'::text));
alter table reconciliations add constraint reconciliations_status_check CHECK ((status = ANY (ARRAY['matched'::text, 'differs'::text, 'failed'::text])));
alter table redirects add constraint redirects_pkey PRIMARY KEY (path);
alter table refunds add constraint refunds_reference_key UNIQUE (reference);
alter table refunds add constraint refunds_pkey PRIMARY KEY (id);
alter table refunds add constraint refunds_amount_check CHECK ((amount > 0));
alter table refunds add constraint refunds_cause_check CHECK ((cause = ANY (ARRAY['sale'::text, 'unearned'::text, 'overpayment'::text])));
alter table refunds add constraint refunds_check CHECK (((status = 'succeeded'::text) = (settled_at IS NOT NULL)));
alter table refunds add constraint refunds_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'approved'::text, 'sending'::text, 'succeeded'::text, 'failed'::text, 'refused'::text])));
alter table replies add constraint replies_pkey PRIMARY KEY (id);
alter table replies add constraint replies_check CHECK (((kind = 'comment'::text) OR ((root_id IS NULL) AND (parent_id IS NULL))));
alter table replies add constraint replies_deleted_from_check CHECK ((deleted_from = ANY (ARRAY['published'::text, 'held'::text, 'hidden'::text])));
alter table replies add constraint replies_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'post'::text, 'comment'::text])));
alter table replies add constraint replies_status_check CHECK ((status = ANY (ARRAY['published'::text, 'held'::text, 'hidden'::text, 'deleted'::text])));
alter table reputation_entries add constraint reputation_entries_pkey PRIMARY KEY (id);
alter table reputation_entries add constraint reputation_entries_key_check CHECK ((length(key) <= 200));
alter table reputation_entries add constraint reputation_entries_why_check CHECK ((length(why) <= 500));
alter table restraints add constraint restraints_pkey PRIMARY KEY (id);
alter table restraints add constraint restraints_check CHECK (((kind = 'slow'::text) = (pause_seconds IS NOT NULL)));
alter table restraints add constraint restraints_kind_check CHECK ((kind = ANY (ARRAY['slow'::text, 'silence'::text])));
alter table restraints add constraint restraints_pause_seconds_check CHECK (((pause_seconds >= 1) AND (pause_seconds <= 604800)));
alter table review_cards add constraint review_cards_user_id_note_id_key UNIQUE (user_id, note_id);
alter table review_cards add constraint review_cards_user_id_question_id_key UNIQUE (user_id, question_id);
alter table review_cards add constraint review_cards_pkey PRIMARY KEY (id);
alter table review_cards add constraint review_cards_check CHECK ((num_nonnulls(question_id, note_id) = 1));
alter table review_cards add constraint review_cards_state_check CHECK (((state >= 0) AND (state <= 3)));
alter table review_log add constraint review_log_pkey PRIMARY KEY (id);
alter table review_log add constraint review_log_rating_check CHECK (((rating >= 1) AND (rating <= 4)));
alter table review_reports add constraint review_reports_pkey PRIMARY KEY (review_id, user_id);
alter table review_reports add constraint review_reports_check CHECK (((decided_at IS NULL) = (upheld IS NULL)));
alter table review_reports add constraint review_reports_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
alter table review_votes add constraint review_votes_pkey PRIMARY KEY (review_id, user_id);
alter table reviews add constraint reviews_course_id_user_id_key UNIQUE (course_id, user_id);
alter table reviews add constraint reviews_pkey PRIMARY KEY (id);
alter table reviews add constraint reviews_check CHECK (((reply_source IS NULL) = (replied_at IS NULL)));
alter table reviews add constraint reviews_hidden_reason_check CHECK ((length(hidden_reason) <= 500));
alter table reviews add constraint reviews_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)));
alter table reviews add constraint reviews_rating_check CHECK (((rating >= 1) AND (rating <= 5)));
alter table reviews add constraint reviews_reply_source_check CHECK ((length(reply_source) <= 5000));
alter table reviews add constraint reviews_source_check CHECK ((length(source) <= 5000));
alter table revisions add constraint revisions_item_id_reply_id_number_key UNIQUE NULLS NOT DISTINCT (item_id, reply_id, number);
alter table revisions add constraint revisions_pkey PRIMARY KEY (id);
alter table rule_proposals add constraint rule_proposals_pkey PRIMARY KEY (id);
alter table rule_proposals add constraint rule_proposals_check CHECK ((discussion_ends_at < vote_ends_at));
alter table rule_proposals add constraint rule_proposals_check1 CHECK (((status = 'vetoed'::text) = (veto_reason <> ''::text)));
alter table rule_proposals add constraint rule_proposals_in_force_days_check CHECK (((in_force_days >= 0) AND (in_force_days <= 90)));
alter table rule_proposals add constraint rule_proposals_majority_check CHECK (((majority >= 51) AND (majority <= 100)));
alter table rule_proposals add constraint rule_proposals_quorum_check CHECK ((quorum > 0));
alter table rule_proposals add constraint rule_proposals_source_check CHECK (((length(source) >= 1) AND (length(source) <= 10000)));
alter table rule_proposals add constraint rule_proposals_status_check CHECK ((status = ANY (ARRAY['discussion'::text, 'vote'::text, 'accepted'::text, 'in_force'::text, 'rejected'::text, 'no_quorum'::text, 'outdated'::text, 'vetoed'::text, 'withdrawn'::text])));
alter table rule_proposals add constraint rule_proposals_title_check CHECK (((length(title) >= 1) AND (length(title) <= 150)));
alter table rule_proposals add constraint rule_proposals_veto_reason_check CHECK ((length(veto_reason) <= 2000));
alter table rule_simulations add constraint rule_simulations_pkey PRIMARY KEY (id);
alter table rule_simulations add constraint rule_simulations_days_check CHECK (((days >= 1) AND (days <= 92)));
alter table rule_simulations add constraint rule_simulations_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])));
alter table rule_tables add constraint rule_tables_version_key UNIQUE (version);
alter table rule_tables add constraint rule_tables_pkey PRIMARY KEY (id);
alter table rule_tables add constraint rule_tables_check CHECK (((status = 'draft'::text) = (version IS NULL)));
alter table rule_tables add constraint rule_tables_check1 CHECK (((status = 'draft'::text) = (active_from IS NULL)));
alter table rule_tables add constraint rule_tables_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)));
alter table rule_tables add constraint rule_tables_note_check CHECK ((length(note) <= 500));
alter table rule_tables add constraint rule_tables_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'retired'::text])));
alter table rule_versions add constraint rule_versions_proposal_id_key UNIQUE (proposal_id);
alter table rule_versions add constraint rule_versions_pkey PRIMARY KEY (version);
alter table rule_versions add constraint rule_versions_version_check CHECK ((version > 0));
alter table rule_votes add constraint rule_votes_pkey PRIMARY KEY (proposal_id, user_id);
alter table rule_votes add constraint rule_votes_choice_check CHECK ((choice = ANY (ARRAY['yes'::text, 'no'::text, 'abstain'::text])));
alter table sandbox_payments add constraint sandbox_payments_pkey PRIMARY KEY (reference);
alter table sandbox_payments add constraint sandbox_payments_dispute_check CHECK ((dispute = ANY (ARRAY['opened'::text, 'won'::text, 'lost'::text])));
alter table sandbox_payments add constraint sandbox_payments_refunds_check CHECK ((refunds = ANY (ARRAY['succeeded'::text, 'pending'::text, 'failed'::text])));
alter table sandbox_payments add constraint sandbox_payments_status_check CHECK ((status = ANY (ARRAY['open'::text, 'succeeded'::text, 'failed'::text])));
alter table sandbox_refunds add constraint sandbox_refunds_pkey PRIMARY KEY (reference);
alter table sandbox_refunds add constraint sandbox_refunds_amount_check CHECK ((amount > 0));
alter table sandbox_refunds add constraint sandbox_refunds_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'succeeded'::text, 'failed'::text])));
alter table scorm_attempts add constraint scorm_attempts_session_key UNIQUE (session);
alter table scorm_attempts add constraint scorm_attempts_user_id_lesson_id_number_key UNIQUE (user_id, lesson_id, number);
alter table scorm_attempts add constraint scorm_attempts_pkey PRIMARY KEY (id);
alter table scorm_attempts add constraint scorm_attempts_completion_check CHECK ((completion = ANY (ARRAY['unknown'::text, 'not attempted'::text, 'incomplete'::text, 'completed'::text])));
alter table scorm_attempts add constraint scorm_attempts_number_check CHECK ((number > 0));
alter table scorm_attempts add constraint scorm_attempts_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)));
alter table scorm_attempts add constraint scorm_attempts_session_ms_check CHECK ((session_ms >= 0));
alter table scorm_attempts add constraint scorm_attempts_success_check CHECK ((success = ANY (ARRAY['unknown'::text, 'passed'::text, 'failed'::text])));
alter table scorm_attempts add constraint scorm_attempts_total_ms_check CHECK ((total_ms >= 0));
alter table scorm_files add constraint scorm_files_pkey PRIMARY KEY (package_id, path);
alter table scorm_leavings add constraint scorm_leavings_pkey PRIMARY KEY (package_id);
alter table scorm_packages add constraint scorm_packages_pkey PRIMARY KEY (id);
alter table scorm_packages add constraint scorm_packages_check CHECK (((status = 'refused'::text) = (refusal IS NOT NULL)));
alter table scorm_packages add constraint scorm_packages_name_check CHECK ((length(name) <= 255));
alter table scorm_packages add constraint scorm_packages_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'reading'::text, 'ready'::text, 'refused'::text])));
alter table scorm_packages add constraint scorm_packages_version_check CHECK ((version = ANY (ARRAY['1.2'::text, '2004'::text])));
alter table search_documents add constraint search_documents_pkey PRIMARY KEY (tier, item_id, part);
alter table search_documents add constraint search_documents_part_check CHECK ((part = ANY (ARRAY[0, 1, 2])));
alter table search_documents add constraint search_documents_tier_check CHECK (((tier >= 0) AND (tier <= 6)));
alter table search_terms add constraint search_terms_pkey PRIMARY KEY (lexeme);
alter table search_tiers add constraint search_tiers_pkey PRIMARY KEY (tier);
alter table search_tiers add constraint search_tiers_tier_check CHECK (((tier >= 0) AND (tier <= 6)));
alter table search_totals add constraint search_totals_pkey PRIMARY KEY (id);
alter table search_totals add constraint search_totals_id_check CHECK ((id = 1));
alter table seat_pool_teams add constraint seat_pool_teams_pkey PRIMARY KEY (pool_id, team_id);
alter table seat_pools add constraint seat_pools_order_id_key UNIQUE (order_id);
alter table seat_pools add constraint seat_pools_pkey PRIMARY KEY (id);
alter table seat_pools add constraint seat_pools_full_check CHECK (((taken >= 0) AND (taken <= seats)));
alter table seat_pools add constraint seat_pools_seats_check CHECK ((seats > 0));
alter table seat_pools add constraint seat_pools_source_check CHECK ((((order_id IS NOT NULL) AND (owner_id IS NOT NULL)) OR (organisation_id IS NOT NULL)));
alter table seat_pools add constraint seat_pools_target_check CHECK (((space_id IS NULL) <> (item_id IS NULL)));
alter table seats add constraint seats_pkey PRIMARY KEY (pool_id, user_id);
alter table segment_people add constraint segment_people_pkey PRIMARY KEY (segment, user_id);
alter table segment_people add constraint segment_people_segment_check CHECK ((segment ~ '^[a-z0-9-]{1,40}$'::text));
alter table sessions add constraint sessions_token_key UNIQUE (token);
alter table sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table settings add constraint settings_pkey PRIMARY KEY (id);
alter table settings add constraint settings_id_check CHECK ((id = 1));
alter table slot_bookings add constraint slot_bookings_pkey PRIMARY KEY (order_id);
alter table slot_bookings add constraint slot_bookings_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'done'::text, 'cancelled'::text])));
alter table slots add constraint slots_pkey PRIMARY KEY (id);
alter table slots add constraint slots_minutes_check CHECK (((minutes >= 10) AND (minutes <= 480)));
alter table slots add constraint slots_status_check CHECK ((status = ANY (ARRAY['open'::text, 'booked'::text, 'withdrawn'::text])));
alter table snippets add constraint snippets_pkey PRIMARY KEY (item_id);
alter table sources add constraint sources_pkey PRIMARY KEY (id);
alter table sources add constraint sources_check CHECK ((num_nonnulls(item_id, reply_id) = 1));
alter table space_invitations add constraint space_invitations_token_hash_key UNIQUE (token_hash);
alter table space_invitations add constraint space_invitations_pkey PRIMARY KEY (id);
alter table space_invitations add constraint space_invitations_check CHECK ((uses <= max_uses));
alter table space_invitations add constraint space_invitations_max_uses_check CHECK ((max_uses > 0));
alter table space_members add constraint space_members_pkey PRIMARY KEY (space_id, user_id);
alter table space_members add constraint space_members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'moderator'::text, 'expert'::text, 'member'::text])));
alter table spaces add constraint spaces_slug_key UNIQUE (slug);
alter table spaces add constraint spaces_pkey PRIMARY KEY (id);
alter table spaces add constraint spaces_access_check CHECK ((access = ANY (ARRAY['public'::text, 'paid'::text, 'private'::text])));
alter table spaces add constraint spaces_slug_check CHECK ((slug ~ '^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$'::text));
alter table split_rules add constraint split_rules_pkey PRIMARY KEY (id);
alter table split_rules add constraint split_rules_check CHECK ((num_nonnulls(item_id, space_id, bundle_id) = 1));
alter table split_shares add constraint split_shares_pkey PRIMARY KEY (rule_id, user_id);
alter table split_shares add constraint split_shares_weight_check CHECK (((weight >= 1) AND (weight <= 10000)));
alter table standings add constraint standings_pkey PRIMARY KEY (user_id);
alter table status_entries add constraint status_entries_pkey PRIMARY KEY (list_id, index);
alter table status_entries add constraint status_entries_index_check CHECK ((index >= 0));
alter table status_lists add constraint status_lists_pkey PRIMARY KEY (id);
alter table status_lists add constraint status_lists_check CHECK ((used <= size));
alter table status_lists add constraint status_lists_size_check CHECK (((size >= 131072) AND ((size % 8) = 0)));
alter table submissions add constraint submissions_user_id_lesson_id_round_key UNIQUE (user_id, lesson_id, round);
alter table submissions add constraint submissions_pkey PRIMARY KEY (id);
alter table submissions add constraint submissions_appeal_check CHECK (((length(appeal) >= 1) AND (length(appeal) <= 4000)));
alter table submissions add constraint submissions_check CHECK (((state = 'draft'::text) = (submitted_at IS NULL)));
alter table submissions add constraint submissions_check1 CHECK (((state = 'waiting'::text) = (waits_since IS NOT NULL)));
alter table submissions add constraint submissions_check2 CHECK (((state = 'waiting'::text) = (waits_for IS NOT NULL)));
alter table submissions add constraint submissions_late_days_check CHECK ((late_days >= 0));
alter table submissions add constraint submissions_link_check CHECK ((length(link) <= 2000));
alter table submissions add constraint submissions_round_check CHECK ((round > 0));
alter table submissions add constraint submissions_source_check CHECK ((length(source) <= 100000));
alter table submissions add constraint submissions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'peers'::text, 'waiting'::text, 'returned'::text, 'passed'::text, 'failed'::text])));
alter table submissions add constraint submissions_waits_for_check CHECK ((waits_for = ANY (ARRAY['handed-in'::text, 'few'::text, 'apart'::text, 'appeal'::text])));
alter table subscription_bills add constraint subscription_bills_order_id_key UNIQUE (order_id);
alter table subscription_bills add constraint subscription_bills_pkey PRIMARY KEY (id);
alter table subscription_bills add constraint subscription_bills_check CHECK (((status = 'paid'::text) = (paid_at IS NOT NULL)));
alter table subscription_bills add constraint subscription_bills_check1 CHECK (((starts_at IS NULL) = (ends_at IS NULL)));
alter table subscription_bills add constraint subscription_bills_kind_check CHECK ((kind = ANY (ARRAY['trial'::text, 'first'::text, 'renewal'::text, 'change'::text, 'ahead'::text])));
alter table subscription_bills add constraint subscription_bills_status_check CHECK ((status = ANY (ARRAY['open'::text, 'paid'::text, 'void'::text])));
alter table subscription_events add constraint subscription_events_pkey PRIMARY KEY (id);
alter table subscriptions add constraint subscriptions_pkey PRIMARY KEY (id);
alter table subscriptions add constraint subscriptions_anchored_months_check CHECK ((anchored_months >= 0));
alter table subscriptions add constraint subscriptions_check CHECK (((status = 'ended'::text) = (ended_at IS NOT NULL)));
alter table subscriptions add constraint subscriptions_check1 CHECK ((((next_offer_id IS NULL) = (next_offer_from IS NULL)) AND ((next_offer_id IS NULL) = (next_offer_why IS NULL))));
alter table subscriptions add constraint subscriptions_check2 CHECK (((provider IS NULL) = (agreement IS NULL)));
alter table subscriptions add constraint subscriptions_check3 CHECK (((pause_asked_at IS NULL) = (pause_months IS NULL)));
alter table subscriptions add constraint subscriptions_check4 CHECK (((status <> 'past_due'::text) OR (due_at IS NOT NULL)));
alter table subscriptions add constraint subscriptions_ended_why_check CHECK ((ended_why = ANY (ARRAY['cancelled'::text, 'unpaid'::text, 'refunded'::text])));
alter table subscriptions add constraint subscriptions_next_offer_why_check CHECK ((next_offer_why = ANY (ARRAY['chosen'::text, 'price'::text])));
alter table subscriptions add constraint subscriptions_pause_months_check CHECK ((pause_months > 0));
alter table subscriptions add constraint subscriptions_period_check CHECK ((period >= 0));
alter table subscriptions add constraint subscriptions_price_amount_check CHECK ((price_amount > 0));
alter table subscriptions add constraint subscriptions_status_check CHECK ((status = ANY (ARRAY['trialing'::text, 'active'::text, 'past_due'::text, 'paused'::text, 'cancelled'::text, 'ended'::text])));
alter table suspensions add constraint suspensions_pkey PRIMARY KEY (id);
alter table tag_synonyms add constraint tag_synonyms_pkey PRIMARY KEY (slug);
alter table tags add constraint tags_slug_key UNIQUE (slug);
alter table tags add constraint tags_pkey PRIMARY KEY (id);
alter table tags add constraint tags_slug_check CHECK (((length(slug) >= 1) AND (length(slug) <= 60)));
alter table tax_rates add constraint tax_rates_pkey PRIMARY KEY (id);
alter table tax_rates add constraint tax_rates_bps_check CHECK (((bps >= 0) AND (bps <= 10000)));
alter table tax_rates add constraint tax_rates_region_check CHECK ((region ~ '^[A-Z]{2}$'::text));
alter table team_members add constraint team_members_pkey PRIMARY KEY (team_id, user_id);
alter table text_checks add constraint text_checks_pkey PRIMARY KEY (id);
alter table text_checks add constraint text_checks_decision_check CHECK ((decision = ANY (ARRAY['publish'::text, 'hold'::text, 'hide'::text])));
alter table text_examples add constraint text_examples_pkey PRIMARY KEY (id);
alter table text_examples add constraint text_examples_body_check CHECK ((length(body) <= 100000));
alter table text_examples add constraint text_examples_origin_check CHECK (((length(origin) >= 1) AND (length(origin) <= 60)));
alter table text_examples add constraint text_examples_task_check CHECK ((task = ANY (ARRAY['spam'::text, 'toxic'::text, 'sentiment'::text])));
alter table text_models add constraint text_models_task_version_key UNIQUE (task, version);
alter table text_models add constraint text_models_pkey PRIMARY KEY (id);
alter table text_models add constraint text_models_task_check CHECK ((task = ANY (ARRAY['spam'::text, 'toxic'::text, 'sentiment'::text])));
alter table text_signature_bands add constraint text_signature_bands_pkey PRIMARY KEY (hash, signature_id);
alter table text_signatures add constraint text_signatures_item_id_reply_id_key UNIQUE NULLS NOT DISTINCT (item_id, reply_id);
alter table text_signatures add constraint text_signatures_pkey PRIMARY KEY (id);
alter table tier_members add constraint tier_members_user_id_tier_id_source_ref_key UNIQUE (user_id, tier_id, source_ref);
alter table tier_members add constraint tier_members_pkey PRIMARY KEY (id);
alter table tier_spaces add constraint tier_spaces_pkey PRIMARY KEY (tier_id, space_id);
alter table tiers add constraint tiers_rank_key UNIQUE (rank);
alter table tiers add constraint tiers_slug_key UNIQUE (slug);
alter table tiers add constraint tiers_pkey PRIMARY KEY (id);
alter table tips add constraint tips_pkey PRIMARY KEY (order_id);
alter table training_extensions add constraint training_extensions_pkey PRIMARY KEY (training_id, user_id);
alter table training_extensions add constraint training_extensions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
alter table training_reminders add constraint training_reminders_pkey PRIMARY KEY (training_id, user_id, stage);
alter table trainings add constraint trainings_pkey PRIMARY KEY (id);
alter table trainings add constraint trainings_check CHECK (((course_id IS NULL) <> (path_id IS NULL)));
alter table trainings add constraint trainings_check1 CHECK (((team_id IS NULL) OR (user_id IS NULL)));
alter table trainings add constraint trainings_check2 CHECK ((due_at > created_at));
alter table trainings add constraint trainings_note_check CHECK ((length(note) <= 500));
alter table two_factors add constraint two_factors_pkey PRIMARY KEY (id);
alter table upheld_decisions add constraint upheld_decisions_pkey PRIMARY KEY (case_id, user_id);
alter table upload_pieces add constraint upload_pieces_pkey PRIMARY KEY (media_id, at);
alter table upload_pieces add constraint upload_pieces_bytes_check CHECK ((bytes > 0));
alter table uploads add constraint uploads_pkey PRIMARY KEY (media_id);
alter table user_badges add constraint user_badges_pkey PRIMARY KEY (id);
alter table user_badges add constraint user_badges_class_check CHECK ((class = ANY (ARRAY['gold'::text, 'silver'::text, 'bronze'::text])));
alter table users add constraint users_pkey PRIMARY KEY (id);
alter table users add constraint users_handle_check CHECK ((handle ~ '^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$'::text));
alter table users add constraint users_level_check CHECK (((level >= 0) AND (level <= 4)));
alter table users add constraint users_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)));
alter table users add constraint users_origin_check CHECK ((origin = ANY (ARRAY['signup'::text, 'import'::text, 'demo'::text, 'lti'::text])));
alter table users add constraint users_region_check CHECK ((region ~ '^[A-Z]{2}$'::text));
alter table users add constraint users_role_check CHECK ((role = ANY (ARRAY['member'::text, 'moderator'::text, 'admin'::text])));
alter table users add constraint users_unread_count_check CHECK ((unread_count >= 0));
alter table verifications add constraint verifications_pkey PRIMARY KEY (id);
alter table version_lessons add constraint version_lessons_course_id_version_lesson_id_key UNIQUE (course_id, version, lesson_id);
alter table version_lessons add constraint version_lessons_pkey PRIMARY KEY (course_id, version, number);
alter table version_sections add constraint version_sections_pkey PRIMARY KEY (course_id, version, number);
alter table visit_days add constraint visit_days_pkey PRIMARY KEY (user_id, day);
alter table votes add constraint votes_user_id_item_id_reply_id_key UNIQUE NULLS NOT DISTINCT (user_id, item_id, reply_id);
alter table votes add constraint votes_value_check CHECK ((value = ANY (ARRAY['-1'::integer, 1])));
alter table waiting_earnings add constraint waiting_earnings_event_id_key UNIQUE (event_id);
alter table waiting_earnings add constraint waiting_earnings_pkey PRIMARY KEY (id);
alter table xapi_deliveries add constraint xapi_deliveries_pkey PRIMARY KEY (store, number);
alter table xapi_statements add constraint xapi_statements_number_key UNIQUE (number);
alter table xapi_statements add constraint xapi_statements_pkey PRIMARY KEY (id);
alter table xapi_stores add constraint xapi_stores_pkey PRIMARY KEY (store);

-- Indexes

CREATE INDEX affiliate_links_user_idx ON affiliate_links USING btree (user_id, id DESC);
CREATE INDEX api_keys_user_idx ON api_keys USING btree (user_id);
CREATE INDEX ask_listens_user_idx ON ask_listens USING btree (user_id, at DESC);
CREATE INDEX asks_asker_idx ON asks USING btree (asker_id, id DESC);
CREATE INDEX asks_due_idx ON asks USING btree (due_at) WHERE (status = 'waiting'::text);
CREATE INDEX asks_expert_idx ON asks USING btree (expert_id, id DESC);
CREATE INDEX asks_listen_idx ON asks USING btree (expert_id, answered_at DESC) WHERE (listen_offer_id IS NOT NULL);
CREATE INDEX assignments_course_idx ON assignments USING btree (course_id);
CREATE INDEX badge_awards_badge_idx ON badge_awards USING btree (badge_id, awarded_at DESC, id DESC) WHERE (withdrawn_at IS NULL);
CREATE INDEX badge_awards_item_idx ON badge_awards USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX badge_awards_reply_idx ON badge_awards USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX badge_awards_user_idx ON badge_awards USING btree (user_id, awarded_at DESC, id DESC) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX badge_backfills_running_key ON badge_backfills USING btree (badge_id) WHERE (finished_at IS NULL);
CREATE INDEX bank_questions_course_idx ON bank_questions USING btree (course_id, id) WHERE (removed_at IS NULL);
CREATE INDEX bill_lines_day_idx ON bill_lines USING btree (provider, day);
CREATE INDEX bill_lines_reference_idx ON bill_lines USING btree (reference, kind);
CREATE INDEX board_entries_waiting_idx ON board_entries USING btree (ledger, entry_id) WHERE (added_at IS NULL);
CREATE INDEX board_scores_order_idx ON board_scores USING btree (board_id, score DESC, user_id DESC) WHERE (score > 0);
CREATE INDEX board_scores_user_idx ON board_scores USING btree (user_id);
CREATE INDEX boards_space_idx ON boards USING btree (space_id) WHERE (space_id IS NOT NULL);
CREATE INDEX boards_tag_idx ON boards USING btree (tag_id) WHERE (tag_id IS NOT NULL);
CREATE INDEX bookmarks_item_idx ON bookmarks USING btree (item_id);
CREATE INDEX bookmarks_user_idx ON bookmarks USING btree (user_id, created_at DESC, item_id DESC);
CREATE INDEX bounties_item_idx ON bounties USING btree (item_id);
CREATE INDEX bounties_running_idx ON bounties USING btree (offered_by) WHERE (awarded_at IS NULL);
CREATE INDEX bundle_items_item_idx ON bundle_items USING btree (item_id);
CREATE INDEX cash_bounties_due_idx ON cash_bounties USING btree (ends_at) WHERE (status = 'running'::text);
CREATE INDEX cash_bounties_item_idx ON cash_bounties USING btree (item_id) WHERE (status = 'running'::text);
CREATE INDEX cash_bounties_offered_idx ON cash_bounties USING btree (offered_by);
CREATE UNIQUE INDEX certificates_badge_award_key ON certificates USING btree (badge_award_id) WHERE ((badge_award_id IS NOT NULL) AND (revoked_at IS NULL));
CREATE INDEX certificates_course_idx ON certificates USING btree (course_id, issued_at DESC, id DESC);
CREATE UNIQUE INDEX certificates_course_key ON certificates USING btree (user_id, course_id) WHERE (replaces IS NULL);
CREATE INDEX certificates_path_idx ON certificates USING btree (path_id) WHERE (path_id IS NOT NULL);
CREATE UNIQUE INDEX certificates_path_key ON certificates USING btree (user_id, path_id) WHERE (replaces IS NULL);
CREATE INDEX certificates_user_idx ON certificates USING btree (user_id, issued_at DESC, id DESC);
CREATE INDEX check_runs_what_idx ON check_runs USING btree (what, id DESC);
CREATE INDEX cohort_check_ins_cohort_idx ON cohort_check_ins USING btree (cohort_id, id DESC);
CREATE INDEX cohort_check_ins_media_idx ON cohort_check_ins USING btree (media_id) WHERE (media_id IS NOT NULL);
CREATE INDEX cohort_cheers_user_idx ON cohort_cheers USING btree (user_id);
CREATE INDEX cohort_members_active_idx ON cohort_members USING btree (cohort_id, joined_at, user_id) WHERE (status = 'active'::text);
CREATE INDEX cohort_members_group_idx ON cohort_members USING btree (group_id) WHERE (group_id IS NOT NULL);
CREATE INDEX cohort_members_user_idx ON cohort_members USING btree (user_id, joined_at DESC);
CREATE INDEX cohort_plan_day_idx ON cohort_plan USING btree (cohort_id, day, id);
CREATE UNIQUE INDEX cohort_plan_lesson_key ON cohort_plan USING btree (cohort_id, lesson_id) WHERE (lesson_id IS NOT NULL);
CREATE INDEX cohorts_course_idx ON cohorts USING btree (course_id, starts_on DESC, id DESC);
CREATE INDEX cohorts_due_idx ON cohorts USING btree (ends_at) WHERE (status = 'open'::text);
CREATE INDEX cohorts_open_idx ON cohorts USING btree (starts_on, id) WHERE (status = 'open'::text);
CREATE INDEX coupon_uses_discount_idx ON coupon_uses USING btree (discount_id, user_id);
CREATE INDEX course_authors_user_idx ON course_authors USING btree (user_id);
CREATE INDEX course_faq_course_idx ON course_faq USING btree (course_id, "position", id);
CREATE UNIQUE INDEX course_faq_question_key ON course_faq USING btree (question_id) WHERE (question_id IS NOT NULL);
CREATE INDEX course_imports_course_idx ON course_imports USING btree (course_id, id DESC);
CREATE INDEX course_imports_media_idx ON course_imports USING btree (media_id) WHERE (status = 'waiting'::text);
CREATE INDEX course_imports_open_idx ON course_imports USING btree (worked_at) WHERE (status = ANY (ARRAY['waiting'::text, 'reading'::text, 'writing'::text]));
CREATE INDEX course_imports_owner_idx ON course_imports USING btree (owner_id, id DESC);
CREATE INDEX course_sections_order_idx ON course_sections USING btree (course_id, "position", id);
CREATE UNIQUE INDEX course_versions_review_key ON course_versions USING btree (course_id) WHERE (status = 'review'::text);
CREATE INDEX courses_cover_idx ON courses USING btree (cover_media_id) WHERE (cover_media_id IS NOT NULL);
CREATE INDEX courses_learners_idx ON courses USING btree (learner_count DESC, item_id DESC) WHERE (version IS NOT NULL);
CREATE UNIQUE INDEX discounts_code_key ON discounts USING btree (code) WHERE ((code IS NOT NULL) AND (retired_at IS NULL));
CREATE INDEX discounts_promotions_idx ON discounts USING btree (id) WHERE ((code IS NULL) AND (retired_at IS NULL));
CREATE INDEX discounts_seller_idx ON discounts USING btree (seller_id, id DESC);
CREATE INDEX disputes_order_idx ON disputes USING btree (order_id);
CREATE INDEX disputes_status_idx ON disputes USING btree (status, id DESC);
CREATE INDEX due_extensions_course_idx ON due_extensions USING btree (course_id);
CREATE INDEX due_extensions_learner_idx ON due_extensions USING btree (lesson_id, user_id, id DESC);
CREATE INDEX due_extensions_user_idx ON due_extensions USING btree (user_id);
CREATE INDEX election_candidates_user_idx ON election_candidates USING btree (user_id);
CREATE INDEX election_questions_idx ON election_questions USING btree (election_id, id);
CREATE INDEX election_roll_user_idx ON election_roll USING btree (user_id);
CREATE INDEX elections_new_idx ON elections USING btree (id DESC);
CREATE INDEX elections_open_idx ON elections USING btree (status, id) WHERE (status = ANY (ARRAY['nomination'::text, 'questions'::text, 'ballot'::text]));
CREATE INDEX enrolments_course_idx ON enrolments USING btree (course_id, started_at DESC, user_id DESC);
CREATE INDEX entitlements_item_idx ON entitlements USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX entitlements_space_idx ON entitlements USING btree (space_id) WHERE (space_id IS NOT NULL);
CREATE INDEX entitlements_user_idx ON entitlements USING btree (user_id);
CREATE INDEX events_occurred_idx ON events USING brin (occurred_at);
CREATE INDEX events_waiting_idx ON events USING btree (id) WHERE (relayed_at IS NULL);
CREATE INDEX exercise_tries_exercise_idx ON exercise_tries USING btree (exercise_id);
CREATE INDEX exercise_tries_learner_idx ON exercise_tries USING btree (user_id, lesson_id, id DESC);
CREATE INDEX exercise_tries_lesson_idx ON exercise_tries USING btree (lesson_id, id DESC);
CREATE INDEX exercises_course_idx ON exercises USING btree (course_id);
CREATE INDEX expert_application_tags_tag_idx ON expert_application_tags USING btree (tag_id);
CREATE INDEX expert_applications_status_idx ON expert_applications USING btree (status, id);
CREATE INDEX expert_applications_user_idx ON expert_applications USING btree (user_id, id DESC);
CREATE UNIQUE INDEX expert_applications_waiting_key ON expert_applications USING btree (user_id) WHERE (status = 'waiting'::text);
CREATE INDEX expert_evidence_application_idx ON expert_evidence USING btree (application_id, id);
CREATE INDEX expert_evidence_item_idx ON expert_evidence USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX expert_evidence_media_idx ON expert_evidence USING btree (media_id) WHERE (media_id IS NOT NULL);
CREATE INDEX expert_reviews_reviewer_idx ON expert_reviews USING btree (reviewer_id, at DESC);
CREATE INDEX expert_tags_tag_idx ON expert_tags USING btree (tag_id);
CREATE INDEX experts_active_idx ON experts USING btree (since DESC, user_id) WHERE (status = 'active'::text);
CREATE INDEX experts_application_idx ON experts USING btree (application_id);
CREATE INDEX experts_expiry_idx ON experts USING btree (expires_at) WHERE (status = 'active'::text);
CREATE INDEX fair_decisions_finding_idx ON fair_decisions USING btree (finding_id, id);
CREATE INDEX fair_discounts_finding_idx ON fair_discounts USING btree (finding_id) WHERE (restored_id IS NULL);
CREATE INDEX fair_edges_finding_idx ON fair_edges USING btree (finding_id, at, id);
CREATE INDEX fair_edges_from_idx ON fair_edges USING btree (from_id);
CREATE INDEX fair_edges_item_idx ON fair_edges USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX fair_edges_reply_idx ON fair_edges USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX fair_edges_to_idx ON fair_edges USING btree (to_id);
CREATE INDEX fair_finding_people_user_idx ON fair_finding_people USING btree (user_id);
CREATE INDEX fair_findings_status_idx ON fair_findings USING btree (status, id DESC);
CREATE INDEX fair_pulses_due_idx ON fair_pulses USING btree (author_id) WHERE due;
CREATE INDEX fair_runs_started_idx ON fair_runs USING btree (id DESC);
CREATE UNIQUE INDEX fapiao_requests_order_key ON fapiao_requests USING btree (order_id) WHERE (status = ANY (ARRAY['asked'::text, 'issued'::text]));
CREATE INDEX fapiao_requests_user_idx ON fapiao_requests USING btree (user_id, id DESC);
CREATE INDEX fapiao_requests_waiting_idx ON fapiao_requests USING btree (id) WHERE (status = 'asked'::text);
CREATE INDEX follows_item_idx ON follows USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX follows_person_idx ON follows USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX follows_space_idx ON follows USING btree (space_id) WHERE (space_id IS NOT NULL);
CREATE INDEX follows_tag_idx ON follows USING btree (tag_id) WHERE (tag_id IS NOT NULL);
CREATE INDEX gifts_due_idx ON gifts USING btree (expires_at) WHERE (status = 'ready'::text);
CREATE INDEX gifts_giver_idx ON gifts USING btree (giver_id, id DESC);
CREATE INDEX gifts_redeemed_idx ON gifts USING btree (redeemed_by) WHERE (redeemed_by IS NOT NULL);
CREATE INDEX goods_orders_limit_idx ON goods_orders USING btree (goods_id, user_id) WHERE (status <> 'cancelled'::text);
CREATE INDEX goods_orders_placed_idx ON goods_orders USING btree (id) WHERE (status = 'placed'::text);
CREATE INDEX goods_orders_user_idx ON goods_orders USING btree (user_id, id DESC);
CREATE INDEX group_buys_due_idx ON group_buys USING btree (ends_at) WHERE (status = 'open'::text);
CREATE INDEX group_buys_item_idx ON group_buys USING btree (item_id, ends_at) WHERE (status = 'open'::text);
CREATE INDEX group_members_user_idx ON group_members USING btree (user_id);
CREATE INDEX honours_new_idx ON honours USING btree (id DESC) WHERE (withdrawn_at IS NULL);
CREATE INDEX honours_user_idx ON honours USING btree (user_id, year DESC, id DESC) WHERE (withdrawn_at IS NULL);
CREATE INDEX identities_user_idx ON identities USING btree (user_id);
CREATE INDEX invoices_issued_idx ON invoices USING btree (issued_at);
CREATE INDEX invoices_order_idx ON invoices USING btree (order_id);
CREATE UNIQUE INDEX invoices_order_key ON invoices USING btree (order_id) WHERE (series = 'INV'::text);
CREATE INDEX invoices_user_idx ON invoices USING btree (user_id, id DESC);
CREATE UNIQUE INDEX issuer_keys_active_key ON issuer_keys USING btree (did) WHERE (retired_at IS NULL);
CREATE INDEX item_links_target_idx ON item_links USING btree (target_id);
CREATE INDEX item_quality_low_idx ON item_quality USING btree (score, item_id);
CREATE INDEX item_tags_active_idx ON item_tags USING btree (tag_id, last_activity_at DESC, item_id DESC) WHERE visible;
CREATE INDEX item_tags_hot_idx ON item_tags USING btree (tag_id, hot_rank DESC, item_id DESC) WHERE visible;
CREATE INDEX item_tags_new_idx ON item_tags USING btree (tag_id, published_at DESC, item_id DESC) WHERE visible;
CREATE INDEX item_tags_top_idx ON item_tags USING btree (tag_id, score DESC, item_id DESC) WHERE visible;
CREATE INDEX item_tags_unanswered_idx ON item_tags USING btree (tag_id, published_at DESC, item_id DESC) WHERE (visible AND unanswered);
CREATE INDEX item_upheld_item_idx ON item_upheld USING btree (item_id);
CREATE INDEX items_active_idx ON items USING btree (last_activity_at DESC, id DESC) WHERE ((status = 'published'::text) AND listed);
CREATE INDEX items_author_idx ON items USING btree (author_id, published_at DESC, id DESC) WHERE (status = 'published'::text);
CREATE INDEX items_author_top_idx ON items USING btree (author_id, score DESC, id DESC) WHERE (status = 'published'::text);
CREATE INDEX items_drafts_idx ON items USING btree (author_id, created_at DESC) WHERE (status = 'draft'::text);
CREATE INDEX items_hot_idx ON items USING btree (hot_rank DESC, id DESC) WHERE ((status = 'published'::text) AND listed);
CREATE INDEX items_kind_active_idx ON items USING btree (kind, last_activity_at DESC, id DESC) WHERE ((status = 'published'::text) AND listed);
CREATE INDEX items_kind_hot_idx ON items USING btree (kind, hot_rank DESC, id DESC) WHERE ((status = 'published'::text) AND listed);
CREATE INDEX items_kind_new_idx ON items USING btree (kind, published_at DESC, id DESC) WHERE ((status = 'published'::text) AND listed);
CREATE INDEX items_kind_top_idx ON items USING btree (kind, score DESC, id DESC) WHERE ((status = 'published'::text) AND listed);
CREATE INDEX items_new_idx ON items USING btree (published_at DESC, id DESC) WHERE ((status = 'published'::text) AND listed);
CREATE INDEX items_part_idx ON items USING btree (part_of, part_number, id) WHERE (part_of IS NOT NULL);
CREATE INDEX items_space_active_idx ON items USING btree (space_id, last_activity_at DESC, id DESC) WHERE (status = 'published'::text);
CREATE INDEX items_space_hot_idx ON items USING btree (space_id, hot_rank DESC, id DESC) WHERE (status = 'published'::text);
CREATE INDEX items_space_new_idx ON items USING btree (space_id, published_at DESC, id DESC) WHERE (status = 'published'::text);
CREATE INDEX items_space_pinned_idx ON items USING btree (space_id, pinned_at DESC, id DESC) WHERE ((status = 'published'::text) AND (pinned_at IS NOT NULL));
CREATE INDEX items_space_top_idx ON items USING btree (space_id, score DESC, id DESC) WHERE (status = 'published'::text);
CREATE INDEX items_space_unanswered_idx ON items USING btree (space_id, published_at DESC, id DESC) WHERE ((status = 'published'::text) AND (kind = 'question'::text) AND (answer_count = 0) AND (closed_at IS NULL));
CREATE INDEX items_tags_idx ON items USING gin (tag_slugs) WHERE (status = 'published'::text);
CREATE INDEX items_top_idx ON items USING btree (score DESC, id DESC) WHERE ((status = 'published'::text) AND listed);
CREATE INDEX items_unanswered_idx ON items USING btree (published_at DESC, id DESC) WHERE ((status = 'published'::text) AND listed AND (kind = 'question'::text) AND (answer_count = 0) AND (closed_at IS NULL));
CREATE UNIQUE INDEX juries_case_key ON juries USING btree (case_id) WHERE (status = 'sealed'::text);
CREATE INDEX juries_closed_idx ON juries USING btree (closed_at DESC, id DESC) WHERE (status = 'decided'::text);
CREATE INDEX juries_new_idx ON juries USING btree (id DESC);
CREATE INDEX jury_seats_user_idx ON jury_seats USING btree (user_id, summoned_at DESC);
CREATE INDEX learning_goals_remind_idx ON learning_goals USING btree (remind_hour) WHERE remind;
CREATE INDEX ledger_entries_account_idx ON ledger_entries USING btree (account_id, id);
CREATE INDEX ledger_entries_transfer_idx ON ledger_entries USING btree (transfer_id);
CREATE INDEX ledger_transfers_created_idx ON ledger_transfers USING brin (created_at) WITH (pages_per_range='32');
CREATE INDEX ledger_transfers_owed_idx ON ledger_transfers USING btree (reference) WHERE (kind = 'overpayment'::text);
CREATE INDEX ledger_transfers_reference_idx ON ledger_transfers USING btree (reference);
CREATE INDEX lesson_notes_course_idx ON lesson_notes USING btree (course_id);
CREATE INDEX lesson_notes_lesson_idx ON lesson_notes USING btree (lesson_id, user_id, id);
CREATE INDEX lesson_notes_user_idx ON lesson_notes USING btree (user_id, id DESC);
CREATE INDEX lesson_posts_question_idx ON lesson_posts USING btree (question_id, id);
CREATE UNIQUE INDEX lesson_posts_solved_key ON lesson_posts USING btree (question_id) WHERE solved;
CREATE INDEX lesson_progress_course_idx ON lesson_progress USING btree (course_id, user_id);
CREATE INDEX lesson_progress_lesson_idx ON lesson_progress USING btree (lesson_id);
CREATE INDEX lesson_question_echoes_user_idx ON lesson_question_echoes USING btree (user_id);
CREATE INDEX lesson_question_moves_question_idx ON lesson_question_moves USING btree (question_id, id);
CREATE INDEX lesson_questions_asker_idx ON lesson_questions USING btree (asker_id, id DESC);
CREATE INDEX lesson_questions_course_idx ON lesson_questions USING btree (course_id, id DESC);
CREATE INDEX lesson_questions_lesson_idx ON lesson_questions USING btree (lesson_id, id DESC);
CREATE INDEX lesson_questions_mentor_idx ON lesson_questions USING btree (mentor_id, waiting_since, id) WHERE (status = 'waiting'::text);
CREATE INDEX lesson_questions_waiting_idx ON lesson_questions USING btree (course_id, waiting_since, id) WHERE (status = 'waiting'::text);
CREATE INDEX lesson_revisions_media_idx ON lesson_revisions USING btree (media_id) WHERE (media_id IS NOT NULL);
CREATE INDEX lessons_order_idx ON lessons USING btree (course_id, section_id, "position", id) WHERE (removed_at IS NULL);
CREATE INDEX lessons_section_idx ON lessons USING btree (section_id) WHERE (section_id IS NOT NULL);
CREATE INDEX level_answers_course_idx ON level_answers USING btree (course_id);
CREATE INDEX level_answers_question_idx ON level_answers USING btree (question_id, revision);
CREATE INDEX level_changes_user_idx ON level_changes USING btree (user_id, id DESC);
CREATE UNIQUE INDEX level_tests_open_key ON level_tests USING btree (user_id) WHERE (ended_at IS NULL);
CREATE INDEX level_tests_user_idx ON level_tests USING btree (user_id, id DESC);
CREATE UNIQUE INDEX lti_keys_active_key ON lti_keys USING btree ((true)) WHERE (retired_at IS NULL);
CREATE INDEX lti_launches_expiry_idx ON lti_launches USING btree (expires_at);
CREATE INDEX lti_links_course_idx ON lti_links USING btree (course_id);
CREATE INDEX lti_people_user_idx ON lti_people USING btree (user_id);
CREATE INDEX lti_scores_next_idx ON lti_scores USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX lti_scores_user_idx ON lti_scores USING btree (user_id);
CREATE INDEX lti_tickets_expiry_idx ON lti_tickets USING btree (expires_at);
CREATE INDEX mails_new_idx ON mails USING btree (id DESC);
CREATE INDEX markings_submission_idx ON markings USING btree (submission_id, id DESC);
CREATE INDEX media_holders_holder_idx ON media_holders USING btree (holder, holder_id);
CREATE INDEX media_owner_idx ON media USING btree (owner_id, id DESC);
CREATE INDEX media_unconverted_idx ON media USING btree (id) WHERE ((status = 'ready'::text) AND (converted_at IS NULL));
CREATE INDEX media_waiting_idx ON media USING btree (status, id) WHERE (status = ANY (ARRAY['received'::text, 'processing'::text]));
CREATE INDEX mentor_tags_tag_idx ON mentor_tags USING btree (tag_id);
CREATE INDEX moderation_actions_decision_idx ON moderation_actions USING btree (decision_id) WHERE (decision_id IS NOT NULL);
CREATE INDEX moderation_actions_item_idx ON moderation_actions USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX moderation_actions_new_idx ON moderation_actions USING btree (id DESC);
CREATE INDEX moderation_actions_space_idx ON moderation_actions USING btree (space_id, id DESC) WHERE (space_id IS NOT NULL);
CREATE INDEX moderation_appeals_case_idx ON moderation_appeals USING btree (case_id);
CREATE INDEX moderation_appeals_decided_idx ON moderation_appeals USING btree (decided_at DESC, id DESC) WHERE (status <> 'open'::text);
CREATE INDEX moderation_appeals_open_idx ON moderation_appeals USING btree (due_at, id) WHERE (status = 'open'::text);
CREATE INDEX moderation_cases_assigned_idx ON moderation_cases USING btree (assigned_to) WHERE (status = 'open'::text);
CREATE INDEX moderation_cases_claimed_idx ON moderation_cases USING btree (claimed_by) WHERE (status = 'open'::text);
CREATE INDEX moderation_cases_decided_idx ON moderation_cases USING btree (decided_at DESC, id DESC) WHERE (status = 'decided'::text);
CREATE INDEX moderation_cases_item_idx ON moderation_cases USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX moderation_cases_oldest_idx ON moderation_cases USING btree (id) WHERE (status = 'open'::text);
CREATE UNIQUE INDEX moderation_cases_open_idx ON moderation_cases USING btree (subject_key) WHERE (status = 'open'::text);
CREATE INDEX moderation_cases_person_idx ON moderation_cases USING btree (person_id, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX moderation_cases_queue_idx ON moderation_cases USING btree (priority DESC, id DESC) WHERE (status = 'open'::text);
CREATE INDEX moderation_cases_space_idx ON moderation_cases USING btree (space_id, priority DESC, id DESC) WHERE (status = 'open'::text);
CREATE INDEX moderation_decisions_by_idx ON moderation_decisions USING btree (decided_by, created_at DESC);
CREATE INDEX moderation_decisions_case_idx ON moderation_decisions USING btree (case_id, id DESC);
CREATE INDEX moderation_decisions_new_idx ON moderation_decisions USING btree (created_at DESC);
CREATE INDEX moderation_decisions_person_idx ON moderation_decisions USING btree (person_id, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX moderation_notes_case_idx ON moderation_notes USING btree (case_id, id);
CREATE INDEX moderation_reports_reporter_idx ON moderation_reports USING btree (reporter_id, id DESC);
CREATE UNIQUE INDEX money_proofs_one_key ON money_proofs USING btree ((true)) WHERE (status = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE UNIQUE INDEX notifications_event_key ON notifications USING btree (user_id, event_id, kind) WHERE (event_id IS NOT NULL);
CREATE INDEX notifications_item_idx ON notifications USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX notifications_reply_idx ON notifications USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX notifications_user_idx ON notifications USING btree (user_id, id DESC);
CREATE INDEX offer_prices_offer_idx ON offer_prices USING btree (offer_id);
CREATE UNIQUE INDEX offers_bundle_key ON offers USING btree (bundle_id, currency) WHERE ((retired_at IS NULL) AND (bundle_id IS NOT NULL));
CREATE UNIQUE INDEX offers_cohort_key ON offers USING btree (((terms ->> 'cohortId'::text))) WHERE ((retired_at IS NULL) AND (sells = 'cohort'::text));
CREATE UNIQUE INDEX offers_item_key ON offers USING btree (item_id, sells, currency) WHERE ((retired_at IS NULL) AND (item_id IS NOT NULL) AND (sells <> 'cohort'::text));
CREATE INDEX offers_person_idx ON offers USING btree (person_id) WHERE ((retired_at IS NULL) AND (person_id IS NOT NULL));
CREATE UNIQUE INDEX offers_person_key ON offers USING btree (person_id, sells) WHERE ((retired_at IS NULL) AND (sells = ANY (ARRAY['question'::text, 'slot'::text, 'tip'::text])));
CREATE UNIQUE INDEX offers_space_key ON offers USING btree (space_id, sells, currency, months, renews) WHERE ((retired_at IS NULL) AND (space_id IS NOT NULL));
CREATE UNIQUE INDEX offers_tier_key ON offers USING btree (tier_id, currency, months, renews) WHERE ((retired_at IS NULL) AND (tier_id IS NOT NULL));
CREATE INDEX order_events_order_idx ON order_events USING btree (order_id, id);
CREATE INDEX orders_affiliate_idx ON orders USING btree (affiliate_id, id DESC) WHERE (affiliate_id IS NOT NULL);
CREATE INDEX orders_pending_idx ON orders USING btree (expires_at) WHERE (status = 'pending'::text);
CREATE INDEX orders_status_idx ON orders USING btree (status, id DESC);
CREATE INDEX orders_user_idx ON orders USING btree (user_id, id DESC);
CREATE UNIQUE INDEX organisation_domains_verified_key ON organisation_domains USING btree (domain) WHERE (verified_at IS NOT NULL);
CREATE UNIQUE INDEX organisation_invitations_email_key ON organisation_invitations USING btree (organisation_id, email) WHERE (email IS NOT NULL);
CREATE INDEX organisation_invitations_list_idx ON organisation_invitations USING btree (organisation_id, id DESC);
CREATE INDEX organisation_log_list_idx ON organisation_log USING btree (organisation_id, id DESC);
CREATE INDEX organisation_members_joined_idx ON organisation_members USING btree (organisation_id, joined_at DESC, user_id DESC);
CREATE INDEX organisation_members_user_idx ON organisation_members USING btree (user_id);
CREATE INDEX organisation_removals_user_idx ON organisation_removals USING btree (user_id);
CREATE UNIQUE INDEX organisation_teams_claim_key ON organisation_teams USING btree (organisation_id, claim) WHERE (claim IS NOT NULL);
CREATE UNIQUE INDEX organisation_teams_name_key ON organisation_teams USING btree (organisation_id, lower(name));
CREATE INDEX passkeys_user_idx ON passkeys USING btree (user_id);
CREATE INDEX path_courses_course_idx ON path_courses USING btree (course_id);
CREATE INDEX path_learners_user_idx ON path_learners USING btree (user_id, started_at DESC);
CREATE INDEX paths_owner_idx ON paths USING btree (owner_id, updated_at DESC, id DESC);
CREATE INDEX paths_published_idx ON paths USING btree (learner_count DESC, id DESC) WHERE ((kind = 'programme'::text) AND (status = 'published'::text));
CREATE INDEX payment_notices_reference_idx ON payment_notices USING btree (reference);
CREATE INDEX payments_ask_idx ON payments USING btree (ask_at) WHERE (status = 'started'::text);
CREATE INDEX payments_order_idx ON payments USING btree (order_id);
CREATE INDEX payments_settled_idx ON payments USING btree (provider, settled_at) WHERE (status = 'succeeded'::text);
CREATE UNIQUE INDEX payout_accounts_one_key ON payout_accounts USING btree (user_id, status) WHERE (status = ANY (ARRAY['submitted'::text, 'approved'::text]));
CREATE INDEX payout_accounts_waiting_idx ON payout_accounts USING btree (id) WHERE (status = 'submitted'::text);
CREATE INDEX payout_events_payout_idx ON payout_events USING btree (payout_id, id);
CREATE INDEX payouts_batch_idx ON payouts USING btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX payouts_status_idx ON payouts USING btree (status, id) WHERE (status = ANY (ARRAY['asked'::text, 'approved'::text, 'in_batch'::text]));
CREATE INDEX payouts_user_idx ON payouts USING btree (user_id, id DESC);
CREATE INDEX peer_reviews_lesson_idx ON peer_reviews USING btree (lesson_id);
CREATE INDEX peer_reviews_reviewer_idx ON peer_reviews USING btree (reviewer_id, lesson_id, id);
CREATE INDEX platform_shares_user_idx ON platform_shares USING btree (user_id, starts_at DESC, id DESC);
CREATE INDEX point_entries_day_idx ON point_entries USING btree (user_id, created_at);
CREATE INDEX point_entries_item_idx ON point_entries USING btree (item_id, reply_id) WHERE (item_id IS NOT NULL);
CREATE UNIQUE INDEX point_entries_key_key ON point_entries USING btree (key) WHERE (key IS NOT NULL);
CREATE INDEX point_entries_pair_idx ON point_entries USING btree (user_id, giver_id, created_at) WHERE (giver_id IS NOT NULL);
CREATE UNIQUE INDEX point_entries_reverses_key ON point_entries USING btree (reverses) WHERE (reverses IS NOT NULL);
CREATE INDEX point_entries_user_idx ON point_entries USING btree (user_id, id DESC);
CREATE INDEX pool_shares_order_idx ON pool_shares USING btree (month, points DESC, user_id);
CREATE INDEX pool_shares_user_idx ON pool_shares USING btree (user_id);
CREATE INDEX quest_progress_order_idx ON quest_progress USING btree (quest_id, total DESC, user_id DESC) WHERE (total > 0);
CREATE INDEX quest_progress_user_idx ON quest_progress USING btree (user_id);
CREATE INDEX quests_running_idx ON quests USING btree (ends_at) WHERE ((kind = 'challenge'::text) AND (closed_at IS NULL));
CREATE INDEX quiz_answers_question_idx ON quiz_answers USING btree (question_id, revision);
CREATE INDEX quiz_attempts_due_idx ON quiz_attempts USING btree (due_at) WHERE ((submitted_at IS NULL) AND (due_at IS NOT NULL));
CREATE INDEX quiz_attempts_lesson_idx ON quiz_attempts USING btree (lesson_id, number);
CREATE UNIQUE INDEX quiz_attempts_open_key ON quiz_attempts USING btree (user_id, lesson_id) WHERE (submitted_at IS NULL);
CREATE INDEX quiz_attempts_quiz_idx ON quiz_attempts USING btree (quiz_id);
CREATE INDEX quiz_attempts_waiting_idx ON quiz_attempts USING btree (lesson_id, submitted_at, id) WHERE (waiting > 0);
CREATE INDEX quizzes_course_idx ON quizzes USING btree (course_id);
CREATE INDEX reactions_item_idx ON reactions USING btree (item_id);
CREATE INDEX reactions_reply_idx ON reactions USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX reconciliations_day_idx ON reconciliations USING btree (day DESC, id DESC);
CREATE UNIQUE INDEX refunds_asked_key ON refunds USING btree (order_id) WHERE (status = 'asked'::text);
CREATE INDEX refunds_order_idx ON refunds USING btree (order_id, id);
CREATE UNIQUE INDEX refunds_owed_key ON refunds USING btree (payment_id) WHERE (cause <> 'sale'::text);
CREATE INDEX refunds_payment_idx ON refunds USING btree (payment_id);
CREATE INDEX refunds_status_idx ON refunds USING btree (status, id DESC);
CREATE INDEX refunds_unsent_idx ON refunds USING btree (tried_at NULLS FIRST, id) WHERE (status = ANY (ARRAY['approved'::text, 'sending'::text]));
CREATE INDEX replies_author_idx ON replies USING btree (author_id, id DESC);
CREATE INDEX replies_comments_idx ON replies USING btree (item_id, root_id, id) WHERE (kind = 'comment'::text);
CREATE INDEX replies_item_old_idx ON replies USING btree (item_id, id) WHERE (kind <> 'comment'::text);
CREATE INDEX replies_item_top_idx ON replies USING btree (item_id, score DESC, id) WHERE (kind <> 'comment'::text);
CREATE INDEX replies_parent_idx ON replies USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX replies_removed_idx ON replies USING btree (item_id, id DESC) WHERE (status <> 'published'::text);
CREATE INDEX replies_root_idx ON replies USING btree (root_id) WHERE (root_id IS NOT NULL);
CREATE INDEX reputation_entries_day_idx ON reputation_entries USING btree (user_id, created_at);
CREATE INDEX reputation_entries_item_idx ON reputation_entries USING btree (item_id, reply_id) WHERE (item_id IS NOT NULL);
CREATE UNIQUE INDEX reputation_entries_key_key ON reputation_entries USING btree (key) WHERE (key IS NOT NULL);
CREATE INDEX reputation_entries_pair_idx ON reputation_entries USING btree (user_id, giver_id, created_at) WHERE (giver_id IS NOT NULL);
CREATE UNIQUE INDEX reputation_entries_reverses_key ON reputation_entries USING btree (reverses) WHERE (reverses IS NOT NULL);
CREATE INDEX reputation_entries_user_idx ON reputation_entries USING btree (user_id, id DESC);
CREATE INDEX restraints_user_idx ON restraints USING btree (user_id) WHERE (lifted_at IS NULL);
CREATE INDEX review_cards_due_idx ON review_cards USING btree (user_id, due_at, id) WHERE (ended_at IS NULL);
CREATE INDEX review_cards_lesson_idx ON review_cards USING btree (lesson_id);
CREATE INDEX review_cards_note_idx ON review_cards USING btree (note_id) WHERE (note_id IS NOT NULL);
CREATE INDEX review_cards_question_idx ON review_cards USING btree (question_id) WHERE (question_id IS NOT NULL);
CREATE INDEX review_log_card_idx ON review_log USING btree (card_id, at);
CREATE INDEX review_reports_open_idx ON review_reports USING btree (created_at, review_id) WHERE (decided_at IS NULL);
CREATE INDEX review_votes_user_idx ON review_votes USING btree (user_id);
CREATE INDEX reviews_helpful_idx ON reviews USING btree (course_id, helpful DESC, id DESC) WHERE (hidden_at IS NULL);
CREATE INDEX reviews_user_idx ON reviews USING btree (user_id);
CREATE INDEX revisions_reply_idx ON revisions USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX rule_proposals_new_idx ON rule_proposals USING btree (id DESC);
CREATE INDEX rule_proposals_open_idx ON rule_proposals USING btree (status, id) WHERE (status = ANY (ARRAY['discussion'::text, 'vote'::text, 'accepted'::text]));
CREATE INDEX rule_simulations_table_idx ON rule_simulations USING btree (rule_table_id, id DESC);
CREATE UNIQUE INDEX rule_tables_active_key ON rule_tables USING btree (status) WHERE (status = 'active'::text);
CREATE UNIQUE INDEX rule_tables_draft_key ON rule_tables USING btree (status) WHERE (status = 'draft'::text);
CREATE INDEX rule_votes_user_idx ON rule_votes USING btree (user_id);
CREATE INDEX sandbox_payments_settled_idx ON sandbox_payments USING btree (settled_at);
CREATE INDEX sandbox_refunds_payment_idx ON sandbox_refunds USING btree (payment_reference);
CREATE INDEX sandbox_refunds_settled_idx ON sandbox_refunds USING btree (settled_at);
CREATE INDEX scorm_attempts_lesson_idx ON scorm_attempts USING btree (lesson_id, id DESC);
CREATE UNIQUE INDEX scorm_attempts_open_key ON scorm_attempts USING btree (user_id, lesson_id) WHERE (ended_at IS NULL);
CREATE INDEX scorm_attempts_package_idx ON scorm_attempts USING btree (package_id);
CREATE INDEX scorm_packages_course_idx ON scorm_packages USING btree (course_id, id DESC);
CREATE INDEX scorm_packages_media_idx ON scorm_packages USING btree (media_id) WHERE (status = 'waiting'::text);
CREATE INDEX search_documents_0_terms ON search_documents_0 USING gin (terms) WITH (fastupdate=off);
CREATE INDEX search_documents_1_terms ON search_documents_1 USING gin (terms) WITH (fastupdate=off);
CREATE INDEX search_documents_2_terms ON search_documents_2 USING gin (terms) WITH (fastupdate=off);
CREATE INDEX search_documents_3_terms ON search_documents_3 USING gin (terms) WITH (fastupdate=off);
CREATE INDEX search_documents_4_terms ON search_documents_4 USING gin (terms) WITH (fastupdate=off);
CREATE INDEX search_documents_5_terms ON search_documents_5 USING gin (terms) WITH (fastupdate=off);
CREATE INDEX search_documents_6_terms ON search_documents_6 USING gin (terms) WITH (fastupdate=off);
CREATE INDEX search_documents_item_idx ON ONLY search_documents USING btree (item_id);
CREATE INDEX search_documents_new_idx ON ONLY search_documents USING btree (published_at DESC, item_id DESC);
CREATE INDEX search_terms_similar ON search_terms USING gin (lexeme gin_trgm_ops) WHERE (lexeme ~ '^[a-z]{4}'::text);
CREATE INDEX seat_pool_teams_team_idx ON seat_pool_teams USING btree (team_id);
CREATE INDEX seat_pools_item_idx ON seat_pools USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX seat_pools_organisation_idx ON seat_pools USING btree (organisation_id, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX seat_pools_owner_idx ON seat_pools USING btree (owner_id, id DESC);
CREATE INDEX seats_user_idx ON seats USING btree (user_id);
CREATE INDEX segment_people_user_idx ON segment_people USING btree (user_id);
CREATE INDEX sessions_user_idx ON sessions USING btree (user_id);
CREATE UNIQUE INDEX slot_bookings_slot_key ON slot_bookings USING btree (slot_id) WHERE (status = 'booked'::text);
CREATE INDEX slot_bookings_user_idx ON slot_bookings USING btree (booked_by, booked_at DESC);
CREATE UNIQUE INDEX slots_start_key ON slots USING btree (expert_id, starts_at) WHERE (status <> 'withdrawn'::text);
CREATE UNIQUE INDEX sources_item_key ON sources USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE UNIQUE INDEX sources_reply_key ON sources USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX space_members_list_idx ON space_members USING btree (space_id, space_role_rank(role) DESC, joined_at DESC, user_id DESC);
CREATE INDEX space_members_user_idx ON space_members USING btree (user_id);
CREATE INDEX spaces_size_idx ON spaces USING btree (member_count DESC, id DESC) WHERE (archived_at IS NULL);
CREATE INDEX split_rules_bundle_idx ON split_rules USING btree (bundle_id, starts_at DESC, id DESC) WHERE (bundle_id IS NOT NULL);
CREATE INDEX split_rules_item_idx ON split_rules USING btree (item_id, starts_at DESC, id DESC) WHERE (item_id IS NOT NULL);
CREATE INDEX split_rules_space_idx ON split_rules USING btree (space_id, starts_at DESC, id DESC) WHERE (space_id IS NOT NULL);
CREATE INDEX split_shares_user_idx ON split_shares USING btree (user_id);
CREATE INDEX submissions_assignment_idx ON submissions USING btree (assignment_id);
CREATE UNIQUE INDEX submissions_draft_key ON submissions USING btree (user_id, lesson_id) WHERE (state = 'draft'::text);
CREATE INDEX submissions_due_idx ON submissions USING btree (reviews_due_at) WHERE ((state = 'peers'::text) AND (reviews_due_at IS NOT NULL));
CREATE INDEX submissions_lesson_idx ON submissions USING btree (lesson_id, user_id);
CREATE INDEX submissions_peers_idx ON submissions USING btree (assignment_id, submitted_at) WHERE (state = 'peers'::text);
CREATE INDEX submissions_waiting_idx ON submissions USING btree (course_id, waits_since, id) WHERE (state = 'waiting'::text);
CREATE INDEX subscription_bills_charge_idx ON subscription_bills USING btree (charge_at) WHERE ((status = 'open'::text) AND (charge_at IS NOT NULL));
CREATE INDEX subscription_bills_offer_idx ON subscription_bills USING btree (offer_id) WHERE (status = 'open'::text);
CREATE UNIQUE INDEX subscription_bills_period_key ON subscription_bills USING btree (subscription_id, period) WHERE ((status <> 'void'::text) AND (kind <> 'ahead'::text));
CREATE INDEX subscription_bills_subscription_idx ON subscription_bills USING btree (subscription_id, id DESC);
CREATE INDEX subscription_bills_time_idx ON subscription_bills USING btree (starts_at, ends_at) WHERE (status = 'paid'::text);
CREATE INDEX subscription_events_subscription_idx ON subscription_events USING btree (subscription_id, id);
CREATE INDEX subscriptions_ended_idx ON subscriptions USING btree (ended_at) WHERE ((status = 'ended'::text) AND (won_back_at IS NULL));
CREATE INDEX subscriptions_next_idx ON subscriptions USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX subscriptions_offer_idx ON subscriptions USING btree (offer_id) WHERE (status <> 'ended'::text);
CREATE INDEX subscriptions_refused_idx ON subscriptions USING btree (user_id) WHERE (win_back_refused_at IS NOT NULL);
CREATE UNIQUE INDEX subscriptions_space_key ON subscriptions USING btree (user_id, space_id) WHERE ((status <> 'ended'::text) AND (space_id IS NOT NULL));
CREATE INDEX subscriptions_status_idx ON subscriptions USING btree (status, id DESC);
CREATE UNIQUE INDEX subscriptions_tier_key ON subscriptions USING btree (user_id) WHERE ((status <> 'ended'::text) AND (space_id IS NULL));
CREATE UNIQUE INDEX subscriptions_trial_key ON subscriptions USING btree (user_id, space_id) NULLS NOT DISTINCT WHERE (trial_ends_at IS NOT NULL);
CREATE INDEX subscriptions_user_idx ON subscriptions USING btree (user_id, id DESC);
CREATE INDEX suspensions_user_idx ON suspensions USING btree (user_id) WHERE (lifted_at IS NULL);
CREATE INDEX tags_count_idx ON tags USING btree (item_count DESC, id DESC);
CREATE INDEX tags_prefix_idx ON tags USING btree (slug text_pattern_ops);
CREATE INDEX tags_slug_trgm ON tags USING gin (slug gin_trgm_ops);
CREATE UNIQUE INDEX tax_rates_region_key ON tax_rates USING btree (region) WHERE (ended_at IS NULL);
CREATE INDEX team_members_person_idx ON team_members USING btree (organisation_id, user_id);
CREATE INDEX text_checks_author_idx ON text_checks USING btree (author_id, created_at DESC);
CREATE INDEX text_checks_created_idx ON text_checks USING btree (created_at);
CREATE INDEX text_checks_flagged_idx ON text_checks USING btree (id DESC) WHERE (decision <> 'publish'::text);
CREATE INDEX text_checks_subject_idx ON text_checks USING btree (item_id, reply_id, id DESC);
CREATE UNIQUE INDEX text_examples_decided_key ON text_examples USING btree (task, item_id, reply_id) NULLS NOT DISTINCT WHERE (item_id IS NOT NULL);
CREATE INDEX text_examples_task_idx ON text_examples USING btree (task, origin, id);
CREATE UNIQUE INDEX text_models_active_key ON text_models USING btree (task) WHERE active;
CREATE INDEX text_signature_bands_signature_idx ON text_signature_bands USING btree (signature_id);
CREATE INDEX text_signatures_created_idx ON text_signatures USING btree (created_at);
CREATE INDEX tier_members_tier_idx ON tier_members USING btree (tier_id, ends_at) WHERE (revoked_at IS NULL);
CREATE INDEX tier_spaces_space_idx ON tier_spaces USING btree (space_id);
CREATE INDEX tips_receiver_idx ON tips USING btree (receiver_id, at DESC);
CREATE INDEX training_extensions_user_idx ON training_extensions USING btree (user_id);
CREATE INDEX trainings_due_idx ON trainings USING btree (due_at) WHERE ((ended_at IS NULL) AND (due_at IS NOT NULL));
CREATE INDEX trainings_list_idx ON trainings USING btree (organisation_id, id DESC);
CREATE UNIQUE INDEX trainings_once_key ON trainings USING btree (organisation_id, COALESCE(course_id, (0)::bigint), COALESCE(path_id, (0)::bigint), COALESCE(team_id, (0)::bigint), COALESCE(user_id, (0)::bigint)) WHERE (ended_at IS NULL);
CREATE INDEX two_factors_user_idx ON two_factors USING btree (user_id);
CREATE INDEX upheld_decisions_user_idx ON upheld_decisions USING btree (user_id, decided_at);
CREATE INDEX uploads_expires_idx ON uploads USING btree (expires_at);
CREATE INDEX user_badges_user_idx ON user_badges USING btree (user_id);
CREATE UNIQUE INDEX users_email_key ON users USING btree (lower(email));
CREATE UNIQUE INDEX users_handle_key ON users USING btree (handle);
CREATE INDEX users_name_trgm ON users USING gin (name gin_trgm_ops);
CREATE INDEX users_reputation_idx ON users USING btree (reputation DESC, id DESC);
CREATE INDEX verifications_identifier_idx ON verifications USING btree (identifier);
CREATE INDEX version_lessons_lesson_idx ON version_lessons USING btree (lesson_id, revision);
CREATE INDEX votes_item_idx ON votes USING btree (item_id);
CREATE INDEX votes_reply_idx ON votes USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX waiting_earnings_due_idx ON waiting_earnings USING btree (due_at);
CREATE INDEX xapi_deliveries_next_idx ON xapi_deliveries USING btree (store, next_at, number) WHERE (refused IS NULL);
CREATE INDEX xapi_statements_course_idx ON xapi_statements USING btree (course_id, number);
CREATE INDEX xapi_statements_time_idx ON xapi_statements USING btree (happened_at, number);
CREATE INDEX xapi_statements_user_idx ON xapi_statements USING btree (user_id, number);

-- Foreign keys

alter table affiliate_links add constraint affiliate_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table affiliate_rates add constraint affiliate_rates_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES users(id) ON DELETE CASCADE;
alter table api_keys add constraint api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table ask_listens add constraint ask_listens_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES asks(id) ON DELETE RESTRICT;
alter table ask_listens add constraint ask_listens_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table ask_listens add constraint ask_listens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table ask_texts add constraint ask_texts_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES asks(id) ON DELETE CASCADE;
alter table asks add constraint asks_asker_id_fkey FOREIGN KEY (asker_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table asks add constraint asks_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table asks add constraint asks_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE SET NULL;
alter table asks add constraint asks_listen_offer_id_fkey FOREIGN KEY (listen_offer_id) REFERENCES offers(id) ON DELETE SET NULL;
alter table asks add constraint asks_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table assignments add constraint assignments_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table assignments add constraint assignments_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id) ON DELETE SET NULL;
alter table badge_awards add constraint badge_awards_badge_id_fkey FOREIGN KEY (badge_id) REFERENCES badges(id) ON DELETE CASCADE;
alter table badge_awards add constraint badge_awards_given_by_fkey FOREIGN KEY (given_by) REFERENCES users(id) ON DELETE SET NULL;
alter table badge_awards add constraint badge_awards_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE SET NULL;
alter table badge_awards add constraint badge_awards_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE SET NULL;
alter table badge_awards add constraint badge_awards_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table badge_backfills add constraint badge_backfills_badge_id_fkey FOREIGN KEY (badge_id) REFERENCES badges(id) ON DELETE CASCADE;
alter table badges add constraint badges_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table bank_question_revisions add constraint bank_question_revisions_editor_id_fkey FOREIGN KEY (editor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table bank_question_revisions add constraint bank_question_revisions_question_id_fkey FOREIGN KEY (question_id) REFERENCES bank_questions(id) ON DELETE CASCADE;
alter table bank_questions add constraint bank_questions_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table billing_details add constraint billing_details_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table board_counts add constraint board_counts_board_id_fkey FOREIGN KEY (board_id) REFERENCES boards(id) ON DELETE CASCADE;
alter table board_scores add constraint board_scores_board_id_fkey FOREIGN KEY (board_id) REFERENCES boards(id) ON DELETE CASCADE;
alter table board_scores add constraint board_scores_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table boards add constraint boards_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table boards add constraint boards_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE;
alter table bookmarks add constraint bookmarks_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table bookmarks add constraint bookmarks_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table bounties add constraint bounties_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table bounties add constraint bounties_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES users(id) ON DELETE SET NULL;
alter table bounties add constraint bounties_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE SET NULL;
alter table bundle_items add constraint bundle_items_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundles(id) ON DELETE CASCADE;
alter table bundle_items add constraint bundle_items_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table bundles add constraint bundles_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES users(id) ON DELETE SET NULL;
alter table calendar_feeds add constraint calendar_feeds_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table calibrations add constraint calibrations_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table calibrations add constraint calibrations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table canned_replies add constraint canned_replies_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id) ON DELETE SET NULL;
alter table cash_bounties add constraint cash_bounties_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE RESTRICT;
alter table cash_bounties add constraint cash_bounties_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES users(id) ON DELETE RESTRICT;
alter table cash_bounties add constraint cash_bounties_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table cash_bounties add constraint cash_bounties_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE SET NULL;
alter table cash_bounties add constraint cash_bounties_won_by_fkey FOREIGN KEY (won_by) REFERENCES users(id) ON DELETE SET NULL;
alter table certificates add constraint certificates_badge_award_id_fkey FOREIGN KEY (badge_award_id) REFERENCES badge_awards(id) ON DELETE SET NULL;
alter table certificates add constraint certificates_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE SET NULL;
alter table certificates add constraint certificates_list_id_status_index_fkey FOREIGN KEY (list_id, status_index) REFERENCES status_entries(list_id, index);
alter table certificates add constraint certificates_path_id_fkey FOREIGN KEY (path_id) REFERENCES paths(id) ON DELETE SET NULL;
alter table certificates add constraint certificates_replaces_fkey FOREIGN KEY (replaces) REFERENCES certificates(id) ON DELETE CASCADE;
alter table certificates add constraint certificates_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES users(id) ON DELETE SET NULL;
alter table certificates add constraint certificates_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table check_domains add constraint check_domains_added_by_fkey FOREIGN KEY (added_by) REFERENCES users(id) ON DELETE SET NULL;
alter table check_lists add constraint check_lists_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id) ON DELETE SET NULL;
alter table check_rules add constraint check_rules_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id) ON DELETE SET NULL;
alter table check_runs add constraint check_runs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id) ON DELETE SET NULL;
alter table closing_votes add constraint closing_votes_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES items(id) ON DELETE SET NULL;
alter table closing_votes add constraint closing_votes_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table closing_votes add constraint closing_votes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table closures add constraint closures_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table closures add constraint closures_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES items(id) ON DELETE SET NULL;
alter table closures add constraint closures_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table cohort_check_ins add constraint cohort_check_ins_cohort_id_user_id_fkey FOREIGN KEY (cohort_id, user_id) REFERENCES cohort_members(cohort_id, user_id) ON DELETE CASCADE;
alter table cohort_check_ins add constraint cohort_check_ins_media_id_fkey FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE SET NULL;
alter table cohort_cheers add constraint cohort_cheers_check_in_id_fkey FOREIGN KEY (check_in_id) REFERENCES cohort_check_ins(id) ON DELETE CASCADE;
alter table cohort_cheers add constraint cohort_cheers_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table cohort_groups add constraint cohort_groups_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohorts(id) ON DELETE CASCADE;
alter table cohort_members add constraint cohort_members_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohorts(id) ON DELETE RESTRICT;
alter table cohort_members add constraint cohort_members_cohort_id_group_id_fkey FOREIGN KEY (cohort_id, group_id) REFERENCES cohort_groups(cohort_id, id);
alter table cohort_members add constraint cohort_members_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table cohort_members add constraint cohort_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table cohort_plan add constraint cohort_plan_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohorts(id) ON DELETE CASCADE;
alter table cohort_plan add constraint cohort_plan_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table cohort_reminders add constraint cohort_reminders_cohort_id_user_id_fkey FOREIGN KEY (cohort_id, user_id) REFERENCES cohort_members(cohort_id, user_id) ON DELETE CASCADE;
alter table cohorts add constraint cohorts_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE RESTRICT;
alter table cohorts add constraint cohorts_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table cohorts add constraint cohorts_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id) ON DELETE RESTRICT;
alter table cohorts add constraint cohorts_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE SET NULL;
alter table community_days add constraint community_days_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table coupon_uses add constraint coupon_uses_discount_id_fkey FOREIGN KEY (discount_id) REFERENCES discounts(id) ON DELETE RESTRICT;
alter table coupon_uses add constraint coupon_uses_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE;
alter table coupon_uses add constraint coupon_uses_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table course_authors add constraint course_authors_added_by_fkey FOREIGN KEY (added_by) REFERENCES users(id) ON DELETE SET NULL;
alter table course_authors add constraint course_authors_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table course_authors add constraint course_authors_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table course_faq add constraint course_faq_added_by_fkey FOREIGN KEY (added_by) REFERENCES users(id) ON DELETE SET NULL;
alter table course_faq add constraint course_faq_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table course_faq add constraint course_faq_question_id_fkey FOREIGN KEY (question_id) REFERENCES lesson_questions(id) ON DELETE SET NULL;
alter table course_imports add constraint course_imports_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table course_imports add constraint course_imports_media_id_fkey FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE SET NULL;
alter table course_imports add constraint course_imports_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE;
alter table course_imports add constraint course_imports_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table course_ratings add constraint course_ratings_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table course_sections add constraint course_sections_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table course_versions add constraint course_versions_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table course_versions add constraint course_versions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL;
alter table course_versions add constraint course_versions_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES users(id) ON DELETE SET NULL;
alter table courses add constraint courses_cover_media_id_fkey FOREIGN KEY (cover_media_id) REFERENCES media(id) ON DELETE SET NULL;
alter table courses add constraint courses_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table discounts add constraint discounts_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundles(id) ON DELETE CASCADE;
alter table discounts add constraint discounts_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table discounts add constraint discounts_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table discounts add constraint discounts_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES users(id) ON DELETE CASCADE;
alter table discounts add constraint discounts_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table discounts add constraint discounts_tier_id_fkey FOREIGN KEY (tier_id) REFERENCES tiers(id) ON DELETE CASCADE;
alter table disputes add constraint disputes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table disputes add constraint disputes_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id) ON DELETE RESTRICT;
alter table due_extensions add constraint due_extensions_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table due_extensions add constraint due_extensions_given_by_fkey FOREIGN KEY (given_by) REFERENCES users(id) ON DELETE SET NULL;
alter table due_extensions add constraint due_extensions_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table due_extensions add constraint due_extensions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table election_answers add constraint election_answers_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES users(id) ON DELETE CASCADE;
alter table election_answers add constraint election_answers_question_id_fkey FOREIGN KEY (question_id) REFERENCES election_questions(id) ON DELETE CASCADE;
alter table election_ballots add constraint election_ballots_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id) ON DELETE CASCADE;
alter table election_candidates add constraint election_candidates_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id) ON DELETE CASCADE;
alter table election_candidates add constraint election_candidates_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table election_questions add constraint election_questions_asker_id_fkey FOREIGN KEY (asker_id) REFERENCES users(id) ON DELETE SET NULL;
alter table election_questions add constraint election_questions_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id) ON DELETE CASCADE;
alter table election_roll add constraint election_roll_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id) ON DELETE CASCADE;
alter table election_roll add constraint election_roll_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table elections add constraint elections_called_by_fkey FOREIGN KEY (called_by) REFERENCES users(id) ON DELETE SET NULL;
alter table elections add constraint elections_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table enrolments add constraint enrolments_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table enrolments add constraint enrolments_course_id_version_fkey FOREIGN KEY (course_id, version) REFERENCES course_versions(course_id, number);
alter table enrolments add constraint enrolments_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table entitlements add constraint entitlements_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table entitlements add constraint entitlements_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table entitlements add constraint entitlements_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table escrows add constraint escrows_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table exercise_tries add constraint exercise_tries_exercise_id_fkey FOREIGN KEY (exercise_id) REFERENCES exercises(id) ON DELETE CASCADE;
alter table exercise_tries add constraint exercise_tries_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table exercise_tries add constraint exercise_tries_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table exercises add constraint exercises_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table exercises add constraint exercises_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id) ON DELETE SET NULL;
alter table expert_application_tags add constraint expert_application_tags_application_id_fkey FOREIGN KEY (application_id) REFERENCES expert_applications(id) ON DELETE CASCADE;
alter table expert_application_tags add constraint expert_application_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE;
alter table expert_applications add constraint expert_applications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table expert_evidence add constraint expert_evidence_application_id_fkey FOREIGN KEY (application_id) REFERENCES expert_applications(id) ON DELETE CASCADE;
alter table expert_evidence add constraint expert_evidence_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE SET NULL;
alter table expert_evidence add constraint expert_evidence_media_id_fkey FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE SET NULL;
alter table expert_reviews add constraint expert_reviews_application_id_fkey FOREIGN KEY (application_id) REFERENCES expert_applications(id) ON DELETE CASCADE;
alter table expert_reviews add constraint expert_reviews_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES users(id) ON DELETE CASCADE;
alter table expert_tags add constraint expert_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE;
alter table expert_tags add constraint expert_tags_user_id_fkey FOREIGN KEY (user_id) REFERENCES experts(user_id) ON DELETE CASCADE;
alter table experts add constraint experts_application_id_fkey FOREIGN KEY (application_id) REFERENCES expert_applications(id) ON DELETE CASCADE;
alter table experts add constraint experts_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES users(id) ON DELETE SET NULL;
alter table experts add constraint experts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table fair_decisions add constraint fair_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL;
alter table fair_decisions add constraint fair_decisions_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES fair_findings(id) ON DELETE CASCADE;
alter table fair_discounts add constraint fair_discounts_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES fair_findings(id) ON DELETE CASCADE;
alter table fair_edges add constraint fair_edges_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES fair_findings(id) ON DELETE CASCADE;
alter table fair_edges add constraint fair_edges_from_id_fkey FOREIGN KEY (from_id) REFERENCES users(id) ON DELETE CASCADE;
alter table fair_edges add constraint fair_edges_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE SET NULL;
alter table fair_edges add constraint fair_edges_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE SET NULL;
alter table fair_edges add constraint fair_edges_to_id_fkey FOREIGN KEY (to_id) REFERENCES users(id) ON DELETE CASCADE;
alter table fair_finding_people add constraint fair_finding_people_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES fair_findings(id) ON DELETE CASCADE;
alter table fair_finding_people add constraint fair_finding_people_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table fair_findings add constraint fair_findings_run_id_fkey FOREIGN KEY (run_id) REFERENCES fair_runs(id) ON DELETE SET NULL;
alter table fair_pulses add constraint fair_pulses_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE CASCADE;
alter table fapiao_requests add constraint fapiao_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL;
alter table fapiao_requests add constraint fapiao_requests_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table fapiao_requests add constraint fapiao_requests_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table follows add constraint follows_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table follows add constraint follows_person_id_fkey FOREIGN KEY (person_id) REFERENCES users(id) ON DELETE CASCADE;
alter table follows add constraint follows_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table follows add constraint follows_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE;
alter table follows add constraint follows_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table gifts add constraint gifts_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table gifts add constraint gifts_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table gifts add constraint gifts_redeemed_by_fkey FOREIGN KEY (redeemed_by) REFERENCES users(id) ON DELETE SET NULL;
alter table goods add constraint goods_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table goods_orders add constraint goods_orders_goods_id_fkey FOREIGN KEY (goods_id) REFERENCES goods(id) ON DELETE RESTRICT;
alter table goods_orders add constraint goods_orders_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES users(id) ON DELETE SET NULL;
alter table goods_orders add constraint goods_orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table group_buys add constraint group_buys_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE RESTRICT;
alter table group_buys add constraint group_buys_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id) ON DELETE RESTRICT;
alter table group_buys add constraint group_buys_started_by_fkey FOREIGN KEY (started_by) REFERENCES users(id) ON DELETE RESTRICT;
alter table group_members add constraint group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES group_buys(id) ON DELETE RESTRICT;
alter table group_members add constraint group_members_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table group_members add constraint group_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table handled_events add constraint handled_events_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE;
alter table honours add constraint honours_given_by_fkey FOREIGN KEY (given_by) REFERENCES users(id) ON DELETE SET NULL;
alter table honours add constraint honours_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table idempotency_keys add constraint idempotency_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table identities add constraint identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table invoices add constraint invoices_corrects_fkey FOREIGN KEY (corrects) REFERENCES invoices(id) ON DELETE RESTRICT;
alter table invoices add constraint invoices_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table invoices add constraint invoices_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table item_bodies add constraint item_bodies_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table item_links add constraint item_links_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table item_links add constraint item_links_target_id_fkey FOREIGN KEY (target_id) REFERENCES items(id) ON DELETE CASCADE;
alter table item_quality add constraint item_quality_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table item_reads add constraint item_reads_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table item_reads add constraint item_reads_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table item_tags add constraint item_tags_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table item_tags add constraint item_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE;
alter table item_upheld add constraint item_upheld_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table items add constraint items_accepted_reply_id_fkey FOREIGN KEY (accepted_reply_id) REFERENCES replies(id) ON DELETE SET NULL;
alter table items add constraint items_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
alter table items add constraint items_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES users(id) ON DELETE SET NULL;
alter table items add constraint items_part_of_fkey FOREIGN KEY (part_of) REFERENCES items(id) ON DELETE SET NULL;
alter table items add constraint items_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id);
alter table juries add constraint juries_called_by_fkey FOREIGN KEY (called_by) REFERENCES users(id) ON DELETE SET NULL;
alter table juries add constraint juries_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE SET NULL;
alter table jury_opt_outs add constraint jury_opt_outs_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table jury_seats add constraint jury_seats_jury_id_fkey FOREIGN KEY (jury_id) REFERENCES juries(id) ON DELETE CASCADE;
alter table jury_seats add constraint jury_seats_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table learning_days add constraint learning_days_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table learning_goals add constraint learning_goals_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table ledger_accounts add constraint ledger_accounts_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table ledger_entries add constraint ledger_entries_account_id_currency_fkey FOREIGN KEY (account_id, currency) REFERENCES ledger_accounts(id, currency);
alter table ledger_entries add constraint ledger_entries_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES ledger_transfers(id);
alter table lesson_notes add constraint lesson_notes_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table lesson_notes add constraint lesson_notes_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table lesson_notes add constraint lesson_notes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table lesson_posts add constraint lesson_posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
alter table lesson_posts add constraint lesson_posts_question_id_fkey FOREIGN KEY (question_id) REFERENCES lesson_questions(id) ON DELETE CASCADE;
alter table lesson_progress add constraint lesson_progress_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table lesson_progress add constraint lesson_progress_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table lesson_progress add constraint lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table lesson_question_echoes add constraint lesson_question_echoes_question_id_fkey FOREIGN KEY (question_id) REFERENCES lesson_questions(id) ON DELETE CASCADE;
alter table lesson_question_echoes add constraint lesson_question_echoes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table lesson_question_moves add constraint lesson_question_moves_mentor_id_fkey FOREIGN KEY (mentor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table lesson_question_moves add constraint lesson_question_moves_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES users(id) ON DELETE SET NULL;
alter table lesson_question_moves add constraint lesson_question_moves_question_id_fkey FOREIGN KEY (question_id) REFERENCES lesson_questions(id) ON DELETE CASCADE;
alter table lesson_questions add constraint lesson_questions_asker_id_fkey FOREIGN KEY (asker_id) REFERENCES users(id) ON DELETE SET NULL;
alter table lesson_questions add constraint lesson_questions_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table lesson_questions add constraint lesson_questions_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table lesson_questions add constraint lesson_questions_mentor_id_fkey FOREIGN KEY (mentor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table lesson_questions add constraint lesson_questions_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE SET NULL;
alter table lesson_revisions add constraint lesson_revisions_editor_id_fkey FOREIGN KEY (editor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table lesson_revisions add constraint lesson_revisions_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table lessons add constraint lessons_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table lessons add constraint lessons_course_id_section_id_fkey FOREIGN KEY (course_id, section_id) REFERENCES course_sections(course_id, id);
alter table level_answers add constraint level_answers_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table level_answers add constraint level_answers_question_id_revision_fkey FOREIGN KEY (question_id, revision) REFERENCES bank_question_revisions(question_id, number) ON DELETE CASCADE;
alter table level_answers add constraint level_answers_test_id_fkey FOREIGN KEY (test_id) REFERENCES level_tests(id) ON DELETE CASCADE;
alter table level_changes add constraint level_changes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table level_tests add constraint level_tests_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table lti_choices add constraint lti_choices_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES users(id) ON DELETE SET NULL;
alter table lti_choices add constraint lti_choices_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table lti_choices add constraint lti_choices_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table lti_choices add constraint lti_choices_platform_id_fkey FOREIGN KEY (platform_id) REFERENCES lti_platforms(id) ON DELETE CASCADE;
alter table lti_launches add constraint lti_launches_platform_id_fkey FOREIGN KEY (platform_id) REFERENCES lti_platforms(id) ON DELETE CASCADE;
alter table lti_links add constraint lti_links_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table lti_links add constraint lti_links_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table lti_links add constraint lti_links_platform_id_fkey FOREIGN KEY (platform_id) REFERENCES lti_platforms(id) ON DELETE CASCADE;
alter table lti_people add constraint lti_people_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table lti_platforms add constraint lti_platforms_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table lti_scores add constraint lti_scores_link_id_fkey FOREIGN KEY (link_id) REFERENCES lti_links(id) ON DELETE CASCADE;
alter table lti_scores add constraint lti_scores_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table lti_tickets add constraint lti_tickets_platform_id_fkey FOREIGN KEY (platform_id) REFERENCES lti_platforms(id) ON DELETE CASCADE;
alter table lti_tickets add constraint lti_tickets_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table markings add constraint markings_marker_id_fkey FOREIGN KEY (marker_id) REFERENCES users(id) ON DELETE SET NULL;
alter table markings add constraint markings_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE CASCADE;
alter table media add constraint media_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE SET NULL;
alter table media_cues add constraint media_cues_media_id_language_fkey FOREIGN KEY (media_id, language) REFERENCES media_subtitles(media_id, language) ON DELETE CASCADE;
alter table media_holders add constraint media_holders_media_id_fkey FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE CASCADE;
alter table media_subtitles add constraint media_subtitles_media_id_fkey FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE CASCADE;
alter table media_variants add constraint media_variants_media_id_fkey FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE CASCADE;
alter table mentor_settings add constraint mentor_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table mentor_tags add constraint mentor_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE;
alter table mentor_tags add constraint mentor_tags_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table moderation_actions add constraint moderation_actions_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table moderation_actions add constraint moderation_actions_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES moderation_decisions(id) ON DELETE SET NULL;
alter table moderation_actions add constraint moderation_actions_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table moderation_actions add constraint moderation_actions_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table moderation_actions add constraint moderation_actions_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table moderation_actions add constraint moderation_actions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table moderation_appeals add constraint moderation_appeals_appellant_id_fkey FOREIGN KEY (appellant_id) REFERENCES users(id) ON DELETE CASCADE;
alter table moderation_appeals add constraint moderation_appeals_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_cases(id) ON DELETE CASCADE;
alter table moderation_appeals add constraint moderation_appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL;
alter table moderation_appeals add constraint moderation_appeals_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES moderation_decisions(id) ON DELETE CASCADE;
alter table moderation_cases add constraint moderation_cases_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES users(id) ON DELETE SET NULL;
alter table moderation_cases add constraint moderation_cases_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES users(id) ON DELETE SET NULL;
alter table moderation_cases add constraint moderation_cases_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table moderation_cases add constraint moderation_cases_person_id_fkey FOREIGN KEY (person_id) REFERENCES users(id) ON DELETE SET NULL;
alter table moderation_cases add constraint moderation_cases_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table moderation_cases add constraint moderation_cases_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE SET NULL;
alter table moderation_decisions add constraint moderation_decisions_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_cases(id) ON DELETE CASCADE;
alter table moderation_decisions add constraint moderation_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL;
alter table moderation_decisions add constraint moderation_decisions_person_id_fkey FOREIGN KEY (person_id) REFERENCES users(id) ON DELETE SET NULL;
alter table moderation_decisions add constraint moderation_decisions_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES users(id) ON DELETE SET NULL;
alter table moderation_duty add constraint moderation_duty_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table moderation_notes add constraint moderation_notes_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
alter table moderation_notes add constraint moderation_notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_cases(id) ON DELETE CASCADE;
alter table moderation_reports add constraint moderation_reports_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_cases(id) ON DELETE CASCADE;
alter table moderation_reports add constraint moderation_reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES users(id) ON DELETE SET NULL;
alter table money_proofs add constraint money_proofs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id) ON DELETE SET NULL;
alter table notifications add constraint notifications_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table notifications add constraint notifications_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table notifications add constraint notifications_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table notifications add constraint notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table offer_prices add constraint offer_prices_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table offer_prices add constraint offer_prices_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id) ON DELETE CASCADE;
alter table offers add constraint offers_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundles(id) ON DELETE CASCADE;
alter table offers add constraint offers_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table offers add constraint offers_person_id_fkey FOREIGN KEY (person_id) REFERENCES users(id) ON DELETE CASCADE;
alter table offers add constraint offers_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table offers add constraint offers_tier_id_fkey FOREIGN KEY (tier_id) REFERENCES tiers(id) ON DELETE CASCADE;
alter table order_events add constraint order_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table order_events add constraint order_events_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE;
alter table orders add constraint orders_affiliate_id_fkey FOREIGN KEY (affiliate_id) REFERENCES users(id) ON DELETE SET NULL;
alter table orders add constraint orders_affiliate_link_id_fkey FOREIGN KEY (affiliate_link_id) REFERENCES affiliate_links(id) ON DELETE SET NULL;
alter table orders add constraint orders_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id) ON DELETE RESTRICT;
alter table orders add constraint orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table organisation_domains add constraint organisation_domains_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE;
alter table organisation_invitations add constraint organisation_invitations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table organisation_invitations add constraint organisation_invitations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE;
alter table organisation_invitations add constraint organisation_invitations_team_id_fkey FOREIGN KEY (team_id) REFERENCES organisation_teams(id) ON DELETE SET NULL;
alter table organisation_log add constraint organisation_log_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table organisation_log add constraint organisation_log_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE;
alter table organisation_log add constraint organisation_log_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES users(id) ON DELETE SET NULL;
alter table organisation_members add constraint organisation_members_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE;
alter table organisation_members add constraint organisation_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table organisation_removals add constraint organisation_removals_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE;
alter table organisation_removals add constraint organisation_removals_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table organisation_sign_ons add constraint organisation_sign_ons_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE;
alter table organisation_teams add constraint organisation_teams_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE;
alter table organisations add constraint organisations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table organisations add constraint organisations_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE SET NULL;
alter table passkeys add constraint passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table path_courses add constraint path_courses_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table path_courses add constraint path_courses_path_id_step_fkey FOREIGN KEY (path_id, step) REFERENCES path_steps(path_id, number) ON DELETE CASCADE;
alter table path_learners add constraint path_learners_path_id_fkey FOREIGN KEY (path_id) REFERENCES paths(id) ON DELETE CASCADE;
alter table path_learners add constraint path_learners_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table path_steps add constraint path_steps_path_id_fkey FOREIGN KEY (path_id) REFERENCES paths(id) ON DELETE CASCADE;
alter table paths add constraint paths_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE SET NULL;
alter table payments add constraint payments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table payout_accounts add constraint payout_accounts_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL;
alter table payout_accounts add constraint payout_accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table payout_batches add constraint payout_batches_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table payout_events add constraint payout_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table payout_events add constraint payout_events_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payouts(id) ON DELETE CASCADE;
alter table payouts add constraint payouts_account_id_fkey FOREIGN KEY (account_id) REFERENCES payout_accounts(id) ON DELETE RESTRICT;
alter table payouts add constraint payouts_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES payout_batches(id) ON DELETE RESTRICT;
alter table payouts add constraint payouts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table peer_reviews add constraint peer_reviews_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table peer_reviews add constraint peer_reviews_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES users(id) ON DELETE CASCADE;
alter table peer_reviews add constraint peer_reviews_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE CASCADE;
alter table platform_shares add constraint platform_shares_set_by_fkey FOREIGN KEY (set_by) REFERENCES users(id) ON DELETE SET NULL;
alter table platform_shares add constraint platform_shares_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table point_entries add constraint point_entries_reverses_fkey FOREIGN KEY (reverses) REFERENCES point_entries(id);
alter table point_entries add constraint point_entries_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table pool_shares add constraint pool_shares_month_fkey FOREIGN KEY (month) REFERENCES pools(month) ON DELETE CASCADE;
alter table pool_shares add constraint pool_shares_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table pool_terms add constraint pool_terms_set_by_fkey FOREIGN KEY (set_by) REFERENCES users(id) ON DELETE SET NULL;
alter table quest_progress add constraint quest_progress_quest_id_fkey FOREIGN KEY (quest_id) REFERENCES quests(id) ON DELETE CASCADE;
alter table quest_progress add constraint quest_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table quests add constraint quests_badge_id_fkey FOREIGN KEY (badge_id) REFERENCES badges(id) ON DELETE SET NULL;
alter table quests add constraint quests_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table quiz_answers add constraint quiz_answers_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES quiz_attempts(id) ON DELETE CASCADE;
alter table quiz_answers add constraint quiz_answers_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES users(id) ON DELETE SET NULL;
alter table quiz_answers add constraint quiz_answers_question_id_revision_fkey FOREIGN KEY (question_id, revision) REFERENCES bank_question_revisions(question_id, number) ON DELETE CASCADE;
alter table quiz_attempts add constraint quiz_attempts_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES users(id) ON DELETE SET NULL;
alter table quiz_attempts add constraint quiz_attempts_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table quiz_attempts add constraint quiz_attempts_quiz_id_fkey FOREIGN KEY (quiz_id) REFERENCES quizzes(id) ON DELETE CASCADE;
alter table quiz_attempts add constraint quiz_attempts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table quizzes add constraint quizzes_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table quizzes add constraint quizzes_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id) ON DELETE SET NULL;
alter table reactions add constraint reactions_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table reactions add constraint reactions_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table reactions add constraint reactions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table refunds add constraint refunds_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id) ON DELETE SET NULL;
alter table refunds add constraint refunds_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL;
alter table refunds add constraint refunds_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table refunds add constraint refunds_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id) ON DELETE RESTRICT;
alter table replies add constraint replies_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
alter table replies add constraint replies_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES users(id) ON DELETE SET NULL;
alter table replies add constraint replies_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table replies add constraint replies_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table replies add constraint replies_root_id_fkey FOREIGN KEY (root_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table reputation_entries add constraint reputation_entries_reverses_fkey FOREIGN KEY (reverses) REFERENCES reputation_entries(id);
alter table reputation_entries add constraint reputation_entries_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table restraints add constraint restraints_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table restraints add constraint restraints_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table review_cards add constraint review_cards_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table review_cards add constraint review_cards_note_id_fkey FOREIGN KEY (note_id) REFERENCES lesson_notes(id) ON DELETE CASCADE;
alter table review_cards add constraint review_cards_question_id_fkey FOREIGN KEY (question_id) REFERENCES bank_questions(id) ON DELETE CASCADE;
alter table review_cards add constraint review_cards_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table review_log add constraint review_log_card_id_fkey FOREIGN KEY (card_id) REFERENCES review_cards(id) ON DELETE CASCADE;
alter table review_reports add constraint review_reports_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL;
alter table review_reports add constraint review_reports_review_id_fkey FOREIGN KEY (review_id) REFERENCES reviews(id) ON DELETE CASCADE;
alter table review_reports add constraint review_reports_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table review_votes add constraint review_votes_review_id_fkey FOREIGN KEY (review_id) REFERENCES reviews(id) ON DELETE CASCADE;
alter table review_votes add constraint review_votes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table reviews add constraint reviews_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table reviews add constraint reviews_hidden_by_fkey FOREIGN KEY (hidden_by) REFERENCES users(id) ON DELETE SET NULL;
alter table reviews add constraint reviews_replied_by_fkey FOREIGN KEY (replied_by) REFERENCES users(id) ON DELETE SET NULL;
alter table reviews add constraint reviews_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table revisions add constraint revisions_editor_id_fkey FOREIGN KEY (editor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table revisions add constraint revisions_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table revisions add constraint revisions_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table rule_proposals add constraint rule_proposals_discussion_id_fkey FOREIGN KEY (discussion_id) REFERENCES items(id) ON DELETE SET NULL;
alter table rule_proposals add constraint rule_proposals_proposer_id_fkey FOREIGN KEY (proposer_id) REFERENCES users(id) ON DELETE SET NULL;
alter table rule_proposals add constraint rule_proposals_vetoed_by_fkey FOREIGN KEY (vetoed_by) REFERENCES users(id) ON DELETE SET NULL;
alter table rule_simulations add constraint rule_simulations_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id) ON DELETE SET NULL;
alter table rule_simulations add constraint rule_simulations_rule_table_id_fkey FOREIGN KEY (rule_table_id) REFERENCES rule_tables(id) ON DELETE CASCADE;
alter table rule_tables add constraint rule_tables_activated_by_fkey FOREIGN KEY (activated_by) REFERENCES users(id) ON DELETE SET NULL;
alter table rule_tables add constraint rule_tables_based_on_fkey FOREIGN KEY (based_on) REFERENCES rule_tables(id);
alter table rule_tables add constraint rule_tables_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table rule_versions add constraint rule_versions_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id) ON DELETE SET NULL;
alter table rule_versions add constraint rule_versions_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES rule_proposals(id) ON DELETE SET NULL;
alter table rule_votes add constraint rule_votes_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES rule_proposals(id) ON DELETE CASCADE;
alter table rule_votes add constraint rule_votes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table sandbox_refunds add constraint sandbox_refunds_payment_reference_fkey FOREIGN KEY (payment_reference) REFERENCES sandbox_payments(reference);
alter table scorm_attempts add constraint scorm_attempts_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table scorm_attempts add constraint scorm_attempts_package_id_fkey FOREIGN KEY (package_id) REFERENCES scorm_packages(id) ON DELETE CASCADE;
alter table scorm_attempts add constraint scorm_attempts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table scorm_files add constraint scorm_files_package_id_fkey FOREIGN KEY (package_id) REFERENCES scorm_packages(id) ON DELETE CASCADE;
alter table scorm_packages add constraint scorm_packages_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table scorm_packages add constraint scorm_packages_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table search_documents add constraint search_documents_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table seat_pool_teams add constraint seat_pool_teams_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES seat_pools(id) ON DELETE CASCADE;
alter table seat_pool_teams add constraint seat_pool_teams_team_id_fkey FOREIGN KEY (team_id) REFERENCES organisation_teams(id) ON DELETE CASCADE;
alter table seat_pools add constraint seat_pools_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES users(id) ON DELETE SET NULL;
alter table seat_pools add constraint seat_pools_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE RESTRICT;
alter table seat_pools add constraint seat_pools_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table seat_pools add constraint seat_pools_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE RESTRICT;
alter table seat_pools add constraint seat_pools_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table seat_pools add constraint seat_pools_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE RESTRICT;
alter table seats add constraint seats_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES seat_pools(id) ON DELETE CASCADE;
alter table seats add constraint seats_team_id_fkey FOREIGN KEY (team_id) REFERENCES organisation_teams(id) ON DELETE SET NULL;
alter table seats add constraint seats_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table segment_people add constraint segment_people_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table sessions add constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table settings add constraint settings_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id) ON DELETE SET NULL;
alter table slot_bookings add constraint slot_bookings_booked_by_fkey FOREIGN KEY (booked_by) REFERENCES users(id) ON DELETE RESTRICT;
alter table slot_bookings add constraint slot_bookings_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table slot_bookings add constraint slot_bookings_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES slots(id) ON DELETE RESTRICT;
alter table slots add constraint slots_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table snippets add constraint snippets_forked_from_fkey FOREIGN KEY (forked_from) REFERENCES items(id) ON DELETE SET NULL;
alter table snippets add constraint snippets_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table sources add constraint sources_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table sources add constraint sources_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table space_invitations add constraint space_invitations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE CASCADE;
alter table space_invitations add constraint space_invitations_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table space_members add constraint space_members_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table space_members add constraint space_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table spaces add constraint spaces_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE SET NULL;
alter table split_rules add constraint split_rules_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundles(id) ON DELETE CASCADE;
alter table split_rules add constraint split_rules_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table split_rules add constraint split_rules_set_by_fkey FOREIGN KEY (set_by) REFERENCES users(id) ON DELETE SET NULL;
alter table split_rules add constraint split_rules_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table split_shares add constraint split_shares_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES split_rules(id) ON DELETE CASCADE;
alter table split_shares add constraint split_shares_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table standings add constraint standings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table status_entries add constraint status_entries_list_id_fkey FOREIGN KEY (list_id) REFERENCES status_lists(id);
alter table submissions add constraint submissions_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignments(id) ON DELETE CASCADE;
alter table submissions add constraint submissions_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES users(id) ON DELETE SET NULL;
alter table submissions add constraint submissions_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table submissions add constraint submissions_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table submissions add constraint submissions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table subscription_bills add constraint subscription_bills_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id) ON DELETE RESTRICT;
alter table subscription_bills add constraint subscription_bills_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table subscription_bills add constraint subscription_bills_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id) ON DELETE CASCADE;
alter table subscription_events add constraint subscription_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table subscription_events add constraint subscription_events_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id) ON DELETE CASCADE;
alter table subscriptions add constraint subscriptions_next_offer_id_fkey FOREIGN KEY (next_offer_id) REFERENCES offers(id) ON DELETE RESTRICT;
alter table subscriptions add constraint subscriptions_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id) ON DELETE RESTRICT;
alter table subscriptions add constraint subscriptions_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE RESTRICT;
alter table subscriptions add constraint subscriptions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table suspensions add constraint suspensions_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
alter table suspensions add constraint suspensions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table tag_synonyms add constraint tag_synonyms_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE;
alter table tax_rates add constraint tax_rates_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table team_members add constraint team_members_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id) REFERENCES organisation_members(organisation_id, user_id) ON DELETE CASCADE;
alter table team_members add constraint team_members_team_id_organisation_id_fkey FOREIGN KEY (team_id, organisation_id) REFERENCES organisation_teams(id, organisation_id) ON DELETE CASCADE;
alter table text_checks add constraint text_checks_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
alter table text_checks add constraint text_checks_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table text_checks add constraint text_checks_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table text_examples add constraint text_examples_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table text_examples add constraint text_examples_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table text_models add constraint text_models_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id) ON DELETE SET NULL;
alter table text_signature_bands add constraint text_signature_bands_signature_id_fkey FOREIGN KEY (signature_id) REFERENCES text_signatures(id) ON DELETE CASCADE;
alter table text_signatures add constraint text_signatures_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
alter table text_signatures add constraint text_signatures_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table text_signatures add constraint text_signatures_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table tier_members add constraint tier_members_tier_id_fkey FOREIGN KEY (tier_id) REFERENCES tiers(id) ON DELETE RESTRICT;
alter table tier_members add constraint tier_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table tier_spaces add constraint tier_spaces_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE;
alter table tier_spaces add constraint tier_spaces_tier_id_fkey FOREIGN KEY (tier_id) REFERENCES tiers(id) ON DELETE CASCADE;
alter table tips add constraint tips_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table tips add constraint tips_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE SET NULL;
alter table tips add constraint tips_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE RESTRICT;
alter table tips add constraint tips_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES users(id) ON DELETE RESTRICT;
alter table training_extensions add constraint training_extensions_training_id_fkey FOREIGN KEY (training_id) REFERENCES trainings(id) ON DELETE CASCADE;
alter table training_extensions add constraint training_extensions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table training_reminders add constraint training_reminders_training_id_fkey FOREIGN KEY (training_id) REFERENCES trainings(id) ON DELETE CASCADE;
alter table training_reminders add constraint training_reminders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table trainings add constraint trainings_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table trainings add constraint trainings_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL;
alter table trainings add constraint trainings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE;
alter table trainings add constraint trainings_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id) REFERENCES organisation_members(organisation_id, user_id) ON DELETE CASCADE;
alter table trainings add constraint trainings_path_id_fkey FOREIGN KEY (path_id) REFERENCES paths(id) ON DELETE CASCADE;
alter table trainings add constraint trainings_team_id_fkey FOREIGN KEY (team_id) REFERENCES organisation_teams(id) ON DELETE CASCADE;
alter table two_factors add constraint two_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table upheld_decisions add constraint upheld_decisions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table upload_pieces add constraint upload_pieces_media_id_fkey FOREIGN KEY (media_id) REFERENCES uploads(media_id) ON DELETE CASCADE;
alter table uploads add constraint uploads_media_id_fkey FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE CASCADE;
alter table user_badges add constraint user_badges_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table version_lessons add constraint version_lessons_course_id_version_section_fkey FOREIGN KEY (course_id, version, section) REFERENCES version_sections(course_id, version, number) ON DELETE CASCADE;
alter table version_lessons add constraint version_lessons_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE;
alter table version_lessons add constraint version_lessons_lesson_id_revision_fkey FOREIGN KEY (lesson_id, revision) REFERENCES lesson_revisions(lesson_id, number) ON DELETE CASCADE;
alter table version_sections add constraint version_sections_course_id_version_fkey FOREIGN KEY (course_id, version) REFERENCES course_versions(course_id, number) ON DELETE CASCADE;
alter table visit_days add constraint visit_days_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table votes add constraint votes_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id) ON DELETE CASCADE;
alter table votes add constraint votes_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE;
alter table votes add constraint votes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table waiting_earnings add constraint waiting_earnings_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE;
alter table xapi_deliveries add constraint xapi_deliveries_number_fkey FOREIGN KEY (number) REFERENCES xapi_statements(number) ON DELETE CASCADE;
alter table xapi_statements add constraint xapi_statements_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses(item_id) ON DELETE CASCADE;
alter table xapi_statements add constraint xapi_statements_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

-- Triggers

CREATE TRIGGER badge_awards_counted AFTER INSERT OR DELETE OR UPDATE OF withdrawn_at ON badge_awards FOR EACH ROW EXECUTE FUNCTION count_badge_awards();
CREATE TRIGGER board_scores_added AFTER INSERT ON board_scores REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_board_scores();
CREATE TRIGGER board_scores_moved AFTER UPDATE ON board_scores REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_board_scores();
CREATE TRIGGER board_scores_removed AFTER DELETE ON board_scores REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_board_scores();
CREATE TRIGGER enrolments_deleted AFTER DELETE ON enrolments REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_learners_deleted();
CREATE TRIGGER enrolments_inserted AFTER INSERT ON enrolments REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION count_learners_inserted();
CREATE TRIGGER enrolments_updated AFTER UPDATE ON enrolments REFERENCING OLD TABLE AS gone NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION count_learners();
CREATE TRIGGER invoices_kept BEFORE DELETE OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION invoices_kept();
CREATE TRIGGER item_tags_deleted AFTER DELETE ON item_tags REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_tagged();
CREATE TRIGGER item_tags_filled BEFORE INSERT ON item_tags FOR EACH ROW EXECUTE FUNCTION fill_item_tag();
CREATE TRIGGER item_tags_inserted AFTER INSERT ON item_tags REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_tagged();
CREATE TRIGGER item_tags_visible AFTER UPDATE OF visible ON item_tags FOR EACH ROW WHEN (old.visible <> new.visible) EXECUTE FUNCTION recount_tag();
CREATE TRIGGER items_deleted AFTER DELETE ON items REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_items();
CREATE TRIGGER items_inserted AFTER INSERT ON items REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_items();
CREATE TRIGGER items_listed BEFORE INSERT OR UPDATE OF space_id, listed ON items FOR EACH ROW EXECUTE FUNCTION list_item();
CREATE TRIGGER items_moved AFTER UPDATE OF status, space_id ON items FOR EACH ROW WHEN ((old.status = 'published'::text) <> (new.status = 'published'::text) OR old.space_id <> new.space_id) EXECUTE FUNCTION recount_space();
CREATE TRIGGER items_search_followed AFTER UPDATE OF status, access, space_id, author_id, part_of, score, accepted_reply_id, published_at ON items FOR EACH ROW WHEN (old.status IS DISTINCT FROM new.status OR old.access IS DISTINCT FROM new.access OR old.space_id IS DISTINCT FROM new.space_id OR old.author_id IS DISTINCT FROM new.author_id OR old.part_of IS DISTINCT FROM new.part_of OR old.score IS DISTINCT FROM new.score OR old.accepted_reply_id IS DISTINCT FROM new.accepted_reply_id OR old.published_at IS DISTINCT FROM new.published_at) EXECUTE FUNCTION search_follow_item();
CREATE TRIGGER items_sorted AFTER UPDATE OF status, space_id, listed, score, answer_count, closed_at, published_at, last_activity_at ON items FOR EACH ROW EXECUTE FUNCTION sort_tags_of_item();
CREATE TRIGGER items_version BEFORE UPDATE OF title, excerpt, language, difficulty, status, access, tag_slugs, revision, score, price_amount, price_currency, part_of, part_number, community_wiki, reaction_counts, reply_count, answer_count, comment_count, accepted_reply_id, bounty_amount, bounty_ends_at, author_id, author_name, space_id, closed_at, locked_at, pinned_at, last_activity_at, edited_at, version ON items FOR EACH ROW EXECUTE FUNCTION bump_item_version();
CREATE CONSTRAINT TRIGGER ledger_entries_balanced AFTER INSERT ON ledger_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_balanced();
CREATE TRIGGER ledger_entries_kept BEFORE DELETE OR UPDATE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE CONSTRAINT TRIGGER ledger_transfers_balanced AFTER INSERT ON ledger_transfers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balanced();
CREATE TRIGGER ledger_transfers_kept BEFORE DELETE OR UPDATE ON ledger_transfers FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER lesson_revisions_immutable BEFORE UPDATE OF number, title, source, html, headings, paragraphs, data, media_id ON lesson_revisions FOR EACH ROW EXECUTE FUNCTION keep_published_revision();
CREATE TRIGGER media_left AFTER DELETE ON media FOR EACH ROW EXECUTE FUNCTION media_left();
CREATE TRIGGER orders_reservations BEFORE UPDATE OF status ON orders FOR EACH ROW WHEN (old.status IS DISTINCT FROM new.status) EXECUTE FUNCTION orders_reservations();
CREATE TRIGGER organisation_members_counted AFTER INSERT OR DELETE ON organisation_members FOR EACH ROW EXECUTE FUNCTION count_organisation_members();
CREATE TRIGGER path_learners_counted AFTER INSERT OR DELETE OR UPDATE ON path_learners FOR EACH ROW EXECUTE FUNCTION count_path_learners();
CREATE TRIGGER point_entries_kept BEFORE DELETE OR UPDATE ON point_entries FOR EACH ROW EXECUTE FUNCTION standing_append_only();
CREATE TRIGGER point_entries_noted AFTER INSERT ON point_entries REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_board_entries('points');
CREATE TRIGGER replies_deleted AFTER DELETE ON replies REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bump_item_of_reply();
CREATE TRIGGER replies_inserted AFTER INSERT ON replies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bump_item_of_reply();
CREATE TRIGGER replies_updated AFTER UPDATE ON replies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bump_item_of_reply();
CREATE TRIGGER reputation_entries_kept BEFORE DELETE OR UPDATE ON reputation_entries FOR EACH ROW EXECUTE FUNCTION standing_append_only();
CREATE TRIGGER reputation_entries_noted AFTER INSERT ON reputation_entries REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_board_entries('reputation');
CREATE TRIGGER restraints_changed AFTER INSERT OR UPDATE ON restraints FOR EACH ROW EXECUTE FUNCTION tell_suspension();
CREATE TRIGGER review_votes_counted AFTER INSERT OR DELETE ON review_votes FOR EACH ROW EXECUTE FUNCTION count_helpful();
CREATE TRIGGER reviews_counted AFTER INSERT OR DELETE OR UPDATE OF rating, hidden_at ON reviews FOR EACH ROW EXECUTE FUNCTION count_stars();
CREATE TRIGGER rule_tables_kept BEFORE UPDATE ON rule_tables FOR EACH ROW EXECUTE FUNCTION rule_tables_kept();
CREATE TRIGGER scorm_packages_left AFTER DELETE ON scorm_packages FOR EACH ROW EXECUTE FUNCTION leave_scorm_bytes();
CREATE TRIGGER sessions_ended AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION tell_session_ended();
CREATE TRIGGER space_members_deleted AFTER DELETE ON space_members REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_members();
CREATE TRIGGER space_members_inserted AFTER INSERT ON space_members REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_members();
CREATE TRIGGER spaces_listed AFTER UPDATE OF access ON spaces FOR EACH ROW WHEN ((old.access = 'private'::text) <> (new.access = 'private'::text)) EXECUTE FUNCTION list_items_of_space();
CREATE CONSTRAINT TRIGGER split_rules_whole AFTER INSERT ON split_rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION split_is_whole();
CREATE CONSTRAINT TRIGGER split_shares_whole AFTER INSERT OR UPDATE ON split_shares DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION split_is_whole();
CREATE TRIGGER status_entries_kept BEFORE DELETE OR UPDATE ON status_entries FOR EACH ROW EXECUTE FUNCTION keep_status();
CREATE TRIGGER suspensions_changed AFTER INSERT OR UPDATE ON suspensions FOR EACH ROW EXECUTE FUNCTION tell_suspension();
CREATE TRIGGER users_changed AFTER UPDATE OF handle, name, image, face, role, locale, time_zone, email_verified, unread_count, two_factor_enabled, level ON users FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION tell_person_changed();
CREATE TRIGGER version_lessons_immutable BEFORE UPDATE ON version_lessons FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER version_sections_immutable BEFORE UPDATE ON version_sections FOR EACH ROW EXECUTE FUNCTION refuse_change();
