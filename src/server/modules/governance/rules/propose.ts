import { type Actor, isStaff } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { commonError } from '../../../kernel/errors.ts';
import { validate } from '../../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { renderMarkdown } from '../../../platform/markdown/index.ts';
import { governanceError } from '../errors.ts';
import { firstRulesSchema, type ProposalInput, proposalSchema } from '../schemas.ts';
import { MAJORITY, MOST_OPEN, OWN_OPEN, PROPOSE, quorumOf, type RuleTexts } from './proposal.ts';
import { rulesInForce } from './queries.ts';

const DAY = 86_400_000;
/** Of two proposals made at once both would find room under the limit. */
const oneAtATime = sql`select pg_advisory_xact_lock(7840)`;

/** Renders rules in both languages. */
export async function renderRules(texts: RuleTexts): Promise<RuleTexts> {
	const render = async (source: string) =>
		source ? (await renderMarkdown(source, { base: 'post', idPrefix: 'rule-' })).html : '';
	return { 'zh-CN': await render(texts['zh-CN']), en: await render(texts.en) };
}

/** What keeps somebody from proposing, by the published rule; null: nothing. One statement. */
export async function whyNotPropose(db: Db, actor: Actor): Promise<'sign_in' | 'days' | 'reputation' | null> {
	if (actor.userId === null) return 'sign_in';
	if (isStaff(actor)) return null;
	const row = await db
		.selectFrom('users')
		.select(['created_at', 'reputation'])
		.where('id', '=', actor.userId)
		.executeTakeFirstOrThrow();
	if (now().getTime() - row.created_at.getTime() < PROPOSE.days * DAY) return 'days';
	return row.reputation < PROPOSE.reputation ? 'reputation' : null;
}

/**
 * Proposes other rules: the whole text as it would be, and why. It is talked over first, then voted on; by how many is fixed
 * now.
 *
 * @throws governance.may_not_propose, governance.proposals_many, governance.proposal_same, common.invalid_input
 */
export async function proposeRules(db: Db, actor: Actor, input: ProposalInput): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(proposalSchema, input);
	const { html } = await renderMarkdown(given.source, { base: 'post', idPrefix: 'proposal-' });
	// Rendered once now, so that rules which cannot be rendered are refused before anybody votes on them.
	await renderRules(given.texts);
	return inTransaction(db, async (tx) => {
		await oneAtATime.execute(tx);
		const why = await whyNotPropose(tx, actor);
		if (why !== null) throw governanceError('may_not_propose', { detail: `By the rule: ${why}.` });
		const open = await tx
			.selectFrom('rule_proposals')
			.select('proposer_id')
			.where('status', 'in', ['discussion', 'vote', 'accepted'])
			.execute();
		const own = open.filter(({ proposer_id }) => proposer_id === userId).length;
		if (open.length >= MOST_OPEN || own >= OWN_OPEN) throw governanceError('proposals_many');
		const current = await rulesInForce(tx);
		if (current && current.texts.en === given.texts.en && current.texts['zh-CN'] === given.texts['zh-CN'])
			throw governanceError('proposal_same');
		if (given.discussionId) {
			const item = await tx
				.selectFrom('items')
				.select('id')
				.where('id', '=', given.discussionId)
				.where('kind', '=', 'discussion')
				.where('status', '=', 'published')
				.where('listed', '=', true)
				.executeTakeFirst();
			if (!item) throw commonError('invalid_input', { fields: { discussionId: 'common.bad_value' } });
		}
		const at = now();
		const { n: active } = await tx
			.selectFrom('users')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.where('last_seen_at', '>', new Date(at.getTime() - 90 * DAY))
			.where('email_verified', '=', true)
			.executeTakeFirstOrThrow();
		const discussionEnds = new Date(at.getTime() + given.discussionDays * DAY);
		const { id } = await tx
			.insertInto('rule_proposals')
			.values({
				title: given.title,
				source: given.source,
				html,
				base_version: current?.version ?? 0,
				texts: JSON.stringify(given.texts),
				discussion_id: given.discussionId ?? null,
				discussion_ends_at: discussionEnds,
				vote_ends_at: new Date(discussionEnds.getTime() + given.voteDays * DAY),
				in_force_days: given.inForceDays,
				quorum: quorumOf(Number(active)),
				majority: MAJORITY,
				proposer_id: userId,
				created_at: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await emit(tx, userId, 'governance.changed', {
			what: 'proposal',
			id,
			change: 'proposed',
			title: given.title,
			people: [],
		});
		return { id };
	});
}

/**
 * Writes the first rules of a place, which nobody could vote on before there were any.
 *
 * @throws common.forbidden, governance.proposals_many when there are rules already
 */
export async function writeFirstRules(db: Db, actor: Actor, input: unknown): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	if (actor.role !== 'admin') throw commonError('forbidden');
	const { texts } = validate(firstRulesSchema, input);
	const htmls = await renderRules(texts);
	await inTransaction(db, async (tx) => {
		await oneAtATime.execute(tx);
		if (await rulesInForce(tx))
			throw governanceError('proposals_many', { detail: 'There are rules: they change by proposal.' });
		await tx
			.insertInto('rule_versions')
			.values({
				version: 1,
				texts: JSON.stringify(texts),
				htmls: JSON.stringify(htmls),
				made_by: userId,
				in_force_at: now(),
			})
			.execute();
	});
}
