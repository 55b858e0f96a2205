import { createDecipheriv, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { now } from '../../../kernel/clock.ts';
import { orderError } from '../order.ts';
import { type Answered, callProvider, unavailable } from './http.ts';
import { signRsa, verifyRsa } from './keys.ts';

/** What WeChat Pay knows us by, and we it. */
export interface WechatAccess {
	merchantId: string;
	appId: string;
	/** Of our certificate: it says which of our keys signed. */
	serial: string;
	privateKey: KeyObject;
	/** 32 bytes: what WeChat Pay encrypts with. */
	apiV3Key: string;
	/** Secret of the service account: asks who a buyer within WeChat is. */
	appSecret?: string;
	/** Its public key, where it gives one instead of certificates. */
	publicKey?: { id: string; key: KeyObject };
	api: string;
	/** Where WeChat itself answers, which says who somebody is. */
	identityApi: string;
	patienceMs: number;
}

/** A part of a message that WeChat Pay encrypted. */
export interface Sealed {
	algorithm: string;
	ciphertext: string;
	nonce: string;
	associated_data?: string;
}

/** Messages are of now: five minutes, as its documentation asks. */
const SKEW_MS = 5 * 60_000;
/** A forged message may name any certificate: those are fetched no more often than this. */
const FETCH_EVERY_MS = 60_000;

/** Opens AES-256-GCM as WeChat Pay seals it: the last 16 bytes are the tag. @throws when it was not sealed with the key */
export function unseal(key: string, { algorithm, ciphertext, nonce, associated_data }: Sealed): string {
	if (algorithm !== 'AEAD_AES_256_GCM') throw new Error(`Unknown algorithm ${algorithm}.`);
	const bytes = Buffer.from(ciphertext, 'base64');
	const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'utf8'), Buffer.from(nonce, 'utf8'), {
		authTagLength: 16,
	});
	decipher.setAuthTag(bytes.subarray(-16));
	decipher.setAAD(Buffer.from(associated_data ?? '', 'utf8'));
	return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
}

/** Calls WeChat Pay, signs what is asked, and checks who answered and who calls back. */
export function openWechatCalls(access: WechatAccess) {
	/** WeChat Pay's keys by the serial of their certificate: it changes them, and both are good for a while. */
	const keys = new Map<string, KeyObject>();
	if (access.publicKey) keys.set(access.publicKey.id, access.publicKey.key);
	let fetchedAt = Number.NEGATIVE_INFINITY;
	let fetching: Promise<void> | undefined;

	function authorization(method: string, path: string, body: string): string {
		const nonce = randomBytes(16).toString('hex');
		const timestamp = Math.floor(now().getTime() / 1000);
		const signature = signRsa(access.privateKey, `${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`);
		const parts = {
			mchid: access.merchantId,
			nonce_str: nonce,
			signature,
			timestamp,
			serial_no: access.serial,
		};
		const text = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
		return `WECHATPAY2-SHA256-RSA2048 ${text.join(',')}`;
	}

	async function send(
		method: 'GET' | 'POST',
		url: URL,
		content?: unknown,
		patience = access.patienceMs,
	): Promise<Answered> {
		const body = content === undefined ? '' : JSON.stringify(content);
		return callProvider(
			url,
			{
				method,
				headers: {
					authorization: authorization(method, url.pathname + url.search, body),
					accept: 'application/json',
					'content-type': 'application/json',
					'user-agent': 'stoa',
				},
				...(body ? { body } : {}),
			},
			patience,
		);
	}

	/** The certificates are sealed with the key that only WeChat Pay and we have: that is who they are from. */
	async function fetchKeys(): Promise<void> {
		const { status, body } = await send('GET', new URL('/v3/certificates', access.api));
		if (status !== 200) throw unavailable(new Error(`Certificates: WeChat Pay answered ${status}.`));
		try {
			const { data } = JSON.parse(body.toString('utf8')) as {
				data: {
					serial_no: string;
					effective_time: string;
					expire_time: string;
					encrypt_certificate: Sealed;
				}[];
			};
			const time = now().getTime();
			const fresh = new Map<string, KeyObject>();
			for (const one of data) {
				const certificate = new X509Certificate(unseal(access.apiV3Key, one.encrypt_certificate));
				if (Date.parse(one.effective_time) <= time && time < Date.parse(one.expire_time))
					fresh.set(one.serial_no, certificate.publicKey);
			}
			keys.clear();
			if (access.publicKey) keys.set(access.publicKey.id, access.publicKey.key);
			for (const [serial, key] of fresh) keys.set(serial, key);
		} catch (cause) {
			throw unavailable(cause);
		}
	}

	async function keyOf(serial: string): Promise<KeyObject | undefined> {
		const known = keys.get(serial);
		// A key by its id is never among the certificates.
		if (known || serial.startsWith('PUB_KEY_ID_')) return known;
		if (!fetching && now().getTime() - fetchedAt >= FETCH_EVERY_MS) {
			fetching = fetchKeys()
				.then(() => {
					fetchedAt = now().getTime();
				})
				.finally(() => {
					fetching = undefined;
				});
		}
		await fetching;
		return keys.get(serial);
	}

	/** @returns why a message is not WeChat Pay's, of now; null when it is */
	async function doubt(header: (name: string) => string, body: string): Promise<string | null> {
		const timestamp = header('wechatpay-timestamp');
		if (!(Math.abs(now().getTime() - Number(timestamp || Number.NaN) * 1000) < SKEW_MS))
			return 'It is too old, or of the future.';
		const key = await keyOf(header('wechatpay-serial'));
		if (!key) return 'It is signed with a key that WeChat Pay does not have.';
		const text = `${timestamp}\n${header('wechatpay-nonce')}\n${body}\n`;
		return verifyRsa(key, text, header('wechatpay-signature')) ? null : 'It is not signed by WeChat Pay.';
	}

	return {
		/**
		 * @returns status and what was answered, which WeChat Pay signed
		 * @throws orders.provider_unavailable also when the answer is not signed by it
		 */
		async call<T>(
			method: 'GET' | 'POST',
			path: string,
			content?: unknown,
		): Promise<{ status: number; answer: T }> {
			const { status, headers, body } = await send(method, new URL(path, access.api), content);
			const text = body.toString('utf8');
			// A refusal of our own signature comes without one of theirs: nothing can follow from it.
			const wrong = await doubt((name) => headers.get(name) ?? '', text);
			if (wrong) throw unavailable(new Error(`WeChat Pay answered ${status}: ${wrong}`));
			try {
				return { status, answer: (text === '' ? {} : JSON.parse(text)) as T };
			} catch (cause) {
				throw unavailable(cause);
			}
		},
		/** A file, which is not signed: its digest was. */
		async download(url: string): Promise<Buffer> {
			const address = new URL(url);
			if (address.origin !== new URL(access.api).origin)
				throw unavailable(new Error('The bill is said to be at another address.'));
			const { status, body } = await send('GET', address, undefined, 60_000);
			if (status !== 200) throw unavailable(new Error(`The bill's address answered ${status}.`));
			return body;
		},
		/** Checks a callback. @throws orders.notice_invalid */
		async check(headers: Readonly<Record<string, string>>, body: string): Promise<void> {
			const wrong = await doubt((name) => headers[name] ?? '', body);
			if (wrong) throw orderError('notice_invalid', { detail: wrong });
		},
	};
}
