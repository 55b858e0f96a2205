import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { here } from './here.ts';
import { freePort } from './site.ts';

// A server of its own on a database of its own, which is killed again and again.
const database = here.database;
const dataDir = mkdtempSync(join(tmpdir(), 'stoa-e2e-killed-'));
const ffmpeg = process.env.STOA_FFMPEG ?? 'ffmpeg';
const canFilm = (() => {
	try {
		execFileSync(ffmpeg, ['-version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
})();

let url = '';
let site = '';
let child: ChildProcess | undefined;
let cookie = '';

async function start(): Promise<void> {
	const port = Number(new URL(site).port);
	child = spawn(process.execPath, ['dist/server/main/start.js'], {
		env: {
			...process.env,
			...{ PORT: String(port), HOST: '127.0.0.1', STOA_DATA_DIR: dataDir, DATABASE_URL: url, STOA_DEMO: '1' },
			...{ LOG_LEVEL: 'error', NODE_ENV: 'production', STOA_PROXY_HEADER: 'x-e2e-client' },
		},
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	for (let tries = 0; tries < 900; tries++) {
		const ready = await fetch(`${site}/health/ready`).then(
			(response) => response.ok,
			() => false,
		);
		if (ready) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('The server did not answer.');
}

async function kill(): Promise<void> {
	const gone = new Promise((resolve) => child?.once('exit', resolve));
	child?.kill('SIGKILL');
	await gone;
}

const call = async (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) => {
	const response = await fetch(`${site}/api/v1${path}`, {
		method,
		headers: { cookie, origin: site, 'tus-resumable': '1.0.0', ...headers },
		...(body ? { body } : {}),
	});
	return response;
};
const begin = async (bytes: number, purpose: string) => {
	const response = await call('POST', '/uploads', {
		'upload-length': String(bytes),
		'upload-metadata': `filename ${Buffer.from('a').toString('base64')},purpose ${Buffer.from(purpose).toString('base64')}`,
	});
	return response.headers.get('stoa-media-id')!;
};
const patch = (id: string, at: number, body: Buffer) =>
	call(
		'PATCH',
		`/uploads/${id}`,
		{ 'content-type': 'application/offset+octet-stream', 'upload-offset': String(at) },
		new Uint8Array(body),
	);
const known = async (id: string) =>
	(await (await call('GET', `/media/${id}`)).json()) as { status: string; progress: number };

/** Processes of ffmpeg that work in the directory of this server. */
function working(): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.filter((pid) => {
			try {
				return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${dataDir}/work/convert-`);
			} catch {
				return false;
			}
		})
		.map(Number);
}

describe.skipIf(!database)('a server that is killed', () => {
	beforeAll(async () => {
		const admin = new pg.Client({ connectionString: database! });
		await admin.connect();
		const name = `killed_${randomBytes(4).toString('hex')}`;
		await admin.query(`create database ${name}`);
		await admin.end();
		const made = new URL(database!);
		made.pathname = `/${name}`;
		url = made.href;
		site = `http://127.0.0.1:${await freePort()}`;
		await start();
		cookie = (await signIn(site, 'he-ping')).join('; ');
	}, 180_000);
	afterAll(async () => {
		await kill();
		for (const pid of working()) process.kill(pid, 'SIGKILL');
		rmSync(dataDir, { recursive: true, force: true });
	});

	test('in the middle of an upload goes on from the last piece that it wrote', async () => {
		const bytes = Buffer.from(randomBytes(10_000_000).toString('hex'));
		const id = await begin(bytes.length, 'file');
		// Half of it, on a connection that stays open.
		const line = connect(Number(new URL(site).port), '127.0.0.1');
		line.on('error', () => {});
		line.write(
			`PATCH /api/v1/uploads/${id} HTTP/1.1\r\nHost: ${new URL(site).host}\r\nCookie: ${cookie}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: ${bytes.length}\r\n\r\n`,
		);
		line.write(bytes.subarray(0, 12_000_000));
		await new Promise((resolve) => setTimeout(resolve, 3000));
		await kill();
		line.destroy();
		await start();
		const asked = await call('HEAD', `/uploads/${id}`);
		const at = Number(asked.headers.get('upload-offset'));
		expect(at).toBeGreaterThanOrEqual(4 * 1024 * 1024);
		expect(at).toBeLessThanOrEqual(12_000_000);
		expect((await patch(id, at, bytes.subarray(at))).status).toBe(204);
		await expect.poll(async () => (await known(id)).status, { timeout: 90_000, interval: 500 }).toBe('ready');
		const { url: address } = (await (await call('POST', `/media/${id}/download`)).json()) as { url: string };
		const kept = Buffer.from(await (await fetch(site + address, { headers: { cookie } })).arrayBuffer());
		const sum = (one: Buffer) => createHash('sha256').update(one).digest('hex');
		expect(sum(kept)).toBe(sum(bytes));
	}, 240_000);

	test.skipIf(!canFilm)(
		'while it makes a film is gone on for, and leaves no ffmpeg behind (needs ffmpeg)',
		async () => {
			const path = join(dataDir, 'film.mp4');
			execFileSync(ffmpeg, [
				...[
					'-v',
					'error',
					'-f',
					'lavfi',
					'-i',
					'testsrc=size=854x480:rate=25:duration=40,noise=alls=40:allf=t',
				],
				...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '30', '-pix_fmt', 'yuv420p', path],
			]);
			const film = readFileSync(path);
			const id = await begin(film.length, 'video');
			expect((await patch(id, 0, film)).status).toBe(204);
			await expect
				.poll(async () => (await known(id)).status, { timeout: 60_000, interval: 200 })
				.toBe('processing');
			await expect.poll(working, { timeout: 20_000, interval: 100 }).toHaveLength(1);
			const [orphan] = working();
			await kill();
			await start();
			expect(await known(id)).toMatchObject({ status: 'processing' });
			await expect
				.poll(async () => (await known(id)).status, { timeout: 300_000, interval: 1000 })
				.toBe('ready');
			expect(working()).not.toContain(orphan);
			const response = await call('POST', `/media/${id}/playback`);
			const { hls } = (await response.json()) as { hls: string };
			const master = await (await fetch(site + hls, { headers: { cookie } })).text();
			expect(master.match(/index\.m3u8/g)).toHaveLength(2);
		},
		480_000,
	);
});
