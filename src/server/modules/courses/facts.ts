import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { namedIn, noFacts, type Rule, type RuleFacts } from './rule.ts';

interface Asked {
	user: UserId;
	lessons: number[];
	courses: number[];
	items: number[];
	spaces: number[];
	now: Date;
}

const inForce =
	'e.revoked_at is null and e.starts_at <= :now::timestamptz and (e.ends_at is null or e.ends_at > :now::timestamptz)';

const factsOf = statement<
	Asked,
	{ lessons: number[]; courses: number[]; items: number[]; spaces: number[]; reputation: number }
>(
	`select
		array(select p.lesson_id from lesson_progress p where p.user_id = :user::bigint and p.lesson_id = any(:lessons::bigint[])
			and p.completed_at is not null) as lessons,
		array(select n.course_id from enrolments n where n.user_id = :user::bigint and n.course_id = any(:courses::bigint[])
			and n.completed_at is not null) as courses,
		array(select e.item_id from entitlements e where e.user_id = :user::bigint and e.item_id = any(:items::bigint[]) and ${inForce}) as items,
		array(select e.space_id from entitlements e where e.user_id = :user::bigint and e.space_id = any(:spaces::bigint[]) and ${inForce}
			union select m.space_id from space_members m where m.user_id = :user::bigint and m.space_id = any(:spaces::bigint[])
				and (m.role <> 'member' or m.invited or exists (select from spaces s where s.id = m.space_id and s.access <> 'paid'))) as spaces,
		(select u.reputation from users u where u.id = :user::bigint) as reputation`,
);

/** What these rules ask about somebody. One statement; none when there are no rules, or nobody to ask about. */
export async function readFacts(
	db: Db,
	userId: UserId | null,
	rules: Iterable<Rule | null>,
): Promise<RuleFacts> {
	const some = [...rules].filter((rule) => rule !== null);
	if (userId === null || some.length === 0) return noFacts;
	const [row] = await factsOf(db, { user: userId, ...namedIn(some), now: now() });
	if (!row) return noFacts;
	return {
		lessons: new Set(row.lessons.map(Number)),
		courses: new Set(row.courses.map(Number)),
		items: new Set(row.items.map(Number)),
		spaces: new Set(row.spaces.map(Number)),
		reputation: row.reputation ?? 0,
	};
}
