import { forVerifiers } from '#lib/server/credentials.ts';
import { grouped, readCredential } from '#server/modules/credentials/index.ts';
import type { RequestEvent } from './$types';

/** The signed credential, to be kept and checked elsewhere. */
export async function GET({ locals, params }: RequestEvent): Promise<Response> {
	return forVerifiers(await readCredential(locals.ctx.db, params.token), 'application/vc', {
		'content-disposition': `attachment; filename="${grouped(params.token)}.json"`,
	});
}
