import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../platform/markdown/index.ts';
import { linkRemoteImages } from './remote-images.ts';

const shown = async (source: string, own?: string) =>
	linkRemoteImages((await renderMarkdown(source)).html, own);

describe('a picture on another host', () => {
	test('is a link with its words, or its file, and the host', async () => {
		expect(await shown('![A sphere](https://img.example.org/x/bloch.png)')).toContain(
			'<a class="remote-image" href="https://img.example.org/x/bloch.png" rel="nofollow ugc noopener noreferrer">A sphere (img.example.org)</a>',
		);
		expect(await shown('![](https://img.example.org/x/bloch.png?s=1)')).toContain(
			'>bloch.png (img.example.org)</a>',
		);
		expect(await shown('![](https://img.example.org/)')).toContain('>img.example.org (img.example.org)</a>');
	});

	test('inside a link is words, and the link stays', async () => {
		const html = await shown(
			'[![A](https://img.example.org/a.png)](https://example.org) ![B](https://img.example.org/b.png)',
		);
		expect(html).toMatch(
			/<a href="https:\/\/example.org"[^>]*><span class="remote-image">A \(img.example.org\)<\/span><\/a>/,
		);
		expect(html).toContain('>B (img.example.org)</a>');
		expect(html).not.toContain('<img');
	});

	test('of this site stays a picture, whether its address is whole or not', async () => {
		expect(await shown('![A](/a.png)')).toContain('<img src="/a.png"');
		expect(await shown('![A](https://stoa.example/a.png)', 'https://stoa.example')).toContain('<img ');
		expect(await shown('![A](https://stoa.example.org/a.png)', 'https://stoa.example')).not.toContain(
			'<img ',
		);
	});

	test('with quotes and angles in its words adds no markup', async () => {
		const html = await shown('![a" onload="x <b>](https://img.example.org/a.png)');
		expect(html).not.toMatch(/<b>|onload="x/);
	});
});
