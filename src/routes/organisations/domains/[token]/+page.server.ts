import type { RequestEvent } from '@sveltejs/kit';
import { changing } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { confirmDomain, findDomainClaim } from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx }, params }: PageServerLoadEvent) => ({
	claim: await findDomainClaim(ctx.db, params.token),
}));

export const actions = {
	// Opening the link says nothing yet: programs that look at mails open links.
	default: changing('confirm', async (event: RequestEvent) => ({
		confirmed: (await confirmDomain(event.locals.ctx.db, event.params.token ?? '')).domain,
	})),
} satisfies Actions;
