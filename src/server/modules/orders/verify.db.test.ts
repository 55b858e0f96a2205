import { expect, test } from 'vitest';
import { giveRefund } from '../../flows/refund.ts';
import { sendRefund } from '../../flows/send-refund.ts';
import { aPaidArticle, aPaidOrder, fakeProvider } from '../../flows/testing.ts';
import { ledgerCommand } from '../../main/commands/ledger.ts';
import type { Context } from '../../main/context.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { aPerson } from '../items/testing.ts';
import { verifyLedger } from '../ledger/index.ts';
import { verifyOrders } from './verify.ts';

const { db } = await testDatabase();
const found = async (tx: Db) => [...(await verifyLedger(tx)), ...(await verifyOrders(tx))];

/** What is found wrong after a statement that no use case would run, past every guard of the database. */
async function after(statement: string): Promise<string[]> {
	const whats: string[] = [];
	await db
		.transaction()
		.execute(async (tx) => {
			await sql`set local session_replication_role = replica`.execute(tx);
			const { numAffectedRows } = await sql.raw(statement).execute(tx);
			expect(numAffectedRows).toBe(1n);
			whats.push(...(await found(tx)).map(({ what }) => what));
			throw new Error('undo');
		})
		.catch((error: Error) => expect(error.message).toBe('undo'));
	return whats.sort();
}

const provider = fakeProvider();
const providers = new Map([['fake', provider]]);
const admin = await aPerson(db, { role: 'admin' });
const sell = async () => {
	const thing = await aPaidArticle(db);
	const buyer = await aPerson(db);
	return { ...thing, buyer, ...(await aPaidOrder(db, { buyer, ...thing, provider })) };
};
const kept = await sell();
const back = await sell();
await sendRefund(db, providers, await giveRefund(db, admin.actor, back.orderId, { note: 'All of it' }));
const part = await sell();
const waiting = await giveRefund(db, admin.actor, part.orderId, { amount: 500, note: 'Some' });

test('everything adds up, and says so', async () => {
	expect(await found(db)).toEqual([]);
});

test.each([
	[
		'a cent more in an entry',
		'update ledger_entries set amount = amount + 1 where id = (select min(id) from ledger_entries)',
		'transfer does not balance',
	],
	[
		'an entry that is gone',
		'delete from ledger_entries where id = (select max(id) from ledger_entries)',
		'transfer does not balance',
	],
	[
		'an order that claims to be paid',
		`update orders set status = 'paid', refunded = 0 where id = ${back.orderId}`,
		'order and ledger differ',
	],
	[
		'a payment that claims to have come in',
		`update payments set amount = 1901 where order_id = ${kept.orderId}`,
		'payment and order differ',
	],
	[
		'a price that was changed afterwards',
		`update orders set amount = 1901, subtotal = 1901 where id = ${kept.orderId}`,
		'order and ledger differ',
	],
	[
		'tax that nobody paid',
		`update orders set tax = 1, subtotal = subtotal - 1 where id = ${kept.orderId}`,
		'tax differs',
	],
	[
		'a refund that claims to be sent',
		`update refunds set status = 'succeeded', settled_at = now() where id = ${waiting}`,
		'promised back and ledger differ',
	],
	['a refund that is gone', `delete from refunds where id = ${waiting}`, 'promised back and ledger differ'],
	[
		'an entitlement without its payment',
		`update entitlements set revoked_at = null where source_ref = 'order:${back.orderId}'`,
		'open without a payment',
	],
	[
		'a payment without its entitlement',
		`update entitlements set revoked_at = now() where source_ref = 'order:${kept.orderId}'`,
		'paid and not open',
	],
])('%s is found', async (_, statement, what) => {
	expect(await after(statement)).toContain(what);
});

test('stoa ledger verify ends with 1 on a cent of difference, and with 0 when there is none', async () => {
	const run = (tx: Db) => ledgerCommand.run({ db: tx } as Context, ['verify']);
	expect(await run(db)).toBe(0);
	await db
		.transaction()
		.execute(async (tx) => {
			await sql`set local session_replication_role = replica`.execute(tx);
			await sql`update ledger_entries set amount = amount + 1 where id = (select max(id) from ledger_entries)`.execute(
				tx,
			);
			expect(await run(tx)).toBe(1);
			throw new Error('undo');
		})
		.catch((error: Error) => expect(error.message).toBe('undo'));
	expect(await ledgerCommand.run({ db } as Context, ['balances'])).toBe(0);
	expect(await ledgerCommand.run({ db } as Context, ['statement', '1'])).toBe(0);
	expect(await ledgerCommand.run({ db } as Context, ['statement', 'x'])).toBe(2);
});
