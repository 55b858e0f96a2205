import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/*
 * Fields that must not lie in the database in the clear: AES-256-GCM under a key made from the instance's secret, one
 * key for each purpose. What is sealed for one row does not open for another: `about` is authenticated with it.
 */

const keys = new Map<string, Buffer>();

function keyFor(secret: string, purpose: string): Buffer {
	const name = `${purpose}\0${secret}`;
	let key = keys.get(name);
	if (!key) {
		key = Buffer.from(hkdfSync('sha256', secret, 'stoa', `sealed:${purpose}`, 32));
		keys.set(name, key);
	}
	return key;
}

/** Encrypts a text. @param about what it belongs to, e.g. `user:7`; asked for again when it is opened */
export function seal(secret: string, purpose: string, about: string, text: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce);
	cipher.setAAD(Buffer.from(about));
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/**
 * Decrypts what {@link seal} made.
 *
 * @throws when the secret, the purpose or what it is about is another one, or the text was changed
 */
export function unseal(secret: string, purpose: string, about: string, sealed: string): string {
	if (!sealed.startsWith('v1.')) throw new Error('Sealed with a version that is not known.');
	const bytes = Buffer.from(sealed.slice(3), 'base64url');
	const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12));
	decipher.setAAD(Buffer.from(about));
	decipher.setAuthTag(bytes.subarray(12, 28));
	return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
