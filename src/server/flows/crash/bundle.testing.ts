import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Makes one file of the process that is killed: it is started some hundred times, and three quarters of its start were
 * spent on reading sources.
 */
export async function bundleChild(
	entry = 'child.testing',
): Promise<{ file: string; cache: string; remove: () => void }> {
	const parent = join(process.cwd(), 'node_modules/.cache');
	mkdirSync(parent, { recursive: true });
	const outDir = mkdtempSync(join(parent, 'stoa-crash-'));
	await build({
		configFile: false,
		logLevel: 'error',
		resolve: { conditions: ['stoa-source'] },
		// What is native, reads files beside itself, or is never called in these stories.
		ssr: {
			noExternal: true,
			external: ['pg', 'graphile-worker', 'shiki', 'katex', '@node-rs/jieba', 'mermaid'],
		},
		build: {
			ssr: `${import.meta.dirname}/${entry}.ts`,
			outDir,
			emptyOutDir: true,
			minify: false,
			target: 'node24',
		},
	});
	return {
		file: join(outDir, `${entry}.js`),
		cache: join(outDir, 'compiled'),
		remove: () => rmSync(outDir, { recursive: true, force: true }),
	};
}
