import { type Actor, requireMember } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';

/** Signs one of the person's browsers out. */
export async function endSession(db: Db, actor: Actor, sessionId: number): Promise<void> {
	const { userId } = requireMember(actor);
	await db.deleteFrom('sessions').where('id', '=', sessionId).where('user_id', '=', userId).execute();
}

/** Signs every other browser out; `keep` is the asking browser's token, null ends that one too. @returns how many ended */
export async function endOtherSessions(db: Db, actor: Actor, keep: string | null): Promise<number> {
	const { userId } = requireMember(actor);
	let query = db.deleteFrom('sessions').where('user_id', '=', userId);
	if (keep) query = query.where('token', '<>', keep);
	return Number((await query.executeTakeFirst()).numDeletedRows);
}
