import { error } from '@sveltejs/kit';
import { asFile } from '#lib/server/as-file.ts';
import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { type BankFormatName, bankFormats, exportBatch } from '#server/modules/payouts/index.ts';
import type { RequestEvent } from './$types';

export const GET = page(async ({ locals, params, url }: RequestEvent) => {
	const { ctx, actor } = locals;
	requireStaff(actor, 'admin');
	const format = url.searchParams.get('format') ?? 'plain';
	if (!Object.hasOwn(bankFormats, format)) error(404, { message: 'There is no such format.' });
	const text = await exportBatch(ctx.db, actor, params.id, format as BankFormatName, ctx.secret);
	return asFile(text, `payouts-${params.id}-${format}.csv`, 'text/csv; charset=utf-8');
});
