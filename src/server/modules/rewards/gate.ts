import { type Actor, isStaff, type Member } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';

/** Narrows to who may set what is earned. @throws common.forbidden; refusals of acting */
export function requireAdmin(actor: Actor): Member {
	const member = requireActing(actor, 'public');
	if (actor.role !== 'admin')
		throw commonError('forbidden', { detail: 'Administrators set what is earned.' });
	return member;
}

/** Narrows to who looks after the place. @throws common.forbidden; refusals of acting */
export function requireStaff(actor: Actor): Member {
	const member = requireActing(actor, 'public');
	if (!isStaff(actor)) throw commonError('forbidden', { detail: 'Staff give badges and honours by hand.' });
	return member;
}
