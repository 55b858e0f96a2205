import { pack, unpack } from './binary.ts';
import type { Id, IdMap } from './data/ids.ts';
import { IdMap as Ids } from './data/ids.ts';
import type { Interactions } from './data/interactions.ts';
import { refuse } from './errors.ts';
import type { Explanation, Model, Query, RecommendOptions } from './model.ts';
import { loadModel } from './models/index.ts';

export interface IdQuery {
	user?: Id;
	/** Oldest first. Items that the model does not know are passed over. */
	history?: readonly Id[];
}

export interface IdOptions {
	exclude?: Iterable<Id>;
	includeKnown?: boolean;
	filter?: (item: Id) => boolean;
}

/** A model with names in front of it: what an application holds. */
export interface Recommender {
	readonly model: Model;
	/** A user that the model does not know is a newcomer: popular items. */
	recommend(query: IdQuery, k: number, options?: IdOptions): { item: Id; score: number }[];
	/** @throws RecommenderError `unknown_item` */
	similarItems(item: Id, k: number): { item: Id; score: number }[];
	/** @throws RecommenderError `unknown_item` */
	explain(
		query: IdQuery,
		item: Id,
		limit?: number,
	): { score: number; reasons: { item: Id; contribution: number }[] };
	/** Model and ids in one buffer. */
	save(): Uint8Array;
}

export function recommender(
	model: Model,
	{ users, items }: Pick<Interactions, 'users' | 'items'>,
): Recommender {
	if (users.size !== model.users || items.size !== model.items)
		refuse(
			'length_mismatch',
			`${users.size} users and ${items.size} items have ids; the model has ${model.users} and ${model.items}.`,
		);
	const indexOf = (item: Id): number => {
		const index = items.indexOf(item);
		return index >= 0 ? index : refuse('unknown_item', `There is no item ${JSON.stringify(item)}.`);
	};
	const known = (ids: Iterable<Id>): number[] =>
		[...ids].map((id) => items.indexOf(id)).filter((index) => index >= 0);
	const queryOf = ({ user, history }: IdQuery): Query => {
		const index = user === undefined ? -1 : users.indexOf(user);
		return { user: index < 0 ? undefined : index, history: history && known(history) };
	};
	const named = (list: readonly { item: number; score: number }[]) =>
		list.map(({ item, score }) => ({ item: items.idOf(item), score }));
	return {
		model,
		recommend: (query, k, { exclude, includeKnown, filter } = {}) =>
			named(
				model.recommend(queryOf(query), k, {
					...(includeKnown === undefined ? {} : { includeKnown }),
					...(exclude ? { exclude: known(exclude) } : {}),
					...(filter ? { filter: (item: number) => filter(items.idOf(item)) } : {}),
				} satisfies RecommendOptions),
			),
		similarItems: (item, k) => named(model.similarItems(indexOf(item), k)),
		explain: (query, item, limit) => {
			const { score, reasons }: Explanation = model.explain(queryOf(query), indexOf(item), limit);
			return {
				score,
				reasons: reasons.map(({ item: known, contribution }) => ({ item: items.idOf(known), contribution })),
			};
		},
		save: () => pack('recommender', 1, { model: model.save(), users: idsOf(users), items: idsOf(items) }),
	};
}

/** Reads what `save` of a recommender wrote. */
export function loadRecommender(bytes: Uint8Array): Recommender {
	const { kind, version, state } = unpack(bytes);
	if (kind !== 'recommender') refuse('foreign_file', `The file holds "${kind}", not a recommender with ids.`);
	if (version !== 1) refuse('unsupported_version', `The file has version ${version}; this library reads 1.`);
	return recommender(loadModel(state.model as Uint8Array), {
		users: new Ids(state.users as Id[]),
		items: new Ids(state.items as Id[]),
	});
}

function idsOf(map: IdMap): Id[] {
	return [...map.toArray()];
}
