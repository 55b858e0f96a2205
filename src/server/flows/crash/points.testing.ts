import fc from 'fast-check';

/**
 * Before which steps a process is killed, counted from one. Wherever one dies inside a transaction, the database forgets
 * the whole of it: so of each transaction its begin, one statement of its inside (`STOA_SEED=random` takes others) and
 * its commit are enough, and every step outside of one. With `STOA_CRASH=all` each step.
 */
export function pointsOf(steps: readonly string[]): number[] {
	const all = steps.map((_, at) => at + 1);
	if (process.env.STOA_CRASH === 'all') return all;
	const points: number[] = [];
	let inside: number[] | null = null;
	for (const point of all) {
		const name = steps[point - 1]!;
		const ends = name === 'commit' || name === 'rollback';
		if (inside && !ends) {
			inside.push(point);
			continue;
		}
		if (inside?.length) points.push(...fc.sample(fc.constantFrom(...inside), 1));
		points.push(point);
		inside = name.startsWith('begin') ? [] : null;
	}
	return points;
}
