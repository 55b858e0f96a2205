import { type Control, partOf, throwIfCancelled } from '../control.ts';
import { refuse } from '../errors.ts';
import { random } from '../random.ts';

/** One setting that was tried. */
export interface Trial<P> {
	parameters: P;
	value: number;
}

/** A list of choices for each parameter. */
export type Space<P> = { readonly [K in keyof P]: readonly P[K][] };

/**
 * Looks for the setting with the highest value: all of the grid when it has at most `budget` settings, else a start
 * in the middle and one parameter at a time (coordinate ascent), each seed in an order of its own, until nothing
 * improves or the budget is used. `measure` must look at validation data only; the test is touched once, after this.
 *
 * @returns the best setting and all trials in the order in which they were made
 */
export async function search<P extends object>(
	space: Space<P>,
	measure: (parameters: P, control?: Control) => Promise<number>,
	{ budget = 30, seed = 1 } = {},
	control?: Control,
): Promise<{ best: Trial<P>; trials: Trial<P>[] }> {
	const names = Object.keys(space) as (keyof P & string)[];
	for (const name of names) if (space[name].length === 0) refuse('invalid_option', `No choice for ${name}.`);
	const trials: Trial<P>[] = [];
	const known = new Map<string, number>();
	let best: Trial<P> | undefined;
	const attempt = async (at: readonly number[]): Promise<number> => {
		const key = at.join();
		const before = known.get(key);
		if (before !== undefined) return before;
		if (trials.length >= budget) return Number.NEGATIVE_INFINITY;
		throwIfCancelled(control);
		const parameters = Object.fromEntries(names.map((name, i) => [name, space[name][at[i]!]])) as P;
		const part = partOf(control, trials.length / budget, (trials.length + 1) / budget);
		const value = await measure(parameters, part);
		known.set(key, value);
		trials.push({ parameters, value });
		if (!best || value > best.value) best = { parameters, value };
		return value;
	};

	const total = names.reduce((product, name) => product * space[name].length, 1);
	if (total <= budget) {
		for (let n = 0; n < total; n++) {
			let rest = n;
			await attempt(
				names.map((name) => {
					const index = rest % space[name].length;
					rest = Math.floor(rest / space[name].length);
					return index;
				}),
			);
		}
	} else {
		const rng = random(seed);
		let at = names.map((name) => Math.floor(space[name].length / 2));
		let value = await attempt(at);
		for (let improved = true; improved && trials.length < budget; ) {
			improved = false;
			const order = names.map((_, i) => ({ i, key: rng.next() })).sort((a, b) => a.key - b.key);
			for (const { i } of order)
				for (let choice = 0; choice < space[names[i]!].length; choice++) {
					const next = at.map((old, j) => (j === i ? choice : old));
					const found = await attempt(next);
					if (found <= value) continue;
					at = next;
					value = found;
					improved = true;
				}
		}
	}
	return { best: best ?? refuse('invalid_option', 'The budget allows no trial.'), trials };
}
