import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listCertificates } from '#server/modules/credentials/index.ts';

export const load = page(async ({ locals }) => {
	const { userId } = requireMember(locals.actor);
	return { certificates: await listCertificates(locals.ctx.db, locals.actor, userId) };
});
