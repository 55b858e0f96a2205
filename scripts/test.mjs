// `npm test`: brings the checkout up, then everything: types, lint, graph, unit, database, browser.
import { join } from 'node:path';
import { ensureBuild, ensureDependencies, orExplain, root } from './bootstrap.mjs';
import { checks } from './check.mjs';
import { findChromium } from './chromium.mjs';
import { readStamp } from './stamps.mjs';
import { runSteps } from './steps.mjs';

await orExplain(async () => {
	await ensureDependencies();
	await ensureBuild();
	const steps = checks();
	if (readStamp(join(root, 'package.json'))?.scripts?.e2e) {
		const browser = await findChromium().catch((error) => error);
		const commands = [['npm', 'run', '--silent', 'e2e']];
		if (browser instanceof Error) steps.push({ name: 'browser', commands: [], refused: browser.message });
		else steps.push({ name: 'browser', tests: true, commands, env: { STOA_CHROMIUM: browser } });
	}
	process.exitCode = (await runSteps(steps)) ? 0 : 1;
});
