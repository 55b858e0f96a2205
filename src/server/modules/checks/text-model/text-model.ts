import { eachFeature, featureIds, mostLookedAt, places, weighed } from './features.ts';
import { fitHyperplane, fitSigmoid, marginOf } from './linear.ts';
import { plainText } from './plain-text.ts';

/** A text and whether it is what the model looks for. */
export interface Example {
	text: string;
	positive: boolean;
}

/** A part of a text and how much it speaks for (above 0) or against. */
export interface Reason {
	from: number;
	to: number;
	weight: number;
}

/** Judges texts by their words and runs of characters. */
export interface TextModel {
	/** @returns 0 to 1: of texts judged p, about p are positive */
	probability(text: string): number;
	/** The same of `featureIds(text)`, where several models judge one text. */
	probabilityOf(ids: Int32Array): number;
	/** The parts that weighed most, heaviest first; places are those of the text in normal form, which comes with them. */
	reasons(text: string, most?: number): { text: string; reasons: Reason[] };
	save(): Uint8Array;
}

/** What a model said of a text that it had not been shown, and what the text is. */
export interface Judged {
	probability: number;
	positive: boolean;
}

/** How much a feature tells where both classes have it alike. */
const least = 0.3;
/** Texts that a feature is thought to have been in before it was seen, shared by the classes as they are. */
const doubt = 1;
const folds = 5;

/**
 * Trains a judge of texts: a linear support vector machine over words, pairs of words and runs of characters, each by its
 * rarity and by the ratio in which the classes have it (after Wang and Manning 2012), its margins made probabilities by
 * margins of texts that were held out.
 *
 * Tens of thousands of short texts take some ten seconds.
 *
 * @param examples at least one of each class
 * @param onPart called as each of the six parts of the work is done
 * @returns the judge, and what judges made of four fifths said of the others: in the order of the examples
 */
export function trainTextModel(
	examples: readonly Example[],
	{ cost = 2, onPart }: { cost?: number; onPart?: (done: number, of: number) => void } = {},
): TextModel & { heldOut: Judged[] } {
	const ids = examples.map(({ text }) => featureIds(text));
	const labels = examples.map(({ positive }) => positive);
	const foldOf = foldsOf(examples);
	const part = (keep: (n: number) => boolean) => examples.flatMap((_, n) => (keep(n) ? [n] : []));
	const fit = (chosen: readonly number[]) => {
		const tells = tellings(
			chosen.map((n) => ids[n]!),
			chosen.map((n) => labels[n]!),
		);
		const features = chosen.map((n) => weighed(ids[n]!, tells));
		return {
			tells,
			plane: fitHyperplane(
				features,
				chosen.map((n) => labels[n]!),
				places,
				{ cost },
			),
		};
	};
	const margins: number[] = [];
	for (let fold = 0; fold < folds; fold++) {
		const { tells, plane } = fit(part((n) => foldOf[n] !== fold));
		for (const n of part((one) => foldOf[one] === fold))
			margins[n] = marginOf(plane, weighed(ids[n]!, tells));
		onPart?.(fold + 1, folds + 1);
	}
	const { tells, plane } = fit(part(() => true));
	onPart?.(folds + 1, folds + 1);
	const { a, b } = fitSigmoid(margins, labels);
	const heldOut = margins.map((margin, n) => ({
		probability: 1 / (1 + Math.exp(a * margin + b)),
		positive: labels[n]!,
	}));
	const state = packed(plane.bias, a, b);
	for (let id = 0; id < places; id++) if (tells[id]! > 0) state.put(id, tells[id]!, plane.weights[id]!);
	return { ...modelOf(state), heldOut };
}

/** The same text is in one fold only: what a judge was shown it is not asked. */
function foldsOf(examples: readonly Example[]): Int32Array {
	const seen = new Map<string, number>();
	let next = 0;
	return Int32Array.from(examples, ({ text }) => {
		const key = text.trim().toLowerCase();
		let fold = seen.get(key);
		if (fold === undefined) {
			fold = next++ % folds;
			seen.set(key, fold);
		}
		return fold;
	});
}

function tellings(texts: readonly Int32Array[], labels: readonly boolean[]): Float32Array {
	const all = new Int32Array(places);
	const positive = new Int32Array(places);
	for (const [n, ids] of texts.entries())
		for (const id of ids) {
			all[id]!++;
			if (labels[n]) positive[id]!++;
		}
	const [count, positives] = [labels.length, labels.filter(Boolean).length];
	const tells = new Float32Array(places);
	for (let id = 0; id < places; id++) {
		if (all[id] === 0) continue;
		const share = positives / count;
		const ratio = Math.log(
			((positive[id]! + doubt * share) * (count - positives)) /
				((all[id]! - positive[id]! + doubt * (1 - share)) * positives),
		);
		tells[id] = (Math.log((1 + count) / (1 + all[id]!)) + 1) * (least + Math.abs(ratio));
	}
	return tells;
}

/** What of each feature counts: what it tells squared, and times its weight; and whether there is anything at all. */
interface Packed {
	/** Side by side, so that a look costs one line of the cache. */
	pairs: Float32Array;
	there: Uint32Array;
	bias: number;
	a: number;
	b: number;
}

function packed(
	bias: number,
	a: number,
	b: number,
): Packed & { put: (id: number, tell: number, weight: number) => void } {
	const pairs = new Float32Array(places * 2);
	const there = new Uint32Array(places / 32);
	const put = (id: number, tell: number, weight: number) => {
		there[id >>> 5]! |= 1 << (id & 31);
		pairs[2 * id] = tell * tell;
		pairs[2 * id + 1] = tell * weight;
	};
	return { pairs, there, bias, a, b, put };
}

const isThere = (there: Uint32Array, id: number): boolean => ((there[id >>> 5]! >>> (id & 31)) & 1) === 1;

function modelOf(state: Packed): TextModel {
	const { pairs, there, bias, a, b } = state;
	const probabilityOf = (ids: Int32Array) => {
		let [square, sum] = [0, 0];
		for (let n = 0; n < ids.length; n++) {
			const id = ids[n]!;
			if (!isThere(there, id)) continue;
			square += pairs[2 * id]!;
			sum += pairs[2 * id + 1]!;
		}
		const margin = bias + (square > 0 ? sum / Math.sqrt(square) : 0);
		return 1 / (1 + Math.exp(a * margin + b));
	};
	return {
		probability: (text) => probabilityOf(featureIds(text)),
		probabilityOf,
		reasons(long, most = 8) {
			const given = long.slice(0, mostLookedAt);
			const text = plainText(given);
			const ids = featureIds(given).filter((id) => isThere(there, id));
			const square = ids.reduce((sum, id) => sum + pairs[2 * id]!, 0);
			const values = new Map(Array.from(ids, (id) => [id, pairs[2 * id + 1]! / Math.sqrt(square)]));
			// What a feature weighs is shared by all places that have it.
			const stretches = new Map<number, number[]>();
			eachFeature(given, text, (id, from, to) => {
				if (!values.has(id) || to === from) return;
				const known = stretches.get(id);
				if (known) known.push(from, to);
				else stretches.set(id, [from, to]);
			});
			const shares = new Float64Array(text.length);
			for (const [id, found] of stretches)
				for (let n = 0; n < found.length; n += 2) {
					const [from, to] = [found[n]!, found[n + 1]!];
					const share = values.get(id)! / (to - from) / (found.length / 2);
					for (let at = from; at < to; at++) shares[at]! += share;
				}
			return { text, reasons: heaviest(text, shares, most) };
		},
		save: () => pack(state),
	};
}

const words = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

function heaviest(text: string, shares: Float64Array, most: number): Reason[] {
	const cut = new Intl.Segmenter('zh', { granularity: 'word' });
	const parts = [...text.matchAll(words)].flatMap((match) =>
		[...cut.segment(match[0])].map(({ segment, index }) => [match.index + index, segment.length] as const),
	);
	return parts
		.map(([from, length]) => ({
			from,
			to: from + length,
			weight: shares.subarray(from, from + length).reduce((sum, share) => sum + share, 0),
		}))
		.filter(({ weight }) => Math.abs(weight) > 1e-3)
		.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
		.slice(0, most);
}

const magic = 0x53544d31;

/** Only what counts: place, what it tells, weight. */
function pack({ pairs, there, bias, a, b }: Packed): Uint8Array {
	const used: number[] = [];
	for (let id = 0; id < places; id++) if (isThere(there, id)) used.push(id);
	const view = new DataView(new ArrayBuffer(24 + used.length * 12));
	view.setUint32(0, magic);
	view.setUint32(4, used.length);
	for (const [n, value] of [bias, a, b].entries()) view.setFloat32(8 + n * 4, value);
	for (const [n, id] of used.entries()) {
		const tell = Math.sqrt(pairs[2 * id]!);
		view.setUint32(24 + n * 12, id);
		view.setFloat32(28 + n * 12, tell);
		view.setFloat32(32 + n * 12, pairs[2 * id + 1]! / tell);
	}
	return new Uint8Array(view.buffer);
}

/** @throws when the bytes are not those of `save` */
export function loadTextModel(bytes: Uint8Array): TextModel {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (
		bytes.byteLength < 24 ||
		view.getUint32(0) !== magic ||
		bytes.byteLength !== 24 + view.getUint32(4) * 12
	)
		throw new Error('These are not the bytes of a text model.');
	const state = packed(view.getFloat32(8), view.getFloat32(12), view.getFloat32(16));
	for (let n = 0; n < view.getUint32(4); n++) {
		const id = view.getUint32(24 + n * 12);
		if (id >= places) throw new Error('These are not the bytes of a text model.');
		state.put(id, view.getFloat32(28 + n * 12), view.getFloat32(32 + n * 12));
	}
	return modelOf(state);
}
