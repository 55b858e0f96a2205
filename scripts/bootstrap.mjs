// Brings a checkout to where Stoa can run: packages installed, Node 24 at hand, sources built. Plain JavaScript
// without a dependency, because it runs on whatever Node >= 20 the system has, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runQuietly } from './progress.mjs';
import { inputs, readStamp, signature, stampOf, withLock, writeStamp } from './stamps.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/.$/, '');
export const bin = join(root, 'node_modules/.bin');
const wantedNode = join(root, 'node_modules/node/bin/node');
const installed = join(root, 'node_modules/.stoa-installed.json');
const built = join(root, 'dist/.stoa-built.json');
const building = join(root, 'dist/.stoa-building.json');

/** A reason not to go on, told as one sentence without a stack. */
export class Refusal extends Error {}

/** Runs `work`; what it refuses, and what breaks in it, is told in a sentence and ends the process with 1. */
export async function orExplain(work) {
	try {
		return await work();
	} catch (error) {
		const text = error instanceof Refusal || !process.env.STOA_DEBUG ? error.message : error.stack;
		process.stderr.write(`${text}\n`);
		process.exit(1);
	}
}

/** The environment for tools of the checkout: their own folder first, so that `node` means the pinned one. */
export function toolEnvironment(more = {}) {
	return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...more };
}

/** Installs the packages that package-lock.json names, unless they are there, and sees that the pinned Node runs. */
export async function ensureDependencies() {
	requireNode20();
	const state = () =>
		stampOf(
			['package-lock.json', 'node_modules/.package-lock.json', 'node_modules/.bin/node'].map((file) =>
				join(root, file),
			),
		);
	if (readStamp(installed)?.state === state()) return;
	await withLock(root, async () => {
		if (readStamp(installed)?.state === state()) return;
		if (!matchesLock()) await install();
		if (!nodeRuns()) await repairNode();
		writeStamp(installed, { state: state() });
	});
}

/** Builds pages and server, unless what they are made of is the same as at the last build. */
export async function ensureBuild() {
	if (isBuilt()) return;
	await withLock(root, async () => {
		if (isBuilt()) return;
		beginBuild(); // npm leaves out prebuild and postbuild when it was told to ignore scripts.
		const done = await runQuietly('Building', ...npm('run', 'build'), { cwd: root, env: process.env });
		if (done.code !== 0) {
			const plain = done.output.replaceAll(/\x1b\[[0-9;]*m/g, '').split('\n');
			const said = plain.filter((line) => !/^\s+at |<unknown>|^npm |^> |^\s*$/.test(line));
			throw new Refusal(`The build failed:\n\n${said.slice(0, 30).join('\n')}`);
		}
		if (!isBuilt()) endBuild();
	});
}

/** Called before every `npm run build`: remembers what is being built, so that an edit meanwhile counts as new. */
export function beginBuild() {
	rmSync(built, { force: true });
	writeStamp(building, signature(root, inputs));
}

/** Called after every successful `npm run build`. */
export function endBuild() {
	writeStamp(built, readStamp(building) ?? signature(root, inputs));
	rmSync(building, { force: true });
}

function isBuilt() {
	const stamp = readStamp(built);
	if (
		!stamp ||
		!existsSync(join(root, 'dist/server/main/start.js')) ||
		!existsSync(join(root, 'build/kit/server'))
	)
		return false;
	const now = signature(root, inputs, { contents: false });
	if (now.times === stamp.times) return true;
	// A checkout or a copy changes times but not contents.
	const whole = signature(root, inputs);
	if (whole.contents !== stamp.contents) return false;
	try {
		writeStamp(built, whole);
	} catch {
		// A checkout that this user may only read: the next start compares again.
	}
	return true;
}

/**
 * Runs a built entry, such as `dist/server/main/start.js`, on the pinned Node: in this process when it is that
 * already (npm puts it first in PATH once it is installed), else in a child that lives and dies with this one.
 *
 * @param {string} entry path from the root
 * @param {string} script the calling script's own path, which the child runs again
 */
export async function enter(entry, script) {
	process.chdir(root);
	if (process.version === wantedVersion() || !existsSync(wantedNode)) {
		endWithParent();
		module.enableCompileCache?.(join(root, 'node_modules/.cache/stoa'));
		process.argv[1] = join(root, entry);
		await import(pathToFileURL(process.argv[1]).href);
		return;
	}
	const child = spawn(wantedNode, [...process.execArgv, script, ...process.argv.slice(2)], {
		stdio: 'inherit',
		env: { ...process.env, STOA_PARENT: String(process.pid) },
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.once('error', (error) => {
		process.stderr.write(`Node 24 (${wantedNode}) could not be started: ${error.message}\n`);
		process.exit(1);
	});
	child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/**
 * Stops this process when the one that started it is gone without a word (kill -9 on npm): nobody could reach
 * it from the terminal any more. Only under npm or our own parent; a shell that is left behind is normal.
 */
function endWithParent() {
	if (!process.env.npm_lifecycle_event && process.env.STOA_PARENT !== String(process.ppid)) return;
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
	}, 1000).unref();
}

function requireNode20() {
	if (Number(process.versions.node.split('.')[0]) < 20) {
		throw new Refusal(
			`Stoa needs Node 20 or newer to start, and this is ${process.version}. Install it from nodejs.org.`,
		);
	}
}

function wantedVersion() {
	const version = readStamp(join(root, 'node_modules/node/package.json'))?.version;
	return version && `v${version}`;
}

/** Whether node_modules holds what package-lock.json names; npm keeps its own record of what it installed. */
function matchesLock() {
	const lock = readStamp(join(root, 'package-lock.json'));
	const here = readStamp(join(root, 'node_modules/.package-lock.json'));
	if (!lock)
		throw new Refusal(
			`${join(root, 'package-lock.json')} is missing or torn. Restore it: git checkout package-lock.json`,
		);
	if (!here) return false;
	return Object.entries(lock.packages).every(
		([path, wanted]) =>
			path === '' ||
			wanted.link ||
			here.packages[path]?.version === wanted.version ||
			(!here.packages[path] && (wanted.optional || wanted.peer)),
	);
}

async function install() {
	const flags = ['--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];
	const options = { cwd: root, env: { ...process.env, NODE_ENV: '' } };
	let done = await runQuietly('Installing packages', ...npm('ci', ...flags), options);
	if (done.code !== 0 && /code EUSAGE/.test(done.output)) {
		// The lock lacks something, often a package for another platform: take what it has, leave it as it is.
		done = await runQuietly(
			'Installing packages, package-lock.json being incomplete',
			...npm('install', '--no-save', ...flags),
			options,
		);
	}
	if (done.code === 0) return;
	const said = done.output
		.split('\n')
		.filter((line) => /^npm (?:error|ERR!) ./.test(line) && !/complete log/.test(line));
	throw new Refusal(
		`The packages could not be installed (npm ci). Is the registry reachable, and the disk writable?\n\n${said.slice(0, 8).join('\n') || tail(done.output, 8)}`,
	);
}

function nodeRuns() {
	return (
		spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout?.trim() ===
		wantedVersion()
	);
}

/** The package `node` fetches its program in an install script, which npm may have been told not to run. */
async function repairNode() {
	const home = join(root, 'node_modules/node');
	for (const torn of ['bin', 'node_modules']) rmSync(join(home, torn), { recursive: true, force: true });
	const env = { ...process.env, npm_config_ignore_scripts: 'false' };
	await runQuietly(
		'Fetching Node 24',
		process.env.npm_node_execpath ?? process.execPath,
		['installArchSpecificPackage.js'],
		{ cwd: home, env },
	);
	// npm makes no link to a program that was not there when it installed the package.
	const link = join(bin, 'node');
	rmSync(link, { force: true });
	if (existsSync(wantedNode)) symlinkSync('../node/bin/node', link);
	if (nodeRuns()) return;
	if (Number(process.versions.node.split('.')[0]) >= 24) return; // This one does as well.
	throw new Refusal(
		`Node 24 could not be fetched from the npm registry. Try "npm rebuild node --foreground-scripts", or start Stoa with a Node 24 of your own.`,
	);
}

/** npm as the one that called us, run by the Node that ran it: ours may be about to be replaced. */
function npm(...args) {
	const { npm_execpath: cli, npm_node_execpath: node } = process.env;
	return cli && node && /npm-cli\.js$/.test(cli) && existsSync(node) ? [node, [cli, ...args]] : ['npm', args];
}

function tail(text, lines) {
	return text.trimEnd().split('\n').slice(-lines).join('\n');
}

const step = { '--begin-build': beginBuild, '--end-build': endBuild }[process.argv[2]];
if (step && process.argv[1] === fileURLToPath(import.meta.url)) step();
