import { defineConfig } from 'vitest/config';

export default defineConfig({
	resolve: { conditions: ['stoa-source'] },
	test: {
		include: ['e2e/**/*.e2e.ts'],
		globalSetup: ['e2e/site.ts'],
		pool: 'forks',
		// One browser at a time: journeys share the site, and the machine is small.
		maxWorkers: 1,
		fileParallelism: false,
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// A loaded machine is slow, not wrong.
		expect: { poll: { timeout: 20_000, interval: 100 } },
		reporters: process.env.STOA_TEST_REPORT
			? ['default', ['json', { outputFile: process.env.STOA_TEST_REPORT }]]
			: ['default'],
	},
});
