import { error } from '@sveltejs/kit';
import { forVerifiers, issuerOf } from '#lib/server/credentials.ts';
import { readStatusList } from '#server/modules/credentials/index.ts';
import type { RequestEvent } from './$types';

/** Which certificates are revoked, as a signed list of bits. */
export async function GET({ locals, params }: RequestEvent): Promise<Response> {
	const { ctx } = locals;
	const list = await readStatusList(ctx.db, issuerOf(ctx), params.id);
	if (!list) error(404, { message: 'There is no such list.', code: 'common.not_found' });
	return forVerifiers(list, 'application/vc');
}
