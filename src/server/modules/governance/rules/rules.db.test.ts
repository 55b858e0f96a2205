import { afterEach, beforeEach, expect, test } from 'vitest';
import { travel } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { testDatabase } from '../../../platform/db/testing.ts';
import { anItem, aPerson } from '../../items/testing.ts';
import {
	findProposal,
	listProposals,
	listRuleVersions,
	moveProposalsOn,
	type ProposalInput,
	proposeRules,
	rulesAt,
	rulesInForce,
	vetoProposal,
	voteOnRules,
	withdrawProposal,
	writeFirstRules,
} from '../index.ts';
import { quorumOf, resultOf } from './proposal.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? (Object.values(error.fields)[0] ?? error.code) : `bug: ${error}`),
	);
const DAY = 86_400_000;
const admin = await aPerson(db, { role: 'admin' });
const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(db, { reputation: 500 })));
const [ann, ben, ...voters] = people as [(typeof people)[0], (typeof people)[0], ...typeof people];
await db
	.updateTable('users')
	.set({ created_at: new Date('2020-01-01') })
	.execute();

afterEach(() => travel(0));
beforeEach(async () => {
	await db.deleteFrom('rule_versions').execute();
	await db.deleteFrom('rule_proposals').execute();
	await writeFirstRules(db, admin.actor, { texts: { 'zh-CN': '## 友善', en: '## Be kind' } });
});
const propose = (who = ann, more: Partial<ProposalInput> = {}) =>
	proposeRules(db, who.actor, {
		title: 'Add a rule on citing',
		source: 'Copied code should say where from.',
		texts: { 'zh-CN': '## 友善\n\n## 注明来源', en: '## Be kind\n\n## Cite' },
		discussionDays: 2,
		voteDays: 3,
		inForceDays: 1,
		...more,
	});
const status = async (id: number) => (await findProposal(db, ann.actor, id)).status;

test('rules change by discussion, vote and a day of waiting, and what they were stays to be read', async () => {
	const talk = await anItem(db, { kind: 'discussion' });
	const { id } = await propose(ann, { discussionId: talk.id });
	expect((await findProposal(db, ben.actor, id)).discussion?.id).toBe(talk.id);
	expect(await code(voteOnRules(db, ben.actor, id, { choice: 'yes' }))).toBe('governance.vote_closed');
	travel(2 * DAY + 1000);
	// The clock opens the vote, whether or not the job has run.
	await voteOnRules(db, ben.actor, id, { choice: 'no' });
	await moveProposalsOn(db);
	await voteOnRules(db, ben.actor, id, { choice: 'yes' });
	for (const one of voters) await voteOnRules(db, one.actor, id, { choice: 'yes' });
	await voteOnRules(db, ann.actor, id, { choice: 'abstain' });
	expect((await findProposal(db, admin.actor, id)).votes).toBeNull();
	travel(5 * DAY + 1000);
	expect(await code(voteOnRules(db, ben.actor, id, { choice: 'no' }))).toBe('governance.vote_closed');
	await moveProposalsOn(db);
	expect(await findProposal(db, ann.actor, id)).toMatchObject({
		status: 'accepted',
		votes: { yes: 5, no: 0, abstain: 1 },
	});
	expect((await rulesInForce(db))?.version).toBe(1);
	travel(6 * DAY + 2000);
	await moveProposalsOn(db);
	expect(await rulesInForce(db)).toMatchObject({ version: 2, proposal: { id } });
	expect((await rulesInForce(db))?.htmls.en).toContain('Cite');
	expect((await rulesAt(db, 1)).texts.en).toBe('## Be kind');
	expect((await listRuleVersions(db)).map(({ version }) => version)).toEqual([2, 1]);
	expect(await moveProposalsOn(db)).toBe(0);
});

test('too few voters or too small a majority change nothing', async () => {
	expect(resultOf({ yes: 2, no: 0, abstain: 0 }, 3, 60)).toBe('no_quorum');
	expect(resultOf({ yes: 3, no: 2, abstain: 0 }, 3, 60)).toBe('accepted');
	expect(resultOf({ yes: 59, no: 41, abstain: 0 }, 3, 60)).toBe('rejected');
	expect(resultOf({ yes: 0, no: 0, abstain: 9 }, 3, 60)).toBe('rejected');
	expect([quorumOf(0), quorumOf(60), quorumOf(61), quorumOf(1000)]).toEqual([3, 3, 4, 50]);
	const { id } = await propose();
	travel(2 * DAY + 1000);
	await voteOnRules(db, ben.actor, id, { choice: 'yes' });
	travel(6 * DAY);
	await moveProposalsOn(db);
	expect(await status(id)).toBe('no_quorum');
	expect((await rulesInForce(db))?.version).toBe(1);
});

test('of two proposals on the same text the second is outdated when the first is in force', async () => {
	const first = await propose(ann);
	const second = await propose(ben, { inForceDays: 5, texts: { 'zh-CN': '', en: 'Nothing at all' } });
	travel(2 * DAY + 1000);
	for (const one of people)
		for (const { id } of [first, second]) await voteOnRules(db, one.actor, id, { choice: 'yes' });
	travel(30 * DAY);
	await moveProposalsOn(db);
	expect([await status(first.id), await status(second.id)]).toEqual(['in_force', 'outdated']);
	expect(await listRuleVersions(db)).toHaveLength(2);
});

test('an administrator stops a proposal in public, until it is in force; others cannot', async () => {
	const { id } = await propose();
	const reason = 'It would break the law of where this place is run.';
	expect(await code(vetoProposal(db, ben.actor, id, { reason }))).toBe('common.forbidden');
	expect(await code(vetoProposal(db, admin.actor, id, { reason: 'No.' }))).toBe('governance.reason_missing');
	travel(2 * DAY + 1000);
	for (const one of people) await voteOnRules(db, one.actor, id, { choice: 'yes' });
	travel(5 * DAY + 1000);
	await moveProposalsOn(db);
	await vetoProposal(db, admin.actor, id, { reason });
	expect(await findProposal(db, ann.actor, id)).toMatchObject({
		status: 'vetoed',
		votes: { yes: 6 },
		veto: { by: { handle: admin.handle }, reason },
	});
	travel(30 * DAY);
	await moveProposalsOn(db);
	expect((await rulesInForce(db))?.version).toBe(1);
	expect(await code(vetoProposal(db, admin.actor, id, { reason }))).toBe('governance.veto_late');
});

test('who may propose is the published rule, one at a time, and accounts made for a vote have none', async () => {
	const fresh = await aPerson(db, { reputation: 9000 });
	expect(await code(propose(fresh))).toBe('governance.may_not_propose');
	const poor = await aPerson(db);
	await db
		.updateTable('users')
		.set({ created_at: new Date('2020-01-01') })
		.where('id', '=', poor.id)
		.execute();
	expect(await code(propose(poor))).toBe('governance.may_not_propose');
	expect(await code(propose(ann, { texts: { 'zh-CN': '## 友善', en: '## Be kind' } }))).toBe(
		'governance.proposal_same',
	);
	expect(await code(propose(ann, { texts: { 'zh-CN': '', en: ' ' } }))).toBe('governance.text_missing');
	const hidden = await anItem(db, { kind: 'discussion', status: 'hidden' });
	expect(await code(propose(ann, { discussionId: hidden.id }))).toBe('common.bad_value');
	const { id } = await propose();
	expect(await code(propose(ann, { title: 'Another one' }))).toBe('governance.proposals_many');
	travel(2 * DAY + 1000);
	const made = await aPerson(db);
	await db
		.updateTable('users')
		.set({ created_at: new Date(Date.now() + DAY) })
		.where('id', '=', made.id)
		.execute();
	expect(await code(voteOnRules(db, made.actor, id, { choice: 'yes' }))).toBe('governance.not_on_roll');
	expect(await code(voteOnRules(db, ben.actor, id, { choice: 'maybe' }))).toBe('governance.vote_missing');
	expect(await code(withdrawProposal(db, ben.actor, id))).toBe('common.forbidden');
	expect(await code(withdrawProposal(db, ann.actor, id))).toBe('governance.wrong_phase');
	travel(0);
	await withdrawProposal(db, ann.actor, id);
	expect((await listProposals(db, ben.actor)).items[0]?.status).toBe('withdrawn');
	expect(await code(writeFirstRules(db, admin.actor, { texts: { en: 'Mine' } }))).toBe(
		'governance.proposals_many',
	);
});
