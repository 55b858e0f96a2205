import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { requireModerator, requireWholePlace } from './access.ts';
import { moderationError } from './errors.ts';
import { cannedSchema } from './schemas.ts';

/** Words that are said often, for who decides to begin from. */
export interface CannedReply {
	id: number;
	title: string;
	text: string;
	/** For which reason it is offered; null: for all. */
	category: string | null;
	language: 'zh-CN' | 'en';
	position: number;
}

const most = 100;

/** All of them, in their order; those of a language first. One statement. */
export async function listCanned(db: Db, actor: Actor, language?: string): Promise<CannedReply[]> {
	await requireModerator(db, actor);
	const rows = await db
		.selectFrom('canned_replies')
		.select(['id', 'title', 'text', 'category', 'language', 'position'])
		.orderBy('position')
		.orderBy('id')
		.limit(most)
		.execute();
	const all = rows as CannedReply[];
	return language
		? [...all].sort((a, b) => Number(b.language === language) - Number(a.language === language))
		: all;
}

/**
 * Writes one, or a new one without `id`.
 *
 * @throws moderation.canned_not_found, too_many_canned; common.invalid_input, common.forbidden
 */
export async function saveCanned(
	db: Db,
	actor: Actor,
	id: number | null,
	input: unknown,
): Promise<{ id: number }> {
	const { userId } = requireWholePlace(actor);
	const given = validate(cannedSchema, input);
	const values = { ...given, category: given.category ?? null, updated_by: userId, updated_at: now() };
	return inTransaction(db, async (tx) => {
		if (id !== null) {
			const row = await tx
				.updateTable('canned_replies')
				.set(values)
				.where('id', '=', id)
				.returning('id')
				.executeTakeFirst();
			if (!row) throw moderationError('canned_not_found');
			return row;
		}
		const { n } = await tx
			.selectFrom('canned_replies')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.executeTakeFirstOrThrow();
		if (Number(n) >= most) throw moderationError('too_many_canned', { params: { n: most } });
		return tx.insertInto('canned_replies').values(values).returning('id').executeTakeFirstOrThrow();
	});
}

/** @throws moderation.canned_not_found; common.forbidden */
export async function dropCanned(db: Db, actor: Actor, id: number): Promise<void> {
	requireWholePlace(actor);
	const { numDeletedRows } = await db.deleteFrom('canned_replies').where('id', '=', id).executeTakeFirst();
	if (numDeletedRows === 0n) throw moderationError('canned_not_found');
}
