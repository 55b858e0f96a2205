// A Chromium for the browser tests: the system's, or one that playwright has fetched, or Debian's own package.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { Refusal, root } from './bootstrap.mjs';
import { runQuietly } from './progress.mjs';

/**
 * @returns {Promise<string>} the program's path; STOA_CHROMIUM wins
 * @throws Refusal when there is none and none can be installed
 */
export async function findChromium() {
	const found = installedChromium();
	if (found) return found;
	const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
	if (isDebian && process.getuid?.() === 0) {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await runQuietly('Updating the list of Debian packages', 'apt-get', ['update', '-q'], { env });
		const done = await runQuietly(
			'Installing Chromium',
			'apt-get',
			['install', '-y', '-q', '--no-install-recommends', 'chromium'],
			{ env },
		);
		const now = installedChromium();
		if (now) return now;
		const said = done.output
			.split('\n')
			.filter((line) => /^E: /.test(line))
			.join('\n');
		throw new Refusal(
			`The browser tests need Chromium, and apt-get could not install it. Install it by hand, or set STOA_CHROMIUM to one.\n${said}`,
		);
	}
	throw new Refusal(
		`The browser tests need Chromium. Install it (${isDebian ? 'sudo apt-get install chromium, or ' : ''}npx playwright-core install --with-deps chromium), or set STOA_CHROMIUM to one; "npm run check" is everything without the browser.`,
	);
}

function installedChromium() {
	const { STOA_CHROMIUM: given, PATH = '' } = process.env;
	if (given) {
		if (existsSync(given)) return given;
		throw new Refusal(`STOA_CHROMIUM is ${given}, and there is no such file.`);
	}
	const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
	const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
	const places = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	return [...places, mac, fetchedByPlaywright()].find((path) => path && existsSync(path));
}

function fetchedByPlaywright() {
	try {
		return createRequire(join(root, 'package.json'))('playwright-core').chromium.executablePath();
	} catch {
		return undefined;
	}
}
