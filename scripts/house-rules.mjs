// Rules of this house that no other tool knows, each with its reason in what it says.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

const fromMarkdown = 'platform/markdown made and sanitised it, and the gate of reading let it through';

/**
 * What may go into a page unescaped: file, then expression, then why nobody's words can become a script there.
 *
 * @type {Record<string, Record<string, string>>}
 */
const rawHtml = {
	'src/lib/ui/Prose.svelte': { html: fromMarkdown },
	'src/lib/ui/CodeBlock.svelte': { html: 'platform/markdown coloured and escaped it' },
	'src/lib/features/checks/OutOfSight.svelte': { 'one.html': fromMarkdown },
	'src/lib/features/courses/CourseRow.svelte': {
		'coverSvg(`${course.id} ${course.slug}`)':
			'it draws from numbers made of its seed; the seed itself is not in it',
	},
	'src/lib/features/courses/CourseView.svelte': { 'item.html': fromMarkdown },
	'src/lib/features/courses/LessonBody.svelte': { 'text.html': fromMarkdown },
	'src/lib/features/items/Answer.svelte': { 'reply.html': fromMarkdown },
	'src/lib/features/items/ArticleView.svelte': { 'item.html': fromMarkdown },
	'src/lib/features/items/ColumnView.svelte': {
		'item.html': fromMarkdown,
		'coverSvg(`${item.id} ${item.slug}`)':
			'it draws from numbers made of its seed; the seed itself is not in it',
	},
	'src/lib/features/items/Comment.svelte': { 'reply.html': fromMarkdown },
	'src/lib/features/items/DiscussionView.svelte': { 'item.html': fromMarkdown },
	'src/lib/features/items/FlowPost.svelte': { 'reply.html': fromMarkdown },
	'src/lib/features/items/QuestionView.svelte': { 'item.html': fromMarkdown },
	'src/lib/features/items/SnippetView.svelte': { 'item.html': fromMarkdown },
	'src/lib/features/items/ItemMeta.svelte': {
		'`<script type="application/ld+json">${data}</script>`': 'JSON in which every < is written as an escape',
	},
	'src/lib/ui/shell/PersonPart.svelte': {
		'personPart.begin(name)': 'a mark around a part of the page, named in the code',
		'personPart.end': 'a mark around a part of the page, named in the code',
	},
	'src/routes/+layout.svelte': {
		'`<script type="speculationrules">${speculation}</script>`': 'JSON of constants',
	},
};

/**
 * What is wrong with the face of a module.
 *
 * @param {string} text of its index.ts
 * @returns {string[]} one line a fault
 */
export function faultsOfFace(text) {
	const file = ts.createSourceFile('index.ts', text, ts.ScriptTarget.Latest);
	return file.statements
		.filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier))
		.map((statement) => {
			const { line } = file.getLineAndCharacterOfPosition(statement.getStart(file));
			return `line ${line + 1} is no re-export. A face only names what others may use: logic in it has no file name to be found by, and grows.`;
		});
}

/**
 * What a component puts into the page unescaped without a reason being given for it.
 *
 * @param {string} text of the component
 * @param {Record<string, string>} [allowed] expressions with the reason for each
 * @returns {string[]} one line a fault
 */
export function faultsOfComponent(text, allowed = {}) {
	const found = rawExpressions(text);
	return [
		...found
			.filter((expression) => !Object.hasOwn(allowed, expression))
			.map(
				(expression) =>
					`{@html ${expression}} goes into the page unescaped. Show text as text, Markdown by Prose; where it must be, say in scripts/house-rules.mjs why no reader's words can become a script there.`,
			),
		...Object.keys(allowed)
			.filter((expression) => !found.includes(expression))
			.map((expression) => `{@html ${expression}} is allowed and not there any more: take it off the list.`),
	];
}

function rawExpressions(text) {
	if (!text.includes('{@html')) return [];
	const found = [];
	const walk = (node) => {
		if (node === null || typeof node !== 'object') return;
		if (node.type === 'HtmlTag') found.push(text.slice(node.expression.start, node.expression.end));
		for (const value of Object.values(node)) walk(value);
	};
	walk(parse(text, { modern: true }).fragment);
	return found;
}

/**
 * Holds the sources under `root` against all rules.
 *
 * @returns {string[]} `file: fault`, empty when all is well
 */
export function houseFaults(root) {
	const read = (file) => readFileSync(join(root, file), 'utf8');
	const list = (pattern) => globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
	const faults = [];
	const modules = list('src/server/modules/*/*.ts').map((file) => dirname(file));
	for (const module of [...new Set(modules)].sort()) {
		const files = list(`${module}/*`).map((file) => basename(file));
		if (!files.includes('README.md'))
			faults.push(
				`${module}: has no README.md. Who changes a module first reads, on one screen, what it promises.`,
			);
		if (!files.includes('index.ts')) faults.push(`${module}: has no index.ts: nobody may use it.`);
		else
			for (const fault of faultsOfFace(read(`${module}/index.ts`)))
				faults.push(`${module}/index.ts: ${fault}`);
	}
	for (const file of new Set([...list('src/**/*.svelte').sort(), ...Object.keys(rawHtml)])) {
		let text = '';
		try {
			text = read(file);
		} catch {
			// Gone: its row of the list is told of.
		}
		for (const fault of faultsOfComponent(text, rawHtml[file])) faults.push(`${file}: ${fault}`);
	}
	return [...faults, ...faultsOfMessages(list('src/messages/*/*.json'), read)];
}

/**
 * A key stands in one file of each language: of two one would be lost, and compiling them takes minutes.
 *
 * @param {string[]} files
 * @param {(file: string) => string} read
 */
export function faultsOfMessages(files, read) {
	const seen = new Map();
	const faults = [];
	for (const file of files.sort())
		for (const key of Object.keys(JSON.parse(read(file)))) {
			if (key === '$schema') continue;
			const place = `${basename(file)} ${key}`;
			if (seen.has(place)) faults.push(`${file}: the message ${key} stands in ${seen.get(place)} too.`);
			else seen.set(place, file);
		}
	return faults;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const faults = houseFaults(fileURLToPath(new URL('..', import.meta.url)));
	for (const fault of faults) console.error(fault);
	process.exitCode = faults.length > 0 ? 1 : 0;
}
