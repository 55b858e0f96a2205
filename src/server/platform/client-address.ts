import type { Config } from './config.ts';

/** The address a request comes from; a proxy's header is believed only when the operator named it. */
export function clientAddress(
	config: Pick<Config, 'proxyHeader'>,
	request: { headers: Record<string, string | string[] | undefined>; socket: { remoteAddress?: string } },
): string {
	const forwarded = config.proxyHeader ? request.headers[config.proxyHeader] : undefined;
	const last = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim();
	return last || request.socket.remoteAddress || '127.0.0.1';
}

/**
 * What limits count an address by. A household has as many IPv6 addresses as it likes, all in one /64: counted one by
 * one, they would be no limit.
 */
export function networkOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	if (!address.includes(':')) return address.slice(0, 64);
	const [before = '', after] = address.toLowerCase().replace(/%.*$/, '').split('::', 2);
	const head = before ? before.split(':') : [];
	const tail = after ? after.split(':') : [];
	const gap = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
	const groups = [...head, ...Array<string>(gap).fill('0'), ...tail];
	return `${groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, '').slice(0, 4))
		.join(':')}::/64`;
}

/** Whether an address is this machine's own. */
export function isNear(address: string): boolean {
	return /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address);
}
