import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/db/testing.ts';
import { aPerson } from '../items/testing.ts';
import { holdersOf, reverseTransfer } from './holders.ts';
import { postTransfer } from './post-transfer.ts';
import { statementOf, trialBalance } from './statement.ts';
import { verifyLedger } from './verify.ts';

const { db } = await testDatabase();
const person = await aPerson(db);
const sale = (n: number, amount: number) =>
	postTransfer(db, {
		kind: 'sale',
		reference: `order:${n}`,
		key: `sale:${n}`,
		currency: 'CNY',
		entries: [
			{ account: { kind: 'clearing', provider: 'fake' }, amount },
			{ account: { kind: 'author', ownerId: person.id }, amount: -amount },
		],
	});

test('a statement begins with what was there, shows each movement and what was left after it, page by page', async () => {
	for (let n = 1; n <= 5; n++) await sale(n, n * 100);
	const author = (await trialBalance(db)).find(({ kind }) => kind === 'author')!;
	expect(author).toMatchObject({ balance: -1500, entries: 5, owner: { handle: person.handle } });
	const seen = [];
	let cursor: string | null = null;
	do {
		const page: Awaited<ReturnType<typeof statementOf>> = await statementOf(db, author.id, {
			limit: 2,
			cursor,
		});
		expect([page.opening, page.closing]).toEqual([0, -1500]);
		seen.push(...page.lines.items.map(({ reference, balance }) => [reference, balance]));
		cursor = page.lines.next;
	} while (cursor);
	expect(seen).toEqual([
		['order:1', -100],
		['order:2', -300],
		['order:3', -600],
		['order:4', -1000],
		['order:5', -1500],
	]);
	const later = await statementOf(db, author.id, { from: new Date(Date.now() + 60_000) });
	expect([later.opening, later.closing, later.lines.items]).toEqual([-1500, -1500, []]);
	const sums = (await trialBalance(db)).reduce((sum, { balance }) => sum + balance, 0);
	expect(sums).toBe(0);
});

test('a transfer the other way leaves nobody with anything of it', async () => {
	await sale(6, 700);
	expect(await holdersOf(db, 'order:6')).toEqual([
		{ account: { kind: 'author', ownerId: person.id }, amount: -700 },
		{ account: { kind: 'clearing', provider: 'fake' }, amount: 700 },
	]);
	const once = await reverseTransfer(db, { of: 'sale:6', key: 'undo:6', kind: 'undo' });
	expect(await reverseTransfer(db, { of: 'sale:6', key: 'undo:6', kind: 'undo' })).toBe(once);
	expect(await holdersOf(db, 'order:6')).toEqual([]);
	await expect(reverseTransfer(db, { of: 'sale:0', key: 'x', kind: 'undo' })).rejects.toMatchObject({
		code: 'ledger.not_posted',
	});
	expect(await verifyLedger(db)).toEqual([]);
});
