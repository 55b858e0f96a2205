import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aZip } from '../src/server/platform/zip/zip.testing.ts';
import { callAs } from './api.ts';
import { useBrowser } from './browser.ts';

const { site, open } = useBrowser();
const author = 'he-ping';
const title = `As one file ${Date.now().toString(36)}`;
const files: Record<string, string> = {
	'course.md': `---\ntitle: ${title}\nlanguage: en\n---\nWhat it is about.`,
	'1-first/section.md': '---\ntitle: First\n---\n',
	'1-first/1-one.md': '# One\n\nA text.',
	'1-first/2-two.md': '# Two\n\nAnother text.',
};
const zip = (given: Record<string, string>) =>
	aZip(Object.entries(given).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
let course = '';

test('a zip becomes a draft: sent by a form on a phone without a script, with a report of what came in', async () => {
	const { page, close } = await open(author, {
		viewport: { width: 390, height: 844 },
		javaScriptEnabled: false,
	});
	await page.goto('/studio/courses');
	await page.locator('a[href="/studio/courses/import"]').click();
	await page.setInputFiles('input[type=file]', {
		name: 'broken.zip',
		mimeType: 'application/zip',
		buffer: zip({ ...files, '1-first/2-two.md': '---\ntitle: Two\nminutes: soon\n---\nText.' }),
	});
	await page.locator('form[action^="?/upload"] button').click();
	const card = (name: string) => page.locator('article.import', { hasText: name }).first();
	// Which line of which file is wrong.
	await expect
		.poll(() => page.reload().then(() => card('broken.zip').innerText()), { timeout: 40_000, interval: 500 })
		.toContain('1-first/2-two.md:3');
	await page.setInputFiles('input[type=file]', {
		name: 'whole.zip',
		mimeType: 'application/zip',
		buffer: zip(files),
	});
	await page.locator('form[action^="?/upload"] button').click();
	await expect
		.poll(() => page.reload().then(() => card('whole.zip').locator('li').allInnerTexts()), {
			timeout: 40_000,
			interval: 500,
		})
		.toEqual(['One', 'Two']);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await card('whole.zip').locator('a[href^="/studio/courses/"]').click();
	course = new URL(page.url()).pathname.split('/').at(-1)!;
	expect(await page.locator('h2').first().innerText()).toBe(title);
	await close();
}, 120_000);

test('what is downloaded and brought back changes nothing; a changed line changes its lesson', async () => {
	const { page, close } = await open(author);
	await page.goto(`/studio/courses/${course}/archive`);
	const download = async () => {
		const [given] = await Promise.all([
			page.waitForEvent('download'),
			page.locator(`a[href="/studio/courses/${course}/archive/zip"]`).click(),
		]);
		return readFileSync(await given.path());
	};
	const bring = async (name: string, buffer: Buffer) => {
		const uploaded = page.waitForFunction(
			() => (document.getElementById('archive-media') as HTMLInputElement)?.value !== '',
		);
		await page.setInputFiles('input[type=file]', { name, mimeType: 'application/zip', buffer });
		await uploaded;
		await page.locator('form[action="?/import"] button').click();
		await page.locator('dialog[open] [data-confirm-yes]').click();
		const card = page.locator('article.import', { hasText: name }).first();
		await expect.poll(() => card.locator('.badge.good').count(), { timeout: 40_000 }).toBe(1);
		return card.innerText();
	};
	const first = await download();
	expect(first.subarray(0, 2).toString()).toBe('PK');
	expect(await bring('same.zip', first)).toMatch(/2 lessons as they were|2 个课时没有变化/);
	expect((await download()).equals(first)).toBe(true);
	const changed = await bring(
		'changed.zip',
		zip({ ...files, '1-first/1-one.md': '# One\n\nA better text.', '1-first/3-three.md': '# Three\n\nNew.' }),
	);
	expect(changed).toMatch(/1 lesson added|新增 1 个课时/);
	expect(changed).toMatch(/1 lesson changed|更新 1 个课时/);
	await close();
}, 120_000);

test('nobody else has it, not by the address either', async () => {
	await expect(callAs('wu-tong', 'GET', `/courses/${course}/archive`)).rejects.toThrow(/40[34]/);
	const stranger = await open('wu-tong');
	const answer = await stranger.page.request.get(`${site}/studio/courses/${course}/archive/zip`);
	expect([403, 404]).toContain(answer.status());
	await stranger.close();
});
