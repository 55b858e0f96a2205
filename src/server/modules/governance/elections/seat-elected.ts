import type { Actor } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { commonError } from '../../../kernel/errors.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { type Db, inTransaction, type Tx } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { setRole } from '../../accounts/index.ts';
import { seatMember } from '../../spaces/index.ts';
import { governanceError } from '../errors.ts';
import type { Election } from './election.ts';
import { lockElection } from './lock-election.ts';

/**
 * Gives the elected their role, in the name of an administrator: of who confirms it, or of who called an election that seats
 * at once. When the latter is none any more, nothing is given, and it waits for one who confirms. Who looks after the place
 * already stays what they are.
 *
 * @returns how many were given their role
 */
export async function seatElected(tx: Tx, election: Election, by: UserId | null): Promise<number> {
	const administrator = await tx
		.selectFrom('users')
		.select('id')
		.where('id', '=', by ?? -1)
		.where('role', '=', 'admin')
		.executeTakeFirst();
	if (!administrator) return 0;
	const actor: Actor = {
		userId: administrator.id as UserId,
		role: 'admin',
		emailVerified: true,
		suspended: false,
		scopes: null,
	};
	const waiting = await tx
		.selectFrom('election_candidates as c')
		.innerJoin('users as u', 'u.id', 'c.user_id')
		.select(['u.id', 'u.role'])
		.where('c.election_id', '=', election.id)
		.where('c.elected', 'is not', null)
		.where('c.seated_at', 'is', null)
		.orderBy('c.elected')
		.execute();
	for (const { id, role } of waiting) {
		if (election.space) await seatInSpace(tx, election.space.id, id as UserId);
		else if (role === 'member') await setRole(tx, actor, id, 'moderator');
		await tx
			.updateTable('election_candidates')
			.set({ seated_at: now() })
			.where('election_id', '=', election.id)
			.where('user_id', '=', id)
			.execute();
	}
	return waiting.length;
}

async function seatInSpace(tx: Tx, spaceId: number, userId: UserId): Promise<void> {
	const row = await tx
		.selectFrom('space_members')
		.select('role')
		.where('space_id', '=', spaceId)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	if (row?.role !== 'owner') await seatMember(tx, spaceId, userId, 'moderator');
}

/**
 * Confirms the result of an election: the elected have their role.
 *
 * @throws governance.election_not_found, governance.wrong_phase, governance.nobody_to_seat, common.forbidden
 */
export async function confirmElected(db: Db, actor: Actor, electionId: number): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	if (actor.role !== 'admin') throw commonError('forbidden');
	await inTransaction(db, async (tx) => {
		const election = await lockElection(tx, actor, electionId);
		if (election.status !== 'counted') throw governanceError('wrong_phase');
		if ((await seatElected(tx, election, userId)) === 0) throw governanceError('nobody_to_seat');
		const seated = await tx
			.selectFrom('election_candidates')
			.select('user_id')
			.where('election_id', '=', electionId)
			.where('seated_at', 'is not', null)
			.execute();
		await emit(tx, userId, 'governance.changed', {
			what: 'election',
			id: electionId,
			change: 'seated',
			title: election.title,
			people: seated.map((row) => row.user_id),
		});
	});
}
