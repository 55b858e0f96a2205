import { parentPort, workerData } from 'node:worker_threads';
import { drawPdf, type PaperLocale } from './draw-pdf.ts';
import type { Invoice } from './invoice.ts';

const { invoice, locale } = workerData as { invoice: Invoice; locale: PaperLocale };
parentPort?.postMessage(await drawPdf(invoice, locale));
