import { toInterval2004, toTimespan12 } from './formats.ts';
import { type Element, type Model, nameOf, type Start } from './model.ts';
import { model12 } from './model-12.ts';
import { model2004 } from './model-2004.ts';

/** More than any package needs, less than a hostile one would like to keep. */
export const limits = { elements: 6000, signs: 400_000 } as const;

/** Why a value was not taken or given, apart from the numbers that each version has for it. */
export type Fault =
	| 'unknown'
	| 'not-a-collection'
	| 'no-children'
	| 'read-only'
	| 'write-only'
	| 'keyword'
	| 'type'
	| 'range'
	| 'dependency'
	| 'order'
	| 'unset'
	| 'too-much';

/** The data model of one attempt: what may be set and read, and what was. Pure. */
export interface Store {
	set(path: string, value: string): Fault | null;
	get(path: string): { value: string } | { fault: Fault };
	/** What was set, in its order; what the environment gives is not in it. */
	stored(): [string, string][];
}

export const modelOf = (version: Start['version']): Model => (version === '1.2' ? model12 : model2004);

/** Opens the data model with what stood before. */
export function openStore(start: Start): Store {
	const model = modelOf(start.version);
	const values = new Map<string, string>(start.stored);
	const fixed = givenBy(start);
	let signs = [...values].reduce((sum, [path, value]) => sum + path.length + value.length, 0);
	// How many entries each collection has: `cmi.interactions` → 3, `cmi.interactions.0.objectives` → 1.
	const counts = new Map<string, number>();
	for (const path of values.keys()) noteEntries(counts, path);

	return {
		set(path, value) {
			const found = elementAt(model, path);
			if ('fault' in found) return found.fault;
			const { element, numbers } = found;
			if (element.constant !== undefined || element.counts)
				return start.version === '1.2' ? 'keyword' : 'read-only';
			if (!element.writes) return 'read-only';
			const order = outOfOrder(model, counts, values, path, numbers);
			if (order) return order;
			if (!element.format?.(value)) return 'type';
			if (element.range && !element.range(value)) return 'range';
			const clash = start.version === '2004' ? dependency(values, path, value) : null;
			if (clash) return clash;
			const before = values.get(path);
			const next = element.adds && before ? before + value : value;
			if (element.adds && next.length > element.adds) return 'type';
			const more = next.length + (before === undefined ? path.length : -before.length);
			if (signs + more > limits.signs || (before === undefined && values.size >= limits.elements))
				return 'too-much';
			signs += more;
			values.set(path, next);
			noteEntries(counts, path);
			return null;
		},
		get(path) {
			const found = elementAt(model, path);
			if ('fault' in found) return found;
			const { element, numbers } = found;
			if (!element.reads) return { fault: 'write-only' };
			if (numbers.length > 0 && !isThere(counts, path)) return { fault: 'order' };
			if (element.constant !== undefined) return { value: element.constant };
			if (element.counts) return { value: String(counts.get(path.slice(0, -'._count'.length)) ?? 0) };
			const value = fixed.get(path) ?? values.get(path) ?? element.initial;
			return value === undefined ? { fault: 'unset' } : { value };
		},
		stored: () => [...values],
	};
}

function elementAt(model: Model, path: string): { element: Element; numbers: number[] } | { fault: Fault } {
	const { name, numbers } = nameOf(path);
	const element = model.get(name);
	if (element) return { element, numbers };
	const above = name.slice(0, name.lastIndexOf('.'));
	const has = (prefix: string) => [...model.keys()].some((known) => known.startsWith(prefix));
	// `cmi.core.score.raw._children` and `cmi.core._count` ask for what the element is not.
	if (name.endsWith('._children') && (model.has(above) || has(`${above}.`))) return { fault: 'no-children' };
	if (name.endsWith('._count') && (model.has(above) || has(`${above}.`)))
		return { fault: 'not-a-collection' };
	return { fault: 'unknown' };
}

/** Each collection that a path goes through, with the number in it: `cmi.interactions.0.objectives.1.id` has two. */
function collectionsOf(path: string): { collection: string; number: number; entry: string }[] {
	const parts = path.split('.');
	return parts.flatMap((part, at) =>
		/^\d+$/.test(part)
			? [
					{
						collection: parts.slice(0, at).join('.'),
						number: Number(part),
						entry: parts.slice(0, at + 1).join('.'),
					},
				]
			: [],
	);
}

function noteEntries(counts: Map<string, number>, path: string): void {
	for (const { collection, number } of collectionsOf(path))
		counts.set(collection, Math.max(counts.get(collection) ?? 0, number + 1));
}

const isThere = (counts: ReadonlyMap<string, number>, path: string) =>
	collectionsOf(path).every(({ collection, number }) => number < (counts.get(collection) ?? 0));

/** Entries are made one after another, and what has an id is made by its id first (2004). */
function outOfOrder(
	model: Model,
	counts: ReadonlyMap<string, number>,
	values: ReadonlyMap<string, string>,
	path: string,
	numbers: readonly number[],
): Fault | null {
	if (numbers.length === 0) return null;
	const is2004 = model.has('cmi._version');
	const through = collectionsOf(path);
	for (const [at, { collection, number, entry }] of through.entries()) {
		const there = counts.get(collection) ?? 0;
		if (number > there) return 'order';
		const own = at === through.length - 1 && path === `${entry}.id`;
		const named = model.has(nameOf(`${entry}.id`).name);
		if (is2004 && named && !own && !values.has(`${entry}.id`)) return 'dependency';
	}
	return null;
}

/** Rules between elements of SCORM 2004. */
function dependency(values: ReadonlyMap<string, string>, path: string, value: string): Fault | null {
	const objective = /^cmi\.objectives\.(\d+)\.id$/.exec(path);
	if (objective) {
		// An objective is one thing: two entries of one id, or another id for an entry, would make two of it.
		if (values.has(path) && values.get(path) !== value) return 'order';
		for (const [other, id] of values)
			if (other !== path && id === value && /^cmi\.objectives\.\d+\.id$/.test(other)) return 'order';
	}
	const answered = /^(cmi\.interactions\.\d+)\.(?:learner_response|correct_responses\.\d+\.pattern)$/.exec(
		path,
	);
	if (answered && !values.has(`${answered[1]}.type`)) return 'dependency';
	return null;
}

/** What the environment gives; a package reads it and cannot set it. */
function givenBy(start: Start): Map<string, string> {
	const given: [string, string][] =
		start.version === '1.2'
			? [
					['cmi.core.student_id', start.learnerId],
					['cmi.core.student_name', start.learnerName],
					['cmi.core.credit', start.credit ? 'credit' : 'no-credit'],
					['cmi.core.lesson_mode', start.mode],
					['cmi.core.entry', start.entry],
					['cmi.core.total_time', toTimespan12(start.totalMs)],
					['cmi.launch_data', start.launchData],
					['cmi.student_data.mastery_score', start.masteryScore],
					['cmi.student_data.max_time_allowed', start.maxTime],
					['cmi.student_data.time_limit_action', start.timeLimitAction],
				]
			: [
					['cmi.learner_id', start.learnerId],
					['cmi.learner_name', start.learnerName],
					['cmi.credit', start.credit ? 'credit' : 'no-credit'],
					['cmi.mode', start.mode],
					['cmi.entry', start.entry],
					['cmi.total_time', toInterval2004(start.totalMs)],
					['cmi.time_limit_action', start.timeLimitAction || 'continue,no message'],
					...(
						[
							['cmi.launch_data', start.launchData],
							['cmi.scaled_passing_score', start.masteryScore],
							['cmi.completion_threshold', start.completionThreshold],
							['cmi.max_time_allowed', start.maxTime],
						] as [string, string][]
					).filter(([, value]) => value !== ''),
				];
	return new Map(given);
}
