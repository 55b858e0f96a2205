import { type Dump, readTable } from './read-dump.ts';

const LOOK_AT = 20_000;
/** Posts after which formulas have shown themselves. */
const ENOUGH_POSTS = 500;
/** Links after which the host is beyond doubt. */
const ENOUGH_LINKS = 10;
const LINK = /https?:\/\/([a-z0-9.-]+)\/(?:questions|q|a)\/(\d+)/gi;

export interface Guess {
	/** Host of the site; undefined when fewer than three links speak for one, or they disagree. */
	host: string | undefined;
	/** Whether `$…$` in its texts is mathematics. */
	math: boolean;
}

/**
 * Finds out which site a dump is of and whether it renders formulas; nothing in it says so.
 *
 * The link table holds exactly the links between the site's own posts, so the host in those links is the answer,
 * however often other sites are linked. A site with MathJax has formulas all over; elsewhere a dollar sign is money
 * or a shell: one post in a hundred must hold `$$…$$` or a `$…$` with a TeX command, sub- or superscript.
 */
export async function guessSite(dump: Dump): Promise<Guess> {
	const links = await ownLinks(dump);
	const hosts = new Map<string, number>();
	let [posts, formulas, votes] = [0, 0, 0];
	for await (const post of readTable(dump, 'posts')) {
		const targets = links.get(post.id);
		for (const [, host, id] of targets ? post.body.matchAll(LINK) : []) {
			if (!targets!.has(Number(id))) continue;
			hosts.set(host!.toLowerCase(), (hosts.get(host!.toLowerCase()) ?? 0) + 1);
			votes++;
		}
		if (posts < ENOUGH_POSTS && hasFormula(post.body)) formulas++;
		if (++posts >= LOOK_AT || (posts >= ENOUGH_POSTS && votes >= ENOUGH_LINKS)) break;
	}
	const [host, count] = [...hosts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
	return {
		host: count >= 3 && count * 2 > votes ? host : undefined,
		math: formulas * 100 > Math.min(posts, ENOUGH_POSTS),
	};
}

async function ownLinks(dump: Dump): Promise<Map<number, Set<number>>> {
	const links = new Map<number, Set<number>>();
	let seen = 0;
	for await (const link of readTable(dump, 'postLinks')) {
		const targets = links.get(link.postId) ?? new Set();
		links.set(link.postId, targets.add(link.relatedPostId));
		if (++seen >= LOOK_AT) break;
	}
	return links;
}

function hasFormula(html: string): boolean {
	if (!html.includes('$')) return false;
	const prose = html.slice(0, 10_000).replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '');
	return /\$\$[^$]+\$\$|\$[^$\n]*(?:\\[a-zA-Z]+|[_^]\{?\w)[^$\n]*\$/.test(prose);
}
