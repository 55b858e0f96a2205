import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { LessonId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { beginCourse } from '../courses/index.ts';
import { copyHolds, holdMedia, releaseMedia } from '../media/index.ts';
import type { Assignment, LessonKey } from './assignment.ts';
import { closesAt, daysLate, dueOf } from './due.ts';
import { assignmentError } from './errors.ts';
import { extensionOf } from './extension.ts';
import { openAssignment } from './open-lesson.ts';
import { filesOf, findSubmission, roundsOf, type Submission } from './submission.ts';

export const workSchema = z.object({
	source: z
		.string('common.bad_value')
		.max(100_000, 'content.too_long')
		.transform((text) => text.replace(/\r\n?/g, '\n').trimEnd())
		.refine((text) => text.isWellFormed(), 'common.bad_value')
		.optional(),
	link: z.string('common.bad_value').trim().max(2000, 'assignments.link_shape').optional(),
});
export type WorkInput = z.input<typeof workSchema>;

/** Whether another round may be begun after these, the last one first. */
export function mayBegin(assignment: Pick<Assignment, 'rounds'>, rounds: readonly Submission[]): boolean {
	const [last] = rounds;
	if (!last) return true;
	if (last.state !== 'failed') return false;
	// What was returned does not use a round up: its author was asked to go on.
	const used = rounds.filter(({ state }) => state === 'failed').length;
	return assignment.rounds === null || used < assignment.rounds;
}

/** Two devices that begin at once take turns here. */
async function oneByOne(tx: Tx, userId: UserId, lessonId: LessonId): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`assignment ${lessonId} ${userId}`}, 0))`.execute(
		tx,
	);
}

/** The draft, begun when there is none: it begins with what was handed in last. */
async function draftOf(
	tx: Tx,
	{ userId, assignment }: { userId: UserId; assignment: Assignment },
	{ courseId, lessonId }: LessonKey,
): Promise<Submission> {
	await oneByOne(tx, userId, lessonId);
	const rounds = await roundsOf(tx, userId, lessonId);
	const [last] = rounds;
	if (last?.state === 'draft') return last;
	if (!mayBegin(assignment, rounds))
		throw assignmentError(
			last?.state === 'waiting' || last?.state === 'peers' ? 'no_draft' : 'no_rounds_left',
		);
	await beginCourse(tx, userId, courseId);
	return beginRound(tx, { userId, assignmentId: assignment.id, courseId, lessonId }, last ?? null);
}

/** Begins a round with what the one before had. */
export async function beginRound(
	tx: Tx,
	of: LessonKey & { userId: UserId; assignmentId: number },
	last: Submission | null,
): Promise<Submission> {
	const at = now();
	const { id } = await tx
		.insertInto('submissions')
		.values({
			assignment_id: of.assignmentId,
			lesson_id: of.lessonId,
			course_id: of.courseId,
			user_id: of.userId,
			round: (last?.round ?? 0) + 1,
			source: last?.source ?? '',
			link: last?.link ?? '',
			started_at: at,
			edited_at: at,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	if (last) await copyHolds(tx, { holder: 'submission', from: last.id, to: id });
	return (await findSubmission(tx, id)) as Submission;
}

/**
 * Keeps a draft; a page does it by itself from time to time. What is not named stays.
 *
 * @throws common.invalid_input, courses.lesson_not_found, courses.held, assignments.not_an_assignment,
 *   assignments.no_draft while one waits to be marked, assignments.no_rounds_left; refusals of `requireActing`
 */
export async function saveDraft(
	db: Db,
	actor: Actor,
	key: LessonKey,
	input: WorkInput = {},
): Promise<{ id: number; round: number }> {
	const given = validate(workSchema, input);
	const open = await openAssignment(db, actor, key);
	return inTransaction(db, async (tx) => {
		const { id, round } = await draftOf(tx, open, key);
		await writeDraft(tx, id, given);
		return { id, round };
	});
}

async function writeDraft(tx: Tx, id: number, { source, link }: z.output<typeof workSchema>): Promise<void> {
	if (source === undefined && link === undefined) return;
	await tx
		.updateTable('submissions')
		.set({
			...(source === undefined ? {} : { source }),
			...(link === undefined ? {} : { link }),
			edited_at: now(),
		})
		.where('id', '=', id)
		.execute();
}

/**
 * Puts a file into the draft.
 *
 * @throws what {@link saveDraft} throws; assignments.too_many_files, media.not_found, common.forbidden when it is somebody else's
 */
export async function attachFile(db: Db, actor: Actor, key: LessonKey, mediaId: number): Promise<void> {
	const open = await openAssignment(db, actor, key);
	await inTransaction(db, async (tx) => {
		const draft = await draftOf(tx, open, key);
		const files = (await filesOf(tx, [draft.id])).get(draft.id) ?? [];
		if (files.some(({ id }) => id === mediaId)) return;
		if (files.length >= open.assignment.mostFiles)
			throw assignmentError('too_many_files', { params: { most: open.assignment.mostFiles } });
		await holdMedia(tx, actor, { mediaId, holder: 'submission', holderId: draft.id });
	});
}

/** Takes a file out of the draft. @throws what {@link saveDraft} throws; assignments.file_not_found */
export async function detachFile(db: Db, actor: Actor, key: LessonKey, mediaId: number): Promise<void> {
	const open = await openAssignment(db, actor, key);
	await inTransaction(db, async (tx) => {
		const draft = await draftOf(tx, open, key);
		const files = (await filesOf(tx, [draft.id])).get(draft.id) ?? [];
		if (!files.some(({ id }) => id === mediaId)) throw assignmentError('file_not_found');
		await releaseMedia(tx, { mediaId, holder: 'submission', holderId: draft.id });
	});
}

/**
 * Hands the draft in: to mentors, or first to other learners where the assignment says so. It does not change any more.
 *
 * @throws what {@link saveDraft} throws; assignments.nothing_handed_in, assignments.link_shape, assignments.file_not_ready,
 *   assignments.too_late; content.too_complex
 */
export async function handIn(
	db: Db,
	actor: Actor,
	key: LessonKey,
	input: WorkInput = {},
): Promise<{ id: number; round: number; lateDays: number }> {
	const given = validate(workSchema, input);
	const open = await openAssignment(db, actor, key);
	const { assignment, userId } = open;
	if (given.link) checkLink(given.link);
	const kept = (await roundsOf(db, userId, key.lessonId)).find(({ state }) => state === 'draft');
	const source = given.source ?? kept?.source ?? '';
	// Rendered before the transaction: a long text takes its time.
	const rendered = source.trim() ? await renderMarkdown(source) : null;
	return inTransaction(db, async (tx) => {
		const draft = await draftOf(tx, open, key);
		const link = given.link ?? draft.link;
		if (link) checkLink(link);
		const files = (await filesOf(tx, [draft.id])).get(draft.id) ?? [];
		const whole = files.filter(({ status }) => status !== 'refused' && status !== 'failed');
		if (whole.some(({ status }) => status === 'uploading' || status === 'received'))
			throw assignmentError('file_not_ready');
		if (!source.trim() && !link && whole.length === 0)
			throw assignmentError('nothing_handed_in', { fields: { source: 'assignments.nothing_handed_in' } });
		const at = now();
		// Later rounds were asked for after the day: they cannot be late for it.
		const due =
			draft.round === 1
				? ((await extensionOf(tx, userId, key.lessonId)) ?? dueOf(assignment, open.startedAt ?? at))
				: null;
		const closes = closesAt(assignment, due);
		if (closes && at > closes) throw assignmentError('too_late');
		const lateDays = daysLate(due, at);
		const toPeers = assignment.reviews > 0 && !(await wasMentors(tx, draft));
		await tx
			.updateTable('submissions')
			.set({
				assignment_id: assignment.id,
				source,
				link,
				html: rendered?.html ?? '',
				has_math: rendered?.hasMath ?? false,
				edited_at: at,
				submitted_at: at,
				due_at: due,
				late_days: lateDays,
				state: toPeers ? 'peers' : 'waiting',
				waits_since: toPeers ? null : at,
				waits_for: toPeers ? null : 'handed-in',
			})
			.where('id', '=', draft.id)
			.execute();
		await emit(tx, userId, 'assignments.submitted', {
			courseId: key.courseId,
			lessonId: key.lessonId,
			submissionId: draft.id,
			learnerId: userId,
			round: draft.round,
		});
		if (!toPeers)
			await emit(tx, userId, 'assignments.waits', {
				courseId: key.courseId,
				lessonId: key.lessonId,
				submissionId: draft.id,
				learnerId: userId,
				waitsFor: 'handed-in',
			});
		return { id: draft.id, round: draft.round, lateDays };
	});
}

/** A mentor who returned a work or marked it looks at what came of that. */
async function wasMentors(tx: Tx, { userId, lessonId, round }: Submission): Promise<boolean> {
	if (round === 1) return false;
	const { rows } = await sql<{ byPeers: boolean }>`select k.by_peers as "byPeers" from markings k
		join submissions s on s.id = k.submission_id
		where s.user_id = ${userId} and s.lesson_id = ${lessonId} and s.round = ${round - 1}
		order by k.id desc limit 1`.execute(tx);
	return rows[0]?.byPeers === false;
}

function checkLink(link: string): void {
	const url = URL.canParse(link) ? new URL(link) : null;
	if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
		throw assignmentError('link_shape', { fields: { link: 'assignments.link_shape' } });
}
