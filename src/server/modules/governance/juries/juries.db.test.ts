import { afterEach, beforeEach, expect, test } from 'vitest';
import { travel } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { testDatabase } from '../../../platform/db/testing.ts';
import { anItem, aPerson, type PersonBuilt, plainKinds } from '../../items/testing.ts';
import { report } from '../../moderation/index.ts';
import { digest, drawOrder } from '../draw.ts';
import {
	type CaseForJury,
	callJury,
	declineJury,
	juryAgreement,
	listJuries,
	moveJuriesOn,
	readJury,
	readJuryDuty,
	setJuryDuty,
	useCaseDesk,
	voteInJury,
} from '../index.ts';
import type { Verdict } from './case-desk.ts';
import { outcomeOf } from './jury.ts';
import { queueDesk } from './queue-desk.ts';

plainKinds();
const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? (Object.values(error.fields)[0] ?? error.code) : `bug: ${error}`),
	);
const HOUR = 3_600_000;

const mod = await aPerson(db, { role: 'moderator' });
const author = await aPerson(db);
const reporter = await aPerson(db);
/** Trusted by any measure of trust: what levels ask for is the business of growth. */
const trusted = async () => {
	const one = await aPerson(db, { reputation: 100_000 });
	await makeTrusted(one.id);
	return one;
};
async function makeTrusted(id: UserId): Promise<void> {
	await db.updateTable('users').set({ level: 3 }).where('id', '=', id).execute();
}
const jurors: PersonBuilt[] = [];
for (let n = 0; n < 9; n++) jurors.push(await trusted());
const byId = (id: number) => jurors.find((one) => one.id === id)!;

// A queue of the test's own: cases by number, and what was decided of them.
const cases = new Map<number, CaseForJury>();
const verdicts: Verdict[] = [];
useCaseDesk({
	readCase: async (_, __, id) => cases.get(id) ?? null,
	isOpen: async (_, id) => cases.get(id)?.open === true,
	async decide(_, verdict) {
		verdicts.push(verdict);
		cases.get(verdict.caseId)!.open = false;
	},
});
let next = 0;
function aCase(more: Partial<CaseForJury> = {}): number {
	const id = ++next;
	cases.set(id, {
		id,
		open: true,
		title: `Case ${id}`,
		spaceId: null,
		evidence: {
			text: 'Buy now!',
			itemId: null,
			replyId: null,
			personId: author.id,
			category: 'spam',
			reports: ['An advertisement.'],
		},
		parties: [author.id, reporter.id],
		handled: [],
		...more,
	});
	return id;
}
const drawn = async (jury: number) =>
	(await db.selectFrom('jury_seats').selectAll().where('jury_id', '=', jury).orderBy('drawn').execute()).map(
		(row) => ({ ...row, who: byId(row.user_id) }),
	);
const reasons = 'It only sells something and answers nothing.';

beforeEach(async () => {
	verdicts.length = 0;
	// Nobody has been summoned too often yet.
	await db.deleteFrom('juries').execute();
});
afterEach(() => travel(0));

test('a jury votes without seeing each other, the last vote closes it, and its majority decides the case', async () => {
	const caseId = aCase();
	const { id } = await callJury(db, mod.actor, { caseId, size: 3 });
	expect(await code(callJury(db, mod.actor, { caseId, size: 3 }))).toBe('governance.jury_running');
	const seats = await drawn(id);
	const [one, two, three] = seats.map(({ who }) => who) as [PersonBuilt, PersonBuilt, PersonBuilt];
	expect((await readJuryDuty(db, one.actor)).duties.map(({ jury, status }) => [jury.id, status])).toEqual([
		[id, 'summoned'],
	]);
	expect((await readJury(db, one.actor, id)).evidence).toMatchObject({
		text: 'Buy now!',
		reports: ['An advertisement.'],
	});
	await voteInJury(db, one.actor, id, { vote: 'uphold', reasons });
	expect(await code(voteInJury(db, one.actor, id, { vote: 'dismiss', reasons }))).toBe(
		'governance.juror_voted',
	);
	for (const reader of [two, mod]) {
		const page = await readJury(db, reader.actor, id);
		expect([page.votes, page.draw, page.jury.upheldVotes]).toEqual([[], null, null]);
		expect(JSON.stringify(page)).not.toContain(reasons);
	}
	await voteInJury(db, two.actor, id, { vote: 'dismiss', reasons: 'It is a real question.' });
	expect(verdicts).toEqual([]);
	await voteInJury(db, three.actor, id, { vote: 'uphold', reasons });
	expect(verdicts).toMatchObject([{ juryId: id, caseId, outcome: 'upheld', category: 'spam' }]);
	expect(verdicts[0]!.reason).toContain('2 : 1');
	const visitor = await readJury(db, (await aPerson(db)).actor, id);
	expect(visitor.votes.map(({ vote }) => vote).sort()).toEqual(['dismiss', 'uphold', 'uphold']);
	expect(visitor.jury).toMatchObject({ outcome: 'upheld', upheldVotes: 2, dismissedVotes: 1 });
	expect(JSON.stringify(visitor.votes)).not.toContain(one.handle);
	// The draw can be made again by what is published.
	expect(digest(visitor.draw!.seed)).toBe(visitor.jury.seedHash);
	expect(drawOrder(visitor.draw!.seed, visitor.draw!.pool).slice(0, 3)).toEqual(
		seats.map(({ user_id }) => user_id),
	);
	expect((await listJuries(db, author.actor)).items.map((jury) => jury.id)).toEqual([id]);
	expect((await juryAgreement(db)).cases).toBe(1);
});

test('neither parties nor their friends judge: who follows, is followed, or often votes for one is never drawn', async () => {
	const [follower, followed, fan, foe, often, ...rest] = jurors as [
		PersonBuilt,
		PersonBuilt,
		PersonBuilt,
		PersonBuilt,
		PersonBuilt,
		...PersonBuilt[],
	];
	await db
		.insertInto('follows')
		.values([
			{ user_id: follower.id, person_id: author.id },
			{ user_id: reporter.id, person_id: followed.id },
		])
		.execute();
	const liked = await Promise.all(Array.from({ length: 5 }, () => anItem(db, { authorId: author.id })));
	const own = await Promise.all(Array.from({ length: 5 }, () => anItem(db, { authorId: often.id })));
	await db
		.insertInto('votes')
		.values([
			...liked.map(({ id }) => ({ user_id: fan.id, item_id: id, value: 1 })),
			...liked.map(({ id }) => ({ user_id: foe.id, item_id: id, value: -1 })),
			...own.map(({ id }) => ({ user_id: reporter.id, item_id: id, value: 1 })),
			// Four are no friendship yet.
			...liked.slice(1).map(({ id }) => ({ user_id: rest[0]!.id, item_id: id, value: 1 })),
		])
		.execute();
	try {
		const { id } = await callJury(db, mod.actor, { caseId: aCase({ handled: [rest[1]!.id] }), size: 3 });
		const pool = (await db.selectFrom('juries').select('pool').where('id', '=', id).executeTakeFirstOrThrow())
			.pool as number[];
		expect(pool).toEqual([rest[0]!.id, rest[2]!.id, rest[3]!.id].sort((a, b) => a - b));
		// Of friends alone no jury is made.
		expect(await code(callJury(db, mod.actor, { caseId: aCase(), size: 5 }))).toBe('governance.jury_few');
	} finally {
		await db.deleteFrom('votes').execute();
		await db.deleteFrom('follows').execute();
	}
});

test('who does not come in time has a substitute in the order of the draw, and votes no more', async () => {
	const { id } = await callJury(db, mod.actor, { caseId: aCase(), size: 3, jurorHours: 24 });
	const before = await drawn(id);
	await voteInJury(db, before[0]!.who.actor, id, { vote: 'uphold', reasons });
	await declineJury(db, before[1]!.who.actor, id);
	expect((await drawn(id)).map(({ status }) => status)).toEqual([
		'voted',
		'declined',
		'summoned',
		'summoned',
	]);
	travel(25 * HOUR);
	expect(await code(voteInJury(db, before[2]!.who.actor, id, { vote: 'uphold', reasons }))).toBe(
		'governance.juror_late',
	);
	await moveJuriesOn(db);
	const after = await drawn(id);
	expect(after.map(({ status }) => status)).toEqual([
		'voted',
		'declined',
		'absent',
		'absent',
		'summoned',
		'summoned',
	]);
	const pool = await db
		.selectFrom('juries')
		.select(['pool', 'seed'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	expect(after.map(({ user_id }) => user_id)).toEqual(
		drawOrder(pool.seed, pool.pool as number[]).slice(0, 6),
	);
	expect(await code(declineJury(db, before[2]!.who.actor, id))).toBe('governance.jury_closed');
});

test('without a quorum at its end a jury decides nothing, and a late vote changes nothing', async () => {
	const caseId = aCase();
	const { id } = await callJury(db, mod.actor, { caseId, size: 3, quorum: 2, days: 2, jurorHours: 48 });
	const [one, two] = (await drawn(id)).map(({ who }) => who) as [PersonBuilt, PersonBuilt];
	await voteInJury(db, one.actor, id, { vote: 'uphold', reasons });
	travel(48 * HOUR + 1000);
	expect(await code(voteInJury(db, two.actor, id, { vote: 'uphold', reasons }))).toBe(
		'governance.jury_closed',
	);
	await moveJuriesOn(db);
	expect((await readJury(db, mod.actor, id)).jury).toMatchObject({ status: 'failed', outcome: null });
	expect(verdicts).toEqual([]);
	expect(cases.get(caseId)!.open).toBe(true);
	// What was voted in vain is nobody's to see.
	expect((await readJury(db, mod.actor, id)).votes).toEqual([]);
	await moveJuriesOn(db);
});

test('a tie is for who is accused; a case that was decided meanwhile is not decided again', async () => {
	expect(outcomeOf(['uphold', 'dismiss'], 2)).toBe('dismissed');
	expect(outcomeOf(['uphold', 'uphold', 'dismiss'], 3)).toBe('upheld');
	expect(outcomeOf(['uphold', 'uphold'], 3)).toBeNull();
	const caseId = aCase();
	const { id } = await callJury(db, mod.actor, { caseId, size: 3 });
	cases.get(caseId)!.open = false;
	for (const { who } of await drawn(id)) await voteInJury(db, who.actor, id, { vote: 'uphold', reasons });
	expect(verdicts).toEqual([]);
	expect((await readJury(db, mod.actor, id)).jury.status).toBe('cancelled');
	expect(await code(callJury(db, mod.actor, { caseId, size: 3 }))).toBe('governance.jury_case_closed');
});

test('nobody is summoned against their will or more than three times in thirty days, and strangers learn nothing', async () => {
	for (const one of jurors.slice(0, 6)) await setJuryDuty(db, one.actor, false);
	for (let n = 0; n < 3; n++) await callJury(db, mod.actor, { caseId: aCase(), size: 3 });
	expect(await code(callJury(db, mod.actor, { caseId: aCase(), size: 3 }))).toBe('governance.jury_few');
	travel(31 * 24 * HOUR);
	const { id } = await callJury(db, mod.actor, { caseId: aCase(), size: 3 });
	expect((await drawn(id)).map(({ user_id }) => user_id).sort()).toEqual(
		jurors
			.slice(6)
			.map((one) => one.id)
			.sort(),
	);
	expect(await code(readJury(db, jurors[0]!.actor, id))).toBe('governance.jury_not_found');
	expect(await code(readJury(db, author.actor, id))).toBe('governance.jury_not_found');
	expect(await code(voteInJury(db, jurors[0]!.actor, id, { vote: 'uphold', reasons }))).toBe(
		'governance.jury_not_found',
	);
	expect(await code(callJury(db, author.actor, { caseId: 1 }))).toBe('common.forbidden');
	expect(await code(callJury(db, mod.actor, { caseId: 1, size: 3, quorum: 5 }))).toBe('governance.jury_size');
	expect(await code(voteInJury(db, jurors[7]!.actor, id, { vote: 'uphold', reasons: 'No.' }))).toBe(
		'governance.reason_missing',
	);
	for (const one of jurors) await setJuryDuty(db, one.actor, true);
	expect((await readJuryDuty(db, jurors[0]!.actor)).willing).toBe(true);
});

test('a case of the queue goes to a jury and comes back decided: what it upholds is hidden, what it dismisses stays', async () => {
	useCaseDesk(queueDesk);
	const item = await anItem(db, { authorId: author.id });
	const other = await anItem(db, { authorId: author.id });
	for (const { id } of [item, other])
		await report(db, reporter.actor, { itemId: id, reason: 'spam', words: 'Only an advertisement.' });
	const open = await db.selectFrom('moderation_cases').select(['id', 'item_id']).orderBy('id').execute();
	for (const [at, one] of open.entries()) {
		const { id } = await callJury(db, mod.actor, { caseId: one.id, size: 3 });
		expect((await readJury(db, mod.actor, id)).evidence).toMatchObject({
			category: 'spam',
			personId: author.id,
			reports: ['spam: Only an advertisement.'],
		});
		for (const { who } of await drawn(id))
			await voteInJury(db, who.actor, id, { vote: at === 0 ? 'uphold' : 'dismiss', reasons });
	}
	const status = async (id: number) =>
		(await db.selectFrom('items').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status;
	expect([await status(item.id), await status(other.id)]).toEqual(['hidden', 'published']);
	// A verdict shows nobody what is hidden, and never what reporters said.
	const passer = await aPerson(db);
	const seen = new Map<number, string>();
	for (const jury of (await listJuries(db, passer.actor)).items) {
		const { evidence } = await readJury(db, passer.actor, jury.id);
		expect(evidence!.reports).toEqual([]);
		if (evidence!.itemId !== null) seen.set(evidence!.itemId, evidence!.text);
	}
	expect([seen.get(item.id), seen.get(other.id)]).toEqual(['', expect.stringMatching(/./)]);
	const decisions = await db.selectFrom('moderation_decisions').selectAll().orderBy('id').execute();
	expect(
		decisions.map(({ outcome, jury_id, jurors: sat }) => [outcome, jury_id !== null, sat.length]),
	).toEqual([
		['upheld', true, 3],
		['dismissed', true, 3],
	]);
	// Who it is about learns nothing of a jury by calling one.
	const accused = await aPerson(db, { role: 'moderator' });
	const own = await anItem(db, { authorId: accused.id });
	await report(db, reporter.actor, { itemId: own.id, reason: 'spam' });
	const last = await db
		.selectFrom('moderation_cases')
		.select('id')
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
	expect(await code(callJury(db, accused.actor, { caseId: last.id, size: 3 }))).toBe(
		'governance.jury_case_closed',
	);
});
