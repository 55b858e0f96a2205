import { asFile } from '#lib/server/as-file.ts';
import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { now } from '#server/kernel/clock.ts';
import { taxCsv, taxReport } from '#server/modules/invoices/index.ts';
import { monthBounds } from '#server/modules/payouts/index.ts';
import type { RequestEvent } from './$types';

export const GET = page(async ({ locals, url }: RequestEvent) => {
	const { ctx, actor } = locals;
	requireStaff(actor, 'admin');
	const month = url.searchParams.get('month') || now().toISOString().slice(0, 7);
	const { from, to } = monthBounds(month);
	return asFile(
		taxCsv(await taxReport(ctx.db, actor, from, to)),
		`taxes-${month}.csv`,
		'text/csv; charset=utf-8',
	);
});
