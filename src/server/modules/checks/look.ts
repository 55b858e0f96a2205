import type { LoadedChecks } from './load-checks.ts';
import type { ModelTask } from './models/task.ts';
import type { CheckReason } from './reason.ts';
import type { CheckRule } from './rules.ts';
import { mostLookedThrough } from './text-facts.ts';
import { featureIds } from './text-model/features.ts';

/** What was seen in the words of a text alone, whoever wrote it. */
export interface Look {
	reasons: CheckReason[];
	/** By task, where there is a model. */
	probabilities: Partial<Record<ModelTask, number>>;
}

type Action = CheckReason['action'];

/**
 * What a probability or a likeness calls for.
 *
 * @param holdAt from where on
 */
export function actionAt(rule: CheckRule, value: number, holdAt: number | null = rule.holdAt): Action | null {
	if (rule.action === 'off') return null;
	const hides = rule.action === 'hold' && rule.hideAt !== null && value >= rule.hideAt;
	if (hides) return 'hide';
	return holdAt !== null && value >= holdAt ? rule.action : null;
}

/** From where on a rule holds what an account wrote: for a new one perhaps sooner. */
export function holdsFrom({ forNew, holdAt }: CheckRule, fresh: boolean): number | null {
	return fresh && forNew !== null ? Math.min(forNew, holdAt ?? 1) : holdAt;
}

/**
 * Looks at a text: watched words in one pass over it, and every model on the same features.
 *
 * @param fresh the account is new
 */
export function lookAt(loaded: LoadedChecks, text: { title: string; source: string }, fresh: boolean): Look {
	const said = `${text.title}\n${text.source}`.slice(0, mostLookedThrough);
	const reasons = wordReasons(loaded, said);
	const probabilities: Look['probabilities'] = {};
	const models = Object.entries(loaded.models) as [
		ModelTask,
		NonNullable<LoadedChecks['models'][ModelTask]>,
	][];
	if (models.length > 0) {
		const ids = featureIds(said);
		for (const [task, { model, version }] of models) {
			const probability = model.probabilityOf(ids);
			probabilities[task] = probability;
			if (task === 'sentiment') continue;
			const rule = loaded.rules[task];
			const action = actionAt(rule, probability, holdsFrom(rule, fresh));
			if (action)
				reasons.push({
					check: task,
					action,
					sure: probability,
					probability,
					version,
					words: weightiest(model, said),
				});
		}
	}
	return { reasons, probabilities };
}

function wordReasons({ find, words, lists }: LoadedChecks, said: string): CheckReason[] {
	const byList = new Map<number, Set<string>>();
	for (const { word, from, to } of find(said)) {
		const { list } = words[word]!;
		const seen = byList.get(list) ?? new Set();
		// As it stands in the text: that is what its author has to change.
		if (seen.size < 10) seen.add(said.slice(from, Math.min(to, from + 80)));
		byList.set(list, seen);
	}
	return [...byList].flatMap(([list, found]): CheckReason[] => {
		const { action, name } = lists[list]!;
		if ((action as string) === 'off') return [];
		return [{ check: 'words', action, sure: 0.9, list: name, words: [...found] }];
	});
}

function weightiest(model: { reasons: LoadedModelReasons }, said: string): string[] {
	const { text, reasons } = model.reasons(said, 12);
	const words = reasons.filter(({ weight }) => weight > 0).map(({ from, to }) => text.slice(from, to));
	return [...new Set(words)].slice(0, 6);
}
type LoadedModelReasons = (
	text: string,
	most?: number,
) => { text: string; reasons: { from: number; to: number; weight: number }[] };
