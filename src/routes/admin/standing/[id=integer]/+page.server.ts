import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { commonError } from '#server/kernel/errors.ts';
import { differences, listRuleTables, readRuleTable } from '#server/modules/growth/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, params }: PageServerLoadEvent) => {
	requireStaff(actor, 'admin');
	const [table, versions] = await Promise.all([
		readRuleTable(ctx.db, Number(params.id)),
		listRuleTables(ctx.db),
	]);
	const shown = versions.find((one) => one.id === table.id);
	if (!shown || table.version === null) throw commonError('not_found');
	const before = versions.find((one) => one.version === table.version! - 1);
	return {
		shown,
		before: before?.version ?? null,
		changes: before ? differences((await readRuleTable(ctx.db, before.id)).rules, table.rules) : [],
	};
});
