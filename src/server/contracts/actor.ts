import { commonError } from '../kernel/errors.ts';
import type { UserId } from '../kernel/ids.ts';

export type Role = 'visitor' | 'member' | 'moderator' | 'admin';

/** What an API key may do; a browser session may do all. */
export type Scope = 'read' | 'write' | 'admin';

/**
 * What a level of standing may allow beyond what everybody may; from which level on says the table of rules in force.
 * - `create-tags` makes words tags that were none
 * - `retag` changes the tags of what others wrote
 * - `vote-to-close` has a say in closing and reopening questions
 * - `edit` changes what others wrote; every revision is kept
 * - `review` helps with what waits for a look
 * - `close` closes and reopens questions at once
 * - `edit-tags` describes tags
 */
export const privileges = [
	'create-tags',
	'retag',
	'vote-to-close',
	'edit',
	'review',
	'close',
	'edit-tags',
] as const;
export type Privilege = (typeof privileges)[number];

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
	/** What their level allows; absent for a visitor and for whoever acts by order of the place itself. */
	privileges?: readonly Privilege[];
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

/** True for who has this privilege by their level, and for who looks after the whole place. */
export function holds(actor: Actor, privilege: Privilege): boolean {
	return isStaff(actor) || (actor.privileges?.includes(privilege) ?? false);
}
