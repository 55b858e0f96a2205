import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { StorageError } from './storage.ts';

export interface S3Config {
	/** e.g. https://s3.eu-central-1.amazonaws.com; any service that speaks S3. */
	endpoint: string;
	region: string;
	bucket: string;
	accessKeyId: string;
	secretAccessKey: string;
	/** The bucket in the path of addresses, or before the host. */
	pathStyle: boolean;
	/** Begins every key, so that a bucket may hold other things too. */
	prefix: string;
}

export interface S3Request {
	method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
	/** Without the prefix of the configuration; empty for the bucket itself. */
	key?: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	body?: Uint8Array<ArrayBuffer>;
}

const TRIES = 5;
/** From sending a request to the first bytes of its answer. */
const PATIENCE = 60_000;

/**
 * Sends signed requests (SigV4, the body's hash included) and tries again what failed by accident: a lost connection,
 * 5xx, 429. Every request of ours may be sent twice.
 *
 * @returns the answer; also 404, which is for the caller to understand
 * @throws StorageError
 */
export function s3Client(config: S3Config) {
	const { endpoint, bucket, pathStyle, accessKeyId, secretAccessKey, region } = config;
	const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
	const base = new URL(endpoint);
	const place = `the bucket ${bucket} at ${base.host}`;
	const root = pathStyle
		? `${base.origin}${base.pathname.replace(/\/$/, '')}/${bucket}`
		: `${base.protocol}//${bucket}.${base.host}`;

	async function send({ method, key = '', query = {}, headers = {}, body }: S3Request): Promise<Response> {
		const address = new URL(`${root}/${key}`);
		for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
		const hash = createHash('sha256')
			.update(body ?? '')
			.digest('hex');
		let cause: unknown;
		for (let left = TRIES; left > 0; left--) {
			if (left < TRIES) await sleep(2 ** (TRIES - left) * 50 * (0.5 + Math.random()));
			const patience = new AbortController();
			const timer = setTimeout(() => patience.abort(), PATIENCE);
			try {
				const request = await aws.sign(address.href, {
					method,
					headers: { ...headers, 'x-amz-content-sha256': hash },
					...(body ? { body } : {}),
				});
				const response = await fetch(request, { signal: patience.signal });
				if (response.status < 500 && response.status !== 429) return response;
				cause = new Error(`${response.status} ${await codeOf(response)}`);
			} catch (error) {
				cause = (error as Error).cause ?? error;
			} finally {
				clearTimeout(timer);
			}
		}
		throw new StorageError(`${place} does not answer as it should: ${(cause as Error).message}.`, { cause });
	}

	return {
		place,
		send,
		/** Sends what must succeed. */
		async need(request: S3Request): Promise<Response> {
			const response = await send(request);
			if (response.ok) return response;
			const code = await codeOf(response);
			const hint = response.status === 403 ? ' Look at S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.' : '';
			throw new StorageError(
				`${place} refused to ${request.method} ${request.key ?? ''}: ${response.status} ${code}.${hint}`,
			);
		},
	};
}

export type S3Client = ReturnType<typeof s3Client>;

async function codeOf(response: Response): Promise<string> {
	const text = await response.text().catch(() => '');
	return /<Code>([\w.]{1,60})<\/Code>/.exec(text)?.[1] ?? response.statusText;
}
