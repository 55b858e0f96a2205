import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { may } from '../entitlements/index.ts';
import { demand } from '../items/index.ts';
import { lockQuestion } from './accept-answer.ts';
import { questionError } from './errors.ts';
import { type CloseInput, closeSchema } from './schemas.ts';

/**
 * Closes a question to new answers and says why. As a duplicate it points at the question that has the answers; when
 * that one is itself a duplicate, at where it points, so that no reader walks a chain.
 *
 * @throws items.not_found, questions.not_a_question, questions.already_closed, questions.duplicate_missing,
 *   questions.duplicate_of_itself, questions.duplicate_unknown; common.invalid_input; refusals of the policy
 */
export async function closeQuestion(db: Db, actor: Actor, input: CloseInput): Promise<void> {
	const { itemId, reason, duplicateOf } = validate(closeSchema, input);
	await inTransaction(db, async (tx) => {
		const item = await lockQuestion(tx, actor, itemId);
		if (item.closedAt) throw questionError('already_closed', { detail: 'The question is closed already.' });
		const member = demand(actor, item, 'close');
		const original = reason === 'duplicate' ? await originalOf(tx, actor, itemId, duplicateOf) : null;
		await closeFor(tx, member.userId, itemId, reason, original);
	});
}

/** Writes that a question is closed; who may was asked before. */
export async function closeFor(
	tx: Tx,
	userId: number,
	itemId: ItemId,
	reason: CloseInput['reason'],
	original: ItemId | null,
): Promise<void> {
	const at = now();
	await tx.updateTable('items').set({ closed_at: at }).where('id', '=', itemId).execute();
	await tx
		.insertInto('closures')
		.values({ item_id: itemId, reason, duplicate_of: original, actor_id: userId, created_at: at })
		.execute();
	if (original !== null) {
		await tx
			.insertInto('item_links')
			.values({ item_id: itemId, target_id: original, kind: 'duplicate' })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
	await emit(tx, userId, 'questions.closed', { itemId, reason, duplicateOf: original });
}

/** Where a duplicate points. @throws questions.duplicate_missing, duplicate_of_itself, duplicate_unknown */
export async function originalOf(
	tx: Tx,
	actor: Actor,
	itemId: ItemId,
	asked: ItemId | null,
): Promise<ItemId> {
	if (asked === null)
		throw questionError('duplicate_missing', { fields: { duplicateOf: 'questions.duplicate_missing' } });
	const further = await tx
		.selectFrom('closures')
		.select('duplicate_of')
		.where('item_id', '=', asked)
		.executeTakeFirst();
	const original = further?.duplicate_of ?? asked;
	if (original === itemId || asked === itemId) {
		throw questionError('duplicate_of_itself', { fields: { duplicateOf: 'questions.duplicate_of_itself' } });
	}
	const row = await tx
		.selectFrom('items')
		.select(['id', 'kind', 'status'])
		.where('id', '=', original)
		.executeTakeFirst();
	const seen = row ? (await may(tx, actor, 'read', [row])).get(row.id) : 'none';
	if (row?.kind !== 'question' || row.status !== 'published' || seen === 'none') {
		throw questionError('duplicate_unknown', { fields: { duplicateOf: 'questions.duplicate_unknown' } });
	}
	return original;
}

/** Opens a closed question to answers again. @throws items.not_found, questions.not_closed; refusals of the policy */
export async function reopenQuestion(db: Db, actor: Actor, itemId: ItemId): Promise<void> {
	await inTransaction(db, async (tx) => {
		const item = await lockQuestion(tx, actor, itemId);
		if (!item.closedAt) throw questionError('not_closed', { detail: 'The question is open.' });
		const member = demand(actor, item, 'reopen');
		await reopenFor(tx, member.userId, itemId);
	});
}

/** Writes that a question is open again; who may was asked before. */
export async function reopenFor(tx: Tx, userId: number, itemId: ItemId): Promise<void> {
	await tx.updateTable('items').set({ closed_at: null }).where('id', '=', itemId).execute();
	await tx.deleteFrom('closures').where('item_id', '=', itemId).execute();
	await tx.deleteFrom('item_links').where('item_id', '=', itemId).where('kind', '=', 'duplicate').execute();
	await emit(tx, userId, 'items.changed', { itemId, change: 'reopened' });
}
