import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Why the embedded database could not start or stop; one code per way out. */
export type EmbeddedErrorCode =
	| 'unsupported_platform'
	| 'binaries_missing'
	| 'in_use'
	| 'version_mismatch'
	| 'not_a_cluster'
	| 'damaged'
	| 'wrong_owner'
	| 'no_account'
	| 'no_permission'
	| 'read_only'
	| 'disk_full'
	| 'no_locale'
	| 'no_memory'
	| 'start_failed'
	| 'crashed';

/**
 * The embedded database refuses. `message` is what went wrong and the way out, for a person: print it alone,
 * without a stack. `output` holds PostgreSQL's own last lines when there are any.
 */
export class EmbeddedError extends Error {
	readonly code: EmbeddedErrorCode;
	readonly output: string;

	constructor(code: EmbeddedErrorCode, message: string, details: { output?: string; cause?: unknown } = {}) {
		super(message, { cause: details.cause });
		this.name = 'EmbeddedError';
		this.code = code;
		this.output = details.output ?? '';
	}
}

export const outside = 'set DATABASE_URL to a PostgreSQL 15 or newer that you run yourself';

/** Makes a directory and those above it. Step by step: Node's own recursive way loses the reason of a refusal. */
export function makeDirectory(path: string): void {
	if (existsSync(path)) return;
	makeDirectory(dirname(path));
	onDisk(path, () => mkdirSync(path, { mode: 0o711 }));
}

/** Runs file work on `path`, turning what the disk refuses into a sentence. */
export function onDisk<T>(path: string, work: () => T): T {
	try {
		return work();
	} catch (cause) {
		throw fromSystem(cause, path);
	}
}

/** The typed error for a failed system call on `path`; any other error comes back as it is. */
export function fromSystem(cause: unknown, path: string): unknown {
	switch ((cause as NodeJS.ErrnoException)?.code) {
		case 'ENOENT': // A place where nothing can be made, such as /proc.
		case 'EACCES':
		case 'EPERM':
			return new EmbeddedError('no_permission', noPermission(path), { cause });
		case 'EROFS':
			return new EmbeddedError('read_only', readOnly(path), { cause });
		case 'ENOSPC':
		case 'EDQUOT':
			return new EmbeddedError('disk_full', diskFull(path), { cause });
		case 'ENOTDIR':
		case 'EEXIST':
			return new EmbeddedError(
				'no_permission',
				`${path} cannot be used for the database: a file stands where a directory is needed. Move it away, or set STOA_DATA_DIR to another directory.`,
				{ cause },
			);
		default:
			return cause;
	}
}

const reasons: [RegExp, EmbeddedErrorCode, (path: string, found: RegExpMatchArray) => string][] = [
	[/No space left on device|Disk quota exceeded|Check free disk space/i, 'disk_full', diskFull],
	[/Read-only file system/i, 'read_only', readOnly],
	[
		/invalid locale name|locale is incompatible with operating system|not recognized by setlocale|locale .* does not exist/i,
		'no_locale',
		(path) =>
			`The database in ${path} needs a UTF-8 locale that this system does not have. Install it (on Debian: apt-get install locales-all), or ${outside}.`,
	],
	[
		/error while loading shared libraries: (\S+)/,
		'binaries_missing',
		(_, found) =>
			`PostgreSQL cannot start because ${found[1]} is missing or unreadable. Run "npm ci" again, or ${outside}.`,
	],
	[
		/database files are incompatible|initialized by PostgreSQL version (\S+)/i,
		'version_mismatch',
		(path) =>
			`The database in ${path} was made by another build of PostgreSQL. Start it with the Stoa that made it, write a backup there (npm run stoa -- backup FILE), and restore that here with STOA_DATA_DIR set to an empty directory.`,
	],
	[
		/could not (?:create|map|resize|attach).* shared memory|Cannot allocate memory|out of memory/i,
		'no_memory',
		(path) =>
			`PostgreSQL could not get the shared memory it asked for. Free some memory, or lower shared_buffers in ${path}/local.conf.`,
	],
	[
		/pre-existing shared memory block|lock file "postmaster\.pid" already exists/i,
		'in_use',
		(path) =>
			`Processes of an earlier PostgreSQL still hold the database in ${path}. Wait a few seconds and start again; if it stays, end the processes named "postgres" that use it.`,
	],
	[
		/could not locate a valid checkpoint record|invalid primary checkpoint|PANIC:|could not open file "(?:global|base|pg_wal)[^"]*": No such file|invalid data in file/i,
		'damaged',
		(path) =>
			`The database in ${path} is damaged and PostgreSQL cannot recover it. Restore a backup into an empty STOA_DATA_DIR; nothing was changed here.`,
	],
	[
		/configuration file ".*" contains errors|syntax error in file|unrecognized configuration parameter|invalid value for parameter/i,
		'start_failed',
		(path) => `PostgreSQL does not accept its settings. Correct or remove ${path}/local.conf.`,
	],
	[
		/could not look up (?:local|effective) user ID (\d+)/,
		'no_account',
		(_, found) =>
			`This account (user id ${found[1]}) has no entry in /etc/passwd, which PostgreSQL needs. Add one, start Stoa as another user, or ${outside}.`,
	],
	[/Permission denied|has wrong ownership|has invalid permissions/i, 'no_permission', noPermission],
];

/**
 * Finds the sentence for what PostgreSQL printed before it gave up.
 *
 * @param output its standard error
 * @param cluster the data directory
 */
export function explain(output: string, cluster: string): EmbeddedError {
	for (const [pattern, code, sentence] of reasons) {
		const found = output.match(pattern);
		if (found) return new EmbeddedError(code, sentence(cluster, found), { output });
	}
	const last =
		output
			.trim()
			.split('\n')
			.filter((line) => /FATAL|PANIC|error/i.test(line))
			.at(-1) ?? output.trim().split('\n').at(-1);
	const said = last
		? ` It said: ${last.replace(/^.*?(?:FATAL|PANIC|ERROR|error):\s*/, '')}.`.replace('..', '.')
		: '';
	return new EmbeddedError(
		'start_failed',
		`The embedded PostgreSQL in ${cluster} did not start.${said} Look into postgres.log beside it, or ${outside}.`,
		{ output },
	);
}

function noPermission(path: string): string {
	return `Stoa may not write to ${path}. Give this account the right to, or set STOA_DATA_DIR to a directory it owns.`;
}

function readOnly(path: string): string {
	return `${path} is on a read-only file system. Set STOA_DATA_DIR to a directory that can be written.`;
}

function diskFull(path: string): string {
	return `The disk that holds ${path} is full. Free some space, or set STOA_DATA_DIR to a directory on another disk; nothing that was saved is lost.`;
}
