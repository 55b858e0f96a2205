import { type Body, byHand, type Given } from './question.ts';

/**
 * Points for an answer, 0 to 1; null for code, which must be run, and for an answer that a person marks.
 *
 * - one of several, true or false, a short answer: all or nothing
 * - any of several: right ones chosen less wrong ones chosen, by the number of right ones, not below 0: who ticks
 *   everything gains nothing
 * - blanks and pairs: the share that is right
 * - an order: Kendall's τ between it and the right one, not below 0: an order by chance has about nothing
 */
export function mark(body: Body, given: Given | null): number | null {
	if (body.kind === 'code') return null;
	if (given === null) return 0;
	if (byHand(body)) return null;
	switch (body.kind) {
		case 'single':
			return typeof given === 'number' && body.choices[given]?.right ? 1 : 0;
		case 'multiple': {
			if (!Array.isArray(given)) return 0;
			const chosen = new Set(given as number[]);
			const right = body.choices.filter(({ right }) => right).length;
			let points = 0;
			for (const index of chosen) if (body.choices[index]) points += body.choices[index].right ? 1 : -1;
			return Math.max(0, points) / right;
		}
		case 'truefalse':
			return given === body.right ? 1 : 0;
		case 'fill': {
			if (!Array.isArray(given)) return 0;
			const right = body.blanks.filter((texts, n) => sameText(String(given[n] ?? ''), texts)).length;
			return right / body.blanks.length;
		}
		case 'match': {
			if (!Array.isArray(given)) return 0;
			// Two left sides may have the same right one: what counts is what it says.
			const right = body.pairs.filter(
				(pair, n) => body.pairs[given[n] as number]?.right === pair.right,
			).length;
			return right / body.pairs.length;
		}
		case 'order':
			return Array.isArray(given) ? Math.max(0, kendall(given as number[], body.items.length)) : 0;
		case 'short':
			return typeof given === 'string' && sameText(given, body.accepted) ? 1 : 0;
	}
}

/** Kendall's τ of an order against 0 … n-1: 1 the same, -1 the reverse. Not a permutation: -1. */
export function kendall(order: readonly number[], n: number): number {
	if (
		order.length !== n ||
		new Set(order).size !== n ||
		order.some((x) => !Number.isInteger(x) || x < 0 || x >= n)
	)
		return -1;
	let inversions = 0;
	for (let i = 0; i < n; i += 1)
		for (let j = i + 1; j < n; j += 1) if ((order[i] as number) > (order[j] as number)) inversions += 1;
	return 1 - (4 * inversions) / (n * (n - 1));
}

/** Whether a text is one of those that are right: width, case and spaces do not matter, and numbers go by their value. */
export function sameText(given: string, right: readonly string[]): boolean {
	const typed = plain(given);
	if (!typed) return false;
	return right.some((one) => {
		const wanted = plain(one);
		return typed === wanted || (isNumber(typed) && isNumber(wanted) && Number(typed) === Number(wanted));
	});
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const isNumber = (text: string) => /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/.test(text);
