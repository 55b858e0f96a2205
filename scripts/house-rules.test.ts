import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOfComponent, faultsOfFace, faultsOfMessages, houseFaults } from './house-rules.mjs';

describe('the face of a module', () => {
	it('may re-export values and types, with comments between', () => {
		const face =
			"// What others may use.\nexport { a } from './a.ts';\nexport type * from './b.ts';\nexport { type C, d } from './c.ts';\n";
		expect(faultsOfFace(face)).toEqual([]);
	});

	it('holds no logic, not even behind an export, and imports nothing', () => {
		expect(faultsOfFace("import './a.ts';\nexport const b = 1;\nexport function c() {}\nb;\n")).toHaveLength(
			4,
		);
		expect(faultsOfFace("export { a } from './a.ts';\n\nexport interface B {}\n")[0]).toMatch(/^line 3 /);
	});

	it('exports nothing that it has got from elsewhere by name', () => {
		expect(faultsOfFace("import { a } from './a.ts';\nexport { a };\n")).toHaveLength(2);
	});
});

describe('what a component puts into the page unescaped', () => {
	const component = '<div>{#if x}{@html draw({ x })}{/if}{@html y.html}</div>';

	it('needs a reason, each expression its own', () => {
		expect(faultsOfComponent(component)).toHaveLength(2);
		const one = faultsOfComponent(component, { 'y.html': 'made by us' });
		expect(one).toHaveLength(1);
		expect(one[0]).toContain('{@html draw({ x })}');
		expect(faultsOfComponent(component, { 'y.html': 'made by us', 'draw({ x })': 'a number' })).toEqual([]);
	});

	it('is not meant where the words stand in a comment or a script', () => {
		expect(faultsOfComponent('<script>const a = "{@html b}";</script><!-- {@html c} --><p>{a}</p>')).toEqual(
			[],
		);
	});

	it('leaves no reason behind when it goes', () => {
		expect(faultsOfComponent('<p>{x}</p>', { x: 'made by us' })[0]).toContain('take it off the list');
	});
});

it('a module without a README or with a face that does things, and an unescaped text, are told with their file', () => {
	const root = mkdtempSync(join(tmpdir(), 'stoa-rules-'));
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	write('src/server/modules/good/README.md', '# good');
	write('src/server/modules/good/index.ts', "export { a } from './a.ts';\n");
	write('src/server/modules/bad/index.ts', 'export const a = 1;\n');
	write('src/routes/+page.svelte', '{@html data.text}');
	const told = houseFaults(root).filter((fault) => !fault.includes('take it off the list'));
	rmSync(root, { recursive: true });
	expect(told.map((fault) => fault.split(':')[0])).toEqual([
		'src/server/modules/bad',
		'src/server/modules/bad/index.ts',
		'src/routes/+page.svelte',
	]);
});

it('a message stands in one file of its language', () => {
	const texts: Record<string, string> = {
		'src/messages/a/en.json': '{"$schema":"x","one":"1"}',
		'src/messages/a/zh-CN.json': '{"$schema":"x","one":"一"}',
		'src/messages/b/en.json': '{"$schema":"x","one":"I"}',
	};
	expect(faultsOfMessages(Object.keys(texts), (file) => texts[file]!)).toEqual([
		'src/messages/b/en.json: the message one stands in src/messages/a/en.json too.',
	]);
});
