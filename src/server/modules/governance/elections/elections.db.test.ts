import { afterEach, expect, test } from 'vitest';
import { now, travel } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { testDatabase } from '../../../platform/db/testing.ts';
import { aPerson, aSpace, type PersonBuilt } from '../../items/testing.ts';
import {
	answerAsCandidate,
	askCandidates,
	ballotFile,
	callElection,
	cancelElection,
	castBallot,
	confirmElected,
	countVoters,
	drawOrder,
	type ElectionInput,
	listCandidates,
	listElectionQuestions,
	listElections,
	moveElectionsOn,
	mustSeeElection,
	newReceipt,
	stand,
	standingIn,
	withdraw,
} from '../index.ts';
import { countBallots } from './count-ballots.ts';
import { receiptHash } from './receipt.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? (Object.values(error.fields)[0] ?? error.code) : `bug: ${error}`),
	);
const goTo = (moment: string) => travel(Date.parse(moment) - Date.now());
afterEach(() => travel(0));

// The week of the vote is the one in which clocks go forward in Berlin: Sunday 2030-03-31.
goTo('2030-03-01T12:00:00Z');
const admin = await aPerson(db, { role: 'admin' });
const people: PersonBuilt[] = [];
for (let n = 0; n < 9; n++) people.push(await aPerson(db, { reputation: 500 }));
const [ann, ben, cleo, dan, ...voters] = people as [
	PersonBuilt,
	PersonBuilt,
	PersonBuilt,
	PersonBuilt,
	...PersonBuilt[],
];
await db
	.updateTable('users')
	.set({ created_at: new Date('2029-01-01') })
	.execute();
travel(0);

async function anElection(input: Partial<ElectionInput> = {}, candidates = [ann, ben, cleo]) {
	goTo('2030-03-20T12:00:00Z');
	const { id } = await callElection(db, admin.actor, {
		title: 'Spring election',
		seats: 1,
		timeZone: 'Europe/Berlin',
		nominationUntil: '2030-03-24',
		questionsUntil: '2030-03-28',
		ballotUntil: '2030-03-31',
		...input,
	});
	for (const one of candidates) await stand(db, one.actor, id, { source: `${one.name} stands.` });
	return id;
}
const toBallot = async () => {
	goTo('2030-03-29T00:30:00Z');
	await moveElectionsOn(db);
};
const toCount = async () => {
	goTo('2030-03-31T22:00:00Z');
	await moveElectionsOn(db);
};
const vote = (one: PersonBuilt, id: number, ranks: Record<string, number | ''>, receipt = newReceipt()) =>
	castBallot(db, one.actor, id, { ranks, receipt });

test('an election goes from nomination to its count by days of its zone, and the winner has the role when an administrator says so', async () => {
	const id = await anElection();
	for (let n = 0; n < 3; n++) await askCandidates(db, dan.actor, id, { text: 'One?' });
	expect(await code(askCandidates(db, dan.actor, id, { text: 'And?' }))).toBe('governance.questions_many');
	const { id: question } = await askCandidates(db, voters[0]!.actor, id, { text: 'How much time have you?' });
	await answerAsCandidate(db, ann.actor, question, { source: 'Two hours a day.' });
	expect((await listElectionQuestions(db, id)).at(-1)?.answers.map(({ handle }) => handle)).toEqual([
		ann.handle,
	]);
	expect(await code(answerAsCandidate(db, dan.actor, question, { source: 'Me, too.' }))).toBe(
		'governance.not_standing',
	);
	await toBallot();
	const open = await mustSeeElection(db, dan.actor, id);
	// The day on which clocks go forward ends at 22:00 UTC there, not at 23:00.
	expect([open.status, open.ballotEndsAt.toISOString()]).toEqual(['ballot', '2030-03-31T22:00:00.000Z']);
	expect(open.nominationEndsAt.toISOString()).toBe('2030-03-24T23:00:00.000Z');
	for (const [at, one] of voters.entries())
		await vote(one, id, at < 3 ? { [ann.id]: 1, [ben.id]: 2 } : { [ben.id]: 1 });
	expect(await countVoters(db, id)).toBe(5);
	// Nobody sees how it stands.
	expect((await mustSeeElection(db, admin.actor, id)).result).toBeNull();
	expect(await code(ballotFile(db, admin.actor, id, 'csv'))).toBe('governance.wrong_phase');
	await toCount();
	const counted = await mustSeeElection(db, dan.actor, id);
	expect(counted).toMatchObject({ status: 'counted', ballotCount: 5, result: { elected: [String(ann.id)] } });
	const role = async () =>
		(await db.selectFrom('users').select('role').where('id', '=', ann.id).executeTakeFirstOrThrow()).role;
	expect(await role()).toBe('member');
	expect(await code(confirmElected(db, dan.actor, id))).toBe('common.forbidden');
	await confirmElected(db, admin.actor, id);
	expect(await role()).toBe('moderator');
	expect(await code(confirmElected(db, admin.actor, id))).toBe('governance.nobody_to_seat');
	await db.updateTable('users').set({ role: 'member' }).where('id', '=', ann.id).execute();
});

test('anyone can count again: the published ballots, seed and rule give the published rounds', async () => {
	const id = await anElection({ seats: 2 });
	await toBallot();
	const receipts = new Map<string, string>();
	for (const [at, one] of voters.entries()) {
		const receipt = newReceipt();
		receipts.set(one.handle, receipt);
		await vote(
			one,
			id,
			[{ [ann.id]: 1, [cleo.id]: 2 }, { [ben.id]: 1, [ann.id]: 2 }, { [cleo.id]: 1 }][at % 3]!,
			receipt,
		);
	}
	await toCount();
	const counted = await mustSeeElection(db, dan.actor, id);
	const lines = (await ballotFile(db, dan.actor, id, 'csv'))
		.replace('\uFEFF', '')
		.trim()
		.split('\r\n')
		.slice(1);
	expect(lines).toHaveLength(5);
	// A voter finds the own ballot by the receipt, which nobody else can.
	const mark = receiptHash(receipts.get(voters[0]!.handle)!).slice(0, 16);
	expect(lines.find((line) => line.startsWith(mark))).toContain(`${ann.handle} > ${cleo.handle}`);
	const ids = new Map([ann, ben, cleo].map((one) => [one.handle, String(one.id)]));
	const ballots = lines.map((line) =>
		line
			.split(',')[1]!
			.split(' > ')
			.map((handle) => ids.get(handle)!),
	);
	expect(counted.lot).toEqual(drawOrder(counted.seed!, [ann.id, ben.id, cleo.id]));
	expect(countBallots(ballots, counted.lot!.map(String), 2)).toEqual(counted.result);
	expect((await ballotFile(db, dan.actor, id, 'blt')).split('\n')[0]).toBe('3 2');
});

test('a ballot with gaps is understood, one with duplicates, strangers or nothing is refused', async () => {
	const id = await anElection();
	await toBallot();
	const one = voters[0]!;
	expect(await code(vote(one, id, {}))).toBe('governance.ballot_empty');
	expect(await code(vote(one, id, { [ann.id]: '' }))).toBe('governance.ballot_empty');
	expect(await code(vote(one, id, { [ann.id]: 1, [ben.id]: 1 }))).toBe('governance.ballot_twice');
	expect(await code(vote(one, id, { [ann.id]: 4 }))).toBe('governance.ballot_rank');
	expect(await code(vote(one, id, { [ann.id]: -1 }))).toBe('governance.ballot_rank');
	expect(await code(vote(one, id, { [ann.id]: 1.5 }))).toBe('governance.ballot_rank');
	expect(await code(vote(one, id, { [dan.id]: 1 }))).toBe('governance.ballot_rank');
	expect(await code(vote(one, id, { [ann.id]: 1 }, 'guessed'))).toBe('governance.receipt_shape');
	expect((await vote(one, id, { [cleo.id]: 3, [ben.id]: 1 })).ranking).toEqual([ben.id, cleo.id]);
});

test('who votes twice votes once: the receipt changes the ballot, and without it nothing can', async () => {
	const id = await anElection();
	await toBallot();
	const one = voters[0]!;
	const receipt = newReceipt();
	const twice = await Promise.all([
		code(vote(one, id, { [ann.id]: 1 }, receipt)),
		code(vote(one, id, { [ann.id]: 1 }, receipt)),
		code(vote(one, id, { [ben.id]: 1 })),
	]);
	expect(twice.filter((said) => said === 'no refusal').length).toBeGreaterThan(0);
	expect(await countVoters(db, id)).toBe(1);
	const ballots = () => db.selectFrom('election_ballots').selectAll().where('election_id', '=', id).execute();
	expect(await ballots()).toHaveLength(1);
	// Whichever came first: another receipt is refused from then on, its own changes it.
	const [kept] = await ballots();
	const own = kept!.receipt_hash === receiptHash(receipt) ? receipt : null;
	expect(await code(vote(one, id, { [cleo.id]: 1 }))).toBe('governance.receipt_wrong');
	if (own) expect((await vote(one, id, { [cleo.id]: 1 }, own.toLowerCase())).changed).toBe(true);
	// Somebody else's receipt is no way to take over their ballot with a first vote.
	if (own) expect(await code(vote(voters[1]!, id, { [ann.id]: 1 }, own))).toBe('governance.receipt_wrong');
	expect((await standingIn(db, voters[1]!.actor, id)).voted).toBe(false);
	// Ballots name nobody and no time, and after the count rows of roll and ballots have nothing in common.
	expect(Object.keys(kept!).sort()).toEqual(['election_id', 'ranking', 'receipt_hash']);
});

test('what comes early or late is refused by the clock, also while no job has run', async () => {
	const id = await anElection();
	expect(await code(vote(voters[0]!, id, { [ann.id]: 1 }))).toBe('governance.wrong_phase');
	goTo('2030-03-24T23:00:00Z');
	expect(await code(stand(db, dan.actor, id, { source: 'Late.' }))).toBe('governance.wrong_phase');
	goTo('2030-03-28T23:00:00Z');
	expect(await code(askCandidates(db, voters[0]!.actor, id, { text: 'Late?' }))).toBe(
		'governance.wrong_phase',
	);
	await toBallot();
	await vote(voters[0]!, id, { [ann.id]: 1 });
	goTo('2030-03-31T22:00:00Z');
	expect(await code(vote(voters[1]!, id, { [ben.id]: 1 }))).toBe('governance.wrong_phase');
	expect(await code(withdraw(db, ann.actor, id))).toBe('governance.wrong_phase');
	await moveElectionsOn(db);
	expect((await mustSeeElection(db, dan.actor, id)).result?.elected).toEqual([String(ann.id)]);
	// A second run counts nothing again.
	expect(await moveElectionsOn(db)).toBe(0);
});

test('who withdraws while people vote is passed over: their ballots count for who comes next', async () => {
	const id = await anElection();
	await toBallot();
	for (const one of voters.slice(0, 3)) await vote(one, id, { [ann.id]: 1, [ben.id]: 2 });
	for (const one of voters.slice(3)) await vote(one, id, { [cleo.id]: 1 });
	await withdraw(db, ann.actor, id);
	expect(await code(withdraw(db, ann.actor, id))).toBe('governance.not_standing');
	await toCount();
	const counted = await mustSeeElection(db, dan.actor, id);
	expect(counted.result?.elected).toEqual([String(ben.id)]);
	expect(counted.result?.rounds[0]?.votes).toEqual({ [ben.id]: 3, [cleo.id]: 2 });
	expect((await listCandidates(db, id)).at(-1)?.person.id).toBe(ann.id);
	expect((await ballotFile(db, dan.actor, id, 'blt')).split('\n')[1]).toMatch(/^-\d$/);
});

test('the roll is frozen when the election is called, and who may stand is the published rule', async () => {
	const id = await anElection({ standRule: { days: 100, reputation: 400 } }, [ann]);
	const late = await aPerson(db, { reputation: 9000 });
	await db.updateTable('users').set({ created_at: now() }).where('id', '=', late.id).execute();
	expect((await standingIn(db, late.actor, id)).onRoll).toBe(false);
	expect(await code(stand(db, late.actor, id, { source: 'I am new.' }))).toBe('governance.may_not_stand');
	const poor = await aPerson(db, { reputation: 1 });
	await db
		.updateTable('users')
		.set({ created_at: new Date('2029-01-01') })
		.where('id', '=', poor.id)
		.execute();
	expect(await code(stand(db, poor.actor, id, { source: 'I am poor.' }))).toBe('governance.may_not_stand');
	const unverified = await aPerson(db, { emailVerified: false });
	expect(await code(stand(db, unverified.actor, id, { source: 'Who am I?' }))).toBe(
		'accounts.email_not_verified',
	);
	await toBallot();
	expect(await code(vote(late, id, { [ann.id]: 1 }))).toBe('governance.not_on_roll');
});

test('a space elects its own moderators, of its members, at once; nobody else learns of a private one', async () => {
	const space = await aSpace(db, {
		access: 'private',
		ownerId: cleo.id,
		members: [ann.id, ben.id, cleo.id].slice(0, 2),
	});
	const id = await anElection({ spaceId: space.id, seatsAtOnce: true, seats: 2 }, [ann]);
	expect(await code(stand(db, dan.actor, id, { source: 'From outside.' }))).toBe(
		'governance.election_not_found',
	);
	expect((await listElections(db, dan.actor)).items.map((one) => one.id)).not.toContain(id);
	await toBallot();
	await vote(ben, id, { [ann.id]: 1 });
	await toCount();
	expect((await mustSeeElection(db, ben.actor, id)).rollSize).toBe(3);
	const { role } = await db
		.selectFrom('space_members')
		.select('role')
		.where('space_id', '=', space.id)
		.where('user_id', '=', ann.id)
		.executeTakeFirstOrThrow();
	expect(role).toBe('moderator');
});

test('only administrators call; days must follow each other; nobody who stands or somebody who calls it off ends it', async () => {
	expect(await code(callElection(db, ann.actor, {} as ElectionInput))).toBe('common.forbidden');
	expect(await code(anElection({ ballotUntil: '2030-03-28' }))).toBe('governance.days_order');
	expect(await code(anElection({ ballotUntil: '2031-03-28' }))).toBe('governance.days_long');
	expect(await code(anElection({ timeZone: 'Mars/Olympus' }))).toBe('governance.time_zone');
	expect(await code(anElection({ seats: 0 }))).toBe('governance.seats');
	const lonely = await anElection({}, []);
	await toBallot();
	expect((await mustSeeElection(db, ann.actor, lonely)).status).toBe('cancelled');
	const stopped = await anElection();
	await toBallot();
	await vote(voters[0]!, stopped, { [ann.id]: 1 });
	expect(await code(cancelElection(db, ann.actor, stopped, { reason: 'Because.' }))).toBe('common.forbidden');
	await cancelElection(db, admin.actor, stopped, { reason: 'The site was down for a day.' });
	expect(
		await db.selectFrom('election_ballots').selectAll().where('election_id', '=', stopped).execute(),
	).toEqual([]);
	expect(await code(cancelElection(db, admin.actor, stopped, { reason: 'Again.' }))).toBe(
		'governance.wrong_phase',
	);
});
