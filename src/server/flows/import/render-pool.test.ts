import { expect, test } from 'vitest';
import { openRenderPool } from './render-pool.ts';
import type { RenderTask } from './render-text.ts';

const tasks = Array.from(
	{ length: 60 },
	(_, n): RenderTask => ({
		from: 'html',
		as: 'post',
		math: true,
		text: `<p>Number <em>${n}</em>: $x_{${n}}$</p><p>${'word '.repeat(n * 20)}</p>`,
	}),
);

test('threads give the same results as none, in the order of the texts', async () => {
	const [threads, none] = [openRenderPool(2), openRenderPool(0)];
	try {
		const [one, other] = await Promise.all([threads.render(tasks), none.render(tasks)]);
		expect(one).toEqual(other);
		expect(one[7]!.source).toContain('*7*');
		expect(one[7]!.html).toContain('katex');
	} finally {
		await threads.close();
	}
});

test('money stays money on a site without formulas, code keeps its dollars', async () => {
	const [rendered] = await openRenderPool(0).render([
		{
			from: 'html',
			as: 'post',
			math: false,
			text: '<p>From $5 to $x^2$ for <code>$HOME</code></p><pre><code>echo $1</code></pre>',
		},
	]);
	expect(rendered!.hasMath).toBe(false);
	expect(rendered!.html).toContain('From $5 to $x^2$ for');
	expect(rendered!.html).toContain('$HOME');
	expect(rendered!.html).toContain('echo $1');
});

test('a text too deep for the pipeline is kept as plain text, and even one made to be slow ends', async () => {
	const deep = `${'<blockquote>'.repeat(5000)}bottom`;
	const slow = `${'<'.repeat(400_000)}${'<a'.repeat(100_000)}`;
	const [first, second] = await openRenderPool(0).render(
		[deep, slow].map((text): RenderTask => ({ from: 'html', as: 'post', math: false, text })),
	);
	expect(first!.problem).toBe('content.too_complex');
	expect(first!.source).toBe(`\`\`\`text\n${' '.repeat(5000)}bottom\n\`\`\``);
	expect(second!.html.length).toBeGreaterThan(0);
});
