import { findOrganisation } from '#server/modules/organisations/index.ts';
import type { LayoutServerLoad } from './$types';

/** What the head shows; each page asks for itself whether it may be seen. */
export const load: LayoutServerLoad = async ({ locals: { ctx, actor }, params, url }) => ({
	organisation: actor.userId === null ? null : await findOrganisation(ctx.db, actor, params.slug),
	saved: url.searchParams.has('saved'),
});
