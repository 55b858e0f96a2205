import { organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { listLog } from '#server/modules/organisations/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const organisation = await organisationPage(event, 'manage');
	const cursor = event.url.searchParams.get('cursor');
	return { organisation, log: await listLog(ctx.db, actor, event.params.slug, { cursor }) };
});
