import { type Actor, requireMember } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';

/** Marks notifications as read. @param ids those, or 'all' */
export async function markRead(db: Db, actor: Actor, ids: readonly number[] | 'all'): Promise<void> {
	const { userId } = requireMember(actor);
	return inTransaction(db, async (tx) => {
		let query = tx
			.updateTable('notifications')
			.set({ read_at: now() })
			.where('user_id', '=', userId)
			.where('read_at', 'is', null);
		if (ids !== 'all') {
			if (ids.length === 0) return;
			query = query.where('id', 'in', [...ids]);
		}
		await query.execute();
		await sql`update users set unread_count = (select count(*) from notifications where user_id = ${userId} and read_at is null) where id = ${userId}`.execute(
			tx,
		);
	});
}
