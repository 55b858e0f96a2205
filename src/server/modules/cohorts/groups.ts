import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { courseToMake } from '../courses/index.ts';
import { cohortError } from './errors.ts';
import { mustSeeCohort } from './queries.ts';

/** A group of a cohort, with who is in it and how far they came together. */
export interface CohortGroup {
	id: number;
	number: number;
	name: string;
	members: number;
}

/** Makes as many groups as there are to be; those with members are not taken away. Call with the cohort locked. */
export async function setGroups(tx: Tx, cohortId: number, count: number): Promise<void> {
	await sql`insert into cohort_groups (cohort_id, number, name)
		select ${cohortId}, n, n::text from generate_series(1, ${count}::int) n on conflict do nothing`.execute(
		tx,
	);
	await sql`delete from cohort_groups g where g.cohort_id = ${cohortId} and g.number > ${count}
		and not exists (select from cohort_members m where m.group_id = g.id)`.execute(tx);
}

const groupsOf = statement<{ id: number }, CohortGroup>(
	`select g.id, g.number, g.name, count(m.user_id)::int as members from cohort_groups g
		left join cohort_members m on m.group_id = g.id and m.status <> 'left'
		where g.cohort_id = :id::bigint group by g.id order by g.number`,
);

/** The groups of a cohort in their order. Whoever asks has asked for the cohort. One statement. */
export function listGroups(db: Db, cohortId: number): Promise<CohortGroup[]> {
	return groupsOf(db, { id: cohortId });
}

/** How many fit into one of so many groups. */
export const groupSize = (seats: number, groups: number) => Math.ceil(seats / Math.max(1, groups));

/**
 * Goes into a group where members choose theirs; null: into none. As many fit into each as make them even.
 *
 * @throws cohorts.not_found, cohorts.not_a_member, cohorts.wrong_status, cohorts.group_not_found, cohorts.group_full
 */
export async function chooseGroup(
	db: Db,
	actor: Actor,
	cohortId: number,
	groupId: number | null,
): Promise<void> {
	const { userId } = requireActing(actor);
	const { cohort, membership } = await mustSeeCohort(db, actor, cohortId);
	if (membership?.status !== 'active') throw cohortError('not_a_member');
	if (cohort.groupsBy !== 'choice') throw cohortError('wrong_status');
	await inTransaction(db, (tx) => putInto(tx, cohortId, cohort.seats, userId, groupId));
}

/** Puts a member into a group, whoever chose: who looks after the cohort may. @throws as {@link chooseGroup}; refusals of the policy */
export async function assignGroup(
	db: Db,
	actor: Actor,
	cohortId: number,
	input: { handle: string; groupId: number | null },
): Promise<void> {
	requireActing(actor);
	const { cohort } = await mustSeeCohort(db, actor, cohortId);
	await courseToMake(db, actor, cohort.courseId, 'report');
	const person = await db
		.selectFrom('users')
		.select('id')
		.where('handle', '=', input.handle)
		.executeTakeFirst();
	if (!person) throw cohortError('not_a_member');
	await inTransaction(db, (tx) => putInto(tx, cohortId, null, person.id, input.groupId));
}

async function putInto(
	tx: Tx,
	cohortId: number,
	seats: number | null,
	userId: UserId,
	groupId: number | null,
): Promise<void> {
	// Who comes at once takes turns at the cohort's row.
	await tx.selectFrom('cohorts').select('id').where('id', '=', cohortId).forNoKeyUpdate().execute();
	if (groupId !== null) {
		const groups = await listGroups(tx, cohortId);
		const group = groups.find(({ id }) => id === groupId);
		if (!group) throw cohortError('group_not_found');
		const own = await tx
			.selectFrom('cohort_members')
			.select('group_id')
			.where('cohort_id', '=', cohortId)
			.where('user_id', '=', userId)
			.executeTakeFirst();
		const full = seats !== null && group.members >= groupSize(seats, groups.length);
		if (full && own?.group_id !== groupId) throw cohortError('group_full');
	}
	const { numUpdatedRows } = await tx
		.updateTable('cohort_members')
		.set({ group_id: groupId })
		.where('cohort_id', '=', cohortId)
		.where('user_id', '=', userId)
		.where('status', '=', 'active')
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw cohortError('not_a_member');
}

/** Splits all active members evenly over the groups, in the order of joining. @throws cohorts.not_found, cohorts.groups_few; refusals of the policy */
export async function splitEvenly(db: Db, actor: Actor, cohortId: number): Promise<void> {
	requireActing(actor);
	const { cohort } = await mustSeeCohort(db, actor, cohortId);
	await courseToMake(db, actor, cohort.courseId, 'report');
	await inTransaction(db, async (tx) => {
		await tx.selectFrom('cohorts').select('id').where('id', '=', cohortId).forNoKeyUpdate().execute();
		const groups = await listGroups(tx, cohortId);
		if (groups.length === 0) throw cohortError('groups_few');
		const ids = groups.map(({ id }) => id);
		await sql`update cohort_members m set group_id = (${ids}::bigint[])[1 + (o.n - 1) % ${ids.length}::int]
			from (select user_id, row_number() over (order by joined_at, user_id) as n from cohort_members
				where cohort_id = ${cohortId} and status = 'active') o
			where m.cohort_id = ${cohortId} and m.user_id = o.user_id`.execute(tx);
	});
}
