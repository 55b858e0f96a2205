import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { findMedia, type Medium } from '../media/index.ts';

export type SubmissionState = 'draft' | 'peers' | 'waiting' | 'returned' | 'passed' | 'failed';

/** Why a work waits for a mentor: it was handed in, too few reviewed it, they were too far apart, or its author appeals. */
export type WaitsFor = 'handed-in' | 'few' | 'apart' | 'appeal';

/** One round of one learner's work. */
export interface Submission {
	id: number;
	assignmentId: number;
	lessonId: LessonId;
	courseId: ItemId;
	userId: UserId;
	round: number;
	source: string;
	html: string;
	hasMath: boolean;
	link: string;
	editedAt: Date;
	submittedAt: Date | null;
	dueAt: Date | null;
	lateDays: number;
	state: SubmissionState;
	waitsSince: Date | null;
	waitsFor: WaitsFor | null;
	claimedBy: UserId | null;
	claimedAt: Date | null;
	allocatedAt: Date | null;
	reviewsDueAt: Date | null;
	appeal: string | null;
	appealedAt: Date | null;
}

/** How a work was marked, as its author sees it. */
export interface Marking {
	id: number;
	submissionId: number;
	/** null where other learners marked it together. */
	marker: { handle: string; name: string } | null;
	byPeers: boolean;
	/** Places of levels; null where peers marked, or nothing was chosen. */
	chosen: number[] | null;
	/** Of each criterion, 0 to 1. */
	shares: number[];
	remarks: string[];
	/** HTML. */
	comment: string;
	points: number;
	/** 0 to 1, what lateness took is in it. */
	score: number;
	outcome: 'returned' | 'passed' | 'failed';
	/** Of peers: standard deviation of their scores, and how many there were. */
	spread: number | null;
	reviewers: number | null;
	at: Date;
}

export const submissionColumns = sql<Submission>`s.id, s.assignment_id as "assignmentId", s.lesson_id as "lessonId",
	s.course_id as "courseId", s.user_id as "userId", s.round, s.source, s.html, s.has_math as "hasMath", s.link,
	s.edited_at as "editedAt", s.submitted_at as "submittedAt", s.due_at as "dueAt", s.late_days as "lateDays", s.state,
	s.waits_since as "waitsSince", s.waits_for as "waitsFor", s.claimed_by as "claimedBy", s.claimed_at as "claimedAt",
	s.allocated_at as "allocatedAt", s.reviews_due_at as "reviewsDueAt", s.appeal, s.appealed_at as "appealedAt"`;

/** All rounds of a learner's work at a lesson, the last one first. One statement. */
export async function roundsOf(db: Db, userId: UserId, lessonId: LessonId): Promise<Submission[]> {
	const { rows } = await sql<Submission>`select ${submissionColumns} from submissions s
		where s.user_id = ${userId} and s.lesson_id = ${lessonId} order by s.round desc limit 100`.execute(db);
	return rows;
}

/** @param lock takes it for the rest of the transaction */
export async function findSubmission(db: Db, id: number, lock = false): Promise<Submission | null> {
	const { rows } = await sql<Submission>`select ${submissionColumns} from submissions s where s.id = ${id}
		${lock ? sql`for update` : sql``}`.execute(db);
	return rows[0] ?? null;
}

/** How these works were marked, by work, the last marking first; what mentors keep among themselves is in `notes` only. */
export async function markingsOf(
	db: Db,
	ids: readonly number[],
): Promise<{ markings: Map<number, Marking[]>; notes: Map<number, string> }> {
	const markings = new Map<number, Marking[]>();
	const notes = new Map<number, string>();
	if (ids.length === 0) return { markings, notes };
	const { rows } = await sql<
		Omit<Marking, 'marker'> & { handle: string | null; name: string | null; note: string }
	>`select k.id, k.submission_id as "submissionId", u.handle, u.name, k.by_peers as "byPeers", k.chosen, k.shares, k.remarks,
			k.comment_html as comment, k.private_note as note, k.points, k.score, k.outcome, k.spread, k.reviewers, k.created_at as at
		from markings k left join users u on u.id = k.marker_id
		where k.submission_id = any(${ids}::bigint[]) order by k.id desc limit 500`.execute(db);
	for (const { handle, name, note, ...row } of rows) {
		const marker = handle === null || name === null ? null : { handle, name };
		markings.set(row.submissionId, [...(markings.get(row.submissionId) ?? []), { ...row, marker }]);
		if (note) notes.set(row.id, note);
	}
	return { markings, notes };
}

/** A file of a work, as it is shown beside it. */
export type SubmittedFile = Pick<Medium, 'id' | 'name' | 'bytes' | 'status' | 'kind' | 'refusal'>;

/** The files of works, by work. Two statements. */
export async function filesOf(db: Db, ids: readonly number[]): Promise<Map<number, SubmittedFile[]>> {
	const files = new Map<number, SubmittedFile[]>();
	if (ids.length === 0) return files;
	const held = await db
		.selectFrom('media_holders')
		.select(['media_id', 'holder_id'])
		.where('holder', '=', 'submission')
		.where('holder_id', 'in', ids)
		.orderBy('media_id')
		.execute();
	const media = new Map(
		(
			await findMedia(
				db,
				held.map(({ media_id }) => media_id),
			)
		).map((one) => [one.id, one]),
	);
	for (const { media_id, holder_id } of held) {
		const medium = media.get(media_id);
		if (!medium) continue;
		const { id, name, bytes, status, kind, refusal } = medium;
		files.set(holder_id, [...(files.get(holder_id) ?? []), { id, name, bytes, status, kind, refusal }]);
	}
	return files;
}
