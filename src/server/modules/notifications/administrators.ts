import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';

/** Who looks after the place's money; at most 50. */
export async function administrators(db: Db): Promise<UserId[]> {
	const rows = await db.selectFrom('users').select('id').where('role', '=', 'admin').limit(50).execute();
	return rows.map(({ id }) => id);
}
