import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { SpaceId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { spaceError } from './errors.ts';
import { spacePolicy, spaceRelations } from './policy.ts';
import { type SpaceInput, spaceSchema } from './schemas.ts';

/**
 * Opens a space; the actor becomes its owner and first member.
 *
 * @throws common.invalid_input, spaces.slug_taken; refusals of the policy
 */
export async function createSpace(
	db: Db,
	actor: Actor,
	input: SpaceInput,
): Promise<{ id: SpaceId; slug: string }> {
	const member = spacePolicy.require(actor, 'create', spaceRelations(actor, null));
	return inTransaction(db, (tx) => openSpace(tx, member.userId, input));
}

/**
 * Opens a space for somebody; for flows and modules that have checked why.
 *
 * @throws common.invalid_input, spaces.slug_taken
 */
export async function openSpace(
	tx: Tx,
	ownerId: UserId,
	input: SpaceInput,
): Promise<{ id: SpaceId; slug: string }> {
	const given = validate(spaceSchema, input);
	const row = await tx
		.insertInto('spaces')
		.values({
			...columnsOf(given),
			slug: given.slug,
			name: given.name,
			owner_id: ownerId,
			created_at: now(),
		})
		.onConflict((conflict) => conflict.column('slug').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!row) throw spaceError('slug_taken', { fields: { slug: 'spaces.slug_taken' } });
	await tx
		.insertInto('space_members')
		.values({ space_id: row.id, user_id: ownerId, role: 'owner', joined_at: now() })
		.execute();
	await emit(tx, ownerId, 'spaces.changed', { spaceId: row.id, change: 'created' });
	return { id: row.id, slug: given.slug };
}

/** Fields as columns: what is JSON in the table is written as JSON. */
export function columnsOf<T extends object>(given: T): T {
	return Object.fromEntries(
		Object.entries(given).map(([name, value]) => [
			name,
			typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
		]),
	) as T;
}
