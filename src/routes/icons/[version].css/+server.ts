import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { RequestHandler } from '@sveltejs/kit';
import { iconSheet } from '#lib/ui/icons.ts';

const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** The icons as one style sheet, kept by browsers for ever: its address changes with it. */
export const GET: RequestHandler = async ({ request }) => {
	const { css } = iconSheet();
	const accepted = request.headers.get('accept-encoding') ?? '';
	const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
	const headers = {
		'content-type': 'text/css; charset=utf-8',
		'cache-control': 'public, max-age=31536000, immutable',
		vary: 'Accept-Encoding',
	};
	if (!encoding) return new Response(css, { headers });
	let body = packed.get(encoding);
	if (!body) {
		body = pack[encoding](css).then((bytes) => Uint8Array.from(bytes));
		packed.set(encoding, body);
	}
	return new Response(await body, { headers: { ...headers, 'content-encoding': encoding } });
};
