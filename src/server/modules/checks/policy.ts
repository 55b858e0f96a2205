import { type Actor, isStaff, type Member } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';

/** Who may set what is checked: administrators. @throws common.forbidden and what stops anybody from acting */
export function requireSetting(actor: Actor): Member {
	const member = requireActing(actor);
	if (actor.role !== 'admin')
		throw commonError('forbidden', { detail: 'Administrators set what is checked.' });
	return member;
}

/** Who may see what is checked and try it: moderators too. @throws common.sign_in_required, common.forbidden */
export function requireLooking(actor: Actor): Member {
	const member = requireActing({ ...actor, scopes: null });
	if (!isStaff(actor))
		throw commonError('forbidden', { detail: 'Who looks after the place sees what is checked.' });
	return member;
}
