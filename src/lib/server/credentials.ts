import type { Context } from '#server/api/context.ts';
import type { Issuer } from '#server/modules/credentials/index.ts';
import { originOf } from '#server/platform/config.ts';

/** What signing needs: the address by which this place is known, whichever one a request came by. */
export function issuerOf({ config, secret }: Context): Issuer {
	return { secret, origin: originOf(config) };
}

/** A document that verifiers elsewhere read, also those that run in browsers. */
export function forVerifiers(document: object, type: string, headers: Record<string, string> = {}): Response {
	return new Response(JSON.stringify(document, null, '\t'), {
		headers: {
			'content-type': type,
			'access-control-allow-origin': '*',
			'cache-control': 'public, max-age=60',
			'x-content-type-options': 'nosniff',
			...headers,
		},
	});
}
