import { expect, test } from 'vitest';
import { renderMarkdown, sanitizeHtml } from './index.ts';

const address = '/media/p/abcdefghijklmnopqrstuvwxyz-900x600';

test('a picture that is kept here keeps its place, and names its smaller copies', async () => {
	const { html, images } = await renderMarkdown(`![A plan](${address})`);
	expect(html).toContain(
		`<img src="${address}" alt="A plan" width="900" height="600" srcset="${address}/320 320w, ${address}/640 640w, ${address}/900 900w" sizes="(max-width: 760px) 100vw, 720px" loading="lazy" decoding="async">`,
	);
	expect(images).toEqual([address]);
	// What was written is read back as the same.
	expect(sanitizeHtml(sanitizeHtml(html))).toBe(sanitizeHtml(html));
});

test('nobody else writes a set of pictures', async () => {
	const { html } = await renderMarkdown(
		'<img src="/x.png" srcset="https://elsewhere.example/x.png 2x" sizes="1px" width="10">',
	);
	expect(html).not.toContain('srcset');
	expect(html).toContain('width="10"');
});
