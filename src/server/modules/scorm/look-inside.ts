/** Hosts that a page loads something from; nothing will come from there, and its author is told. */
export function hostsIn(html: string): Set<string> {
	const hosts = new Set<string>();
	// A link that somebody may follow loads nothing; scripts, styles, pictures and frames do.
	const loads =
		/<(?:script|img|link|i?frame|source|video|audio|embed)\b[^>]{0,500}?\b(?:src|href)\s*=\s*["']((?:https?:)?\/\/[^"'\s<>]{1,300})/gi;
	for (const [, address] of html.matchAll(loads)) {
		const url = address!.startsWith('//') ? `https:${address}` : address!;
		if (URL.canParse(url)) hosts.add(new URL(url).host);
	}
	return hosts;
}

/** Whether a page holds frames of its own. */
export const hasFrames = (html: string): boolean =>
	/<(?:i?frame|object|embed)\b[^>]*\b(?:src|data)\s*=/i.test(html);
