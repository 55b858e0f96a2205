import { z } from 'zod';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { accountError } from './errors.ts';

const suspension = z.object({
	reason: z.string().trim().min(3, 'accounts.reason_missing').max(500),
	days: z.coerce.number().int().min(1).max(3650).nullable().default(null),
});

/** Suspends a person: they may read, not act. Moderators cannot suspend staff. @param input `{ reason, days }`, days null for no end */
export async function suspendPerson(db: Db, actor: Actor, userId: number, input: unknown): Promise<void> {
	const { userId: by } = requireActing(actor);
	if (!isStaff(actor)) throw commonError('forbidden');
	const { reason, days } = validate(suspension, input);
	await inTransaction(db, async (tx) => {
		const person = await tx.selectFrom('users').select('role').where('id', '=', userId).executeTakeFirst();
		if (!person) throw accountError('not_found');
		if (person.role !== 'member' && actor.role !== 'admin') throw commonError('forbidden');
		if (userId === by) throw commonError('forbidden');
		await tx
			.insertInto('suspensions')
			.values({
				user_id: userId,
				actor_id: by,
				reason,
				ends_at: days ? new Date(now().getTime() + days * 86_400_000) : null,
			})
			.execute();
		await tx
			.insertInto('moderation_actions')
			.values({ actor_id: by, action: 'suspend', user_id: userId, reason })
			.execute();
	});
}

/** Ends every suspension of a person. */
export async function liftSuspension(db: Db, actor: Actor, userId: number): Promise<void> {
	const { userId: by } = requireActing(actor);
	if (!isStaff(actor)) throw commonError('forbidden');
	await inTransaction(db, async (tx) => {
		await tx
			.updateTable('suspensions')
			.set({ lifted_at: now() })
			.where('user_id', '=', userId)
			.where('lifted_at', 'is', null)
			.execute();
		await tx
			.insertInto('moderation_actions')
			.values({ actor_id: by, action: 'unsuspend', user_id: userId })
			.execute();
	});
}

/** Gives a person a role. Only admins may, and the last admin stays one. @throws accounts.last_admin */
export async function setRole(
	db: Db,
	actor: Actor,
	userId: number,
	role: 'member' | 'moderator' | 'admin',
): Promise<void> {
	const { userId: by } = requireActing(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	await inTransaction(db, async (tx) => {
		// Both of two admins demoting each other at once must not succeed.
		await sql`select pg_advisory_xact_lock(7831)`.execute(tx);
		if (role !== 'admin') {
			const other = await tx
				.selectFrom('users')
				.select('id')
				.where('role', '=', 'admin')
				.where('id', '<>', userId)
				.limit(1)
				.executeTakeFirst();
			if (!other) throw accountError('last_admin');
		}
		const { numUpdatedRows } = await tx
			.updateTable('users')
			.set({ role, updated_at: now() })
			.where('id', '=', userId)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw accountError('not_found');
		await tx
			.insertInto('moderation_actions')
			.values({ actor_id: by, action: `role:${role}`, user_id: userId })
			.execute();
	});
}
