import { randomUUID } from 'node:crypto';
import { Hono, type Context as HonoContext } from 'hono';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { AppError, commonError } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import {
	appendUpload,
	endUpload,
	findUpload,
	mediaError,
	mostBytes,
	type Purpose,
	purposeNames,
	startUpload,
	type Upload,
} from '../../modules/media/index.ts';
import type { Context } from '../context.ts';
import { addressOf, identify, localeOf } from '../handle.ts';
import { countRequest } from '../limits.ts';
import { metricsOf } from '../metrics.ts';
import { problemResponse } from '../problems.ts';
import { during, enter, type Turn, TurnOver, takeTurn } from './turns.ts';
import { readChecksum, readMetadata } from './tus-headers.ts';

const VERSION = '1.0.0';
/** Bytes of an upload come in many requests: these are counted apart from what people do. */
const PER_MINUTE = 1200;

/**
 * Uploads by tus 1.0 (https://tus.io/protocols/resumable-upload), with creation, creation-with-upload, termination,
 * checksum and expiration. Refusals are the API's own problems.
 */
export function uploadRoutes(ctx: Context): Hono {
	const routes = new Hono();
	const route = (
		method: string,
		path: string,
		run: (c: HonoContext, actor: Actor, headers: Record<string, string>) => Promise<Response>,
	) => routes.on(method, path, (c) => answer(ctx, c, path, run));

	routes.options('/api/v1/uploads', () => new Response(null, { status: 204, headers: abilities(ctx) }));
	routes.options('/api/v1/uploads/:id', () => new Response(null, { status: 204, headers: abilities(ctx) }));

	route('POST', '/api/v1/uploads', async (c, actor, headers) => {
		const counted = countRequest(ctx, await whoOf(ctx, c), {
			write: true,
			authorization: c.req.header('authorization') ?? null,
			address: addressOf(ctx, c),
		});
		Object.assign(headers, counted.headers);
		if (counted.refusal) throw counted.refusal;
		const sent = c.req.header('upload-metadata') ?? '';
		const metadata = readMetadata(sent);
		const bytes = wholeNumber(c.req.header('upload-length'), 'Upload-Length');
		const started = await startUpload(
			ctx.db,
			actor,
			{
				name: metadata.filename ?? metadata.name ?? 'file',
				purpose: purposeNames.find((one) => one === metadata.purpose) ?? ('file' as Purpose),
				bytes,
				metadata: sent,
			},
			ctx.media,
		);
		headers.location = `/api/v1/uploads/${started.mediaId}`;
		headers['upload-expires'] = started.expiresAt.toUTCString();
		headers['stoa-media-id'] = String(started.mediaId);
		if (c.req.header('content-type') === 'application/offset+octet-stream') {
			const upload = await findUpload(ctx.db, actor, started.mediaId);
			const turn = await takeTurn(started.mediaId);
			try {
				headers['upload-offset'] = String(await append(ctx, c, actor, upload, 0, turn));
			} finally {
				turn.end();
			}
		}
		return new Response(null, { status: 201, headers });
	});

	route('GET', '/api/v1/uploads/:id', async (c, actor, headers) => {
		// Hono asks this for HEAD too, and nobody else may: there is nothing to read.
		if (c.req.method !== 'HEAD')
			throw mediaError('not_found', { detail: 'An upload is only asked for by HEAD.' });
		const id = idOf(c);
		// Whoever asks has lost the connection that still sends: what came of it is written first.
		(await takeTurn(id)).end();
		const upload = await findUpload(ctx.db, actor, id);
		Object.assign(headers, describe(upload), { 'upload-length': String(upload.bytes) });
		if (upload.metadata) headers['upload-metadata'] = upload.metadata;
		return new Response(null, { status: 200, headers });
	});

	route('PATCH', '/api/v1/uploads/:id', async (c, actor, headers) => {
		if (c.req.header('content-type') !== 'application/offset+octet-stream')
			throw mediaError('upload_type', { detail: 'Send the bytes as application/offset+octet-stream.' });
		const at = wholeNumber(c.req.header('upload-offset'), 'Upload-Offset');
		const id = idOf(c);
		const turn = await takeTurn(id);
		try {
			const upload = await findUpload(ctx.db, actor, id);
			const offset = await append(ctx, c, actor, upload, at, turn);
			Object.assign(headers, describe({ ...upload, received: offset }));
			return new Response(null, { status: 204, headers });
		} finally {
			turn.end();
		}
	});

	route('DELETE', '/api/v1/uploads/:id', async (c, actor, headers) => {
		await endUpload(ctx.db, actor, idOf(c));
		return new Response(null, { status: 204, headers });
	});
	return routes;
}

function abilities(ctx: Context): Record<string, string> {
	const most = Math.max(...purposeNames.map((purpose) => mostBytes(purpose, ctx.settings)));
	return {
		'tus-resumable': VERSION,
		'tus-version': VERSION,
		'tus-extension': 'creation,creation-with-upload,termination,checksum,expiration',
		'tus-checksum-algorithm': 'sha1,sha256,md5',
		'tus-max-size': String(most),
	};
}

const whoOf = (ctx: Context, c: HonoContext) =>
	identify(ctx, c.req.raw.headers, c.req.header('authorization') ?? null, addressOf(ctx, c));

async function answer(
	ctx: Context,
	c: HonoContext,
	path: string,
	run: (c: HonoContext, actor: Actor, headers: Record<string, string>) => Promise<Response>,
): Promise<Response> {
	const begun = performance.now();
	const requestId = randomUUID();
	const headers: Record<string, string> = {
		'tus-resumable': VERSION,
		'cache-control': 'no-store',
		'x-request-id': requestId,
	};
	let response: Response;
	try {
		const { actor } = await whoOf(ctx, c);
		requireActing(actor, 'public');
		if (c.req.header('tus-resumable') !== VERSION) {
			headers['tus-version'] = VERSION;
			throw mediaError('tus_version', { detail: `Send Tus-Resumable: ${VERSION}.` });
		}
		const counted = ctx.limiter.take(`uploads:${actor.userId}`, { limit: PER_MINUTE, seconds: 60 });
		if (!counted.allowed) throw commonError('too_many_requests', { retryAfter: counted.reset });
		response = await run(c, actor, headers);
	} catch (caught) {
		const thrown =
			caught instanceof TurnOver
				? mediaError('offset_wrong', { detail: 'Another request goes on with this upload.' })
				: caught;
		const gone = !(thrown instanceof AppError) && c.req.raw.signal.aborted;
		// A connection that was cut is what all of this is for.
		if (!(thrown instanceof AppError) && !gone) ctx.log.error({ err: thrown, requestId }, 'an upload failed');
		response = problemResponse(thrown, requestId, localeOf(ctx, c.req.raw), headers);
		// What is still on its way is not read to its end.
		if (c.req.raw.body) response.headers.set('connection', 'close');
	}
	const route = path.replace(':id', '{id}').replace('/api/v1', '');
	metricsOf(ctx).observe(route, c.req.raw.method, response.status, (performance.now() - begun) / 1000);
	return response;
}

async function append(
	ctx: Context,
	c: HonoContext,
	actor: Actor,
	upload: Upload,
	at: number,
	turn: Turn,
): Promise<number> {
	const checksum = readChecksum(c.req.header('upload-checksum'));
	const leave = enter(actor.userId!);
	try {
		const body = during(turn, c.req.raw.body);
		return await appendUpload(
			ctx.db,
			actor,
			{ upload, at, body, ...(checksum ? { checksum } : {}) },
			ctx.media,
		);
	} finally {
		leave();
	}
}

const describe = ({ received, expiresAt }: Upload) => ({
	'upload-offset': String(received),
	'upload-expires': expiresAt.toUTCString(),
});

function idOf(c: HonoContext): number {
	const id = parseId(c.req.param('id'));
	if (id === null) throw mediaError('not_found', { detail: 'There is no such upload.' });
	return id;
}

function wholeNumber(text: string | undefined, name: string): number {
	if (text === undefined || !/^\d{1,15}$/.test(text))
		throw mediaError('upload_malformed', { detail: `${name} must be a whole number of bytes.` });
	return Number(text);
}
