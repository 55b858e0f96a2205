// `npm run check`: everything that needs no browser.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, orExplain, root } from './bootstrap.mjs';
import { runSteps } from './steps.mjs';

/** @returns {import('./steps.mjs').Step[]} */
export function checks() {
	return [
		{ name: 'messages', commands: [['npm', 'run', '--silent', 'messages']] },
		{
			name: 'pages',
			commands: [
				['svelte-kit', 'sync'],
				['svelte-check', '--tsconfig', './tsconfig.json', '--threshold', 'error', '--output', 'human'],
			],
		},
		{ name: 'types', commands: [['tsc', '--noEmit']] },
		{ name: 'lint', commands: [['biome', 'check', '--diagnostic-level=error', '--max-diagnostics=50', '.']] },
		{ name: 'house rules', commands: [['node', 'scripts/house-rules.mjs']] },
		...[
			'.dependency-cruiser.mjs',
			'.dependency-cruiser.cjs',
			'.dependency-cruiser.js',
			'.dependency-cruiser.json',
		]
			.filter((file) => existsSync(join(root, file)))
			.map((file) => ({ name: 'graph', commands: [['depcruise', '--config', file, 'src']] })),
		{
			name: 'tests',
			tests: true,
			commands: [['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json={report}']],
		},
	];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await orExplain(async () => {
		await ensureDependencies();
		process.exitCode = (await runSteps(checks())) ? 0 : 1;
	});
}
