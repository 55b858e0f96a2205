// `npm test`: brings the checkout up, then everything: types, lint, graph, unit, database, browser.
import { join } from 'node:path';
import { ensureBuild, ensureDependencies, orExplain, root } from './bootstrap.mjs';
import { checks } from './check.mjs';
import { findChromium } from './chromium.mjs';
import { readStamp } from './stamps.mjs';
import { runSteps } from './steps.mjs';

await orExplain(async () => {
	await ensureDependencies();
	const unbuilt = await ensureBuild().then(
		() => undefined,
		(error) => error.message,
	);
	const steps = [{ name: 'build', commands: [], refused: unbuilt }, ...checks()];
	if (readStamp(join(root, 'package.json'))?.scripts?.e2e) {
		const step = { name: 'browser', tests: true, commands: [['npm', 'run', '--silent', 'e2e']] };
		const browser = await findChromium().catch((error) => error);
		if (unbuilt) steps.push({ ...step, refused: 'The browser tests need the build.' });
		else if (browser instanceof Error) steps.push({ ...step, refused: browser.message });
		else steps.push({ ...step, env: { STOA_CHROMIUM: browser } });
	}
	process.exitCode = (await runSteps(steps)) ? 0 : 1;
});
