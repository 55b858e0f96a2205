import { forVerifiers, issuerOf } from '#lib/server/credentials.ts';
import { didDocument } from '#server/modules/credentials/index.ts';
import type { RequestEvent } from './$types';

/** The public keys of this place (did:web). */
export async function GET({ locals }: RequestEvent): Promise<Response> {
	const { ctx } = locals;
	return forVerifiers(await didDocument(ctx.db, issuerOf(ctx).origin), 'application/did+json');
}
