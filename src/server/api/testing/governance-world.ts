import { now } from '../../kernel/clock.ts';
import {
	askCandidates,
	callElection,
	proposeRules,
	stand,
	writeFirstRules,
} from '../../modules/governance/index.ts';
import { anItem, aPerson, type PersonBuilt } from '../../modules/items/testing.ts';
import { report } from '../../modules/moderation/index.ts';
import { scoreItems } from '../../modules/quality/index.ts';
import type { Db } from '../../platform/db/index.ts';

const DAY = 86_400_000;

/**
 * In the private space: an election in each phase in which `author` stands and has been asked something; a jury in which
 * `member` sits, and a case that could be given to another; a proposal of `author` that is voted on and one that is talked
 * over; a score of an item of `author`.
 */
export async function buildGovernance(
	db: Db,
	{
		author,
		member,
		admin,
		spaceId,
	}: { author: PersonBuilt; member: PersonBuilt; admin: PersonBuilt; spaceId: number },
) {
	const day = (after: number) => new Date(now().getTime() + after * DAY).toISOString().slice(0, 10);
	const call = async (title: string) => {
		const { id } = await callElection(db, admin.actor, {
			title,
			spaceId,
			seats: 1,
			timeZone: 'UTC',
			nominationUntil: day(2),
			questionsUntil: day(4),
			ballotUntil: day(6),
			standRule: { days: 0, reputation: 500 },
			voteRule: { days: 0, reputation: 0 },
		});
		await stand(db, author.actor, id, { source: 'I stand.' });
		return id;
	};
	const nominating = await call('In nomination');
	const { id: question } = await askCandidates(db, member.actor, nominating, { text: 'How long?' });
	const past = (days: number) => new Date(now().getTime() - days * DAY);
	const voting = await call('In the vote');
	await db
		.updateTable('elections')
		.set({ status: 'ballot', seed: 'seed', nomination_ends_at: past(2), questions_end_at: past(1) })
		.where('id', '=', voting)
		.execute();
	const counted = await call('Counted');
	await db
		.updateTable('elections')
		.set({
			status: 'counted',
			seed: 'seed',
			nomination_ends_at: past(3),
			questions_end_at: past(2),
			ballot_ends_at: past(1),
			counted_at: past(1),
			lot: JSON.stringify([author.id]),
			result: JSON.stringify({
				quota: 1,
				elected: [String(author.id)],
				rounds: [
					{ votes: { [author.id]: 1 }, spent: 0, elected: [String(author.id)], excluded: [], byLot: false },
				],
			}),
		})
		.where('id', '=', counted)
		.execute();
	await db
		.updateTable('election_candidates')
		.set({ elected: 1 })
		.where('election_id', '=', counted)
		.execute();

	const item = await anItem(db, { authorId: author.id, spaceId });
	await scoreItems(db, [item.id]);
	const reporter = await aPerson(db);
	const jurors = [];
	for (let n = 0; n < 3; n++) jurors.push((await aPerson(db)).id);
	await db.updateTable('users').set({ level: 3 }).where('id', 'in', jurors).execute();
	await db
		.insertInto('space_members')
		.values([reporter.id, ...jurors].map((user_id) => ({ space_id: spaceId, user_id })))
		.execute();
	await report(db, reporter.actor, { itemId: item.id, reason: 'spam' });
	const open = await db
		.selectFrom('moderation_cases')
		.select('id')
		.where('item_id', '=', item.id)
		.executeTakeFirstOrThrow();
	const { id: jury } = await db
		.insertInto('juries')
		.values({
			case_id: 999_999,
			title: 'A post that only sells',
			evidence: JSON.stringify({
				text: 'Buy now!',
				itemId: null,
				replyId: null,
				personId: author.id,
				category: 'spam',
				reports: [],
			}),
			space_id: spaceId,
			size: 3,
			quorum: 2,
			juror_hours: 48,
			closes_at: new Date(now().getTime() + 7 * DAY),
			seed: 'seed',
			seed_hash: 'hash',
			pool: JSON.stringify([member.id, ...jurors.slice(0, 2)]),
			created_at: now(),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('jury_seats')
		.values(
			[member.id, ...jurors.slice(0, 2)].map((user_id, at) => ({
				jury_id: jury,
				user_id,
				drawn: at + 1,
				summoned_at: now(),
				due_at: new Date(now().getTime() + 2 * DAY),
			})),
		)
		.execute();

	await writeFirstRules(db, admin.actor, { texts: { 'zh-CN': '## 友善', en: '## Be kind' } });
	const proposal = { title: 'Another rule', source: 'Because.', texts: { 'zh-CN': '', en: '## Be brief' } };
	// Who proposes has been here for long; accounts of this world are of today.
	const { created_at } = await db
		.selectFrom('users')
		.select('created_at')
		.where('id', '=', author.id)
		.executeTakeFirstOrThrow();
	await db
		.updateTable('users')
		.set({ created_at: past(100) })
		.where('id', '=', author.id)
		.execute();
	const { id: votedOn } = await proposeRules(db, author.actor, proposal);
	await db
		.updateTable('rule_proposals')
		.set({ status: 'vote', discussion_ends_at: past(1), proposer_id: null })
		.where('id', '=', votedOn)
		.execute();
	const { id: talkedOver } = await proposeRules(db, author.actor, proposal);
	await db.updateTable('users').set({ created_at }).where('id', '=', author.id).execute();
	return {
		nominating,
		voting,
		counted,
		question,
		jury,
		case: open.id,
		votedOn,
		talkedOver,
		item: item.id,
		candidate: author.id,
		until: [day(2), day(4), day(6)] as const,
	};
}
