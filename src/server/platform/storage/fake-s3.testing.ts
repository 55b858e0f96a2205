import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the next requests meet. */
export type Mishap = 'drop' | 'unavailable' | 'half' | 'slow down';

export interface FakeS3 {
	endpoint: string;
	objects: Map<string, Buffer>;
	/** Each is used up by one request. */
	mishaps: Mishap[];
	/** Uploads in parts that were begun and neither ended nor given up. */
	open: Map<string, Map<number, Buffer>>;
	requests: string[];
	close: () => Promise<void>;
}

const keyId = 'AKIDEXAMPLE';
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
export const fakeCredentials = { accessKeyId: keyId, secretAccessKey: secret, region: 'eu-test-1' };

/**
 * A small S3 for tests. It reckons every signature anew from what arrived (SigV4, as Amazon describes it), holds the body
 * against its hash, and behaves badly when it is told to.
 */
export async function fakeS3(bucket: string): Promise<FakeS3> {
	const fake: Omit<FakeS3, 'endpoint' | 'close'> = {
		objects: new Map(),
		mishaps: [],
		open: new Map(),
		requests: [],
	};
	const server = createServer((request, response) => {
		void answer(fake, bucket, request, response).catch((error) => {
			response.statusCode = 500;
			response.end(String(error));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		...fake,
		endpoint: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function answer(
	fake: Omit<FakeS3, 'endpoint' | 'close'>,
	bucket: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const url = new URL(request.url ?? '', 'http://fake');
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks);
	const method = request.method ?? '';
	fake.requests.push(`${method} ${url.pathname}${url.search}`);
	const refuse = (status: number, code: string) => {
		response.statusCode = status;
		response.end(method === 'HEAD' ? undefined : `<Error><Code>${code}</Code></Error>`);
	};
	const mishap = fake.mishaps.shift();
	if (mishap === 'drop') return void request.socket.destroy();
	if (mishap === 'unavailable') return refuse(503, 'ServiceUnavailable');
	if (mishap === 'slow down') return refuse(429, 'SlowDown');
	const fault = faultOfSignature(request, url, body);
	if (fault) return refuse(403, fault);
	const [, name, ...rest] = url.pathname.split('/');
	if (name !== bucket) return refuse(404, 'NoSuchBucket');
	const key = decodeURIComponent(rest.join('/'));
	const query = url.searchParams;
	if (key === '') return list(fake, query, response);
	if (method === 'POST' && query.has('uploads')) {
		const id = randomBytes(8).toString('hex');
		fake.open.set(id, new Map());
		response.end(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
		return;
	}
	const id = query.get('uploadId');
	if (id !== null) {
		const parts = fake.open.get(id);
		if (!parts) return refuse(404, 'NoSuchUpload');
		if (method === 'PUT') {
			parts.set(Number(query.get('partNumber')), body);
			response.setHeader('etag', etagOf(body));
			response.end();
		} else if (method === 'POST') {
			const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]*)<\/ETag>/g)];
			const good = named.every(
				([, number, etag]) => etagOf(parts.get(Number(number)) ?? Buffer.alloc(0)) === etag,
			);
			if (!good || named.length !== parts.size) return refuse(400, 'InvalidPart');
			fake.objects.set(key, Buffer.concat(named.map(([, number]) => parts.get(Number(number))!)));
			fake.open.delete(id);
			response.end('<CompleteMultipartUploadResult/>');
		} else {
			fake.open.delete(id);
			response.statusCode = 204;
			response.end();
		}
		return;
	}
	if (method === 'PUT') {
		fake.objects.set(key, body);
		response.end();
	} else if (method === 'DELETE') {
		fake.objects.delete(key);
		response.statusCode = 204;
		response.end();
	} else send(fake.objects.get(key), request, response, mishap === 'half');
}

const etagOf = (body: Buffer) => `"${createHash('md5').update(body).digest('hex')}"`;

function send(
	object: Buffer | undefined,
	request: IncomingMessage,
	response: ServerResponse,
	half: boolean,
): void {
	if (!object) {
		response.statusCode = 404;
		response.end(request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>');
		return;
	}
	response.setHeader('etag', etagOf(object));
	if (request.headers['if-match'] && request.headers['if-match'] !== etagOf(object)) {
		response.statusCode = 412;
		response.end();
		return;
	}
	const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
	let part = object;
	if (from !== undefined) {
		if (Number(from) >= object.length) {
			response.statusCode = 416;
			response.end();
			return;
		}
		part = object.subarray(Number(from), Number(to) + 1);
		response.statusCode = 206;
		response.setHeader('content-range', `bytes ${from}-${Number(from) + part.length - 1}/${object.length}`);
	}
	response.setHeader('content-length', part.length);
	if (request.method === 'HEAD') response.end();
	else if (half) {
		response.write(part.subarray(0, part.length >> 1), () => setTimeout(() => request.socket.destroy(), 20));
	} else response.end(part);
}

/** Ten objects an answer, so that there is always a next one. */
function list(fake: Pick<FakeS3, 'objects'>, query: URLSearchParams, response: ServerResponse): void {
	const keys = [...fake.objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
	const from = Number(query.get('continuation-token') ?? 0);
	const contents = keys
		.slice(from, from + 10)
		.map((key) => `<Contents><Key>${key}</Key><Size>${fake.objects.get(key)!.length}</Size></Contents>`)
		.join('');
	const next = keys.length > from + 10 ? `<NextContinuationToken>${from + 10}</NextContinuationToken>` : '';
	response.end(`<?xml version="1.0"?><ListBucketResult>${contents}${next}</ListBucketResult>`);
}

const hex = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const encode = (text: string) =>
	encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The code of the refusal, or null for a request that its owner has signed as it is. */
function faultOfSignature(request: IncomingMessage, url: URL, body: Buffer): string | null {
	const [, id, day, region, names, signature] =
		/^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
			request.headers.authorization ?? '',
		) ?? [];
	if (!signature || !names || !day || !region) return 'AccessDenied';
	if (id !== keyId) return 'InvalidAccessKeyId';
	const hash = request.headers['x-amz-content-sha256'];
	if (hash !== hex(body)) return 'XAmzContentSHA256Mismatch';
	for (const needed of ['host', 'x-amz-date', 'x-amz-content-sha256'])
		if (!names.split(';').includes(needed)) return 'AccessDenied';
	const query = [...url.searchParams]
		.map(([name, value]) => `${encode(name)}=${encode(value)}`)
		.sort()
		.join('&');
	const canonical = [
		request.method,
		url.pathname,
		query,
		...names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
		'',
		names,
		hash,
	].join('\n');
	const scope = `${day}/${region}/s3/aws4_request`;
	const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hex(canonical)].join('\n');
	const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request');
	return hmac(key, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}
