-- Courses have a picture of their own. Its address is kept beside its file: pictures never change, and lists must not join for it.
alter table courses
	add column cover text not null default '' check (length(cover) <= 100),
	add column cover_alt text not null default '' check (length(cover_alt) <= 300),
	add column cover_media_id bigint references media on delete set null;
create index courses_cover_idx on courses (cover_media_id) where cover_media_id is not null;

-- Who goes over to another version, or completes nothing, is no other number of learners: the row of the course, for
-- which everybody waits who begins it, is then not written at all.
create or replace function count_learners() returns trigger language plpgsql as $$
begin
	update courses set learner_count = learner_count + n, completed_count = completed_count + done
		from (select course_id, sum(n)::int as n, sum(done)::int as done from (
			select course_id, 1 as n, (completed_at is not null)::int as done from entered
			union all select course_id, -1, -(completed_at is not null)::int from gone) as one group by course_id
			having sum(n) <> 0 or sum(done) <> 0) as counted
		where item_id = course_id;
	return null;
end $$;
