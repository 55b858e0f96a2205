import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findRunning } from '../src/server/platform/db/embedded.ts';
import { openProvider } from './provider.ts';

/** A running Stoa that journeys are made in. */
export interface Site {
	url: string;
	/** Address of the OpenID Connect provider that the site knows; null where the site was started by hand. */
	provider: string | null;
	/** Address of its database, to let time pass; null where the site was started by hand without STOA_E2E_DATA_DIR. */
	database: string | null;
}

declare module 'vitest' {
	interface ProvidedContext {
		/** One for each worker. */
		sites: Site[];
	}
}

/** Starts the built Stoa for each worker, so that none sees what another's journeys do; see `here.ts`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	if (process.env.STOA_E2E_SITE) {
		const database = findRunning(process.env.STOA_E2E_DATA_DIR ?? '') ?? null;
		project.provide('sites', [{ url: process.env.STOA_E2E_SITE, provider: null, database }]);
		return async () => {};
	}
	const workers = Number(project.config.maxWorkers);
	const started = await Promise.all(Array.from({ length: workers }, start));
	project.provide(
		'sites',
		started.map(({ site }) => site),
	);
	return async () => {
		await Promise.all(started.map(({ stop }) => stop()));
	};
}

/** As `npm start` does, on an empty directory, so that the demo community is there. */
async function start(): Promise<{ site: Site; stop: () => Promise<void> }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'stoa-e2e-'));
	const port = await freePort();
	const provider = await openProvider();
	const child = spawn(process.execPath, ['dist/server/main/start.js'], {
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			STOA_DATA_DIR: dataDir,
			STOA_DEMO: '1',
			LOG_LEVEL: 'warn',
			NODE_ENV: 'production',
			// Tries to sign in are counted by address: a test that needs many comes from one of its own.
			STOA_PROXY_HEADER: 'x-e2e-client',
			OIDC_ISSUER: provider.issuer,
			OIDC_CLIENT_ID: provider.client.id,
			OIDC_CLIENT_SECRET: provider.client.secret,
			OIDC_NAME: 'Harbour ID',
			STOA_SIGN_ON_HOSTS: new URL(provider.issuer).host,
			GITHUB_CLIENT_ID: 'stoa-e2e-github',
			GITHUB_CLIENT_SECRET: 'never sent anywhere by a test',
		},
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const url = `http://127.0.0.1:${port}`;
	for (let tries = 0; ; tries++) {
		if (child.exitCode !== null) throw new Error(`Stoa ended with ${child.exitCode} before it answered`);
		if (
			await fetch(`${url}/health/ready`).then(
				(response) => response.ok,
				() => false,
			)
		)
			break;
		if (tries > 1200) throw new Error('Stoa did not answer within two minutes');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return {
		site: { url, provider: provider.issuer, database: findRunning(dataDir) ?? null },
		async stop() {
			await new Promise((resolve) => {
				child.once('exit', resolve);
				child.kill('SIGTERM');
			});
			provider.close();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

export function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
