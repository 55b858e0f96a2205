import { rmSync } from 'node:fs';
import type { Adapter } from '@sveltejs/kit';

/**
 * Writes the built pages to build/kit: `client/` (hashed assets, served by main/static.ts) and `server/`
 * (the Kit server, called by main/pages.ts). Stoa answers HTTP itself, so that the page cache, the API and
 * Kit share one server; see docs/adr/0004-own-http-frame.md.
 */
export function stoaAdapter(): Adapter {
	return {
		name: 'stoa',
		adapt(builder) {
			const out = 'build/kit';
			rmSync(out, { recursive: true, force: true });
			builder.writeClient(`${out}/client`);
			builder.writeServer(`${out}/server`);
			builder.generateServerInstance(`${out}/server/instance.js`, { serverDirectory: `${out}/server` });
		},
	};
}
