import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { now, travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import {
	type CohortInput,
	cancelCohort,
	checkIn,
	createCohort,
	editCohort,
	findCohort,
	joinCohort,
	leaveFreeCohort,
	listMembers,
	makeUp,
	publishCohort,
	takeSeat,
} from '../modules/cohorts/index.ts';
import { recordProgress } from '../modules/courses/index.ts';
import { aCourse, type CourseBuilt, readWhole } from '../modules/courses/testing.ts';
import { may } from '../modules/entitlements/index.ts';
import { aPerson, type PersonBuilt } from '../modules/items/testing.ts';
import { balanceOf, entriesOf, trialBalance, verifyLedger } from '../modules/ledger/index.ts';
import { findOrder, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { inTransaction } from '../platform/db/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout } from './checkout.ts';
import { leaveCohort, settleCohort } from './cohort-deposit.ts';
import { askForRefund, giveRefund } from './refund.ts';
import { sweepRefunds } from './send-refund.ts';
import { settleDue } from './settle-due.ts';
import { settlePayment } from './settle-payment.ts';
import { aNotice, fakeProvider } from './testing.ts';

const { db } = await testDatabase();
const DAY = 86_400_000;
const provider = fakeProvider();
const providers = new Map([['fake', provider]]);
const raise = (error: unknown) => {
	throw error;
};
const sendBack = () => sweepRefunds(db, providers, raise, { idleMs: -60_000 });
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
const day = (n: number) => new Date(now().getTime() + n * DAY).toISOString().slice(0, 10);
let keys = 0;
/** The moment that a test begins at: noon of today, so that no day ends meanwhile. */
const noon = () => travel(Date.parse(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`) - Date.now());
let from = 0;
/** So many days after the beginning of the test. */
const after = (days: number) => {
	noon();
	from = days;
	travel(Date.parse(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`) - Date.now() + days * DAY);
};

beforeEach(() => after(0));
afterEach(async () => {
	await sendBack();
	expect([...(await verifyLedger(db)), ...(await verifyOrders(db))]).toEqual([]);
	expect((await trialBalance(db)).reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
});
afterAll(() => travel(0));

async function aCohort(
	given: Partial<CohortInput> & { course?: CourseBuilt; access?: 'free' | 'paid' } = {},
): Promise<{ id: number; offerId: number | null; course: CourseBuilt }> {
	const { course: made, access = 'free', ...input } = given;
	const course = made ?? (await aCourse(db, { access, lessons: [{}, {}] }));
	const { id } = await createCohort(db, course.author.actor, course.id, {
		name: 'Spring',
		startsOn: day(1),
		endsOn: day(5),
		joinUntil: day(2),
		timeZone: 'UTC',
		seats: 10,
		currency: 'CNY',
		...input,
	});
	await publishCohort(db, course.author.actor, id);
	const { offerId } = (await findCohort(db, id))!;
	return { id, offerId, course };
}

const order = (buyer: PersonBuilt, offerId: number) =>
	checkout(db, buyer.actor, { offerId, key: `cohort-${++keys}-key` });
async function pay(buyer: PersonBuilt, orderId: number) {
	const { price } = await findOrder(db, buyer.actor, orderId);
	const { reference } = await startPayment(db, buyer.actor, orderId, 'fake');
	provider.pay(reference, price.amount);
	return settlePayment(db, aNotice({ reference, outcome: 'succeeded', amount: price.amount }), 2000);
}
async function join(cohort: { offerId: number | null }, person?: PersonBuilt) {
	const buyer = person ?? (await aPerson(db));
	const { orderId } = await order(buyer, cohort.offerId!);
	await pay(buyer, orderId);
	return { buyer, orderId };
}
const moved = async (orderId: number) =>
	(await entriesOf(db, `order:${orderId}`)).map(({ transfer, account, amount }) => [
		transfer,
		account,
		amount,
	]);
const statusOf = async (cohortId: number, { id }: PersonBuilt) =>
	(
		await db
			.selectFrom('cohort_members')
			.select('status')
			.where('cohort_id', '=', cohortId)
			.where('user_id', '=', id)
			.executeTakeFirst()
	)?.status;
const learn = (person: PersonBuilt, course: CourseBuilt, lessons = course.lessons) =>
	recordProgress(db, person.actor, { reports: lessons.map((id) => readWhole(id)) });

test('a deposit is held, and goes back whole to who completes the course in time; else it is the seller’s', async () => {
	const cohort = await aCohort({ deposit: 9900 });
	const [one, two] = [await join(cohort), await join(cohort)];
	expect(await moved(one.orderId)).toEqual([
		['sale', 'clearing', 9900],
		['sale', 'escrow', -9900],
	]);
	await learn(one.buyer, cohort.course);
	await learn(two.buyer, cohort.course, cohort.course.lessons.slice(0, 1));
	after(4);
	expect(await settleDue(db)).toBe(0);
	after(6);
	expect(await settleDue(db)).toBe(1);
	expect(await settleDue(db)).toBe(0);
	await sendBack();
	expect([await statusOf(cohort.id, one.buyer), await statusOf(cohort.id, two.buyer)]).toEqual([
		'passed',
		'failed',
	]);
	expect((await findOrder(db, one.buyer.actor, one.orderId)).refunded).toBe(9900);
	expect((await moved(two.orderId)).slice(2)).toEqual([
		['release', 'escrow', 9900],
		['release', 'platform', -1980],
		['release', 'author', -7920],
	]);
	expect((await findCohort(db, cohort.id))!.status).toBe('ended');
});

test('what was learnt after the last day does not count', async () => {
	const cohort = await aCohort({ deposit: 100 });
	const { buyer } = await join(cohort);
	after(6);
	await learn(buyer, cohort.course);
	await settleDue(db);
	expect(await statusOf(cohort.id, buyer)).toBe('failed');
});

test('price and deposit are one payment: the price is earned at the end, the deposit goes back', async () => {
	const cohort = await aCohort({ deposit: 5000, price: 10_001, access: 'paid', opensCourse: true });
	const { buyer, orderId } = await join(cohort);
	expect((await may(db, buyer.actor, 'read', [{ id: cohort.course.id }])).get(cohort.course.id)).toBe('full');
	await learn(buyer, cohort.course);
	after(6);
	await settleDue(db);
	await sendBack();
	const bought = await findOrder(db, buyer.actor, orderId);
	expect([bought.status, bought.refunded]).toEqual(['paid', 5000]);
	expect((await moved(orderId)).filter(([transfer]) => transfer === 'release')).toEqual([
		['release', 'escrow', 10_001],
		['release', 'platform', -2000],
		['release', 'author', -8001],
	]);
	// What one has learnt one keeps.
	expect((await may(db, buyer.actor, 'read', [{ id: cohort.course.id }])).get(cohort.course.id)).toBe('full');
});

test('by a rule in parts, who met a part of it has that part back', async () => {
	const cohort = await aCohort({
		deposit: 1000,
		makeupCards: 1,
		rule: { lessons: false, checkIns: 3, partly: true },
	});
	const { buyer, orderId } = await join(cohort);
	after(1);
	await checkIn(db, buyer.actor, cohort.id, { text: 'Read the first lesson.' });
	after(3);
	await makeUp(db, buyer.actor, cohort.id, { day: day(-1), text: 'Yesterday, later.' });
	expect(await code(makeUp(db, buyer.actor, cohort.id, { day: day(-1), text: 'x' }))).toBe('cohorts.no_card');
	after(6);
	await settleDue(db);
	await sendBack();
	expect((await findOrder(db, buyer.actor, orderId)).refunded).toBe(666);
	expect(await statusOf(cohort.id, buyer)).toBe('failed');
});

test('fifty who want the last three seats: three have one, and nobody else’s money stays', async () => {
	const cohort = await aCohort({ deposit: 100, seats: 3 });
	const buyers = await Promise.all(Array.from({ length: 50 }, () => aPerson(db)));
	const placed = await Promise.all(
		buyers.map((buyer) => order(buyer, cohort.offerId!).catch((error: AppError) => error.code)),
	);
	const kept = placed.flatMap((one, at) => (typeof one === 'string' ? [] : [{ buyer: buyers[at]!, ...one }]));
	expect(kept).toHaveLength(3);
	expect(placed.filter((one) => one === 'catalog.sold_out')).toHaveLength(47);
	await Promise.all(kept.map(({ buyer, orderId }) => pay(buyer, orderId)));
	expect((await findCohort(db, cohort.id))!.taken).toBe(3);

	const free = await aCohort({ seats: 3 });
	const done = await Promise.all(buyers.map((one) => code(joinCohort(db, one.actor, free.id))));
	expect(done.filter((one) => one === 'no refusal')).toHaveLength(3);
	expect(done.filter((one) => one === 'cohorts.full')).toHaveLength(47);
	const rows = await db
		.selectFrom('cohort_members')
		.select('user_id')
		.where('cohort_id', '=', free.id)
		.where('status', '=', 'active')
		.execute();
	expect([rows.length, (await findCohort(db, free.id))!.taken]).toEqual([3, 3]);
	// Whoever leaves gives the seat to another.
	const inside = buyers.find(({ id }) => rows.some(({ user_id }) => user_id === id))!;
	await leaveFreeCohort(db, inside.actor, free.id);
	expect(await code(leaveFreeCohort(db, inside.actor, free.id))).toBe('cohorts.not_a_member');
	expect(await code(joinCohort(db, buyers[at(done, 'cohorts.full')]!.actor, free.id))).toBe('no refusal');
});
const at = (list: unknown[], what: unknown) => list.indexOf(what);

test('until it begins the whole goes back to who leaves, and they may come again; afterwards the rule decides', async () => {
	const cohort = await aCohort({ deposit: 700, price: 300 });
	const { buyer, orderId } = await join(cohort);
	await leaveCohort(db, buyer.actor, cohort.id);
	await sendBack();
	expect((await findOrder(db, buyer.actor, orderId)).status).toBe('refunded');
	expect([await statusOf(cohort.id, buyer), (await findCohort(db, cohort.id))!.taken]).toEqual(['left', 0]);
	const again = await join(cohort, buyer);
	expect([await statusOf(cohort.id, buyer), (await findCohort(db, cohort.id))!.taken]).toEqual(['active', 1]);
	after(2);
	expect(await code(leaveCohort(db, buyer.actor, cohort.id))).toBe('cohorts.begun');
	// By asking for a refund it goes back only when somebody grants it.
	const asked = await askForRefund(
		db,
		buyer.actor,
		again.orderId,
		{ reason: 'Changed my mind' },
		{ coolingOffDays: 14, coolingOffReturns: 3 },
	);
	expect(asked.granted).toBe(false);
});

test('a cohort that is called off sends everybody’s money back, once, whoever looks how often', async () => {
	const cohort = await aCohort({ deposit: 700, price: 300, seats: 5, access: 'paid', opensCourse: true });
	const members = [await join(cohort), await join(cohort), await join(cohort)];
	const late = await aPerson(db);
	const waiting = await order(late, cohort.offerId!);
	await cancelCohort(db, cohort.course.author.actor, cohort.id);
	await Promise.all([settleDue(db), settleDue(db), settleCohort(db, cohort.id)]);
	await pay(late, waiting.orderId).catch(() => undefined);
	await settleDue(db);
	await sendBack();
	for (const { buyer, orderId } of members) {
		expect((await findOrder(db, buyer.actor, orderId)).refunded).toBe(1000);
		expect(await statusOf(cohort.id, buyer)).toBe('left');
		expect((await may(db, buyer.actor, 'read', [{ id: cohort.course.id }])).get(cohort.course.id)).toBe(
			'preview',
		);
	}
	expect(await code(order(await aPerson(db), cohort.offerId!))).toBe('catalog.offer_retired');
	expect(await code(cancelCohort(db, cohort.course.author.actor, cohort.id))).toBe('cohorts.wrong_status');
});

test('terms do not change once somebody has ordered; seats may become more, never fewer than are taken', async () => {
	const cohort = await aCohort({ deposit: 500, seats: 2 });
	const author = cohort.course.author.actor;
	const same: CohortInput = {
		name: 'Spring',
		startsOn: day(1),
		endsOn: day(5),
		joinUntil: day(2),
		timeZone: 'UTC',
		seats: 2,
		deposit: 500,
		currency: 'CNY',
	};
	await editCohort(db, author, cohort.id, { ...same, deposit: 400 });
	const { offerId } = (await findCohort(db, cohort.id))!;
	expect(offerId).not.toBe(cohort.offerId);
	await join({ offerId });
	const now2 = { ...same, deposit: 400 };
	expect(await code(editCohort(db, author, cohort.id, { ...now2, deposit: 300 }))).toBe(
		'cohorts.terms_fixed',
	);
	expect(
		await code(editCohort(db, author, cohort.id, { ...now2, rule: { lessons: true, checkIns: 2 } })),
	).toBe('cohorts.terms_fixed');
	expect(await code(editCohort(db, author, cohort.id, { ...now2, timeZone: 'Asia/Tokyo' }))).toBe(
		'cohorts.terms_fixed',
	);
	await editCohort(db, author, cohort.id, { ...now2, seats: 1, name: 'Spring, small' });
	expect(await code(order(await aPerson(db), offerId!))).toBe('catalog.sold_out');
	await editCohort(db, author, cohort.id, { ...now2, seats: 2 });
	await join({ offerId });
	expect(await code(editCohort(db, author, cohort.id, { ...now2, seats: 1 }))).toBe('cohorts.seats_taken');
});

test('a settlement that is interrupted after any member goes on where it stopped, and pays nobody twice', async () => {
	const cohort = await aCohort({ deposit: 1000, seats: 20 });
	const members = await Promise.all(Array.from({ length: 6 }, () => join(cohort)));
	for (const { buyer } of members.slice(0, 3)) await learn(buyer, cohort.course);
	after(6);
	// The database refuses one of them in the middle, as a process that dies there would leave it.
	const unlucky = members[2]!.buyer.id;
	await db.executeQuery(
		(await import('kysely')).CompiledQuery.raw(
			`create function test_stop() returns trigger language plpgsql as $$ begin if new.user_id = ${unlucky} and new.status <> 'active' then raise exception 'stopped'; end if; return new; end $$;
			create trigger test_stop before update on cohort_members for each row execute function test_stop();`,
		),
	);
	await expect(settleCohort(db, cohort.id)).rejects.toThrow(/1 members/);
	expect((await findCohort(db, cohort.id))!.status).toBe('open');
	await db.executeQuery(
		(await import('kysely')).CompiledQuery.raw(
			'drop trigger test_stop on cohort_members; drop function test_stop();',
		),
	);
	await Promise.all([settleDue(db), settleDue(db), settleDue(db)]);
	await settleDue(db);
	await sendBack();
	const refunded = await Promise.all(
		members.map(({ buyer, orderId }) => findOrder(db, buyer.actor, orderId).then((one) => one.refunded)),
	);
	expect(refunded).toEqual([1000, 1000, 1000, 0, 0, 0]);
	expect((await findCohort(db, cohort.id))!.status).toBe('ended');
});

test('an administrator’s refund in between is taken off what the end sends back', async () => {
	const cohort = await aCohort({ deposit: 1000 });
	const admin = await aPerson(db, { role: 'admin' });
	const { buyer, orderId } = await join(cohort);
	await giveRefund(db, admin.actor, orderId, { amount: 300, note: 'Goodwill' });
	await sendBack();
	await learn(buyer, cohort.course);
	after(6);
	await settleDue(db);
	await sendBack();
	expect((await findOrder(db, buyer.actor, orderId)).refunded).toBe(1000);
	expect(await statusOf(cohort.id, buyer)).toBe('passed');
});

test('who may not read the course does not join, nor its makers, nor anybody after the last day', async () => {
	const cohort = await aCohort({ access: 'paid' });
	const person = await aPerson(db);
	expect(await code(joinCohort(db, person.actor, cohort.id))).toBe('cohorts.course_held');
	expect(await code(joinCohort(db, cohort.course.author.actor, cohort.id))).toBe('cohorts.own_cohort');
	const free = await aCohort();
	await joinCohort(db, person.actor, free.id);
	expect(await code(joinCohort(db, person.actor, free.id))).toBe('cohorts.joined');
	after(3);
	expect(await code(joinCohort(db, (await aPerson(db)).actor, free.id))).toBe('cohorts.not_open');
	expect(
		await inTransaction(db, (tx) => takeSeat(tx, { cohortId: free.id, userId: person.id, orderId: null })),
	).toBe('joined');
	expect((await listMembers(db, free.course.author.actor, free.id)).map(({ userId }) => userId)).toEqual([
		person.id,
	]);
});

test('whatever the order of joins, lessons, check-ins, leavings and cancellations, every cent is somebody’s', async () => {
	type Step = ['join' | 'learn' | 'check' | 'leave' | 'refund' | 'day' | 'cancel' | 'settle', number, number];
	const step = fc.tuple(
		fc.oneof(
			{ weight: 8, arbitrary: fc.constant('join') },
			{ weight: 5, arbitrary: fc.constant('learn') },
			{ weight: 8, arbitrary: fc.constant('check') },
			{ weight: 2, arbitrary: fc.constant('leave') },
			{ weight: 1, arbitrary: fc.constant('refund') },
			{ weight: 4, arbitrary: fc.constant('day') },
			{ weight: 1, arbitrary: fc.constant('cancel') },
			{ weight: 2, arbitrary: fc.constant('settle') },
		),
		fc.nat({ max: 1000 }),
		fc.nat({ max: 1000 }),
	) as fc.Arbitrary<Step>;
	const people = await Promise.all(Array.from({ length: 5 }, () => aPerson(db)));
	const admin = await aPerson(db, { role: 'admin' });
	const refusal = (error: unknown) => {
		if (!(error instanceof AppError) || error.status >= 500) throw error;
	};
	await fc.assert(
		fc.asyncProperty(
			fc.array(step, { minLength: 10, maxLength: 40 }),
			fc.record({
				deposit: fc.integer({ min: 1, max: 9999 }),
				price: fc.integer({ min: 0, max: 9999 }),
				partly: fc.boolean(),
				lessons: fc.boolean(),
				checkIns: fc.integer({ min: 1, max: 3 }),
			}),
			async (steps, { deposit, price, ...rule }) => {
				after(0);
				const cohort = await aCohort({ deposit, price, rule, seats: 3, makeupCards: 2 });
				const paid: number[] = [];
				let today = 0;
				for (const [what, a, b] of steps) {
					const person = people[a % people.length]!;
					if (what === 'join')
						await join(cohort, person)
							.then(({ orderId }) => paid.push(orderId))
							.catch(refusal);
					if (what === 'learn')
						await learn(person, cohort.course, cohort.course.lessons.slice(0, 1 + (b % 2))).catch(refusal);
					if (what === 'check') await checkIn(db, person.actor, cohort.id, { text: 'Here' }).catch(refusal);
					if (what === 'leave') await leaveCohort(db, person.actor, cohort.id).catch(refusal);
					if (what === 'refund' && paid.length > 0)
						await giveRefund(db, admin.actor, paid[b % paid.length]!, {
							amount: 1 + (a % 500),
							note: 'Goodwill',
						}).catch(refusal);
					if (what === 'day') {
						today = Math.min(7, today + 1);
						after(today);
					}
					if (what === 'cancel' && b % 4 === 0)
						await cancelCohort(db, cohort.course.author.actor, cohort.id).catch(refusal);
					if (what === 'settle') await settleDue(db);
					expect((await findCohort(db, cohort.id))!.taken).toBeLessThanOrEqual(3);
				}
				after(8);
				await settleDue(db);
				await sendBack();
				expect([...(await verifyLedger(db)), ...(await verifyOrders(db))]).toEqual([]);
				// Nothing is held any more, and the provider has what authors and platform have.
				expect((await balanceOf(db, { kind: 'escrow' })).CNY ?? 0).toBe(await heldElsewhere());
				const { status } = (await findCohort(db, cohort.id))!;
				expect(['ended', 'cancelled']).toContain(status);
				for (const id of paid) {
					const row = await db
						.selectFrom('orders')
						.selectAll()
						.where('id', '=', id)
						.executeTakeFirstOrThrow();
					expect(row.refunded).toBeLessThanOrEqual(row.amount);
					const member = await db
						.selectFrom('cohort_members')
						.selectAll()
						.where('order_id', '=', id)
						.executeTakeFirst();
					if (status === 'cancelled' && member?.status === 'left') expect(row.refunded).toBe(row.amount);
					if (member?.status === 'passed')
						expect(row.refunded).toBeGreaterThanOrEqual(Math.min(row.amount, deposit));
				}
			},
		),
		{ numRuns: Number(process.env.STOA_COHORT_RUNS ?? 25), endOnFailure: true },
	);
	void from;
}, 240_000);

/** Money of cohorts of other tests that nobody has settled. */
async function heldElsewhere(): Promise<number> {
	const rows = await db.selectFrom('escrows').select('order_id').where('status', '=', 'held').execute();
	let sum = 0;
	for (const { order_id } of rows)
		for (const { account, amount } of await entriesOf(db, `order:${order_id}`))
			if (account === 'escrow') sum += amount;
	return sum;
}
