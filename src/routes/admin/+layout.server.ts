import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';

// Every page here asks again for itself: a layout's check does not guard a page's own load or action.
export const load = page(({ locals }) => {
	requireStaff(locals.actor);
	return { admin: locals.actor.role === 'admin' };
});
