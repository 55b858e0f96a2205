import { type RequestEvent, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { statementFilter } from '#lib/server/statement-filter.ts';
import { listStatements, retryStore, storeFrom, storeStates, xapiError } from '#server/modules/xapi/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireStaff(actor, 'admin');
	const { filter, asked } = statementFilter(url.searchParams);
	const [stores, statements] = await Promise.all([
		storeStates(ctx.db, ctx.config.xapi.stores.map(storeFrom)),
		listStatements(ctx.db, actor, filter, { cursor: url.searchParams.get('cursor'), limit: 50 }),
	]);
	return { stores, statements, asked, retried: url.searchParams.has('retried') };
});

export const actions = {
	retry: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		requireStaff(actor, 'admin');
		const store = ctx.config.xapi.stores.map(storeFrom).find(({ name }) => name === form.get('store'));
		if (!store) throw xapiError('store_unknown');
		await retryStore(ctx.db, actor, store);
		redirect(303, '/admin/records?retried');
	}),
} satisfies Actions;
