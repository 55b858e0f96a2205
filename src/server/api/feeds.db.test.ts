import { expect, test } from 'vitest';
import type { Context } from './context.ts';
import '../modules/articles/index.ts';
import { anItem, aPerson, aSpace } from '../modules/items/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { settingsSchema } from '../platform/settings/index.ts';
import { feedRoutes } from './feeds.ts';
import { sitemapRoutes } from './sitemap.ts';

const { db } = await testDatabase();
const ctx = {
	db,
	config: { origin: 'https://stoa.example' },
	settings: settingsSchema.parse({}),
} as unknown as Context;
const get = async (routes: ReturnType<typeof feedRoutes>, path: string) => {
	const response = await routes.request(`https://stoa.example${path}`);
	return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

test('a feed lists what a visitor may see, with its text made safe for XML', async () => {
	const author = await aPerson(db, { handle: 'feed-author', name: 'A & B <c>' });
	await anItem(db, { kind: 'article', authorId: author.id, title: 'Less < more & "quotes" \u0007 ]]>' });
	const secret = await aSpace(db, { access: 'private', ownerId: author.id });
	await anItem(db, { kind: 'article', spaceId: secret.id, authorId: author.id, title: 'Not for everybody' });
	for (const path of ['/feed.atom', '/people/feed-author/feed.atom']) {
		const { status, type, text } = await get(feedRoutes(ctx), path);
		expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8']);
		expect(text).toContain('Less &lt; more &amp; "quotes"');
		expect(text).not.toContain('\u0007');
		expect(text).not.toContain('Not for everybody');
	}
	const json = JSON.parse((await get(feedRoutes(ctx), '/feed.json')).text);
	expect(json.items[0].url).toMatch(/^https:\/\/stoa\.example\/articles\/\d+\//);
	expect(json.items[0].title).toBe('Less < more & "quotes"  ]]>');
	expect((await get(feedRoutes(ctx), `/spaces/${secret.slug}/feed.atom`)).status).toBe(404);
	expect((await get(feedRoutes(ctx), '/tags/no-such-tag/feed.atom')).status).toBe(404);
});

test("markup that a title or an excerpt speaks of stays text in a reader's program", async () => {
	const author = await aPerson(db, { handle: 'markup-author' });
	const said = '<img src=x onerror=alert(1)>';
	await anItem(db, {
		kind: 'article',
		authorId: author.id,
		title: `Why ${said} runs`,
		excerpt: `Of ${said}`,
	});
	const atom = (await get(feedRoutes(ctx), '/people/markup-author/feed.atom')).text;
	expect(atom).not.toContain(said);
	expect(atom).toContain('Why &lt;img src=x onerror=alert(1)&gt; runs');
	const json = JSON.parse((await get(feedRoutes(ctx), '/people/markup-author/feed.json')).text);
	expect(json.items[0]).toMatchObject({
		title: `Why ${said} runs`,
		content_html: 'Of &lt;img src=x onerror=alert(1)&gt;',
	});
});

test('the sitemap names every public item and no private one', async () => {
	const space = await aSpace(db, { access: 'private' });
	const [shown, hidden] = [
		await anItem(db, { kind: 'article' }),
		await anItem(db, { kind: 'article', spaceId: space.id }),
	];
	const { text } = await get(sitemapRoutes(ctx), '/sitemap-0.xml');
	expect(text).toContain(`/articles/${shown.id}/`);
	expect(text).not.toContain(`/articles/${hidden.id}/`);
	expect((await get(sitemapRoutes(ctx), '/sitemap.xml')).text).toContain(
		'https://stoa.example/sitemap-0.xml',
	);
	expect((await get(sitemapRoutes(ctx), '/sitemap-99.xml')).status).toBe(404);
	expect((await get(sitemapRoutes(ctx), '/robots.txt')).text).toContain(
		'Sitemap: https://stoa.example/sitemap.xml',
	);
});
