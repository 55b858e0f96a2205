import type { Context } from '../../api/context.ts';
import type { Actor } from '../../contracts/actor.ts';
import { parseId } from '../../kernel/ids.ts';
import { homePageKey, loadHomePage } from './home-page.ts';
import { itemPageKey, loadItemPage } from './item-page.ts';
import { seeItem } from './see-item.ts';

/** What a kept page was loaded with: handed to the page itself when it must be rendered after all. */
export interface Loaded {
	data: unknown;
	/** Names what the rendering depends on besides its address and reader. */
	key: string;
	/** Called when the page is shown without being rendered. */
	seen?: () => void;
}

type Load = (ctx: Context, actor: Actor, url: URL) => Promise<Loaded | null>;

const itemPath = /^\/([a-z]+)\/(\d+)\/([^/]+)$/;

async function item(ctx: Context, actor: Actor, url: URL): Promise<Loaded | null> {
	const [, path, digits, slug] = itemPath.exec(url.pathname) as unknown as [string, string, string, string];
	const id = parseId<number>(digits);
	const data = id && (await loadItemPage(ctx.db, actor, { path, id, query: url.searchParams }));
	if (!data || data.shown.item.path !== path || data.shown.item.slug !== decodeURIComponent(slug))
		return null;
	return {
		data,
		key: itemPageKey(data, actor),
		seen: () => seeItem(actor, data.shown.item),
	};
}

async function home(ctx: Context, actor: Actor, url: URL): Promise<Loaded | null> {
	const data = await loadHomePage(ctx.db, actor, url.searchParams);
	return { data, key: homePageKey(data) };
}

/** The pages that are asked for most, and are kept: how their data is read before anything is rendered. */
export function keptRoute(path: string): Load | null {
	if (path === '/') return home;
	return itemPath.test(path) ? item : null;
}
