import { spawn } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { addMonths, travel } from '../../kernel/clock.ts';
import { may } from '../../modules/entitlements/index.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { balanceOf, verifyLedger } from '../../modules/ledger/index.ts';
import { findOrder, type PaymentProvider, startPayment, verifyOrders } from '../../modules/orders/index.ts';
import {
	findSubscription,
	liveSubscription,
	verifySubscriptions,
} from '../../modules/subscriptions/index.ts';
import { aPlannedSpace, lettersTo } from '../../modules/subscriptions/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { checkout } from '../checkout.ts';
import { renewSubscriptions } from '../renew.ts';
import { settlePayment } from '../settle-payment.ts';
import { bundleChild } from './bundle.testing.ts';
import { pointsOf } from './points.testing.ts';
import { chargingOver, openTill, renewing } from './renew-wire.testing.ts';

/*
 * A renewal is done by a process that is killed with SIGKILL before its steps in turn (see `pointsOf`): statements, begin and
 * commit too, and before and after the call to the provider. Then the worker that comes after goes on: one charge, one
 * period, one letter.
 */
const { db, url } = await testDatabase();
const till = await openTill();
const bundle = await bundleChild('renew-child.testing');
afterAll(async () => {
	travel(0);
	bundle.remove();
	await till.close();
});

const AMOUNT = 3000;
const MINUTE = 60_000;

async function prepare() {
	travel(0);
	const { plans, item, owner, space } = await aPlannedSpace(db, [{ months: 1, amount: AMOUNT }]);
	const person = await aPerson(db);
	const { orderId } = await checkout(db, person.actor, {
		offerId: plans[0]!,
		key: 'the-form-that-was-shown',
	});
	const { reference } = await startPayment(db, person.actor, orderId, 'wire');
	const { price } = await findOrder(db, person.actor, orderId);
	await settlePayment(
		db,
		{ provider: 'wire', noticeId: reference, reference, outcome: 'succeeded', ...price, body: '{}' },
		2000,
	);
	const one = (await liveSubscription(db, person.id, space.id))!;
	till.taken.clear();
	return { person, item, owner, id: one.id, begun: one.createdAt };
}
type Prepared = Awaited<ReturnType<typeof prepare>>;

const dueIn = ({ begun }: Prepared) => addMonths(begun, 1).getTime() - Date.now() + MINUTE;

/** @returns the steps that were taken, or null when the process was killed */
function renewInChild(offset: number, die: number): Promise<string[] | null> {
	const child = spawn(
		process.execPath,
		[bundle.file, JSON.stringify({ url, wireUrl: till.url, offset, die })],
		{ stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: bundle.cache } },
	);
	let out = '';
	let errors = '';
	child.stdout.on('data', (part) => (out += part));
	child.stderr.on('data', (part) => (errors += part));
	return new Promise((resolve, reject) =>
		child.on('close', (code, signal) => {
			if (signal === 'SIGKILL') resolve(null);
			else if (code === 0) resolve(JSON.parse(out) as string[]);
			else reject(new Error(`step ${die}: ${errors}`));
		}),
	);
}

async function expectRenewedOnce({ person, item, owner, id, begun }: Prepared, at: string): Promise<void> {
	const one = await findSubscription(db, person.actor, id);
	expect(
		{
			status: one.status,
			period: one.period,
			until: one.periodEndsAt,
			taken: [...till.taken.values()],
			access: (await may(db, person.actor, 'read', [item])).get(item.id),
			author: 0 - ((await balanceOf(db, { kind: 'author', ownerId: owner.id })).CNY ?? 0),
			letters: await lettersTo(db, person.id),
			wrong: [...(await verifyLedger(db)), ...(await verifyOrders(db)), ...(await verifySubscriptions(db))],
		},
		at,
	).toEqual({
		status: 'active',
		period: 2,
		until: addMonths(begun, 2),
		taken: [AMOUNT],
		access: 'full',
		author: 2 * 0.8 * AMOUNT,
		letters: ['begun', 'paid'],
		wrong: [],
	});
}

test('a renewal that is killed at any of its steps is one charge for one period', async () => {
	const whole = await prepare();
	const steps = (await renewInChild(dueIn(whole), 0))!;
	travel(dueIn(whole));
	await expectRenewedOnce(whole, 'not killed');
	expect(steps.filter((name) => name.includes('the charge'))).toHaveLength(2);
	expect(steps.filter((name) => name === 'begin').length).toBeGreaterThan(2);
	for (const die of pointsOf(steps)) {
		const given = await prepare();
		const at = `killed before step ${die} of ${steps.length} (${steps[die - 1]})`;
		const offset = dueIn(given);
		expect(await renewInChild(offset, die), at).toBe(null);
		// The next worker comes at once, and again when the lease of the dead one is over.
		const provider = chargingOver(till.url, () => {}) as PaymentProvider;
		for (const minutes of [1, 7]) {
			travel(offset + minutes * MINUTE);
			await renewSubscriptions(db, renewing(provider));
		}
		await expectRenewedOnce(given, at);
	}
	if (process.env.STOA_CRASH_LOG) console.log(`renewal: ${steps.length} steps`);
}, 900_000);
