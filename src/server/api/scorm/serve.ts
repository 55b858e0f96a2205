import { Hono, type Context as HonoContext } from 'hono';
import { AppError } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import {
	findFile,
	injectScript,
	isDocument,
	type PackageGrant,
	readPackageGrant,
	scormError,
	startOf,
	takesScript,
} from '../../modules/scorm/index.ts';
import { readWhole } from '../../platform/storage/index.ts';
import type { Context } from '../context.ts';
import { sendObject } from '../media/send-object.ts';
import { metricsOf } from '../metrics.ts';
import { refuse } from '../refuse.ts';
import { adapterScript } from './adapter.ts';

/** Where the script is that carries the API; no file of a package can be called so, as its folder is ours. */
const RUNTIME = '~stoa/runtime.js';

/** Documents larger than this are sent as they are: no page that a person wrote is. */
const DOCUMENT = 16 * 1024 * 1024;

/**
 * Files of packages: `/scorm/<package>/<grant>/<path>`. Each document becomes one of an opaque origin by the policy that
 * comes with it, wherever it is opened: also as a page of its own it could not reach this site's cookies or storage.
 */
export function scormRoutes(ctx: Context): Hono {
	const routes = new Hono();
	routes.get('/scorm/:package/:grant/*', async (c) => {
		const begun = performance.now();
		let response: Response;
		try {
			response = await send(ctx, c);
		} catch (error) {
			if (!(error instanceof AppError))
				ctx.log.error({ err: error, path: c.req.path }, 'a file of a package was not sent');
			response = refuse(ctx, c.req.raw, error as Error);
		}
		for (const [name, value] of Object.entries(guards(c))) response.headers.set(name, value);
		metricsOf(ctx).observe(
			'/scorm/{package}/{grant}/{path}',
			'GET',
			response.status,
			(performance.now() - begun) / 1000,
		);
		return response;
	});
	return routes;
}

/** What a package may: run its own scripts, load its own files, show what it has. Nothing else. */
function guards(c: HonoContext): Record<string, string> {
	// Its own folder, with this grant: not the site, and not another package.
	const [, , id, grant] = c.req.path.split('/');
	const host = /^[\w.:[\]-]{1,255}$/.test(c.req.header('host') ?? '') ? c.req.header('host') : '';
	const own = host ? `${host}/scorm/${id}/${grant}/` : "'none'";
	return {
		'content-security-policy': [
			'sandbox allow-scripts allow-forms',
			"default-src 'none'",
			`script-src ${own} 'unsafe-inline' 'unsafe-eval' blob:`,
			`style-src ${own} 'unsafe-inline'`,
			`img-src ${own} data: blob:`,
			`media-src ${own} data: blob:`,
			`font-src ${own} data:`,
			`connect-src ${own} data: blob:`,
			`frame-src ${own}`,
			`worker-src ${own} blob:`,
			`form-action ${own}`,
			`base-uri ${own}`,
		].join('; '),
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		// Its documents have no origin of their own: what they fetch by script is always from elsewhere to them. The
		// address is the right; no cookie is ever looked at here.
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin',
		'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
	};
}

async function send(ctx: Context, c: HonoContext): Promise<Response> {
	const id = parseId<number>(c.req.param('package'));
	const grant = id === null ? null : readPackageGrant(ctx.media.secret, id, c.req.param('grant') ?? '');
	if (!grant) throw scormError('address_expired', { detail: 'This address is not valid, or not any more.' });
	const path = pathIn(c.req.path);
	if (path === RUNTIME) return runtime(ctx, c, grant);
	const file = path === null ? null : await findFile(ctx.db, grant.packageId, path);
	if (!file)
		throw scormError('package_not_found', { detail: `The package has no file ${path ?? c.req.path}.` });
	// A package plays in a lesson. As a page of its own it would stand under this site's name and could lead on from there.
	if (isDocument(file.type) && c.req.header('sec-fetch-dest') === 'document')
		throw scormError('address_expired', { detail: 'A package is opened in its lesson, not by itself.' });
	const headers = { 'cache-control': 'private, max-age=3600' };
	if (!takesScript(file.type) || file.bytes > DOCUMENT) {
		const response = await sendObject(ctx, c, file.key, file.type, headers);
		if (isDocument(file.type)) response.headers.set('cache-control', 'private, no-cache');
		return response;
	}
	const whole = await readWhole(ctx.media.storage, file.key);
	if (!whole) throw scormError('package_not_found');
	const base = c.req.path.split('/').slice(0, 4).join('/');
	const { bytes, charset } = injectScript(whole, `${base}/${RUNTIME}`);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': charset ? `${file.type}; charset=${charset}` : file.type,
			'cache-control': 'private, no-cache',
		},
	});
}

function pathIn(path: string): string | null {
	const rest = path.split('/').slice(4).join('/');
	try {
		return rest.split('/').map(decodeURIComponent).join('/');
	} catch {
		return null;
	}
}

/** The API, with what is known of the learner at this moment: made for each document, as the one before it may have set something. */
async function runtime(
	ctx: Context,
	c: HonoContext,
	{ packageId, session }: PackageGrant,
): Promise<Response> {
	const start = await startOf(ctx.db, { packageId, session });
	if (!start) throw scormError('package_not_found');
	const site = ctx.config.origin ?? `http://${c.req.header('host')}`;
	const setting = JSON.stringify({ start, token: session, site }).replaceAll('<', '\\u003c');
	return new Response(`globalThis.stoaScorm=${setting};\n${await adapterScript()}`, {
		headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
	});
}
