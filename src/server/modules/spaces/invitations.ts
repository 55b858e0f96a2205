import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { spaceError } from './errors.ts';
import { lockSpace } from './lock-space.ts';
import { addMember } from './members.ts';
import { spacePolicy, spaceRelations } from './policy.ts';
import { type InvitationInput, invitationSchema } from './schemas.ts';

/** Only this is stored, so that a copy of the database opens no space. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** An invitation as those who look after the space see it; the token itself is shown once, when it is made. */
export interface Invitation {
	id: number;
	uses: number;
	maxUses: number;
	expiresAt: Date;
	createdAt: Date;
	createdBy: string;
}

/**
 * Makes an invitation to be given as a link. Who comes by it becomes a member of a private space, and of a paid one
 * without paying.
 *
 * @returns the token for the link; it cannot be read again
 * @throws spaces.not_found, spaces.archived; refusals of the policy
 */
export async function createInvitation(
	db: Db,
	actor: Actor,
	input: InvitationInput,
): Promise<{ id: number; token: string; expiresAt: Date }> {
	const given = validate(invitationSchema, input);
	return inTransaction(db, async (tx) => {
		const space = await lockSpace(tx, actor, given.spaceId);
		const member = spacePolicy.require(actor, 'invite', space.held);
		if (space.archivedAt) throw spaceError('archived', { detail: 'The space is archived.' });
		const token = randomBytes(24).toString('base64url');
		const expiresAt = new Date(now().getTime() + given.days * 86_400_000);
		const { id } = await tx
			.insertInto('space_invitations')
			.values({
				space_id: given.spaceId,
				token_hash: hashOf(token),
				created_by: member.userId,
				max_uses: given.maxUses,
				expires_at: expiresAt,
				created_at: now(),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return { id, token, expiresAt };
	});
}

/** What stands behind a link before it is accepted; null when it is spent, expired or never was. One statement. */
export async function findInvitation(
	db: Db,
	token: string,
): Promise<{ spaceId: SpaceId; slug: string; name: string; inviter: string } | null> {
	const row = await db
		.selectFrom('space_invitations as i')
		.innerJoin('spaces as s', 's.id', 'i.space_id')
		.innerJoin('users as u', 'u.id', 'i.created_by')
		.select(['i.space_id as spaceId', 's.slug', 's.name', 'u.name as inviter'])
		.where('i.token_hash', '=', hashOf(token))
		.where('i.expires_at', '>', now())
		.whereRef('i.uses', '<', 'i.max_uses')
		.where('s.archived_at', 'is', null)
		.executeTakeFirst();
	return row ?? null;
}

/**
 * Joins a space by an invitation. Who is a member already uses nothing up.
 *
 * @returns the slug of the space
 * @throws spaces.invitation_spent when the link is used up, expired, revoked or never was; refusals of the policy
 */
export async function acceptInvitation(db: Db, actor: Actor, token: string): Promise<{ slug: string }> {
	return inTransaction(db, async (tx) => {
		const member = spacePolicy.require(actor, 'join', spaceRelations(actor, null));
		const found = await tx
			.selectFrom('space_invitations as i')
			.innerJoin('spaces as s', 's.id', 'i.space_id')
			.leftJoin('space_members as m', (join) =>
				join.onRef('m.space_id', '=', 's.id').on('m.user_id', '=', member.userId),
			)
			.select([
				'i.id',
				'i.uses',
				'i.max_uses',
				'i.expires_at',
				's.id as spaceId',
				's.slug',
				's.archived_at',
				'm.role',
			])
			.where('i.token_hash', '=', hashOf(token))
			.forUpdate(['i'])
			.executeTakeFirst();
		if (
			!found ||
			found.expires_at <= now() ||
			found.archived_at ||
			(found.role === null && found.uses >= found.max_uses)
		) {
			throw spaceError('invitation_spent', {
				detail: 'The invitation was used up, has expired or was taken back.',
			});
		}
		if (found.role === null) {
			await tx
				.updateTable('space_invitations')
				.set({ uses: sql`uses + 1` })
				.where('id', '=', found.id)
				.execute();
			await addMember(tx, found.spaceId, member.userId, { invited: true });
		}
		return { slug: found.slug };
	});
}

/** Invitations of a space that still work, the newest first, at most 100. */
export async function listInvitations(db: Db, actor: Actor, spaceId: SpaceId): Promise<Invitation[]> {
	return inTransaction(db, async (tx) => {
		const space = await lockSpace(tx, actor, spaceId);
		spacePolicy.require(actor, 'invite', space.held);
		return tx
			.selectFrom('space_invitations as i')
			.innerJoin('users as u', 'u.id', 'i.created_by')
			.select([
				'i.id',
				'i.uses',
				'i.max_uses as maxUses',
				'i.expires_at as expiresAt',
				'i.created_at as createdAt',
				'u.name as createdBy',
			])
			.where('i.space_id', '=', spaceId)
			.where('i.expires_at', '>', now())
			.whereRef('i.uses', '<', 'i.max_uses')
			.orderBy('i.id', 'desc')
			.limit(100)
			.execute();
	});
}

/** Takes an invitation back. @throws spaces.not_found; refusals of the policy */
export async function revokeInvitation(
	db: Db,
	actor: Actor,
	input: { spaceId: SpaceId; invitationId: number },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const space = await lockSpace(tx, actor, input.spaceId);
		spacePolicy.require(actor, 'invite', space.held);
		await tx
			.deleteFrom('space_invitations')
			.where('id', '=', input.invitationId)
			.where('space_id', '=', space.id)
			.execute();
	});
}
