import { BackupStopped, writeExport } from '../../platform/backup/index.ts';
import { reportProgress } from '../../platform/progress.ts';
import { untilStopped } from '../../platform/stop-signal.ts';
import type { DatabaseCommand } from '../command.ts';

/** Writes everything in a form that other programs read. */
export const exportCommand: DatabaseCommand = {
	usage: 'stoa export DIR\nstoa export course ID DIR',
	summary:
		'Writes everything as JSON Lines, one file a table, private things included; or one course as a folder of Markdown with its files. The server may go on running.',
	beside: true,
	async runOn({ url, config }, args) {
		if (args[0] === 'course' && args.length === 3) {
			const { exportCourseTo } = await import('./course.ts');
			const { openStorage } = await import('../../platform/storage/index.ts');
			return exportCourseTo(url, openStorage(config), args[1] as string, args[2] as string);
		}
		const [dir, ...rest] = args;
		if (!dir || dir.startsWith('-') || rest.length > 0) {
			process.stderr.write(`Name one new directory.\n${this.usage}\n`);
			return 2;
		}
		const progress = reportProgress();
		try {
			const done = await untilStopped(
				(stop) => writeExport(url, dir, progress, stop),
				(text) => progress.note(text),
			);
			process.stdout.write(
				`${dir}: ${done.rows.toLocaleString('en-US')} rows in ${done.files} files, everybody's private things among them.\n`,
			);
			return 0;
		} catch (error) {
			if (!(error instanceof BackupStopped)) throw error;
			progress.note(error.message);
			return 130;
		}
	},
};
