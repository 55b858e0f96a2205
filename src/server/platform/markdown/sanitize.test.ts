import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { afterAll, describe, expect, test } from 'vitest';
import { renderMarkdown, sanitizeHtml, stopHighlighting } from './index.ts';
import { MARKDOWN_VECTORS, VECTORS } from './xss.fixture.ts';

const HTML = 'http://www.w3.org/1999/xhtml';
const SETS_FORMULAS = /^(?:svg|path|line|g|math|semantics|annotation|m[a-z]+)$/;
const RUNS_OR_LOADS =
	/^(?:script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|form|button|select|textarea|template|noscript|title|video|audio|source|track|canvas|portal|foreignobject|animate|set|use|image|handler|plaintext|xmp|noembed|noframes|marquee|dialog|label)$/;
const ATTRIBUTES =
	/^(?:href|rel|src|alt|title|loading|decoding|width|height|id|class|style|colspan|rowspan|scope|span|start|type|reversed|value|open|disabled|checked|datetime|dir|role|tabindex|aria-label|aria-hidden|data-lang)$/;

/** What a browser could run, load or obey in this HTML, in words; empty when there is nothing. */
function dangers(html: string, scriptingEnabled: boolean): string[] {
	const found: string[] = [];
	const look = (node: DefaultTreeAdapterTypes.Node, inFormula: boolean): void => {
		if ('tagName' in node) {
			const tag = node.tagName.toLowerCase();
			const formula =
				inFormula ||
				node.attrs.some(({ name, value }) => name === 'class' && value.split(' ')[0] === 'katex');
			if (RUNS_OR_LOADS.test(tag)) found.push(`<${tag}>`);
			if (node.namespaceURI !== HTML && !(formula && SETS_FORMULAS.test(tag))) found.push(`foreign <${tag}>`);
			if (tag === 'input' && !node.attrs.some(({ name, value }) => name === 'type' && value === 'checkbox'))
				found.push('input');
			for (const { name, value } of node.attrs) {
				if (/^on/i.test(name)) found.push(`${tag} ${name}`);
				if (/^(?:href|src|xlink:href|action|formaction|data|poster|srcset|srcdoc)$/i.test(name)) {
					const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(
						value.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, ''),
					)?.[1];
					if (scheme !== undefined && !/^(?:https?|mailto|tel|ftp)$/i.test(scheme))
						found.push(`${tag} ${name}=${value}`);
				}
				if (formula) {
					if (/url\(|expression|javascript/i.test(value)) found.push(`${tag} ${name}=${value}`);
					continue;
				}
				if (!ATTRIBUTES.test(name)) found.push(`${tag} ${name}`);
				if (name === 'id' && !value.startsWith('h-')) found.push(`id ${value}`);
				if (name === 'class' && /fixed|inset|btn|katex-html/.test(value)) found.push(`class ${value}`);
				if (
					name === 'style' &&
					!/^(?:text-align:(?:left|right|center)|--shiki-light:#[0-9a-f]{6};--shiki-dark:#[0-9a-f]{6}(?:;font-(?:style:italic|weight:bold))*)$/.test(
						value,
					)
				) {
					found.push(`style ${value}`);
				}
			}
			if ('content' in node) look((node as DefaultTreeAdapterTypes.Template).content, formula);
			for (const child of node.childNodes) look(child, formula);
		} else if ('childNodes' in node) for (const child of node.childNodes) look(child, inFormula);
	};
	look(parseFragment(html, { scriptingEnabled }), false);
	return found;
}

function expectHarmless(html: string, from: string): void {
	expect({ from, html, dangers: [...dangers(html, true), ...dangers(html, false)] }).toEqual({
		from,
		html,
		dangers: [],
	});
}

afterAll(stopHighlighting);

describe('the check itself', () => {
	test('sees what it is there to see', () => {
		for (const html of [
			'<script></script>',
			'<p onclick=x>',
			'<a href="java\tscript:x">',
			'<svg><a></a></svg>',
			'<p style=color:red>',
			'<p id=x>',
			'<template><img onerror=x></template>',
		]) {
			expect(dangers(html, true), html).not.toEqual([]);
		}
	});

	test('holds at least 150 vectors', () => {
		expect(new Set(VECTORS.map(({ html }) => html)).size).toBeGreaterThanOrEqual(150);
	});
});

describe('sanitizeHtml', () => {
	test.each([...new Set(VECTORS.map(({ attack }) => attack))])(
		'leaves nothing to run, load or obey: %s',
		(attack) => {
			for (const { html } of VECTORS.filter((vector) => vector.attack === attack)) {
				const clean = sanitizeHtml(html);
				expectHarmless(clean, html);
				expect(sanitizeHtml(clean), html).toBe(clean);
			}
		},
	);

	test('leaves nothing when vectors are put inside one another', () => {
		for (const [index, { html }] of VECTORS.entries()) {
			const other = VECTORS[(index * 7 + 3) % VECTORS.length]?.html ?? '';
			for (const mixed of [
				html + other,
				`<table>${html}<tr><td>${other}</table>`,
				`<a href=x>${html}</a>${other}`,
				`<pre>\n${html}${other}`,
			]) {
				const clean = sanitizeHtml(mixed);
				expectHarmless(clean, mixed);
				expect(sanitizeHtml(clean), mixed).toBe(clean);
			}
		}
	});

	test('keeps what a text is made of', () => {
		const html =
			'<h2>a</h2><p>b <strong>c</strong> <em>d</em> <code class="language-ts">e</code> <kbd>f</kbd><sub>g</sub></p><blockquote><p>h</p></blockquote><ol start="3"><li>i</li></ol><pre><code>j\n</code></pre><details open=""><summary>k</summary>l</details>';
		expect(sanitizeHtml(html)).toBe(html);
	});

	test('marks links that leave the site and leaves others alone', () => {
		expect(
			sanitizeHtml('<a href="https://a.example">x</a><a href="/b">y</a><a href="//c.example">z</a>'),
		).toBe(
			'<a href="https://a.example" rel="nofollow ugc noopener">x</a><a href="/b">y</a><a href="//c.example" rel="nofollow ugc noopener">z</a>',
		);
	});

	test('prefixes ids and the fragments that lead to them, once', () => {
		const clean = '<p id="h-x">a</p><a href="#h-x">b</a>';
		expect(sanitizeHtml('<p id="x">a</p><a href="#x">b</a>')).toBe(clean);
		expect(sanitizeHtml(clean)).toBe(clean);
	});

	test('keeps the first line of preformatted text empty where it was', () => {
		const clean = '<pre>\n\nx</pre>';
		expect(sanitizeHtml('<pre>\n\nx</pre>')).toBe(clean);
	});

	test('is a fixpoint and harmless for HTML made of random pieces', () => {
		const names =
			'p a b i div span table tr td th ul li ol h1 pre code form button svg math style script template select option noscript mtext mglyph title details summary img br input ruby rt rp font center'.split(
				' ',
			);
		const piece = fc.oneof(
			fc.constantFrom(...names).map((name) => `<${name}>`),
			fc.constantFrom(...names).map((name) => `</${name}>`),
			fc
				.constantFrom(...names)
				.map(
					(name) =>
						`<${name} href="javascript:x" src=y id=z class="tip fixed" onclick=x style="text-align:right" title='"<b>'>`,
				),
			fc.constantFrom(
				'text',
				'\n',
				' ',
				'&lt;',
				'&amp;lt;',
				'<!--',
				'-->',
				'<![CDATA[',
				']]>',
				'"',
				"'",
				'\0',
				'\r',
				'\u00a0',
				'\ud800',
				'&#13;',
				'&#0;',
				'&nbsp',
			),
			fc.string({ unit: 'binary', maxLength: 4 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const html = pieces.join('');
				const clean = sanitizeHtml(html);
				expect(sanitizeHtml(clean)).toBe(clean);
				expect(clean.isWellFormed()).toBe(true);
				expect([...dangers(clean, true), ...dangers(clean, false)]).toEqual([]);
			}),
			{ numRuns: 3_000 },
		);
	});
});

describe('rendered Markdown', () => {
	test.each(['post', 'comment'] as const)('of a %s carries nothing to run, load or obey', async (base) => {
		for (const { html } of MARKDOWN_VECTORS) {
			const rendered = await renderMarkdown(html, { base, mentions: (handle) => `/@${handle}` });
			expectHarmless(rendered.html, html);
		}
	});

	test('carries nothing from raw HTML either', async () => {
		for (const { html } of VECTORS) expectHarmless((await renderMarkdown(html)).html, html);
	});

	test('carries nothing when vectors stand inside Markdown', async () => {
		for (const { html } of VECTORS) {
			const source = `# ${html}\n\n- ${html}\n\n> ${html}\n\n**${html}** \`${html}\` [${html}](${html})\n\n::: tip ${html}\n${html}\n:::\n\n| ${html} |\n|-|\n| ${html} |\n\n$${html}$`;
			expectHarmless((await renderMarkdown(source, { highlight: false })).html, source);
		}
	});
});
