import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type Assignment, findAssignment } from './assignment.ts';
import { CLAIM, submissionToMark } from './mark.ts';
import { mostPoints, scoreOf, sharesOf } from './rubric.ts';
import { reliabilities } from './settle-reviews.ts';
import {
	filesOf,
	type Marking,
	markingsOf,
	roundsOf,
	type Submission,
	type SubmittedFile,
} from './submission.ts';

/** A round as who marks sees it. */
export interface RoundForMarking extends Submission {
	files: SubmittedFile[];
	markings: (Marking & { privateNote: string })[];
}

/** What another learner said of it, with who that was and how far they are to be trusted. */
export interface ReviewForMarking {
	reviewer: { handle: string; name: string };
	chosen: number[] | null;
	remarks: string[];
	comment: string;
	doneAt: Date | null;
	score: number | null;
	/** By their samples: lenient above 0, and how far about the author's marks they are. */
	bias: number;
	deviation: number;
}

/** Everything that who marks a work needs. */
export interface ForMarking {
	submission: Submission;
	author: { handle: string; name: string };
	course: { id: number; title: string };
	lesson: { id: number; title: string; html: string };
	assignment: Assignment;
	mostPoints: number;
	/** All of them, the last one first. */
	rounds: RoundForMarking[];
	reviews: ReviewForMarking[];
	claimedBy: { handle: string; name: string; mine: boolean } | null;
	/** False where a later round is there. */
	open: boolean;
}

/**
 * A work for who marks it.
 *
 * @throws what {@link submissionToMark} throws
 */
export async function readForMarking(db: Db, actor: Actor, id: number): Promise<ForMarking> {
	const { submission, markerId } = await submissionToMark(db, actor, id);
	const { userId, lessonId, courseId, claimedBy, claimedAt } = submission;
	const [assignment, all, { rows }] = await Promise.all([
		findAssignment(db, courseId, submission.assignmentId) as Promise<Assignment>,
		roundsOf(db, userId, lessonId),
		sql<{
			handle: string;
			name: string;
			courseTitle: string;
			lessonTitle: string;
			html: string;
			claimer: string | null;
			claimerName: string | null;
		}>`select u.handle, u.name, i.title as "courseTitle", r.title as "lessonTitle", r.html, c.handle as claimer, c.name as "claimerName"
			from users u, items i, lessons l join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
				left join users c on c.id = ${claimedBy}::bigint
			where u.id = ${userId} and i.id = ${courseId} and l.id = ${lessonId}`.execute(db),
	]);
	const about = rows[0]!;
	const rounds = all.filter(({ state }) => state !== 'draft');
	const ids = rounds.map((one) => one.id);
	const [files, { markings, notes }, reviews] = await Promise.all([
		filesOf(db, ids),
		markingsOf(db, ids),
		reviewsOf(db, submission, assignment),
	]);
	const claims = claimedAt !== null && claimedAt.getTime() > now().getTime() - CLAIM;
	return {
		submission,
		author: { handle: about.handle, name: about.name },
		course: { id: courseId, title: about.courseTitle },
		lesson: { id: lessonId, title: about.lessonTitle, html: about.html },
		assignment,
		mostPoints: mostPoints(assignment.rubric),
		rounds: rounds.map((one) => ({
			...one,
			files: files.get(one.id) ?? [],
			markings: (markings.get(one.id) ?? []).map((marking) => ({
				...marking,
				privateNote: notes.get(marking.id) ?? '',
			})),
		})),
		reviews,
		claimedBy:
			claims && about.claimer !== null && about.claimerName !== null
				? { handle: about.claimer, name: about.claimerName, mine: claimedBy === markerId }
				: null,
		open: rounds[0]?.id === id,
	};
}

async function reviewsOf(
	db: Db,
	{ id, lessonId }: Submission,
	assignment: Assignment,
): Promise<ReviewForMarking[]> {
	const { rows } = await sql<
		Omit<ReviewForMarking, 'reviewer' | 'score' | 'bias' | 'deviation'> & {
			userId: number;
			handle: string;
			name: string;
		}
	>`select p.reviewer_id as "userId", u.handle, u.name, p.chosen, p.remarks, p.comment, p.done_at as "doneAt"
		from peer_reviews p join users u on u.id = p.reviewer_id where p.submission_id = ${id} order by p.id limit 100`.execute(
		db,
	);
	const known = await reliabilities(
		db,
		assignment,
		lessonId,
		rows.map(({ userId }) => userId),
		id,
	);
	return rows.map(({ userId, handle, name, ...row }) => {
		const { bias, variance } = known.get(userId)!;
		return {
			...row,
			reviewer: { handle, name },
			score: row.chosen ? scoreOf(assignment.rubric, sharesOf(assignment.rubric, row.chosen)) : null,
			bias,
			deviation: Math.sqrt(variance),
		};
	});
}
