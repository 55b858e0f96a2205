import { drawApart } from '../../platform/draw-apart.ts';
import type { PaperLocale } from './draw-pdf.ts';
import type { Invoice } from './invoice.ts';

/**
 * An invoice as a PDF (A4) in one language.
 *
 * @throws common.too_many_requests when too many are being drawn
 */
export function invoicePdf(invoice: Invoice, locale: PaperLocale): Promise<Uint8Array> {
	return drawApart('modules/invoices/pdf-worker', { invoice, locale });
}
