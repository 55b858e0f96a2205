import { describe, expect, test } from 'vitest';
import { renderMarkdown, renderPlain } from './index.ts';

async function html(source: string, options = {}): Promise<string> {
	return (await renderMarkdown(source, { highlight: false, locale: 'en', ...options })).html.trim();
}

describe('GitHub-flavoured Markdown', () => {
	test('strikes through, links bare addresses and hard-breaks', async () => {
		expect(await html('~~a~~ b\\\nc www.example.com d@example.com')).toBe(
			'<p><s>a</s> b<br>\nc <a href="http://www.example.com" rel="nofollow ugc noopener">www.example.com</a> <a href="mailto:d@example.com">d@example.com</a></p>',
		);
	});

	test('wraps a table in a region that a keyboard can scroll and that says what it shows', async () => {
		expect(await html('| Name | Cost |\n|---|--:|\n| a | 1 |')).toContain(
			'<div class="table-wrap" role="region" aria-label="Table: Name, Cost" tabindex="0"><table>',
		);
		expect(await html('| Name | Cost |\n|---|--:|\n| a | 1 |')).toContain(
			'<td style="text-align:right">1</td>',
		);
	});

	test('tells two tables with the same columns apart', async () => {
		const table = '| a |\n|---|\n| b |\n\n';
		expect((await html(table + table)).match(/aria-label="[^"]*"/g)).toEqual([
			'aria-label="Table: a"',
			'aria-label="Table: a (2)"',
		]);
	});

	test('draws task lists as boxes nobody can tick', async () => {
		expect(await html('- [ ] a\n- [x] b')).toBe(
			'<ul class="task-list">\n<li class="task-item"><input type="checkbox" disabled="" aria-label="to do"> a</li>\n<li class="task-item"><input type="checkbox" disabled="" checked="" aria-label="done"> b</li>\n</ul>',
		);
	});

	test('numbers footnotes by first mention and leads back', async () => {
		const written = await html(
			'a[^x] b[^y] c[^x]\n\n[^y]: second\n[^x]: first[^z]\n[^z]: third\n[^unused]: none',
		);
		expect(written).toContain('a<sup class="footnote-ref"><a href="#h-fn-1" id="h-fnref-1">[1]</a></sup> b');
		expect(written).toContain('c<sup class="footnote-ref"><a href="#h-fn-1">[1]</a></sup>');
		expect(written.match(/<li id="h-fn-\d" value="\d"><p>[a-z]+/g)).toEqual([
			'<li id="h-fn-1" value="1"><p>first',
			'<li id="h-fn-2" value="2"><p>second',
			'<li id="h-fn-3" value="3"><p>third',
		]);
		expect(written).toContain('<a href="#h-fnref-2" class="footnote-back" aria-label="Back to text">');
		expect(written).not.toContain('none');
	});

	test('leaves a footnote mark without definition as it is', async () => {
		expect(await html('a[^x]')).toBe('<p>a[^x]</p>');
	});
});

describe('Chinese', () => {
	test('emphasis may touch Chinese punctuation', async () => {
		expect(await html('**“重点”**的，这是**（括号）**吧。**注意：**不要')).toBe(
			'<p><strong>“重点”</strong>的，这是<strong>（括号）</strong>吧。<strong>注意：</strong>不要</p>',
		);
	});

	test('an address ends where Chinese begins', async () => {
		expect(await html('见https://example.com/a(b)，或http://example.org后面')).toBe(
			'<p>见<a href="https://example.com/a(b)" rel="nofollow ugc noopener">https://example.com/a(b)</a>，或<a href="http://example.org" rel="nofollow ugc noopener">http://example.org</a>后面</p>',
		);
	});

	test('a line end between Chinese characters is no space', async () => {
		expect(await html('今天\n天气\ngood\nday')).toBe('<p>今天天气\ngood\nday</p>');
	});

	test('headings keep Chinese in their ids, unique and prefixed', async () => {
		const { headings } = await renderMarkdown('## 快速 开始！\n\n## 快速 开始\n\n## `location`\n\n## ???');
		expect(headings.map(({ id }) => id)).toEqual(['h-快速-开始', 'h-快速-开始-1', 'h-location', 'h-section']);
	});

	test('links to headings find them however they are written', async () => {
		expect(await html('[a](#快速-开始) [b](#%E5%BF%AB) [c](#Foo)')).toMatch(
			/href="#h-快速-开始".*href="#h-快".*href="#h-foo"/,
		);
	});
});

describe('headings', () => {
	test('leave h1 to the page', async () => {
		const { headings, html: written } = await renderMarkdown('# a\n\n## b $x$ **c**');
		expect(headings).toEqual([
			{ level: 2, id: 'h-a', text: 'a' },
			{ level: 3, id: 'h-b-x-c', text: 'b x c' },
		]);
		expect(written).not.toContain('<h1');
	});

	test('keep their levels where no h1 is', async () => {
		expect((await renderMarkdown('## a\n\n### b')).headings.map(({ level }) => level)).toEqual([2, 3]);
	});

	test('take the prefix of their text, so that many texts fit on one page', async () => {
		expect(await html('## a\n\n[b](#a) c[^1]\n\n[^1]: d', { idPrefix: 'r7-' })).toMatch(
			/id="r7-a".*href="#r7-a".*id="r7-fnref-1".*id="r7-fn-1"/s,
		);
	});
});

describe('callouts and folds', () => {
	test('take their own title or a default in the language of the text', async () => {
		expect(await html('::: tip Mind *this*\na\n:::')).toBe(
			'<aside class="callout tip" role="note">\n<p class="callout-title">Mind <em>this</em></p>\n<p>a</p>\n</aside>',
		);
		expect(await html('::: warning\na\n:::', { locale: 'zh-CN' })).toContain(
			'<p class="callout-title">注意</p>',
		);
	});

	test('fold details and spoilers', async () => {
		expect(await html('::: details More\na\n:::')).toBe(
			'<details class="details">\n<summary>More</summary>\n<p>a</p>\n</details>',
		);
		expect(await html('::: spoiler\na\n:::')).toContain(
			'<details class="spoiler">\n<summary>Spoiler, open to read</summary>',
		);
	});

	test('nest with more colons outside and end with their list item', async () => {
		expect(await html(':::: info\n::: tip\na\n:::\n::::')).toMatch(
			/^<aside class="callout info".*<aside class="callout tip".*<\/aside>\s*<\/aside>$/s,
		);
		expect(await html('- ::: tip\n  a\n\nb')).toMatch(/<\/aside>\s*<\/li>\s*<\/ul>\s*<p>b<\/p>$/);
	});

	test('come from GitHub alerts too', async () => {
		expect(await html('> [!WARNING]\n> a\n>\n> b')).toBe(
			'<aside class="callout warning" role="note">\n<p class="callout-title">Warning</p>\n<p>a</p>\n<p>b</p>\n</aside>',
		);
	});

	test('leave unknown names as text', async () => {
		expect(await html('::: nonsense\na')).toBe('<p>::: nonsense\na</p>');
	});
});

describe('raw HTML', () => {
	test('passes where a text may have it', async () => {
		expect(
			await html(
				'Press <kbd>Ctrl</kbd> H<sub>2</sub>O\n\n<details><summary>a</summary>\n\n**b**\n\n</details>',
			),
		).toBe(
			'<p>Press <kbd>Ctrl</kbd> H<sub>2</sub>O</p>\n<details><summary>a</summary>\n<p><strong>b</strong></p>\n</details>',
		);
	});

	test('shows as typed where it may not, so that no word is lost', async () => {
		expect(await html('use List<String> and <script>x</script>')).toBe(
			'<p>use List&lt;String&gt; and &lt;script&gt;x&lt;/script&gt;</p>',
		);
	});

	test('cannot swallow what stands behind it', async () => {
		expect(await html('<div title="\n\na\n\n<!-- b\n\nc')).toContain('a');
		expect(await html('<div title="\n\na\n\n<!-- b\n\nc')).toContain('c');
	});

	test('many generics in one text are no nesting', async () => {
		expect(await html('a List<String> b\n\n'.repeat(200))).toContain('List&lt;String&gt;');
	});
});

describe('pictures and links', () => {
	test('pictures load late', async () => {
		expect(await html('![a "b"](/c.png "d")')).toBe(
			'<p><img src="/c.png" alt="a &quot;b&quot;" title="d" loading="lazy" decoding="async"></p>',
		);
	});

	test('what the text links to and shows is listed once', async () => {
		const { links, images } = await renderMarkdown(
			'[a](/x) [b](/x) [c](#d) https://e.example ![f](/g.png) ![h](/g.png)',
		);
		expect(links).toEqual(['/x', 'https://e.example']);
		expect(images).toEqual(['/g.png']);
	});
});

describe('mentions', () => {
	const known = (handle: string): string | null => (handle === 'lin-wei' ? '/people/lin-wei' : null);

	test('become links to people that exist', async () => {
		const rendered = await renderMarkdown('你好@lin-wei，@nobody and `@lin-wei`', { mentions: known });
		expect(rendered.html.trim()).toBe(
			'<p>你好<a class="mention" href="/people/lin-wei">@lin-wei</a>，@nobody and <code>@lin-wei</code></p>',
		);
		expect(rendered.mentions).toEqual(['lin-wei']);
	});

	test('are not seen in addresses, scopes, links and code', async () => {
		const { mentions } = await renderMarkdown(
			'a@lin-wei.org @lin-wei/pkg [@lin-wei](/x) https://x.example/@lin-wei\n\n    @lin-wei',
		);
		expect(mentions).toEqual([]);
	});

	test('are listed without a resolver', async () => {
		expect((await renderMarkdown('@a, @b-c. @a')).mentions).toEqual(['a', 'b-c']);
	});
});

describe('preview', () => {
	const source =
		'Free [^1] $x$.\n\n```ts\nlet a;\n```\n\n<!-- more -->\n\nPaid[^2] secret.\n\n[^1]: paid note\n[^2]: other';

	test('ends at the mark and holds nothing from behind it', async () => {
		const { previewHtml, html: whole, excerpt } = await renderMarkdown(source, { highlight: false });
		expect(previewHtml).toContain('Free <sup class="footnote-ref">[1]</sup>');
		expect(previewHtml).toContain('let a;');
		expect(previewHtml).not.toMatch(/secret|paid note|other/);
		expect(whole).toContain('secret');
		expect(whole).toContain('paid note');
		expect(excerpt).toBe('Free x.');
	});

	test('alone is what previewOnly renders', async () => {
		const whole = await renderMarkdown(source, { highlight: false });
		const only = await renderMarkdown(source, { highlight: false, previewOnly: true });
		expect(only.html).toBe(whole.previewHtml);
		expect(only.text).not.toContain('secret');
	});

	test('needs the mark on a line of its own outside code and lists', async () => {
		for (const text of [
			'a\n\n```\n<!-- more -->\n```\n\nb',
			'- a\n\n  <!-- more -->\n\nb',
			'a <!-- more --> b',
			'a',
		]) {
			expect((await renderMarkdown(text, { highlight: false })).previewHtml).toBeNull();
		}
	});
});

describe('what is known of a text', () => {
	test('plain text holds code and TeX, lines for blocks', async () => {
		const { text } = await renderMarkdown(
			'# a\n\nb *c* $x^2$\n\n- d\n- e\n\n| f | g |\n|---|---|\n| h | i |\n\n```ts\nlet j = 1;\nk();\n```\n\n$$\nl\n$$',
			{ highlight: false },
		);
		expect(text).toBe('a\nb c x^2\nd\ne\nf g\nh i\nlet j = 1;\nk();\nl');
	});

	test('an excerpt is prose', async () => {
		const { excerpt } = await renderMarkdown(
			'# Title\n\n```ts\ncode\n```\n\nFirst *words*.\n\n| t |\n|---|\n| u |\n\n::: spoiler\nend\n:::\n\nLast.',
			{ highlight: false },
		);
		expect(excerpt).toBe('First words. Last.');
	});

	test('an excerpt of nothing but code is the code', async () => {
		expect((await renderMarkdown('```ts\nlet a;\n```', { highlight: false })).excerpt).toBe('let a;');
	});

	test('words and minutes count both scripts', async () => {
		const rendered = await renderMarkdown(`${'汉字'.repeat(200)} ${'word '.repeat(220)}`);
		expect(rendered.words).toBe(620);
		expect(rendered.readingMinutes).toBe(2);
	});

	test('flags say what the page has to load', async () => {
		expect(await renderMarkdown('a')).toMatchObject({ hasMath: false, hasMermaid: false });
		expect(await renderMarkdown('$x$\n\n```mermaid\ngraph TD; A-->B\n```')).toMatchObject({
			hasMath: true,
			hasMermaid: true,
		});
	});

	test('an empty text is empty everywhere', async () => {
		expect(await renderMarkdown('')).toEqual({
			html: '',
			previewHtml: null,
			text: '',
			excerpt: '',
			headings: [],
			words: 0,
			readingMinutes: 0,
			mentions: [],
			links: [],
			images: [],
			hasMath: false,
			hasMermaid: false,
		});
	});
});

describe('renderPlain', () => {
	test('keeps line ends, emphasis, code, lists, formulas and links', async () => {
		const { html: written } = await renderPlain('a\n**b** `c` [d](/e)\n\n- f\n\n```\ng\n```');
		expect(written.trim()).toBe(
			'<p>a<br>\n<strong>b</strong> <code>c</code> <a href="/e">d</a></p>\n<ul>\n<li>f</li>\n</ul>\n<pre class="code" tabindex="0"><code>g</code></pre>',
		);
	});

	test('leaves the shapes of whole texts as typed', async () => {
		const { html: written } = await renderPlain(
			'# a\n\n| b |\n|---|\n\n![c](/d)\n\n<kbd>e</kbd>\n\n::: tip\nf',
		);
		expect(written).toContain('# a');
		expect(written).toContain('| b |');
		expect(written).toContain('&lt;kbd&gt;');
		expect(written).not.toMatch(/<(?:h\d|table|img|kbd|aside)/);
	});
});

describe('bad input', () => {
	test('a text that is too long is refused with its length', async () => {
		await expect(renderMarkdown('a'.repeat(200_001))).rejects.toMatchObject({
			code: 'content.too_long',
			params: { length: 200_001, limit: 200_000 },
		});
	});

	test('nesting that is too deep is refused with its line', async () => {
		await expect(renderMarkdown(`a\n\n${'> '.repeat(100)}b`)).rejects.toMatchObject({
			code: 'content.too_complex',
			params: { line: 3 },
		});
		await expect(renderMarkdown(`a\n\nb\n${'**a '.repeat(60)}${' c**'.repeat(60)}`)).rejects.toMatchObject({
			code: 'content.too_complex',
			params: { line: 4 },
		});
		await expect(renderMarkdown(`a\n\n${'<b>'.repeat(200)}`)).rejects.toMatchObject({
			code: 'content.too_complex',
			params: { line: 3 },
		});
	});

	test('NUL and halves of surrogate pairs are replaced', async () => {
		expect((await renderMarkdown('a\0b\ud800c \udfff')).text).toBe('a\ufffdb\ufffdc \ufffd');
	});

	test('all kinds of line end are one', async () => {
		expect(await html('a\r\nb\rc')).toBe('<p>a\nb\nc</p>');
	});
});
