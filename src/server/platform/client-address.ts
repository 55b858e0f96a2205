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
