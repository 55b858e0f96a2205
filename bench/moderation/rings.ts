import { findRings } from '../../src/server/modules/fairplay/find-rings.ts';
import {
	type Base,
	honestVotes,
	plantRing,
	randomFrom,
	type Strategy,
	strategies,
} from '../../src/server/modules/fairplay/testing/community.ts';
import { graphFrom } from '../../src/server/modules/fairplay/vote-graph.ts';

/** How well rings are found, over several communities of other seeds. */
export interface Found {
	strategy: Strategy | 'none';
	runs: number;
	/** Of planted accounts, the share that was flagged; of flagged ones, the share that was planted. */
	recall: number;
	precision: number;
	/** Honest accounts flagged in a thousand: the mean, and the worst run's. */
	wrong: number;
	worst: number;
	/** Runs in which the ring was found at all, by half of its accounts. */
	runsFound: number;
	/** Milliseconds of a search, the slowest. */
	slowest: number;
}

export function tryRings(make: (seed: number) => Base, seeds: readonly number[]): Found[] {
	return (['none', ...strategies] as const).map((strategy, n) => {
		const sum = { hit: 0, flagged: 0, planted: 0, wrong: 0, worst: 0, runsFound: 0, slowest: 0 };
		for (const seed of seeds) {
			const base = make(seed);
			const honest = honestVotes(base, randomFrom(seed + 1000));
			const ring =
				strategy === 'none' ? null : plantRing(base, honest, strategy, randomFrom(seed * 10 + 2000 + n));
			const joined = new Map([
				...base.people.map(({ id, joinedAt }) => [id, joinedAt] as const),
				...(ring?.joinedAt ?? []),
			]);
			const graph = graphFrom([...honest.votes, ...(ring?.votes ?? [])]);
			const start = performance.now();
			const rings = findRings(graph, { joinedAt: (id) => joined.get(id) ?? 0 });
			sum.slowest = Math.max(sum.slowest, performance.now() - start);
			const flagged = new Set(rings.flatMap(({ voters }) => voters));
			const hit = [...flagged].filter((id) => ring?.members.has(id)).length;
			const wrong = ((flagged.size - hit) / base.people.length) * 1000;
			sum.hit += hit;
			sum.flagged += flagged.size;
			sum.planted += ring?.members.size ?? 0;
			sum.wrong += wrong / seeds.length;
			sum.worst = Math.max(sum.worst, wrong);
			if (ring && hit * 2 >= ring.members.size) sum.runsFound++;
		}
		return {
			strategy,
			runs: seeds.length,
			recall: sum.planted ? sum.hit / sum.planted : 1,
			precision: sum.flagged ? sum.hit / sum.flagged : 1,
			wrong: sum.wrong,
			worst: sum.worst,
			runsFound: sum.runsFound,
			slowest: sum.slowest,
		};
	});
}
