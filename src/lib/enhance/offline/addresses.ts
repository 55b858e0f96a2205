/** The chunks of the pages' script, as its build lists them. */
interface Chunk {
	file: string;
	imports?: string[];
	dynamicImports?: string[];
	css?: string[];
}
type Chunks = Record<string, Chunk>;

/** Parts of the script that a lesson without a connection needs; what draws diagrams only where there are some. */
const parts = ['lesson', 'notes', 'toc', 'reads', 'offline/offline'].map(
	(name) => `src/lib/enhance/${name}.ts`,
);
const diagrams = 'src/lib/enhance/diagrams.ts';

let chunks: Promise<Chunks> | undefined;

/**
 * Everything of this site that a page shows: styles, pictures, and the chunks of its script.
 *
 * @param href where the page is: it names its styles from there
 */
export async function fileAddresses(page: Document, href: string): Promise<string[]> {
	const base = new URL(href, location.origin);
	const found = [
		...page.querySelectorAll<HTMLElement>(
			'link[rel=stylesheet], link[rel=icon], script[src], img[src]:not([srcset])',
		),
	].map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '');
	const pictures = [...page.querySelectorAll<HTMLImageElement>('img[srcset]')].map(largest);
	const addresses = [...pictures, ...found]
		.map((address) => new URL(address, base))
		// What is not ours would be fetched from where the policy lets nobody look.
		.filter(({ origin }) => origin === base.origin)
		.map(({ pathname, search }) => pathname + search);
	return [...new Set([...addresses, ...(await scripts(page.querySelector('pre.mermaid') !== null))])];
}

/** Of a picture in several sizes the one that is enough for a page of text. */
function largest(image: HTMLImageElement): string {
	const sizes = (image.getAttribute('srcset') ?? '')
		.split(',')
		.map((one) => one.trim().split(/\s+/))
		.map(([address, width]) => ({ address: address ?? '', width: Number.parseInt(width ?? '', 10) || 0 }))
		.sort((a, b) => a.width - b.width);
	return (
		(sizes.find(({ width }) => width >= 960) ?? sizes.at(-1))?.address || image.getAttribute('src') || ''
	);
}

async function scripts(drawn: boolean): Promise<string[]> {
	chunks ??= fetch('/_stoa/manifest.json', { cache: 'no-store' }).then(
		async (response) => (response.ok ? ((await response.json()) as Chunks) : {}),
		() => ({}),
	);
	const known = await chunks;
	const files = new Set<string>();
	const seen = new Set<string>();
	const walk = (name: string, lazy: boolean) => {
		const chunk = known[name];
		if (!chunk || seen.has(name)) return;
		seen.add(name);
		for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(`/_stoa/${file}`);
		for (const next of chunk.imports ?? []) walk(next, lazy);
		if (lazy) for (const next of chunk.dynamicImports ?? []) walk(next, lazy);
	};
	for (const name of parts) walk(name, false);
	if (drawn) walk(diagrams, true);
	return [...files];
}

/** What a style sheet names, as absolute addresses; what is written into it is left where it is. */
export function styleAddresses(css: string, base: string): string[] {
	const found = [...css.matchAll(/url\(\s*(['"]?)([^'")]+)\1\s*\)/g)]
		.map(([, , address]) => address!)
		.filter((address) => !/^(?:data|blob):|^#/.test(address));
	return (
		[...new Set(found)]
			.map((address) => new URL(address, base))
			.filter(({ origin }) => origin === new URL(base).origin)
			.map(({ href }) => href)
			// Of a font in three formats browsers that have a worker take the first.
			.filter((address) => !/\.(?:woff|ttf)$/.test(new URL(address).pathname))
	);
}
