import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of an archive that is written: a text, or what opens its bytes when their turn has come. */
export interface ZipSource {
	/** Path with slashes. */
	name: string;
	content: string | (() => Promise<AsyncIterable<Uint8Array>>);
}

/** An archive without the extension for large ones (zip64) holds so many bytes and so many files. */
export const zipMost = { bytes: 0xff_ff_ff_ff - 64 * 1024 * 1024, entries: 65_000 } as const;

// The same files make the same archive, whenever it is asked for: 1 January 2020, local time as the format has it.
const date = new Date(2020, 0, 1);

/**
 * Writes an archive piece by piece: the next piece is made when the one before was taken, so however large the files are,
 * no more than some pieces of one are in memory. Texts are packed; other files (films, pictures) are packed already.
 */
export async function* writeZip(files: Iterable<ZipSource>): AsyncGenerator<Uint8Array> {
	const ready: Uint8Array[] = [];
	let failed: Error | null = null;
	const zip = new Zip((error, piece) => {
		if (error) failed = error;
		else if (piece.length > 0) ready.push(piece);
	});
	function* taken() {
		if (failed) throw failed;
		while (ready.length > 0) yield ready.shift() as Uint8Array;
	}
	for (const { name, content } of files) {
		const entry = typeof content === 'string' ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
		entry.mtime = date;
		zip.add(entry);
		if (typeof content === 'string') entry.push(new TextEncoder().encode(content), true);
		else {
			for await (const piece of await content()) {
				entry.push(piece, false);
				yield* taken();
			}
			entry.push(new Uint8Array(0), true);
		}
		yield* taken();
	}
	zip.end();
	yield* taken();
}
