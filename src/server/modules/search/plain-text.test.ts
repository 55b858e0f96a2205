import { expect, it } from 'vitest';
import { textOfHtml, textOfMarkdown } from './plain-text.ts';

it('keeps the words of Markdown and drops its marks and addresses', () => {
	const source = [
		'# Title with *stress*',
		'> A **quoted** `code_name` and snake_case, count(*) and 2*3.',
		'- [x] a [link](http://example.org/secret "t") and ![a picture](x.png)',
		'| head | two |',
		'|------|:---:|',
		'```ts',
		'const a = b * c;',
		'```',
		'<!-- more --> 这是**重点**内容 &amp; <b>bold</b> https://example.org/x',
	].join('\n');
	expect(textOfMarkdown(source)).toBe(
		'Title with stress A quoted code_name and snake_case, count(*) and 2*3. a link and a picture head two const a = b * c; 这是重点内容 & bold',
	);
});

it('keeps the words of HTML', () => {
	expect(
		textOfHtml('<p>un<b>do</b> &lt;T&gt;</p><p>next</p><style>p{}</style><svg><text>x</text></svg>'),
	).toBe('undo <T> next');
});

it.each(['[', '<', '![a](', '_', '|', '-', '<!--', '[a]:', '<a ', '> ', '<style', '**', '\\(', '&#x'])(
	'reads a hundred thousand times %s without delay',
	(piece) => {
		const text = piece.repeat(100_000 / piece.length);
		// Time that grows with the square of the length would run into the test's own limit.
		expect(textOfMarkdown(text).length + textOfHtml(text).length).toBeLessThanOrEqual(2 * text.length);
	},
);
