import { eachFeature, featureIds, places, plainText, weighed } from './features.ts';
import { fitHyperplane, fitSigmoid, type Hyperplane, marginOf } from './linear.ts';

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

interface State extends Hyperplane {
	/** What each feature tells: its rarity times how unevenly the classes have it. */
	tells: Float32Array;
	a: number;
	b: number;
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
 */
export function trainTextModel(examples: readonly Example[], cost = 2): TextModel {
	const ids = examples.map(({ text }) => featureIds(text));
	const labels = examples.map(({ positive }) => positive);
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
		const { tells, plane } = fit(part((n) => n % folds !== fold));
		for (const n of part((one) => one % folds === fold))
			margins[n] = marginOf(plane, weighed(ids[n]!, tells));
	}
	const { tells, plane } = fit(part(() => true));
	return modelOf({ ...plane, tells, ...fitSigmoid(margins, labels) });
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

function modelOf(state: State): TextModel {
	const { tells, weights, a, b } = state;
	const probabilityOf = (ids: Int32Array) => 1 / (1 + Math.exp(a * marginOf(state, weighed(ids, tells)) + b));
	return {
		probability: (text) => probabilityOf(featureIds(text)),
		probabilityOf,
		reasons(given, most = 8) {
			const text = plainText(given);
			const features = weighed(featureIds(given), tells);
			const values = new Map(Array.from(features.ids, (id, n) => [id, weights[id]! * features.values[n]!]));
			// What a feature weighs is shared by all places that have it.
			const stretches = new Map<number, [from: number, to: number][]>();
			eachFeature(given, text, (id, from, to) => {
				if (values.has(id)) stretches.set(id, [...(stretches.get(id) ?? []), [from, to]]);
			});
			const shares = new Float64Array(text.length);
			for (const [id, found] of stretches)
				for (const [from, to] of found)
					for (let at = from; at < to; at++) shares[at]! += values.get(id)! / (to - from) / found.length;
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

/** Only what weighs: place, what it tells, weight. */
function pack({ weights, tells, bias, a, b }: State): Uint8Array {
	const used = Array.from(weights.keys()).filter((id) => tells[id]! > 0 && weights[id] !== 0);
	const view = new DataView(new ArrayBuffer(24 + used.length * 12));
	view.setUint32(0, magic);
	view.setUint32(4, used.length);
	for (const [n, value] of [bias, a, b].entries()) view.setFloat32(8 + n * 4, value);
	for (const [n, id] of used.entries()) {
		view.setUint32(24 + n * 12, id);
		view.setFloat32(28 + n * 12, tells[id]!);
		view.setFloat32(32 + n * 12, weights[id]!);
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
	const [weights, tells] = [new Float32Array(places), new Float32Array(places)];
	for (let n = 0; n < view.getUint32(4); n++) {
		const id = view.getUint32(24 + n * 12);
		tells[id] = view.getFloat32(28 + n * 12);
		weights[id] = view.getFloat32(32 + n * 12);
	}
	return modelOf({
		weights,
		tells,
		bias: view.getFloat32(8),
		a: view.getFloat32(12),
		b: view.getFloat32(16),
	});
}
