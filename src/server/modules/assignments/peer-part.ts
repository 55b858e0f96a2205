import type { LessonId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Assignment } from './assignment.ts';

/** A review that somebody is to write, or has written. */
export interface OwnReview {
	id: number;
	dueAt: Date;
	doneAt: Date | null;
	/** What its receiver said of it, 1 to 5. */
	rating: number | null;
}

/** A review that somebody was given; who wrote it is not told. */
export interface ReceivedReview {
	id: number;
	submissionId: number;
	chosen: number[];
	remarks: string[];
	comment: string;
	rating: number | null;
}

/** Reviewing each other, as one learner has it before them. */
export interface PeerPart {
	/** Samples to be marked before the first review, and how many of them are. */
	samples: number;
	calibrated: number;
	mine: OwnReview[];
	received: ReceivedReview[];
	/** Mean of what receivers said of my reviews; null before anybody did. */
	rated: { mean: number; count: number } | null;
}

/** At most three statements. */
export async function readPeerPart(
	db: Db,
	userId: UserId,
	lessonId: LessonId,
	assignment: Pick<Assignment, 'samples'>,
): Promise<PeerPart> {
	const [mine, received, calibrated] = await Promise.all([
		sql<OwnReview>`select id, due_at as "dueAt", done_at as "doneAt", rating from peer_reviews
			where reviewer_id = ${userId} and lesson_id = ${lessonId} order by id limit 100`.execute(db),
		// In an order that does not follow from who came first.
		sql<ReceivedReview>`select p.id, p.submission_id as "submissionId", p.chosen, p.remarks, p.comment, p.rating
			from peer_reviews p join submissions s on s.id = p.submission_id
			where s.user_id = ${userId} and s.lesson_id = ${lessonId} and p.done_at is not null and s.state <> 'peers'
			order by md5(p.id::text) limit 100`.execute(db),
		calibratedKeys(db, userId, lessonId),
	]);
	const ratings = mine.rows.flatMap(({ rating }) => (rating === null ? [] : [rating]));
	return {
		samples: assignment.samples.length,
		calibrated: assignment.samples.filter(({ key }) => calibrated.has(key)).length,
		mine: mine.rows,
		received: received.rows,
		rated:
			ratings.length === 0
				? null
				: { mean: ratings.reduce((sum, one) => sum + one, 0) / ratings.length, count: ratings.length },
	};
}

/** Keys of the samples that somebody has marked at a lesson. */
export async function calibratedKeys(db: Db, userId: UserId, lessonId: LessonId): Promise<Set<string>> {
	const rows = await db
		.selectFrom('calibrations')
		.select('sample_key')
		.where('lesson_id', '=', lessonId)
		.where('user_id', '=', userId)
		.execute();
	return new Set(rows.map(({ sample_key }) => sample_key));
}
