import { Readable } from 'node:stream';
import type { Context as HonoContext } from 'hono';
import { mediaError } from '../../modules/media/index.ts';
import type { Context } from '../context.ts';
import { rangeOf } from './range.ts';

/** Sends an object, or the part of it that is asked for. */
export async function sendObject(
	ctx: Context,
	c: HonoContext,
	key: string,
	type: string,
	headers: Record<string, string>,
): Promise<Response> {
	const { storage } = ctx.media;
	const asked = c.req.header('range');
	const total = asked ? await storage.size(key) : null;
	const range = asked && total !== null ? rangeOf(asked, total) : undefined;
	if (range === 'outside')
		return new Response(null, { status: 416, headers: { 'content-range': `bytes */${total}` } });
	const opened = await storage.open(key, range);
	if (!opened) throw mediaError('not_found');
	const sent = {
		...headers,
		'content-type': type,
		'content-length': String(opened.bytes),
		'accept-ranges': 'bytes',
		...(range ? { 'content-range': `bytes ${range.from}-${range.to}/${opened.total}` } : {}),
	};
	if (c.req.method === 'HEAD') {
		opened.stream.destroy();
		return new Response(null, { status: range ? 206 : 200, headers: sent });
	}
	const body = Readable.toWeb(opened.stream) as ReadableStream<Uint8Array>;
	return new Response(body, { status: range ? 206 : 200, headers: sent });
}
