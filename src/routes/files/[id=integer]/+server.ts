import { redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { downloadAddress } from '#server/modules/media/index.ts';
import type { RequestHandler } from './$types';

/** A file as it was uploaded, for who may open it: leads to an address made for them, and for a time. */
export const GET: RequestHandler = page(async ({ locals, params }) => {
	requireMember(locals.actor);
	redirect(303, await downloadAddress(locals.ctx.db, locals.actor, Number(params.id), locals.ctx.media));
});
