import { refuse } from './errors.ts';

// One buffer: magic (8), format version (4), length of the description (4), the description as JSON, the arrays at
// multiples of 8, CRC-32 of all before it (4). Numbers are little-endian, as on every machine that Node runs on.

const magic = 'STOA-REC';
const formatVersion = 1;
const arrayTypes = { Int32Array, Uint8Array, Float32Array, Float64Array } as const;
type ArrayType = keyof typeof arrayTypes;
type Stored = Int32Array | Uint8Array | Float32Array | Float64Array;

/** What a model keeps: plain values and typed arrays, nested as it likes. */
export type State = { readonly [key: string]: StateValue };
export type StateValue =
	| number
	| string
	| boolean
	| null
	| undefined
	| Stored
	| readonly StateValue[]
	| { readonly [key: string]: StateValue };

interface Description {
	kind: string;
	version: number;
	state: unknown;
	arrays: { type: ArrayType; length: number }[];
}

/** Packs a state into one buffer under a kind and the version of that kind's layout. */
export function pack(kind: string, version: number, state: State): Uint8Array {
	const arrays: Stored[] = [];
	const describe = (value: unknown): unknown => {
		if (ArrayBuffer.isView(value)) {
			arrays.push(value as Stored);
			return { $array: arrays.length - 1 };
		}
		if (Array.isArray(value)) return value.map(describe);
		if (value !== null && typeof value === 'object')
			return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, describe(inner)]));
		if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
		return value;
	};
	const described = describe(state);
	const text = new TextEncoder().encode(
		JSON.stringify({
			kind,
			version,
			state: described,
			arrays: arrays.map((array) => ({ type: array.constructor.name, length: array.length })),
		}),
	);
	let size = aligned(16 + text.length);
	for (const array of arrays) size += aligned(array.byteLength);
	const bytes = new Uint8Array(size + 4);
	const view = new DataView(bytes.buffer);
	bytes.set(new TextEncoder().encode(magic));
	view.setUint32(8, formatVersion, true);
	view.setUint32(12, text.length, true);
	bytes.set(text, 16);
	let at = aligned(16 + text.length);
	for (const array of arrays) {
		bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
		at += aligned(array.byteLength);
	}
	view.setUint32(size, crc32(bytes.subarray(0, size)), true);
	return bytes;
}

/**
 * Unpacks what `pack` made; arrays come to lie in shared memory.
 *
 * @throws RecommenderError `foreign_file`, `unsupported_version`, `truncated_file`, `damaged_file`
 */
export function unpack(bytes: Uint8Array): { kind: string; version: number; state: State } {
	if (bytes.length < 8 || new TextDecoder().decode(bytes.slice(0, 8)) !== magic)
		refuse('foreign_file', 'This is not a file of @stoa/recommender.');
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 20) refuse('truncated_file', 'The file ends within its head.');
	const version = view.getUint32(8, true);
	if (version !== formatVersion)
		refuse('unsupported_version', `The file has format ${version}; this library reads ${formatVersion}.`);
	const textLength = view.getUint32(12, true);
	if (16 + textLength > bytes.length) refuse('truncated_file', 'The file ends within its description.');
	const description = parse(bytes.slice(16, 16 + textLength));
	let size = aligned(16 + textLength);
	for (const { type, length } of description.arrays)
		size += aligned(
			length * (arrayTypes[type]?.BYTES_PER_ELEMENT ?? refuse('damaged_file', `Unknown array ${type}.`)),
		);
	if (bytes.length < size + 4) refuse('truncated_file', `The file has ${bytes.length} of ${size + 4} bytes.`);
	if (bytes.length > size + 4 || view.getUint32(size, true) !== crc32(bytes.subarray(0, size)))
		refuse('damaged_file', 'The checksum of the file is wrong.');
	let at = aligned(16 + textLength);
	const arrays = description.arrays.map(({ type, length }) => {
		const array: Stored = new (arrayTypes[type] as Float32ArrayConstructor)(
			new SharedArrayBuffer(length * arrayTypes[type].BYTES_PER_ELEMENT),
		);
		new Uint8Array(array.buffer as ArrayBufferLike).set(bytes.subarray(at, at + array.byteLength));
		at += aligned(array.byteLength);
		return array;
	});
	const restore = (value: unknown): StateValue => {
		if (Array.isArray(value)) return value.map(restore);
		if (value === null || typeof value !== 'object') return value as StateValue;
		if ('$array' in value) return arrays[Number(value.$array)];
		if ('$number' in value) return Number(value.$number);
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, restore(inner)]));
	};
	return { kind: description.kind, version: description.version, state: restore(description.state) as State };
}

function parse(text: Uint8Array): Description {
	try {
		return JSON.parse(new TextDecoder().decode(text));
	} catch {
		return refuse('damaged_file', 'The description of the file cannot be read.');
	}
}

function aligned(size: number): number {
	return Math.ceil(size / 8) * 8;
}

let table: Uint32Array | undefined;

/** CRC-32 (ISO-HDLC, the one of gzip), four bytes a step. */
export function crc32(bytes: Uint8Array): number {
	table ??= Uint32Array.from({ length: 1024 }, (_, n) => {
		let value = n & 255;
		for (let round = 0; round <= n >> 8; round++)
			for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
		return value >>> 0;
	});
	let crc = 0xffffffff;
	let at = 0;
	for (const end = bytes.length - 3; at < end; at += 4) {
		crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
		crc =
			table[768 + (crc & 255)]! ^
			table[512 + ((crc >>> 8) & 255)]! ^
			table[256 + ((crc >>> 16) & 255)]! ^
			table[crc >>> 24]!;
	}
	for (; at < bytes.length; at++) crc = (crc >>> 8) ^ table[(crc ^ bytes[at]!) & 255]!;
	return ~crc >>> 0;
}
