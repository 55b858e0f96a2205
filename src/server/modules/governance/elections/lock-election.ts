import type { Actor } from '../../../contracts/actor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Election } from './election.ts';
import { mustSeeElection } from './queries.ts';

/**
 * One election, locked for the rest of the transaction: whoever moves it on waits for those who vote, and they for it.
 *
 * @param how `share`: many may vote at once, none while it is counted
 * @throws governance.election_not_found
 */
export async function lockElection(
	tx: Tx,
	actor: Actor,
	id: number,
	how: 'share' | 'update' = 'update',
): Promise<Election> {
	const query = tx.selectFrom('elections').select('id').where('id', '=', id);
	await (how === 'share' ? query.forShare() : query.forUpdate()).execute();
	return mustSeeElection(tx, actor, id);
}
