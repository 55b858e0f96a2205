import { BackupStopped, restoreBackup } from '../../platform/backup/index.ts';
import { reportProgress } from '../../platform/progress.ts';
import { untilStopped } from '../../platform/stop-signal.ts';
import { openStorage } from '../../platform/storage/index.ts';
import type { DatabaseCommand } from '../command.ts';

/** Brings an empty instance to what a backup holds. */
export const restoreCommand: DatabaseCommand = {
	usage: 'stoa restore FILE',
	summary:
		'Brings an empty database and the data directory to what a backup holds, and then to this version. Refuses a database that is not empty.',
	beside: false,
	async runOn({ url, config }, args) {
		const [file, ...rest] = args;
		if (!file || file.startsWith('-') || rest.length > 0) {
			process.stderr.write(`Name the file of one backup.\n${this.usage}\n`);
			return 2;
		}
		const progress = reportProgress();
		try {
			const done = await untilStopped(
				(stop) => restoreBackup(url, file, config.dataDir, 'migrations', progress, stop, openStorage(config)),
				(text) => progress.note(text),
			);
			process.stdout.write(
				`Restored what was there at ${done.createdAt}: ${done.rows.toLocaleString('en-US')} rows of ${done.tables} tables, ${done.files + done.objects} files. Start with: npm start\n`,
			);
			if (done.jobsLeftOut)
				process.stdout.write(
					'Jobs that were waiting (mails, reactions to events) were left out: the queue of this version is laid out differently.\n',
				);
			if (done.upgraded.length > 0)
				process.stdout.write(`Brought to this version: ${done.upgraded.join(', ')}\n`);
			return 0;
		} catch (error) {
			if (!(error instanceof BackupStopped)) throw error;
			progress.note(error.message);
			return 130;
		}
	},
};
