import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { Achievement } from './achievement.ts';
import { credentialError } from './errors.ts';
import { award, signCertificate } from './issue.ts';
import type { Issuer } from './issuer.ts';
import { revokePlace } from './status-list.ts';

async function lockCertificate(tx: Tx, token: string) {
	const row = await tx
		.selectFrom('certificates')
		.innerJoin('users', 'users.id', 'certificates.user_id')
		.leftJoin('items', 'items.id', 'certificates.course_id')
		.leftJoin('paths', 'paths.id', 'certificates.path_id')
		.select([
			'certificates.id',
			'certificates.token',
			'certificates.user_id',
			'certificates.course_id',
			'certificates.path_id',
			'certificates.badge_award_id',
			'certificates.achievement',
			'certificates.learner_name',
			'certificates.name_shown',
			'certificates.started_at',
			'certificates.completed_at',
			'certificates.issued_at',
			'certificates.list_id',
			'certificates.status_index',
			'certificates.revoked_at',
			'users.email',
			'items.author_id',
			'paths.owner_id',
		])
		.where('certificates.token', '=', token.slice(0, 40))
		.forNoKeyUpdate('certificates')
		.executeTakeFirst();
	if (!row) throw credentialError('certificate_not_found', { detail: 'There is no such certificate.' });
	return row;
}

type Locked = Awaited<ReturnType<typeof lockCertificate>>;

/** The author of the course, the owner of the path, and administrators. */
function requireManager(actor: Actor, row: Locked): void {
	const { userId } = requireActing(actor, 'public');
	if (actor.role === 'admin') return;
	if (userId !== (row.course_id === null ? row.owner_id : row.author_id))
		throw commonError('forbidden', { detail: 'Only its author and administrators revoke a certificate.' });
}

const reasonSchema = z.object({
	reason: z.string().trim().min(1, 'credentials.reason_missing').max(500),
});

/**
 * Revokes a certificate for good: its page and its place in the status list say so.
 *
 * @throws credentials.certificate_not_found, credentials.already_revoked, common.forbidden, common.invalid_input
 */
export async function revokeCertificate(
	db: Db,
	actor: Actor,
	input: { token: string; reason: string },
): Promise<void> {
	const { reason } = validate(reasonSchema, input);
	await inTransaction(db, async (tx) => {
		const row = await lockCertificate(tx, input.token);
		requireManager(actor, row);
		if (row.revoked_at) throw credentialError('already_revoked');
		await revoke(tx, actor, row, reason);
	});
}

async function revoke(
	tx: Tx,
	actor: Pick<Actor, 'userId'>,
	row: Pick<Locked, 'id' | 'token' | 'user_id' | 'achievement' | 'list_id' | 'status_index'>,
	reason: string,
): Promise<void> {
	await tx
		.updateTable('certificates')
		.set({ revoked_at: now(), revoked_by: actor.userId, reason })
		.where('id', '=', row.id)
		.execute();
	await revokePlace(tx, { listId: row.list_id, index: row.status_index });
	await emit(tx, actor.userId, 'credentials.revoked', {
		certificateId: row.id,
		token: row.token,
		learnerId: row.user_id as UserId,
		title: (row.achievement as unknown as Achievement).title,
	});
}

/**
 * Issues a certificate anew: with the learner's name as it is now, at an address and a status of its own. One that still
 * stands is revoked for it; one certificate has one that stands for it.
 *
 * @returns the new token
 * @throws credentials.certificate_not_found, credentials.already_replaced, common.forbidden, common.invalid_input
 */
export async function reissueCertificate(
	db: Db,
	actor: Actor,
	input: { token: string; reason: string },
	issuer: Issuer,
): Promise<string> {
	const { reason } = validate(reasonSchema, input);
	return inTransaction(db, async (tx) => {
		const row = await lockCertificate(tx, input.token);
		requireManager(actor, row);
		const next = await tx
			.selectFrom('certificates')
			.select('id')
			.where('replaces', '=', row.id)
			.executeTakeFirst();
		if (next) throw credentialError('already_replaced');
		if (!row.revoked_at) await revoke(tx, actor, row, reason);
		return award(tx, issuer, {
			userId: row.user_id as UserId,
			courseId: row.course_id as ItemId | null,
			pathId: row.path_id,
			badgeAwardId: row.badge_award_id,
			achievement: row.achievement as unknown as Achievement,
			startedAt: row.started_at,
			completedAt: row.completed_at,
			replaces: row.id,
			nameShown: row.name_shown,
		});
	});
}

/**
 * Shows or hides the learner's name, on the page and in the file that is downloaded from then on; what somebody has
 * downloaded before stays as it is, and valid.
 *
 * @throws credentials.certificate_not_found for everybody but the learner
 */
export async function showName(
	db: Db,
	actor: Actor,
	input: { token: string; shown: boolean },
	issuer: Issuer,
): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const row = await lockCertificate(tx, input.token);
		if (row.user_id !== userId) throw credentialError('certificate_not_found');
		if (row.name_shown === input.shown) return;
		const credential = await signCertificate(tx, issuer, {
			token: row.token,
			achievement: row.achievement as unknown as Achievement,
			name: input.shown ? row.learner_name : null,
			email: row.email,
			startedAt: row.started_at,
			completedAt: row.completed_at,
			issuedAt: row.issued_at,
			place: { listId: row.list_id, index: row.status_index },
		});
		await tx
			.updateTable('certificates')
			.set({ name_shown: input.shown, credential: JSON.stringify(credential) })
			.where('id', '=', row.id)
			.execute();
	});
}

/** Revokes what was signed for an award that is withdrawn; without a word where nothing was. */
export async function revokeForAward(tx: Tx, badgeAwardId: number, reason: string): Promise<void> {
	const row = await tx
		.selectFrom('certificates')
		.select(['id', 'token', 'user_id', 'achievement', 'list_id', 'status_index'])
		.where('badge_award_id', '=', badgeAwardId)
		.where('revoked_at', 'is', null)
		.forNoKeyUpdate()
		.executeTakeFirst();
	if (row) await revoke(tx, { userId: null }, row, reason);
}
