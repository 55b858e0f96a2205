import { type Actor, holds, isStaff, type Privilege } from '../../contracts/actor.ts';
import { definePolicy, type Relation } from '../../contracts/policy.ts';
import type { UserId } from '../../kernel/ids.ts';
import { looksAfter, type SpaceRole } from '../spaces/index.ts';

const yes = true;
const no = false;

/** Who may do what to an item or a reply. "author" wrote the thing acted on; for accept and bounty, the item. */
// biome-ignore format: a table reads better aligned
export const itemPolicy = definePolicy({
	//            weight     visitor member author moderator staff
	publish:     ['post',    no,     yes,   yes,   yes,      yes],
	draft:       ['private', no,     yes,   yes,   yes,      yes],
	reply:       ['post',    no,     yes,   yes,   yes,      yes],
	// Nobody votes for what they wrote, whatever else they are: checked apart.
	vote:        ['public',  no,     yes,   no,    yes,      yes],
	react:       ['public',  no,     yes,   yes,   yes,      yes],
	bookmark:    ['private', no,     yes,   yes,   yes,      yes],
	follow:      ['private', no,     yes,   yes,   yes,      yes],
	edit:        ['public',  no,     no,    yes,   yes,      yes],
	retag:       ['public',  no,     no,    yes,   yes,      yes],
	delete:      ['public',  no,     no,    yes,   yes,      yes],
	restore:     ['public',  no,     no,    yes,   yes,      yes],
	accept:      ['public',  no,     no,    yes,   no,       yes],
	offerBounty: ['public',  no,     yes,   yes,   yes,      yes],
	awardBounty: ['public',  no,     no,    yes,   no,       yes],
	close:       ['public',  no,     no,    yes,   yes,      yes],
	reopen:      ['public',  no,     no,    no,    yes,      yes],
	// By a privilege only (see granted below); staff need no vote.
	voteToClose: ['public',  no,     no,    no,    no,       yes],
	lock:        ['public',  no,     no,    no,    yes,      yes],
	pin:         ['public',  no,     no,    no,    yes,      yes],
	hide:        ['public',  no,     no,    no,    yes,      yes],
	move:        ['public',  no,     no,    no,    yes,      yes],
	arrange:     ['public',  no,     no,    yes,   yes,      yes],
	moderate:    ['public',  no,     no,    no,    yes,      yes],
	editTag:     ['public',  no,     no,    no,    no,       yes],
});

export type ItemAction = keyof typeof itemPolicy.table;

/** What a privilege of a level allows: it stands the actor as if they were this, for this action alone. */
const granted: Partial<Record<ItemAction, { by: Privilege; as: Relation }>> = {
	edit: { by: 'edit', as: 'author' },
	retag: { by: 'retag', as: 'author' },
	close: { by: 'close', as: 'author' },
	reopen: { by: 'close', as: 'moderator' },
	voteToClose: { by: 'vote-to-close', as: 'staff' },
	editTag: { by: 'edit-tags', as: 'staff' },
};

/** The relations of an actor to something, and what their level adds for this action. */
export function withPrivileges(actor: Actor, action: ItemAction, held: readonly Relation[]): Relation[] {
	const one = granted[action];
	return one && actor.userId !== null && holds(actor, one.by) ? [...held, one.as] : [...held];
}

/** How the actor stands to something that `authorId` wrote in a space where the actor has `role`. */
export function relationsTo(actor: Actor, authorId: UserId | null, role: SpaceRole | null): Relation[] {
	if (actor.office?.jury) return ['member', 'staff'];
	if (actor.userId === null) return ['visitor'];
	const held: Relation[] = ['member'];
	if (authorId === actor.userId) held.push('author');
	if (looksAfter(role)) held.push('moderator');
	if (isStaff(actor)) held.push('staff');
	return held;
}
