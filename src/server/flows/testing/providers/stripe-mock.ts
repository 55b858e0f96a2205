import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const VERSION = 'v0.203.0';
const folder = resolve('node_modules/.cache/stripe-mock', VERSION);

/**
 * The program of Stripe's own mock server: the one that STRIPE_MOCK names, or one that Go builds once. It checks what is
 * asked against the description of Stripe's API, and remembers nothing.
 *
 * @returns null where it is not to be had: no Go, or no way to its modules
 */
export async function findStripeMock(): Promise<string | null> {
	if (process.env.STRIPE_MOCK) return process.env.STRIPE_MOCK;
	const program = join(folder, 'stripe-mock');
	if (existsSync(program)) return program;
	mkdirSync(folder, { recursive: true });
	const env = { ...process.env, GOBIN: folder, GOFLAGS: '-buildvcs=false' };
	const go = existsSync('/usr/local/go/bin/go') ? '/usr/local/go/bin/go' : 'go';
	try {
		await promisify(execFile)(go, ['install', `github.com/stripe/stripe-mock@${VERSION}`], {
			env,
			timeout: 240_000,
		});
	} catch {
		return null;
	}
	return existsSync(program) ? program : null;
}

const freePort = () =>
	new Promise<number>((done) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => done(port));
		});
	});

/** Starts the mock on the loopback address. @returns its address, and what ends it */
export async function startStripeMock(program: string) {
	const [port, other] = [await freePort(), await freePort()];
	const child = spawn(program, ['-http-addr', `127.0.0.1:${port}`, '-https-addr', `127.0.0.1:${other}`], {
		stdio: 'ignore',
	});
	const origin = `http://127.0.0.1:${port}`;
	for (let i = 0; i < 150; i += 1) {
		const up = await fetch(origin).then(
			() => true,
			() => false,
		);
		if (up) break;
		await new Promise((done) => setTimeout(done, 100));
	}
	return { origin, stop: () => child.kill() };
}

/** What one request led to at the mock. */
export interface Passed {
	asked: string;
	body: string;
	status: number;
	answer: string;
}

/**
 * Stands between us and the mock: notes what passes, and lets its answers be put into the state that a test needs, as the
 * mock always gives the same.
 */
export async function startGoBetween(to: string, change: (asked: string, answer: object) => object) {
	const passed: Passed[] = [];
	const server: Server = createServer(async (request, response) => {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part as Buffer);
		const body = Buffer.concat(parts).toString('utf8');
		const asked = `${request.method} ${request.url?.split('?')[0]}`;
		const headers = Object.fromEntries(
			['authorization', 'content-type', 'stripe-version', 'idempotency-key'].flatMap((name) => {
				const value = request.headers[name];
				return typeof value === 'string' ? [[name, value]] : [];
			}),
		);
		const answer = await fetch(to + request.url, {
			method: request.method,
			headers,
			...(body ? { body } : {}),
		});
		const text = await answer.text();
		passed.push({ asked, body, status: answer.status, answer: text });
		response.writeHead(answer.status, { 'content-type': 'application/json' });
		response.end(answer.ok ? JSON.stringify(change(asked, JSON.parse(text) as object)) : text);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		passed,
		close: () => new Promise<void>((done) => server.close(() => done())),
	};
}
