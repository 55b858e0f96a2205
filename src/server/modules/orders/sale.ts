import { type Currency, splitAmount } from '../../kernel/money.ts';
import type { Account, Entry } from '../ledger/index.ts';
import type { Earners } from './thing.ts';

/** How a payment divides. All amounts are minor units of one currency. */
export interface Division {
	/** What was paid, tax included. */
	amount: number;
	tax: number;
	earners: Earners;
	/** The platform's share of what is left after tax and affiliate, in basis points. */
	platformShareBps: number;
	affiliate?: { userId: number; amount: number } | null;
}

/** Who has what of an amount, as credits of the ledger; they sum to `-amount`. Nobody earns anything of the tax. */
export function divide({ amount, tax, earners, platformShareBps, affiliate }: Division): Entry[] {
	const entries: Entry[] = [{ account: { kind: 'tax' }, amount: -tax }];
	if (earners === 'escrow') return kept([...entries, { account: { kind: 'escrow' }, amount: tax - amount }]);
	const brought = affiliate?.amount ?? 0;
	if (affiliate)
		entries.push({ account: { kind: 'affiliate', ownerId: affiliate.userId }, amount: -brought });
	const left = amount - tax - brought;
	const [platform, sellers] = splitAmount(
		left,
		earners.length === 0 ? [1, 0] : [platformShareBps, 10_000 - platformShareBps],
	) as [number, number];
	entries.push({ account: { kind: 'platform' }, amount: -platform });
	if (earners.length > 0) {
		const parts = splitAmount(
			sellers,
			earners.map(({ weight }) => weight),
		);
		for (const [i, { userId }] of earners.entries())
			entries.push({ account: { kind: 'author', ownerId: userId }, amount: -parts[i]! });
	}
	return kept(entries);
}

const kept = (entries: Entry[]) => entries.filter(({ amount }) => amount !== 0);

/** Money that came in for nothing: it is with the provider, nobody has earned it, and it is to be sent back. */
export function owedBack(provider: string, amount: number, currency: Currency) {
	const clearing: Account = { kind: 'clearing', provider };
	return {
		kind: 'overpayment',
		currency,
		entries: [
			{ account: clearing, amount },
			{ account: { kind: 'refunds' } as const, amount: -amount },
		],
	};
}
