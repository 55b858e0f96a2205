import type { Readable } from 'node:stream';

/** Part of an object: the bytes from `from` to `to`, both included, as in an HTTP range. */
export interface Range {
	from: number;
	to: number;
}

/** An object that is being read. */
export interface Opened {
	/** Of the part that was asked for. */
	bytes: number;
	/** Of the whole object. */
	total: number;
	stream: Readable;
}

/**
 * Where bytes lie that are too many for the database. Keys are paths of plain names, `media/7/original`. An object is
 * there whole or not at all: one whose writing failed is as if it had never been begun, and one that is written anew
 * is the old one until the new one is whole.
 */
export interface Storage {
	/** What it is, for people who run this place. */
	readonly place: string;
	/** Writes an object. @param type its media type, where the storage keeps one */
	put(key: string, body: Uint8Array, type?: string): Promise<void>;
	/** Writes an object from a file, which may be gone afterwards. */
	putFile(key: string, path: string, type?: string): Promise<void>;
	/** Opens an object, or a part of it, for reading; null when there is none. A range beyond its end is cut. */
	open(key: string, range?: Range): Promise<Opened | null>;
	/** Its size in bytes, or null when there is none. */
	size(key: string): Promise<number | null>;
	/** Everything below a prefix such as `media/7/` (empty: everything), in no order that could be relied on. */
	list(prefix: string): AsyncGenerator<{ key: string; bytes: number }>;
	/** Takes an object away; none is no error. */
	remove(key: string): Promise<void>;
	/** Takes everything below a prefix away. */
	removeAll(prefix: string): Promise<void>;
	/** The file that holds the object, for programs that read files; null where it does not lie on this machine. */
	pathOf(key: string): string | null;
}

/** The storage cannot be used as it is set up, or does not answer; the message says so in one sentence. */
export class StorageError extends Error {
	override name = 'StorageError';
}

const KEY = /^[a-z0-9][a-z0-9._-]{0,80}(?:\/[a-z0-9][a-z0-9._-]{0,80}){0,8}$/i;

/** Refuses keys that are not ours: one with `..` in it would leave the place. @throws StorageError */
export function checkKey(key: string): string {
	if (!KEY.test(key) || key.includes('..'))
		throw new StorageError(`"${key}" cannot be the key of an object.`);
	return key;
}

/** As {@link checkKey}, for the beginning of keys; none is everything. */
export function checkPrefix(prefix: string): string {
	if (prefix === '') return prefix;
	if (!prefix.endsWith('/')) throw new StorageError(`The prefix "${prefix}" does not end with a slash.`);
	checkKey(prefix.slice(0, -1));
	return prefix;
}
