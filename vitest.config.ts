import { defineConfig } from 'vitest/config';

export default defineConfig({
	resolve: { conditions: ['stoa-source'] },
	ssr: { resolve: { conditions: ['stoa-source', 'node'], externalConditions: ['stoa-source', 'node'] } },
	test: {
		include: ['src/**/*.test.ts', 'packages/**/*.test.ts', 'scripts/**/*.test.ts'],
		globalSetup: ['src/server/platform/db/test-database.ts'],
		setupFiles: ['vitest.properties.ts'],
		pool: 'forks',
		maxWorkers: 2,
		testTimeout: 20_000,
		hookTimeout: 60_000,
	},
});
