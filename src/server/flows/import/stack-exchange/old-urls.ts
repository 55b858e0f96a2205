import { sql, type Tx } from '../../../platform/db/index.ts';
import type { Site } from './site.ts';

/**
 * Old addresses of a site as rows of `redirects`, in their shortest form: `/questions/123`, `/a/456`, `/users/7`.
 * Each stands there twice: under its host (`//host/questions/123`), for requests that still name it, and bare. When
 * a second site is imported, a bare path that is taken stays with the first. flows/follow-old-address.ts reads them.
 */
export async function addRedirects(
	tx: Tx,
	site: Site,
	entries: { path: string; target: string }[],
): Promise<void> {
	if (entries.length === 0) return;
	const paths = entries.map(({ path }) => path);
	const targets = entries.map(({ target }) => target);
	await sql`insert into redirects (path, target)
		select prefix || path, target
		from unnest(${paths}::text[], ${targets}::text[]) as given (path, target), unnest(array['', ${`//${site.host}`}]) as prefix
		on conflict (path) do nothing`.execute(tx);
}

/** Points an old address of the site somewhere else. */
export async function moveRedirects(
	tx: Tx,
	site: Site,
	entries: { path: string; from: string; to: string }[],
): Promise<void> {
	for (const { path, from, to } of entries) {
		await tx
			.updateTable('redirects')
			.set({ target: to })
			.where('path', 'in', [path, `//${site.host}${path}`])
			.where('target', '=', from)
			.execute();
	}
}
