import { afterAll, describe, expect, test } from 'vitest';
import { allColours } from './code-theme.ts';
import { LIMITS, renderMarkdown, stopHighlighting } from './index.ts';

afterAll(stopHighlighting);

function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

describe('code', () => {
	test('is coloured for both themes at once and keeps its text', async () => {
		const code = 'const a: string = "<b>x</b>"; // why\nif (a) return 1;';
		const { html, text } = await renderMarkdown(`\`\`\`ts\n${code}\n\`\`\``);
		expect(html).toContain(
			'<pre class="code" data-lang="TypeScript" tabindex="0"><code class="language-ts"><span style="--shiki-light:#',
		);
		expect(html).toMatch(/<span style="[^"]*font-style:italic">\/\/ why<\/span>/);
		expect(text).toBe(code);
	});

	test('of an unknown language stays plain under its name', async () => {
		expect((await renderMarkdown('```brainstorm\n<a>\n```')).html).toBe(
			'<pre class="code" data-lang="brainstorm" tabindex="0"><code class="language-brainstorm">&lt;a&gt;</code></pre>\n',
		);
	});

	test('without a language has no label', async () => {
		expect((await renderMarkdown('    a\n')).html).toBe(
			'<pre class="code" tabindex="0"><code>a</code></pre>\n',
		);
	});

	test('marks the lines it is told to', async () => {
		const { html } = await renderMarkdown('```text {2-3}\na\nb\nc\n```');
		expect(html).toContain(
			'<span class="line">a</span>\n<span class="line marked">b</span>\n<span class="line marked">c</span>',
		);
	});

	test('over the limit stays plain', async () => {
		const { html } = await renderMarkdown(`\`\`\`ts\n${'let a = 1;\n'.repeat(LIMITS.codeBlock / 10)}\`\`\``);
		expect(html).not.toContain('--shiki');
		expect(html).toContain('let a = 1;');
	});

	test('in one text may be of many languages', async () => {
		const { html } = await renderMarkdown(
			'```py\ndef a(): pass\n```\n\n```sql\nselect 1\n```\n\n```bash\necho $A\n```',
		);
		expect(html.match(/--shiki-light/g)?.length).toBeGreaterThan(5);
	});

	test('is coloured again after the thread was ended', async () => {
		stopHighlighting();
		expect((await renderMarkdown('```json\n{"a": 1}\n```')).html).toContain('--shiki-light');
	});

	test('of many texts at once is coloured in turn', async () => {
		const all = await Promise.all(
			Array.from({ length: 20 }, (_, i) => renderMarkdown(`\`\`\`json\n{"a": ${i}}\n\`\`\``)),
		);
		all.forEach(({ html }, i) => {
			expect(html).toContain('--shiki-light');
			expect(html).toContain(`${i}</span>`);
		});
	});
});

test('every colour stands out from the page it is on', () => {
	for (const { light, dark } of allColours()) {
		for (const page of ['#ffffff', '#f5f5f6'])
			expect(contrast(light, page), `${light} on ${page}`).toBeGreaterThanOrEqual(4.5);
		for (const page of ['#0c0e12', '#22262e'])
			expect(contrast(dark, page), `${dark} on ${page}`).toBeGreaterThanOrEqual(4.5);
	}
});
