import type { RequestEvent } from '@sveltejs/kit';
import { asFile } from '#lib/server/as-file.ts';
import { page } from '#lib/server/page.ts';
import { ballotFile } from '#server/modules/governance/index.ts';

/** The ballots of a counted election, for whoever wants to count again. */
export const GET = page(async ({ locals, params, url }: RequestEvent) => {
	const format = url.searchParams.get('format') === 'blt' ? 'blt' : 'csv';
	const id = params.id as unknown as number;
	const file = await ballotFile(locals.ctx.db, locals.actor, id, format);
	const type = format === 'csv' ? 'text/csv' : 'text/plain';
	return asFile(file, `election-${id}.${format}`, `${type}; charset=utf-8`);
});
