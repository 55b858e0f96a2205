import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type S3Client, type S3Config, s3Client } from './s3-client.ts';
import { readListing } from './s3-listing.ts';
import { checkKey, checkPrefix, type Range, type Storage, StorageError } from './storage.ts';

/** Larger files are sent in parts of this size; S3 takes ten thousand of them. */
const PART = 16 * 1024 * 1024;
/** How often reading one object goes on after a lost connection. */
const RESUMES = 8;

/** A storage in a bucket of S3, or of anything that speaks it. */
export function openS3(config: S3Config): Storage {
	const client = s3Client(config);
	const named = (key: string) => config.prefix + checkKey(key);

	return {
		place: client.place,
		async put(key, body, type = 'application/octet-stream') {
			await client.need({
				method: 'PUT',
				key: named(key),
				body: new Uint8Array(body),
				headers: { 'content-type': type },
			});
		},
		async putFile(key, path, type = 'application/octet-stream') {
			const file = await open(path, 'r');
			try {
				const { size } = await stat(path);
				const read = async (from: number) => {
					const part = Buffer.allocUnsafe(Math.min(PART, size - from));
					let filled = 0;
					while (filled < part.length) {
						const { bytesRead } = await file.read(part, filled, part.length - filled, from + filled);
						if (bytesRead === 0) throw new StorageError(`${path} became shorter while it was read.`);
						filled += bytesRead;
					}
					return new Uint8Array(part);
				};
				const headers = { 'content-type': type };
				if (size <= PART) await client.need({ method: 'PUT', key: named(key), body: await read(0), headers });
				else await putInParts(client, named(key), headers, size, read);
			} finally {
				await file.close();
			}
		},
		open: (key, range) => openObject(client, named(key), range),
		async size(key) {
			const response = await client.send({ method: 'HEAD', key: named(key) });
			if (response.status === 404) return null;
			if (!response.ok)
				throw new StorageError(`${client.place} refused to tell of ${key}: ${response.status}.`);
			return Number(response.headers.get('content-length'));
		},
		async *list(prefix) {
			const below = config.prefix + checkPrefix(prefix);
			let token: string | undefined;
			do {
				const query = { 'list-type': '2', prefix: below, ...(token ? { 'continuation-token': token } : {}) };
				const response = await client.need({ method: 'GET', query });
				const listing = readListing(await response.text());
				for (const { key, bytes } of listing.objects) yield { key: key.slice(config.prefix.length), bytes };
				token = listing.next;
			} while (token);
		},
		async remove(key) {
			await removeObject(client, named(key));
		},
		async removeAll(prefix) {
			let waiting: Promise<void>[] = [];
			for await (const { key } of this.list(prefix)) {
				waiting.push(removeObject(client, named(key)));
				if (waiting.length < 8) continue;
				await Promise.all(waiting);
				waiting = [];
			}
			await Promise.all(waiting);
		},
		pathOf: () => null,
	};
}

async function removeObject(client: S3Client, key: string): Promise<void> {
	const response = await client.send({ method: 'DELETE', key });
	if (!response.ok && response.status !== 404)
		throw new StorageError(`${client.place} refused to take ${key} away: ${response.status}.`);
}

async function putInParts(
	client: S3Client,
	key: string,
	headers: Record<string, string>,
	size: number,
	read: (from: number) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<void> {
	const begun = await client.need({ method: 'POST', key, query: { uploads: '' }, headers });
	const uploadId = /<UploadId>([^<]+)<\/UploadId>/.exec(await begun.text())?.[1];
	if (!uploadId) throw new StorageError(`${client.place} began no upload in parts.`);
	try {
		const parts: string[] = [];
		for (let from = 0; from < size; from += PART) {
			const partNumber = String(parts.length + 1);
			const sent = await client.need({
				method: 'PUT',
				key,
				query: { partNumber, uploadId },
				body: await read(from),
			});
			parts.push(
				`<Part><PartNumber>${partNumber}</PartNumber><ETag>${sent.headers.get('etag') ?? ''}</ETag></Part>`,
			);
		}
		const body = new TextEncoder().encode(
			`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`,
		);
		const done = await client.need({ method: 'POST', key, query: { uploadId }, body });
		// It may say 200 at once, and what went wrong afterwards.
		if (!(await done.text()).includes('CompleteMultipartUploadResult'))
			throw new StorageError(`${client.place} did not put the parts of ${key} together.`);
	} catch (error) {
		await client.send({ method: 'DELETE', key, query: { uploadId } }).catch(() => {});
		throw error;
	}
}

/** Opens an object. A connection that is lost on the way is made again, from where it was lost. */
async function openObject(client: S3Client, key: string, range: Range | undefined) {
	const first = await get(client, key, range ? `bytes=${range.from}-${range.to}` : undefined);
	if (!first) return null;
	// A range that begins behind the end. Not every service says where that is.
	if (first.status === 416) {
		await first.body?.cancel();
		const stated = /\/(\d+)$/.exec(first.headers.get('content-range') ?? '')?.[1];
		const whole = stated ? null : await client.need({ method: 'HEAD', key });
		const total = Number(stated ?? whole?.headers.get('content-length') ?? 0);
		return { bytes: 0, total, stream: Readable.from([]) };
	}
	const bytes = Number(first.headers.get('content-length'));
	const total = Number(/\/(\d+)$/.exec(first.headers.get('content-range') ?? '')?.[1] ?? bytes);
	const begin = Math.min(range?.from ?? 0, total);
	const etag = first.headers.get('etag');

	async function* read(): AsyncGenerator<Buffer> {
		let response = first!;
		let got = 0;
		for (let left = RESUMES; ; left--) {
			try {
				for await (const chunk of response.body ?? []) {
					got += chunk.length;
					yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
				}
				if (got >= bytes) return;
			} catch (cause) {
				if (left === 0)
					throw new StorageError(`${client.place} lost the connection again and again.`, { cause });
			}
			if (left === 0) throw new StorageError(`${client.place} sends less than it said.`);
			const rest = await get(client, key, `bytes=${begin + got}-${begin + bytes - 1}`, etag);
			if (rest?.status !== 206) throw new StorageError(`${key} was changed while it was read.`);
			response = rest;
		}
	}
	return { bytes, total, stream: Readable.from(read(), { objectMode: false, highWaterMark: 256 * 1024 }) };
}

async function get(
	client: S3Client,
	key: string,
	range?: string,
	etag?: string | null,
): Promise<Response | null> {
	const headers = { ...(range ? { range } : {}), ...(etag ? { 'if-match': etag } : {}) };
	const response = await client.send({ method: 'GET', key, headers });
	if (response.ok || (range && response.status === 416)) return response;
	await response.body?.cancel();
	if (response.status === 404) return null;
	if (etag && response.status === 412) return null;
	throw new StorageError(`${client.place} refused to GET ${key}: ${response.status}.`);
}
