import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser().open;
const phone = { viewport: { width: 390, height: 844 } };
const title = `Locks without fear ${Date.now().toString(36)}`;

const textOf = (topic: string) =>
	Array.from(
		{ length: 9 },
		(_, n) =>
			`Paragraph ${n} of ${topic}. ${'A lock is held until the transaction that took it ends. '.repeat(6)}`,
	).join('\n\n');

test('a course is built in the studio, sold, learnt on a phone, gone on with on another device, and finished', async () => {
	const studio = await open('he-ping');
	const author = studio.page;
	await author.goto('/studio/courses');
	await author.fill('form[action="?/create"] [name=title]', title);
	await author.selectOption('[name=language]', 'en');
	await author.locator('form[action="?/create"] button.btn-primary').click();
	await author.waitForURL(/\/studio\/courses\/\d+$/);
	const base = new URL(author.url()).pathname;
	const id = base.split('/').at(-1)!;
	for (const [n, name] of ['Which locks there are', 'Who waits for whom', 'What to do about it'].entries()) {
		await author.goto(base);
		await author.locator('details.add summary').click();
		await author.fill('form[action="?/lesson"] [name=title]', name);
		await author.locator('form[action="?/lesson"] button').click();
		await author.waitForURL(/\/lessons\/\d+$/);
		await author.fill('[name=source]', textOf(name));
		if (n === 0) await author.check('[name=preview]');
		if (n === 2) await author.check('[name=first][value=previous]');
		await author.locator('form[action="?/save"] .bar button.btn-primary').click();
		await author.waitForURL(/saved/);
	}
	// The arrows move a lesson without a script, the pointer with one: the last stands where it stood.
	await author.goto(base);
	const rows = () => author.locator('[data-lesson-row] .title').allInnerTexts();
	await author.locator('[data-lesson-row]').nth(2).locator('[name=to][value=up]').click();
	await expect.poll(rows).toEqual(['Which locks there are', 'What to do about it', 'Who waits for whom']);
	await author
		.locator('[data-lesson-row]')
		.nth(2)
		.dragTo(author.locator('[data-lesson-row]').nth(1), {
			targetPosition: { x: 40, y: 3 },
		});
	await expect.poll(rows).toEqual(['Which locks there are', 'Who waits for whom', 'What to do about it']);
	await expect
		.poll(async () => {
			await author.reload();
			return rows();
		})
		.toEqual(['Which locks there are', 'Who waits for whom', 'What to do about it']);

	await author.goto(`${base}/settings`);
	await author.fill('[name=outcomes]', 'Name the lock that a statement takes\nFind who waits');
	await author.fill('[name=source]', 'Three lessons on locks.');
	await author.check('[name=access][value=paid]');
	await author.fill('[name=price]', '39');
	await author.selectOption('[name=currency]', 'CNY');
	await author.locator('.bar button.btn-primary').click();
	await author.waitForURL(/saved/);
	await author.goto(base);
	await author.locator('form[action="?/publish"] button.btn-primary').click();
	await author.waitForURL(/published=1/);

	// A visitor looks at the preview, and at nothing else.
	const visitor = await open(null, phone);
	await visitor.page.goto(`/courses/${id}`);
	expect(await visitor.page.locator('.box').innerText()).toContain('39');
	const lessons = await visitor.page.locator('.course-outline a').count();
	expect(lessons).toBe(1);
	await visitor.page.locator('.course-outline a').first().click();
	expect(await visitor.page.locator('[data-lesson-text]').innerText()).toContain('Paragraph 8');
	await visitor.close();

	const train = await open('bai-lu', phone);
	const learner = train.page;
	await learner.goto(`/courses/${id}`);
	await learner.locator('.box a.btn-primary').click();
	await learner.waitForURL(/\/checkout/);
	await learner.locator('main form button.btn-primary').last().click();
	await learner.waitForURL(/\/checkout\/sandbox\//);
	await learner.locator('button.ending').first().click();
	await learner.waitForURL(/\/orders\/\d+/);
	await learner.goto(`/courses/${id}`);
	await learner.locator('.box .btn-primary').click();
	await learner.waitForURL(/\/lessons\/\d+/);
	// Read to its end, the first lesson is completed without a button: its beginning is read too, not scrolled past.
	await learner.waitForTimeout(2000);
	for (let step = 0; step < 40 && !(await learner.locator('[data-when-done]').isVisible()); step++) {
		await learner.mouse.wheel(0, 400);
		await learner.waitForTimeout(900);
	}
	expect(await learner.locator('[data-when-done]').isVisible()).toBe(true);
	expect(await learner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await learner.locator('[data-when-done] .btn-primary').click();
	await learner.waitForURL(/\/lessons\/\d+/);
	// Half of the second one, and words that are marked. What was read has arrived before the train ends.
	const second = new URL(learner.url()).pathname.split('/').at(-1)!;
	const arrived = learner.waitForResponse((response) => {
		const told = response.request().postData() ?? '';
		return (
			response.url().endsWith('/api/v1/progress') &&
			new RegExp(`"lessonId":${second},.*"place":[2-9]`).test(told)
		);
	});
	const fourth = learner.locator('[data-p="4"]');
	for (let step = 0; step < 30 && ((await fourth.boundingBox())?.y ?? 0) > 300; step++) {
		await learner.mouse.wheel(0, 250);
		await learner.waitForTimeout(300);
	}
	await arrived;
	await learner.evaluate(() => {
		const range = document.createRange();
		range.selectNodeContents(document.querySelector('[data-p="4"]')!);
		getSelection()?.removeAllRanges();
		getSelection()?.addRange(range);
	});
	await learner.locator('[data-mark]').click();
	await learner.fill('[data-new-note] [name=source]', 'To be tried at work.');
	await learner.locator('[data-new-note] button').click();
	await learner.locator('[data-note]').waitFor();
	await train.close();

	// On another device: where it was left, with the note; without a script there too.
	const home = await open('bai-lu', { javaScriptEnabled: false });
	const desk = home.page;
	await desk.goto('/learning');
	await desk.locator('article.learning', { hasText: title }).locator('a.btn').click();
	expect(await desk.locator('h1').innerText()).toBe('Who waits for whom');
	expect(Number(await desk.locator('[data-lesson]').getAttribute('data-place'))).toBeGreaterThanOrEqual(2);
	expect(await desk.locator('#notes').innerText()).toContain('To be tried at work.');
	// Two buttons, and the course is done.
	await desk.locator('form[action="?/done"] button').first().click();
	expect(await desk.locator('h1').innerText()).toBe('What to do about it');
	await desk.locator('form[action="?/done"] button').first().click();
	await desk.waitForURL(/finished/);
	await desk.goto('/learning');
	expect(await desk.locator('section', { has: desk.locator('#finished') }).innerText()).toContain(title);
	await home.close();

	await author.goto(`${base}/learners`);
	expect(await author.locator('main').innerText()).toContain('100 %');
	await studio.close();
}, 180_000);
