import { parentPort, workerData } from 'node:worker_threads';
import { drawPdf, type Paper, type PaperLocale } from './draw-pdf.ts';

const { paper, locale } = workerData as { paper: Paper; locale: PaperLocale };
parentPort?.postMessage(await drawPdf(paper, locale));
