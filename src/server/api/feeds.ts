import { Feed } from 'feed';
import { Hono } from 'hono';
import { plainTitle } from '../../shared/title.ts';
import { visitor } from '../contracts/actor.ts';
import { findPerson } from '../modules/accounts/index.ts';
import { findTag, type ItemCard, listItems } from '../modules/items/index.ts';
import { findSpace } from '../modules/spaces/index.ts';
import type { Context } from './context.ts';

/** What a feed is of: the newest items that a visitor may see. */
interface Channel {
	title: string;
	description: string;
	/** Path of the page that it belongs to. */
	path: string;
	filter: { spaceId?: number; tag?: string; authorId?: number };
}

/** Atom and JSON Feed of the whole place, of a space, of a tag and of a person: `…/feed.atom`, `…/feed.json`. */
export function feedRoutes(ctx: Context): Hono {
	const routes = new Hono();
	const channels: [string, (name: string) => Promise<Channel | null>][] = [
		[
			'',
			async () => ({
				title: ctx.settings.siteName,
				description: ctx.settings.siteTagline || ctx.settings.siteName,
				path: '/',
				filter: {},
			}),
		],
		[
			'/spaces/:name',
			async (slug) => {
				const space = await findSpace(ctx.db, visitor, slug);
				return (
					space && {
						title: `${space.name} · ${ctx.settings.siteName}`,
						description: space.tagline,
						path: `/spaces/${slug}`,
						filter: { spaceId: space.id },
					}
				);
			},
		],
		[
			'/tags/:name',
			async (slug) => {
				const tag = await findTag(ctx.db, visitor, slug);
				return (
					tag && {
						title: `${tag.name} · ${ctx.settings.siteName}`,
						description: tag.description,
						path: `/tags/${encodeURIComponent(tag.slug)}`,
						filter: { tag: tag.slug },
					}
				);
			},
		],
		[
			'/people/:name',
			async (handle) => {
				const person = await findPerson(ctx.db, handle);
				return (
					person && {
						title: `${person.name} · ${ctx.settings.siteName}`,
						description: person.headline,
						path: `/people/${person.handle}`,
						filter: { authorId: person.id },
					}
				);
			},
		],
	];
	for (const [prefix, find] of channels) {
		for (const format of ['atom', 'json'] as const) {
			routes.get(`${prefix}/feed.${format}`, async (c) => {
				const channel = await find(c.req.param('name') ?? '');
				if (!channel) return c.text('There is no such feed.', 404);
				const { items } = await listItems(ctx.db, visitor, { sort: 'new', limit: 30, ...channel.filter });
				const feed = toFeed(channel, items, originOf(ctx, c.req.url), format);
				return c.body(format === 'atom' ? feed.atom1() : feed.json1(), 200, {
					'content-type':
						format === 'atom'
							? 'application/atom+xml; charset=utf-8'
							: 'application/feed+json; charset=utf-8',
					'cache-control': 'public, max-age=300',
				});
			});
		}
	}
	return routes;
}

/** The address that links in machine-readable answers start with. */
export function originOf(ctx: Context, url: string): string {
	return ctx.config.origin ?? new URL(url).origin;
}

function toFeed(channel: Channel, items: ItemCard[], origin: string, format: 'atom' | 'json'): Feed {
	const feed = new Feed({
		id: origin + channel.path,
		link: origin + channel.path,
		title: plain(channel.title),
		description: plain(channel.description),
		updated: items[0]?.publishedAt ?? new Date(0),
		copyright: '',
		feedLinks: { [format]: `${origin}${channel.path === '/' ? '' : channel.path}/feed.${format}` },
	});
	for (const item of items) {
		feed.addItem({
			id: `${origin}${item.href}`,
			link: `${origin}${item.href}`,
			// An Atom title is announced as HTML, a JSON Feed's is text; excerpts are HTML in both.
			title: format === 'atom' ? asHtml(plainTitle(item.title)) : plain(plainTitle(item.title)),
			description: asHtml(item.excerpt),
			date: item.editedAt ?? item.publishedAt,
			published: item.publishedAt,
			author: [
				{
					name: plain(item.authorName),
					...(item.author ? { link: `${origin}/people/${item.author.handle}` } : {}),
				},
			],
			category: item.tags.map((name) => ({ name })),
		});
	}
	return feed;
}

/** Text as HTML that says the same: a reader's program would otherwise run what a title only speaks of. */
function asHtml(text: string): string {
	return plain(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

// XML 1.0 has no way to write these characters; one in a title would make the whole feed unreadable.
function plain(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
	return text.replace(
		/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
		'',
	);
}
