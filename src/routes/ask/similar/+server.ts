import { findSimilar } from '#lib/server/similar.ts';
import type { RequestEvent } from './$types';

/** Questions like `?q=`, for the form while its title is being typed. */
export async function GET({ locals, url }: RequestEvent): Promise<Response> {
	const { ctx, actor } = locals;
	if (actor.userId === null) return Response.json([], { status: 401 });
	if (!ctx.limiter.take(`similar:${actor.userId}`, { limit: 60, seconds: 60 }).allowed)
		return Response.json([], { status: 429 });
	return Response.json(await findSimilar(ctx, actor, (url.searchParams.get('q') ?? '').slice(0, 200)), {
		headers: { 'cache-control': 'no-store' },
	});
}
