import { type Actor, isStaff, type Member } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { looksAfter, membershipsOf } from '../spaces/index.ts';
import { caseColumns, type ModerationCase } from './case.ts';
import { moderationError } from './errors.ts';

/**
 * Which cases somebody may see, over `moderation_cases c`: who looks after the whole place all of them, who looks after
 * a space those about what stands in it. Nobody sees a case that is about themselves: who reported them is not theirs
 * to know.
 */
export function visibleTo(actor: Actor) {
	const me = actor.userId;
	return sql<boolean>`(c.person_id is distinct from ${me}::bigint and not (${me}::bigint = any(c.people)) and (${isStaff(actor)}::boolean
		or c.subject in ('item', 'reply') and exists (select from space_members m where m.space_id = c.space_id
			and m.user_id = ${me}::bigint and m.role in ('owner', 'moderator'))))`;
}

/** True for who looks after the place or one of its spaces: has a queue. */
export async function hasQueue(db: Db, actor: Actor): Promise<boolean> {
	if (actor.userId === null) return false;
	return isStaff(actor) || (await membershipsOf(db, actor)).some(({ role }) => looksAfter(role));
}

/** @throws common.sign_in_required, accounts.suspended, common.forbidden */
export async function requireModerator(db: Db, actor: Actor): Promise<Member> {
	const member = requireActing(actor);
	if (!(await hasQueue(db, actor))) throw commonError('forbidden', { detail: 'Only moderators may.' });
	return member;
}

/** @throws common.sign_in_required, accounts.suspended, common.forbidden */
export function requireWholePlace(actor: Actor): Member {
	const member = requireActing(actor);
	if (!isStaff(actor)) throw commonError('forbidden', { detail: 'Only who looks after the place may.' });
	return member;
}

/** A case that the actor may see. @throws moderation.case_not_found */
export async function mustSeeCase(db: Db, actor: Actor, id: number): Promise<ModerationCase> {
	const { rows } = await sql<ModerationCase>`select ${sql.raw(caseColumns)} from moderation_cases c
		where c.id = ${id} and ${visibleTo(actor)}`.execute(db);
	if (!rows[0]) throw moderationError('case_not_found', { detail: `There is no case ${id} here.` });
	return rows[0];
}

/** The same, locked for the rest of the transaction: of two who decide at once, one finds it decided. */
export async function lockCase(tx: Tx, actor: Actor | null, id: number): Promise<ModerationCase> {
	const { rows } = await sql<ModerationCase>`select ${sql.raw(caseColumns)} from moderation_cases c
		where c.id = ${id} and ${actor ? visibleTo(actor) : sql`true`} for update of c`.execute(tx);
	if (!rows[0]) throw moderationError('case_not_found', { detail: `There is no case ${id} here.` });
	return rows[0];
}

/** Nobody decides what they reported. @throws moderation.own_case */
export async function demandUninvolved(db: Db, userId: number, caseId: number): Promise<void> {
	const row = await db
		.selectFrom('moderation_reports')
		.select('id')
		.where('case_id', '=', caseId)
		.where('reporter_id', '=', userId)
		.executeTakeFirst();
	if (row)
		throw moderationError('own_case', {
			detail: 'Who reported something does not decide it; another moderator does.',
		});
}
