import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { errorCatalogue } from '../server/kernel/errors.ts';

const read = (locale: string) =>
	JSON.parse(readFileSync(`src/messages/errors/${locale}.json`, 'utf8')) as Record<string, string>;
const messages = { 'zh-CN': read('zh-CN'), en: read('en') };
const nameOf = (code: string) => `error_${code.replace(/[.-]/g, '_')}`;

const sources = globSync([
	'src/server/{kernel,platform,contracts,modules,flows}/**/*.ts',
	'src/lib/server/*.ts',
]).filter((file) => !/\.(test|spec)\.ts$|testing/.test(file));

const codes = new Set<string>();

/** `items.title` in a query is a column, `items.published` a fact: neither is a refusal. */
const columns = columnsOf(readFileSync('src/server/platform/db/types.ts', 'utf8'));
const facts = new Set(
	[...readFileSync('src/server/contracts/events.ts', 'utf8').matchAll(/^\t'([\w.-]+)':/gm)].map(
		([, name]) => name,
	),
);

function columnsOf(types: string): Set<string> {
	const tables = /interface DB \{([^}]*)\}/.exec(types)?.[1] ?? '';
	return new Set(
		[...tables.matchAll(/^\s*(\w+): (\w+);/gm)].flatMap(([, table, name]) => {
			const body = new RegExp(`interface ${name} \\{([^}]*)\\}`).exec(types)?.[1] ?? '';
			return [...body.matchAll(/^\s*(\w+):/gm)].map(([, column]) => `${table}.${column}`);
		}),
	);
}

/** What jobs are called, wherever they are put into the queue. */
const jobNames = new Set(
	sources.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/(?:name: |[A-Z] = |enqueue\(\w+, )'([a-z]+\.[a-z_]+)'/g)].map(
			([, name]) => name,
		),
	),
);

/** Codes of single fields are in no catalogue: they stand in schemas as messages, and where `fields` are filled in. */
function fieldCodes(source: string, domains: ReadonlySet<string>): string[] {
	return [...source.matchAll(/(name: |onEvents\(\s*)?'([a-z]+)\.([a-z_]+)'/g)].flatMap(
		([, naming, domain, rest]) => {
			const code = `${domain}.${rest}`;
			return naming ||
				rest === 'yaml' ||
				!domains.has(domain as string) ||
				columns.has(code) ||
				facts.has(code) ||
				jobNames.has(code)
				? []
				: [code];
		},
	);
}

beforeAll(async () => {
	// Declaring errors puts them into the catalogue, so every file that does is loaded.
	for (const file of sources) {
		if (readFileSync(file, 'utf8').includes(' defineErrors(')) await import(pathToFileURL(file).href);
	}
	for (const code of errorCatalogue().keys()) codes.add(code);
	const domains = new Set([...codes].map((code) => code.split('.')[0] as string));
	for (const file of sources)
		for (const code of fieldCodes(readFileSync(file, 'utf8'), domains)) codes.add(code);
});

test('the scan finds what modules refuse and what schemas say of a field', () => {
	for (const code of [
		'items.not_found',
		'items.title_too_short',
		'items.body_too_short',
		'spaces.slug_shape',
		'catalog.price_low',
		'catalog.price_missing',
		'catalog.price_shape',
	])
		expect(codes, code).toContain(code);
});

for (const [locale, known] of Object.entries(messages)) {
	test(`every refusal has a sentence in ${locale}`, () => {
		const missing = [...codes].filter((code) => !known[nameOf(code)]?.trim()).sort();
		expect(missing).toEqual([]);
	});
}

test('both languages know the same refusals and take the same values', () => {
	expect(Object.keys(messages['zh-CN']).sort()).toEqual(Object.keys(messages.en).sort());
	const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
	for (const [name, text] of Object.entries(messages.en))
		expect(values(messages['zh-CN'][name] ?? ''), name).toEqual(values(text));
});
