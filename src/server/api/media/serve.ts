import { Hono, type Context as HonoContext } from 'hono';
import type { Actor } from '../../contracts/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import {
	findMedia,
	type Grant,
	keyOf,
	mayOpenMedia,
	mediaError,
	readGrant,
	readKey,
	readMaster,
	readSubtitles,
} from '../../modules/media/index.ts';
import type { Context } from '../context.ts';
import { addressOf, identify } from '../handle.ts';
import { metricsOf } from '../metrics.ts';
import { refuse } from '../refuse.ts';
import { sendPicture } from './picture.ts';
import { sendObject } from './send-object.ts';

/** On every answer: nothing that was uploaded becomes a page of this site, whatever is in it. */
const guarded = {
	'x-content-type-options': 'nosniff',
	'content-security-policy': "default-src 'none'; sandbox",
	'cross-origin-resource-policy': 'same-origin',
};

/**
 * Files as they are fetched: `/media/p/…` pictures, which whoever knows the address may see, and `/media/<id>/<grant>/…`
 * what a grant is asked for.
 */
export function mediaRoutes(ctx: Context): Hono {
	const routes = new Hono();
	const route = (path: string, run: (c: HonoContext) => Promise<Response>) =>
		routes.get(path, async (c) => {
			const begun = performance.now();
			let response: Response;
			try {
				response = await run(c);
				for (const [name, value] of Object.entries(guarded)) response.headers.set(name, value);
			} catch (error) {
				if (!(error instanceof AppError))
					ctx.log.error({ err: error, path: c.req.path }, 'a file was not sent');
				response = refuse(ctx, c.req.raw, error as Error);
			}
			const name = path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}');
			metricsOf(ctx).observe(name, c.req.raw.method, response.status, (performance.now() - begun) / 1000);
			return response;
		});

	route('/media/p/:name', (c) => sendPicture(ctx, c, c.req.path));
	route('/media/p/:name/:width', (c) => sendPicture(ctx, c, c.req.path));

	route('/media/:id/:grant/master.m3u8', async (c) => {
		const { mediaId } = grantOf(ctx, c);
		const text = await readMaster(ctx.db, mediaId);
		if (text === null) throw mediaError('not_found');
		return playlist(text);
	});
	route('/media/:id/:grant/key', async (c) => {
		const grant = grantOf(ctx, c);
		const actor = await holderOf(ctx, c, grant);
		const key = await readKey(ctx.db, actor, grant.mediaId, ctx.media);
		return new Response(new Uint8Array(key), {
			headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
		});
	});
	route('/media/:id/:grant/subtitles/:file', async (c) => {
		const { mediaId } = grantOf(ctx, c);
		const text = await readSubtitles(ctx.db, mediaId, (c.req.param('file') ?? '').replace(/\.vtt$/, ''));
		if (text === null) throw mediaError('not_found');
		return new Response(text, { headers: { 'content-type': 'text/vtt; charset=utf-8', ...briefly } });
	});
	// What is encrypted needs no second question: without the key it is noise.
	route('/media/:id/:grant/:stream{[0-9]{1,5}|audio}/:file{[0-9]{5}\\.ts|index\\.m3u8}', async (c) => {
		const { mediaId } = grantOf(ctx, c);
		const file = c.req.param('file') ?? '';
		const type = file.endsWith('.ts') ? 'video/mp2t' : 'application/vnd.apple.mpegurl';
		return sendObject(ctx, c, keyOf.stream(mediaId, c.req.param('stream') ?? '', file), type, briefly);
	});
	route('/media/:id/:grant/original', (c) => sendOriginal(ctx, c, 'inline'));
	route('/media/:id/:grant/file', (c) => sendOriginal(ctx, c, 'attachment'));
	return routes;
}

const briefly = { 'cache-control': 'private, max-age=3600' };

const playlist = (text: string) =>
	new Response(text, {
		headers: { 'content-type': 'application/vnd.apple.mpegurl', 'cache-control': 'private, no-cache' },
	});

function grantOf(ctx: Context, c: HonoContext): Grant {
	const id = parseId<number>(c.req.param('id'));
	const grant = id === null ? null : readGrant(ctx.media.secret, id, c.req.param('grant') ?? '');
	if (!grant) throw mediaError('address_expired', { detail: 'This address is not valid, or not any more.' });
	return grant;
}

/** Who asks, who must be who the address was made for. */
async function holderOf(ctx: Context, c: HonoContext, grant: Grant): Promise<Actor> {
	const authorization = c.req.header('authorization') ?? null;
	const { actor } = await identify(ctx, c.req.raw.headers, authorization, addressOf(ctx, c));
	if (actor.userId !== grant.userId)
		throw mediaError('address_expired', { detail: 'This address was made for somebody else.' });
	return actor;
}

async function sendOriginal(
	ctx: Context,
	c: HonoContext,
	disposition: 'inline' | 'attachment',
): Promise<Response> {
	const grant = grantOf(ctx, c);
	const actor = await holderOf(ctx, c, grant);
	const { mediaId } = grant;
	if (!(await mayOpenMedia(ctx.db, actor, [mediaId])).has(mediaId)) throw mediaError('not_found');
	const [medium] = await findMedia(ctx.db, [mediaId]);
	if (!medium?.mime) throw mediaError('not_found');
	const own = medium.ownerId === actor.userId || actor.role === 'admin';
	if (medium.streamed && !own) throw mediaError('not_found');
	const playable = medium.kind === 'video' || medium.kind === 'audio';
	const type = playable || disposition === 'attachment' ? medium.mime : 'application/octet-stream';
	return sendObject(ctx, c, keyOf.original(mediaId), type, {
		'cache-control': 'private, no-cache',
		'content-disposition': `${playable ? disposition : 'attachment'}; filename*=UTF-8''${encodeName(medium.name)}`,
	});
}

const encodeName = (name: string) =>
	encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
