import {
	type Accuracy,
	accuracy,
	blend,
	type Csr,
	type Fusion,
	type Interactions,
	learnWeights,
	type Model,
	type ModelKind,
	rankAll,
	type Space,
	type Split,
	search,
} from '../../packages/recommender/src/index.ts';
import { step } from './tables.ts';

/** An algorithm and where to look for its settings. */
export interface Candidate {
	name: string;
	space: Readonly<Record<string, readonly unknown[]>>;
	budget: number;
	fit: (data: Interactions, parameters: object) => Promise<Model>;
	/** The model for the test out of the best one of validation; by default trained again on all but the test. */
	refit?: (model: Model, full: Interactions) => Model;
}

export function candidate<O extends object>(
	name: string,
	kind: ModelKind<O>,
	space: Partial<Space<O>>,
	budget: number,
	fixed: Partial<O> = {},
	threads = 2,
): Candidate {
	return {
		name,
		space: space as Candidate['space'],
		budget,
		fit: (data, parameters) => kind.fit(data, { ...fixed, ...parameters }, { threads }),
	};
}

export interface Tuned {
	name: string;
	chosen: string;
	/** The value on validation. */
	value: number;
	/** Trained without the validation part, and with it. */
	validated: Model;
	final: Model;
}

/**
 * Searches each algorithm's settings on validation, then trains with the best on all but the test. The test is not
 * seen here.
 */
export async function tune(
	candidates: readonly Candidate[],
	train: Interactions,
	full: Interactions,
	measure: (model: Model) => Promise<number>,
): Promise<Tuned[]> {
	const tuned: Tuned[] = [];
	for (const { name, space, budget, fit: make, refit } of candidates) {
		const start = performance.now();
		let best: { model: Model; value: number } | undefined;
		const { best: found, trials } = await search(
			space,
			async (parameters) => {
				const model = await make(train, parameters);
				const value = await measure(model);
				if (!best || value > best.value) best = { model, value };
				return value;
			},
			{ budget },
		);
		const chosen = Object.entries(found.parameters)
			.map(([key, value]) => `${key}=${String(value)}`)
			.join(' ');
		const seconds = ((performance.now() - start) / 1000).toFixed(0);
		step(
			`${name}: ${chosen} (validation ${found.value.toFixed(4)}, ${trials.length} settings, ${seconds} s)`,
		);
		tuned.push({
			name,
			chosen,
			value: found.value,
			validated: best!.model,
			final: refit ? refit(best!.model, full) : await make(full, found.parameters),
		});
	}
	return tuned;
}

/** How well models that have not seen the held part of a split rank it, for all users or some spread evenly. */
export function validationOn(
	{ train, held }: Split,
	{ k, users = train.matrix.rows }: { k: number; users?: number },
	pick: (measured: Accuracy) => number,
): (model: Model) => Promise<number> {
	const some = evenly(train.matrix.rows, users);
	return async (model) =>
		pick(accuracy(await rankAll(model, k, { users: some }, { threads: 2 }), held.matrix));
}

/** At most so many indexes below `total`, spread evenly. */
export function evenly(total: number, most: number): Int32Array {
	const size = Math.min(total, most);
	return Int32Array.from({ length: size }, (_, n) => Math.floor((n * total) / size));
}

/** Blends models with weights learned on validation; the way of fusing is chosen there too. */
export async function blended(
	parts: readonly Tuned[],
	held: Csr,
	options: {
		k: number;
		metric: 'ndcg' | 'recall' | 'both';
		users?: number;
		fusions?: readonly Fusion[];
		/** How many of the best of each model are weighed. */
		depth?: number;
		/** The candidates of each user, where the protocol gives them. */
		among?: Csr;
		name?: string;
	},
): Promise<Tuned> {
	let best: { fusion: Fusion; weights: number[]; value: number } | undefined;
	for (const fusion of options.fusions ?? (['normal', 'range', 'rank'] as const)) {
		const learned = await learnWeights(
			parts.map(({ validated }) => validated),
			held,
			{ users: 4000, rounds: 5, ...options, fusion },
		);
		step(`blend by ${fusion}: validation ${learned.value.toFixed(4)}`);
		if (!best || learned.value > best.value) best = { fusion, ...learned };
	}
	const { fusion, weights, value } = best!;
	const of = (pick: (part: Tuned) => Model) =>
		blend(
			parts.map((part, n) => ({ model: pick(part), weight: weights[n]! })),
			fusion,
		);
	const chosen = `${fusion}: ${parts.map(({ name }, n) => `${weights[n]!.toFixed(2)} ${name}`).join(' + ')}`;
	step(`blend: ${chosen}`);
	return {
		name: options.name ?? 'Blend',
		chosen,
		value,
		validated: of(({ validated }) => validated),
		final: of(({ final }) => final),
	};
}
