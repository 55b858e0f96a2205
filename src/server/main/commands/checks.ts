import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Context } from '../../api/context.ts';
import { AppError } from '../../kernel/errors.ts';
import {
	countExamples,
	dropSet,
	keepSet,
	type ModelTask,
	modelTasks,
	readSet,
	recheckRecent,
	trainModel,
} from '../../modules/checks/index.ts';
import { reportProgress } from '../../platform/progress.ts';
import type { Command } from '../command.ts';

const usage = `stoa checks train TASK [FILE …] [--label COLUMN] [--text COLUMN] [--positive WORD] [--name NAME]
stoa checks forget TASK NAME
stoa checks examples
stoa checks recheck
  TASK is spam, toxic or sentiment; FILE is CSV, or fields between tabs; .gz is unpacked`;

const options = {
	label: { type: 'string' },
	text: { type: 'string' },
	positive: { type: 'string' },
	name: { type: 'string' },
} as const;

class Misunderstood extends Error {}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

function readText(path: string): string {
	const bytes = readFileSync(path);
	return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

function taskOf(word: string | undefined): ModelTask {
	const task = modelTasks.find((one) => one === word);
	if (!task) throw new Misunderstood(`Name the task: ${modelTasks.join(', ')}.`);
	return task;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function train({ db }: Context, args: string[], values: Values): Promise<void> {
	const task = taskOf(args[0]);
	const progress = reportProgress();
	for (const path of args.slice(1)) {
		const { examples, skipped } = readSet(readText(path), values);
		const origin = (values.name ?? basename(path).replace(/\.(gz|csv|tsv|txt)/g, '')).slice(0, 60);
		if (origin === 'decisions')
			throw new Misunderstood('The name "decisions" is for what moderators decided.');
		const step = progress.step(origin, 'texts');
		await keepSet(db, { task, origin, examples }, (count) => step.advance(count));
		step.finish(skipped > 0 ? `done, ${skipped} lines without a text or a label that is understood` : 'done');
	}
	const step = progress.step(`training ${task}`, 'parts');
	const { version, active, report } = await trainModel(db, task, {
		by: null,
		onPart: (done, of) => step.advance(1, done / of),
	});
	step.finish();
	process.stdout.write(
		`${task}, version ${version}: ${report.examples} texts, ${report.positives} of them yes, in ${report.seconds.toFixed(1)} s\n` +
			`by texts that it had not been shown: accuracy ${percent(report.accuracy)}, macro-F1 ${report.macroF1.toFixed(4)}, ` +
			`AUC ${report.auc.toFixed(4)}, calibration error ${report.calibrationError.toFixed(4)}\n` +
			`from ${report.line.toFixed(3)} on at most ${percent(report.mostWronged)} of the good ones are taken for bad\n` +
			`${active ? 'It is in use.' : 'It tells too little to be used.'}\n`,
	);
}

async function run(ctx: Context, args: string[]): Promise<void> {
	const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
	const [word, ...rest] = positionals;
	switch (word) {
		case 'train':
			return train(ctx, rest, values);
		case 'forget': {
			const gone = await dropSet(ctx.db, taskOf(rest[0]), rest[1] ?? '');
			process.stdout.write(`${gone} examples are gone.\n`);
			return;
		}
		case 'examples': {
			for (const { task, origin, positives, negatives } of await countExamples(ctx.db))
				process.stdout.write(`${task.padEnd(10)} ${origin.padEnd(30)} ${positives} yes, ${negatives} no\n`);
			return;
		}
		case 'recheck': {
			const step = reportProgress().step('looking again', 'texts');
			let before = 0;
			const changed = await recheckRecent(ctx.db, ctx.db, async (done, total) => {
				step.advance(done - before, total > 0 ? done / total : 1);
				before = done;
			});
			step.finish(`done, ${changed} stand otherwise now`);
			return;
		}
		default:
			throw new Misunderstood('Say what to do.');
	}
}

export const checksCommand: Command = {
	usage,
	summary: 'train models of texts from labelled sets, look again at what was posted',
	async run(ctx, args) {
		try {
			await run(ctx, args);
			return 0;
		} catch (error) {
			const known =
				error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
			if (error instanceof Misunderstood || known) {
				process.stderr.write(`${(error as Error).message}\n${usage}\n`);
				return 2;
			}
			if (error instanceof AppError) {
				const { positives, negatives, fewest } = error.params;
				process.stderr.write(
					error.code === 'checks.too_few_examples'
						? `There are too few examples: ${positives} yes and ${negatives} no; it takes ${fewest} of each. No model is used.\n`
						: `${error.message}\n`,
				);
				return 1;
			}
			throw error;
		}
	},
};
