import { commonError } from '../kernel/errors.ts';
import type { UserId } from '../kernel/ids.ts';

export type Role = 'visitor' | 'member' | 'moderator' | 'admin';

/** What an API key may do; a browser session may do all. */
export type Scope = 'read' | 'write' | 'admin';

/** Who asks. Every use case and every gate takes one; there is no ambient "current user". */
export interface Actor {
	/** null for a visitor. */
	userId: UserId | null;
	role: Role;
	/** Empty until the address was verified: such a member may read and set up, not post. */
	emailVerified: boolean;
	/** True while a suspension is in force: such a member may read and appeal, not act. */
	suspended: boolean;
	/** True while a silence is in force: such a member reads, keeps and appeals, and does nothing that others see. */
	silenced?: boolean;
	/** While somebody is slowed: when the next post is due. Checked again, exactly, where a post is written. */
	nextPostAt?: Date | null;
	/** While a decision of the moderation queue is carried out: which, and whether by a jury, which is no person. */
	office?: { decisionId: number; jury: boolean };
	/** Scopes of the API key used, or null for a browser session. */
	scopes: readonly Scope[] | null;
}

export type Member = Actor & { userId: UserId };

export const visitor: Actor = Object.freeze({
	userId: null,
	role: 'visitor',
	emailVerified: false,
	suspended: false,
	scopes: null,
});

/** True for people who look after the whole place. */
export function isStaff(actor: Actor): boolean {
	return actor.role === 'moderator' || actor.role === 'admin';
}

/** Narrows to a signed-in person. @throws common.sign_in_required */
export function requireMember(actor: Actor): Member {
	if (actor.userId === null) throw commonError('sign_in_required', { detail: 'Sign in first.' });
	return actor as Member;
}
