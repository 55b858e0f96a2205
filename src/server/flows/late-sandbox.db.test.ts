import { expect, test } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import { listOffers, priceItem } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { anItem, aPerson } from '../modules/items/testing.ts';
import { entriesOf } from '../modules/ledger/index.ts';
import {
	findOrder,
	lastPayments,
	openProviders,
	placeOrder,
	providerOf,
	type SignedMessage,
	signSandboxMessage,
	startPayment,
} from '../modules/orders/index.ts';
import { readConfig } from '../platform/config.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { hearProvider } from './hear-provider.ts';
import { lateSandboxJob } from './late-sandbox.ts';

const { db } = await testDatabase();
const secret = 'a secret of the instance';
const ear = { db, providers: openProviders(readConfig({}), secret, db), platformShareBps: 2000 };
/** What the sandbox's machine sends to the address where providers are heard. */
const hear = async ({ body, signature }: SignedMessage) => {
	const request = { headers: { 'x-sandbox-signature': signature }, body, query: new URLSearchParams() };
	return (await hearProvider(ear, 'sandbox', request)).heard[0]!;
};

async function anOrder() {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, item.id, { amount: 1900, currency: 'CNY' });
	const [offer] = await listOffers(db, { itemId: item.id });
	const buyer = await aPerson(db);
	const { orderId } = await placeOrder(db, buyer.actor, { offerId: offer!.id, key: 'one-showing' });
	const pay = async (outcome: 'succeeded' | 'failed') => {
		const { reference } = await startPayment(db, buyer.actor, orderId, 'sandbox');
		return signSandboxMessage(secret, {
			reference,
			outcome,
			amount: 1900,
			currency: 'CNY',
			...(outcome === 'failed' ? { failure: 'declined' } : {}),
		});
	};
	return { item, buyer, orderId, pay };
}

test('a notice sent twice settles once: one transfer, one entitlement', async () => {
	const { item, buyer, orderId, pay } = await anOrder();
	const message = await pay('succeeded');
	expect((await hear(message)).result).toBe('settled');
	expect((await hear(message)).result).toBe('duplicate');
	expect(await entriesOf(db, `order:${orderId}`)).toHaveLength(3);
	expect((await may(db, buyer.actor, 'read', [item])).get(item.id)).toBe('full');
});

test('a late notice, delivered by the job, opens what was bought', async () => {
	const { item, buyer, orderId, pay } = await anOrder();
	const message = await pay('succeeded');
	expect((await findOrder(db, buyer.actor, orderId)).status).toBe('pending');
	await lateSandboxJob(() => ear).work(message);
	expect((await findOrder(db, buyer.actor, orderId)).status).toBe('paid');
	expect((await may(db, buyer.actor, 'read', [item])).get(item.id)).toBe('full');
});

test('after a decline the order says why, and can be paid again', async () => {
	const { buyer, orderId, pay } = await anOrder();
	await hear(await pay('failed'));
	expect((await lastPayments(db, [orderId])).get(orderId)).toMatchObject({
		status: 'failed',
		failure: 'declined',
	});
	await hear(await pay('succeeded'));
	expect((await lastPayments(db, [orderId])).get(orderId)).toMatchObject({ status: 'succeeded' });
	expect((await findOrder(db, buyer.actor, orderId)).status).toBe('paid');
});

test('a success stands, although another try beside it failed later', async () => {
	const { orderId, pay } = await anOrder();
	const [first, second] = [await pay('succeeded'), await pay('failed')];
	await hear(first);
	await hear(second);
	expect((await lastPayments(db, [orderId])).get(orderId)?.status).toBe('succeeded');
});

test('a notice that nobody signed is refused, and nothing is kept of it', async () => {
	const { orderId, pay } = await anOrder();
	const message = await pay('succeeded');
	const refused = await hear({ ...message, signature: 'forged' }).catch((error) => error);
	expect(refused).toBeInstanceOf(AppError);
	expect(refused.code).toBe('orders.notice_invalid');
	expect((await lastPayments(db, [orderId])).get(orderId)?.status).toBe('started');
});

test('a site that is no demo lets nobody pay with a provider that takes no money, unless its operator says so', () => {
	const opens = (env: Record<string, string>) => {
		try {
			providerOf(openProviders(readConfig(env), secret, db), 'sandbox');
		} catch (error) {
			return (error as AppError).code;
		}
		return 'open';
	};
	expect(opens({})).toBe('open');
	expect(opens({ STOA_DEMO: '0' })).toBe('orders.no_provider');
	expect(opens({ STOA_DEMO: '0', STOA_SANDBOX: '1' })).toBe('open');
	expect(opens({ STOA_SANDBOX: '0' })).toBe('orders.no_provider');
});
