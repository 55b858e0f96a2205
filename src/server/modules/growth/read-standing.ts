import type { Privilege } from '../../contracts/actor.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { activeRules } from './active-rules.ts';
import { type Need, needsOf } from './levels.ts';
import { pointsOf } from './points.ts';
import { readFacts } from './review-levels.ts';
import { privilegesUpTo } from './rules.ts';

/** Where somebody stands, for their own eyes. */
export interface Standing {
	level: number;
	reputation: number;
	points: number;
	/** What their level allows. */
	privileges: Privilege[];
	/** The level above; null at the top. */
	next: { level: number; needs: Need[]; privileges: Privilege[] } | null;
}

/** What a person has, and what is missing for the next level. Null when there is nobody. Three statements. */
export async function readStanding(db: Db, userId: UserId): Promise<Standing | null> {
	const [[facts], points, { rules }] = await Promise.all([
		readFacts(db, [userId]),
		pointsOf(db, userId),
		activeRules(db),
	]);
	if (!facts) return null;
	const above = rules.levels[facts.level];
	const has = privilegesUpTo(rules, facts.level);
	return {
		level: facts.level,
		reputation: facts.reputation,
		points,
		privileges: has,
		next: above
			? {
					level: above.level,
					needs: needsOf(above, facts),
					privileges: privilegesUpTo(rules, above.level).filter((one) => !has.includes(one)),
				}
			: null,
	};
}
