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

/** Everything of this site that a page shows: styles, pictures, and the chunks of its script. */
export async function fileAddresses(page: Document): Promise<string[]> {
	const found = [
		...page.querySelectorAll<HTMLElement>('link[rel=stylesheet], link[rel=icon], script[src], img[src]'),
	]
		.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '')
		// What is not ours would be fetched from where the policy lets nobody look.
		.filter((address) => address.startsWith('/') && !address.startsWith('//'));
	const pictures = [...page.querySelectorAll<HTMLImageElement>('img[srcset]')]
		.map(largest)
		.filter((one) => one !== null);
	// Of a picture in several sizes one is enough, and the first that is named is the one that is fetched.
	return [
		...new Set([...pictures, ...found, ...(await scripts(page.querySelector('pre.mermaid') !== null))]),
	];
}

/** The address in a `srcset` that is good for a screen of this device. */
function largest(image: HTMLImageElement): string | null {
	const sizes = (image.getAttribute('srcset') ?? '')
		.split(',')
		.map((one) => one.trim().split(/\s+/))
		.map(([address, width]) => ({ address: address ?? '', width: Number.parseInt(width ?? '', 10) || 0 }))
		.filter(({ address }) => address.startsWith('/'))
		.sort((a, b) => a.width - b.width);
	return (sizes.find(({ width }) => width >= 960) ?? sizes.at(-1))?.address ?? null;
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
