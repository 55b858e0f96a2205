import { type Dump, readTable } from './read-dump.ts';

const LOOK_AT = 20_000;
const LINK = /https?:\/\/([a-z0-9.-]+)\/(?:questions|q|a)\/(\d+)/gi;

/**
 * Finds out which site a dump is of; nothing in it says so. Its link table holds exactly the links between its own
 * posts, so the host in those links is the answer, however often other sites are linked.
 *
 * @returns the host, or undefined when fewer than three links speak or they disagree
 */
export async function guessSite(dump: Dump): Promise<string | undefined> {
	const links = new Map<number, Set<number>>();
	let seen = 0;
	for await (const link of readTable(dump, 'postLinks')) {
		const targets = links.get(link.postId) ?? new Set();
		links.set(link.postId, targets.add(link.relatedPostId));
		if (++seen >= LOOK_AT) break;
	}
	const votes = new Map<string, number>();
	seen = 0;
	for await (const post of readTable(dump, 'posts')) {
		const targets = links.get(post.id);
		for (const [, host, id] of targets ? post.body.matchAll(LINK) : []) {
			if (targets!.has(Number(id))) votes.set(host!.toLowerCase(), (votes.get(host!.toLowerCase()) ?? 0) + 1);
		}
		if (++seen >= LOOK_AT) break;
	}
	const total = [...votes.values()].reduce((sum, count) => sum + count, 0);
	const [host, count] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
	return count >= 3 && count * 2 > total ? host : undefined;
}

/**
 * Whether the site renders formulas. One that does has them all over; elsewhere a dollar sign is money or a shell.
 * Of the first posts, one in a hundred must hold `$$` or a `$…$` with a TeX command, sub- or superscript.
 */
export async function guessMath(dump: Dump): Promise<boolean> {
	let seen = 0;
	let formulas = 0;
	for await (const post of readTable(dump, 'posts')) {
		const prose = post.body.replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '');
		if (/\$\$[^$]+\$\$|\$[^$\n]*(?:\\[a-zA-Z]+|[_^]\{?\w)[^$\n]*\$/.test(prose)) formulas++;
		if (++seen >= 2000) break;
	}
	return formulas * 100 > seen;
}
