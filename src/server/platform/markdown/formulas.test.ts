import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './index.ts';

async function sources(markdown: string): Promise<string[]> {
	const { html } = await renderMarkdown(markdown);
	return [...html.matchAll(/<annotation encoding="application\/x-tex">(.*?)<\/annotation>/gs)].map(
		([, tex]) => tex as string,
	);
}

describe('formulas', () => {
	test.each([
		['$x$', ['x']],
		['a $x_1$b', ['x_1']],
		['$5$ and $n$th', ['5', 'n']],
		['$$x^2$$', ['x^2']],
		['a $$x^2$$ b', ['x^2']],
		['$$\nx^2\n$$', ['x^2']],
		['a\n$$\nx\n\n+ y\n$$\nb', ['x\n\n+ y']],
		['\\(x\\) and \\\\(y_1\\\\)', ['x', 'y_1']],
		['\\[x^2\\]', ['x^2']],
		['\\[\nx\n\\]', ['x']],
		['- a\n  $$\n  x\n  $$', ['x']],
		['> $$\n> x\n> $$', ['x']],
		['**$a*b$** *$c_d$*', ['a*b', 'c_d']],
		['$a \\$ b$', ['a \\$ b']],
		['$ x^2 $', ['x^2']],
		['复杂度$O(n^2)$的', ['O(n^2)']],
		['$2ab$', ['2ab']],
		['```math\nx^2\n```', ['x^2']],
		['| $a$ |\n|---|\n| $\\|b\\|$ |', ['a', '|b|']],
	])('%j holds %j', async (markdown, expected) => {
		expect(await sources(markdown)).toEqual(expected);
	});

	test.each([
		'It costs $5 and $6.',
		'$5-$10',
		'from $20 to 30$ or so',
		'from $20K to $30K, $1,000.50 more',
		'价格$100元，优惠$20元',
		'售价$5元到8$元',
		'| $0.14 | $1.74 | $3.00 |',
		'echo $HOME and $PATH',
		'$HOME和$PATH',
		'$PATH:$HOME/bin',
		'run `$ a` then $ b $ c',
		'\\$x\\$',
		'`$x$`',
		'a $ b $ c',
		'$',
		'$$',
		'$$$$',
		'an \\(aside with words\\)',
		'a \\[not a link\\]',
		'US$ and AU$',
	])('%j holds none', async (markdown) => {
		expect(await sources(markdown)).toEqual([]);
		expect((await renderMarkdown(markdown)).hasMath).toBe(false);
	});

	test('are HTML and MathML', async () => {
		const { html } = await renderMarkdown('$x$');
		expect(html).toMatch(/<span class="katex-mathml"><math.*<span class="katex-html" aria-hidden="true">/s);
	});

	test('share macros within a text, and only there', async () => {
		expect((await renderMarkdown('$\\newcommand{\\foo}{x^2}$ $\\foo$')).html).not.toContain('math-source');
		expect((await renderMarkdown('$\\foo$')).html).toContain('math-source');
	});

	test('may redefine what the setter knows already', async () => {
		expect((await renderMarkdown('$\\newcommand{\\ket}[1]{|#1\\rangle}$ $\\ket{0}$')).html).not.toContain(
			'math-source',
		);
	});

	test('set chemistry', async () => {
		expect((await renderMarkdown('$\\ce{H2O}$')).html).not.toContain('math-source');
	});

	test('that cannot be set show their source and why', async () => {
		const { html } = await renderMarkdown('a $\\frac{<b>$ c');
		expect(html).toMatch(/<p>a <code class="math-source" title="[^"]+">\$\\frac\{&lt;b&gt;\$<\/code> c<\/p>/);
	});

	test('that cannot be set never show half a character in what is wrong with them', async () => {
		expect((await renderMarkdown('\\(𐀀𐀀𐀀* 𐀀𐀀𐀀𐀀# \\)')).html.isWellFormed()).toBe(true);
	});

	test('that would be too large show their source', async () => {
		const { html } = await renderMarkdown(`$\\def\\a{${'x'.repeat(3000)}}${'\\a'.repeat(900)}$ $y$`);
		expect(html).toContain('math-source');
		expect(html).toContain('<mi>y</mi>');
	});
});
