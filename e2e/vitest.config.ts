import { defineConfig } from 'vitest/config';

export default defineConfig({
	resolve: { conditions: ['stoa-source'] },
	test: {
		include: ['e2e/**/*.e2e.ts'],
		globalSetup: ['e2e/site.ts'],
		pool: 'forks',
		// Each worker has a site of its own: journeys wait more than they work.
		maxWorkers: process.env.STOA_E2E_SITE ? 1 : 2,
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// A loaded machine is slow, not wrong.
		expect: { poll: { timeout: 20_000, interval: 100 } },
		reporters: process.env.STOA_TEST_REPORT
			? ['default', ['json', { outputFile: process.env.STOA_TEST_REPORT }]]
			: ['default'],
	},
});
