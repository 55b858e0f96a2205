import { randomInt } from 'node:crypto';
import { now } from '../../../kernel/clock.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { sql, type Tx } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { drawOrder } from '../draw.ts';
import { countBallots } from './count-ballots.ts';
import type { Election } from './election.ts';
import { seatElected } from './seat-elected.ts';

/** Ballots of an election, shuffled by chance: in no order that tells who cast which. One statement. */
async function readBallots(tx: Tx, electionId: number): Promise<{ hash: string; ranking: UserId[] }[]> {
	const rows = await tx
		.selectFrom('election_ballots')
		.select(['receipt_hash', 'ranking'])
		.where('election_id', '=', electionId)
		.execute();
	for (let at = rows.length - 1; at > 0; at--) {
		const other = randomInt(at + 1);
		[rows[at], rows[other]] = [rows[other]!, rows[at]!];
	}
	return rows.map((row) => ({ hash: row.receipt_hash, ranking: row.ranking as UserId[] }));
}

/**
 * Counts an election whose ballot is over, once; the caller holds its lock. Ballots and roll are written anew, all at once
 * and in another order: rows written by one transaction would else be told together by the database's own marks.
 */
export async function countElection(tx: Tx, election: Election): Promise<void> {
	const standing = await tx
		.selectFrom('election_candidates')
		.select('user_id')
		.where('election_id', '=', election.id)
		.where('withdrawn_at', 'is', null)
		.execute();
	const lot = drawOrder(
		election.seed ?? '',
		standing.map((row) => row.user_id as UserId),
	);
	const ballots = await readBallots(tx, election.id);
	const result = countBallots(
		ballots.map(({ ranking }) => ranking.map(String)),
		lot.map(String),
		election.seats,
	);
	await tx.deleteFrom('election_ballots').where('election_id', '=', election.id).execute();
	for (let at = 0; at < ballots.length; at += 1000)
		await tx
			.insertInto('election_ballots')
			.values(
				ballots.slice(at, at + 1000).map(({ hash, ranking }) => ({
					election_id: election.id,
					receipt_hash: hash,
					ranking: JSON.stringify(ranking),
				})),
			)
			.execute();
	await sql`update election_roll set voted = voted where election_id = ${election.id}`.execute(tx);
	await tx
		.updateTable('elections')
		.set({
			status: 'counted',
			lot: JSON.stringify(lot),
			result: JSON.stringify(result),
			ballot_count: ballots.length,
			counted_at: now(),
		})
		.where('id', '=', election.id)
		.execute();
	for (const [at, id] of result.elected.entries())
		await tx
			.updateTable('election_candidates')
			.set({ elected: at + 1 })
			.where('election_id', '=', election.id)
			.where('user_id', '=', Number(id))
			.execute();
	await emit(tx, null, 'governance.changed', {
		what: 'election',
		id: election.id,
		change: 'counted',
		title: election.title,
		people: lot,
	});
	if (election.seatsAtOnce) await seatElected(tx, election, election.calledBy);
}
