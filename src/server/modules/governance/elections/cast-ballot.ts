import type { Actor } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { commonError } from '../../../kernel/errors.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { validate } from '../../../kernel/validate.ts';
import { type Db, inTransaction } from '../../../platform/db/index.ts';
import { governanceError } from '../errors.ts';
import { type BallotInput, ballotSchema } from '../schemas.ts';
import { isOpen } from './election.ts';
import { lockElection } from './lock-election.ts';
import { receiptHash } from './receipt.ts';

/**
 * Reads ranks as a ballot. Gaps are closed (1, 3 reads as 1, 2), as the order is plain; two candidates at one rank are
 * refused, as it is not.
 *
 * @returns candidates, the favourite first
 * @throws common.invalid_input with governance.ballot_twice, .ballot_empty or .ballot_rank
 */
export function readRanks(ranks: Record<string, number>, candidates: ReadonlySet<UserId>): UserId[] {
	const refuse = (code: string) => commonError('invalid_input', { fields: { ranks: code }, detail: code });
	const given = Object.entries(ranks)
		.filter(([, rank]) => rank !== 0)
		.map(([id, rank]) => ({ id: Number(id) as UserId, rank }));
	if (given.length === 0) throw refuse('governance.ballot_empty');
	for (const { id, rank } of given)
		if (!candidates.has(id) || rank < 1 || rank > candidates.size) throw refuse('governance.ballot_rank');
	if (new Set(given.map(({ rank }) => rank)).size < given.length) throw refuse('governance.ballot_twice');
	return given.sort((one, other) => one.rank - other.rank).map(({ id }) => id);
}

/**
 * Casts a ballot, or changes it with its receipt, until the ballot closes. That somebody has voted is written on the roll;
 * what they voted is written apart, under the digest of the receipt, without person and without time.
 *
 * @returns the candidates as they were understood, the favourite first
 * @throws governance.election_not_found, governance.wrong_phase, governance.not_on_roll, common.invalid_input;
 * governance.receipt_wrong when the person has voted and the receipt is not that of a ballot, or is somebody's already
 */
export async function castBallot(
	db: Db,
	actor: Actor,
	electionId: number,
	input: BallotInput,
): Promise<{ ranking: UserId[]; changed: boolean }> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(ballotSchema, input);
	return inTransaction(db, async (tx) => {
		const election = await lockElection(tx, actor, electionId, 'share');
		if (!isOpen(election, 'ballot', now())) throw governanceError('wrong_phase');
		const place = await tx
			.selectFrom('election_roll')
			.select('voted')
			.where('election_id', '=', electionId)
			.where('user_id', '=', userId)
			.forUpdate()
			.executeTakeFirst();
		if (!place) throw governanceError('not_on_roll');
		const standing = await tx
			.selectFrom('election_candidates')
			.select('user_id')
			.where('election_id', '=', electionId)
			.where('withdrawn_at', 'is', null)
			.execute();
		const ranking = readRanks(given.ranks, new Set(standing.map((row) => row.user_id as UserId)));
		const receipt = receiptHash(given.receipt);
		if (place.voted) {
			const { numUpdatedRows } = await tx
				.updateTable('election_ballots')
				.set({ ranking: JSON.stringify(ranking) })
				.where('election_id', '=', electionId)
				.where('receipt_hash', '=', receipt)
				.executeTakeFirst();
			if (numUpdatedRows === 0n) throw governanceError('receipt_wrong');
			return { ranking, changed: true };
		}
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto('election_ballots')
			.values({ election_id: electionId, receipt_hash: receipt, ranking: JSON.stringify(ranking) })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		if (!numInsertedOrUpdatedRows) throw governanceError('receipt_wrong');
		await tx
			.updateTable('election_roll')
			.set({ voted: true })
			.where('election_id', '=', electionId)
			.where('user_id', '=', userId)
			.execute();
		return { ranking, changed: false };
	});
}

/** How many have voted so far. One statement. */
export async function countVoters(db: Db, electionId: number): Promise<number> {
	const row = await db
		.selectFrom('election_roll')
		.select(({ fn }) => fn.countAll<number>().as('n'))
		.where('election_id', '=', electionId)
		.where('voted', '=', true)
		.executeTakeFirstOrThrow();
	return Number(row.n);
}
