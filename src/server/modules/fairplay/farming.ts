import { lnBinomialTail } from './tails.ts';

/** One answer that its asker accepted. */
export interface Acceptance {
	asker: number;
	answerer: number;
	/** From question to answer, in seconds. */
	waited: number;
	/** Characters of the answer. */
	length: number;
}

export interface Farm {
	asker: number;
	answerer: number;
	accepted: number;
	/** How many would be expected if the asker chose among answerers as everybody does. */
	expected: number;
	lnP: number;
	/** The share answered within ten minutes, and the share of fewer than 200 characters. */
	quick: number;
	trivial: number;
	confidence: number;
}

const QUICK = 600;
const TRIVIAL = 200;

/**
 * Pairs in which one asks so that the other's answers are accepted. What is surprising: of the asker's acceptances, so many
 * went to one person, where of everybody else's so small a share does (binomial tail, corrected for all pairs). That alone
 * is a good teacher with a faithful learner; what makes it farming is that the answers come at once or say next to nothing.
 *
 * @param least acceptances of a pair from which on it is looked at
 */
export function findFarms(acceptances: readonly Acceptance[], least = 5): Farm[] {
	const ofAsker = new Map<number, number>();
	const ofAnswerer = new Map<number, number>();
	const pairs = new Map<string, Acceptance[]>();
	for (const one of acceptances) {
		if (one.asker === one.answerer) continue;
		ofAsker.set(one.asker, (ofAsker.get(one.asker) ?? 0) + 1);
		ofAnswerer.set(one.answerer, (ofAnswerer.get(one.answerer) ?? 0) + 1);
		const key = `${one.asker}:${one.answerer}`;
		const those = pairs.get(key);
		if (those) those.push(one);
		else pairs.set(key, [one]);
	}
	return [...pairs.values()]
		.filter((those) => those.length >= least)
		.flatMap((those) => {
			const { asker, answerer } = those[0]!;
			const own = ofAsker.get(asker)!;
			// The share of everybody else: without this asker's acceptances, and never nothing.
			const rate = (ofAnswerer.get(answerer)! - those.length + 0.5) / (acceptances.length - own + 1);
			const lnP = lnBinomialTail(those.length, own, Math.min(0.5, rate));
			if (lnP > Math.log(0.001 / pairs.size)) return [];
			const quick = those.filter(({ waited }) => waited <= QUICK).length / those.length;
			const trivial = those.filter(({ length }) => length < TRIVIAL).length / those.length;
			const concentration = those.length / own;
			const x = 4 * (quick + trivial - 1) + 4 * (concentration - 0.5);
			return [
				{
					asker,
					answerer,
					accepted: those.length,
					expected: own * rate,
					lnP,
					quick,
					trivial,
					confidence: 1 / (1 + Math.exp(-x)),
				},
			];
		})
		.filter(({ confidence }) => confidence >= 0.8)
		.sort((a, b) => b.confidence - a.confidence);
}
