const pieces = /<a[\s>]|<\/a>|<img src="(https?:\/\/[^"]*)"([^>]*)>/g;

/**
 * Puts a link in the place of every picture that lies on another host, for sites whose readers ask no other host:
 * the policy of content would leave a hole there. Expects what the pipeline of texts writes.
 *
 * @param html a whole page
 * @param own the address of this site, whose own pictures stay
 */
export function linkRemoteImages(html: string, own?: string): string {
	if (!html.includes('<img src="http')) return html;
	let inLink = 0;
	return html.replace(pieces, (piece, address: string | undefined, attributes: string | undefined) => {
		if (address === undefined) {
			inLink = piece === '</a>' ? 0 : 1;
			return piece;
		}
		if (own && address.startsWith(`${own}/`)) return piece;
		const alt = / alt="([^"]+)"/.exec(attributes ?? '')?.[1];
		const [, host, file] = /^https?:\/\/([^/?#]+)[^?#]*?([^/?#]*)(?:[?#]|$)/.exec(address) ?? [];
		const words = `${alt ?? (file || host)} (${host})`;
		// A link inside a link would end the outer one.
		return inLink > 0
			? `<span class="remote-image">${words}</span>`
			: `<a class="remote-image" href="${address}" rel="nofollow ugc noopener noreferrer">${words}</a>`;
	});
}
