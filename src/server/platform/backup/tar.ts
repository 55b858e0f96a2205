import { BackupError } from './backup-error.ts';

// The oldest tar that every system reads (ustar); names stay under its hundred characters.
const BLOCK = 512;

/** The header of one file in a tar. */
export function tarHeader(name: string, size: number, mode = 0o600): Buffer {
	if (Buffer.byteLength(name) > 100)
		throw new BackupError(`The name ${name} is too long for a backup. Shorten it.`);
	const header = Buffer.alloc(BLOCK);
	header.write(name, 0);
	const octal = (value: number, at: number, length: number) =>
		header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at);
	octal(mode, 100, 8);
	octal(0, 108, 8);
	octal(0, 116, 8);
	octal(size, 124, 12);
	octal(Math.floor(Date.now() / 1000), 136, 12);
	header.write('        0', 148);
	header.write('ustar\x0000', 257);
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return header;
}

/** Zeros that fill the last block of a file of `size` bytes. */
export function tarPadding(size: number): Buffer {
	return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** What ends a tar. */
export const tarEnd = Buffer.alloc(BLOCK * 2);

/** One file inside a tar; its contents are to be read before the next is asked for. */
export interface TarEntry {
	name: string;
	size: number;
	contents: AsyncGenerator<Buffer>;
}

/** Reads a tar file by file from chunks of any size. @throws BackupError when it is no tar or is cut off */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
	const source = chunks[Symbol.asyncIterator]();
	let held: Buffer = Buffer.alloc(0);
	const more = async (): Promise<boolean> => {
		const { value, done } = await source.next();
		if (!done) held = held.length === 0 ? value : Buffer.concat([held, value]);
		return !done;
	};
	const take = async (length: number): Promise<Buffer> => {
		while (held.length < length)
			if (!(await more())) throw new BackupError('The backup is cut off: its end is missing.');
		const taken = held.subarray(0, length);
		held = held.subarray(length);
		return taken;
	};
	for (;;) {
		const header = await take(BLOCK);
		if (header.every((byte) => byte === 0)) return;
		const text = (from: number, length: number) =>
			header
				.subarray(from, from + length)
				.toString()
				.replace(/\0.*$/s, '');
		const stated = Number.parseInt(text(148, 8), 8);
		const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
		if (text(257, 5) !== 'ustar' || stated !== sum)
			throw new BackupError('The backup is damaged or no backup.');
		const size = Number.parseInt(text(124, 12), 8);
		let left = size;
		const contents = async function* (): AsyncGenerator<Buffer> {
			while (left > 0) {
				if (held.length === 0 && !(await more()))
					throw new BackupError('The backup is cut off: its end is missing.');
				const part = held.subarray(0, left);
				held = held.subarray(part.length);
				left -= part.length;
				yield part;
			}
		};
		yield { name: text(0, 100), size, contents: contents() };
		// What the reader did not want.
		while (left > 0) left -= (await take(Math.min(left, 65_536))).length;
		await take(tarPadding(size).length);
	}
}
