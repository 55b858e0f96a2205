import { idOf, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { streamedFile } from '#lib/server/report-file.ts';
import { csvLines, csvMark } from '#server/kernel/csv.ts';
import { type LineReport, reportHead, reportRow, streamReport } from '#server/modules/organisations/index.ts';
import type { RequestEvent } from './$types';

async function* lines(report: AsyncGenerator<LineReport[]>): AsyncGenerator<string> {
	yield csvMark + csvLines([reportHead]);
	for await (const piece of report) yield csvLines(piece.map(reportRow));
}

/** Every line of the report, however many. */
export const GET = page(async (event: RequestEvent) => {
	const { slug } = await organisationPage(event, 'report');
	const team = idOf(event.url.searchParams.get('team') ?? '');
	const report = await streamReport(event.locals.ctx.db, event.locals.actor, slug, { team });
	return streamedFile(lines(report), `${slug}-report.csv`, 'text/csv; charset=utf-8');
});
