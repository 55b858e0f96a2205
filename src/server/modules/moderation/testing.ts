import type { Db } from '../../platform/db/index.ts';
import type { PersonBuilt } from '../items/testing.ts';
import { report } from './report.ts';

/** A report of an item, a reply or a person; gives its open case. */
export async function aReport(
	db: Db,
	by: PersonBuilt,
	what: { itemId?: number; replyId?: number; handle?: string },
	reason: 'spam' | 'abuse' | 'threat' | 'off-topic' = 'spam',
): Promise<{ id: number; caseId: number }> {
	const { id } = await report(db, by.actor, { ...what, reason });
	const { case_id } = await db
		.selectFrom('moderation_reports')
		.select('case_id')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return { id, caseId: case_id };
}
