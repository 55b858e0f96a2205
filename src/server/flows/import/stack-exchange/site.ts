/** Where a dump comes from. */
export interface Site {
	/** `quantumcomputing.stackexchange.com` */
	host: string;
	/** `https://quantumcomputing.stackexchange.com` */
	url: string;
	/** What refs and runs of this site are filed under. */
	source: string;
	/** The space its questions go to unless another is named. */
	spaceSlug: string;
	spaceName: string;
}

const OWN_DOMAINS: Record<string, string> = {
	stackoverflow: 'stackoverflow.com',
	superuser: 'superuser.com',
	serverfault: 'serverfault.com',
	askubuntu: 'askubuntu.com',
	mathoverflow: 'mathoverflow.net',
	stackapps: 'stackapps.com',
};

/**
 * A site from what an operator calls it: an address, a host, or the short name of a Stack Exchange site
 * (`quantumcomputing`, `bicycles.meta`, `stackoverflow`). Undefined when it can be none of these.
 */
export function namedSite(nameOrUrl: string): Site | undefined {
	const bare = nameOrUrl
		.trim()
		.toLowerCase()
		.replace(/^[a-z]+:\/\//, '')
		.replace(/[/?#].*$/, '');
	if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d+)?$/.test(bare)) return undefined;
	const host = OWN_DOMAINS[bare] ?? (/^[a-z0-9-]+(\.meta)?$/.test(bare) ? `${bare}.stackexchange.com` : bare);
	const scheme = /^http:\/\//i.test(nameOrUrl.trim()) ? 'http' : 'https';
	const short = host
		.replace(/:\d+$/, '')
		.replace(/^www\./, '')
		.replace(/\.stackexchange\.com$|\.(com|net|org)$/, '');
	const words = short.split(/[.-]/).filter((word) => word !== '');
	return {
		host,
		url: `${scheme}://${host}`,
		source: `stackexchange:${host}`,
		spaceSlug: words.join('-').slice(0, 60).replace(/-+$/, ''),
		spaceName: words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' '),
	};
}
