import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { SourceError } from './source-error.ts';

const CHUNK = 1 << 16;

/** How far into a file a reader is, in bytes as stored (compressed where the file is). */
export interface Position {
	bytes: number;
	totalBytes: number;
}

/**
 * The text of a file, plain or gzipped (told by its first bytes, not its name), piece by piece.
 * Strict UTF-8; a leading byte-order mark is dropped. `position.bytes` grows as the file is read.
 * Memory: a few pieces of 64 KB, whatever the size of the file.
 *
 * @throws SourceError not_found, unreadable, truncated, damaged, wrong_encoding
 */
export async function* readText(path: string, name: string, position?: Position): AsyncGenerator<string> {
	const handle = await open(path, 'r').catch((cause: NodeJS.ErrnoException) => {
		throw cause.code === 'ENOENT'
			? new SourceError('not_found', { file: name }, 'there is no such file', 'Check the path.', cause)
			: new SourceError(
					'unreadable',
					{ file: name },
					`cannot be opened (${cause.code})`,
					'Check that it is a file this user may read.',
					cause,
				);
	});
	let lines = 1;
	try {
		const head = Buffer.alloc(4);
		await handle.read(head, 0, 4, 0);
		refuseForeignEncoding(head, name);
		if (position) position.totalBytes = (await handle.stat()).size;
		const file = handle.createReadStream({ start: 0, highWaterMark: CHUNK, autoClose: false });
		const zipped = head[0] === 0x1f && head[1] === 0x8b;
		const gunzip = zipped ? createGunzip({ chunkSize: CHUNK }) : undefined;
		// pipe() does not hand on errors of the source.
		if (gunzip) file.on('error', (error) => gunzip.destroy(error));
		const bytes: AsyncIterable<Buffer> = gunzip ? file.pipe(gunzip) : file;
		const decoder = new TextDecoder('utf-8', { fatal: true });
		try {
			for await (const chunk of bytes) {
				let text: string;
				try {
					text = decoder.decode(chunk, { stream: true });
				} catch (cause) {
					throw badUtf8(name, lines + linesBeforeFault(chunk), cause);
				}
				lines += countNewlines(text);
				if (position) position.bytes = file.bytesRead;
				if (text) yield text;
			}
			try {
				const rest = decoder.decode();
				if (rest) yield rest;
			} catch (cause) {
				throw new SourceError(
					'truncated',
					{ file: name, line: lines },
					'ends in the middle of a character',
					'The file is incomplete: fetch it again.',
					cause,
				);
			}
		} finally {
			file.destroy();
			gunzip?.destroy();
		}
	} catch (error) {
		throw explain(error, name, lines);
	} finally {
		await handle.close();
	}
}

/** The lines of {@link readText}, without their ends; a line longer than `limit` characters is refused. */
export async function* readLines(
	path: string,
	name: string,
	limit: number,
	position?: Position,
): AsyncGenerator<{ line: number; text: string }> {
	let pieces: string[] = [];
	let held = 0;
	let line = 1;
	for await (const chunk of readText(path, name, position)) {
		let from = 0;
		for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
			pieces.push(chunk.slice(from, end));
			yield { line, text: pieces.join('').replace(/\r$/, '') };
			pieces = [];
			held = 0;
			line++;
			from = end + 1;
		}
		if (from < chunk.length) {
			pieces.push(chunk.slice(from));
			held += chunk.length - from;
		}
		if (held > limit) {
			throw new SourceError(
				'too_large',
				{ file: name, line },
				`is longer than ${limit} characters`,
				'Split it, or leave it out.',
			);
		}
	}
	if (held > 0) yield { line, text: pieces.join('') };
}

function countNewlines(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
	return count;
}

function refuseForeignEncoding(head: Buffer, name: string): void {
	const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
	if (utf16) {
		throw new SourceError(
			'wrong_encoding',
			{ file: name, line: 1 },
			'is UTF-16',
			'Convert it first: iconv -f UTF-16 -t UTF-8.',
		);
	}
	const packed = {
		'377abcaf': '7z',
		'504b0304': 'zip',
		'425a6839': 'bzip2',
		fd377a58: 'xz',
		'28b52ffd': 'zstd',
	}[head.toString('hex')];
	if (packed) {
		throw new SourceError(
			'wrong_encoding',
			{ file: name },
			`is a ${packed} archive`,
			'Unpack it first; plain and gzip are read.',
		);
	}
}

function badUtf8(file: string, line: number, cause: unknown): SourceError {
	return new SourceError(
		'wrong_encoding',
		{ file, line },
		'is not valid UTF-8',
		'Convert or repair this line; nothing of it was guessed.',
		cause,
	);
}

/** How many newlines lie before the first line of the chunk that is not UTF-8; its edges may cut characters. */
function linesBeforeFault(chunk: Uint8Array): number {
	let from = 0;
	while (from < 3 && ((chunk[from] ?? 0) & 0xc0) === 0x80) from++;
	for (let count = 0; ; count++) {
		const end = chunk.indexOf(0x0a, from);
		if (end === -1 || !isUtf8(chunk.subarray(from, end))) return count;
		from = end + 1;
	}
}

function explain(error: unknown, file: string, line: number): unknown {
	if (error instanceof SourceError || !(error instanceof Error)) return error;
	const code = (error as NodeJS.ErrnoException).code ?? '';
	if (code === 'Z_BUF_ERROR') {
		return new SourceError(
			'truncated',
			{ file, line },
			'the gzip data stops in the middle',
			'The file is incomplete: fetch it again.',
			error,
		);
	}
	if (code.startsWith('Z_')) {
		return new SourceError(
			'damaged',
			{ file, line },
			`the gzip data is damaged (${error.message})`,
			'Fetch the file again.',
			error,
		);
	}
	if (code === 'EISDIR') {
		return new SourceError('unreadable', { file }, 'is a folder', 'Give a file.', error);
	}
	return error;
}
