import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { grantEntitlement, may, revokeEntitlement } from '../modules/entitlements/index.ts';
import { aPerson, type PersonBuilt } from '../modules/items/testing.ts';
import { balanceOf, trialBalance, verifyLedger } from '../modules/ledger/index.ts';
import { expireUnpaid, type RefundAnswer, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { earningsOf } from '../modules/payouts/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout } from './checkout.ts';
import { approveRefund, askForRefund, giveRefund, refuseRefund } from './refund.ts';
import { sendRefund, sweepRefunds } from './send-refund.ts';
import { settlePayment } from './settle-payment.ts';
import { aNotice, aPaidArticle, aPaidSpace, fakeProvider } from './testing.ts';

/*
 * Random people press random buttons, and the provider says random things, ten thousand times in a row. What must hold
 * is worked out here a second time, from the provider's own books and by other means than the code under test:
 * the ledger balances, nothing is open without a payment or a grant, nothing is paid and not open, every author may ask
 * for their part of what the buyers have not got back, and the platform loses what banks took of money that was sent back
 * already, and nothing else.
 */
const COMMANDS = Number(process.env.STOA_RANDOM_COMMANDS ?? 10_000);
const EVERY = 100;
const seed = Number(process.env.STOA_RANDOM_SEED ?? Date.now() % 2 ** 31);

const { db } = await testDatabase();
const provider = fakeProvider();
const providers = new Map([['fake', provider]]);
const rule = { coolingOffDays: 7, coolingOffReturns: 3 };
const buyers = await Promise.all(Array.from({ length: 6 }, () => aPerson(db)));
const admin = await aPerson(db, { role: 'admin' });
const articles = await Promise.all([1900, 999, 1, 2, 3333].map((amount) => aPaidArticle(db, amount)));
const spaces = await Promise.all([3900, 100].map((amount) => aPaidSpace(db, amount)));
const things = [...articles, ...spaces];
afterAll(() => travel(0));

/** What the world outside knows. */
const orders: { id: number; buyer: PersonBuilt; thing: (typeof things)[number]; references: string[] }[] = [];
const payments = new Map<string, { order: (typeof orders)[number]; amount: number }>();
/** The payment that paid an order: the first that was told. */
const paying = new Map<number, string>();
/** Orders that earned somebody something: not those of what the buyer had already. */
const earning = new Set<number>();
const told = new Set<string>();
const lost = new Map<string, number>();
const disputed = new Map<string, string>();
/** Of each payment that a bank took: the refunds that were on their way by then. No other may be begun after it. */
const begunBefore = new Map<string, Set<string>>();
const granted = new Set<string>();
let offset = 0;

const n = fc.nat({ max: 1_000_000 });
const command = fc.oneof(
	{ weight: 16, arbitrary: fc.tuple(fc.constant('order' as const), n, n) },
	{ weight: 22, arbitrary: fc.tuple(fc.constant('pay' as const), n, n) },
	{ weight: 10, arbitrary: fc.tuple(fc.constant('tell' as const), n, n) },
	{ weight: 8, arbitrary: fc.tuple(fc.constant('lie' as const), n, n) },
	{ weight: 8, arbitrary: fc.tuple(fc.constant('ask' as const), n, n) },
	{ weight: 6, arbitrary: fc.tuple(fc.constant('give' as const), n, n) },
	{ weight: 6, arbitrary: fc.tuple(fc.constant('decide' as const), n, n) },
	{ weight: 8, arbitrary: fc.tuple(fc.constant('send' as const), n, n) },
	{ weight: 3, arbitrary: fc.tuple(fc.constant('answer' as const), n, n) },
	{ weight: 4, arbitrary: fc.tuple(fc.constant('dispute' as const), n, n) },
	{ weight: 3, arbitrary: fc.tuple(fc.constant('grant' as const), n, n) },
	{ weight: 2, arbitrary: fc.tuple(fc.constant('wait' as const), n, n) },
	{ weight: 1, arbitrary: fc.tuple(fc.constant('sweep' as const), n, n) },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];
/** Mostly of the newest, where something still happens. */
const recent = <T>(list: readonly T[], at: number) => pick(list.slice(-12), at);
type Ordered = (typeof orders)[number];
const alike = (one: Ordered, other: Ordered) => one.buyer === other.buyer && one.thing === other.thing;
/** Orders of which the buyer's money is with us. */
const standing = () => orders.filter(({ id }) => paying.has(id) && netOf(paying.get(id)!) > 0);
const tell = async (reference: string, more: Partial<Parameters<typeof aNotice>[0]> = {}) => {
	const { amount, order } = payments.get(reference)!;
	const had = 'item' in order.thing && standing().some((one) => alike(one, order));
	const heard = await settlePayment(db, aNotice({ reference, outcome: 'succeeded', amount, ...more }), 2000);
	if (heard.result === 'settled') {
		paying.set(order.id, reference);
		if (!had) earning.add(order.id);
	}
	if (more.outcome === undefined) told.add(reference);
	return heard;
};
const begin = async (order: Ordered) => {
	const { reference } = await startPayment(db, order.buyer.actor, order.id, 'fake');
	order.references.push(reference);
	payments.set(reference, { order, amount: order.thing.amount });
	return reference;
};
const refundIds = async (statuses: string[]) =>
	(await db.selectFrom('refunds').select('id').where('status', 'in', statuses).orderBy('id').execute()).map(
		({ id }) => id,
	);

const run: Record<Command[0], (a: number, b: number) => Promise<unknown>> = {
	async order(a, b) {
		const buyer = pick(buyers, a)!;
		const thing = pick(things, b)!;
		// Now and then the same form again.
		const key = `form-${buyer.id}-${a % 4 === 0 ? Math.floor(orders.length / 8) : `${a}-${b}`}`;
		const { orderId } = await checkout(db, buyer.actor, { offerId: thing.offerId, key });
		if (!orders.some(({ id }) => id === orderId)) {
			const row = await db
				.selectFrom('orders')
				.select('offer_id')
				.where('id', '=', orderId)
				.executeTakeFirstOrThrow();
			const bought = things.find(({ offerId }) => offerId === row.offer_id)!;
			orders.push({ id: orderId, buyer, thing: bought, references: [] });
		}
	},
	async pay(a, b) {
		const order = recent(b % 3 ? orders.filter(({ id }) => !paying.has(id)) : orders, a);
		if (!order) return;
		const reference = await begin(order);
		// In two windows: one of the two payments is too much.
		if (b % 7 === 0) {
			const other = await begin(order);
			provider.pay(other, order.thing.amount);
			await tell(other);
		}
		if (b % 10 < 2) return tell(reference, { outcome: 'failed', failure: 'declined' });
		if (b % 10 < 4) return;
		provider.pay(reference, order.thing.amount);
		if (b % 10 < 8) return tell(reference);
	},
	async tell(a) {
		const reference = recent([...provider.paid.keys()], a);
		if (reference) await tell(reference);
	},
	// Wrong amounts, currencies and references; failures of what succeeded; successes of what was never paid do not come
	// from the provider, and a forged one is refused before it gets here.
	async lie(a, b) {
		const reference = recent([...payments.keys()], a);
		if (!reference) return;
		const lies = [
			{ amount: b },
			{ currency: 'USD' },
			{ reference: `x${b}` },
			{ outcome: 'failed' },
			{ provider: 'x' },
		] as const;
		const lie = pick(lies, b)!;
		if ('amount' in lie && lie.amount === payments.get(reference)!.amount) return;
		await settlePayment(
			db,
			aNotice({ reference, outcome: 'succeeded', amount: payments.get(reference)!.amount, ...lie }),
			2000,
		);
	},
	async ask(a, b) {
		const order = recent(b % 4 ? orders.filter(({ id }) => paying.has(id)) : orders, a);
		if (!order) return;
		const amount = b % 3 === 0 ? (b % order.thing.amount) + 1 : null;
		await askForRefund(db, order.buyer.actor, order.id, { amount, reason: 'So' }, rule);
	},
	async give(a, b) {
		const order = recent(b % 4 ? orders.filter(({ id }) => paying.has(id)) : orders, a);
		if (order)
			await giveRefund(db, admin.actor, order.id, {
				amount: b % 2 ? (b % order.thing.amount) + 1 : null,
				note: 'So',
			});
	},
	async decide(a, b) {
		const id = pick(await refundIds(['asked', 'failed']), a);
		if (id === undefined) return;
		if (b % 3 === 0) return refuseRefund(db, admin.actor, id, { note: 'No' });
		return approveRefund(db, admin.actor, id, { amount: b % 3 === 1 ? (b % 500) + 1 : null });
	},
	async send(a, b) {
		const id = pick(await refundIds(['approved', 'sending']), a);
		if (id === undefined) return;
		provider.manner = pick(['succeeded', 'succeeded', 'pending', 'failed', 'down'] as const, b)!;
		await sendRefund(db, providers, id).catch((error: Error) => {
			if (!/does not answer/.test(error.message)) throw error;
		});
		provider.manner = 'succeeded';
	},
	async answer(a, b) {
		const pending = [...provider.refunds].filter(([, { status }]) => status === 'pending');
		const one = pick(pending, a);
		if (one) await answerRefund(one[0], b % 4 === 0 ? 'failed' : 'succeeded');
	},
	async dispute(a, b) {
		// Half of them of payments that something else is the matter with: a refund that was not begun, is under way, or
		// could not be sent; also of money that came in for nothing.
		const unsettled = await unsettledPayments();
		const reference = (a % 2 && pick(unsettled, Math.floor(a / 2))) || recent([...provider.paid.keys()], a);
		if (!reference) return;
		// A bank decides once.
		const before = disputed.get(reference);
		const outcome = pick(['opened', 'won', 'lost'] as const, b)!;
		if (before === 'won' || before === 'lost') return;
		const begun = await begunRefunds(reference);
		const heard = await tell(reference, { about: 'dispute', outcome });
		if (heard.result !== 'handled') return;
		disputed.set(reference, outcome);
		if (outcome !== 'lost') return;
		lost.set(reference, payments.get(reference)!.amount);
		begunBefore.set(reference, begun);
	},
	async grant(a, b) {
		const buyer = pick(buyers, a)!;
		const { item } = pick(articles, b)!;
		const key = { userId: buyer.id, itemId: item.id, source: 'grant' as const, sourceRef: 'house' };
		const name = `${buyer.id}:${item.id}`;
		if (granted.has(name)) await revokeEntitlement(db, key);
		else await grantEntitlement(db, key);
		if (!granted.delete(name)) granted.add(name);
	},
	async wait(a) {
		offset += (a % 40) * 3_600_000;
		travel(offset);
		await expireUnpaid(db);
	},
	sweep: () => sweepRefunds(db, providers, raise, { idleMs: -60_000 }),
};

/** Payments of which something is promised back and has not left. */
async function unsettledPayments(): Promise<string[]> {
	const rows = await db
		.selectFrom('refunds')
		.innerJoin('payments', 'payments.id', 'refunds.payment_id')
		.select('payments.reference')
		.where('refunds.status', 'in', ['approved', 'sending', 'failed'])
		.orderBy('refunds.id')
		.execute();
	return rows.map(({ reference }) => reference);
}

/** Refunds of a payment that the provider was asked for, or may have been. */
async function begunRefunds(payment: string): Promise<Set<string>> {
	const rows = await db
		.selectFrom('refunds')
		.innerJoin('payments', 'payments.id', 'refunds.payment_id')
		.select('refunds.reference')
		.where('payments.reference', '=', payment)
		.where('refunds.status', '=', 'sending')
		.execute();
	const known = [...provider.refunds].filter(([, refund]) => refund.payment === payment);
	return new Set([...rows.map(({ reference }) => reference), ...known.map(([reference]) => reference)]);
}

const raise = (error: unknown) => {
	throw error;
};

async function answerRefund(
	reference: string,
	status: Exclude<RefundAnswer['status'], 'pending'>,
): Promise<void> {
	const refund = provider.refunds.get(reference)!;
	refund.status = status;
	const { amount } = refund;
	await settlePayment(db, aNotice({ about: 'refund', reference, outcome: status, amount }), 2000);
}

/** Everything that is on its way arrives. */
async function settleDown(): Promise<void> {
	provider.manner = 'succeeded';
	for (const reference of provider.paid.keys()) if (!told.has(reference)) await tell(reference);
	// What a bank took meanwhile the provider mostly cannot send any more.
	for (const [reference, { status, payment, amount }] of provider.refunds)
		if (status === 'pending')
			await answerRefund(reference, lost.has(payment) && amount % 3 > 0 ? 'failed' : 'succeeded');
	await sweepRefunds(db, providers, raise, { idleMs: -60_000 });
	expect(await refundIds(['approved', 'sending'])).toEqual([]);
}

/** What the buyer's money of a payment comes to, by the provider's and the bank's books. */
function netOf(reference: string): number {
	let net = (provider.paid.get(reference) ?? 0) - (lost.get(reference) ?? 0);
	for (const refund of provider.refunds.values())
		if (refund.payment === reference && refund.status === 'succeeded') net -= refund.amount;
	return net;
}

async function expectRight(): Promise<void> {
	expect([...(await verifyLedger(db)), ...(await verifyOrders(db))]).toEqual([]);
	expect((await trialBalance(db)).reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
	const books = [...payments.keys()].reduce((sum, reference) => sum + netOf(reference), 0);
	expect((await balanceOf(db, { kind: 'clearing', provider: 'fake' })).CNY ?? 0).toBe(books);

	const open = await db
		.selectFrom('entitlements')
		.select('source_ref')
		.where('source', '=', 'purchase')
		.where('revoked_at', 'is', null)
		.execute();
	const due = standing();
	expect(open.map((row) => row.source_ref).sort()).toEqual(due.map(({ id }) => `order:${id}`).sort());

	for (const buyer of buyers) {
		const access = await may(
			db,
			buyer.actor,
			'read',
			articles.map(({ item }) => item),
		);
		for (const thing of articles) {
			const full =
				granted.has(`${buyer.id}:${thing.item.id}`) ||
				due.some((order) => order.buyer === buyer && order.thing === thing);
			expect([buyer.handle, thing.item.slug, access.get(thing.item.id)]).toEqual([
				buyer.handle,
				thing.item.slug,
				full ? 'full' : 'preview',
			]);
		}
	}
}

/** What is promised back of an order and could not be sent, or is set aside for an open dispute. */
async function setAside(): Promise<Map<number, number>> {
	const rows = [
		...(await db
			.selectFrom('refunds')
			.select(['order_id', 'amount'])
			.where('status', '=', 'failed')
			.where('cause', '=', 'sale')
			.execute()),
		...(await db
			.selectFrom('disputes')
			.select(['order_id', 'covered as amount'])
			.where('status', '=', 'open')
			.execute()),
	];
	const sums = new Map<number, number>();
	for (const { order_id, amount } of rows) sums.set(order_id, (sums.get(order_id) ?? 0) + amount);
	return sums;
}

/**
 * Who has the money, with everything that was due settled. What a bank took has been borne by those who had it, whether it
 * was still theirs or only promised; the platform bears what had left before.
 */
async function expectShares(): Promise<void> {
	const aside = await setAside();
	const left = (order: Ordered) => {
		const reference = paying.get(order.id)!;
		return lost.has(reference) ? 0 : netOf(reference) - (aside.get(order.id) ?? 0);
	};
	const earned = orders.filter(({ id }) => earning.has(id));
	let authors = 0;
	for (const { author, offerId } of things) {
		const own = earned.filter(({ thing }) => thing.offerId === offerId);
		const has = -((await balanceOf(db, { kind: 'author', ownerId: author.id })).CNY ?? 0);
		authors += has;
		// Each movement of an order rounds by less than a unit.
		const moves = await movesOf(own);
		const part = own.reduce((sum, order) => sum + 0.8 * left(order), 0);
		expect(Math.abs(has - part)).toBeLessThanOrEqual(moves);
		const [earnings] = await earningsOf(db, author.id, { holdDays: 0, affiliateHoldDays: 0 });
		expect([author.handle, earnings?.available ?? 0]).toEqual([author.handle, Math.max(0, has)]);
	}
	for (const [reference, { payment }] of provider.refunds)
		expect([reference, begunBefore.get(payment)?.has(reference) ?? true]).toEqual([reference, true]);
	const losses = [...lost.keys()].reduce((sum, reference) => sum + Math.max(0, -netOf(reference)), 0);
	const platform = -((await balanceOf(db, { kind: 'platform' })).CNY ?? 0);
	const all = earned.reduce((sum, order) => sum + left(order), 0);
	expect({ authorsAndPlatform: authors + platform, losses }).toEqual({
		authorsAndPlatform: all - losses,
		losses,
	});
}

async function movesOf(list: Ordered[]): Promise<number> {
	if (list.length === 0) return 0;
	const { n } = await db
		.selectFrom('ledger_transfers')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where(
			'reference',
			'in',
			list.map(({ id }) => `order:${id}`),
		)
		.executeTakeFirstOrThrow();
	return Number(n);
}

test(`after ${COMMANDS} random commands every cent and every entitlement is accounted for (seed ${seed})`, async () => {
	const [commands] = fc.sample(fc.array(command, { minLength: COMMANDS, maxLength: COMMANDS, size: 'max' }), {
		numRuns: 1,
		seed,
	}) as [Command[]];
	const took: Record<string, number> = {};
	for (const [i, [what, a, b]] of commands.entries()) {
		try {
			await run[what](a, b);
			took[what] = (took[what] ?? 0) + 1;
		} catch (error) {
			// A refusal is an answer; anything else is a bug.
			if (!(error instanceof AppError) || error.status >= 500)
				throw new Error(`Command ${i}, ${what} ${a} ${b}, seed ${seed}`, { cause: error });
		}
		if ((i + 1) % EVERY === 0 || i === COMMANDS - 1) {
			await settleDown();
			await expectRight()
				.then(expectShares)
				.catch((error: Error) => {
					error.message = `after ${i + 1} commands, seed ${seed}: ${error.message}`;
					throw error;
				});
		}
	}
	// It was not all refused: each kind of thing happened.
	for (const [what, atLeast] of Object.entries({
		order: 0.02,
		pay: 0.02,
		ask: 0.002,
		give: 0.002,
		send: 0.005,
		dispute: 0.01,
	}))
		expect([what, (took[what] ?? 0) >= COMMANDS * atLeast]).toEqual([what, true]);
	expect(lost.size).toBeGreaterThan(0);
	expect([...provider.refunds.values()].some(({ status }) => status === 'failed')).toBe(true);
	if (process.env.STOA_RANDOM_LOG)
		console.log(took, {
			orders: orders.length,
			paid: paying.size,
			lost: lost.size,
			refunds: provider.refunds.size,
			owed: (await db.selectFrom('refunds').select('id').where('cause', '<>', 'sale').execute()).length,
		});
}, 1_200_000);
