import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findRunning } from '../src/server/platform/db/embedded.ts';
import { openProvider } from './provider.ts';

declare module 'vitest' {
	interface ProvidedContext {
		site: string;
		/** Address of the OpenID Connect provider that the site knows; null where the site was started by hand. */
		provider: string | null;
		/** Address of its database, to let time pass; null where the site was started by hand without STOA_E2E_DATA_DIR. */
		database: string | null;
	}
}

/** Starts the built Stoa as `npm start` does, on an empty directory, so that the demo community is there. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	if (process.env.STOA_E2E_SITE) {
		project.provide('site', process.env.STOA_E2E_SITE);
		project.provide('provider', null);
		project.provide('database', findRunning(process.env.STOA_E2E_DATA_DIR ?? '') ?? null);
		return async () => {};
	}
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
	const site = `http://127.0.0.1:${port}`;
	for (let tries = 0; ; tries++) {
		if (child.exitCode !== null) throw new Error(`Stoa ended with ${child.exitCode} before it answered`);
		if (
			await fetch(`${site}/health/ready`).then(
				(response) => response.ok,
				() => false,
			)
		)
			break;
		if (tries > 1200) throw new Error('Stoa did not answer within two minutes');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	project.provide('site', site);
	project.provide('provider', provider.issuer);
	project.provide('database', findRunning(dataDir) ?? null);
	return async () => {
		await new Promise((resolve) => {
			child.once('exit', resolve);
			child.kill('SIGTERM');
		});
		provider.close();
		rmSync(dataDir, { recursive: true, force: true });
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
