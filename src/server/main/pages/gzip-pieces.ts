import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

/** A piece of many answers: compressed once, when it is first asked for. */
export interface Piece {
	plain: Buffer;
	small?: Promise<Buffer>;
}

const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
// The shortest last block: nothing, in the fixed code.
const lastBlock = Buffer.from([0x03, 0x00]);

/**
 * One gzip stream made of pieces that were compressed apart (RFC 1951, 1952): a full flush ends each at a byte and
 * makes it independent of what came before, so joining costs a checksum and no compression.
 */
export async function gzipOf(pieces: readonly Piece[]): Promise<Buffer[]> {
	const out: Buffer[] = [head];
	let sum = 0;
	let length = 0;
	for (const piece of pieces) {
		// The checksum of nothing is taken to be the checksum so far, but zlib says 0.
		if (piece.plain.length === 0) continue;
		piece.small ??= deflate(piece.plain, { level: 6, finishFlush: constants.Z_FULL_FLUSH });
		out.push(await piece.small);
		sum = crc32(piece.plain, sum);
		length += piece.plain.length;
	}
	const tail = Buffer.alloc(8);
	tail.writeUInt32LE(sum, 0);
	tail.writeUInt32LE(length % 2 ** 32, 4);
	out.push(lastBlock, tail);
	return out;
}
