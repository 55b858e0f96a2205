import { now } from '../../../kernel/clock.ts';
import { type Db, inTransaction, type Tx } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { newSeed } from '../draw.ts';
import { byTheClock } from '../system.ts';
import { countElection } from './count-election.ts';
import type { Election } from './election.ts';
import { lockElection } from './lock-election.ts';

/**
 * Moves elections on whose phase is over: to questions, to the ballot with its lot, to the count. As many steps as are due,
 * each in a transaction of its own; what is moved on already stays.
 *
 * @returns how many steps were made
 */
export async function moveElectionsOn(db: Db): Promise<number> {
	let steps = 0;
	for (let more = true; more; ) {
		const at = now();
		const due = await db
			.selectFrom('elections')
			.select('id')
			.where((eb) =>
				eb.or([
					eb.and([eb('status', '=', 'nomination'), eb('nomination_ends_at', '<=', at)]),
					eb.and([eb('status', '=', 'questions'), eb('questions_end_at', '<=', at)]),
					eb.and([eb('status', '=', 'ballot'), eb('ballot_ends_at', '<=', at)]),
				]),
			)
			.orderBy('id')
			.limit(50)
			.execute();
		more = false;
		for (const { id } of due)
			await inTransaction(db, async (tx) => {
				const election = await lockElection(tx, byTheClock, id);
				if (!(await step(tx, election, at))) return;
				steps++;
				more = true;
			});
	}
	return steps;
}

async function step(tx: Tx, election: Election, at: Date): Promise<boolean> {
	const { id, title, status } = election;
	if (status === 'nomination' && election.nominationEndsAt <= at) {
		const standing = await tx
			.selectFrom('election_candidates')
			.select('user_id')
			.where('election_id', '=', id)
			.where('withdrawn_at', 'is', null)
			.execute();
		const people = standing.map((row) => row.user_id);
		const nobody = people.length === 0;
		await tx
			.updateTable('elections')
			.set(nobody ? { status: 'cancelled', counted_at: now() } : { status: 'questions' })
			.where('id', '=', id)
			.execute();
		const change = nobody ? 'nobody' : 'questions';
		await emit(tx, null, 'governance.changed', { what: 'election', id, change, title, people });
		return true;
	}
	if (status === 'questions' && election.questionsEndAt <= at) {
		await tx
			.updateTable('elections')
			.set({ status: 'ballot', seed: newSeed() })
			.where('id', '=', id)
			.execute();
		// Voters are looked up when they are told.
		await emit(tx, null, 'governance.changed', { what: 'election', id, change: 'ballot', title, people: [] });
		return true;
	}
	if (status === 'ballot' && election.ballotEndsAt <= at) {
		await countElection(tx, election);
		return true;
	}
	return false;
}
