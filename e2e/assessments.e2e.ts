import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aLesson, publish } from './api.ts';
import { useBrowser } from './browser.ts';

const { open } = useBrowser();
const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

/** No page is wider than the phone that shows it. */
const fits = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('a quiz is written, published, failed, looked at, passed, and what was wrong comes for review', async () => {
	const author = await open('he-ping', { javaScriptEnabled: false });
	const { course, lesson } = await aLesson('quiz');
	await author.page.goto(`/studio/courses/${course}/lessons/${lesson}/quiz`);
	// What is no question is refused, and what was typed is still there.
	await author.page.fill('[name=source]', 'How much is 2 + 2?');
	await author.page.click('form[action="?/add"] .btn-primary');
	expect(await author.page.locator('#f-source-error').count()).toBe(1);
	await author.page.fill(
		'[name=source]',
		'How much is 2 + 2?\n- (x) Four\n- ( ) Five :: Count again.\n---\nThe capital of France is {{Paris}}.',
	);
	await author.page.click('form[action="?/add"] .btn-primary');
	expect(await author.page.locator('.bank > li').count()).toBe(2);
	await publish(course);
	await author.close();

	const learner = await open('ada-k', phone);
	const { page } = learner;
	await page.goto(`/courses/${course}/lessons/${lesson}`);
	expect(await page.content()).not.toMatch(/Count again|Paris/);
	await page.click('form[action$="?/begin"] button');
	expect(await page.content()).not.toMatch(/Count again|Paris/);
	expect(await fits(page)).toBe(true);
	await page.check('label:has-text("Five") input');
	await page.click('form[action$="?/submit"] .btn-primary');
	expect(await page.locator('#result').textContent()).toMatch(/Not passed/);
	expect(await page.content()).toContain('Count again');
	expect(await page.content()).not.toContain('Paris');
	await page.click('form[action$="?/begin"] button');
	await page.check('label:has-text("Four") input');
	await page.fill('.fields input', 'paris');
	await page.click('form[action$="?/submit"] .btn-primary');
	expect(await page.locator('#result').textContent()).toMatch(/Passed/);
	await page.goto('/review');
	expect(await fits(page)).toBe(true);
	await page.click('a[href^="/review?show="]');
	await page.click('button[name=rating][value="3"]');
	expect(page.url()).toMatch(/\/review$/);
	await learner.close();

	const looking = await open('he-ping', phone);
	await looking.page.goto(`/studio/courses/${course}/lessons/${lesson}/quiz`);
	expect(await looking.page.locator('.item').count()).toBe(2);
	expect(await fits(looking.page)).toBe(true);
	await looking.close();
});

test('an exercise is refused while its own solution fails, then tried, failed and passed on a phone', async () => {
	const author = await open('he-ping', { javaScriptEnabled: false });
	const { course, lesson } = await aLesson('exercise');
	await author.page.goto(`/studio/courses/${course}/lessons/${lesson}/exercise`);
	await author.page.fill('[name=solution]', 'const add = (a, b) => a - b;');
	await author.page.fill('[name=shown]', 'add(1, 2) => 3');
	await author.page.fill('[name=hidden]', 'add(20, 22)');
	await author.page.click('.code-form .btn-primary');
	expect(await author.page.locator('[role=alert]').first().textContent()).toContain('-1');
	await author.page.fill('[name=solution]', 'const add = (a, b) => a + b;');
	await author.page.click('.code-form .btn-primary');
	expect(await author.page.inputValue('[name=hidden]')).toBe('add(20, 22) => 42');
	await publish(course);
	await author.close();

	const learner = await open('ada-k', phone);
	const { page } = learner;
	await page.goto(`/courses/${course}/lessons/${lesson}`);
	await page.fill('[name=code]', 'const add = () => 3;');
	await page.click('button[value=run]');
	expect(await page.locator('#result').textContent()).toContain('Submit it');
	expect(await page.inputValue('[name=code]')).toBe('const add = () => 3;');
	await page.click('button[value=submit]');
	expect(await page.locator('#result').textContent()).toMatch(/1 of 2/);
	expect(await page.content()).not.toMatch(/add\(20|42/);
	await page.fill('[name=code]', 'for (;;);');
	await page.click('button[value=submit]');
	expect(await page.locator('#result').textContent()).toMatch(/took too long/);
	expect(await fits(page)).toBe(true);
	await page.fill('[name=code]', 'const add = (a, b) => a + b;');
	await page.click('button[value=submit]');
	expect(await page.locator('#result').textContent()).toMatch(/All cases passed/);
	expect(await page.locator('header .badge.good').count()).toBe(1);
	await learner.close();
}, 120_000);
