/** A backup that cannot be written or used; its message is one sentence for the operator, with a way out. */
export class BackupError extends Error {
	override name = 'BackupError';
}

/** Ended on request; nothing half-done was left. */
export class BackupStopped extends BackupError {
	constructor() {
		super('Stopped; nothing was kept. Run the same command to begin again.');
	}
}

/** The sentence for what the disk or the file refuses; any other error comes back as it is. */
export function explainFile(cause: unknown, path: string): unknown {
	switch ((cause as NodeJS.ErrnoException)?.code) {
		case 'ENOSPC':
		case 'EDQUOT':
			return new BackupError(
				`The disk that holds ${path} is full. Free some space, or write to another disk.`,
				{
					cause,
				},
			);
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return new BackupError(`${path} may not be opened by this account. Use a place that it may use.`, {
				cause,
			});
		case 'ENOENT':
		case 'ENOTDIR':
			return new BackupError(`${path} is not there. Check the path.`, { cause });
		case '42P01':
			return new BackupError(
				'There is no Stoa in this database yet. Check DATABASE_URL and STOA_DATA_DIR; "npm run stoa -- migrate" makes its tables.',
				{ cause },
			);
		case 'EISDIR':
			return new BackupError(`${path} is a directory. Name a file.`, { cause });
		case 'Z_BUF_ERROR':
			return new BackupError(`${path} is cut off: its end is missing. Use another copy of it.`, { cause });
		case 'Z_DATA_ERROR':
			return new BackupError(`${path} is damaged or no backup. Use another copy of it.`, { cause });
		default:
			return cause;
	}
}
