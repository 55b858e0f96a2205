import { lnBinomialTail } from './tails.ts';

/** One paid order that an affiliate brought, with what ties its buyer to the affiliate. */
export interface Brought {
	affiliate: number;
	buyer: number;
	/** The buyer joined within a day before the order. */
	justJoined: boolean;
	/** The buyer bought nothing in another way. */
	onlyHere: boolean;
	/** Most of the buyer's votes are for the affiliate, three at least; or the affiliate's for the buyer. */
	votes: boolean;
	/** An open session of both on one network. Weak: it never counts alone. */
	network: boolean;
}

export interface Referral {
	affiliate: number;
	buyers: number[];
	orders: number;
	/** Orders whose buyer is tied by two kinds at least, and how many are usual. */
	tied: number;
	expected: number;
	lnP: number;
	confidence: number;
}

const ties = ({ justJoined, onlyHere, votes, network }: Brought) =>
	Number(justJoined && onlyHere) + Number(votes) + Number(network);

/**
 * Affiliates who bring themselves: through accounts that were made for it. How many orders of theirs have a buyer who is
 * tied to them in two ways, against the share of everybody else's that have (binomial tail, corrected for all affiliates).
 */
export function findReferrals(brought: readonly Brought[], least = 3): Referral[] {
	const byAffiliate = new Map<number, Brought[]>();
	for (const one of brought) {
		const those = byAffiliate.get(one.affiliate);
		if (those) those.push(one);
		else byAffiliate.set(one.affiliate, [one]);
	}
	const all = brought.filter((one) => ties(one) >= 2).length;
	return [...byAffiliate]
		.flatMap(([affiliate, those]) => {
			const tied = those.filter((one) => ties(one) >= 2);
			if (tied.length < least) return [];
			const rate = Math.max(0.02, (all - tied.length + 0.5) / (brought.length - those.length + 1));
			const lnP = lnBinomialTail(tied.length, those.length, Math.min(0.5, rate));
			if (lnP > Math.log(0.001 / byAffiliate.size)) return [];
			const share = tied.length / those.length;
			const confidence = 1 / (1 + Math.exp(-(6 * (share - 0.4) + Math.min(2, tied.length / 4))));
			return [
				{
					affiliate,
					buyers: [...new Set(tied.map(({ buyer }) => buyer))],
					orders: those.length,
					tied: tied.length,
					expected: those.length * rate,
					lnP,
					confidence,
				},
			];
		})
		.filter(({ confidence }) => confidence >= 0.8);
}
