import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aLesson, callAs, publish } from './api.ts';
import { useBrowser } from './browser.ts';

const { open } = useBrowser();
const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

/** No page is wider than the phone that shows it. */
const fits = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('a work is set, handed in on a phone, returned, handed in again, marked by keyboard, and passes', async () => {
	const author = await open('he-ping', { javaScriptEnabled: false });
	const { course, lesson } = await aLesson('assignment');
	await author.page.goto(`/studio/courses/${course}/lessons/${lesson}/assignment`);
	// A rubric that cannot be read is refused, and what was typed is still there.
	await author.page.fill('[name=rubric]', 'no criterion');
	await author.page.click('.task-form .btn-primary');
	expect(await author.page.locator('#f-rubric-error').count()).toBe(1);
	await author.page.fill(
		'[name=rubric]',
		'# Answers it\n- 4 Whole\n- 0 Not yet\n\n# Shows how\n- 2 Yes\n- 0 No',
	);
	await author.page.click('.task-form .btn-primary');
	expect(await author.page.locator('.rubric > li').count()).toBe(2);
	await publish(course);
	await author.close();

	const learner = await open('ada-k', phone);
	const { page } = learner;
	const href = `/courses/${course}/lessons/${lesson}`;
	await page.goto(href);
	expect(await page.locator('.rubric > li').count()).toBe(2);
	await page.click('form[action$="?/begin"] button');
	await page.click('button[form^="hand-in"].btn-primary');
	expect(await page.locator('[role=alert]').first().textContent()).toMatch(/nothing in it/);
	await page.fill('[name=source]', 'What I **found**.');
	await page.click('button[form^="hand-in"].btn-primary');
	expect(page.url()).toMatch(new RegExp(`${href}#assignment$`));
	expect(await page.locator('#round1 strong:has-text("found")').count()).toBe(1);
	expect(await fits(page)).toBe(true);

	const mentor = await open('he-ping', phone);
	await mentor.page.goto(`/studio/marking?course=${course}`);
	expect(await fits(mentor.page)).toBe(true);
	await mentor.page.click('form[action="?/next"] button');
	expect(mentor.page.url()).toMatch(/\/studio\/marking\/\d+/);
	expect(await fits(mentor.page)).toBe(true);
	await mentor.page.fill('[name=comment]', 'Say how you found it.');
	await mentor.page.fill('[name=privateNote]', 'ONLY_MENTORS');
	await mentor.page.click('button[value=return]');
	await mentor.close();

	await page.goto(href);
	expect(await page.content()).toContain('Say how you found it.');
	expect(await page.content()).not.toContain('ONLY_MENTORS');
	expect(await page.inputValue('[name=source]')).toBe('What I **found**.');
	await page.fill('[name=source]', 'What I **found**, and how.');
	await page.click('button[form^="hand-in"].btn-primary');

	// At a desk, with keys: 1 and 1 choose the best levels, Ctrl+Enter marks.
	const desk = await open('he-ping', { viewport: { width: 1280, height: 900 } });
	await desk.page.goto(`/studio/marking?course=${course}`);
	await desk.page.click('[data-row-link]');
	await desk.page.waitForSelector('form[data-marking]');
	expect(await desk.page.content()).toContain('ONLY_MENTORS');
	// The script that hears keys comes after the page.
	for (let n = 0; n < 100; n += 1) {
		await desk.page.keyboard.press('1');
		if ((await desk.page.locator('input[type=radio]:checked').count()) === 2) break;
		await desk.page.waitForTimeout(100);
	}
	await Promise.all([desk.page.waitForURL(/marking\?/), desk.page.keyboard.press('Control+Enter')]);
	await desk.close();

	await page.goto(href);
	expect(await page.locator('#assignment [role=status]').first().textContent()).toMatch(/Passed/);
	expect(await page.locator('.round').count()).toBe(2);
	expect(await page.locator('[data-lesson-page] > header .badge.good').count()).toBe(1);
	expect(await fits(page)).toBe(true);
	await learner.close();
}, 120_000);

test('an answer that no key marks waits, its learner sees that, and has the result when a person marked it', async () => {
	const author = await open('he-ping', { javaScriptEnabled: false });
	const { course, lesson } = await aLesson('quiz');
	await callAs('he-ping', 'POST', `/courses/${course}/questions`, { source: 'Why is it slow?\n=' });
	await callAs('he-ping', 'PUT', `/courses/${course}/lessons/${lesson}/quiz`, { passMark: 0.5 });
	await publish(course);

	const learner = await open('ada-k', phone);
	const { page } = learner;
	await page.goto(`/courses/${course}/lessons/${lesson}`);
	await page.click('form[action$="?/begin"] button');
	await page.fill('textarea[name=q0]', 'It reads the whole table.');
	await page.click('form[action$="?/submit"] .btn-primary');
	expect(await page.locator('#result').textContent()).toMatch(/marked by a person/);
	expect(await page.locator('form[action$="?/begin"]').count()).toBe(0);

	await author.page.goto(`/studio/marking?course=${course}`);
	await author.page.click('[data-row-link]');
	await author.page.fill('[name=points0]', '80');
	await author.page.fill('[name=remark0]', 'Name the node.');
	await author.page.click('button[value=stay]');
	await author.close();

	await page.goto(`/courses/${course}/lessons/${lesson}`);
	expect(await page.locator('#result').textContent()).toMatch(/Passed/);
	expect(await page.content()).toContain('Name the node.');
	expect(await fits(page)).toBe(true);
	await learner.close();
}, 120_000);

test('in the demo somebody marks samples, reviews without names, and who was reviewed sees it, rates it and appeals', async () => {
	const reviewer = await open('he-ping', phone);
	const { page } = reviewer;
	await page.goto('/courses');
	const course = await page
		.locator('a[href*="/courses/"]:has-text("读懂 PostgreSQL")')
		.first()
		.getAttribute('href');
	await page.goto(String(course));
	const href = await page.locator('a[href*="/lessons/"]:has-text("一条慢查询")').last().getAttribute('href');
	const choose = async (places: number[]) => {
		for (const [at, place] of places.entries()) await page.check(`[name=level${at}][value="${place}"]`);
	};
	await page.goto(`${href}/reviews`);
	await choose([0, 0]);
	await page.click('form[action="?/calibrate"] .btn-primary');
	// One criterion has no level yet: what was chosen is still there.
	expect(await page.locator('[role=alert]').count()).toBe(1);
	expect(await page.isChecked('[name=level1][value="0"]')).toBe(true);
	await choose([0, 0, 0]);
	await page.click('form[action="?/calibrate"] .btn-primary');
	expect(await page.locator('.compared li').count()).toBe(3);
	await choose([2, 1, 1]);
	await page.click('form[action="?/calibrate"] .btn-primary');
	for (let n = 0; n < 2; n += 1) {
		expect(await page.locator('main').textContent()).not.toMatch(/wu-tong|bai-lu|吴桐|白露/);
		await choose([0, 1, 0]);
		await page.fill('[name=comment]', 'What the planner could not know is a guess.');
		expect(await fits(page)).toBe(true);
		await page.click('form[action="?/review"] .btn-primary');
	}
	expect(await page.locator('#review [role=status]').count()).toBe(1);
	await reviewer.close();

	const author = await open('bai-lu', phone);
	await author.page.goto(String(href));
	expect(await author.page.locator('.review').count()).toBeGreaterThanOrEqual(1);
	expect(await author.page.locator('main').textContent()).not.toMatch(/he-ping|何平/);
	expect(await fits(author.page)).toBe(true);
	await author.page.click('details.review:has([name=rating]) summary');
	await author.page.check('[name=rating][value="4"]');
	await author.page.click('form[action$="?/rate"] button');
	expect(await author.page.locator('[name=rating][value="4"][checked]').count()).toBe(1);
	await author.page.click('details.review:has([name=words]) summary');
	await author.page.fill('[name=words]', 'The figures are measured, not guessed.');
	await author.page.click('form[action$="?/appeal"] button');
	expect(await author.page.locator('#assignment [role=status]').first().textContent()).toMatch(/助教|mentor/);
	await author.close();
}, 120_000);

test('a level test is taken without a script, ends when it is clear, and leads back to the way', async () => {
	const learner = await open('ada-k', phone);
	const { page } = learner;
	await page.goto('/paths/test?goal=tag-postgresql&level=beginner&language=en');
	await page.click('form[action="?/begin"] button');
	for (let n = 0; n < 20 && (await page.locator('[name=skip]').count()) > 0; n += 1) {
		expect(await fits(page)).toBe(true);
		await page.click('[name=skip]');
	}
	expect(await page.locator('.found').count()).toBeGreaterThanOrEqual(1);
	await page.click('a[href^="/paths/new?"].btn-primary');
	expect(page.url()).toMatch(/goal=tag-postgresql/);
	await learner.close();
}, 60_000);
