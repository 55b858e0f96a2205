import { Hono } from 'hono';
import { hrefOf } from '../modules/items/index.ts';
import { sql } from '../platform/db/index.ts';
import type { Context } from './context.ts';
import { originOf } from './feeds.ts';

/** Addresses in one file; the protocol allows 50,000. Ids are cut into ranges, so that a file changes only with its items. */
const IDS_PER_FILE = 10_000;

/** `/robots.txt`, `/sitemap.xml` (an index) and `/sitemap-N.xml` (items with ids from N·10,000 on). */
export function sitemapRoutes(ctx: Context): Hono {
	const routes = new Hono();

	routes.get('/robots.txt', (c) => {
		const closed = [
			'/api/',
			'/sign-',
			'/settings',
			'/admin',
			'/checkout',
			'/orders',
			'/search',
			'/notifications',
			'/outbox',
			'/two-factor',
			'/drafts',
			'/bookmarks',
		];
		const lines = [
			'User-agent: *',
			...closed.map((path) => `Disallow: ${path}`),
			'',
			`Sitemap: ${originOf(ctx, c.req.url)}/sitemap.xml`,
			'',
		];
		return c.text(lines.join('\n'));
	});

	routes.get('/sitemap.xml', async (c) => {
		const { rows } = await sql<{
			last: number | null;
		}>`select max(id) as last from items where status = 'published' and listed`.execute(ctx.db);
		const files = Math.floor((rows[0]?.last ?? 0) / IDS_PER_FILE) + 1;
		const origin = originOf(ctx, c.req.url);
		const entries = Array.from(
			{ length: files },
			(_, n) => `<sitemap><loc>${origin}/sitemap-${n}.xml</loc></sitemap>`,
		);
		return xml(
			c,
			`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>`,
		);
	});

	routes.get('/:file{sitemap-\\d{1,6}\\.xml}', async (c) => {
		const n = Number(/\d+/.exec(c.req.param('file'))![0]);
		const items = await ctx.db
			.selectFrom('items')
			.select(['id', 'kind', 'slug', 'last_activity_at'])
			.where('id', '>=', n * IDS_PER_FILE)
			.where('id', '<', (n + 1) * IDS_PER_FILE)
			.where('status', '=', 'published')
			.where('listed', '=', true)
			.orderBy('id')
			.execute();
		if (items.length === 0 && n > 0) return c.text('There is no such sitemap.', 404);
		const origin = originOf(ctx, c.req.url);
		const fixed =
			n === 0
				? ['/', '/courses', '/spaces', '/tags', '/people'].map(
						(path) => `<url><loc>${origin}${path}</loc></url>`,
					)
				: [];
		const entries = items.map(
			(item) =>
				`<url><loc>${escapeXml(origin + hrefOf(item))}</loc><lastmod>${item.last_activity_at.toISOString()}</lastmod></url>`,
		);
		return xml(
			c,
			`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[...fixed, ...entries].join('')}</urlset>`,
		);
	});
	return routes;
}

function xml(
	c: { body: (text: string, status: 200, headers: Record<string, string>) => Response },
	body: string,
): Response {
	return c.body(`<?xml version="1.0" encoding="UTF-8"?>${body}`, 200, {
		'content-type': 'application/xml; charset=utf-8',
		'cache-control': 'public, max-age=3600',
	});
}

function escapeXml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
