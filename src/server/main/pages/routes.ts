import type { Context } from '../../api/context.ts';
import type { Actor } from '../../contracts/actor.ts';
import { parseId } from '../../kernel/ids.ts';
import { homePageKey, loadHomePage } from './home-page.ts';
import { itemPageKey, loadItemPage } from './item-page.ts';
import { lessonPageKey, loadLessonPage } from './lesson-page.ts';
import { seeItem } from './see-item.ts';

/** What a kept page was loaded with: handed to the page itself when it must be rendered after all. */
export interface Loaded {
	data: unknown;
	/** Names what the rendering depends on besides its address and reader; null where it is not kept. */
	key: string | null;
	/** Called when the page is shown without being rendered. */
	seen?: () => void;
}

type Load = (ctx: Context, actor: Actor, url: URL) => Promise<Loaded | null>;

const itemPath = /^\/([a-z]+)\/(\d+)\/([^/]+)$/;
const lessonPath = /^\/courses\/(\d+)\/lessons\/(\d+)$/;

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

async function lesson(ctx: Context, actor: Actor, url: URL): Promise<Loaded | null> {
	const [, course, digits] = lessonPath.exec(url.pathname) as unknown as [string, string, string];
	const courseId = parseId<number>(course);
	const lessonId = parseId<number>(digits);
	const data = courseId && lessonId && (await loadLessonPage(ctx.db, actor, { courseId, lessonId }));
	return data ? { data, key: lessonPageKey(data) } : null;
}

async function home(ctx: Context, actor: Actor, url: URL): Promise<Loaded | null> {
	const data = await loadHomePage(ctx.db, actor, url.searchParams);
	return { data, key: homePageKey(data) };
}

/** The pages that are asked for most, and are kept: how their data is read before anything is rendered. */
export function keptRoute(path: string): Load | null {
	if (path === '/') return home;
	if (lessonPath.test(path)) return lesson;
	return itemPath.test(path) ? item : null;
}
