/*
 * Where everybody stands, as SQL: the common part of every report. Named parameters: `:organisation`, `:person` (one of
 * them), `:team` (who is in it), `:teams` (who is in one of them: what a lead may see), `:now`; null for no bound. Each
 * block is one pass over what the organisation may see, never a query for each person.
 */

/** Who the report is of. */
export const people = `people as (
	select m.user_id, m.joined_at from organisation_members m
		where m.organisation_id = :organisation::bigint and (:person::bigint is null or m.user_id = :person::bigint)
			and (:team::bigint is null or exists (select from team_members t where t.team_id = :team::bigint and t.user_id = m.user_id))
			and (:teams::bigint[] is null or exists (select from team_members t where t.team_id = any(:teams::bigint[]) and t.user_id = m.user_id))
)`;

/** The trainings that reach them. Who came later than a training has as long for it as the others had; who was given more time has that. */
const reached = `reached as (
	select t.id as training_id, t.course_id, t.path_id, p.user_id, t.team_id,
			greatest(t.created_at, case when t.team_id is null then p.joined_at else x.joined_at end) as since,
			case when t.due_at is not null then greatest(z.due_at,
				greatest(t.created_at, case when t.team_id is null then p.joined_at else x.joined_at end) + (t.due_at - t.created_at)) end as due_at
		from people p join trainings t on t.organisation_id = :organisation::bigint and t.ended_at is null
				and (t.user_id is null or t.user_id = p.user_id)
			left join team_members x on x.team_id = t.team_id and x.user_id = p.user_id
			left join training_extensions z on z.training_id = t.id and z.user_id = p.user_id
		where t.team_id is null or x.user_id is not null
)`;

/**
 * Person and course: what an organisation may see, which is what it gave them to learn, what it has paid a seat for, and
 * what stands in its own space. Nothing else that they learn here is its business.
 */
const seen = `seen as (
	select user_id, course_id from reached where course_id is not null
	union select r.user_id, c.course_id from reached r join path_courses c on c.path_id = r.path_id
	union select p.user_id, q.item_id from people p join seats s on s.user_id = p.user_id
		join seat_pools q on q.id = s.pool_id and q.organisation_id = :organisation::bigint and q.revoked_at is null
		join courses c on c.item_id = q.item_id
	union select p.user_id, e.course_id from people p join seats s on s.user_id = p.user_id
		join seat_pools q on q.id = s.pool_id and q.organisation_id = :organisation::bigint and q.revoked_at is null
		join items i on i.space_id = q.space_id and i.kind = 'course'
		join enrolments e on e.course_id = i.id and e.user_id = p.user_id
	union select p.user_id, e.course_id from people p join organisations o on o.id = :organisation::bigint
		join items i on i.space_id = o.space_id and i.kind = 'course'
		join enrolments e on e.course_id = i.id and e.user_id = p.user_id
)`;

/** How far each came in each course: every number is summed once over the progress of all. */
const learnt = `needed as (
	select v.course_id, v.version, count(*) filter (where v.required)::int as needed from version_lessons v
		where v.course_id in (select course_id from seen) group by 1, 2
), sums as (
	select p.user_id, p.course_id, sum(p.studied_seconds)::int as seconds, avg(p.score)::real as score,
			nullif(max(p.place_at), timestamptz 'epoch') as last_at, count(*) filter (where p.completed_at is not null and v.required)::int as done
		from seen x join lesson_progress p on p.user_id = x.user_id and p.course_id = x.course_id
			left join enrolments e on e.user_id = p.user_id and e.course_id = p.course_id
			left join version_lessons v on v.course_id = p.course_id and v.version = e.version and v.lesson_id = p.lesson_id
		group by 1, 2
), learnt as (
	select x.user_id, x.course_id, e.started_at, e.completed_at, coalesce(n.needed, 0) as needed, coalesce(s.done, 0) as done,
			coalesce(s.seconds, 0) as seconds, s.score, s.last_at
		from seen x join courses c on c.item_id = x.course_id
			left join enrolments e on e.user_id = x.user_id and e.course_id = x.course_id
			left join needed n on n.course_id = x.course_id and n.version = coalesce(e.version, c.version)
			left join sums s on s.user_id = x.user_id and s.course_id = x.course_id
)`;

/** Where each stands in each training: of a path, by the steps of it. */
const standing = `steps as (
	select r.training_id, r.user_id, s.number, least(s.needed, count(c.course_id))::int as needed, count(l.completed_at)::int as done,
			coalesce(bool_or(l.started_at is not null), false) as begun, max(l.completed_at) as last, sum(l.seconds)::int as seconds,
			avg(l.score)::real as score, max(l.last_at) as last_at
		from reached r join path_steps s on s.path_id = r.path_id
			left join path_courses c on c.path_id = s.path_id and c.step = s.number
			left join learnt l on l.user_id = r.user_id and l.course_id = c.course_id
		group by r.training_id, r.user_id, s.number, s.needed
), ways as (
	select training_id, user_id, sum(needed)::int as needed, sum(least(done, needed))::int as done, bool_or(begun) as begun,
			case when bool_and(done >= needed) and sum(needed) > 0 then max(last) end as completed_at, sum(seconds)::int as seconds,
			avg(score)::real as score, max(last_at) as last_at
		from steps group by 1, 2
), stood as (
	select r.training_id, r.user_id, r.course_id, r.path_id, r.since, r.due_at,
			coalesce(l.completed_at, w.completed_at) as completed_at, coalesce(l.needed, w.needed, 0) as needed,
			coalesce(l.done, w.done, 0) as done, coalesce(l.seconds, w.seconds, 0) as seconds, coalesce(l.score, w.score) as score,
			coalesce(l.last_at, w.last_at) as last_at, case when r.course_id is null then coalesce(w.begun, false) else l.started_at is not null end as begun
		from reached r left join learnt l on l.user_id = r.user_id and l.course_id = r.course_id
			left join ways w on w.training_id = r.training_id and w.user_id = r.user_id
), standing as (
	select s.*, case when completed_at is not null then 'done' when due_at < :now::timestamptz then 'overdue'
			when begun then 'under_way' else 'not_begun' end as status
		from stood s
)`;

/** Everything, to stand after `with` and a block named `people`. */
export const standingBlocks = [reached, seen, learnt, standing].join(', ');
