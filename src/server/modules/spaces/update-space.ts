import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { columnsOf } from './create-space.ts';
import { spaceError } from './errors.ts';
import { lockSpace } from './lock-space.ts';
import { spacePolicy } from './policy.ts';
import { type SpaceChange, spaceChangeSchema } from './schemas.ts';

/**
 * Changes a space; a field left out stays as it is. When it becomes private, or stops being so, its items leave or
 * join the lists outside it in the same transaction. Archiving closes it to new posts and members.
 *
 * @throws common.invalid_input, spaces.not_found, spaces.slug_taken; refusals of the policy
 */
export async function updateSpace(db: Db, actor: Actor, spaceId: SpaceId, input: SpaceChange): Promise<void> {
	const { archived, ...given } = validate(spaceChangeSchema, input);
	await inTransaction(db, async (tx) => {
		const space = await lockSpace(tx, actor, spaceId);
		const member = spacePolicy.require(actor, 'update', space.held);
		if (archived !== undefined || given.access !== undefined)
			spacePolicy.require(actor, 'archive', space.held);
		if (given.slug !== undefined && given.slug !== space.slug) {
			const other = await tx
				.selectFrom('spaces')
				.select('id')
				.where('slug', '=', given.slug)
				.executeTakeFirst();
			if (other) throw spaceError('slug_taken', { fields: { slug: 'spaces.slug_taken' } });
		}
		const values = {
			...columnsOf(given),
			...(archived === undefined ? {} : { archived_at: archived ? (space.archivedAt ?? now()) : null }),
		};
		if (Object.keys(values).length === 0) return;
		await tx.updateTable('spaces').set(values).where('id', '=', spaceId).execute();
		const change = archived === undefined ? 'updated' : archived ? 'archived' : 'reopened';
		await emit(tx, member.userId, 'spaces.changed', { spaceId, change });
	});
}
