// Cheap answers to "has anything changed since": sizes and times first, contents only when those differ.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the build is made of; a folder stands for all in it that the build reads. */
export const inputs = [
	'src',
	'static',
	'project.inlang/settings.json',
	'scripts/adapter.ts',
	'vite.config.ts',
	'vite.server.config.ts',
	'vite.enhance.config.ts',
	'vite.scorm.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json',
];

const generated = new Set(['src/lib/paraglide']);

/**
 * @param {string} root
 * @param {string[]} paths
 * @returns {{ times: string, contents?: string }} two hashes: over names, sizes and times; over names and contents
 */
export function signature(root, paths, { contents = true } = {}) {
	const files = [];
	for (const path of paths) collect(root, path, files);
	const times = createHash('sha1');
	for (const [path, stat] of files) times.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
	if (!contents) return { times: times.digest('hex') };
	const whole = createHash('sha1');
	for (const [path] of files)
		whole
			.update(`${path}\0`)
			.update(readFileSync(join(root, path)))
			.update('\0');
	return { times: times.digest('hex'), contents: whole.digest('hex') };
}

function collect(root, path, files) {
	const stat = statSync(join(root, path), { throwIfNoEntry: false });
	if (stat?.isDirectory()) collectFolder(root, path, files);
	else if (stat) files.push([path, stat]);
}

function collectFolder(root, path, files) {
	if (generated.has(path)) return;
	const entries = readdirSync(`${root}/${path}`, { withFileTypes: true });
	// Plain texts instead of join(): this runs at every start, over every source file.
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const child = `${path}/${entry.name}`;
		if (entry.name.startsWith('.') || entry.name.endsWith('.test.ts')) continue;
		if (entry.isDirectory()) collectFolder(root, child, files);
		else {
			const stat = statSync(`${root}/${child}`, { throwIfNoEntry: false });
			if (stat) files.push([child, stat]);
		}
	}
}

/** Sizes and times of single files; "-" for one that is not there. */
export function stampOf(files) {
	return files
		.map((file) => statSync(file, { throwIfNoEntry: false }))
		.map((stat) => (stat ? `${stat.size}:${stat.mtimeMs}` : '-'))
		.join(' ');
}

/** A JSON file's value; undefined when it is not there or torn. */
export function readStamp(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

export function writeStamp(file, value) {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(value)}\n`);
}

/**
 * Runs `work` while no other process does so for the same checkout: two starts at once must not install over
 * each other. A lock whose holder is gone is taken over.
 */
export async function withLock(root, work) {
	const name = createHash('sha1').update(root).digest('hex').slice(0, 12);
	const lock = join(tmpdir(), `stoa-bootstrap-${process.getuid?.() ?? 0}-${name}`);
	for (let told = false; ; await sleep(200)) {
		try {
			writeFileSync(lock, String(process.pid), { flag: 'wx' });
			break;
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		if (isForsaken(lock)) rmSync(lock, { force: true });
		else if (!told) {
			process.stderr.write('Waiting for another process that installs or builds in this checkout\n');
			told = true;
		}
	}
	const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 5000).unref();
	const release = () => {
		clearInterval(beat);
		rmSync(lock, { force: true });
	};
	process.once('exit', release);
	try {
		return await work();
	} finally {
		process.off('exit', release);
		release();
	}
}

/** Whether a lock's holder has died, or another program has its number by now (it would not keep the time fresh). */
function isForsaken(lock) {
	const stat = statSync(lock, { throwIfNoEntry: false });
	if (!stat || Date.now() - stat.mtimeMs > 60_000) return true;
	try {
		const pid = Number(readFileSync(lock, 'utf8'));
		if (pid) process.kill(pid, 0);
		return false;
	} catch (error) {
		return error.code === 'ESRCH' || error.code === 'ENOENT';
	}
}
