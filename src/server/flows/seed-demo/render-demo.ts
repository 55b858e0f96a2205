import { renderMarkdown } from '../../platform/markdown/index.ts';
import type { Demo } from './read-demo.ts';

export type Rendered = Awaited<ReturnType<typeof renderMarkdown>>;
/** Rendered texts by `base:source`, where the base is `post` or `comment`. */
export type Bodies = Map<string, Rendered>;

/** Renders every text of the demo. @param onProgress called after each item */
export async function renderBodies(
	demo: Demo,
	onProgress?: (done: number, total: number) => void,
): Promise<Bodies> {
	const bodies: Bodies = new Map();
	const render = async (source: string, base: 'post' | 'comment') => {
		bodies.set(`${base}:${source}`, await renderMarkdown(source, { base }));
	};
	for (const [done, item] of demo.items.entries()) {
		await render(item.source, 'post');
		for (const reply of item.replies)
			await render(reply.source, reply.kind === 'comment' ? 'comment' : 'post');
		onProgress?.(done + 1, demo.items.length);
	}
	return bodies;
}

/** What people say of themselves, by handle. */
export async function renderBios(demo: Demo): Promise<Map<string, string>> {
	const rendered = demo.people.map(
		async ({ handle, bio }) => [handle, (await renderMarkdown(bio, { base: 'comment' })).html] as const,
	);
	return new Map(await Promise.all(rendered));
}
