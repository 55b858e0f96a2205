import { pack, type State, unpack } from './binary.ts';
import { type Control, throwIfCancelled } from './control.ts';
import { float32, int32 } from './data/arrays.ts';
import { type Csr, columnCounts, rowOf } from './data/csr.ts';
import type { Interactions } from './data/interactions.ts';
import { refuse } from './errors.ts';
import { type FactorIndex, type Factors, factorIndex } from './factors.ts';
import { addRows, type RowModel, rowContributions } from './kernels/rank-rows.ts';
import { runKernel } from './parallel/run.ts';
import { type Top, topK } from './top-k.ts';

/**
 * For whom: a user of the training data, or a history of items, oldest first. With both, the history counts (a user
 * who has done something since). Neither, or an empty history, is a newcomer, who is given what is popular.
 */
export interface Query {
	user?: number;
	history?: ArrayLike<number>;
	/** Beside `history`; 1 where not given. */
	weights?: ArrayLike<number>;
}

/** A query looked up: what a model computes with. `user` is -1 unless it is the stored user as trained. */
export interface Profile {
	readonly user: number;
	readonly items: Int32Array;
	readonly weights: Float32Array;
}

export interface Scored {
	item: number;
	score: number;
}

export interface RecommendOptions {
	/** Items never to be given, beside those of the history. */
	exclude?: Iterable<number>;
	/** Also give what the history holds already. Default false. */
	includeKnown?: boolean;
	/** Only items for which this answers yes. */
	filter?: (item: number) => boolean;
}

/** Why: what each item of the history added to the score, greatest first. */
export interface Explanation {
	score: number;
	reasons: { item: number; contribution: number }[];
}

/** Ranking for many: row n of the result is for `users[n]`, who is also the row in `histories` and `hidden`. */
export interface RankTask {
	users: Int32Array;
	k: number;
	/** Instead of the kept histories. */
	histories?: Csr;
	hidden: readonly Csr[];
}

export interface Lists {
	items: Int32Array;
	scores: Float32Array;
	counts: Int32Array;
}

/** A trained model. Users and items are dense indexes; `Recommender` puts ids in front of it. */
export interface Model {
	readonly kind: string;
	readonly options: Readonly<Record<string, unknown>>;
	readonly users: number;
	readonly items: number;
	/** The kept histories: users by items, oldest first. */
	readonly histories: Csr;
	/** Scores of all items, nothing excluded; into `out` when given. Never NaN. */
	scores(query: Query, out?: Float32Array): Float32Array;
	/** The best `k` items, best first, equal scores by index. Fewer when fewer are left. */
	recommend(query: Query, k: number, options?: RecommendOptions): Scored[];
	/** Items most like this one, best first, itself left out. */
	similarItems(item: number, k: number): Scored[];
	explain(query: Query, item: number, limit?: number): Explanation;
	save(): Uint8Array;
	/** A quicker way to rank for many users, where the model has one; `rankAll` uses it. */
	readonly rankMany?: (task: RankTask, control?: Control) => Promise<Lists>;
	/** What the model computed, for kernels and for other models. */
	readonly state: State;
	/** All that makes the model, for other threads. */
	readonly parts: ModelParts;
}

/** A model taken apart: plain values and arrays that threads can share. */
export interface ModelParts {
	kind: string;
	options: object;
	state: object;
	histories: Csr;
	counts: Int32Array;
}

/** What one file of `models/` says about its algorithm. */
export interface ModelDefinition<O extends object, S extends object> {
	/** The name in files. */
	kind: string;
	/** The version of the state's layout; a file of another version is refused. */
	version: number;
	defaults: O;
	/** Refuses bad options (`invalid_option`). */
	check?: (options: O) => void;
	fit(data: Interactions, options: O, control?: Control): Promise<S> | S;
	/** Adds scores to `out`, which is all zero. Profiles are never empty unless `takesEmpty`. */
	scores?: (state: S, profile: Profile, out: Float32Array, options: O) => void;
	/** Instead of `scores`: the score is the inner product of an item's vector … */
	factors?: (state: S) => Factors;
	/** … and that of a profile. */
	vector?: (state: S, profile: Profile, options: O) => Float32Array;
	/** Or instead: the score is the sum of the sparse rows of the history's items. */
	rows?: (state: S, options: O) => RowModel;
	/** Adds the likeness of `item` to all items to `out`. Default: the scores of a history of that item alone. */
	similar?: (state: S, item: number, out: Float32Array, options: O) => void;
	/** What each item of the profile adds to the score of `item`. Default: how the score falls without it. */
	contributions?: (state: S, profile: Profile, item: number, options: O) => ArrayLike<number>;
	/** The model has an own answer for a newcomer. */
	takesEmpty?: boolean;
}

/** An algorithm: makes models out of data or out of saved bytes. */
export interface ModelKind<O extends object, S extends object = object> {
	readonly kind: string;
	readonly defaults: Readonly<O>;
	fit(data: Interactions, options?: Partial<O>, control?: Control): Promise<Model & { readonly state: S }>;
	load(bytes: Uint8Array): Model & { readonly state: S };
	/** Puts together what `parts` of a model of this kind holds. */
	revive(parts: ModelParts): Model & { readonly state: S };
}

/** Turns a definition into an algorithm with everything that all models share. */
export function defineModel<O extends object, S extends object>(
	definition: ModelDefinition<O, S>,
): ModelKind<O, S> {
	const { kind, version, defaults } = definition;
	return {
		kind,
		defaults,
		async fit(data, given = {}, control) {
			const options = withDefaults(kind, defaults, given);
			definition.check?.(options);
			if (data.matrix.rows === 0 || data.matrix.width === 0 || data.matrix.columns.length === 0)
				refuse('empty_data', `${kind} needs at least one interaction.`);
			throwIfCancelled(control);
			const state = await definition.fit(data, options, control);
			throwIfCancelled(control);
			control?.onProgress?.(1);
			return fittedModel(definition, options, state, data.matrix, columnCounts(data.matrix));
		},
		load(bytes) {
			const file = unpack(bytes);
			if (file.kind !== kind) refuse('foreign_file', `The file holds a model "${file.kind}", not "${kind}".`);
			if (file.version !== version)
				refuse('unsupported_version', `The file has version ${file.version} of ${kind}; this is ${version}.`);
			const { options, state, histories, counts } = file.state as unknown as {
				options: O;
				state: S;
				histories: Csr;
				counts: Int32Array;
			};
			return fittedModel(definition, options, state, histories, counts);
		},
		revive: ({ options, state, histories, counts }) =>
			fittedModel(definition, options as O, state as S, histories, counts),
	};
}

function withDefaults<O extends object>(kind: string, defaults: O, given: Partial<O>): O {
	const options = { ...defaults };
	for (const [name, value] of Object.entries(given) as [keyof O & string, O[keyof O & string]][]) {
		if (value === undefined) continue;
		if (!(name in defaults)) refuse('invalid_option', `${kind} has no option "${name}".`);
		if (typeof value === 'number' && Number.isNaN(value))
			refuse('invalid_option', `${name} is not a number.`);
		options[name] = value;
	}
	return options;
}

/** A model out of its parts; `defineModel` and blends end here. */
export function fittedModel<O extends object, S extends object>(
	definition: ModelDefinition<O, S>,
	options: O,
	state: S,
	histories: Csr,
	counts: Int32Array,
): Model & { readonly state: S } {
	const users = histories.rows;
	const items = histories.width;
	const profileOf = (query: Query): Profile => lookUp(query, histories);

	const { factors, vector } = definition;
	const rows = definition.rows?.(state, options);
	let laidOut: FactorIndex | undefined;
	const index = () => {
		if (!factors) return refuse('invalid_option', `${definition.kind} defines neither scores nor factors.`);
		laidOut ??= factorIndex(factors(state));
		return laidOut;
	};
	const isNewcomer = (profile: Profile) => profile.items.length === 0 && !definition.takesEmpty;
	const scoresOf = (profile: Profile, out: Float32Array): Float32Array => {
		out.fill(0);
		if (isNewcomer(profile)) out.set(counts);
		else if (definition.scores) definition.scores(state, profile, out, options);
		else if (rows) addRows(rows, profile.items, profile.weights, out);
		else if (vector) index().scores(vector(state, profile, options), out);
		return out;
	};
	const buffer = (out?: Float32Array) => {
		if (out && out.length !== items) refuse('length_mismatch', `${items} items but room for ${out.length}.`);
		return out ?? new Float32Array(items);
	};

	return {
		kind: definition.kind,
		options: options as Readonly<Record<string, unknown>>,
		users,
		items,
		histories,
		state,
		parts: { kind: definition.kind, options, state, histories, counts },
		scores: (query, out) => scoresOf(profileOf(query), buffer(out)),
		recommend(query, k, { exclude, includeKnown, filter } = {}) {
			checkK(k);
			const profile = profileOf(query);
			if (vector && !filter && !isNewcomer(profile)) {
				const hidden = [...(includeKnown ? [] : profile.items), ...(exclude ?? [])];
				return listed(
					index().top(
						vector(state, profile, options),
						k,
						hidden.filter((item) => item >= 0 && item < items),
					),
				);
			}
			const scores = scoresOf(profile, buffer());
			if (!includeKnown) for (const item of profile.items) scores[item] = Number.NEGATIVE_INFINITY;
			for (const item of exclude ?? [])
				if (item >= 0 && item < items) scores[item] = Number.NEGATIVE_INFINITY;
			if (filter)
				for (let item = 0; item < items; item++) if (!filter(item)) scores[item] = Number.NEGATIVE_INFINITY;
			return listOf(scores, k);
		},
		similarItems(item, k) {
			checkK(k);
			checkItem(item, items);
			const out = buffer();
			if (definition.similar) definition.similar(state, item, out, options);
			else scoresOf(lookUp({ history: [item] }, histories), out);
			out[item] = Number.NEGATIVE_INFINITY;
			return listOf(out, k);
		},
		explain(query, item, limit = 5) {
			checkItem(item, items);
			const profile = profileOf(query);
			const score = scoresOf(profile, buffer())[item]!;
			const added = definition.contributions
				? definition.contributions(state, profile, item, options)
				: rows
					? rowContributions(rows, profile.items, profile.weights, item)
					: withoutEach(profile, (part) => score - scoresOf(part, buffer())[item]!);
			const reasons = Array.from(profile.items, (known, i) => ({ item: known, contribution: added[i] ?? 0 }));
			reasons.sort((a, b) => b.contribution - a.contribution || a.item - b.item);
			return { score, reasons: reasons.filter(({ contribution }) => contribution > 0).slice(0, limit) };
		},
		...(rows && {
			async rankMany({ users: who, k, histories: given, hidden }: RankTask, control?: Control) {
				const lists = {
					outItems: int32(who.length * k).fill(-1),
					outScores: float32(who.length * k),
					outCounts: int32(who.length),
				};
				const context = { ...rows, histories: given ?? histories, users: who, hidden, counts, k, ...lists };
				await runKernel('rankRows', context, who.length, { chunk: 32, control });
				return { items: lists.outItems, scores: lists.outScores, counts: lists.outCounts };
			},
		}),
		...(vector && {
			async rankMany({ users: who, k, histories: given, hidden }: RankTask, control?: Control) {
				const { width } = index();
				const vectors = float32(who.length * width);
				const newcomers: number[] = [];
				for (let n = 0; n < who.length; n++) {
					const user = who[n]!;
					const profile = profileOf(given ? { history: rowOf(given, user) } : { user });
					if (isNewcomer(profile)) newcomers.push(n);
					else vectors.set(vector(state, profile, options), n * width);
				}
				const lists = await index().topForAll(vectors, k, who, hidden, control);
				const scores = new Float32Array(newcomers.length > 0 ? items : 0);
				for (const n of newcomers) {
					scores.set(counts);
					for (const mask of hidden)
						for (const item of rowOf(mask, who[n]!)) scores[item] = Number.NEGATIVE_INFINITY;
					const top = topK(scores, k);
					lists.items.set(top.items, n * k);
					lists.scores.set(top.scores, n * k);
					lists.counts[n] = top.count;
				}
				return lists;
			},
		}),
		save: () =>
			pack(definition.kind, definition.version, { options, state, histories, counts } as unknown as State),
	} as Model & { readonly state: S };
}

function lookUp(query: Query, histories: Csr): Profile {
	const { user, history, weights } = query;
	if (user !== undefined && !(Number.isInteger(user) && user >= 0 && user < histories.rows))
		refuse('unknown_user', `There is no user ${user}; the model knows ${histories.rows}.`);
	if (history) {
		if (weights && weights.length !== history.length)
			refuse('length_mismatch', `${history.length} items but ${weights.length} weights.`);
		for (let i = 0; i < history.length; i++) {
			checkItem(history[i]!, histories.width);
			if (weights && !(weights[i]! >= 0 && weights[i]! < Number.POSITIVE_INFINITY))
				refuse('invalid_weight', `Weight ${weights[i]} of item ${history[i]}.`);
		}
		return {
			user: -1,
			items: Int32Array.from(history),
			weights: weights ? Float32Array.from(weights) : new Float32Array(history.length).fill(1),
		};
	}
	if (user === undefined) return { user: -1, items: new Int32Array(0), weights: new Float32Array(0) };
	const from = histories.starts[user]!;
	const to = histories.starts[user + 1]!;
	return { user, items: histories.columns.subarray(from, to), weights: histories.values.subarray(from, to) };
}

function withoutEach(profile: Profile, change: (part: Profile) => number): number[] {
	return Array.from(profile.items, (_, left) =>
		change({
			user: -1,
			items: profile.items.filter((_, i) => i !== left),
			weights: profile.weights.filter((_, i) => i !== left),
		}),
	);
}

function listOf(scores: Float32Array, k: number): Scored[] {
	return listed(topK(scores, k));
}

function listed(top: Top): Scored[] {
	return Array.from({ length: top.count }, (_, i) => ({ item: top.items[i]!, score: top.scores[i]! }));
}

export function checkK(k: number): void {
	if (!Number.isInteger(k) || k < 1) refuse('invalid_k', `k is ${k}, not a whole number above 0.`);
}

function checkItem(item: number, items: number): void {
	if (!(Number.isInteger(item) && item >= 0 && item < items))
		refuse('unknown_item', `There is no item ${item}; the model knows ${items}.`);
}

/** Helps definitions to check options: each named number must lie in [low, high]. */
export function inRange(options: object, ranges: Record<string, [low: number, high: number]>): void {
	for (const [name, [low, high]] of Object.entries(ranges)) {
		const value = (options as Record<string, unknown>)[name];
		if (typeof value !== 'number' || !(value >= low && value <= high))
			refuse('invalid_option', `${name} is ${String(value)}, not between ${low} and ${high}.`);
	}
}
