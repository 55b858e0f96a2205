/** What can be counted in a text without knowing anything else. */
export interface TextFacts {
	/** Addresses, each host once, without `www.`; at most fifty. */
	hosts: string[];
	links: number;
	mentions: number;
	/** Characters that nobody sees: joiners, marks piled up, blank letters. */
	invisible: number;
}

// One character after the other, no choice twice: a text cannot make them slow.
const address = /(?:https?:\/\/|\bwww\.)[^\s<>()[\]"'`，。；、！？]+/giu;
const mention = /(?<![\w@/.-])@[a-z0-9][a-z0-9-]*/gi;
// Tags of plane 14 are pairs that begin with \udb40.
const unseen =
	/[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]|\u034f|\u17b4|\u17b5|[\ufe00-\ufe0d]|\udb40[\udc00-\uddef]/g;
const piled = /\p{M}{3,}/gu;

/** How much of a text is looked at: beyond this nobody reads, and what nobody reads spams nobody. */
export const mostLookedThrough = 200_000;

export function factsOf(text: string): TextFacts {
	const hosts = new Set<string>();
	let links = 0;
	for (const [found] of text.matchAll(address)) {
		links++;
		if (hosts.size < 50) {
			const host = hostOf(found);
			if (host) hosts.add(host);
		}
	}
	let invisible = text.match(unseen)?.length ?? 0;
	for (const [marks] of text.matchAll(piled)) invisible += marks.length;
	return { hosts: [...hosts], links, mentions: text.match(mention)?.length ?? 0, invisible };
}

function hostOf(found: string): string | null {
	try {
		return bareHost(new URL(/^https?:/i.test(found) ? found : `http://${found}`).hostname);
	} catch {
		return null;
	}
}

/** As domains are kept: lower case, without `www.` and the dot at the end. */
export function bareHost(host: string): string {
	return host
		.toLowerCase()
		.replace(/^www\./, '')
		.replace(/\.$/, '');
}

/** A host and everything above it but the top: `a.b.example.com`, `b.example.com`, `example.com`. */
export function domainsAbove(host: string): string[] {
	const parts = host.split('.');
	return parts
		.slice(0, -1)
		.map((_, n) => parts.slice(n).join('.'))
		.slice(0, 6);
}
