import type { Csr } from '../data/csr.ts';
import { type Measure, measureOf } from './accuracy.ts';
import type { Rankings } from './rankings.ts';

/** The share of the catalogue that stands in at least one list. */
export function coverage(rankings: Rankings, items: number): number {
	const shown = new Set<number>();
	eachList(rankings, (list) => {
		for (const item of list) shown.add(item);
	});
	return items === 0 ? 0 : shown.size / items;
}

/** Gini index of how often items are shown: 0 all equally, towards 1 always the same few. */
export function concentration(rankings: Rankings, items: number): number {
	const shown = new Float64Array(items);
	eachList(rankings, (list) => {
		for (const item of list) shown[item]!++;
	});
	shown.sort();
	const total = shown.reduce((a, b) => a + b, 0);
	if (total === 0) return 0;
	let weighted = 0;
	for (let i = 0; i < items; i++) weighted += (2 * (i + 1) - items - 1) * shown[i]!;
	return weighted / (items * total);
}

/** Mean self-information of what is shown: -log2 of the share of users who have the item (Zhou et al. 2010), in bits. */
export function novelty(rankings: Rankings, train: Csr): Measure {
	const counts = new Float64Array(train.width);
	for (const item of train.columns) counts[item]!++;
	return perList(rankings, (list) => {
		let bits = 0;
		// An item that nobody has counts as if half a person had it.
		for (const item of list) bits -= Math.log2(Math.max(0.5, counts[item]!) / train.rows);
		return bits / list.length;
	});
}

/** Mean of 1 - cosine over the pairs of a list, items compared by a feature matrix (items by anything). */
export function diversity(rankings: Rankings, features: Csr): Measure {
	const { starts, columns, values } = features;
	const norms = new Float64Array(features.rows);
	for (let row = 0; row < features.rows; row++) {
		for (let at = starts[row]!; at < starts[row + 1]!; at++) norms[row]! += values[at]! ** 2;
		norms[row] = Math.sqrt(norms[row]!);
	}
	const dense = new Float64Array(features.width);
	return perList(rankings, (list) => {
		let distance = 0;
		for (let i = 0; i < list.length; i++) {
			const a = list[i]!;
			for (let at = starts[a]!; at < starts[a + 1]!; at++) dense[columns[at]!] = values[at]!;
			for (let j = i + 1; j < list.length; j++) {
				const b = list[j]!;
				let dot = 0;
				for (let at = starts[b]!; at < starts[b + 1]!; at++) dot += dense[columns[at]!]! * values[at]!;
				distance += norms[a]! * norms[b]! === 0 ? 1 : 1 - dot / (norms[a]! * norms[b]!);
			}
			for (let at = starts[a]!; at < starts[a + 1]!; at++) dense[columns[at]!] = 0;
		}
		const pairs = (list.length * (list.length - 1)) / 2;
		return pairs === 0 ? 0 : distance / pairs;
	});
}

/**
 * Miscalibration (Steck 2018): the Kullback-Leibler divergence of a list's mix of categories from the history's,
 * the list's smoothed by 0.01 of the history's. 0 is a list with the same mix.
 *
 * @param categories items by categories
 */
export function miscalibration(rankings: Rankings, histories: Csr, categories: Csr): Measure {
	return perList(rankings, (list, user) => {
		const wanted = mixOf(
			histories.columns.subarray(histories.starts[user]!, histories.starts[user + 1]!),
			categories,
		);
		return divergence(wanted, mixOf(list, categories));
	});
}

/** Shares of categories over items; each item gives 1 in all. */
export function mixOf(items: ArrayLike<number>, { starts, columns, values, width }: Csr): Float64Array {
	const mix = new Float64Array(width);
	let total = 0;
	for (let i = 0; i < items.length; i++) {
		const item = items[i]!;
		let sum = 0;
		for (let at = starts[item]!; at < starts[item + 1]!; at++) sum += values[at]!;
		if (sum === 0) continue;
		for (let at = starts[item]!; at < starts[item + 1]!; at++) mix[columns[at]!]! += values[at]! / sum;
		total++;
	}
	if (total > 0) for (let c = 0; c < width; c++) mix[c]! /= total;
	return mix;
}

/** KL(wanted || (1 - 0.01) given + 0.01 wanted), in nats. */
export function divergence(wanted: Float64Array, given: Float64Array): number {
	let sum = 0;
	for (let c = 0; c < wanted.length; c++)
		if (wanted[c]! > 0) sum += wanted[c]! * Math.log(wanted[c]! / (0.99 * given[c]! + 0.01 * wanted[c]!));
	return sum;
}

function eachList(rankings: Rankings, visit: (list: Int32Array, user: number) => void): void {
	for (let n = 0; n < rankings.users.length; n++)
		visit(rankings.items.subarray(n * rankings.k, n * rankings.k + rankings.counts[n]!), rankings.users[n]!);
}

function perList(rankings: Rankings, value: (list: Int32Array, user: number) => number): Measure {
	const values: number[] = [];
	eachList(rankings, (list, user) => {
		if (list.length > 0) values.push(value(list, user));
	});
	return measureOf(values);
}
