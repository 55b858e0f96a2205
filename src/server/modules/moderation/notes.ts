import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { mustSeeCase, requireModerator } from './access.ts';
import { noteSchema } from './schemas.ts';

/** Says something to the other moderators of a case. @throws moderation.case_not_found; common.invalid_input; refusals of acting */
export async function addNote(db: Db, actor: Actor, caseId: number, input: unknown): Promise<{ id: number }> {
	const { userId } = await requireModerator(db, actor);
	const { text } = validate(noteSchema, input);
	return inTransaction(db, async (tx) => {
		await mustSeeCase(tx, actor, caseId);
		return tx
			.insertInto('moderation_notes')
			.values({ case_id: caseId, author_id: userId, text, created_at: now() })
			.returning('id')
			.executeTakeFirstOrThrow();
	});
}
