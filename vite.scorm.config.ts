import { defineConfig } from 'vite';

// The script that packages get put into their windows: one classic script, as nothing of a package may run before it.
export default defineConfig({
	publicDir: false,
	build: {
		outDir: 'build/scorm',
		emptyOutDir: true,
		target: 'es2020',
		lib: {
			entry: 'src/lib/scorm/adapter.ts',
			formats: ['iife'],
			name: 'stoaScormAdapter',
			fileName: () => 'adapter.js',
		},
	},
});
