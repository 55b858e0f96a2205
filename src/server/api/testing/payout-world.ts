import { askFapiao, issueFor } from '../../modules/invoices/index.ts';
import { aPaidOrder } from '../../modules/invoices/testing.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import { askPayout, decidePayout, makeBatch, submitAccount } from '../../modules/payouts/index.ts';
import { anEarlierEarning, aPayoutAccount } from '../../modules/payouts/testing.ts';
import type { Context } from '../context.ts';

/** What `author` has earned and asked for, and what they were billed: one of everything that may be named. */
export async function buildPayouts({ db, secret }: Context, author: PersonBuilt, admin: PersonBuilt) {
	await anEarlierEarning(db, author.id, 200_000);
	await aPayoutAccount(db, author, admin);
	const terms = { holdDays: 0, affiliateHoldDays: 0, minimums: {} };
	const ask = async (key: string) =>
		(await askPayout(db, author.actor, { currency: 'CNY', amount: 5000, key }, terms)).payoutId;
	const sending = await ask('world-payout-1');
	await decidePayout(db, admin.actor, sending, true);
	await makeBatch(db, admin.actor, { currency: 'CNY', kind: 'bank_cn' });
	await decidePayout(db, admin.actor, await ask('world-payout-2'), true);
	const asked = await ask('world-payout-3');
	const account = await submitAccount(
		db,
		author.actor,
		{ holder: 'person', legalName: '王小明', kind: 'alipay', number: '13800138000' },
		secret,
	);
	const { id: bundle } = await db
		.insertInto('bundles')
		.values({ slug: 'world-bundle', title: 'All of it', seller_id: author.id })
		.returning('id')
		.executeTakeFirstOrThrow();
	const billed = await aPaidOrder(db, { userId: author.id });
	const [invoice] = await issueFor(db, billed.orderId);
	const other = await aPaidOrder(db, { userId: author.id });
	const fapiao = await askFapiao(db, author.actor, other.orderId, {
		holder: 'person',
		title: '王小明',
		email: 'author@example.org',
	});
	return { sending, asked, account, bundle, invoice: invoice!, order: billed.orderId, fapiao };
}
