/**
 * The form in which a tag is stored and compared: compatibility-folded, lower case, blanks as hyphens, and only
 * letters and digits of any script with `+ # . -` between them (`c++`, `c#`, `node.js`, `机器学习`).
 *
 * @returns an empty string when nothing usable is left
 */
export function normaliseTag(text: string): string {
	return text
		.normalize('NFKC')
		.trim()
		.toLowerCase()
		.replace(/[\s_]+/g, '-')
		.replace(/[^\p{L}\p{N}+#.-]/gu, '')
		.replace(/-{2,}/g, '-')
		.replace(/^[-.]+|[-.]+$/g, '');
}

/** Pages of an item have these addresses after its id: a title that reads like one must not hide it. */
const pagesOfItems = new Set([
	'arrange',
	'bounty',
	'comments',
	'edit',
	'group',
	'manage',
	'quality',
	'raw',
	'retag',
	'revisions',
]);

/**
 * The readable part of an item's address. Letters of every script stay, so a Chinese title is readable in the
 * address bar; the id before it is what finds the item.
 */
export function slugOf(title: string, fallback: string): string {
	const slug = title
		.normalize('NFKC')
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
	const short = [...slug].slice(0, 80).join('').replace(/-+$/, '') || fallback;
	return pagesOfItems.has(short) ? `${fallback}-${short}` : short;
}
