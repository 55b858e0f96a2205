import { type Actor, isStaff } from '../../../contracts/actor.ts';
import { now } from '../../../kernel/clock.ts';
import type { ItemId, UserId } from '../../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../../kernel/pagination.ts';
import { type Db, sql } from '../../../platform/db/index.ts';
import { governanceError } from '../errors.ts';
import type { Choice, Proposal, ProposalStatus, RuleTexts, RuleVersion } from './proposal.ts';

const versions = (db: Db) =>
	db
		.selectFrom('rule_versions as v')
		.leftJoin('rule_proposals as p', 'p.id', 'v.proposal_id')
		.select(['v.version', 'v.texts', 'v.htmls', 'v.in_force_at', 'p.id', 'p.title']);

const versionOf = (
	row: Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>,
): RuleVersion => ({
	version: row.version,
	texts: row.texts as unknown as RuleTexts,
	htmls: row.htmls as unknown as RuleTexts,
	inForceAt: row.in_force_at,
	proposal: row.id === null ? null : { id: row.id, title: row.title ?? '' },
});

/** The rules that are in force; null while there are none. One statement. */
export async function rulesInForce(db: Db): Promise<RuleVersion | null> {
	const row = await versions(db).orderBy('v.version', 'desc').limit(1).executeTakeFirst();
	return row ? versionOf(row) : null;
}

/** One version of the rules. @throws governance.proposal_not_found */
export async function rulesAt(db: Db, version: number): Promise<RuleVersion> {
	const row = await versions(db).where('v.version', '=', version).executeTakeFirst();
	if (!row)
		throw governanceError('proposal_not_found', { detail: `There is no version ${version} of the rules.` });
	return versionOf(row);
}

/** All versions without their texts, the newest first; at most 200. One statement. */
export async function listRuleVersions(
	db: Db,
): Promise<Pick<RuleVersion, 'version' | 'inForceAt' | 'proposal'>[]> {
	const rows = await versions(db).orderBy('v.version', 'desc').limit(200).execute();
	return rows.map(versionOf).map(({ version, inForceAt, proposal }) => ({ version, inForceAt, proposal }));
}

function proposals(db: Db, actor: Actor) {
	return db
		.selectFrom('rule_proposals as p')
		.leftJoin('users as u', 'u.id', 'p.proposer_id')
		.leftJoin('users as v', 'v.id', 'p.vetoed_by')
		.leftJoin('items as i', (join) =>
			join
				.onRef('i.id', '=', 'p.discussion_id')
				.on('i.status', '=', 'published')
				.on((eb) =>
					isStaff(actor)
						? sql<boolean>`true`
						: eb.or([
								eb('i.listed', '=', true),
								sql<boolean>`exists (select from space_members m where m.space_id = i.space_id and m.user_id = ${actor.userId}::bigint)`,
							]),
				),
		)
		.selectAll('p')
		.select(['u.handle', 'u.name', 'v.handle as veto_handle', 'v.name as veto_name'])
		.select(['i.id as item_id', 'i.kind', 'i.slug', 'i.title as item_title'])
		.select(sql<number>`(select count(*)::int from rule_votes r where r.proposal_id = p.id)`.as('voters'));
}

const proposalOf = (
	row: Awaited<ReturnType<ReturnType<typeof proposals>['executeTakeFirstOrThrow']>>,
): Proposal => ({
	id: row.id,
	title: row.title,
	html: row.html,
	baseVersion: row.base_version,
	texts: row.texts as unknown as RuleTexts,
	discussion:
		row.item_id === null
			? null
			: {
					id: row.item_id as ItemId,
					kind: row.kind ?? '',
					slug: row.slug ?? '',
					title: row.item_title ?? '',
				},
	status: row.status as ProposalStatus,
	discussionEndsAt: row.discussion_ends_at,
	voteEndsAt: row.vote_ends_at,
	inForceDays: row.in_force_days,
	inForceAt: row.in_force_at,
	quorum: row.quorum,
	majority: row.majority,
	votes: row.decided_at === null ? null : { yes: row.yes, no: row.no, abstain: row.abstain },
	voters: row.voters,
	proposer:
		row.handle === null ? null : { id: row.proposer_id as UserId, handle: row.handle, name: row.name ?? '' },
	veto:
		row.status === 'vetoed'
			? {
					by: row.veto_handle === null ? null : { handle: row.veto_handle, name: row.veto_name ?? '' },
					reason: row.veto_reason,
				}
			: null,
	createdAt: row.created_at,
	decidedAt: row.decided_at,
});

/** Proposals to change the rules, the newest first. One statement. */
export async function listProposals(
	db: Db,
	actor: Actor,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Proposal>> {
	const limit = Math.min(Math.max(page.limit ?? 20, 1), 100);
	const after = decodeCursor(page.cursor, ['integer']);
	const rows = await proposals(db, actor)
		.$if(after !== null, (query) => query.where('p.id', '<', after![0] as number))
		.orderBy('p.id', 'desc')
		.limit(limit + 1)
		.execute();
	return cutPage(rows.map(proposalOf), limit, ({ id }) => [id]);
}

/** One proposal. @throws governance.proposal_not_found */
export async function findProposal(db: Db, actor: Actor, id: number): Promise<Proposal> {
	const row = await proposals(db, actor).where('p.id', '=', id).executeTakeFirst();
	if (!row) throw governanceError('proposal_not_found', { detail: `There is no proposal ${id}.` });
	return proposalOf(row);
}

/** What somebody has voted; null: nothing yet. One statement. */
export async function ownChoice(db: Db, actor: Actor, proposalId: number): Promise<Choice | null> {
	if (actor.userId === null) return null;
	const row = await db
		.selectFrom('rule_votes')
		.select('choice')
		.where('proposal_id', '=', proposalId)
		.where('user_id', '=', actor.userId)
		.executeTakeFirst();
	return (row?.choice ?? null) as Choice | null;
}

/** Whether a vote goes on, by the clock and not by the job that moves it on. */
export const mayVoteNow = (
	proposal: Pick<Proposal, 'status' | 'discussionEndsAt' | 'voteEndsAt'>,
	at = now(),
) =>
	(proposal.status === 'vote' || proposal.status === 'discussion') &&
	at >= proposal.discussionEndsAt &&
	at < proposal.voteEndsAt;

/** How a vote stands; for who closes it. One statement. */
export async function countVotes(tx: Db, id: number): Promise<Record<Choice, number>> {
	const { rows } = await sql<{ choice: Choice; n: number }>`select choice, count(*)::int as n from rule_votes
		where proposal_id = ${id} group by choice`.execute(tx);
	const of = (choice: Choice) => rows.find((row) => row.choice === choice)?.n ?? 0;
	return { yes: of('yes'), no: of('no'), abstain: of('abstain') };
}
