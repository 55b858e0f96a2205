import { proveMoney } from '../../flows/prove-money.ts';
import { statementOf, trialBalance } from '../../modules/ledger/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Command } from '../command.ts';

/** Proves the ledger, and shows what its accounts hold. */
export const ledgerCommand: Command = {
	usage: 'stoa ledger verify | balances | statement <account> [<from> [<to>]]',
	summary:
		'verify: recomputes every transfer, order, payment, refund, dispute and payout; fails on a cent of difference. ' +
		'balances: every account. statement: what moved one of them, between two days (2026-11-01, the second excluded).',
	async run(ctx, [verb, ...rest]) {
		if (verb === 'verify') return verify(ctx.db);
		if (verb === 'balances') return balances(ctx.db);
		const account = Number(rest[0]);
		const [from, to] = [rest[1], rest[2]].map((day) => (day ? new Date(`${day}T00:00:00Z`) : null));
		const bad = [from, to].some((at) => at && Number.isNaN(at.getTime()));
		if (verb === 'statement' && Number.isSafeInteger(account) && account > 0 && !bad)
			return statement(ctx.db, account, from, to);
		process.stderr.write(`${this.usage}\n`);
		return 2;
	},
};

async function verify(db: Db): Promise<number> {
	const wrong = await proveMoney(db);
	for (const one of wrong) process.stderr.write(`${one.reference}: ${one.what} (${one.difference})\n`);
	if (wrong.length > 0) process.stderr.write(`${wrong.length} things do not add up.\n`);
	else process.stdout.write('The ledger balances.\n');
	return wrong.length === 0 ? 0 : 1;
}

async function balances(db: Db): Promise<number> {
	const rows = (await trialBalance(db)).map(({ id, kind, name, owner, currency, balance, entries }) => [
		String(id),
		[kind, name || owner?.handle].filter(Boolean).join(' '),
		currency,
		String(balance),
		String(entries),
	]);
	print([['account', '', 'currency', 'balance', 'entries'], ...rows]);
	return 0;
}

async function statement(
	db: Db,
	account: number,
	from: Date | null | undefined,
	to: Date | null | undefined,
): Promise<number> {
	let cursor: string | null = null;
	let closing = 0;
	const rows: string[][] = [['day', 'what', 'about', 'amount', 'balance']];
	do {
		const page: Awaited<ReturnType<typeof statementOf>> = await statementOf(db, account, {
			from,
			to,
			cursor,
			limit: 1000,
		});
		if (cursor === null) rows.push(['', 'opening', '', '', String(page.opening)]);
		for (const { at, kind, reference, amount, balance } of page.lines.items)
			rows.push([at.toISOString().slice(0, 10), kind, reference, String(amount), String(balance)]);
		cursor = page.lines.next;
		closing = page.closing;
	} while (cursor !== null);
	rows.push(['', 'closing', '', '', String(closing)]);
	print(rows);
	return 0;
}

function print(rows: string[][]): void {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	const numbers = new Set([rows[0]!.length - 1, rows[0]!.length - 2]);
	for (const row of rows)
		process.stdout.write(
			`${row.map((cell, i) => (numbers.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ')}\n`,
		);
}
