import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, createServer, type RequestOptions, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { median } from '../report.ts';

const connections = 16;

export interface Load {
	url: string;
	headers?: Record<string, string>;
	/** Seconds of one run. */
	seconds?: number;
	connections?: number;
}

/** Requests a second (median of three runs after a warm-up) and the median latency in ms, by autocannon in a process of its own. */
export async function rate(load: Load): Promise<{ rate: number; latency: number }> {
	await cannon({ ...load, seconds: 2 });
	const runs = [];
	for (let run = 0; run < 3; run++) runs.push(await cannon(load));
	const failed = runs.find((one) => one.non2xx > 0 || one.errors > 0);
	if (failed)
		throw new Error(`${load.url} failed under load: ${failed.non2xx} not 2xx, ${failed.errors} errors`);
	return {
		rate: median(runs.map((one) => one.requests.average)),
		latency: median(runs.map((one) => one.latency.p50)),
	};
}

/**
 * Requests a second over many addresses, each asked once, so that nothing of one answer serves another: the median of
 * three runs.
 */
export async function rateOfFirst(
	address: (n: number) => string,
	headers: Record<string, string>,
): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	let asked = 0;
	const runs: number[] = [];
	for (let run = 0; run < 3; run++) {
		const begun = performance.now();
		const until = begun + 4000;
		let done = 0;
		await Promise.all(
			Array.from({ length: connections }, async () => {
				while (performance.now() < until) {
					await get(address(asked++), { agent, headers });
					done++;
				}
			}),
		);
		runs.push((done / (performance.now() - begun)) * 1000);
	}
	agent.destroy();
	return median(runs);
}

function get(url: string, options: RequestOptions): Promise<void> {
	return new Promise((resolve, reject) => {
		request(url, options, (response) => {
			if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
			response.resume().once('end', resolve);
		})
			.once('error', reject)
			.end();
	});
}

interface Cannon {
	requests: { average: number };
	latency: { p50: number };
	non2xx: number;
	errors: number;
}

function cannon({ url, headers = {}, seconds = 4, connections: count = connections }: Load): Promise<Cannon> {
	const args = ['node_modules/autocannon/autocannon.js', '-j', '-c', String(count), '-d', String(seconds)];
	for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}=${value}`);
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [...args, url], { stdio: ['ignore', 'pipe', 'ignore'] });
		let out = '';
		child.stdout.on('data', (chunk) => (out += chunk));
		child.on('close', () => {
			try {
				resolve(JSON.parse(out) as Cannon);
			} catch (error) {
				reject(error);
			}
		});
	});
}

// Requests are counted as ever, but never too many: all of the load comes from one address.
const unlimited = { STOA_API_ANONYMOUS: '1000000000', STOA_API_READS: '1000000000' };

/** A server as `npm start` starts it, with the memory of its Node process watched. */
export async function startStoa(
	env: Record<string, string>,
): Promise<{ url: string; startMs: number; peakMb: () => number; stop: () => Promise<void> }> {
	const port = await freePort();
	const begun = performance.now();
	const child = spawn('npm', ['start'], {
		env: { ...process.env, STOA_DEMO: '0', LOG_LEVEL: 'warn', PORT: String(port), ...unlimited, ...env },
		stdio: ['ignore', 'ignore', 'inherit'],
		detached: true,
	});
	const url = `http://127.0.0.1:${port}`;
	await answering(`${url}/`, child);
	const startMs = performance.now() - begun;
	let peak = 0;
	const watch = setInterval(() => {
		peak = Math.max(peak, memoryOf(port));
	}, 500);
	return {
		url,
		startMs,
		peakMb: () => Math.max(peak, memoryOf(port)),
		stop: () =>
			new Promise((resolve) => {
				clearInterval(watch);
				child.on('exit', () => resolve());
				child.kill('SIGTERM');
			}),
	};
}

async function answering(url: string, child: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 6000; tries++) {
		if (child.exitCode !== null) throw new Error('npm start ended before it answered');
		try {
			const response = await fetch(url);
			await response.arrayBuffer();
			if (response.ok) return;
		} catch {
			// not listening yet
		}
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error(`${url} does not answer`);
}

// Resident memory of the process that listens on the port, in MB.
function memoryOf(port: number): number {
	const line = execFileSync('ss', ['-ltnpH', `sport = :${port}`], { encoding: 'utf8' });
	const pid = /pid=(\d+)/.exec(line)?.[1];
	if (!pid || !existsSync(`/proc/${pid}/status`)) return 0;
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}

/** The limits: what this machine's Node does with the same bytes and nothing else, and with one prepared query. */
export async function bareServer(
	kind: 'bytes' | 'query',
	given: { body?: Buffer; database?: string },
): Promise<{ url: string; stop: () => Promise<void> }> {
	const port = await freePort();
	const child = spawn(
		process.execPath,
		['bench/http/bare-server.ts', kind, String(port), given.database ?? ''],
		{ stdio: ['pipe', 'inherit', 'inherit'] },
	);
	child.stdin.end(given.body ?? Buffer.alloc(0));
	const url = `http://127.0.0.1:${port}`;
	await answering(url, child);
	return {
		url,
		stop: () =>
			new Promise((resolve) => {
				child.on('exit', () => resolve());
				child.kill('SIGTERM');
			}),
	};
}
