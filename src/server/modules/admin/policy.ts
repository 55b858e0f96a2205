import { type Actor, isStaff, type Member, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';

// Two doors, no table of relations: nothing here belongs to anybody, only the actor's own role counts.

/** Looking: moderators and administrators may, also while they are suspended. @throws common.sign_in_required, common.forbidden */
export function requireStaff(actor: Actor): void {
	requireMember(actor);
	if (!isStaff(actor)) throw commonError('forbidden');
}

/** Changing the site: administrators who may act. @throws common.forbidden, and what `requireActing` throws */
export function requireAdmin(actor: Actor): Member {
	const member = requireActing(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	return member;
}
