import { refuse } from '../errors.ts';
import type { Scored } from '../model.ts';
import { random } from '../random.ts';

export interface Explored extends Scored {
	/** The chance with which an item of a place left to chance was chosen; 1 where it was not: what a later estimate divides by. */
	propensity: number;
}

/**
 * Leaves each place of the list with chance `share` to a candidate from further down, drawn uniformly: items that no
 * model knows well are seen by somebody, and the recorded propensities let a later evaluation undo the bias.
 *
 * @param list more than `k` candidates, best first
 * @param seed such as a number made of user and day: the same list again within the day
 */
export function explore(list: readonly Scored[], k: number, { share = 0.1, seed = 1 } = {}): Explored[] {
	if (!(share >= 0 && share <= 1)) refuse('invalid_option', `share is ${share}, not between 0 and 1.`);
	const rng = random(seed);
	const head = list.slice(0, k);
	const tail = list.slice(k);
	return head.map((entry) => {
		if (rng.next() >= share || tail.length === 0) return { ...entry, propensity: 1 };
		const propensity = share / tail.length;
		const [drawn] = tail.splice(rng.int(tail.length), 1) as [Scored];
		return { ...drawn, propensity };
	});
}
