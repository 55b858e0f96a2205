import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { grantEntitlement, may, revokeEntitlement } from '../modules/entitlements/index.ts';
import { aPerson, type PersonBuilt } from '../modules/items/testing.ts';
import { balanceOf, trialBalance, verifyLedger } from '../modules/ledger/index.ts';
import { expireUnpaid, type RefundAnswer, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout } from './checkout.ts';
import { approveRefund, askForRefund, giveRefund, refuseRefund } from './refund.ts';
import { sendRefund, sweepRefunds } from './send-refund.ts';
import { settlePayment } from './settle-payment.ts';
import { aNotice, aPaidArticle, aPaidSpace, fakeProvider } from './testing.ts';

/*
 * Random people press random buttons, and the provider says random things, ten thousand times in a row. What must hold
 * is worked out here a second time, from the provider's own books and by other means than the code under test:
 * the ledger balances, nothing is open without a payment or a grant, and nothing is paid and not open.
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
const told = new Set<string>();
const lost = new Map<string, number>();
const disputed = new Map<string, string>();
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
const tell = async (reference: string, more: Partial<Parameters<typeof aNotice>[0]> = {}) => {
	const { amount, order } = payments.get(reference)!;
	const heard = await settlePayment(db, aNotice({ reference, outcome: 'succeeded', amount, ...more }), 2000);
	if (heard.result === 'settled') paying.set(order.id, reference);
	if (more.outcome === undefined) told.add(reference);
	return heard;
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
		const { reference } = await startPayment(db, order.buyer.actor, order.id, 'fake');
		order.references.push(reference);
		payments.set(reference, { order, amount: order.thing.amount });
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
		// Half of them of payments that something else is the matter with: a refund that is under way, or could not be sent.
		const unsettled = [...provider.refunds.values()].filter(({ status }) => status !== 'succeeded');
		const reference = (a % 2 && pick(unsettled, a)?.payment) || recent([...provider.paid.keys()], a);
		if (!reference) return;
		// A bank decides once.
		const before = disputed.get(reference);
		const outcome = pick(['opened', 'won', 'lost'] as const, b)!;
		if (before === 'won' || before === 'lost') return;
		const heard = await tell(reference, { about: 'dispute', outcome });
		if (heard.result !== 'handled') return;
		disputed.set(reference, outcome);
		if (outcome === 'lost') lost.set(reference, payments.get(reference)!.amount);
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
	for (const [reference, { status }] of provider.refunds)
		if (status === 'pending') await answerRefund(reference, 'succeeded');
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
	const due = orders.filter(({ id }) => paying.has(id) && netOf(paying.get(id)!) > 0);
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
			await expectRight().catch((error: Error) => {
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
		});
}, 1_200_000);
