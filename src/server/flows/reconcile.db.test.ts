import { afterAll, expect, test } from 'vitest';
import { now, travel } from '../kernel/clock.ts';
import { listOffers, priceItem } from '../modules/catalog/index.ts';
import { anItem, aPerson } from '../modules/items/testing.ts';
import { balanceOf, verifyLedger } from '../modules/ledger/index.ts';
import {
	type BillLine,
	findOrder,
	listReconciliations,
	listStrayNotices,
	openProviders,
	type PaymentProvider,
	placeOrder,
	playPayment,
} from '../modules/orders/index.ts';
import { readConfig } from '../platform/config.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { hearProvider } from './hear-provider.ts';
import { beginPayment } from './pay.ts';
import { reconcileByHand, reconcileDay, reconcileDue } from './reconcile.ts';
import { fakeStripe } from './testing/providers/fake-stripe.ts';

const { db } = await testDatabase();
const secret = 'the secret of an instance, which only tests know';
const stripe = await fakeStripe();
const open = openProviders(readConfig(stripe.env), secret, db, { patienceMs: 2000 });
/** What the sandbox's bill is made to say; as it is otherwise. */
let bill: ((lines: BillLine[]) => BillLine[]) | null = null;
const sandbox: PaymentProvider = {
	...open.get('sandbox')!,
	bill: async (day) => (bill ?? ((lines) => lines))(await open.get('sandbox')!.bill(day)),
};
const providers = new Map([
	['sandbox', sandbox],
	['stripe', open.get('stripe')!],
]);
const ear = { db, providers, platformShareBps: 2000 };
const admin = await aPerson(db, { role: 'admin' });
const HOUR = 3_600_000;
const dayOf = (date: Date) => date.toISOString().slice(0, 10);
// Noon: what a test does lies within one day, far from midnight.
const noon = Date.parse(`${dayOf(new Date())}T12:00:00Z`) - Date.now();
travel(noon);
const today = dayOf(now());

afterAll(async () => {
	travel(0);
	await stripe.close?.();
});

async function anOrder(provider: string) {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, item.id, { amount: 1900, currency: 'CNY' });
	const [offer] = await listOffers(db, { itemId: item.id });
	const buyer = await aPerson(db);
	const { orderId } = await placeOrder(db, buyer.actor, { offerId: offer!.id, key: 'one-showing' });
	const till = { db, providers, origin: 'https://stoa.example', locale: 'en' };
	const { reference } = await beginPayment(till, buyer.actor, { orderId, provider });
	return { orderId, reference, status: async () => (await findOrder(db, buyer.actor, orderId)).status };
}

/** Pays at the sandbox; the notice is heard unless it is lost. */
async function pay({ lost = false } = {}) {
	const order = await anOrder('sandbox');
	const { body, signature } = await playPayment(db, secret, order.reference, 'succeeded');
	const headers = { 'x-sandbox-signature': signature };
	if (!lost) await hearProvider(ear, 'sandbox', { headers, body, query: new URLSearchParams() });
	return order;
}

const report = async (provider = 'sandbox') =>
	(await listReconciliations(db, admin.actor)).items.find(
		(one) => one.provider === provider && one.day === today,
	)!;

test('a day on which everything agrees', async () => {
	await pay();
	await pay();
	expect(await reconcileDay(ear, 'sandbox', today)).toBe('matched');
	expect(await report()).toMatchObject({
		status: 'matched',
		matched: 2,
		differences: [],
		sums: [{ kind: 'payment', currency: 'CNY', amount: 3800, lines: 2 }],
	});
});

test('a payment whose notice was lost is found in the bill, asked about, settled, and told', async () => {
	const order = await pay({ lost: true });
	expect(await order.status()).toBe('pending');
	expect(await reconcileDay(ear, 'sandbox', today)).toBe('matched');
	expect(await order.status()).toBe('paid');
	expect(await report()).toMatchObject({
		matched: 3,
		differences: [{ what: 'mended', reference: order.reference, orderId: order.orderId }],
	});
});

test('what is on one side only, or of another amount, is named to the cent', async () => {
	const [dropped, wrong] = [await pay(), await pay()];
	bill = (lines) => [
		...lines
			.filter(({ reference }) => reference !== dropped.reference)
			.map((line) => (line.reference === wrong.reference ? { ...line, amount: 1899 } : line)),
		{ reference: 'never heard of', kind: 'payment', amount: 5, currency: 'CNY', at: now() },
		{ reference: wrong.reference, kind: 'refund', amount: -5, currency: 'CNY', at: now() },
	];
	expect(await reconcileDay(ear, 'sandbox', today)).toBe('differs');
	const { differences } = await report();
	expect(differences).toEqual(
		expect.arrayContaining([
			expect.objectContaining({
				what: 'missing_there',
				reference: dropped.reference,
				ours: 1900,
				theirs: null,
			}),
			expect.objectContaining({ what: 'amount', reference: wrong.reference, ours: 1900, theirs: 1899 }),
			expect.objectContaining({ what: 'missing_here', reference: 'never heard of', ours: null, theirs: 5 }),
			expect.objectContaining({ what: 'missing_here', kind: 'refund', theirs: -5 }),
		]),
	);
	expect(differences).toHaveLength(4);
	bill = null;
	// A bill that was corrected mends the report of its day.
	expect(await reconcileDay(ear, 'sandbox', today)).toBe('matched');
});

test('a payment of the last minutes of a day is looked for in the next day’s bill, and no day misses it', async () => {
	travel(noon + 5 * 24 * HOUR + 11.9 * HOUR);
	const day = dayOf(now());
	const order = await pay();
	// The provider books it after midnight.
	bill = (lines) => lines.filter(({ reference }) => reference !== order.reference);
	expect(await reconcileDay(ear, 'sandbox', day)).toBe('matched');
	const next = dayOf(new Date(now().getTime() + 24 * HOUR));
	expect(await reconcileDay(ear, 'sandbox', next)).toBe('differs');
	bill = () => [{ reference: order.reference, kind: 'payment', amount: 1900, currency: 'CNY', at: now() }];
	expect(await reconcileDay(ear, 'sandbox', next)).toBe('matched');
	bill = null;
	travel(noon);
});

test('what the provider took for itself is booked once, and a corrected bill books the difference', async () => {
	const order = await anOrder('stripe');
	await stripe.end(order.reference, 'succeeded');
	await hearProvider(ear, 'stripe', await stripe.tell(order.reference));
	const clearing = () => balanceOf(db, { kind: 'clearing', provider: 'stripe' });
	expect(await clearing()).toEqual({ CNY: 1900 });
	expect(await reconcileDay(ear, 'stripe', today)).toBe('matched');
	expect(await reconcileDay(ear, 'stripe', today)).toBe('matched');
	expect(await clearing()).toEqual({ CNY: 1845 });
	stripe.tellDispute(order.reference, 'opened');
	await reconcileDay(ear, 'stripe', today);
	expect(await clearing()).toEqual({ CNY: 345 });
	expect(await verifyLedger(db)).toEqual([]);
});

test('each day is compared once its bill is there; a provider without one is asked again, and keeps no other waiting', async () => {
	travel(noon + 8 * 24 * HOUR);
	const paidOn = dayOf(now());
	await pay();
	travel(noon + 9 * 24 * HOUR);
	stripe.trouble?.('error');
	const first = await reconcileDue(ear);
	expect(first).toContainEqual({ provider: 'sandbox', day: paidOn, status: 'matched' });
	expect(first.filter(({ provider }) => provider === 'stripe').map(({ status }) => status)).toContain(
		'failed',
	);
	stripe.trouble?.(null);
	const second = await reconcileDue(ear);
	expect(second.find((one) => one.provider === 'sandbox' && one.day === paidOn)).toBeUndefined();
	expect(
		second.filter(({ provider }) => provider === 'stripe').every(({ status }) => status !== 'failed'),
	).toBe(true);
	// Today is not over.
	expect([...first, ...second].some(({ day }) => day === dayOf(now()))).toBe(false);
	travel(noon);
}, 60_000);

test('only administrators read and start it; a day that is none, or of the future, is refused', async () => {
	const other = await aPerson(db, { role: 'moderator' });
	const code = (promise: Promise<unknown>) =>
		promise.then(
			() => 'done',
			(error) => error.code,
		);
	expect(await code(listReconciliations(db, other.actor))).toBe('common.forbidden');
	expect(await code(listStrayNotices(db, other.actor))).toBe('common.forbidden');
	expect(await code(reconcileByHand(ear, other.actor, { provider: 'sandbox', day: today }))).toBe(
		'common.forbidden',
	);
	for (const day of ['2026-13-01', '2999-01-01', '', '2026-1-1'])
		expect(await code(reconcileByHand(ear, admin.actor, { provider: 'sandbox', day }))).toBe(
			'common.invalid_input',
		);
	expect(await code(reconcileByHand(ear, admin.actor, { provider: 'nobody', day: today }))).toBe(
		'orders.no_provider',
	);
	expect(await reconcileByHand(ear, admin.actor, { provider: 'sandbox', day: today })).toBe('matched');
});
