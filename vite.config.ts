import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { stoaAdapter } from './scripts/adapter.ts';

// The pages. The server itself (src/server) is built apart by vite.server.config.ts; pages import it as
// `#server/...`, which stays external here so that both share one copy of every module.
export default defineConfig({
	plugins: [
		tailwindcss(),
		sveltekit({
			adapter: stoaAdapter(),
			// Reading pages are forms and links: the origin check is done once, in main/http.ts, for pages and API alike.
			csrf: { trustedOrigins: ['*'] },
			version: { pollInterval: 0 },
			// The script registers it, and only where something was taken along.
			serviceWorker: { register: false },
		}),
	],
	build: { rolldownOptions: { external: [/^#server\//] }, target: 'es2022' },
	ssr: { resolve: { conditions: ['stoa-source'], externalConditions: ['stoa-source'] } },
	resolve: { conditions: ['stoa-source', 'module', 'browser', 'development|production'] },
	server: { fs: { allow: ['demo'] } },
});
