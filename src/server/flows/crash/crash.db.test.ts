import { spawn } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import type { Member } from '../../contracts/actor.ts';
import { may } from '../../modules/entitlements/index.ts';
import { aPerson, unique } from '../../modules/items/testing.ts';
import { balanceOf, verifyLedger } from '../../modules/ledger/index.ts';
import { startPayment, verifyOrders } from '../../modules/orders/index.ts';
import { verifyPayouts } from '../../modules/payouts/index.ts';
import { aPayoutAccount } from '../../modules/payouts/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { checkout } from '../checkout.ts';
import { settlePayment } from '../settle-payment.ts';
import { aPaidArticle } from '../testing.ts';
import { bundleChild } from './bundle.testing.ts';
import { pointsOf } from './points.testing.ts';
import { openWire, PROVIDER, paidNotice, wireTo } from './provider.testing.ts';
import { type Given, heldOf, type Story } from './stories.testing.ts';
import { referencesOf, stories } from './tell.testing.ts';

/*
 * Every story of money is told by a process that is killed with SIGKILL before its steps in turn: statements (begin and
 * commit too), and before and after each call to the provider. Which steps there are is seen by telling it once to the
 * end; see `pointsOf` for those that stand for others. Then this process goes on, and everything must be as if nothing had
 * happened.
 */
const { db, url } = await testDatabase();
const { provider, url: wireUrl, close } = await openWire();
const bundle = await bundleChild();
afterAll(async () => {
	bundle.remove();
	await close();
});
const admin = await aPerson(db, { role: 'admin' });
const told = stories((reference) => provider.paid.has(reference));

async function prepare(before: Story['before']): Promise<Given> {
	const { offerId, item, author, amount } = await aPaidArticle(db);
	const buyer = (await aPerson(db)).actor as Member;
	const given: Given = {
		buyer,
		admin: admin.actor as Member,
		offerId,
		itemId: item.id,
		authorId: author.id,
		author: author.actor as Member,
		amount,
		key: unique('the-form-that-was-shown'),
	};
	if (before === 'nothing') return given;
	const { orderId } = await checkout(db, buyer, { offerId, key: given.key });
	const references: string[] = [];
	for (let n = 0; n < (before === 'two payments' ? 2 : 1); n++)
		references.push((await startPayment(db, buyer, orderId, PROVIDER)).reference);
	if (before !== 'two payments') {
		provider.pay(references[0]!, amount);
		await settlePayment(db, paidNotice(references[0]!, amount), 2000);
	}
	if (before === 'earned') await aPayoutAccount(db, author, admin);
	return { ...given, orderId, references };
}

/** @returns the steps that were taken, or null when the process was killed */
function tell(story: Story, given: Given, die: number): Promise<string[] | null> {
	const child = spawn(
		process.execPath,
		[bundle.file, JSON.stringify({ url, wireUrl, story: story.name, given, die })],
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
			else reject(new Error(`${story.name}, step ${die}: ${errors}`));
		}),
	);
}

async function expectEnded(story: Story, given: Given): Promise<void> {
	const { order, refunded, access, holds, author } = story.ended;
	const orders = await db
		.selectFrom('orders')
		.select(['status', 'refunded'])
		.where('user_id', '=', given.buyer.userId)
		.execute();
	expect({
		orders,
		access: (await may(db, given.buyer, 'read', [{ id: given.itemId }])).get(given.itemId),
		holds: heldOf(provider, await referencesOf(db, given)),
		author: 0 - ((await balanceOf(db, { kind: 'author', ownerId: given.authorId })).CNY ?? 0),
		wrong: [...(await verifyLedger(db)), ...(await verifyOrders(db)), ...(await verifyPayouts(db))],
	}).toEqual({ orders: [{ status: order, refunded }], access, holds, author, wrong: [] });
	if (story.name !== 'payout') return;
	const payouts = await db
		.selectFrom('payouts')
		.select(['status', 'amount'])
		.where('user_id', '=', given.authorId)
		.execute();
	expect(payouts).toEqual([{ status: 'sent', amount: 1520 }]);
}

test.each(told.map((story) => [story.name, story] as const))(
	'%s: killed at any step, it ends as it should',
	async (_, story) => {
		const whole = await prepare(story.before);
		const steps = (await tell(story, whole, 0))!;
		await expectEnded(story, whole);
		expect(steps.filter((name) => name === 'begin').length).toBeGreaterThan(0);
		const points = pointsOf(steps);
		// Two at a time: what takes long is starting a process.
		await Promise.all(
			(story.alone ? [0] : [0, 1]).map(async () => {
				for (let die = points.shift(); die !== undefined; die = points.shift()) {
					const given = await prepare(story.before);
					const at = `${story.name}, killed before step ${die} of ${steps.length} (${steps[die - 1]})`;
					expect(await tell(story, given, die), at).toBe(null);
					await story.again({ db, wire: wireTo(wireUrl, () => {}) }, given);
					await expectEnded(story, given).catch((error: Error) => {
						error.message = `${at}: ${error.message}`;
						throw error;
					});
				}
			}),
		);
		if (process.env.STOA_CRASH_LOG) console.log(`${story.name}: ${steps.length} steps`);
	},
	900_000,
);
