import { BackupStopped, writeBackup } from '../../platform/backup/index.ts';
import { reportProgress } from '../../platform/progress.ts';
import { untilStopped } from '../../platform/stop-signal.ts';
import { openStorage } from '../../platform/storage/index.ts';
import type { DatabaseCommand } from '../command.ts';

/** Writes everything that an instance is into one file, while it goes on running. */
export const backupCommand: DatabaseCommand = {
	usage: 'stoa backup FILE',
	summary:
		'Writes the whole database, as it is at one moment, and all files (uploads, the secret) into one .tar.gz. The server may go on running.',
	beside: true,
	async runOn({ url, config }, args) {
		const [file, ...rest] = args;
		if (!file || file.startsWith('-') || rest.length > 0) {
			process.stderr.write(`Name one file, such as stoa-2026-01-31.tar.gz.\n${this.usage}\n`);
			return 2;
		}
		const progress = reportProgress();
		try {
			const done = await untilStopped(
				(stop) => writeBackup(url, file, config.dataDir, progress, stop, openStorage(config)),
				(text) => progress.note(text),
			);
			process.stdout.write(
				`${file}: ${done.rows.toLocaleString('en-US')} rows of ${done.tables} tables, ${done.objects.toLocaleString('en-US')} files, ${(done.bytes / 1e6).toFixed(1)} MB. It holds the instance's secret and everything private: keep it as safe as the server.\n`,
			);
			if (config.secret) process.stdout.write('STOA_SECRET is set and is not in the file: keep it too.\n');
			return 0;
		} catch (error) {
			if (!(error instanceof BackupStopped)) throw error;
			progress.note(error.message);
			return 130;
		}
	},
};
