import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';

export const load = page(({ locals }) => {
	requireMember(locals.actor);
	return {};
});
