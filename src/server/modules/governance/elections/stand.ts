import type { Actor } from '../../../contracts/actor.ts';
import { obstacle, requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { validate } from '../../../kernel/validate.ts';
import { type Db, inTransaction } from '../../../platform/db/index.ts';
import { renderMarkdown } from '../../../platform/markdown/index.ts';
import { governanceError } from '../errors.ts';
import { statementSchema } from '../schemas.ts';
import { type Election, isOpen, MOST_CANDIDATES } from './election.ts';
import { lockElection } from './lock-election.ts';

/** What keeps somebody from standing: by the rule that was published, as they are now. One statement. */
export async function whyNotStand(
	db: Db,
	actor: Actor,
	election: Pick<Election, 'standRule' | 'space'>,
): Promise<'sign_in' | 'may_not_act' | 'days' | 'reputation' | 'not_a_member' | null> {
	if (actor.userId === null) return 'sign_in';
	if (obstacle(actor, 'public')) return 'may_not_act';
	const row = await db
		.selectFrom('users as u')
		.leftJoin('space_members as m', (join) =>
			join.onRef('m.user_id', '=', 'u.id').on('m.space_id', '=', election.space?.id ?? -1),
		)
		.select(['u.created_at', 'u.reputation', 'm.user_id as member'])
		.where('u.id', '=', actor.userId)
		.executeTakeFirstOrThrow();
	if (election.space && row.member === null) return 'not_a_member';
	const days = (now().getTime() - row.created_at.getTime()) / 86_400_000;
	if (days < election.standRule.days) return 'days';
	return row.reputation < election.standRule.reputation ? 'reputation' : null;
}

/**
 * Stands for an election, with a statement; standing again changes it, also after withdrawing, while nominations are open.
 *
 * @throws governance.election_not_found, governance.wrong_phase, governance.may_not_stand, governance.candidates_full
 */
export async function stand(db: Db, actor: Actor, electionId: number, input: unknown): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const { source } = validate(statementSchema, input);
	const html = (await renderMarkdown(source, { base: 'post', idPrefix: `candidate-${userId}-` })).html;
	await inTransaction(db, async (tx) => {
		const election = await lockElection(tx, actor, electionId);
		if (!isOpen(election, 'nomination', now())) throw governanceError('wrong_phase');
		const why = await whyNotStand(tx, actor, election);
		if (why !== null) throw governanceError('may_not_stand', { detail: `By the rule: ${why}.` });
		const others = await tx
			.selectFrom('election_candidates')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.where('election_id', '=', electionId)
			.where('user_id', '<>', userId)
			.executeTakeFirstOrThrow();
		if (Number(others.n) >= MOST_CANDIDATES) throw governanceError('candidates_full');
		await tx
			.insertInto('election_candidates')
			.values({ election_id: electionId, user_id: userId, source, html, stood_at: now() })
			.onConflict((conflict) =>
				conflict.columns(['election_id', 'user_id']).doUpdateSet({ source, html, withdrawn_at: null }),
			)
			.execute();
	});
}

/**
 * Withdraws, also while people vote: ballots that name who withdrew count for who comes next on them.
 *
 * @throws governance.election_not_found, governance.wrong_phase, governance.not_standing
 */
export async function withdraw(db: Db, actor: Actor, electionId: number): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const election = await lockElection(tx, actor, electionId);
		if (election.status === 'counted' || election.status === 'cancelled' || now() >= election.ballotEndsAt)
			throw governanceError('wrong_phase');
		const { numUpdatedRows } = await tx
			.updateTable('election_candidates')
			.set({ withdrawn_at: now() })
			.where('election_id', '=', electionId)
			.where('user_id', '=', userId)
			.where('withdrawn_at', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw governanceError('not_standing');
	});
}
