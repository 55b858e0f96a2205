import { readShort } from '#lib/server/read-short.ts';
import { hearSandbox } from '#server/flows/hear-sandbox.ts';
import { AppError } from '#server/kernel/errors.ts';
import type { RequestEvent } from './$types';

/** A notice is a few hundred bytes; whoever sends more is not the provider. */
const longest = 10_000;

const problem = (status: number, code: string, title: string) =>
	new Response(JSON.stringify({ type: 'about:blank', status, code, title }), {
		status,
		headers: { 'content-type': 'application/problem+json' },
	});

/**
 * Where the sandbox provider sends its notices: the body is what was signed, the header carries the signature. A
 * notice that was heard before, or is about nothing we know, is still answered with 200, so that it is not sent again.
 */
export async function POST({ request, locals }: RequestEvent): Promise<Response> {
	const { ctx } = locals;
	const body = await readShort(request, longest);
	if (body === null) return problem(413, 'common.payload_too_large', 'The notice is too long.');
	const message = { body, signature: request.headers.get('x-sandbox-signature') ?? '' };
	try {
		const { result } = await hearSandbox(ctx.db, message, {
			secret: ctx.secret,
			platformShareBps: ctx.settings.platformShareBps,
		});
		return Response.json({ result });
	} catch (thrown) {
		if (!(thrown instanceof AppError)) throw thrown;
		return problem(thrown.status, thrown.code, thrown.message);
	}
}
