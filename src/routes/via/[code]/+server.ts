import { redirect } from '@sveltejs/kit';
import { VIA_COOKIE } from '#lib/server/checkout-form.ts';
import { safeNext } from '#lib/server/session.ts';
import { followAffiliateLink } from '#server/modules/catalog/index.ts';
import type { RequestEvent } from './$types';

/**
 * Somebody came by an affiliate's link: `/via/<code>?to=/articles/12`. The browser keeps it as long as a purchase would
 * count; the last link wins. Unknown links lead on as well: the reader has done nothing wrong.
 */
export async function GET(event: RequestEvent) {
	const { params, locals, cookies } = event;
	const kept = await followAffiliateLink(locals.ctx.db, params.code);
	if (kept)
		cookies.set(VIA_COOKIE, kept, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			maxAge: locals.ctx.settings.affiliateWindowDays * 86_400,
		});
	redirect(303, safeNext(event, event.url.searchParams.get('to')));
}
