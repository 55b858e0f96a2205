import { createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { defineErrors } from '../../kernel/errors.ts';

/** Refusals of what others packed. */
export const zipError = defineErrors('zip', {
	broken: 422,
	too_many_entries: 422,
	too_large: 422,
	outside: 422,
	encrypted: 422,
});

export type ZipError = ReturnType<typeof zipError>;

export interface ZipLimits {
	/** How many files and folders. */
	entries: number;
	/** Bytes of all of them, unpacked. */
	bytes: number;
	/** Bytes unpacked for each byte packed, of any of them that is larger than a megabyte. */
	ratio: number;
}

export interface ZipEntry {
	/** Path with slashes, inside of the archive. */
	name: string;
	directory: boolean;
	/** A link to somewhere else, as Unix archives have them; its bytes are only a path. */
	link: boolean;
	/** Packed, and as the archive says that it is unpacked. */
	packed: number;
	bytes: number;
	method: number;
	offset: number;
	/** CRC-32 of its bytes, as the archive says. */
	crc: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MB = 1024 * 1024;
/** A list of entries longer than this belongs to no archive that anybody would wait for. */
const LIST = 16 * MB;
/** So much of an entry is in memory at once while it is copied. */
const PIECE = 256 * 1024;

/**
 * Opens an archive for reading within limits. The list of entries is read and held against the limits first; unpacking an
 * entry ends where the entry said that it ends, so a list that lies gains nothing.
 *
 * @throws zip.*
 */
export async function openZip(path: string, limits: ZipLimits) {
	const file = await open(path, 'r');
	try {
		const entries = await readList(file, limits);
		return {
			entries,
			/** Unpacks one entry. @throws zip.broken, zip.too_large when more comes out than was said */
			read: (entry: ZipEntry) => unpack(file, entry),
			/**
			 * Unpacks one entry into a new file, piece by piece, and holds its bytes against their checksum.
			 *
			 * @throws zip.broken, zip.too_large when more comes out than was said
			 */
			copy: (entry: ZipEntry, target: string) => copyOut(file, entry, target),
			close: () => file.close(),
		};
	} catch (error) {
		await file.close();
		throw error;
	}
}

/** Holds an archive that is kept as it is against limits. @throws zip.* */
export async function checkZip(path: string, limits: ZipLimits): Promise<void> {
	await (await openZip(path, limits)).close();
}

const litter = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.git\/|\._)/i;

/** What archivers and systems leave behind, and nobody meant to pack. */
export const isLitter = (name: string) => litter.test(name);

const broken = (detail: string) => zipError('broken', { detail });

async function readList(file: FileHandle, limits: ZipLimits): Promise<ZipEntry[]> {
	const { size } = await file.stat();
	const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
	let at = tail.length - 22;
	while (at >= 0 && tail.readUInt32LE(at) !== END) at--;
	if (at < 0) throw broken('The archive has no list of what is in it.');
	const count = tail.readUInt16LE(at + 10);
	const length = tail.readUInt32LE(at + 12);
	const start = tail.readUInt32LE(at + 16);
	// Archives of more than four gigabytes or 65,535 entries say so in another place; nobody here needs one.
	if (count === 0xffff || length === 0xffffffff || start === 0xffffffff || count > limits.entries)
		throw zipError('too_many_entries', {
			params: { most: limits.entries },
			detail: `An archive may hold ${limits.entries} entries.`,
		});
	if (length > LIST || start + length > size) throw broken('The list of the archive lies outside of it.');
	const list = await readAt(file, start, length);
	const entries: ZipEntry[] = [];
	let total = 0;
	for (let from = 0; entries.length < count; ) {
		if (from + 46 > list.length || list.readUInt32LE(from) !== CENTRAL)
			throw broken('The list of the archive breaks off.');
		const name = list.length >= from + 46 ? list.readUInt16LE(from + 28) : 0;
		const next = from + 46 + name + list.readUInt16LE(from + 30) + list.readUInt16LE(from + 32);
		const entry = readEntry(list, from, name);
		total += entry.bytes;
		refuseBomb(entry, total, limits);
		entries.push(entry);
		from = next;
	}
	refuseOverlaps(entries);
	return entries;
}

function readEntry(list: Buffer, from: number, length: number): ZipEntry {
	if (list.readUInt16LE(from + 8) & 1)
		throw zipError('encrypted', { detail: 'The archive has a password: take it off.' });
	const name = list.toString('utf8', from + 46, from + 46 + length).replaceAll('\\', '/');
	// A name that leads out of the archive would be written somewhere else.
	if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..') || name.includes('\0'))
		throw zipError('outside', { detail: `The entry ${JSON.stringify(name)} lies outside of the archive.` });
	return {
		name,
		directory: name.endsWith('/'),
		// Made on Unix (3), and the type of the file there is a link (0120000).
		link: list[from + 5] === 3 && list.readUInt32LE(from + 38) >>> 28 === 0xa,
		packed: list.readUInt32LE(from + 20),
		bytes: list.readUInt32LE(from + 24),
		method: list.readUInt16LE(from + 10),
		offset: list.readUInt32LE(from + 42),
		crc: list.readUInt32LE(from + 16),
	};
}

function refuseBomb(entry: ZipEntry, total: number, limits: ZipLimits): void {
	const swollen = entry.bytes > MB && entry.bytes > entry.packed * limits.ratio;
	if (total > limits.bytes || swollen)
		throw zipError('too_large', {
			params: { most: Math.floor(limits.bytes / MB) },
			detail: `Unpacked, the archive is too large (${entry.name} has ${entry.bytes} bytes).`,
		});
}

/** Entries that share their packed bytes are how a small archive becomes a large one. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
	const sorted = [...entries].sort((a, b) => a.offset - b.offset);
	for (const [at, entry] of sorted.entries()) {
		const next = sorted[at + 1];
		if (next && entry.offset + 30 + entry.packed > next.offset)
			throw broken(`${entry.name} and ${next.name} share their bytes.`);
	}
}

/** Where the packed bytes of an entry begin. */
async function startOf(file: FileHandle, entry: ZipEntry): Promise<number> {
	const head = await readAt(file, entry.offset, 30);
	if (head.readUInt32LE(0) !== LOCAL) throw broken(`${entry.name} is not where the list says.`);
	if (entry.method === 0 && entry.packed !== entry.bytes) throw broken(`${entry.name} says two lengths.`);
	if (entry.method !== 0 && entry.method !== 8)
		throw broken(`${entry.name} is packed in a way that is not known here.`);
	return entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
}

async function copyOut(file: FileHandle, entry: ZipEntry, target: string): Promise<void> {
	const start = await startOf(file, entry);
	async function* packed() {
		for (let at = 0; at < entry.packed; at += PIECE)
			yield await readAt(file, start + at, Math.min(PIECE, entry.packed - at));
	}
	let size = 0;
	let sum = 0;
	async function* counted(pieces: AsyncIterable<Buffer>) {
		for await (const piece of pieces) {
			size += piece.length;
			if (size > entry.bytes)
				throw zipError('too_large', { detail: `${entry.name} is larger than the archive says.` });
			sum = crc32(piece, sum);
			yield piece;
		}
	}
	try {
		await pipeline(
			Readable.from(packed(), { objectMode: false }),
			entry.method === 8 ? createInflateRaw() : new PassThrough(),
			counted,
			createWriteStream(target, { flags: 'wx', mode: 0o600 }),
		);
	} catch (cause) {
		if (!(cause as { code?: string }).code?.startsWith('Z_')) throw cause;
		throw zipError('broken', { cause, detail: `${entry.name} cannot be unpacked.` });
	}
	if (size !== entry.bytes || sum !== entry.crc)
		throw broken(`${entry.name} is not what was packed: the archive was damaged.`);
}

async function unpack(file: FileHandle, entry: ZipEntry): Promise<Buffer> {
	const start = await startOf(file, entry);
	if (entry.method === 0) return readAt(file, start, entry.bytes);
	const packed = await readAt(file, start, entry.packed);
	const chunks: Buffer[] = [];
	let size = 0;
	const inflate = createInflateRaw();
	try {
		await pipeline([packed], inflate, async (unpacked: AsyncIterable<Buffer>) => {
			for await (const chunk of unpacked) {
				size += chunk.length;
				if (size > entry.bytes)
					throw zipError('too_large', { detail: `${entry.name} is larger than the archive says.` });
				chunks.push(chunk);
			}
		});
	} catch (cause) {
		if ((cause as { code?: string }).code?.startsWith('zip.')) throw cause;
		throw zipError('broken', { cause, detail: `${entry.name} cannot be unpacked.` });
	}
	if (size !== entry.bytes) throw broken(`${entry.name} is smaller than the archive says.`);
	return Buffer.concat(chunks);
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
	const bytes = Buffer.alloc(length);
	const { bytesRead } = await file.read(bytes, 0, length, at);
	if (bytesRead < length) throw broken('The archive breaks off.');
	return bytes;
}
