import './kinds.ts';
import type { Actor } from '#server/contracts/actor.ts';
import type { Context } from '#server/main/context.ts';
import { search } from '#server/modules/search/index.ts';

/** A question that may have been asked before. */
export interface Similar {
	href: string;
	title: string;
	answers: number;
	solved: boolean;
}

/** Questions like the one whose title is being typed, those that fit best first; at most five. */
export async function findSimilar(ctx: Context, actor: Actor, title: string): Promise<Similar[]> {
	// Quotes, signs and filters of the search language are only words here.
	const words = title.replace(/[^\p{L}\p{N}+#.]+/gu, ' ').trim();
	if ([...words].length < 2) return [];
	const { hits } = await search(ctx.db, actor, { q: words, kind: 'question' });
	return hits.slice(0, 5).map(({ item }) => ({
		href: item.href,
		title: item.title,
		answers: item.answerCount,
		solved: item.accepted,
	}));
}
