import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { statementFilter } from '#lib/server/statement-filter.ts';
import { csvText } from '#server/kernel/csv.ts';
import { exportStatements, type StatementRow } from '#server/modules/xapi/index.ts';
import type { RequestEvent } from './$types';

const head = [
	'number',
	'time',
	'learner',
	'verb',
	'course',
	'object',
	'name',
	'scaled score',
	'success',
	'duration',
	'id',
];

function cells({ number, happenedAt, handle, verb, courseId, statement }: StatementRow): (string | number)[] {
	const object = statement.object as { id: string; definition?: { name?: Record<string, string> } };
	const result = (statement.result ?? {}) as {
		score?: { scaled?: number };
		success?: boolean;
		duration?: string;
	};
	return [
		number,
		happenedAt.toISOString(),
		handle ?? '',
		verb,
		courseId ?? '',
		object.id,
		Object.values(object.definition?.name ?? {})[0] ?? '',
		result.score?.scaled ?? '',
		result.success === undefined ? '' : String(result.success),
		result.duration ?? '',
		statement.id,
	];
}

/** Statements as a file: a line each (NDJSON) as record stores take them, or a table. Written while it is read. */
export const GET = page(async ({ locals, url }: RequestEvent) => {
	requireStaff(locals.actor, 'admin');
	const { filter } = statementFilter(url.searchParams);
	const asCsv = url.searchParams.get('as') === 'csv';
	const rows = exportStatements(locals.ctx.db, locals.actor, filter);
	let begun = false;
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = await rows.next();
			const done = next.done ?? false;
			const value: StatementRow[] = next.value ?? [];
			const text = asCsv
				? begun
					? csvText([], value.map(cells)).replace(/^\uFEFF\r\n/, '')
					: csvText(head, value.map(cells))
				: value.map(({ statement }) => `${JSON.stringify(statement)}\n`).join('');
			if (!done || !begun)
				controller.enqueue(new TextEncoder().encode(done && asCsv ? csvText(head, []) : text));
			begun = true;
			if (done) controller.close();
		},
		async cancel() {
			await rows.return(undefined);
		},
	});
	return new Response(body, {
		headers: {
			'content-type': asCsv ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
			'content-disposition': `attachment; filename="statements.${asCsv ? 'csv' : 'ndjson'}"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
});
