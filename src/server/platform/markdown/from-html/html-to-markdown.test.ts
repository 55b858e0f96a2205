import { afterAll, describe, expect, test } from 'vitest';
import { htmlToMarkdown, renderMarkdown, sanitizeHtml, stopHighlighting } from '../index.ts';

afterAll(stopHighlighting);

describe('Stack Exchange bodies', () => {
	test.each([
		['<p>a <strong>b</strong> <em>c</em> <strike>d</strike></p>\n\n<p>e</p>\n', 'a **b** *c* ~~d~~\n\ne'],
		['<h1>a</h1><h3>b <code>c</code></h3>', '# a\n\n### b `c`'],
		['<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol></li>\n</ul>', '- a\n- b\n  1. c'],
		['<ol start="3">\n<li><p>a</p></li>\n<li><p>b</p>\n\n<p>c</p></li>\n</ol>', '3. a\n\n4. b\n\n   c'],
		['<blockquote>\n  <p>a</p>\n  \n  <p>b</p>\n</blockquote>', '> a\n>\n> b'],
		['<blockquote class="spoiler"><p>a</p></blockquote>', '::: spoiler\n\na\n\n:::'],
		[
			'<pre class="lang-py prettyprint-override"><code>def a():\n    pass\n</code></pre>',
			'```py\ndef a():\n    pass\n```',
		],
		[
			'<!-- language: lang-js -->\n\n<pre><code>a</code></pre><pre><code>b</code></pre>',
			'```js\na\n```\n\n```\nb\n```',
		],
		[
			'<!-- language-all: lang-py --><pre><code>a</code></pre><pre><code>b</code></pre>',
			'```py\na\n```\n\n```py\nb\n```',
		],
		['<pre><code>```\na\n```</code></pre>', '````\n```\na\n```\n````'],
		['<p><code>a</code> <code>b`c</code> <code>`d`</code></p>', '`a` ``b`c`` `` `d` ``'],
		[
			'<p><a href="https://x.example/a_(b)" rel="nofollow">c [d]</a> <a href="/e f" title="g &quot;h&quot;">i</a></p>',
			'[c &#91;d&#93;](https://x.example/a_(b)) [i](</e f> "g \\"h\\"")',
		],
		['<p><a href="https://x.example">https://x.example</a></p>', '<https://x.example>'],
		[
			'<p><a href="b.png"><img src="a.png" alt="c"></a> <img src="d.png" alt="" width="40"></p>',
			'[![c](a.png)](b.png) <img src="d.png" alt="" width="40">',
		],
		['<p><kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup></p>', '<kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup>'],
		['<p>a<br>\nb</p>', 'a\\\nb'],
		['<p>--- ---</p>', '\\--- ---'],
		['<p>a &lt;b&gt; &amp;amp; c</p>', 'a &lt;b> &amp;amp; c'],
		[
			'<p>2*3*4 snake_case _x_ a * b `c` ~~d~~</p>',
			'2\\*3\\*4 snake_case \\_x\\_ a * b \\`c\\` \\~\\~d\\~\\~',
		],
		[
			'<p>1. a</p><p># b</p><p>- c</p><p>+ d<br>&gt; e<br>---</p>',
			'1\\. a\n\n\\# b\n\n\\- c\n\n\\+ d\\\n\\> e\\\n\\---',
		],
		['<hr><p>a</p>', '---\n\na'],
		[
			'<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>c|d</td><td>$|e|$</td></tr></tbody></table>',
			'| a | b |\n| --- | --: |\n| c\\|d | $\\|e\\|$ |',
		],
		['<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
		['<p>太<strong>“好”</strong>了，<b>。</b>x<b>,</b>y</p>', '太**“好”**了，**。**x<strong>,</strong>y'],
	])('%j becomes %j', (html, markdown) => {
		expect(htmlToMarkdown(html)).toBe(markdown);
	});
});

describe('formulas', () => {
	test.each([
		['<p>a $x_1 * y_2$ b_c</p>', 'a $x_1 * y_2$ b_c'],
		['<p>$\\alpha\n+ \\beta$</p>', '$\\alpha + \\beta$'],
		['<p>$ x^2 $</p>', '$x^2$'],
		['<p>$x^2$2</p>', '\\(x^2\\)2'],
		[
			'<p>a $$\\begin{align}\na&amp;=b\\\\\n\nc&amp;&lt;d\n\\end{align}$$ e</p>',
			'a\n$$\n\\begin{align}\na&=b\\\\\nc&<d\n\\end{align}\n$$\ne',
		],
		['<p>\\begin{equation} x^2 \\end{equation}</p>', '$$\\begin{equation} x^2 \\end{equation}$$'],
		['<p>It costs $5 and $6, or \\$7</p>', 'It costs \\$5 and \\$6, or \\$7'],
		['<p><span class="math-container">$n$</span></p>', '$n$'],
		['<h2>On $x^2$</h2>', '## On $x^2$'],
		['<p><code>$x$</code></p>', '`$x$`'],
		['<p><em>a $b*c$</em></p>', '*a $b*c$*'],
		['<p><script type="math/tex; mode=display">x^2</script></p>', '$$x^2$$'],
	])('%j becomes %j', (html, markdown) => {
		expect(htmlToMarkdown(html)).toBe(markdown);
	});

	test('are not looked for where a source has none', () => {
		expect(htmlToMarkdown('<p>a $x$ and $$y$$</p>', { formulas: false })).toBe('a \\$x\\$ and \\$\\$y\\$\\$');
	});

	test('come back from HTML that was rendered here', async () => {
		const source = 'a $x_1$ b\n\n$$y^2$$';
		expect(htmlToMarkdown((await renderMarkdown(source)).html)).toBe(source);
	});
});

describe('round trip', () => {
	test.each([
		'<p>a <strong>b</strong><em>c</em> d</p><p>e</p>',
		'<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
		'<ol><li><p>a</p><pre><code>b\n\n  c</code></pre></li><li><p>d</p></li></ol>',
		'<blockquote><p>a</p><blockquote><p>b</p></blockquote><ul><li>c</li></ul></blockquote>',
		'<h2>a</h2><p>b <a href="/c">d <strong>e</strong></a></p><hr><p>f</p>',
		'<p>*a* _b_ [c](d) `e` &lt;f&gt; &amp;amp; \\g \\(h\\) 1. # ~~ | $</p>',
		'<p>1. a</p><p>- b</p><p>&gt; c</p><p>[d]: e</p><p>```</p><p>:::</p><p>[^f]: g</p>',
		'<p>a<strong> b </strong>c <b>d<br></b>e <i></i>f<b><i>g</i></b></p>',
		'<p><b>a</b><b>b</b> <i>c</i><b>d</b> x<i>(e)</i>f</p>',
	])('%s reads the same', async (html) => {
		const { html: back } = await renderMarkdown(htmlToMarkdown(html), { highlight: false });
		const plain = (text: string): string =>
			sanitizeHtml(text)
				.replace(/<[^>]+>/g, ' ')
				.replace(/\s+/g, '');
		const tags = (text: string): string[] =>
			[
				...sanitizeHtml(
					text
						.replace(/<b>/g, '<strong>')
						.replace(/<\/b>/g, '</strong>')
						.replace(/<i>/g, '<em>')
						.replace(/<\/i>/g, '</em>'),
				).matchAll(/<(strong|em|ul|ol|li|pre|blockquote|a|hr)[ >]/g),
			].map(([, tag]) => tag as string);
		expect(plain(back)).toBe(plain(html));
		if (!html.includes('<i></i>')) expect(tags(back)).toEqual(tags(html));
	});
});

test('scripts and styles leave nothing behind', () => {
	expect(htmlToMarkdown('<style>a</style><p>b<script>c</script></p><svg><text>d</text></svg>')).toBe('b');
});

test('HTML that is too large or too deep is refused', () => {
	expect(() => htmlToMarkdown('a'.repeat(1_000_001))).toThrow(
		expect.objectContaining({ code: 'content.too_long' }),
	);
	expect(() => htmlToMarkdown(`a\nb\n${'<div>'.repeat(1000)}`)).toThrow(
		expect.objectContaining({ code: 'content.too_complex', params: { line: 3 } }),
	);
});
