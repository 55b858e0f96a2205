import type { ItemId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { courseError } from './errors.ts';
import { namedIn, type Rule } from './rule.ts';

/**
 * Refuses rules that name what is not there: a lesson or a course that does not exist, or a course that asks for itself.
 *
 * @throws courses.rule_unknown_lesson
 */
export async function checkRules(db: Db, courseId: ItemId, rules: readonly (Rule | null)[]): Promise<void> {
	const named = namedIn(rules);
	if (named.courses.includes(courseId))
		throw courseError('rule_never_met', { detail: 'A course cannot ask for itself.' });
	if (named.lessons.length + named.courses.length + named.items.length + named.spaces.length === 0) return;
	const { rows } = await sql<{ known: boolean }>`select
		(select count(*) from lessons where id = any(${named.lessons}::bigint[]) and removed_at is null) = ${named.lessons.length}
		and (select count(*) from courses where item_id = any(${named.courses}::bigint[])) = ${named.courses.length}
		and (select count(*) from items where id = any(${named.items}::bigint[])) = ${named.items.length}
		and (select count(*) from spaces where id = any(${named.spaces}::bigint[])) = ${named.spaces.length} as known`.execute(
		db,
	);
	if (!rows[0]?.known)
		throw courseError('rule_unknown_lesson', {
			fields: { rule: 'courses.rule_unknown_lesson' },
			detail: 'The rule names something that does not exist.',
		});
}
