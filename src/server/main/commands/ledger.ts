import { verifyLedger } from '../../modules/ledger/index.ts';
import { verifyOrders } from '../../modules/orders/index.ts';
import type { Command } from '../command.ts';

/** Recomputes the whole ledger and compares it with the orders. */
export const ledgerCommand: Command = {
	usage: 'stoa ledger verify',
	summary: 'Recomputes every transfer and order; fails on a cent of difference.',
	async run(ctx, [verb]) {
		if (verb !== 'verify') {
			process.stderr.write(`${this.usage}\n`);
			return 2;
		}
		const wrong = [...(await verifyLedger(ctx.db)), ...(await verifyOrders(ctx.db))];
		for (const one of wrong) process.stderr.write(`${one.reference}: ${one.what} (${one.difference})\n`);
		if (wrong.length === 0) process.stdout.write('The ledger balances.\n');
		return wrong.length === 0 ? 0 : 1;
	},
};
