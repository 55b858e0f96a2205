import { type Actor, type Member, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';

// Who bought what is no business of moderators: only administrators look after invoices.

/** @throws common.sign_in_required, common.forbidden */
export function requireTreasurer(actor: Actor): Member {
	const member = requireMember(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	return member;
}

/** As {@link requireTreasurer}, for who changes something. @throws also what `requireActing` throws */
export function requireActingTreasurer(actor: Actor): Member {
	const member = requireActing(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	return member;
}
