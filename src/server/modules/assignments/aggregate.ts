/** How somebody marks, as their calibration shows: in shares of a criterion's points. */
export interface Reliability {
	/** Above 0: more lenient than the author. */
	bias: number;
	/** Of one mark about the author's, after the bias. */
	variance: number;
}

/** What is supposed of a reviewer of whom nothing is known, worth so many observations each. */
export const prior = { bias: 0, biasWeight: 6, deviation: 0.18, deviationWeight: 6 } as const;

/** Huber's constant: 95 % as precise as the mean where errors are normal. */
const HUBER = 1.345;

/** Nobody is so sure that one voice outweighs all others. */
const LEAST_DEVIATION = 0.08;

/** What is given to a mentor: scores this far apart (standard deviation), or fewer reviews than this share of those wanted. */
export const limits = { spread: 0.2, reviews: 2 / 3 } as const;

/**
 * How reliable a reviewer is, from marks of samples less what the author gave, and of works less what they were given in
 * the end: who marks samples well and then others badly is found out by the works that follow. The bias is the mean difference, drawn to
 * 0; the variance the mean square about it, drawn to a prior: with normal errors these are the means of a normal-gamma
 * posterior but for one degree of freedom, and they keep few samples from deciding everything.
 *
 * @param differences one for each criterion of each work, -1 to 1
 */
export function reliabilityOf(differences: readonly number[]): Reliability {
	const n = differences.length;
	const mean = n === 0 ? 0 : sum(differences) / n;
	const bias = (n * mean + prior.biasWeight * prior.bias) / (n + prior.biasWeight);
	const squares = sum(differences.map((d) => (d - bias) ** 2));
	const variance = (prior.deviationWeight * prior.deviation ** 2 + squares) / (prior.deviationWeight + n);
	return { bias, variance: Math.max(LEAST_DEVIATION ** 2, variance) };
}

/** One review: how much its reviewer is to be trusted, and the share of points of each criterion. */
export interface Review extends Reliability {
	shares: readonly number[];
}

export interface Aggregate {
	/** Of each criterion, 0 to 1. */
	shares: number[];
	/** Standard deviation of the reviewers' scores, after their biases. */
	spread: number;
}

/**
 * What several reviews say together: for each criterion Huber's M-estimate of location, by reweighted least squares
 * from the weighted median. Each mark x is first freed of its reviewer's bias, y = x − b; then μ = Σ w ψ y / Σ w ψ with
 * w = 1/σ² and ψ = min(1, c σ / |y − μ|), until it stands still. Who is calibrated counts for what they are worth; who
 * is far from the others pulls with a bounded force, however far.
 *
 * Sources: P. J. Huber, Robust estimation of a location parameter (1964), for the estimate; P. W. Holland and R. E.
 * Welsch, Robust regression using iteratively reweighted least-squares (1977), for the way to it; C. Piech and others,
 * Tuned models of peer assessment in MOOCs (2013), for bias and reliability of reviewers as what a mark is made of; J.
 * Hamer, K. T. K. Ma and H. H. F. Kwong, A method of automatic grade calibration in peer assessment (2005), for learning
 * them from works already marked.
 *
 * @param reviews at least one
 * @param weights of criteria, in a score
 */
export function aggregate(reviews: readonly Review[], weights: readonly number[]): Aggregate {
	const shares = weights.map((_, at) =>
		clamp(
			locate(
				reviews.map((review) => ({
					value: clamp((review.shares[at] ?? 0) - review.bias),
					deviation: Math.sqrt(review.variance),
				})),
			),
		),
	);
	const whole = sum(weights);
	const scores = reviews.map((review) =>
		clamp(sum(weights.map((weight, at) => weight * (review.shares[at] ?? 0))) / whole - review.bias),
	);
	const mean = sum(scores) / scores.length;
	const spread =
		scores.length < 2 ? 0 : Math.sqrt(sum(scores.map((score) => (score - mean) ** 2)) / (scores.length - 1));
	return { shares, spread };
}

interface Voice {
	value: number;
	deviation: number;
}

function locate(voices: readonly Voice[]): number {
	let mu = weightedMedian(voices);
	for (let round = 0; round < 50; round += 1) {
		let top = 0;
		let bottom = 0;
		for (const { value, deviation } of voices) {
			const far = Math.abs(value - mu) / deviation;
			const weight = (far <= HUBER ? 1 : HUBER / far) / deviation ** 2;
			top += weight * value;
			bottom += weight;
		}
		const next = top / bottom;
		if (Math.abs(next - mu) < 1e-9) return next;
		mu = next;
	}
	return mu;
}

/** The middle by weight 1/σ²; between two, their mean. */
function weightedMedian(voices: readonly Voice[]): number {
	const sorted = [...voices].sort((a, b) => a.value - b.value);
	const half = sum(sorted.map(({ deviation }) => 1 / deviation ** 2)) / 2;
	let passed = 0;
	for (const [at, { value, deviation }] of sorted.entries()) {
		passed += 1 / deviation ** 2;
		if (passed > half + 1e-12) return value;
		if (passed >= half - 1e-12) return (value + (sorted[at + 1]?.value ?? value)) / 2;
	}
	return sorted.at(-1)!.value;
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
const clamp = (share: number): number => Math.min(1, Math.max(0, share));
