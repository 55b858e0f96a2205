import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/*
 * Asking an address that somebody typed: of a machine in the world, never of one beside this server. The address is
 * looked at when the connection is made, not before: a name that is looked up twice may answer differently the second
 * time. Redirects are not followed, answers are bounded in size and time.
 */

const inward = new BlockList();
// IANA special-purpose registries (RFC 6890), with multicast: whatever is not for everybody.
for (const [network, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
] as const)
	inward.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
	// Teredo, 6to4 and documentation carry or pretend other addresses.
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20],
] as const)
	inward.addSubnet(network, bits, 'ipv6');

const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** True for an IP address that is reachable for everybody in the world, and no special one. */
export function isPublicAddress(address: string): boolean {
	const family = isIP(address);
	if (family === 4) return !inward.check(address, 'ipv4');
	// `::ffff:10.0.0.1` and `64:ff9b::a00:1` are outside of 2000::/3, as is everything that carries an inner address.
	return family === 6 && global.check(address, 'ipv6') && !inward.check(address, 'ipv6');
}

export class NotOutside extends Error {
	override name = 'NotOutside';
}

export interface OutsideAsk {
	method?: 'GET' | 'POST';
	headers?: Record<string, string>;
	body?: string;
}

export interface OutsideAnswer {
	status: number;
	text: string;
}

/** Asks an address outside. @throws NotOutside, or whatever the network throws */
export type Outside = (url: string, ask?: OutsideAsk) => Promise<OutsideAnswer>;

const PATIENCE_MS = 4000;
const MOST_BYTES = 256 * 1024;

/** An address that may be asked at all, before any name is looked up. @throws NotOutside */
export function outsideUrl(text: string, trusted: ReadonlySet<string> = new Set()): URL {
	let url: URL;
	try {
		url = new URL(text);
	} catch {
		throw new NotOutside('This is no address.');
	}
	if (trusted.has(url.host)) return url;
	const host = url.hostname.replace(/^\[|\]$/g, '');
	if (url.protocol !== 'https:' || url.username || url.password)
		throw new NotOutside('An address outside begins with https:// and names nobody.');
	// A literal address is never looked up, so it is looked at here.
	if (isIP(host) && !isPublicAddress(host)) throw new NotOutside('This address is not of the world outside.');
	return url;
}

/** A lookup that refuses names which lead inward, whichever of their addresses would be taken. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
	resolve(hostname, { ...options, all: true }, (error, addresses) => {
		if (error) return callback(error, '');
		if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
			return callback(new NotOutside(`${hostname} is not of the world outside.`), '');
		if (options.all) return callback(null, addresses);
		return callback(null, addresses[0]!.address, addresses[0]!.family);
	});
};

/**
 * @param hosts `host:port` that may be asked though they lie beside this server, also by http: what the operator set
 */
export function openOutside(hosts: readonly string[] = []): Outside {
	const trusted = new Set(hosts);
	return (text, { method = 'GET', headers = {}, body } = {}) =>
		new Promise((done, fail) => {
			const url = outsideUrl(text, trusted);
			const known = trusted.has(url.host);
			const send = url.protocol === 'http:' ? plainRequest : request;
			const asked = send(
				url,
				{
					method,
					headers: {
						accept: 'application/json',
						...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
						...headers,
					},
					agent: false,
					signal: AbortSignal.timeout(PATIENCE_MS),
					...(known ? {} : { lookup: guardedLookup }),
				},
				(response) => read(response).then(done, fail),
			);
			asked.on('error', fail);
			asked.end(body);
		});
}

async function read(response: IncomingMessage): Promise<OutsideAnswer> {
	const pieces: Buffer[] = [];
	let bytes = 0;
	for await (const piece of response as AsyncIterable<Buffer>) {
		bytes += piece.length;
		if (bytes > MOST_BYTES) {
			response.destroy();
			throw new Error('The answer is too long.');
		}
		pieces.push(piece);
	}
	return { status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') };
}
