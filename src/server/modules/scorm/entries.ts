import { isLitter, type ZipEntry } from '../../platform/zip/index.ts';
import { scormError } from './errors.ts';

/** What a package may be. */
export const packageLimits = { entries: 10_000, bytes: 1024 ** 3, ratio: 200 } as const;

/** Each file is looked at whole before it is kept. */
const FILE = 128 * 1024 * 1024;

/** The manifest is read whole. */
export const MANIFEST = 4 * 1024 * 1024;

/**
 * The files of a package by their paths, as its manifest names them: below the folder that it lies in, if somebody packed
 * the folder and not what is in it.
 *
 * @throws scorm.link_inside, scorm.file_too_large, scorm.name_unusable, scorm.names_alike, scorm.no_manifest
 */
export function filesOf(entries: readonly ZipEntry[]): { files: Map<string, ZipEntry>; skipped: number } {
	const kept = entries.filter(({ name, directory }) => !directory && !isLitter(name));
	for (const { name, link, bytes } of kept) {
		if (link) throw scormError('link_inside', { params: { path: short(name) } });
		if (bytes > FILE)
			throw scormError('file_too_large', { params: { path: short(name), most: FILE / 1024 / 1024 } });
		// Control characters, and names that no system could have written by itself.
		if (
			name.length > 500 ||
			name.includes('\ufffd') ||
			[...name].some((sign) => sign < ' ' || sign === '\x7f')
		)
			throw scormError('name_unusable', { params: { path: short(name) } });
	}
	const at = kept
		.map(({ name }) => /^((?:[^/]+\/)?)imsmanifest\.xml$/i.exec(name)?.[1])
		.filter((prefix) => prefix !== undefined)
		.sort((a, b) => a.length - b.length)[0];
	if (at === undefined) throw scormError('no_manifest');
	const files = new Map<string, ZipEntry>();
	const alike = new Map<string, string>();
	for (const entry of kept) {
		if (!entry.name.startsWith(at)) continue;
		const path = entry.name.slice(at.length);
		// Two names that a reader takes for one: which of them is meant would be chance.
		const same = path.normalize('NFC').toLowerCase();
		const other = alike.get(same);
		if (other !== undefined)
			throw scormError('names_alike', { params: { path: short(path), other: short(other) } });
		alike.set(same, path);
		files.set(path, entry);
	}
	return { files, skipped: entries.filter(({ directory }) => !directory).length - files.size };
}

const short = (name: string) => [...name.replace(/[\x00-\x1f\x7f]/g, '?')].slice(0, 120).join('');
