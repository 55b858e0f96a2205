import { type Actor, isStaff } from '../../contracts/actor.ts';
import { definePolicy, type Relation } from '../../contracts/policy.ts';
import type { SpaceRole } from './space.ts';

const yes = true;
const no = false;

/** Who may do what to a space. "author" is its owner. */
// biome-ignore format: a table reads better aligned
export const spacePolicy = definePolicy({
	//          weight     visitor member owner moderator staff
	create:    ['public',  no,     no,    no,   no,       yes],
	update:    ['public',  no,     no,    yes,  yes,      yes],
	archive:   ['public',  no,     no,    yes,  no,       yes],
	appoint:   ['public',  no,     no,    yes,  no,       yes],
	expel:     ['public',  no,     no,    yes,  yes,      yes],
	invite:    ['public',  no,     no,    yes,  yes,      yes],
	join:      ['private', no,     yes,   yes,  yes,      yes],
	leave:     ['private', no,     yes,   yes,  yes,      yes],
});

/** How the actor stands to a space in which they have `role`. */
export function spaceRelations(actor: Actor, role: SpaceRole | null): Relation[] {
	const held: Relation[] = [actor.userId === null ? 'visitor' : 'member'];
	if (role === 'owner') held.push('author');
	if (role === 'owner' || role === 'moderator') held.push('moderator');
	if (isStaff(actor)) held.push('staff');
	return held;
}
