import type { Actor, Member } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { refundError } from './refund.ts';

/** True for who may see and decide the refunds of a sale: whoever sold it, and administrators. What somebody bought is no business of moderators. */
export function decides(actor: Actor, sellerId: UserId | null): boolean {
	return actor.role === 'admin' || (actor.userId !== null && actor.userId === sellerId);
}

/** @throws refunds.not_found to everybody else, and what `requireActing` throws */
export function requireDecider(actor: Actor, sellerId: UserId | null): Member {
	const member = requireActing(actor);
	if (!decides(actor, sellerId)) throw refundError('not_found');
	return member;
}
