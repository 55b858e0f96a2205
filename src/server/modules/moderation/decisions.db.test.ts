import { afterEach, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { dispatchEvent, drainEvents, emit } from '../../platform/events/index.ts';
import { liftRestraint, listRestraints, openIdentities } from '../accounts/index.ts';
import { growthHandlers } from '../growth/index.ts';
import { hideItem, publishItem, reply, vote } from '../items/index.ts';
import { anItem, aPerson, aReply, aSpace } from '../items/testing.ts';
import '../discussions/index.ts';
import '../questions/index.ts';
import { reassignWaiting } from './claim.ts';
import {
	addNote,
	appealDecision,
	claimCase,
	claimMinutes,
	decideAppeal,
	decideCase,
	decideCases,
	listAppeals,
	listModerationLog,
	listOwnReports,
	moderationHandlers,
	readCase,
	readHealth,
	readOwnAffairs,
	readReversals,
	readStatement,
	releaseCase,
	report,
	setDuty,
	takeNext,
	undoDecision,
	undoMinutes,
} from './index.ts';
import { aReport } from './testing.ts';

const { db } = await testDatabase();
afterEach(() => travel(0));
const MINUTE = 60_000;
const [author, reader, first, second, admin] = await Promise.all([
	aPerson(db),
	aPerson(db),
	aPerson(db, { role: 'moderator', name: 'First' }),
	aPerson(db, { role: 'moderator', name: 'Second' }),
	aPerson(db, { role: 'admin' }),
]);
const space = await aSpace(db);
const hidden = { measures: ['hide' as const], category: 'spam' as const, reason: 'Sells watches.' };
const by = (person: typeof first) => ({ actor: person.actor });
const statusOf = async (id: number) =>
	(await db.selectFrom('items').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status;
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => null,
		({ code }) => code as string,
	);
/** A reported item with its case; each by a reporter of its own, who is not counted out by the limits. */
async function aCase(given: { authorId?: number; kind?: string; spaceId?: number } = {}) {
	const item = await anItem(db, { kind: 'question', authorId: author.id, spaceId: space.id, ...given });
	const reporter = await aPerson(db);
	return { item, reporter, ...(await aReport(db, reporter, { itemId: item.id })) };
}

test('a case is claimed by one, decided by who holds it, its item hidden, its reporter told and its author given the reasons', async () => {
	const { item, caseId, reporter } = await aCase();
	const outcomes = await Promise.all([
		refusal(claimCase(db, first.actor, caseId)),
		refusal(claimCase(db, second.actor, caseId)),
	]);
	expect(outcomes.sort()).toEqual(['moderation.claimed_by_other', null]);
	const holder = (await readCase(db, first.actor, caseId)).row.claimedBy === first.id ? first : second;
	const other = holder === first ? second : first;
	expect(await refusal(decideCase(db, by(other), caseId, hidden))).toBe('moderation.claimed_by_other');
	const { id } = await decideCase(db, by(holder), caseId, hidden);
	expect(await statusOf(item.id)).toBe('hidden');
	await drainEvents(db, moderationHandlers);
	expect((await listOwnReports(db, reporter.actor)).items).toMatchObject([{ outcome: 'upheld', title: '' }]);
	const { statement, rights } = await readStatement(db, author.actor, id);
	expect(statement).toMatchObject({
		category: 'spam',
		reason: 'Sells watches.',
		actions: ['hide'],
		source: 'report',
	});
	expect([statement.title, statement.decidedBy]).toEqual([expect.stringContaining('Title of'), null]);
	expect(rights).toMatchObject({ concerned: true, appeal: true, undo: false });
	expect(await refusal(readStatement(db, reader.actor, id))).toBe('moderation.decision_not_found');
	expect(
		(await listModerationLog(db, reader.actor, { about: 'item', category: 'spam' })).items[0],
	).toMatchObject({
		action: 'item:hidden',
		reason: 'Sells watches.',
		decision: { id, appeal: null, jury: false },
		item: null,
	});
});

test('of two who decide at once, one finds it decided, and the item is changed once', async () => {
	const { caseId } = await aCase();
	const outcomes = await Promise.all([
		refusal(decideCase(db, by(first), caseId, hidden)),
		refusal(decideCase(db, by(second), caseId, { measures: [], reason: 'Fine as it is.' })),
	]);
	expect(outcomes.sort()).toEqual(['moderation.case_decided', null]);
	expect(
		await db.selectFrom('moderation_decisions').select('id').where('case_id', '=', caseId).execute(),
	).toHaveLength(1);
});

test('a moderator decides nothing of their own and nothing they reported; a member decides nothing', async () => {
	const own = await aCase({ authorId: first.id });
	expect(await refusal(decideCase(db, by(first), own.caseId, hidden))).toBe('moderation.case_not_found');
	const { item, caseId } = await aCase();
	await report(db, first.actor, { itemId: item.id, reason: 'spam' });
	expect(await refusal(claimCase(db, first.actor, caseId))).toBe('moderation.own_case');
	expect(await refusal(decideCase(db, by(first), caseId, hidden))).toBe('moderation.own_case');
	expect(await refusal(decideCase(db, by(reader), caseId, hidden))).toBe('common.forbidden');
	expect(
		(await decideCases(db, first.actor, { caseIds: [caseId, own.caseId], decision: hidden })).map(
			(one) => one.refused,
		),
	).toEqual(['moderation.own_case', 'moderation.case_not_found']);
	expect(await statusOf(item.id)).toBe('published');
});

test('what does not go together, is not possible or says nothing is refused, and nothing happens', async () => {
	const { item, caseId } = await aCase();
	const refused = (input: object) =>
		refusal(
			decideCase(db, by(first), caseId, { reason: 'A reason', category: 'spam', measures: [], ...input }),
		);
	expect(await refused({ measures: ['hide', 'delete'] })).toBe('moderation.measures_conflict');
	expect(await refused({ measures: ['dismiss', 'warn'] })).toBe('moderation.measures_conflict');
	expect(await refused({ measures: ['hide'], category: null })).toBe('moderation.category_missing');
	expect(await refused({ measures: ['move'] })).toBe('moderation.space_missing');
	expect(await refused({ measures: ['merge'] })).toBe('moderation.duplicate_missing');
	expect(await refused({ measures: ['hide'], reason: '' })).toBe('common.invalid_input');
	expect(await refused({ measures: ['burn'] })).toBe('common.invalid_input');
	const staff = await aCase({ authorId: second.id });
	expect(
		await refusal(
			decideCase(db, by(first), staff.caseId, { measures: ['suspend'], category: 'spam', reason: 'No' }),
		),
	).toBe('common.invalid_input');
	expect(
		await refusal(
			decideCase(db, by(first), staff.caseId, {
				measures: ['suspend'],
				category: 'spam',
				reason: 'Not mine to do',
			}),
		),
	).toBe('common.forbidden');
	expect(await statusOf(item.id)).toBe('published');
	expect((await readCase(db, first.actor, caseId)).row.status).toBe('open');
});

test('of a text that is gone nothing is done: the case is dismissed, or the person dealt with', async () => {
	const { item, caseId } = await aCase();
	await hideItem(db, second.actor, item.id);
	expect(await refusal(decideCase(db, by(first), caseId, hidden))).toBe('moderation.subject_gone');
	await db.updateTable('items').set({ status: 'deleted' }).where('id', '=', item.id).execute();
	expect((await readCase(db, first.actor, caseId)).possible).toEqual([
		'dismiss',
		'warn',
		'slow',
		'silence',
		'suspend',
	]);
	await decideCase(db, by(first), caseId, { measures: ['warn'], category: 'spam', reason: 'Please do not.' });
});

test('questions are merged, items moved and locked, texts edited, and every one of it taken back by an undo', async () => {
	const original = await anItem(db, { kind: 'question', spaceId: space.id });
	const elsewhere = await aSpace(db);
	const { item, caseId } = await aCase();
	const state = () =>
		db
			.selectFrom('items as i')
			.innerJoin('item_bodies as b', 'b.item_id', 'i.id')
			.select(['i.space_id', 'i.closed_at', 'i.locked_at', 'i.title', 'b.source'])
			.where('i.id', '=', item.id)
			.executeTakeFirstOrThrow();
	const before = await state();
	await db
		.insertInto('item_tags')
		.values({
			item_id: item.id,
			tag_id: (
				await db
					.insertInto('tags')
					.values({ slug: 'sql', name: 'sql' })
					.returning('id')
					.executeTakeFirstOrThrow()
			).id,
		})
		.execute();
	await db
		.updateTable('items')
		.set({ tag_slugs: ['sql'] })
		.where('id', '=', item.id)
		.execute();
	const { id } = await decideCase(db, by(first), caseId, {
		measures: ['edit', 'merge', 'lock', 'move'],
		category: 'duplicate',
		reason: 'Asked before.',
		duplicateOf: original.id,
		spaceId: elsewhere.id,
		title: 'What is a lock?',
		source: 'A text that somebody looked over, without the telephone number.',
	});
	const after = await state();
	expect(after).toMatchObject({ space_id: elsewhere.id, title: 'What is a lock?' });
	expect([after.closed_at, after.locked_at]).toEqual([expect.any(Date), expect.any(Date)]);
	await undoDecision(db, first.actor, id);
	expect(await state()).toEqual(before);
	expect((await readCase(db, first.actor, caseId)).row).toMatchObject({
		status: 'open',
		reopened: 1,
		claimedBy: first.id,
	});
	expect(await refusal(undoDecision(db, first.actor, id))).toBe('moderation.undone_already');
});

test('only who decided takes it back, within minutes; a case that was reported anew meanwhile stays one', async () => {
	const { item, caseId, reporter } = await aCase();
	const { id } = await decideCase(db, by(first), caseId, { measures: [], reason: 'Nothing in it.' });
	expect(await refusal(undoDecision(db, second.actor, id))).toBe('moderation.not_the_decider');
	const again = await aReport(db, reader, { itemId: item.id });
	expect(again.caseId).not.toBe(caseId);
	await undoDecision(db, first.actor, id);
	const rows = await db
		.selectFrom('moderation_cases')
		.select(['id', 'status'])
		.where('item_id', '=', item.id)
		.orderBy('id')
		.execute();
	expect(rows.map(({ status }) => status)).toEqual(['decided', 'open']);
	const late = await decideCase(db, by(first), again.caseId, hidden);
	travel((undoMinutes + 1) * MINUTE);
	expect(await refusal(undoDecision(db, first.actor, late.id))).toBe('moderation.undo_too_late');
	expect(reporter.id).toBeGreaterThan(0);
});

test('silence keeps somebody from posting and from nothing private; slow lets one post through in its time', async () => {
	const loud = await aPerson(db);
	const identities = openIdentities(db);
	const actorOf = async (person: typeof loud) => {
		identities.forget(person.id);
		const token = `token-of-${person.handle}-0000000000`;
		await db
			.insertInto('sessions')
			.values({ user_id: person.id, token, expires_at: new Date(Date.now() + 9 * 86_400_000) })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		return (await identities.identifyBrowser(new Headers({ cookie: `stoa.session_token=${token}.x` }))).actor;
	};
	const talk = await anItem(db, { kind: 'discussion', spaceId: space.id });
	const post = async () =>
		refusal(reply(db, await actorOf(loud), { itemId: talk.id, kind: 'post', source: 'Something to say.' }));
	const decide = async (measure: 'slow' | 'silence', days: number) => {
		const { caseId } = await aReport(db, await aPerson(db), { handle: loud.handle });
		return decideCase(db, by(admin), caseId, {
			measures: [measure],
			category: 'abuse',
			reason: 'Shouting.',
			days,
			pauseMinutes: 10,
		});
	};
	await decide('slow', 3);
	expect(await post()).toBeNull();
	expect(await post()).toBe('accounts.slowed');
	// Who was identified before the pause began finds it all the same, and two at once find one turn.
	const early = await actorOf(loud);
	travel(11 * MINUTE);
	const both = await Promise.all(
		[1, 2].map(() => refusal(reply(db, early, { itemId: talk.id, kind: 'post', source: 'Twice at once.' }))),
	);
	expect(both.sort()).toEqual(['accounts.slowed', null]);
	const { id } = await decide('silence', 3);
	travel(60 * MINUTE);
	expect(await post()).toBe('accounts.silenced');
	const silenced = await actorOf(loud);
	expect(
		await refusal(
			publishItem(db, silenced, {
				kind: 'discussion',
				spaceId: space.id,
				title: 'A title',
				source: 'Some text here.',
				tags: [],
			}),
		),
	).toBe('accounts.silenced');
	expect((await readOwnAffairs(db, silenced)).restraints.map(({ kind }) => kind)).toEqual([
		'silence',
		'slow',
	]);
	await appealDecision(db, silenced, id, { words: 'I was quoting somebody else.' });
	travel(4 * 86_400_000);
	expect(await post()).toBeNull();
	expect(await listRestraints(db, loud.id)).toEqual([]);
	await liftRestraint(db, 'silence', 1);
});

test('the ladder offers the next step: a warning, then a pause; a reversed one does not count', async () => {
	const often = await aPerson(db);
	const next = async () => {
		const { caseId } = await aCase({ authorId: often.id });
		const { history } = await readCase(db, admin.actor, caseId);
		return { caseId, next: history!.next };
	};
	const one = await next();
	expect(one.next).toEqual({ measure: 'warn', days: null });
	await decideCase(db, by(first), one.caseId, {
		measures: ['warn'],
		category: 'spam',
		reason: 'Please do not.',
	});
	const two = await next();
	expect(two.next).toEqual({ measure: 'slow', days: 3 });
	const { id } = await decideCase(db, by(first), two.caseId, {
		measures: ['slow'],
		days: 3,
		category: 'spam',
		reason: 'Again.',
	});
	expect((await next()).next).toEqual({ measure: 'silence', days: 3 });
	const appeal = await appealDecision(db, often.actor, id, { words: 'That was not spam at all.' });
	await decideAppeal(db, second.actor, appeal.id, { reverse: true, answer: 'Right, it was not.' });
	expect((await next()).next).toEqual({ measure: 'slow', days: 3 });
	expect(await listRestraints(db, often.id)).toEqual([]);
});

test('an appeal is decided by another than the first and not by who appeals; reversed, the item is back', async () => {
	const { item, caseId } = await aCase();
	const { id } = await decideCase(db, by(first), caseId, hidden);
	expect(await refusal(appealDecision(db, reader.actor, id, { words: 'Not about me, but unfair.' }))).toBe(
		'moderation.decision_not_found',
	);
	const appeal = await appealDecision(db, { ...author.actor, suspended: true }, id, {
		words: 'I sell nothing, it was a quotation.',
	});
	expect(await refusal(appealDecision(db, author.actor, id, { words: 'And once more, please.' }))).toBe(
		'moderation.appealed_already',
	);
	const reverse = { reverse: true, answer: 'A quotation indeed.' };
	expect(await refusal(decideAppeal(db, first.actor, appeal.id, reverse))).toBe('moderation.same_reviewer');
	// Also when the appellant is made a moderator, and also for an administrator who decided first.
	expect(await refusal(decideAppeal(db, { ...author.actor, role: 'admin' }, appeal.id, reverse))).toBe(
		'moderation.appellant_decides',
	);
	expect(await refusal(undoDecision(db, first.actor, id))).toBe('moderation.undo_too_late');
	expect((await listAppeals(db, first.actor)).items.find((one) => one.id === appeal.id)?.mine).toBe(false);
	const outcomes = await Promise.all(
		[second, admin].map((one) => refusal(decideAppeal(db, one.actor, appeal.id, reverse))),
	);
	expect(outcomes.sort()).toEqual(['moderation.appeal_decided', null]);
	expect(await statusOf(item.id)).toBe('published');
	const { statement } = await readStatement(db, author.actor, id);
	expect(statement).toMatchObject({
		reversedAt: expect.any(Date),
		appeal: { status: 'reversed', answer: 'A quotation indeed.' },
	});
	await drainEvents(db, moderationHandlers);
	const lines = (await listModerationLog(db, reader.actor, { appealed: true })).items.filter(
		(one) => one.decision?.id === id,
	);
	expect(lines.map(({ action }) => action).sort()).toEqual(['appeal:reversed', 'item:hidden', 'item:shown']);
});

test('where the only moderator decided, an administrator hears the appeal, and nobody else can', async () => {
	const alone = await aPerson(db, { role: 'moderator' });
	const { caseId } = await aCase();
	const { id } = await decideCase(db, by(alone), caseId, hidden);
	await db.updateTable('users').set({ role: 'member' }).where('id', 'in', [first.id, second.id]).execute();
	const member = { ...first.actor, role: 'member' as const };
	const appeal = await appealDecision(db, author.actor, id, { words: 'Please look at it again.' });
	const upheld = { reverse: false, answer: 'It sells watches.' };
	expect(await refusal(decideAppeal(db, alone.actor, appeal.id, upheld))).toBe('moderation.same_reviewer');
	expect(await refusal(decideAppeal(db, member, appeal.id, upheld))).toBe('common.forbidden');
	await decideAppeal(db, admin.actor, appeal.id, upheld);
	await db.updateTable('users').set({ role: 'moderator' }).where('id', 'in', [first.id, second.id]).execute();
});

test('an appeal comes in time, and one that nobody decided in time is overdue', async () => {
	const { caseId } = await aCase();
	const { id } = await decideCase(db, by(first), caseId, hidden);
	const late = await aCase();
	const { id: lateId } = await decideCase(db, by(first), late.caseId, hidden);
	const { dueAt } = await appealDecision(db, author.actor, id, { words: 'I sell nothing at all.' });
	travel(dueAt.getTime() - Date.now() + MINUTE);
	expect((await listAppeals(db, second.actor)).items.find((one) => one.decisionId === id)).toMatchObject({
		overdue: true,
	});
	expect((await readReversals(db, reader.actor)).all.overdue).toBeGreaterThan(0);
	travel(15 * 86_400_000);
	expect(await refusal(appealDecision(db, author.actor, lateId, { words: 'Too late, I know.' }))).toBe(
		'moderation.appeal_too_late',
	);
});

test('a jury decides in nobody’s name, its jurors hear no appeal of it, and it cannot edit', async () => {
	const { item, caseId } = await aCase();
	const jury = { juryId: 5, jurors: [second.id, reader.id] };
	expect(
		await refusal(decideCase(db, jury, caseId, { ...hidden, measures: ['edit'], source: 'Else.' })),
	).toBe('moderation.measure_not_possible');
	const { id } = await decideCase(db, jury, caseId, { ...hidden, measures: ['delete', 'silence'], days: 3 });
	expect(await statusOf(item.id)).toBe('deleted');
	const appeal = await appealDecision(db, author.actor, id, { words: 'They did not read it.' });
	expect(await refusal(decideAppeal(db, second.actor, appeal.id, { reverse: true, answer: ' ' }))).toBe(
		'common.invalid_input',
	);
	expect(
		await refusal(decideAppeal(db, second.actor, appeal.id, { reverse: true, answer: 'Yes, right.' })),
	).toBe('moderation.same_reviewer');
	const { undone } = await decideAppeal(db, first.actor, appeal.id, {
		reverse: true,
		answer: 'Nothing wrong with it.',
	});
	expect(undone).toEqual(['silence', 'delete']);
	expect(await statusOf(item.id)).toBe('published');
	expect(await listRestraints(db, author.id)).toEqual([]);
});

test('replies are hidden and come back with their counts', async () => {
	const item = await anItem(db, { kind: 'question', spaceId: space.id });
	const answer = await aReply(db, { itemId: item.id, authorId: author.id });
	const { caseId } = await aReport(db, await aPerson(db), { replyId: answer.id });
	const count = async () =>
		(await db.selectFrom('items').select('answer_count').where('id', '=', item.id).executeTakeFirstOrThrow())
			.answer_count;
	const { id } = await decideCase(db, by(first), caseId, hidden);
	expect(await count()).toBe(0);
	await undoDecision(db, first.actor, id);
	expect(await count()).toBe(1);
});

test('cases go to who has the least, not to who is away, involved or done for today; what nobody comes for goes on', async () => {
	await db.deleteFrom('moderation_cases').execute();
	await setDuty(db, admin.actor, { away: true });
	const others = (
		await db
			.selectFrom('users')
			.select('id')
			.where('role', '=', 'moderator')
			.where('id', 'not in', [first.id, second.id])
			.execute()
	).map(({ id }) => id);
	if (others.length)
		await db.updateTable('users').set({ role: 'member' }).where('id', 'in', others).execute();
	const assigned = async (id: number) => (await readCase(db, admin.actor, id)).row.assignedTo;
	const ids: number[] = [];
	for (let n = 0; n < 4; n++) ids.push((await aCase()).caseId);
	const given = await Promise.all(ids.map(assigned));
	expect([...new Set(given)].sort()).toEqual([first.id, second.id].sort());
	expect(given.filter((one) => one === first.id)).toHaveLength(2);
	const own = await aCase({ authorId: first.id });
	expect(await assigned(own.caseId)).toBe(second.id);
	await setDuty(db, second.actor, { away: true });
	expect(new Set(await Promise.all(ids.map(assigned)))).toEqual(new Set([first.id]));
	expect(await assigned(own.caseId)).toBeNull();
	// First has a limit of one a day.
	await setDuty(db, first.actor, { dailyLimit: 1 });
	await db.deleteFrom('moderation_decisions').execute();
	const { id } = await takeNext(db, first.actor);
	await decideCase(db, by(first), id, { measures: [], reason: 'Nothing in it.' });
	expect(await refusal(takeNext(db, first.actor))).toBe('moderation.daily_limit');
	const more = await aCase();
	expect(await assigned(more.caseId)).toBeNull();
	await setDuty(db, second.actor, {});
	await setDuty(db, admin.actor, {});
	expect(await reassignWaiting(db)).toBeGreaterThan(0);
	expect(await assigned(more.caseId)).not.toBeNull();
});

test('a claim ends by itself, is given back, and what is next is neither held nor reported by oneself', async () => {
	await db.deleteFrom('moderation_cases').execute();
	await setDuty(db, first.actor, {});
	const { item, caseId } = await aCase();
	await claimCase(db, second.actor, caseId);
	expect(await refusal(takeNext(db, first.actor))).toBe('moderation.nothing_waits');
	travel((claimMinutes + 1) * MINUTE);
	expect((await takeNext(db, first.actor)).id).toBe(caseId);
	expect(await refusal(releaseCase(db, second.actor, caseId))).toBe('moderation.not_claimed');
	await releaseCase(db, first.actor, caseId);
	await report(db, second.actor, { itemId: item.id, reason: 'spam' });
	expect(await refusal(takeNext(db, second.actor))).toBe('moderation.nothing_waits');
	await addNote(db, first.actor, caseId, { text: 'Seen him before.' });
	expect((await readCase(db, second.actor, caseId)).notes).toMatchObject([{ text: 'Seen him before.' }]);
});

test('health and reversals count what was done; a reviewer is not named to everybody for one appeal', async () => {
	await db.deleteFrom('moderation_cases').execute();
	const { caseId } = await aCase();
	await decideCase(db, by(first), caseId, hidden);
	const decision = await db
		.selectFrom('moderation_decisions')
		.select('id')
		.where('case_id', '=', caseId)
		.executeTakeFirstOrThrow();
	const appeal = await appealDecision(db, author.actor, decision.id, { words: 'I sell nothing at all.' });
	await decideAppeal(db, second.actor, appeal.id, { reverse: true, answer: 'Right you are.' });
	await aCase();
	const health = await readHealth(db, admin.actor);
	expect(health).toMatchObject({ open: 1, reversal: { appeals: 1, reversed: 1 } });
	expect(health.backlog).toContainEqual({ upTo: 'hour', cases: 1 });
	expect(health.moderators.find(({ person }) => person.id === first.id)).toMatchObject({
		decided: 1,
		busiest: 1,
		reversed: 1,
	});
	expect(health.perDay.at(-1)).toMatchObject({ opened: 2, decided: 1 });
	expect(health.perDay).toHaveLength(30);
	expect(await refusal(readHealth(db, reader.actor))).toBe('common.forbidden');
	const published = await readReversals(db, reader.actor);
	expect(published.rules).toEqual([{ category: 'spam', decisions: 1, appeals: 1, reversed: 1 }]);
	expect(published.reviewers).toMatchObject([{ reviewer: null, decisions: 1, reversed: 1 }]);
	expect((await readReversals(db, admin.actor)).reviewers).toMatchObject([{ reviewer: { name: 'First' } }]);
});

test('standing goes with what is hidden and comes back with it, by an appeal and by an undo', async () => {
	const judged = await aPerson(db);
	const { item, caseId } = await aCase({ authorId: judged.id, kind: 'discussion' });
	await vote(db, reader.actor, { itemId: item.id, replyId: null, value: 1 });
	const standing = async () => {
		await drainEvents(db, growthHandlers);
		const row = await db
			.selectFrom('users')
			.select('reputation')
			.where('id', '=', judged.id)
			.executeTakeFirstOrThrow();
		const against = await db
			.selectFrom('upheld_decisions')
			.select('case_id')
			.where('user_id', '=', judged.id)
			.where('reversed_at', 'is', null)
			.execute();
		return { reputation: row.reputation, against: against.length };
	};
	const before = await standing();
	expect(before.reputation).toBeGreaterThan(0);
	const gone = { reputation: 0, against: 1 };
	const undone = await decideCase(db, by(first), caseId, hidden);
	expect(await standing()).toEqual(gone);
	await undoDecision(db, first.actor, undone.id);
	expect(await standing()).toEqual(before);
	const { id } = await decideCase(db, by(first), caseId, hidden);
	expect(await standing()).toEqual(gone);
	const appeal = await appealDecision(db, judged.actor, id, { words: 'I sell nothing at all here.' });
	await decideAppeal(db, second.actor, appeal.id, { reverse: true, answer: 'Right, you do not.' });
	expect(await standing()).toEqual(before);
});

test('what the checks held is released: it is in sight, and a reversal of that hides it again', async () => {
	const item = await anItem(db, {
		kind: 'discussion',
		authorId: author.id,
		spaceId: space.id,
		status: 'held',
	});
	const id = await emit(db, null, 'checks.flagged', {
		itemId: item.id,
		replyId: null,
		authorId: author.id,
		decision: 'hold',
		confidence: 0.6,
		reasons: ['spam'],
	});
	await dispatchEvent(db, moderationHandlers, id);
	const { id: caseId } = await db
		.selectFrom('moderation_cases')
		.select('id')
		.where('item_id', '=', item.id)
		.executeTakeFirstOrThrow();
	expect((await readCase(db, first.actor, caseId)).possible).toContain('release');
	const decision = await decideCase(db, by(first), caseId, { measures: ['release'], reason: 'Harmless.' });
	expect(await statusOf(item.id)).toBe('published');
	expect((await readStatement(db, first.actor, decision.id)).statement.outcome).toBe('dismissed');
	await undoDecision(db, first.actor, decision.id);
	expect(await statusOf(item.id)).toBe('hidden');
});
