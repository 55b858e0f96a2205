import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import '../../modules/articles/index.ts';
import '../../modules/questions/index.ts';
import type { Context } from '../../api/context.ts';
import { teaDump } from '../../flows/import/stack-exchange/tea.testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { importCommand } from './import.ts';

const { db } = await testDatabase();
const dir = await mkdtemp(join(tmpdir(), 'stoa-cli-'));
afterAll(() => rm(dir, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** Runs the command and tells its exit code and what it wrote to either stream. */
async function stoa(...args: string[]): Promise<{ code: number; out: string; err: string }> {
	const written = { out: '', err: '' };
	const into = (stream: keyof typeof written) => (text: unknown) => {
		written[stream] += text;
		return true;
	};
	vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
	vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
	const code = await importCommand.run({ db, config: { poolSize: 8 } } as Context, [
		...args,
		'--threads',
		'0',
	]);
	vi.restoreAllMocks();
	return { code, ...written };
}

describe('stoa import', () => {
	test('a dump: a line a step, the table of counts, what was left out, exit 0', async () => {
		const { code, out, err } = await stoa('stackexchange', await teaDump());
		expect(code).toBe(0);
		expect(err).toMatch(/^questions: done, 5 rows in /m);
		expect(out).toMatch(/^questions +5 +5 +0 {2}equal$/m);
		expect(out).toMatch(/^answers +4 +3 +1 {2}equal$/m);
		expect(out).toContain('answers: 1 answers to questions that are not in the dump');
		expect(out).not.toContain('NOT EQUAL');
	});

	test('a count that differs is shown and ends with 1', async () => {
		await db.deleteFrom('user_badges').where('name', '=', 'Teacher').execute();
		const { code, out } = await stoa('stackexchange', await teaDump());
		expect(code).toBe(1);
		expect(out).toMatch(/^badges +5 +3 +1 {2}NOT EQUAL$/m);
	});

	test('damage is one line that names the place, and ends with 1', async () => {
		const { code, err } = await stoa(
			'stackexchange',
			await teaDump((name, text) =>
				name === 'Tags' ? text.replace('Id="2"', 'Id="two"') : text.replaceAll('tea.', 'torn.'),
			),
		);
		expect(code).toBe(1);
		expect(err.trimEnd().split('\n').at(-1)).toBe(
			'Tags.xml, line 4: Id is "two", not a whole number. Correct or remove this row.',
		);
	});

	test('articles: problems with their place, the rest in, exit 1; as JSON for scripts', async () => {
		await writeFile(join(dir, 'a.md'), '# A\n\nText.');
		await writeFile(join(dir, 'b.md'), '---\ntitle: a: b\n---\nText.');
		const shown = await stoa('markdown', dir, '--space', 'notes');
		expect(shown.code).toBe(1);
		expect(shown.err).toContain('b.md, line 2: the front matter is not YAML');
		expect(shown.out).toContain('1 articles of this source are in notes.');
		const json = await stoa('markdown', dir, '--space', 'notes', '--json');
		expect(JSON.parse(json.out)).toMatchObject({ created: 0, unchanged: 1, inDatabase: 1 });
	});

	test.each([
		[[], /Name the kind/],
		[['stackexchange'], /Name the kind/],
		[['discourse', '/tmp'], /no importer for discourse/],
		[['stackexchange', '/tmp', '--spaxe', 'x'], /--spaxe/],
		[['stackexchange', '/tmp', '--author', 'x'], /for Markdown/],
		[['stackexchange', '/tmp', '--math', 'maybe'], /yes or no/],
	])('%j is not understood: exit 2 and the usage', async (args, words) => {
		const { code, err } = await stoa(...args);
		expect(code).toBe(2);
		expect(err).toMatch(words);
		expect(err).toContain('stoa import stackexchange DIR');
	});
});
