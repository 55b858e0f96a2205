import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { signature, withLock } from './stamps.mjs';

const root = mkdtempSync(join(tmpdir(), 'stoa-stamps-'));
const paths = ['src', 'package.json'];
const long = new Date('2020-01-01');

function write(path: string, text: string) {
	writeFileSync(join(root, path), text);
	utimesSync(join(root, path), long, long);
}

beforeEach(() => {
	rmSync(join(root, 'src'), { recursive: true, force: true });
	mkdirSync(join(root, 'src/lib/paraglide'), { recursive: true });
	write('package.json', '{}');
	write('src/a.ts', 'one');
	write('src/lib/b.svelte', 'two');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the signature of the sources', () => {
	it('is the same for the same files', () => {
		expect(signature(root, paths)).toEqual(signature(root, paths));
	});

	it('differs in contents when a file is edited, added, renamed or removed', () => {
		const seen = new Set([signature(root, paths).contents]);
		write('src/a.ts', 'ONE');
		seen.add(signature(root, paths).contents);
		write('src/c.ts', '');
		seen.add(signature(root, paths).contents);
		rmSync(join(root, 'src/c.ts'));
		write('src/d.ts', '');
		seen.add(signature(root, paths).contents);
		rmSync(join(root, 'src/lib/b.svelte'));
		seen.add(signature(root, paths).contents);
		expect(seen.size).toBe(5);
	});

	it('differs in times only when a file is touched, as a checkout does', () => {
		const before = signature(root, paths);
		utimesSync(join(root, 'src/a.ts'), new Date(), new Date());
		const after = signature(root, paths);
		expect(after.times).not.toBe(before.times);
		expect(after.contents).toBe(before.contents);
	});

	it('does not mind tests, hidden files, what the build itself writes, and paths that are absent', () => {
		const before = signature(root, paths);
		write('src/a.test.ts', 'x');
		write('src/.swp', 'x');
		write('src/lib/paraglide/messages.js', 'x');
		expect(signature(root, [...paths, 'absent.ts'])).toEqual(before);
	});
});

describe('the lock of a checkout', () => {
	it('lets one after the other work', async () => {
		const happened: string[] = [];
		const work = (name: string) => async () => {
			happened.push(`${name} begins`);
			await new Promise((settle) => setTimeout(settle, 20));
			happened.push(`${name} ends`);
		};
		await Promise.all([withLock(root, work('first')), withLock(root, work('second'))]);
		expect(happened).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
	});

	it('is free again after a failure', async () => {
		await expect(withLock(root, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		await expect(withLock(root, async () => 'yes')).resolves.toBe('yes');
	});
});
