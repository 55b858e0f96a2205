import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type LibraryEntry, listLibrary } from '#server/modules/entitlements/index.ts';
import { ordersGivenTo } from '#server/modules/gifts/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';

export const load = page(async ({ locals }) => {
	const { userId } = requireMember(locals.actor);
	const { db } = locals.ctx;
	const [library, given] = await Promise.all([listLibrary(db, userId), ordersGivenTo(db, userId)]);
	const entries = library.map((entry) => ({
		...entry,
		...linksOf(entry),
		source: given.has(Number(/^order:(\d+)$/.exec(entry.sourceRef)?.[1])) ? ('gift' as const) : entry.source,
	}));
	return {
		texts: entries.filter(({ open, itemId }) => open && itemId !== null),
		spaces: entries.filter(({ open, itemId }) => open && itemId === null),
		ended: entries.filter(({ open }) => !open),
	};
});

/** Where it is opened, and where it goes on when it ends. */
function linksOf({ itemId, kind, slug, there, source, open, endsAt, spaceId }: LibraryEntry) {
	const href = !there
		? null
		: itemId === null
			? `/spaces/${slug}`
			: kind
				? hrefOf({ kind, id: itemId, slug })
				: null;
	const shop = itemId === null ? `/checkout?space=${encodeURIComponent(slug)}` : `/checkout?item=${itemId}`;
	const onward =
		source === 'subscription' || source === 'trial'
			? '/subscriptions'
			: there && (endsAt !== null || !open) && (spaceId !== null || !open)
				? shop
				: null;
	return { href, onward };
}
