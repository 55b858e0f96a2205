import type { State } from '../binary.ts';
import { type Csr, columnCounts } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { fittedModel, type Model, type ModelDefinition, type ModelParts, type Profile } from '../model.ts';
import { addComparable, checkFusion, type Fusion } from './fusion.ts';

export interface BlendPart {
	model: Model;
	/** Not negative. */
	weight: number;
}

interface BlendOptions {
	fusion: Fusion;
	weights: readonly number[];
}

/** Scores of models made comparable and added with weights: again a model. */
export function blend(parts: readonly BlendPart[], fusion: Fusion = 'normal'): Model {
	checkFusion(fusion);
	const [first] = parts;
	if (!first) return refuse('empty_data', 'A blend needs at least one model.');
	for (const { model, weight } of parts) {
		if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
			refuse('invalid_weight', `Weight ${weight} of ${model.kind}.`);
		if (model.users !== first.model.users || model.items !== first.model.items)
			refuse('length_mismatch', 'The models were not trained on the same users and items.');
	}
	const { histories } = first.model;
	const models = parts.map(({ model }) => model);
	const definition: ModelDefinition<BlendOptions, { models: readonly Uint8Array[] }> = {
		kind: 'blend',
		version: 1,
		defaults: { fusion, weights: [] },
		fit: () => refuse('invalid_option', 'A blend is made of models that are trained already.'),
		scores: (_, profile, out) => add(models, options, profile, out),
		similar(_, item, out) {
			for (const [n, model] of models.entries()) {
				const list = model.similarItems(item, model.items);
				const scores = new Float32Array(model.items);
				for (const entry of list) scores[entry.item] = entry.score;
				addComparable(scores, fusion, options.weights[n]!, out);
			}
		},
	};
	const options: BlendOptions = { fusion, weights: parts.map(({ weight }) => weight) };
	const state = {
		get models() {
			return models.map((model) => model.save());
		},
	};
	const counts = columnCounts(histories);
	return {
		...fittedModel(definition, options, state, histories, counts),
		parts: {
			kind: 'blend',
			options,
			state: { models: models.map((model) => model.parts) },
			histories,
			counts,
		},
	};
}

function add(
	models: readonly Model[],
	{ fusion, weights }: BlendOptions,
	profile: Profile,
	out: Float32Array,
): void {
	const scores = new Float32Array(out.length);
	const query =
		profile.user >= 0 ? { user: profile.user } : { history: profile.items, weights: profile.weights };
	for (const [n, model] of models.entries()) {
		if (weights[n] === 0) continue;
		model.scores(query, scores);
		// What is known already must not stretch the range of what is new.
		for (const item of profile.items) scores[item] = Number.NEGATIVE_INFINITY;
		addComparable(scores, fusion, weights[n]!, out);
	}
}

/** Makes a blend again out of what was saved. */
export function blendOf(
	{ options, state }: { options: BlendOptions; state: { models: readonly Uint8Array[] }; histories: Csr },
	load: (bytes: Uint8Array) => Model,
): Model {
	return blend(
		state.models.map((bytes, n) => ({ model: load(bytes), weight: options.weights[n]! })),
		options.fusion,
	);
}

export type BlendFile = {
	options: BlendOptions;
	state: { models: readonly Uint8Array[] };
	histories: Csr;
} & State;

/** Puts a blend together again in another thread; undefined when one of its models cannot be. */
export function revivedBlend(
	{ options, state }: ModelParts,
	revive: (parts: ModelParts) => Model | undefined,
): Model | undefined {
	const { fusion, weights } = options as BlendOptions;
	const parts: BlendPart[] = [];
	for (const [n, one] of (state as { models: ModelParts[] }).models.entries()) {
		const model = revive(one);
		if (!model) return undefined;
		parts.push({ model, weight: weights[n]! });
	}
	return blend(parts, fusion);
}
