import type { Actor } from '../../../contracts/actor.ts';
import { csvText } from '../../../kernel/csv.ts';
import type { Db } from '../../../platform/db/index.ts';
import { governanceError } from '../errors.ts';
import { listCandidates, mustSeeElection } from './queries.ts';
import { markOf } from './receipt.ts';

/**
 * All ballots of a counted election, so that anybody can count again: as CSV with the mark by which a voter finds their own,
 * or as BLT, which programs for the single transferable vote read (candidates numbered in the order of the lot, those who
 * withdrew last and marked by a negative number).
 *
 * @throws governance.election_not_found, governance.wrong_phase while it is not counted
 */
export async function ballotFile(
	db: Db,
	actor: Actor,
	electionId: number,
	format: 'csv' | 'blt',
): Promise<string> {
	const election = await mustSeeElection(db, actor, electionId);
	if (election.status !== 'counted') throw governanceError('wrong_phase');
	const rows = await db
		.selectFrom('election_ballots')
		.select(['receipt_hash', 'ranking'])
		.where('election_id', '=', electionId)
		.orderBy('receipt_hash')
		.execute();
	const people = await listCandidates(db, electionId);
	const handles = new Map(people.map(({ person }) => [person.id as number, person.handle]));
	const name = (id: number) => handles.get(id) ?? String(id);
	const ballots = rows.map((row) => ({ mark: markOf(row.receipt_hash), ranking: row.ranking as number[] }));
	if (format === 'csv')
		return csvText(
			['mark', 'ranking'],
			ballots.map(({ mark, ranking }) => [mark, ranking.map(name).join(' > ')]),
		);
	const lot = (election.lot ?? []) as number[];
	const named = [...new Set([...lot, ...ballots.flatMap(({ ranking }) => ranking)])];
	const number = new Map(named.map((id, at) => [id, at + 1]));
	return [
		`${named.length} ${election.seats}`,
		...named.slice(lot.length).map((id) => `-${number.get(id)}`),
		...ballots.map(({ ranking }) => `1 ${ranking.map((id) => number.get(id)).join(' ')} 0`),
		'0',
		...named.map((id) => `"${name(id)}"`),
		`"${election.title.replaceAll('"', "'")}"`,
		'',
	].join('\n');
}
