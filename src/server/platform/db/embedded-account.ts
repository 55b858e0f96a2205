import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { EmbeddedError, outside } from './embedded-error.ts';

/** The account PostgreSQL runs under when Stoa runs as root. */
export interface Account {
	uid: number;
	gid: number;
	name: string;
}

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the one that owns the cluster already,
 * else `stoa` or `postgres` if the system has them, else a new system account `stoa`, else `nobody`.
 *
 * @param cluster the data directory, which may not exist yet
 * @returns undefined when Stoa is an ordinary user and PostgreSQL simply runs as that
 * @throws EmbeddedError `wrong_owner`, `no_account`
 */
export function chooseAccount(cluster: string, log: (line: string) => void): Account | undefined {
	const self = process.geteuid?.() ?? -1;
	const owner = statSync(cluster, { throwIfNoEntry: false });
	if (self !== 0) {
		if (owner && owner.uid !== self) {
			throw new EmbeddedError(
				'wrong_owner',
				`The database in ${cluster} belongs to ${nameOf(owner.uid)}, and Stoa was started as ${userInfo().username}. Start it as the account that made it (root if that was root), or set STOA_DATA_DIR to a directory of your own.`,
			);
		}
		return undefined;
	}
	if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) };
	const known = find('stoa') ?? find('postgres');
	if (known) return known;
	try {
		execFileSync(
			'useradd',
			[
				'--system',
				'--user-group',
				'--no-create-home',
				'--home-dir',
				'/nonexistent',
				'--shell',
				'/usr/sbin/nologin',
				'stoa',
			],
			{ stdio: 'ignore' },
		);
		log('PostgreSQL does not run as root: made the system account "stoa" for it');
	} catch {
		// No useradd, or /etc cannot be written: `nobody` is the last account every system has.
	}
	const made = find('stoa') ?? find('nobody');
	if (made) return made;
	throw new EmbeddedError(
		'no_account',
		`PostgreSQL refuses to run as root and this system has no other account to lend it. Start Stoa as an ordinary user, or ${outside}.`,
	);
}

/** Whether `account` may use `path` (read, and enter when a directory) and pass every directory above it. */
export function canReach(path: string, account: Account): boolean {
	const file = statSync(path, { throwIfNoEntry: false });
	if (!file || !allows(file, account, file.isDirectory() || file.mode & 0o111 ? 5 : 4)) return false;
	for (let at = dirname(path); ; at = dirname(at)) {
		if (!allows(statSync(at), account, 1)) return false;
		if (at === dirname(at)) return true;
	}
}

function allows(file: { mode: number; uid: number; gid: number }, account: Account, bits: number): boolean {
	const shift = file.uid === account.uid ? 6 : file.gid === account.gid ? 3 : 0;
	return ((file.mode >> shift) & bits) === bits;
}

function accounts(): string[][] {
	try {
		return readFileSync('/etc/passwd', 'utf8')
			.split('\n')
			.map((line) => line.split(':'));
	} catch {
		return [];
	}
}

function find(name: string): Account | undefined {
	const entry = accounts().find((fields) => fields[0] === name);
	return entry && Number(entry[2]) > 0 ? { name, uid: Number(entry[2]), gid: Number(entry[3]) } : undefined;
}

function nameOf(uid: number): string {
	return accounts().find((fields) => Number(fields[2]) === uid && fields[0] !== '')?.[0] ?? `uid ${uid}`;
}
