import { now } from '../kernel/clock.ts';
import { type AppError, commonError, defineErrors } from '../kernel/errors.ts';
import type { Actor, Member } from './actor.ts';

/** How a person stands to the thing they want to act on. One may have several at once. */
export const relations = ['visitor', 'member', 'author', 'moderator', 'staff'] as const;
export type Relation = (typeof relations)[number];

/**
 * What an action needs of the actor beside a relation: a private act (bookmark, draft) needs no verified address; a
 * post is a public act that a slowed person waits for.
 */
export type Weight = 'private' | 'public' | 'post';

/** One row of a policy: what the action weighs, then yes or no for each of {@link relations}. */
export type Row = readonly [Weight, boolean, boolean, boolean, boolean, boolean];

// The same codes as the accounts module's: one refusal, one code, whoever notices first.
const accountError = defineErrors('accounts', {
	suspended: 403,
	silenced: 403,
	slowed: 403,
	email_not_verified: 403,
	api_key_scope: 403,
});

export type Obstacle =
	| 'sign_in_required'
	| 'suspended'
	| 'silenced'
	| 'slowed'
	| 'api_key_scope'
	| 'email_not_verified';

/** Why the actor may do nothing of this weight to anything, or null. */
export function obstacle(actor: Actor, weight: Weight): Obstacle | null {
	if (actor.office?.jury) return null;
	if (actor.userId === null) return 'sign_in_required';
	if (actor.suspended) return 'suspended';
	if (actor.scopes && !actor.scopes.includes('write')) return 'api_key_scope';
	if (weight === 'private') return null;
	if (actor.silenced) return 'silenced';
	if (weight === 'post' && actor.nextPostAt && actor.nextPostAt > now()) return 'slowed';
	return actor.emailVerified ? null : 'email_not_verified';
}

/** Every obstacle, for gates that tell them from their own refusals. */
export const isObstacle = (why: string): why is Obstacle =>
	['sign_in_required', 'suspended', 'silenced', 'slowed', 'api_key_scope', 'email_not_verified'].includes(
		why,
	);

/** The refusal that an obstacle is. @param actor says how long a slowed one waits */
export function obstacleError(why: Obstacle, actor?: Actor): AppError {
	if (why === 'sign_in_required') return commonError(why, { detail: 'Sign in first.' });
	if (why === 'slowed') {
		const wait = (actor?.nextPostAt?.getTime() ?? 0) - now().getTime();
		return accountError('slowed', {
			params: { minutes: Math.max(1, Math.ceil(wait / 60_000)) },
			detail: 'A pause between posts is in force for this account.',
		});
	}
	const detail = {
		suspended: 'The account is suspended: it may read and appeal.',
		silenced: 'The account is silenced: it may read, keep things and appeal.',
		api_key_scope: 'The API key lacks the scope "write".',
		email_not_verified: 'Verify the e-mail address first.',
	}[why];
	return accountError(why, { detail });
}

/**
 * Narrows to a person who may act at all, where no policy of a module decides more.
 *
 * @throws common.sign_in_required, accounts.suspended, accounts.email_not_verified, accounts.api_key_scope
 */
export function requireActing(actor: Actor, weight: Weight = 'private'): Member {
	const why = obstacle(actor, weight);
	if (why) throw obstacleError(why, actor);
	return actor as Member;
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
			const why = obstacle(actor, table[action][0]);
			if (why) throw obstacleError(why, actor);
			if (!permits(action, held))
				throw commonError('forbidden', { detail: `This actor may not ${action} here.` });
			return actor as Member;
		},
	};
}
