import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { SpaceId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { spaceError } from './errors.ts';
import { lockSpace } from './lock-space.ts';
import { spacePolicy } from './policy.ts';
import { type RoleInput, roleSchema } from './schemas.ts';
import type { SpaceRole } from './space.ts';

/**
 * Joins a public space, or a paid one that the actor has paid for. Joining twice is joining once.
 *
 * @throws spaces.not_found, spaces.archived, spaces.membership_needed (paid), spaces.invitation_needed (private)
 */
export async function joinSpace(db: Db, actor: Actor, spaceId: SpaceId): Promise<void> {
	await inTransaction(db, async (tx) => {
		const space = await lockSpace(tx, actor, spaceId);
		const member = spacePolicy.require(actor, 'join', space.held);
		if (space.role !== null) return;
		if (space.archivedAt) throw spaceError('archived', { detail: 'The space is archived.' });
		if (space.access === 'private')
			throw spaceError('invitation_needed', { detail: 'The space is joined by invitation.' });
		if (space.access === 'paid' && !(await hasPaid(tx, spaceId, member.userId))) {
			throw spaceError('membership_needed', { detail: 'Joining this space costs; see its offer.' });
		}
		await addMember(tx, spaceId, member.userId);
	});
}

// The one look upwards: who paid, left and comes back should not be asked to pay again. Entitlements add members
// through addMember, so they stand above this module.
async function hasPaid(tx: Tx, spaceId: SpaceId, userId: UserId): Promise<boolean> {
	const row = await tx
		.selectFrom('entitlements')
		.select('id')
		.where('user_id', '=', userId)
		.where('space_id', '=', spaceId)
		.where('revoked_at', 'is', null)
		.where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now())]))
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Leaves a space. What was paid for stays paid.
 *
 * @throws spaces.not_found, spaces.not_a_member, spaces.last_owner
 */
export async function leaveSpace(db: Db, actor: Actor, spaceId: SpaceId): Promise<void> {
	await inTransaction(db, async (tx) => {
		const space = await lockSpace(tx, actor, spaceId);
		const member = spacePolicy.require(actor, 'leave', space.held);
		if (space.role === null)
			throw spaceError('not_a_member', { detail: 'The actor is not a member of the space.' });
		if (space.role === 'owner') await keepAnOwner(tx, spaceId, member.userId);
		await removeMember(tx, spaceId, member.userId, member.userId);
	});
}

/**
 * Gives a member another role, or removes them with `role: null`. Owners give every role; a moderator may only remove
 * plain members and experts.
 *
 * @throws spaces.not_found, spaces.not_a_member, spaces.last_owner; refusals of the policy
 */
export async function setSpaceRole(db: Db, actor: Actor, input: RoleInput): Promise<void> {
	const { spaceId, userId, role } = validate(roleSchema, input);
	await inTransaction(db, async (tx) => {
		const space = await lockSpace(tx, actor, spaceId);
		const target = await tx
			.selectFrom('space_members')
			.select('role')
			.where('space_id', '=', spaceId)
			.where('user_id', '=', userId)
			.executeTakeFirst();
		if (!target)
			throw spaceError('not_a_member', { detail: `Person ${userId} is not a member of the space.` });
		const highRole = target.role === 'owner' || target.role === 'moderator';
		const member = spacePolicy.require(actor, role === null && !highRole ? 'expel' : 'appoint', space.held);
		if (target.role === 'owner' && role !== 'owner') await keepAnOwner(tx, spaceId, userId);
		if (role === null) {
			await removeMember(tx, spaceId, userId, member.userId);
		} else if (role !== target.role) {
			await tx
				.updateTable('space_members')
				.set({ role })
				.where('space_id', '=', spaceId)
				.where('user_id', '=', userId)
				.execute();
			await emit(tx, member.userId, 'spaces.changed', { spaceId, change: 'role' });
		}
	});
}

async function keepAnOwner(tx: Tx, spaceId: SpaceId, leaving: UserId): Promise<void> {
	const other = await tx
		.selectFrom('space_members')
		.select('user_id')
		.where('space_id', '=', spaceId)
		.where('role', '=', 'owner')
		.where('user_id', '<>', leaving)
		.executeTakeFirst();
	if (!other)
		throw spaceError('last_owner', { detail: 'A space keeps at least one owner: appoint another first.' });
}

/** Makes a person a member; for use cases that have checked why. Tells it when it is new. */
export async function addMember(
	tx: Tx,
	spaceId: SpaceId,
	userId: UserId,
	options: { invited?: boolean } = {},
): Promise<void> {
	const invited = options.invited ?? false;
	const added = await sql<{
		fresh: boolean;
	}>`insert into space_members (space_id, user_id, invited, joined_at)
		values (${spaceId}, ${userId}, ${invited}, ${now()})
		on conflict (space_id, user_id) do update set invited = space_members.invited or excluded.invited
		returning xmax = 0 as fresh`.execute(tx);
	if (added.rows[0]?.fresh) await emit(tx, userId, 'spaces.joined', { spaceId, userId });
}

/** Ends a membership that only a payment held up; roles and invitations stay. */
export async function dropUnpaidMember(tx: Tx, spaceId: SpaceId, userId: UserId): Promise<void> {
	const row = await tx
		.deleteFrom('space_members')
		.where('space_id', '=', spaceId)
		.where('user_id', '=', userId)
		.where('role', '=', 'member')
		.where('invited', '=', false)
		.where(sql<boolean>`exists (select from spaces s where s.id = ${spaceId} and s.access = 'paid')`)
		.returning('user_id')
		.executeTakeFirst();
	if (row) await emit(tx, userId, 'spaces.left', { spaceId, userId });
}

async function removeMember(tx: Tx, spaceId: SpaceId, userId: UserId, by: UserId): Promise<void> {
	await tx
		.deleteFrom('space_members')
		.where('space_id', '=', spaceId)
		.where('user_id', '=', userId)
		.execute();
	await emit(tx, by, 'spaces.left', { spaceId, userId });
}

/**
 * Gives a person a role in a space, a member or not yet; for modules that decide who belongs to a space of theirs. They
 * read what members read without paying.
 */
export async function seatMember(tx: Tx, spaceId: SpaceId, userId: UserId, role: SpaceRole): Promise<void> {
	await addMember(tx, spaceId, userId, { invited: true });
	const { numUpdatedRows } = await tx
		.updateTable('space_members')
		.set({ role })
		.where('space_id', '=', spaceId)
		.where('user_id', '=', userId)
		.where('role', '<>', role)
		.executeTakeFirst();
	if (numUpdatedRows > 0n) await emit(tx, userId, 'spaces.changed', { spaceId, change: 'role' });
}

/** Ends a membership whatever the role; for the same modules, which see to it that an owner is left. */
export async function unseatMember(tx: Tx, spaceId: SpaceId, userId: UserId, by: UserId): Promise<void> {
	await removeMember(tx, spaceId, userId, by);
}
