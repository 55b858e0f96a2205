import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';

/** How trusted somebody is, 0 to 4. Stands in for the level of growth, by reputation alone. One statement. */
export async function levelOf(db: Db, userId: UserId): Promise<number> {
	const row = await db.selectFrom('users').select('reputation').where('id', '=', userId).executeTakeFirst();
	return [50, 200, 1000, 5000].filter((least) => (row?.reputation ?? 0) >= least).length;
}
