import { parseArgs } from 'node:util';
import type { Context } from '../../api/context.ts';
import {
	type CountLine,
	ImportStopped,
	importMarkdown,
	importStackExchange,
	SourceError,
} from '../../flows/import/index.ts';
import { type Progress, reportProgress } from '../../platform/progress.ts';
import { type Stop, untilStopped } from '../../platform/stop-signal.ts';
import type { Command } from '../command.ts';

const usage = `stoa import stackexchange DIR [--space SLUG] [--site NAME-OR-URL] [--math yes|no] [--threads N] [--json]
stoa import markdown PATH [--space SLUG] [--author HANDLE] [--site URL] [--licence NAME] [--threads N] [--json]
stoa import course PATH (--author HANDLE [--space SLUG] | --course ID) [--publish]`;

const options = {
	space: { type: 'string' },
	site: { type: 'string' },
	math: { type: 'string' },
	author: { type: 'string' },
	licence: { type: 'string' },
	course: { type: 'string' },
	publish: { type: 'boolean', default: false },
	threads: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

/** What was asked for cannot be done as it was written; the usage follows. */
class UsageError extends Error {}

/** Exit codes: 0 all there, 1 something is missing or wrong, 2 not understood, 130 stopped on request. */
export const importCommand: Command = {
	usage,
	summary:
		'Takes over a Stack Exchange data dump, a folder or JSON Lines file of Markdown articles, or a course as a folder. docs/import.md tells what becomes what.',
	async run(ctx, args) {
		const progress = reportProgress();
		try {
			return await untilStopped(
				(stop) => runImport(ctx, args, progress, stop),
				(text) => progress.note(text),
			);
		} catch (error) {
			if (error instanceof ImportStopped) {
				progress.note(error.message);
				return 130;
			}
			if (error instanceof SourceError) {
				progress.note(error.message);
				return 1;
			}
			if (
				error instanceof UsageError ||
				(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
			) {
				progress.note(`${error.message}\n${usage}`);
				return 2;
			}
			throw error;
		}
	},
};

async function runImport(ctx: Context, args: string[], progress: Progress, stop: Stop): Promise<number> {
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [kind, path, ...rest] = positionals;
	if (!path || rest.length > 0) throw new UsageError('Name the kind of source and one path.');
	// One connection holds the lock of the run, one writes, one reads ahead.
	if (ctx.config.poolSize < 3) throw new UsageError('An import needs STOA_DB_POOL to be at least 3.');
	const threads = values.threads === undefined ? {} : { threads: wholeNumber(values.threads) };
	const shared = { space: values.space, site: values.site, progress, stop, ...threads };
	if (kind === 'course') {
		const { importCourseFrom } = await import('./course.ts');
		return importCourseFrom(ctx, path, values);
	}
	if (kind === 'stackexchange') {
		if (values.author !== undefined || values.licence !== undefined)
			throw new UsageError(
				'--author and --licence are for Markdown; a dump says who wrote what under which licence.',
			);
		const result = await importStackExchange(ctx.db, path, {
			...shared,
			...(values.math === undefined ? {} : { math: yesOrNo(values.math) }),
		});
		process.stdout.write(
			values.json
				? `${JSON.stringify(result)}\n`
				: `${countTable(result.counts)}\n${summary(result)}${result.shortened > 0 ? ` ${result.shortened} texts were too much for the pipeline and are kept as plain text.` : ''}\n`,
		);
		return result.equal ? 0 : 1;
	}
	if (kind === 'markdown') {
		const result = await importMarkdown(ctx.db, path, {
			...shared,
			author: values.author,
			licence: values.licence,
		});
		for (const problem of result.problems) progress.note(problem.message);
		if (values.json)
			process.stdout.write(
				`${JSON.stringify({ ...result, problems: result.problems.map((problem) => problem.message) })}\n`,
			);
		else {
			process.stdout.write(
				`${summary(result)}\n${result.inDatabase} articles of this source are in ${result.space}.\n`,
			);
			if (result.drafts > 0)
				process.stdout.write(`${result.drafts} drafts were left out: name whose they are with --author.\n`);
			if (result.kept.length > 0)
				process.stdout.write(`Edited here since, not overwritten: ${result.kept.join(', ')}\n`);
			if (result.unresolved.length > 0)
				process.stdout.write(
					`${result.unresolved.length} relative links or images lead nowhere (give --site), e.g. ${result.unresolved[0]}\n`,
				);
		}
		return result.problems.length === 0 ? 0 : 1;
	}
	throw new UsageError(`There is no importer for ${kind}.`);
}

function yesOrNo(text: string): boolean {
	if (text !== 'yes' && text !== 'no') throw new UsageError(`--math is yes or no, not ${text}.`);
	return text === 'yes';
}

function wholeNumber(text: string): number {
	if (!/^\d{1,2}$/.test(text)) throw new UsageError(`--threads is a small whole number, not ${text}.`);
	return Number(text);
}

function summary(result: { created: number; updated: number; unchanged: number }): string {
	return `${result.created} created, ${result.updated} updated, ${result.unchanged} unchanged.`;
}

function countTable(lines: CountLine[]): string {
	const rows = [
		['', 'dump', 'imported', 'left out', ''],
		...lines.map((line) => [
			line.what,
			String(line.dump),
			String(line.imported),
			String(sum(line.leftOut)),
			line.equal ? 'equal' : 'NOT EQUAL',
		]),
	];
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	const table = rows.map((row) =>
		row
			.map((cell, column) =>
				column === 0 || column === 4 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
			)
			.join('  ')
			.trimEnd(),
	);
	const reasons = lines.flatMap((line) =>
		Object.entries(line.leftOut)
			.filter(([, count]) => count > 0)
			.map(([reason, count]) => `  ${line.what}: ${count} ${reason}`),
	);
	return [...table, ...(reasons.length > 0 ? ['', 'Left out:', ...reasons] : [])].join('\n');
}

const sum = (record: Record<string, number>): number =>
	Object.values(record).reduce((total, count) => total + count, 0);
