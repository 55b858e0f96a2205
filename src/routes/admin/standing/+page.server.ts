import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { activeRules, beginDraft, listRuleTables, readyTables } from '#server/modules/growth/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor } }: PageServerLoadEvent) => {
	requireStaff(actor, 'admin');
	const versions = await listRuleTables(ctx.db);
	return {
		draft: versions.find((one) => one.status === 'draft') ?? null,
		active: versions.find((one) => one.status === 'active')!,
		versions: versions.filter((one) => one.status !== 'draft'),
	};
});

export const actions = {
	begin: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		requireStaff(actor, 'admin');
		const ready = form.get('from') === 'stackexchange';
		const { rules } = await activeRules(ctx.db);
		await beginDraft(ctx.db, actor, {
			name: String(form.get('name') ?? ''),
			...(ready ? { rules: readyTables.stackexchange(rules) } : {}),
		});
		redirect(303, '/admin/standing/draft');
	}),
} satisfies Actions;
