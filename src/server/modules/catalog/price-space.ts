import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { relationsTo } from '../items/index.ts';
import { catalogPolicy } from './policy.ts';
import { replaceOffer } from './replace-offer.ts';
import { priceSchema } from './schemas.ts';

/**
 * Sets what a paid space costs for `months` at a time. Its owner and staff may.
 *
 * @param input `{ amount, currency }` in minor units; null takes that time off sale
 * @throws common.invalid_input, common.not_found; refusals of the policy
 */
export async function priceSpace(
	db: Db,
	actor: Actor,
	spaceId: SpaceId,
	months: number,
	input: unknown,
): Promise<void> {
	const { userId } = requireActing(actor);
	const price = input === null ? null : validate(priceSchema, input);
	return inTransaction(db, async (tx) => {
		const space = await tx
			.selectFrom('spaces')
			.select('owner_id')
			.where('id', '=', spaceId)
			.forUpdate()
			.executeTakeFirst();
		if (!space) throw commonError('not_found');
		catalogPolicy.require(actor, 'price', relationsTo(actor, space.owner_id, null));
		if (await replaceOffer(tx, { sells: 'space', space_id: spaceId, months, renews: false }, price))
			await emit(tx, userId, 'spaces.changed', { spaceId, change: 'priced' });
	});
}
