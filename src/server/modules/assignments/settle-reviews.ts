import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { aggregate, limits, type Reliability, reliabilityOf } from './aggregate.ts';
import { type Assignment, findAssignment } from './assignment.ts';
import { decide } from './mark.ts';
import { most, sharesOf } from './rubric.ts';
import { findSubmission } from './submission.ts';
import { toMentor } from './to-mentor.ts';

/** So many reviews must be there for peers to decide: two thirds of those wanted, and two where two were wanted. */
export function enough(wanted: number): number {
	return Math.min(wanted, Math.max(2, Math.ceil(wanted * limits.reviews - 1e-9)));
}

/**
 * How reliable each of these reviewers is at this assignment: by the samples they marked, and by what they said of works
 * that are decided since, compared with how those were marked in the end.
 *
 * @param except the work that is to be settled: it is no evidence of itself
 * @returns everybody asked for, also who marked nothing
 */
export async function reliabilities(
	db: Db,
	assignment: Pick<Assignment, 'id' | 'rubric' | 'samples'>,
	lessonId: number,
	reviewerIds: readonly number[],
	except: number,
): Promise<Map<number, Reliability>> {
	const differences = new Map<number, number[]>(reviewerIds.map((id) => [id, []]));
	const compare = (userId: number, chosen: readonly number[], truth: readonly number[]) =>
		differences
			.get(userId)
			?.push(...sharesOf(assignment.rubric, chosen).map((share, at) => share - (truth[at] as number)));
	if (reviewerIds.length > 0) {
		const [marked, earlier] = await Promise.all([
			db
				.selectFrom('calibrations')
				.select(['user_id', 'sample_key', 'chosen'])
				.where('lesson_id', '=', lessonId)
				.where('user_id', 'in', reviewerIds)
				.execute(),
			sql<{
				userId: number;
				chosen: number[];
				truth: number[];
			}>`select p.reviewer_id as "userId", p.chosen, k.shares as truth
				from peer_reviews p join submissions s on s.id = p.submission_id
					cross join lateral (select m.shares, m.chosen, m.by_peers from markings m where m.submission_id = s.id order by m.id desc limit 1) k
				where p.reviewer_id = any(${reviewerIds}::bigint[]) and p.lesson_id = ${lessonId} and p.chosen is not null
					and s.assignment_id = ${assignment.id} and s.id <> ${except} and s.state in ('passed', 'failed')
					and (k.by_peers or k.chosen is not null) limit 2000`.execute(db),
		]);
		for (const { user_id, sample_key, chosen } of marked) {
			const sample = assignment.samples.find(({ key }) => key === sample_key);
			if (sample) compare(user_id, chosen, sharesOf(assignment.rubric, sample.chosen));
		}
		for (const { userId, chosen, truth } of earlier.rows) compare(userId, chosen, truth);
	}
	return new Map([...differences].map(([id, list]) => [id, reliabilityOf(list)]));
}

/**
 * Settles a work that others review, when all have done so or their time is over: marked by them together, or given to a
 * mentor when too few came or they are too far apart.
 *
 * @returns whether it is settled now
 */
export async function settleReviews(tx: Tx, submissionId: number): Promise<boolean> {
	const submission = await findSubmission(tx, submissionId, true);
	if (submission?.state !== 'peers' || submission.reviewsDueAt === null) return false;
	const reviews = await tx
		.selectFrom('peer_reviews')
		.select(['reviewer_id', 'chosen', 'done_at'])
		.where('submission_id', '=', submissionId)
		.execute();
	const done = reviews.flatMap(({ reviewer_id, chosen }) => (chosen ? [{ reviewer_id, chosen }] : []));
	if (done.length < reviews.length && submission.reviewsDueAt > now()) return false;
	const assignment = (await findAssignment(tx, submission.courseId, submission.assignmentId)) as Assignment;
	if (done.length < enough(assignment.reviews)) {
		await toMentor(tx, submissionId, 'few');
		return true;
	}
	const known = await reliabilities(
		tx,
		assignment,
		submission.lessonId,
		done.map(({ reviewer_id }) => reviewer_id),
		submissionId,
	);
	const together = aggregate(
		done.map(({ reviewer_id, chosen }) => ({
			...(known.get(reviewer_id) as Reliability),
			shares: sharesOf(assignment.rubric, chosen),
		})),
		assignment.rubric.map(most),
	);
	if (together.spread > limits.spread) {
		await toMentor(tx, submissionId, 'apart');
		return true;
	}
	await decide(tx, submission, assignment, {
		markerId: null,
		byPeers: true,
		chosen: null,
		shares: together.shares,
		remarks: [],
		comment: '',
		commentHtml: '',
		privateNote: '',
		returned: false,
		spread: together.spread,
		reviewers: done.length,
	});
	return true;
}

/** Settles works whose reviewers' time is over. @returns how many */
export async function settleOverdue(db: Db): Promise<number> {
	const { rows } = await sql<{ id: number }>`select id from submissions where state = 'peers'
		and reviews_due_at <= ${now()} order by reviews_due_at limit 200`.execute(db);
	let settled = 0;
	for (const { id } of rows) if (await inTransaction(db, (tx) => settleReviews(tx, id))) settled += 1;
	return settled;
}
