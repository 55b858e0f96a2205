import { isUtf8 } from 'node:buffer';
import { mkdir, readFile, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mediaError } from '../../modules/media/index.ts';
import { isLitter, openZip, type ZipEntry } from '../../platform/zip/index.ts';
import { archiveError } from './errors.ts';

/** What the archive of a course may be. Files in it are held against the limits of uploads beside. */
export const archiveLimits = { entries: 5000, bytes: 8 * 1024 ** 3, ratio: 200 } as const;
/** Texts are read whole. */
const TEXTS = 64 * 1024 * 1024;
/** What a disk must have left. */
const SPARE = 512 * 1024 * 1024;

const text = /^(?:(?!media\/)[^/.][^/]*\/)?[^/.][^/]*\.md$/;
const file = /^media\/[^/.][^/]*$/;

/**
 * Unpacks what of an archive belongs to a course, its texts and the files in media/, into an empty folder: names and sizes
 * are looked at first, then each file is written piece by piece. Who packed the folder and not what is in it is understood.
 *
 * @param told how many of how many files are there
 * @throws zip.*, archives.*, media.disk_full
 */
export async function unpackArchive(
	path: string,
	dir: string,
	{ told, stopped }: { told: (done: number, all: number) => Promise<void>; stopped: () => boolean },
): Promise<{ skipped: number; files: number }> {
	const zip = await openZip(path, archiveLimits);
	try {
		const { wanted, skipped } = choose(zip.entries);
		await refuseFullDisk(
			dir,
			[...wanted.values()].reduce((sum, { bytes }) => sum + bytes, 0),
		);
		let done = 0;
		for (const [name, entry] of wanted) {
			if (stopped()) throw new Error('Unpacking was stopped; it begins anew.');
			const target = join(dir, ...name.split('/'));
			await mkdir(dirname(target), { recursive: true, mode: 0o700 });
			await zip.copy(entry, target);
			if (text.test(name) && !isUtf8(await readFile(target)))
				throw archiveError('text_broken', { params: { file: name } });
			await told(++done, wanted.size);
		}
		return { skipped, files: [...wanted.keys()].filter((name) => file.test(name)).length };
	} finally {
		await zip.close();
	}
}

/** The entries of a course by their paths in its folder. */
function choose(entries: readonly ZipEntry[]): { wanted: Map<string, ZipEntry>; skipped: number } {
	const kept = entries.filter(({ name, directory }) => !directory && !isLitter(name));
	const root = kept
		.map(({ name }) => /^((?:[^/]+\/)?)course\.md$/.exec(name)?.[1])
		.filter((prefix) => prefix !== undefined)
		.sort((a, b) => a.length - b.length)[0];
	if (root === undefined) throw archiveError('no_course');
	const wanted = new Map<string, ZipEntry>();
	const alike = new Map<string, string>();
	let texts = 0;
	for (const entry of kept) {
		const name = entry.name.startsWith(root) ? entry.name.slice(root.length) : '';
		if (!text.test(name) && !file.test(name)) continue;
		if (entry.link) throw archiveError('link_inside', { params: { file: short(name) } });
		if (name.split('/').some((part) => Buffer.byteLength(part) > 200) || unusable(name))
			throw archiveError('name_unusable', { params: { file: short(name) } });
		// Two names that a reader takes for one: which of them is meant would be chance.
		const same = plain(name);
		const other = alike.get(same);
		if (other !== undefined)
			throw archiveError('names_alike', { params: { file: short(name), other: short(other) } });
		alike.set(same, name);
		if (text.test(name)) texts += entry.bytes;
		if (texts > TEXTS) throw archiveError('too_much_text', { params: { most: TEXTS / 1024 / 1024 } });
		wanted.set(name, entry);
	}
	for (const name of wanted.keys()) {
		const folder = name.includes('/') ? name.slice(0, name.indexOf('/')) : null;
		if (folder !== null && alike.has(plain(folder)))
			throw archiveError('names_alike', { params: { file: short(name), other: short(folder) } });
	}
	return { wanted, skipped: entries.filter(({ directory }) => !directory).length - wanted.size };
}

const plain = (name: string) => name.normalize('NFC').toLowerCase();

const unusable = (name: string) =>
	name.includes('\ufffd') || [...name].some((sign) => sign < ' ' || sign === '\x7f');

const short = (name: string) => [...name.replace(/[\x00-\x1f\x7f]/g, '?')].slice(0, 120).join('');

async function refuseFullDisk(dir: string, bytes: number): Promise<void> {
	const { bavail, bsize } = await statfs(dir);
	if (bavail * bsize < bytes * 2 + SPARE) throw mediaError('disk_full');
}
