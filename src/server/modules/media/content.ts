import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { mediaError } from './errors.ts';
import { type MediaKind, type Purpose, purposes } from './purposes.ts';

/** What a file is, by its content. */
export interface Content {
	kind: MediaKind;
	mime: string;
	/** Name of ffmpeg's demuxer; only this one is tried. */
	demuxer?: string;
	/** Browsers play it as it is. */
	plays?: boolean;
	/** It is a zip inside. */
	zip?: boolean;
}

const image = (mime: string): Content => ({ kind: 'image', mime });
const file = (mime: string): Content => ({ kind: 'file', mime });
const zipped = (mime: string): Content => ({ kind: 'file', mime, zip: true });

/** Everything that may be uploaded, by the type that file-type gives it. What is not here is refused. */
const known: Record<string, Content> = {
	'image/jpeg': image('image/jpeg'),
	'image/png': image('image/png'),
	'image/apng': image('image/png'),
	'image/gif': image('image/gif'),
	'image/webp': image('image/webp'),
	'image/avif': image('image/avif'),
	'video/mp4': { kind: 'video', mime: 'video/mp4', demuxer: 'mp4', plays: true },
	'video/x-m4v': { kind: 'video', mime: 'video/mp4', demuxer: 'mp4', plays: true },
	'video/quicktime': { kind: 'video', mime: 'video/quicktime', demuxer: 'mov' },
	'video/3gpp': { kind: 'video', mime: 'video/3gpp', demuxer: 'mp4' },
	'video/webm': { kind: 'video', mime: 'video/webm', demuxer: 'matroska', plays: true },
	'video/matroska': { kind: 'video', mime: 'video/matroska', demuxer: 'matroska' },
	'video/x-matroska': { kind: 'video', mime: 'video/matroska', demuxer: 'matroska' },
	'video/vnd.avi': { kind: 'video', mime: 'video/vnd.avi', demuxer: 'avi' },
	'video/mp2t': { kind: 'video', mime: 'video/mp2t', demuxer: 'mpegts' },
	'audio/mpeg': { kind: 'audio', mime: 'audio/mpeg', demuxer: 'mp3', plays: true },
	'audio/mp4': { kind: 'audio', mime: 'audio/mp4', demuxer: 'mp4', plays: true },
	'audio/x-m4a': { kind: 'audio', mime: 'audio/mp4', demuxer: 'mp4', plays: true },
	'audio/ogg': { kind: 'audio', mime: 'audio/ogg', demuxer: 'ogg', plays: true },
	'audio/flac': { kind: 'audio', mime: 'audio/flac', demuxer: 'flac', plays: true },
	'audio/x-flac': { kind: 'audio', mime: 'audio/flac', demuxer: 'flac', plays: true },
	'audio/wav': { kind: 'audio', mime: 'audio/wav', demuxer: 'wav', plays: true },
	'audio/aac': { kind: 'audio', mime: 'audio/aac', demuxer: 'aac', plays: true },
	'application/pdf': file('application/pdf'),
	'model/gltf-binary': file('model/gltf-binary'),
	'application/zip': zipped('application/zip'),
	'application/epub+zip': zipped('application/epub+zip'),
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zipped(
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	),
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zipped(
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	),
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': zipped(
		'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	),
	'application/vnd.oasis.opendocument.text': zipped('application/vnd.oasis.opendocument.text'),
	'application/vnd.oasis.opendocument.spreadsheet': zipped('application/vnd.oasis.opendocument.spreadsheet'),
	'application/vnd.oasis.opendocument.presentation': zipped(
		'application/vnd.oasis.opendocument.presentation',
	),
};

/** Programs, in the words of file-type; said apart from other refusals, since nobody uploads one by mistake. */
const programs =
	/^application\/(?:x-(?:msdownload|elf|mach-binary|dosexec|msi|deb|rpm|ms-shortcut|google-chrome-extension)|java-vm|wasm|vnd\.android\.package-archive|x-apple-alias)$|^application\/(?:x-)?(?:mach|java-archive)/;

/** Texts are told apart by their names: nothing in them says what they are. */
const texts: Record<string, string> = {
	md: 'text/markdown',
	csv: 'text/csv',
	tsv: 'text/tab-separated-values',
	json: 'application/json',
	ipynb: 'application/json',
	vtt: 'text/vtt',
};

/** Enough for a zip to show what it is for: its first entries name that. */
const HEAD = 256 * 1024;

/**
 * Looks at what is in a file; what it is called counts for nothing, except among texts.
 *
 * @throws media.executable_refused, media.svg_refused, media.type_refused when it is not what the purpose allows
 */
export async function lookAt(path: string, purpose: Purpose, name: string): Promise<Content> {
	const content = await whatIs(await headOf(path), name);
	if (!purposes[purpose].kinds.includes(content.kind))
		throw mediaError('type_refused', {
			params: { found: content.mime },
			detail: `This is ${content.mime}, which cannot be used as ${purpose}.`,
		});
	return content;
}

/** As {@link lookAt}, of the first bytes; whatever the purpose. */
export async function whatIs(head: Uint8Array, name: string): Promise<Content> {
	const { fileTypeFromBuffer } = await import('file-type');
	const found = await fileTypeFromBuffer(head).catch(() => undefined);
	const mime = found?.mime;
	if (mime && Object.hasOwn(known, mime)) return known[mime]!;
	if (mime && programs.test(mime))
		throw mediaError('executable_refused', {
			params: { found: mime },
			detail: `This is a program (${mime}).`,
		});
	if (mime === 'image/svg+xml' || (isText(head) && drawsSvg(head)))
		throw mediaError('svg_refused', {
			detail: 'An SVG can carry scripts. Save the drawing as PNG or WebP, and upload that.',
		});
	if (isText(head) && (mime === undefined || /xml|json|text/.test(mime))) {
		const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
		return file(texts[extension] ?? 'text/plain');
	}
	throw mediaError('type_refused', {
		params: { found: mime ?? 'application/octet-stream' },
		detail: `Files of this type (${mime ?? 'unknown'}) cannot be uploaded.`,
	});
}

/** Whether a file is a program of some machine, whatever it is called. Code for browsers is none. */
export async function isProgram(head: Uint8Array): Promise<boolean> {
	const { fileTypeFromBuffer } = await import('file-type');
	const found = await fileTypeFromBuffer(head).catch(() => undefined);
	return found !== undefined && found.mime !== 'application/wasm' && programs.test(found.mime);
}

async function headOf(path: string): Promise<Uint8Array> {
	const handle = await open(path, 'r');
	try {
		const head = Buffer.alloc(HEAD);
		const { bytesRead } = await handle.read(head, 0, HEAD, 0);
		return head.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

/** UTF-8 without control characters; a character that the end of the head cuts in two is no fault. */
function isText(head: Uint8Array): boolean {
	if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12)) return false;
	for (let cut = 0; cut < 4; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return true;
	return false;
}

function drawsSvg(head: Uint8Array): boolean {
	return /<(?:[\w-]+:)?svg[\s>/]/i.test(Buffer.from(head.subarray(0, 65_536)).toString('utf8'));
}

/** The demuxer for a type of {@link Content}. */
export function demuxerOf(mime: string): string {
	const found = Object.values(known).find((content) => content.mime === mime && content.demuxer);
	if (!found?.demuxer) throw new Error(`${mime} is nothing that ffmpeg is asked to read.`);
	return found.demuxer;
}
