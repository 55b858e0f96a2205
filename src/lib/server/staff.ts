import { type Actor, isStaff, type Member, requireMember } from '#server/contracts/actor.ts';
import { commonError } from '#server/kernel/errors.ts';

/** Narrows to who looks after the place. @throws common.sign_in_required, common.forbidden */
export function requireStaff(actor: Actor, role: 'staff' | 'admin' = 'staff'): Member {
	const member = requireMember(actor);
	if (role === 'admin' ? actor.role !== 'admin' : !isStaff(actor)) throw commonError('forbidden');
	return member;
}
