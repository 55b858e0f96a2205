import { type AppError, commonError, defineErrors } from '../kernel/errors.ts';
import type { Actor, Member } from './actor.ts';

/** How a person stands to the thing they want to act on. One may have several at once. */
export const relations = ['visitor', 'member', 'author', 'moderator', 'staff'] as const;
export type Relation = (typeof relations)[number];

/** What an action needs of the actor beside a relation: a private act (bookmark, draft) needs no verified address. */
export type Weight = 'private' | 'public';

/** One row of a policy: what the action weighs, then yes or no for each of {@link relations}. */
export type Row = readonly [Weight, boolean, boolean, boolean, boolean, boolean];

// The same codes as the accounts module's: one refusal, one code, whoever notices first.
const accountError = defineErrors('accounts', {
	suspended: 403,
	email_not_verified: 403,
	api_key_scope: 403,
});

/** Why the actor may do nothing of this weight to anything, or null. */
export function obstacle(actor: Actor, weight: Weight): AppError | null {
	if (actor.userId === null) return commonError('sign_in_required', { detail: 'Sign in first.' });
	if (actor.suspended)
		return accountError('suspended', { detail: 'The account is suspended: it may read and appeal.' });
	if (actor.scopes && !actor.scopes.includes('write'))
		return accountError('api_key_scope', { detail: 'The API key lacks the scope "write".' });
	if (weight === 'public' && !actor.emailVerified)
		return accountError('email_not_verified', { detail: 'Verify the e-mail address first.' });
	return null;
}

export interface Policy<A extends string> {
	readonly table: Readonly<Record<A, Row>>;
	/** What the table says alone, for an actor of whom {@link obstacle} was already asked. */
	permits(action: A, held: Iterable<Relation>): boolean;
	allows(actor: Actor, action: A, held: Iterable<Relation>): boolean;
	/**
	 * @throws common.sign_in_required, accounts.suspended, accounts.email_not_verified, accounts.api_key_scope,
	 * common.forbidden
	 */
	require(actor: Actor, action: A, held: Iterable<Relation>): Member;
}

/** Makes the one gate of a module from its table of actions and relations. */
export function definePolicy<const A extends string>(table: Record<A, Row>): Policy<A> {
	const permits = (action: A, held: Iterable<Relation>) => {
		for (const relation of held) if (table[action][relations.indexOf(relation) + 1]) return true;
		return false;
	};
	return {
		table,
		permits,
		allows: (actor, action, held) => permits(action, held) && !obstacle(actor, table[action][0]),
		require(actor, action, held) {
			const refusal = obstacle(actor, table[action][0]);
			if (refusal) throw refusal;
			if (!permits(action, held))
				throw commonError('forbidden', { detail: `This actor may not ${action} here.` });
			return actor as Member;
		},
	};
}
