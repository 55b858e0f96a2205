export type { PaperLocale } from './draw-pdf.ts';
export { invoiceError } from './errors.ts';
export {
	askFapiao,
	decideFapiao,
	type Fapiao,
	type FapiaoStatus,
	listFapiaos,
	myFapiaos,
	withdrawFapiao,
} from './fapiao.ts';
export { invoiceHandlers, issueDueJob } from './handlers.ts';
export type { Invoice, InvoiceLine, Party, TaxLine } from './invoice.ts';
export { issueDue, issueFor } from './issue.ts';
export { invoicePdf } from './pdf.ts';
export {
	billingDetails,
	findInvoice,
	listInvoices,
	listMyInvoices,
	setBillingDetails,
	type TaxRow,
	taxCsv,
	taxReport,
} from './queries.ts';
