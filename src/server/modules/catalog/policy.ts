import type { Actor, Member } from '../../contracts/actor.ts';
import { definePolicy, requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';

const yes = true;
const no = false;

/** Who may sell a thing. "author" wrote the item, or owns the space; who moderates a space sells nothing of it. */
// biome-ignore format: a table reads better aligned
export const catalogPolicy = definePolicy({
	//       weight     visitor member owner moderator staff
	price:  ['private', no,     no,    yes,  no,       yes],
});

/**
 * What holds for everybody (promotions, tax, tiers, segments) is the administrators' to say.
 *
 * @throws common.forbidden, and what `requireActing` throws
 */
export function requireOperator(actor: Actor): Member {
	const member = requireActing(actor);
	if (actor.role !== 'admin') throw commonError('forbidden', { detail: 'Administrators set this.' });
	return member;
}
