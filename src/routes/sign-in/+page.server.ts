import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { safeNext, setCookies } from '#lib/server/session.ts';
import { demoPassword, demoSignIns } from '#server/flows/seed-demo/index.ts';
import { listElsewhere, refusalElsewhere, signIn } from '#server/modules/accounts/index.ts';

export const load = page(async (event) => {
	const { ctx, person } = event.locals;
	const next = safeNext(event);
	if (person) redirect(303, next);
	const demo =
		ctx.config.demo &&
		(await ctx.db
			.selectFrom('users')
			.select('id')
			.where('origin', '=', 'demo')
			.limit(1)
			.executeTakeFirst()) !== undefined;
	const query = event.url.searchParams;
	const failed = query.get('error');
	const refused = failed ? refusalElsewhere(ctx.config, failed, query.get('with')) : null;
	return {
		next,
		refused: refused && { code: refused.code, params: refused.params },
		done: query.get('done'),
		elsewhere: listElsewhere(ctx.config),
		demo: demo ? { password: demoPassword, accounts: demoSignIns } : null,
		prefill: query.get('as'),
	};
});

export const actions = {
	default: action(async (event, form) => {
		const { ctx } = event.locals;
		const next = safeNext(event, form.get('next'));
		const { cookies, secondFactor } = await signIn(
			await ctx.signIn(),
			Object.fromEntries(form),
			event.request.headers,
			event.getClientAddress(),
		);
		setCookies(event.cookies, cookies);
		redirect(303, secondFactor ? `/two-factor?next=${encodeURIComponent(next)}` : next);
	}),
};
