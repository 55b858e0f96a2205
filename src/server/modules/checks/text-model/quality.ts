import type { Judged } from './text-model.ts';

/** How good a model is, by texts that it had not been shown. */
export interface Quality {
	examples: number;
	positives: number;
	/** Share that is judged right where the line is drawn at one half. */
	accuracy: number;
	/** Mean of both classes' F1 at one half. */
	macroF1: number;
	/** Chance that a positive text is judged higher than a negative one. */
	auc: number;
	/** Mean square of probability minus truth (Brier 1950). */
	brier: number;
	/** Mean distance of what was said from what was true, by bins. */
	calibrationError: number;
	/** Texts judged about p, and which share of them was positive. */
	bins: { said: number; true: number; count: number }[];
	/** At each of some probabilities: positives found, and negatives taken for positive. */
	cuts: { at: number; found: number; wronged: number }[];
}

const tenths = Array.from({ length: 10 }, (_, n) => n);

/** @param judged at least one of each class */
export function qualityOf(judged: readonly Judged[]): Quality {
	const positives = judged.filter(({ positive }) => positive).length;
	const negatives = judged.length - positives;
	const at = (line: number) => {
		let [hit, wrong] = [0, 0];
		for (const { probability, positive } of judged) if (probability >= line) positive ? hit++ : wrong++;
		return { hit, wrong };
	};
	const { hit, wrong } = at(0.5);
	const f1 = (right: number, faults: number) => (right === 0 ? 0 : (2 * right) / (2 * right + faults));
	const faults = wrong + positives - hit;
	const bins = tenths.map((n) => {
		const inside = judged.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === n);
		const mean = (of: (one: Judged) => number) =>
			inside.length === 0 ? 0 : inside.reduce((sum, one) => sum + of(one), 0) / inside.length;
		return {
			said: mean(({ probability }) => probability),
			true: mean(({ positive }) => Number(positive)),
			count: inside.length,
		};
	});
	return {
		examples: judged.length,
		positives,
		accuracy: (judged.length - faults) / judged.length,
		macroF1: (f1(hit, faults) + f1(negatives - wrong, faults)) / 2,
		auc: aucOf(judged, positives, negatives),
		brier:
			judged.reduce((sum, one) => sum + (one.probability - Number(one.positive)) ** 2, 0) / judged.length,
		calibrationError: bins.reduce(
			(sum, bin) => sum + (bin.count / judged.length) * Math.abs(bin.said - bin.true),
			0,
		),
		bins,
		cuts: [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98].map((line) => {
			const found = at(line);
			return { at: line, found: found.hit / positives, wronged: found.wrong / negatives };
		}),
	};
}

/** By ranks, equal ones sharing theirs (Mann and Whitney 1947). */
function aucOf(judged: readonly Judged[], positives: number, negatives: number): number {
	const sorted = [...judged].sort((one, other) => one.probability - other.probability);
	let ranks = 0;
	for (let from = 0; from < sorted.length; ) {
		let to = from;
		while (to < sorted.length && sorted[to]!.probability === sorted[from]!.probability) to++;
		const rank = (from + 1 + to) / 2;
		for (let n = from; n < to; n++) if (sorted[n]!.positive) ranks += rank;
		from = to;
	}
	return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * The lowest probability from which on at most a share of the negatives is taken for positive. With few negatives one
 * mistake is a large share: then it is where none is, and a little above the highest of them.
 */
export function lineFor(judged: readonly Judged[], mostWronged: number): number {
	const negatives = judged
		.filter(({ positive }) => !positive)
		.map(({ probability }) => probability)
		.sort((one, other) => other - one);
	const allowed = Math.floor(negatives.length * mostWronged);
	const first = negatives[allowed] ?? 0;
	return Math.min(0.99, Math.max(0.5, first + (1 - first) * 0.05));
}
