import { randomInt } from 'node:crypto';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { allocate, type Work } from './allocation.ts';
import { toMentor } from './to-mentor.ts';

const DAY = 86_400_000;

/** Milliseconds after which works are given out though too few wait for a whole round. */
export const PATIENCE = 2 * DAY;

interface Pool {
	assignmentId: number;
	courseId: ItemId;
	wanted: number;
	reviewDays: number;
}

/**
 * Finds reviewers where it is time. Works wait in a pool for each assignment: until the day it is due for all; then until
 * so many are there that they can review each other in full (`reviews` + 1), or the first has waited two days. So nobody
 * is left over as the one whom the others had no review for, as would be if each were given out as it comes.
 *
 * @returns reviews that were given out
 */
export async function findReviewers(db: Db): Promise<number> {
	const at = now();
	const { rows } =
		await sql<Pool>`select a.id as "assignmentId", a.course_id as "courseId", a.reviews as wanted, a.review_days as "reviewDays"
		from assignments a join submissions s on s.assignment_id = a.id and s.state = 'peers' and s.allocated_at is null
		where a.due_at is null or a.due_at <= ${at}
		group by a.id having count(*) > a.reviews
			or greatest(min(s.submitted_at), a.due_at) <= ${new Date(at.getTime() - PATIENCE)}
		order by a.id limit 100`.execute(db);
	let given = 0;
	for (const pool of rows) given += await inTransaction(db, (tx) => allocatePool(tx, pool));
	return given;
}

interface Row {
	id: number;
	lessonId: LessonId;
	userId: UserId;
	fresh: boolean;
	closed: boolean;
	reviewers: number[];
}

async function allocatePool(tx: Tx, pool: Pool): Promise<number> {
	const at = now();
	await sql`select pg_advisory_xact_lock(hashtextextended(${`reviews ${pool.assignmentId}`}, 0))`.execute(tx);
	// What waits, then what was given out before: for who comes late, and for works that still lack a reviewer.
	const { rows } = await sql<Row>`select s.id, s.lesson_id as "lessonId", s.user_id as "userId",
			s.state = 'peers' and s.allocated_at is null as fresh, s.state <> 'peers' as closed,
			coalesce((select json_agg(p.reviewer_id) from peer_reviews p where p.submission_id = s.id), '[]') as reviewers
		from submissions s where s.assignment_id = ${pool.assignmentId}
			and (s.state = 'peers' or (s.state in ('passed', 'failed') and s.allocated_at is not null))
		order by s.state = 'peers' and s.allocated_at is null desc, s.state <> 'peers', s.id desc limit 600`.execute(
		tx,
	);
	const fresh = rows.filter((row) => row.fresh);
	if (fresh.length === 0) return 0;
	const works: Work[] = rows.map(({ id, userId, closed, reviewers }) => ({
		id,
		authorId: userId,
		reviewerIds: new Set(reviewers),
		closed,
	}));
	const pairs = allocate(
		works,
		fresh.map(({ userId }) => ({ id: userId, owes: pool.wanted })),
		pool.wanted,
		randomInt(2 ** 31),
	);
	const due = new Date(at.getTime() + pool.reviewDays * DAY);
	const lessonId = fresh[0]!.lessonId;
	if (pairs.length > 0)
		await tx
			.insertInto('peer_reviews')
			.values(
				pairs.map(({ reviewerId, workId }) => ({
					submission_id: workId,
					reviewer_id: reviewerId,
					lesson_id: lessonId,
					allocated_at: at,
					due_at: due,
				})),
			)
			.execute();
	await tx
		.updateTable('submissions')
		.set({ allocated_at: at, reviews_due_at: due })
		.where(
			'id',
			'in',
			fresh.map(({ id }) => id),
		)
		.execute();
	const reviewed = new Set(pairs.map(({ workId }) => workId));
	for (const { id } of fresh) if (!reviewed.has(id)) await toMentor(tx, id, 'few');
	const learnerIds = [...new Set(pairs.map(({ reviewerId }) => reviewerId))];
	if (learnerIds.length > 0)
		await emit(tx, null, 'assignments.reviews-given', { courseId: pool.courseId, lessonId, learnerIds });
	return pairs.length;
}
