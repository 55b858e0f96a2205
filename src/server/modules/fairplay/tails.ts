/** ln Γ(x) for x > 0, by the series of Lanczos (1964, g = 7, nine terms): right to 13 digits. */
export function lnGamma(x: number): number {
	const terms = [
		0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
		12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
	];
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
	const z = x - 1;
	let sum = terms[0]!;
	for (let i = 1; i < terms.length; i++) sum += terms[i]! / (z + i);
	const t = z + 7.5;
	return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const lnChoose = (n: number, k: number) => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/** Sums a tail whose terms fall from the first on, until what follows is lost in rounding. @returns its logarithm */
function lnSum(lnFirst: number, ratio: (n: number) => number, most: number): number {
	let term = 1;
	let sum = 1;
	for (let n = 0; n < most; n++) {
		term *= ratio(n);
		sum += term;
		if (term < sum * 1e-15) break;
	}
	return Math.min(0, lnFirst + Math.log(sum));
}

/**
 * ln P(N ≥ k) for N Poisson with a mean: how surprising so many are where so many are expected. In logarithms, because
 * what a ring does is often less likely than the smallest double.
 */
export function lnPoissonTail(k: number, mean: number): number {
	if (k <= 0) return 0;
	if (mean <= 0) return Number.NEGATIVE_INFINITY;
	if (k <= mean) {
		// The tail is the larger part: one minus the lower part, whose terms fall from k - 1 downwards.
		const lower = lnSum((k - 1) * Math.log(mean) - mean - lnGamma(k), (n) => (k - 1 - n) / mean, k - 1);
		return Math.log1p(-Math.min(1 - 1e-16, Math.exp(lower)));
	}
	return lnSum(k * Math.log(mean) - mean - lnGamma(k + 1), (n) => mean / (k + 1 + n), 10_000);
}

/** ln P(N ≥ k) for N binomial: so many of n trials that each succeed by chance p. */
export function lnBinomialTail(k: number, n: number, p: number): number {
	if (k <= 0 || p >= 1) return 0;
	if (k > n || p <= 0) return Number.NEGATIVE_INFINITY;
	const first = lnChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p);
	if (k > n * p) return lnSum(first, (i) => ((n - k - i) / (k + 1 + i)) * (p / (1 - p)), n - k);
	let sum = 0;
	for (let i = k; i <= n; i++) sum += Math.exp(lnChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
	return Math.log(Math.min(1, sum));
}

/**
 * ln P(X ≤ x) for X chi-squared with `degrees` of freedom: how surprisingly even counts are, by Fisher's index of
 * dispersion (Cochran 1954, Biometrics 10(4)). By the series of the incomplete gamma function.
 */
export function lnChiSquaredBelow(x: number, degrees: number): number {
	if (x <= 0) return Number.NEGATIVE_INFINITY;
	const [a, half] = [degrees / 2, x / 2];
	if (half > a + 40) return 0;
	return lnSum(a * Math.log(half) - half - lnGamma(a + 1), (n) => half / (a + 1 + n), 10_000);
}
