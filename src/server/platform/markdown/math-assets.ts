import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// Formulas are set on the server but need KaTeX's metrics and fonts to look right. They are served from the
// package itself, so that no copy has to be kept in step with it.
const resolve = createRequire(import.meta.url).resolve;

interface Assets {
	directory: string;
	version: string;
}

let assets: Promise<Assets> | null = null;

async function locate(): Promise<Assets> {
	const directory = join(dirname(resolve('katex/package.json')), 'dist');
	const { version } = JSON.parse(await readFile(resolve('katex/package.json'), 'utf8')) as {
		version: string;
	};
	return { directory, version };
}

function found(): Promise<Assets> {
	assets ??= locate();
	return assets;
}

/** Where assets for formulas are mounted; everything below is versioned and never changes. */
export const MATH_ASSETS = '/assets/katex';

/** Address of the stylesheet that a page with `hasMath` links to. */
export async function mathStylesheet(): Promise<string> {
	return `${MATH_ASSETS}/${(await found()).version}/katex.css`;
}

/**
 * Reads one file for a path below {@link MATH_ASSETS}: `/0.19.1/katex.css` or `/0.19.1/fonts/KaTeX_Main-Regular.woff2`.
 *
 * @returns body and media type, to be served as immutable; null for any other path
 */
export async function readMathAsset(path: string): Promise<{ body: Buffer; type: string } | null> {
	const { directory, version } = await found();
	const name = /^\/([\d.]+)\/(katex\.css|fonts\/KaTeX_[A-Za-z0-9]+-[A-Za-z]+\.woff2)$/.exec(path);
	if (name === null || name[1] !== version) return null;
	try {
		if (name[2] !== 'katex.css')
			return { body: await readFile(join(directory, name[2] as string)), type: 'font/woff2' };
		// Every browser of the last ten years reads woff2; the other two formats are only weight.
		const css = (await readFile(join(directory, 'katex.min.css'), 'utf8')).replace(
			/,url\([^)]*\)\s*format\("(?:woff|truetype)"\)/g,
			'',
		);
		return { body: Buffer.from(css), type: 'text/css; charset=utf-8' };
	} catch {
		return null;
	}
}
