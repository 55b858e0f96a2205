import { expect, test } from 'vitest';
import { renderMarkdown } from '../server/platform/markdown/index.ts';
import { plainFormula } from './plain-formula.ts';

test.each([
	[String.raw`n \le 2\times10^5`, 'n ≤ 2×10⁵'],
	[String.raw`n \le 200{,}000`, 'n ≤ 200,000'],
	[String.raw`(a_i + a_j) \bmod k = 0`, '(a_i + a_j) mod k = 0'],
	[String.raw`O(n \log k)`, 'O(n log k)'],
	[String.raw`\frac{1}{2} \approx \sqrt{x_1}`, '1/2 ≈ √x₁'],
	[String.raw`2^{32}`, '2³²'],
	[String.raw`e^{i\pi}`, 'e^iπ'],
	[String.raw`\ket{0} \otimes \vert\psi\rangle`, '|0⟩ ⊗ |ψ⟩'],
	['x', 'x'],
	['\\', '\\'],
])('%s reads %s in a list', (tex, plain) => {
	expect(plainFormula(tex)).toBe(plain);
});

test('an excerpt has signs, and what is searched keeps what was typed', async () => {
	const { excerpt, text } = await renderMarkdown('With $n \\le 10^5$ it is too slow.', { highlight: false });
	expect(excerpt).toBe('With n ≤ 10⁵ it is too slow.');
	expect(text).toContain('\\le');
});
