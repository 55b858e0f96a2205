import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The one script that pages load. Runs after the pages are built, into the folder of their assets.
export default defineConfig({
	plugins: [svelte()],
	publicDir: false,
	base: '/_stoa/',
	build: {
		outDir: 'build/kit/client/_stoa',
		emptyOutDir: true,
		manifest: 'manifest.json',
		target: 'es2022',
		modulePreload: { polyfill: false },
		rolldownOptions: {
			input: 'src/lib/enhance/main.ts',
			output: {
				entryFileNames: '[name]-[hash].js',
				chunkFileNames: '[name]-[hash].js',
				assetFileNames: '[name]-[hash][extname]',
			},
		},
	},
});
