import { createPrivateKey, createPublicKey, createSign, createVerify, type KeyObject } from 'node:crypto';
import { ConfigError } from '../../../platform/config.ts';

/**
 * A private RSA key from PEM, or from the bare base64 that some providers' tools give.
 *
 * @param name the variable it came from, for the sentence when it cannot be used
 */
export function privateKey(name: string, text: string): KeyObject {
	return read(name, text, [
		() => createPrivateKey(text),
		() => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }),
		() => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs1' }),
	]);
}

/** A public RSA key from PEM (of a key or a certificate), or from bare base64. */
export function publicKey(name: string, text: string): KeyObject {
	return read(name, text, [
		() => createPublicKey(text),
		() => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' }),
	]);
}

function read(name: string, text: string, ways: (() => KeyObject)[]): KeyObject {
	const pem = text.includes('-----BEGIN');
	for (const way of pem ? ways.slice(0, 1) : ways.slice(1)) {
		try {
			const key = way();
			if (key.asymmetricKeyType === 'rsa') return key;
		} catch {
			// The next way may be the right one.
		}
	}
	throw new ConfigError(`${name} is not usable: it is no RSA key in PEM or base64.`);
}

/** RSA with SHA-256 (PKCS #1 v1.5), base64: what Alipay calls RSA2, and WeChat Pay uses. */
export function signRsa(key: KeyObject, text: string): string {
	return createSign('RSA-SHA256').update(text, 'utf8').sign(key, 'base64');
}

/** True when `signature` is that of the text. */
export function verifyRsa(key: KeyObject, text: string, signature: string): boolean {
	try {
		return createVerify('RSA-SHA256').update(text, 'utf8').verify(key, signature, 'base64');
	} catch {
		return false;
	}
}
