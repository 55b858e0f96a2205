import { error, redirect } from '@sveltejs/kit';
import { page } from '#lib/server/page.ts';
import { setCookies } from '#lib/server/session.ts';
import { signOnTools } from '#server/api/index.ts';
import { AppError } from '#server/kernel/errors.ts';
import { beginElsewhere, refusalElsewhere } from '#server/modules/accounts/index.ts';
import {
	findOrganisation,
	findSignOn,
	isConnected,
	readySignOn,
} from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor, person }, params, url }: PageServerLoadEvent) => {
	const way = await findSignOn(ctx.db, params.slug);
	// Who may not know of the organisation is told nothing, unless it has a door for everybody who belongs to it.
	if (!way) error(404, { message: 'There is no such sign-on.' });
	const failed = url.searchParams.get('error');
	const refused = failed ? refusalElsewhere(ctx.config, failed, way.provider, way.name) : null;
	const [connected, inside] = await Promise.all([
		isConnected(ctx.db, actor, way),
		actor.userId === null ? null : findOrganisation(ctx.db, actor, params.slug),
	]);
	return {
		way: { slug: way.slug, name: way.name, logo: way.logo },
		refused: refused && { code: refused.code, params: refused.params },
		who: person ? { name: person.name, handle: person.handle } : null,
		connected,
		member: inside?.role != null,
		needed: url.searchParams.has('needed'),
	};
});

/** Begins the way to the provider: signing in, or adding it to the account that is signed in. */
async function begin(event: RequestEvent, link: boolean): Promise<{ to: string }> {
	const { ctx, locale } = event.locals;
	const { slug } = event.params;
	const way = await findSignOn(ctx.db, slug);
	const tools = await ctx.signIn();
	if (!way || !(await readySignOn(ctx.db, tools.auth, way.provider, signOnTools(ctx))))
		error(404, { message: 'There is no such sign-on.' });
	// The provider leads back to the one address that it knows; cookies set under 127.0.0.1 are not sent to localhost.
	const home = new URL(String(tools.auth.options.baseURL));
	const here = `/organisations/${slug}/sign-on`;
	if (!ctx.config.origin && event.url.host !== home.host && event.url.port === home.port)
		redirect(303, home.origin + here, { external: [home.origin] });
	const begun = await beginElsewhere(
		tools,
		{ provider: { id: way.provider, name: way.name }, next: `${here}/done`, failed: here, locale, link },
		event.request.headers,
		event.getClientAddress(),
	).catch((thrown) => {
		if (thrown instanceof AppError) redirect(303, `${here}?error=unreachable`);
		throw thrown;
	});
	setCookies(event.cookies, begun.cookies);
	// A form of ours leads nowhere else (the policy of content): the page shows the way as a link.
	return { to: begun.url };
}

export const actions = {
	go: (event: RequestEvent) => begin(event, false),
	connect: (event: RequestEvent) => begin(event, event.locals.actor.userId !== null),
} satisfies Actions;
