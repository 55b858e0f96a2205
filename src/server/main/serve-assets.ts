import type { ServerResponse } from 'node:http';
import sirv from 'sirv';

/** Answers with what the builds of pages and script left in build/kit/client; what is not there goes to `next`. */
export const serveAssets = () =>
	sirv('build/kit/client', { etag: true, gzip: true, brotli: true, setHeaders: cacheHashedFiles });

/** Whether an address can be that of a file: pages then are never asked of the disk. */
export function isAsset(path: string): boolean {
	return (
		path.startsWith('/_app/') ||
		path.startsWith('/_stoa/') ||
		/^\/[\w.-]+\.(?:svg|png|ico|webmanifest|woff2|js|css)(?:$|\?)/.test(path)
	);
}

function cacheHashedFiles(response: ServerResponse, path: string): void {
	const hashed = path.startsWith('/_app/immutable/') || path.startsWith('/_stoa/');
	response.setHeader(
		'cache-control',
		hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
	);
	response.setHeader('x-content-type-options', 'nosniff');
}
