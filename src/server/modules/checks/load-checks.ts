import type { Db } from '../../platform/db/index.ts';
import type { ModelTask } from './models/task.ts';
import { type CheckAction, type CheckName, type CheckRule, defaultRules, type Rules } from './rules.ts';
import { loadTextModel, type TextModel } from './text-model/text-model.ts';
import { type FoundWord, wordFinderSoon } from './words/find-words.ts';
import { shippedLists } from './words/shipped.ts';
import { readWordList, type WatchedWord } from './words/word-list.ts';

/** What the database says holds now: small, read with every text. */
export interface Standing {
	rules: Record<string, [CheckAction, number | null, number | null, number | null, number | null]>;
	/** Id, version, action and name of each list that is not off. */
	lists: [id: number, version: number, action: CheckAction, name: string][];
	models: [task: ModelTask, id: number, version: number][];
}

export interface LoadedModel {
	version: number;
	model: TextModel;
}

/** Everything that looks at texts, ready. */
export interface LoadedChecks {
	rules: Rules;
	/** Finds the words of all lists at once. */
	find: (text: string) => FoundWord[];
	/** By number of a word: what it is, and of which list. */
	words: { word: string; list: number }[];
	lists: { id: number; action: Exclude<CheckAction, 'off'>; name: string }[];
	models: Partial<Record<ModelTask, LoadedModel>>;
}

/** So many words are made ready while a text waits; more of them in pieces, and what was ready serves meanwhile. */
const waitedFor = 5000;

interface Words extends Pick<LoadedChecks, 'find' | 'words'> {
	key: string;
	/** Index in `words.list` to id, action and name. */
	ids: number[];
}

interface Kept {
	words: Words | null;
	making: { key: string; done: Promise<Words> } | null;
	models: Map<number, TextModel>;
}

const kept = new WeakMap<object, Kept>();

/** The table of rules, with what its defaults say where nobody said otherwise. */
export function rulesOf(rows: Standing['rules']): Rules {
	const rules = structuredClone(defaultRules) as Record<CheckName, CheckRule>;
	for (const [name, [action, forNew, forOthers, holdAt, hideAt]] of Object.entries(rows))
		if (name in rules) rules[name as CheckName] = { action, forNew, forOthers, holdAt, hideAt };
	return rules;
}

/**
 * Makes ready what the database says holds. Lists and models are read once for each of their versions in a process; of
 * very long lists that were just changed the former state serves until they are ready.
 *
 * @param owner whose memory it is: the pool of a process
 */
export async function loadChecks(owner: object, db: Db, standing: Standing): Promise<LoadedChecks> {
	const mine = kept.get(owner) ?? { words: null, making: null, models: new Map() };
	kept.set(owner, mine);
	const words = await wordsFor(mine, db, standing.lists);
	const models: LoadedChecks['models'] = {};
	for (const [task, id, version] of standing.models) {
		const model = mine.models.get(id) ?? (await readModel(db, id));
		if (!model) continue;
		mine.models.set(id, model);
		models[task] = { version, model };
	}
	const used = new Set(standing.models.map(([, id]) => id));
	for (const id of mine.models.keys()) if (!used.has(id)) mine.models.delete(id);
	const facts = new Map(standing.lists.map(([id, , action, name]) => [id, { action, name }]));
	return {
		rules: rulesOf(standing.rules),
		find: words.find,
		words: words.words,
		lists: words.ids.map((id) => ({
			id,
			// A list that was switched off while longer ones are made ready is not asked any more.
			action: (facts.get(id)?.action ?? 'off') as Exclude<CheckAction, 'off'>,
			name: facts.get(id)?.name ?? '',
		})),
		models,
	};
}

async function wordsFor(mine: Kept, db: Db, lists: Standing['lists']): Promise<Words> {
	const key = JSON.stringify(lists.map(([id, version]) => [id, version]));
	if (mine.words?.key === key) return mine.words;
	if (mine.making?.key !== key) {
		const ids = lists.map(([id]) => id);
		const read = await readWords(db, ids);
		const words = ids.flatMap((id, list) => (read.get(id) ?? []).map((word) => ({ ...word, group: list })));
		const done = wordFinderSoon(words, words.length > waitedFor).then((find) => ({
			key,
			ids,
			find,
			words: words.map(({ word, group }) => ({ word, list: group })),
		}));
		mine.making = { key, done };
		const end = (made?: Words) => {
			if (made) mine.words = made;
			if (mine.making?.key === key) mine.making = null;
		};
		done.then(end, () => end());
		if (words.length <= waitedFor || !mine.words) return done;
	}
	return mine.words ?? mine.making!.done;
}

async function readWords(db: Db, ids: readonly number[]): Promise<Map<number, WatchedWord[]>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('check_lists')
		.select(['id', 'shipped', 'words'])
		.where('id', 'in', ids)
		.execute();
	return new Map(
		rows.map(({ id, shipped, words }) => [
			id,
			readWordList(shipped === null ? words : (shippedLists[shipped] ?? '')),
		]),
	);
}

async function readModel(db: Db, id: number): Promise<TextModel | null> {
	const row = await db.selectFrom('text_models').select('bytes').where('id', '=', id).executeTakeFirst();
	return row ? loadTextModel(row.bytes) : null;
}
