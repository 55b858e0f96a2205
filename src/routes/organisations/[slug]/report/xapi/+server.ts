import { idOf, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { streamedFile } from '#lib/server/report-file.ts';
import { type LineReport, streamReport, xapiStatement } from '#server/modules/organisations/index.ts';
import { originOf } from '#server/platform/config.ts';
import type { RequestEvent } from './$types';

/** One array of statements, as a learning record store takes them. */
async function* statements(report: AsyncGenerator<LineReport[]>, origin: string): AsyncGenerator<string> {
	let before = '[\n';
	for await (const piece of report)
		for (const line of piece) {
			const statement = xapiStatement(line, origin);
			if (!statement) continue;
			yield before + JSON.stringify(statement);
			before = ',\n';
		}
	yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** The report as xAPI statements. */
export const GET = page(async (event: RequestEvent) => {
	const { ctx, actor } = event.locals;
	const { slug } = await organisationPage(event, 'report');
	const team = idOf(event.url.searchParams.get('team') ?? '');
	const report = await streamReport(ctx.db, actor, slug, { team });
	return streamedFile(
		statements(report, originOf(ctx.config)),
		`${slug}-xapi.json`,
		'application/json; charset=utf-8',
	);
});
