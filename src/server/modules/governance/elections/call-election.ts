import type { Actor } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { commonError } from '../../../kernel/errors.ts';
import { validate } from '../../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { renderMarkdown } from '../../../platform/markdown/index.ts';
import { endOfDay } from '../days.ts';
import { governanceError } from '../errors.ts';
import { type ElectionInput, electionSchema, reasonSchema } from '../schemas.ts';
import { lockElection } from './lock-election.ts';

/**
 * Calls an election: publishes its rules and days, and freezes the roll of voters, so that nobody who hears of it can still
 * become one.
 *
 * @throws common.forbidden for who is no administrator, common.invalid_input
 */
export async function callElection(db: Db, actor: Actor, input: ElectionInput): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'public');
	if (actor.role !== 'admin') throw commonError('forbidden', { detail: 'Administrators call elections.' });
	const given = validate(electionSchema, input);
	const nominationEnds = endOfDay(given.timeZone, given.nominationUntil);
	const at = now();
	if (nominationEnds <= at)
		throw commonError('invalid_input', { fields: { nominationUntil: 'governance.days_order' } });
	const html = given.source
		? (await renderMarkdown(given.source, { base: 'post', idPrefix: 'election-' })).html
		: '';
	return inTransaction(db, async (tx) => {
		if (given.spaceId) {
			const space = await tx
				.selectFrom('spaces')
				.select('id')
				.where('id', '=', given.spaceId)
				.executeTakeFirst();
			if (!space) throw commonError('invalid_input', { fields: { spaceId: 'common.bad_value' } });
		}
		const { id } = await tx
			.insertInto('elections')
			.values({
				title: given.title,
				source: given.source,
				html,
				space_id: given.spaceId ?? null,
				seats: given.seats,
				time_zone: given.timeZone,
				nomination_ends_at: nominationEnds,
				questions_end_at: endOfDay(given.timeZone, given.questionsUntil),
				ballot_ends_at: endOfDay(given.timeZone, given.ballotUntil),
				stand_rule: JSON.stringify(given.standRule),
				vote_rule: JSON.stringify(given.voteRule),
				seats_at_once: given.seatsAtOnce,
				called_by: userId,
				created_at: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const since = new Date(at.getTime() - given.voteRule.days * 86_400_000);
		const { rows } = await sql<{ n: number }>`with roll as (
			insert into election_roll (election_id, user_id)
			select ${id}::bigint, u.id from users u
			where u.email_verified and u.origin <> 'import' and u.created_at <= ${since}::timestamptz
				and u.reputation >= ${given.voteRule.reputation}::int
				and not exists (select from suspensions s where s.user_id = u.id and s.lifted_at is null
					and s.starts_at <= ${at}::timestamptz and (s.ends_at is null or s.ends_at > ${at}::timestamptz))
				and (${given.spaceId ?? null}::bigint is null or exists (select from space_members m
					where m.space_id = ${given.spaceId ?? null}::bigint and m.user_id = u.id))
			returning 1)
			update elections set roll_size = (select count(*) from roll) where id = ${id} returning roll_size as n`.execute(
			tx,
		);
		await emit(tx, userId, 'governance.changed', {
			what: 'election',
			id,
			change: 'called',
			title: given.title,
			people: [],
		});
		return { id, roll: rows[0]?.n ?? 0 };
	});
}

/** Calls an election off before it is counted. @throws governance.election_not_found, governance.wrong_phase, common.forbidden */
export async function cancelElection(db: Db, actor: Actor, id: number, input: unknown): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	if (actor.role !== 'admin') throw commonError('forbidden');
	const { reason } = validate(reasonSchema, input);
	await inTransaction(db, async (tx) => {
		const election = await lockElection(tx, actor, id);
		if (election.status === 'counted' || election.status === 'cancelled')
			throw governanceError('wrong_phase');
		await tx
			.updateTable('elections')
			.set({ status: 'cancelled', cancel_reason: reason, counted_at: now() })
			.where('id', '=', id)
			.execute();
		// What was voted concerns nobody any more.
		await tx.deleteFrom('election_ballots').where('election_id', '=', id).execute();
		const standing = await tx
			.selectFrom('election_candidates')
			.select('user_id')
			.where('election_id', '=', id)
			.execute();
		await emit(tx, userId, 'governance.changed', {
			what: 'election',
			id,
			change: 'cancelled',
			title: election.title,
			people: standing.map((row) => row.user_id),
		});
	});
}
