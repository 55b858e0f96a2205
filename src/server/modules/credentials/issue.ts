import { randomBytes } from 'node:crypto';
import { now } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { readSettings } from '../../platform/settings/index.ts';
import { type Achievement, courseAchievement, pathAchievement } from './achievement.ts';
import { badgeOf, type Certified } from './credential.ts';
import { type Issuer, signingKey } from './issuer.ts';
import { signDocument } from './proof.ts';
import { takePlace } from './status-list.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** An address of 80 bits that nobody guesses. */
function newToken(): string {
	return Array.from(randomBytes(16), (byte) => letters[byte & 31]).join('');
}

/** Whom it is for and what it says, before it has an address and a place in a list. */
interface Award {
	userId: UserId;
	courseId: ItemId | null;
	pathId: number | null;
	/** The award of a badge that it is signed for. */
	badgeAwardId?: number | null;
	achievement: Achievement;
	startedAt: Date | null;
	completedAt: Date;
	replaces?: number;
	nameShown?: boolean;
}

/** Signs what a certificate says. */
export async function signCertificate(tx: Tx, issuer: Issuer, certified: Certified) {
	const { siteName } = await readSettings(tx);
	const badge = badgeOf(certified, { origin: issuer.origin, siteName });
	return signDocument(badge, await signingKey(tx, issuer), now());
}

/** Writes and signs a certificate. @returns its token */
export async function award(tx: Tx, issuer: Issuer, given: Award): Promise<string> {
	const learner = await tx
		.selectFrom('users')
		.select(['name', 'email'])
		.where('id', '=', given.userId)
		.executeTakeFirstOrThrow();
	const nameShown = given.nameShown ?? true;
	const token = newToken();
	const issuedAt = now();
	const place = await takePlace(tx, issuer.origin);
	const credential = await signCertificate(tx, issuer, {
		token,
		achievement: given.achievement,
		name: nameShown ? learner.name : null,
		email: learner.email,
		startedAt: given.startedAt,
		completedAt: given.completedAt,
		issuedAt,
		place,
	});
	const { id } = await tx
		.insertInto('certificates')
		.values({
			token,
			user_id: given.userId,
			course_id: given.courseId,
			path_id: given.pathId,
			badge_award_id: given.badgeAwardId ?? null,
			achievement: JSON.stringify(given.achievement),
			learner_name: learner.name,
			name_shown: nameShown,
			started_at: given.startedAt,
			completed_at: given.completedAt,
			issued_at: issuedAt,
			list_id: place.listId,
			status_index: place.index,
			credential: JSON.stringify(credential),
			replaces: given.replaces ?? null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await emit(tx, null, 'credentials.issued', {
		certificateId: id,
		token,
		learnerId: given.userId,
		title: given.achievement.title,
	});
	return token;
}

/**
 * Issues the certificate of a completed course, once: however often the completion is told, and whether the first one
 * was revoked since or not.
 *
 * @returns its token; null when there is one already, or the course is not completed
 */
export function issueForCourse(
	db: Db,
	issuer: Issuer,
	input: { userId: UserId; courseId: ItemId },
): Promise<string | null> {
	return inTransaction(db, async (tx) => {
		// Who is told of the same completion at the same time waits here, and then finds the certificate.
		const { rows } = await sql<{ started_at: Date; completed_at: Date | null; version: number }>`
			select started_at, completed_at, version from enrolments
				where user_id = ${input.userId} and course_id = ${input.courseId} for no key update`.execute(tx);
		const enrolment = rows[0];
		if (!enrolment?.completed_at) return null;
		const before = await tx
			.selectFrom('certificates')
			.select('id')
			.where('user_id', '=', input.userId)
			.where('course_id', '=', input.courseId)
			.executeTakeFirst();
		if (before) return null;
		const achievement = await courseAchievement(tx, input.courseId, enrolment.version);
		if (!achievement) return null;
		return award(tx, issuer, {
			...input,
			pathId: null,
			achievement,
			startedAt: enrolment.started_at,
			completedAt: enrolment.completed_at,
		});
	});
}

/** Issues the certificate of a completed path, once, where the path gives one. @returns as {@link issueForCourse} */
export function issueForPath(
	db: Db,
	issuer: Issuer,
	input: { userId: UserId; pathId: number },
): Promise<string | null> {
	return inTransaction(db, async (tx) => {
		const { rows } = await sql<{ started_at: Date; completed_at: Date | null }>`
			select l.started_at, l.completed_at from path_learners l join paths p on p.id = l.path_id and p.certificate and p.kind = 'programme'
				where l.user_id = ${input.userId} and l.path_id = ${input.pathId} for no key update of l`.execute(tx);
		const learner = rows[0];
		if (!learner?.completed_at) return null;
		const before = await tx
			.selectFrom('certificates')
			.select('id')
			.where('user_id', '=', input.userId)
			.where('path_id', '=', input.pathId)
			.executeTakeFirst();
		if (before) return null;
		const achievement = await pathAchievement(tx, input.pathId);
		if (!achievement) return null;
		return award(tx, issuer, {
			...input,
			courseId: null,
			achievement,
			startedAt: learner.started_at,
			completedAt: learner.completed_at,
		});
	});
}
