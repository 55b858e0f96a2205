/** What goes before everything else of a document. */
const scriptTag = (src: string) => `<script src="${src}"></script>`;

/**
 * Puts the script that carries the API first into a document. The bytes around it stay as they are, whatever their
 * encoding; only UTF-16 becomes UTF-8, as ASCII in it would be something else.
 *
 * @param src an address without quotes in it
 */
export function injectScript(bytes: Buffer, src: string): { bytes: Buffer; charset: string | null } {
	const wide =
		bytes[0] === 0xff && bytes[1] === 0xfe
			? 'utf-16le'
			: bytes[0] === 0xfe && bytes[1] === 0xff
				? 'utf-16be'
				: null;
	const whole = wide ? Buffer.from(new TextDecoder(wide).decode(bytes), 'utf8') : bytes;
	const text = whole.toString('latin1');
	const at = placeFor(text);
	return {
		bytes: Buffer.concat([whole.subarray(0, at), Buffer.from(scriptTag(src), 'latin1'), whole.subarray(at)]),
		charset: wide ? 'utf-8' : charsetOf(text),
	};
}

/** Behind `<head>`, else behind `<html>`, else behind the document type, else at the beginning; never inside of a comment. */
function placeFor(text: string): number {
	// Comments keep their length, so that places stay what they are.
	const bare = text
		.slice(0, 200_000)
		.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
	for (const tag of [/<head(?:\s[^>]*)?>/i, /<html(?:\s[^>]*)?>/i, /<!doctype[^>]*>/i]) {
		const found = tag.exec(bare);
		if (found) return found.index + found[0].length;
	}
	return text.startsWith('\xef\xbb\xbf') ? 3 : 0;
}

/** What the page says of itself; null: the browser finds out. Without it a browser would take what the header says. */
function charsetOf(text: string): string | null {
	if (text.startsWith('\xef\xbb\xbf')) return 'utf-8';
	return (
		/<meta[^>]{0,200}charset=["']?\s*([\w-]{2,20})/i.exec(text.slice(0, 4096))?.[1]?.toLowerCase() ?? null
	);
}
