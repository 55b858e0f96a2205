import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';

// Every page here asks again for itself: a layout's check does not guard a page's own load or action.
export const load = page(({ locals }) => {
	requireMember(locals.actor);
	return {};
});
