import { asFile } from '#lib/server/as-file.ts';
import { page } from '#lib/server/page.ts';
import { findInvoice, invoicePdf } from '#server/modules/invoices/index.ts';
import type { RequestEvent } from './$types';

export const GET = page(async ({ locals, params, url }: RequestEvent) => {
	const invoice = await findInvoice(locals.ctx.db, locals.actor, params.id);
	const asked = url.searchParams.get('lang') ?? locals.locale;
	const pdf = await invoicePdf(invoice, asked === 'en' ? 'en' : 'zh-CN');
	return asFile(pdf, `${invoice.number}.pdf`, 'application/pdf');
});
