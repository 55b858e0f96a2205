import { createHash } from 'node:crypto';

/** A learning record store that statements are sent to, as the configuration names it. */
export interface Store {
	/** Names it in tables: a hash of its address, as the address holds its key. */
	name: string;
	/** For people: without the key. */
	shown: string;
	/** Where statements are posted. */
	url: string;
	authorization: string | null;
}

/** Reads `https://key:secret@lrs.example/xapi`. The caller has checked that the way there is private. */
export function storeFrom(address: string): Store {
	const url = new URL(address);
	const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
	url.username = '';
	url.password = '';
	url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/statements$/, '')}/statements`;
	return {
		name: createHash('sha256').update(url.href).digest('hex').slice(0, 32),
		shown: `${url.host}${url.pathname.replace(/\/statements$/, '')}`,
		url: url.href,
		authorization: user ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : null,
	};
}
