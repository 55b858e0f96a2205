import type { RequestEvent } from '@sveltejs/kit';
import { readShort } from '#lib/server/read-short.ts';
import { hearProvider } from '#server/flows/hear-provider.ts';
import { AppError } from '#server/kernel/errors.ts';

/** A notice is a few kilobytes, Stripe's some more; whoever sends more than this is no provider. */
const longest = 256_000;

const problem = (status: number, code: string, title: string) =>
	new Response(JSON.stringify({ type: 'about:blank', status, code, title }), {
		status,
		headers: { 'content-type': 'application/problem+json' },
	});

/**
 * Where providers' machines report. Every notice that is theirs is answered as they want it, also one that was heard
 * before or is about nothing we know, so that it is not sent again; one that is not, or cannot be checked now, is
 * refused, and a provider sends it again.
 */
export async function notify({ request, url, locals }: RequestEvent, provider: string): Promise<Response> {
	const { ctx } = locals;
	const body = await readShort(request, longest);
	if (body === null) return problem(413, 'common.payload_too_large', 'The notice is too long.');
	try {
		const ear = { db: ctx.db, providers: ctx.providers, platformShareBps: ctx.settings.platformShareBps };
		const headers = Object.fromEntries(request.headers);
		const { reply, heard } = await hearProvider(ear, provider, { headers, body, query: url.searchParams });
		// The money that came is not the money that was asked for: somebody has to look.
		for (const { result } of heard)
			if (result === 'mismatch') ctx.log.error({ provider }, 'a notice is about another amount or currency');
		return new Response(reply.body, { headers: { 'content-type': reply.type } });
	} catch (thrown) {
		if (!(thrown instanceof AppError)) throw thrown;
		ctx.log.warn({ provider, code: thrown.code, detail: thrown.message }, 'a notice was refused');
		return problem(thrown.status, thrown.code, thrown.message);
	}
}
