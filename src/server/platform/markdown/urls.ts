const LINK_SCHEMES = new Set(['http', 'https', 'mailto', 'tel', 'ftp', 'xmpp', 'irc', 'magnet']);
const IMAGE_SCHEMES = new Set(['http', 'https']);

// Browsers drop these anywhere in an address, so `java\tscript:` is a scheme to them. Spaces and invisible
// characters go too: an address that needs them does not exist, a filter that trips over them does.
const IGNORED = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

/**
 * @param address as written, entities already decoded
 * @returns the address without control characters at its ends, or null when its scheme is not on the list
 */
export function safeUrl(address: string, use: 'link' | 'image'): string | null {
	const bare = address.replace(IGNORED, '');
	if (bare === '' && address !== '') return null;
	const scheme = /^([^/?#]*?):/.exec(bare)?.[1];
	if (scheme !== undefined && !(use === 'link' ? LINK_SCHEMES : IMAGE_SCHEMES).has(scheme.toLowerCase()))
		return null;
	return address.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '').replace(/[\u0000-\u001f\u007f]/g, '');
}

/** Whether following the address leaves this site; backslashes count as slashes, as they do for browsers. */
export function isExternal(address: string): boolean {
	return /^(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}/i.test(address);
}
