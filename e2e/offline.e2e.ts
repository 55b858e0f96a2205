import pg from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { callAs as call } from './api.ts';
import { signIn, useBrowser } from './browser.ts';
import { here } from './here.ts';

const { site, open } = useBrowser();
const long = 'What is read on a train is kept until the train arrives. '.repeat(5);
const first = [
	'Formulas: $e^{i\\pi} + 1 = 0$.',
	...Array.from({ length: 7 }, (_, n) => `Paragraph ${n}. ${long}`),
].join('\n\n');
const second = `Who waits for whom.\n\n\`\`\`mermaid\nflowchart LR\n  A[One] --> B[Two]\n\`\`\`\n\n${long}`;
const course = { id: 0, href: '', lessons: [] as number[] };

beforeAll(async () => {
	const picture = await aPicture();
	const title = `Read on the train ${Date.now().toString(36)}`;
	const { id } = await call('he-ping', 'POST', '/courses', { title, spaceId: 1, language: 'en' });
	const { sections } = await call<{ sections: { id: number }[] }>('he-ping', 'GET', `/courses/${id}/outline`);
	for (const [n, source] of [`${first}\n\n![A plan](${picture})`, second].entries()) {
		const lesson = await call('he-ping', 'POST', `/courses/${id}/lessons`, {
			sectionId: sections[0]!.id,
			kind: 'text',
			title: `Lesson ${n + 1} of the train`,
		});
		course.lessons.push(lesson.id);
		await call('he-ping', 'PUT', `/courses/${id}/lessons/${lesson.id}/draft`, {
			title: `Lesson ${n + 1} of the train`,
			source,
		});
	}
	await call('he-ping', 'POST', `/courses/${id}/versions`, { note: 'The first.' });
	for (const who of ['marco-b', 'ada-k', 'elena-v']) await call(who, 'PUT', `/courses/${id}/enrolment`);
	course.id = id;
	const along = await call<{ course: { href: string } }>('marco-b', 'GET', `/courses/${id}/take-along`);
	course.href = along.course.href;
});

/** Uploads a picture as the editor does. @returns its address */
async function aPicture(): Promise<string> {
	const { page, close } = await open('he-ping');
	await page.goto('/ask');
	const png = await page.evaluate(() => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 700, height: 400 });
		canvas.getContext('2d')!.fillRect(50, 50, 300, 200);
		return canvas.toDataURL('image/png').split(',')[1]!;
	});
	await page.setInputFiles('[data-picture-file]', {
		name: 'plan.png',
		mimeType: 'image/png',
		buffer: Buffer.from(png, 'base64'),
	});
	const field = page.locator('[data-editor] textarea');
	await page.waitForFunction(() =>
		document.querySelector<HTMLTextAreaElement>('[data-editor] textarea')?.value.includes('(/media/p/'),
	);
	const address = /\((\/media\/p\/[^)]+)\)/.exec(await field.inputValue())![1]!;
	await close();
	return address;
}

const lessonAt = (n: number) => `/courses/${course.id}/lessons/${course.lessons[n]}`;
const shelves = (page: Page) =>
	page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('stoa-offline-')));

async function takeAlong(page: Page): Promise<void> {
	await page.goto(course.href);
	await page.locator('[data-along-take]').click();
	await page.locator('[data-along-drop]').waitFor({ timeout: 60_000 });
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		for (let n = 0; n < 100 && !navigator.serviceWorker.controller; n++)
			await new Promise((r) => setTimeout(r, 50));
	});
}

async function become(context: BrowserContext, who: string): Promise<void> {
	await context.clearCookies();
	await context.addCookies(
		(await signIn(site, who)).map((cookie) => {
			const cut = cookie.indexOf('=');
			return { name: cookie.slice(0, cut), value: cookie.slice(cut + 1), url: site };
		}),
	);
}

test('a course is taken along, read without a connection on a phone, and what was learnt arrives afterwards', async () => {
	const { page, context, close } = await open('marco-b', { viewport: { width: 390, height: 844 } });
	await page.goto(course.href);
	// Who takes nothing along has no worker between themselves and the site.
	expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
	await takeAlong(page);
	expect(await page.locator('[data-along-says]').innerText()).toMatch(/^2 lessons, [\d.,]+ \wB/);

	await context.setOffline(true);
	await page.goto(lessonAt(0));
	expect(await page.locator('h1').innerText()).toBe('Lesson 1 of the train');
	expect(await page.locator('.when-offline').isVisible()).toBe(true);
	expect(await page.locator('form[action="?/done"]').first().isVisible()).toBe(false);
	// Styles, fonts of formulas and pictures are here too.
	expect(await page.evaluate(() => getComputedStyle(document.querySelector('.katex')!).fontFamily)).toContain(
		'KaTeX',
	);
	await page.locator('[data-lesson-text] img').scrollIntoViewIfNeeded();
	await expect
		.poll(() => page.locator('[data-lesson-text] img').evaluate((one: HTMLImageElement) => one.naturalWidth))
		.toBeGreaterThan(0);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await page.evaluate(() => scrollTo(0, 0));
	for (let step = 0; step < 12; step++) {
		await page.mouse.wheel(0, 260);
		await page.waitForTimeout(500);
	}
	await page.goto(lessonAt(1));
	await page.locator('.mermaid-figure svg').waitFor({ timeout: 20_000 });
	const waiting = await page.evaluate(() =>
		Object.entries(localStorage).filter(([name]) => name.startsWith('stoa:progress:')),
	);
	const told = JSON.parse(waiting[0]?.[1] ?? '[]') as { lessonId: number }[];
	expect(told.map(({ lessonId }) => lessonId)).toContain(course.lessons[0]);

	// What is not here says so, and says what is.
	await page.goto('/questions').catch(() => null);
	expect(await page.locator('h1:visible').innerText()).toBe('You have no connection');
	await page.locator('.kept-course a', { hasText: 'Lesson 2 of the train' }).click();
	await page.waitForURL(`**${lessonAt(1)}`);

	await context.setOffline(false);
	const progress = async () => {
		const lesson = await call<{ progress: { coveredCount: number } | null }>(
			'marco-b',
			'GET',
			`/courses/${course.id}/lessons/${course.lessons[0]}`,
		);
		return lesson.progress?.coveredCount ?? 0;
	};
	await expect.poll(progress).toBeGreaterThanOrEqual(4);
	await expect
		.poll(() =>
			page.evaluate(
				() => Object.keys(localStorage).filter((name) => name.startsWith('stoa:progress:')).length,
			),
		)
		.toBe(0);

	// A button takes it away, and the worker with it.
	await page.goto('/offline');
	await page.locator('.kept-course button').click();
	await page.locator('[data-shelf-empty]').waitFor();
	await expect.poll(() => shelves(page)).toEqual([]);
	await expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
		.toBe(0);
	await close();
}, 120_000);

test('nobody else of the same browser can read it: not after signing out, and not as another account', async () => {
	const { page, context, close } = await open('ada-k');
	await takeAlong(page);
	expect(await shelves(page)).toHaveLength(1);
	await become(context, 'bai-lu');
	await page.goto('/');
	await expect.poll(() => shelves(page)).toEqual([]);
	await context.setOffline(true);
	await expect(page.goto(lessonAt(0))).rejects.toThrow();
	await context.setOffline(false);

	// A session that ended by itself.
	await become(context, 'ada-k');
	await takeAlong(page);
	await context.clearCookies();
	await page.goto('/');
	await expect.poll(() => shelves(page)).toEqual([]);
	await close();

	// The button: the worker sees it go by, before any page is there.
	const leaving = await open('elena-v');
	await takeAlong(leaving.page);
	expect(await shelves(leaving.page)).toHaveLength(1);
	await leaving.page.evaluate(() =>
		document.querySelector<HTMLFormElement>('form[action="/sign-out"]')!.requestSubmit(),
	);
	await leaving.page.waitForURL((url) => url.pathname === '/');
	expect(await shelves(leaving.page)).toEqual([]);
	await leaving.close();
}, 90_000);

test('what ends is gone at the next connection, and after a month without one', async () => {
	const { page, context, close } = await open('ada-k');
	await takeAlong(page);
	await context.setOffline(true);
	await page.goto(lessonAt(1));
	expect(await page.locator('h1').innerText()).toBe('Lesson 2 of the train');
	await page.evaluate(async () => {
		const cache = await caches.open((await caches.keys()).find((name) => name.startsWith('stoa-offline-'))!);
		const list = (await (await cache.match('/offline/list.json'))!.json()) as { checkedAt: number }[];
		for (const one of list) one.checkedAt -= 32 * 86_400_000;
		await cache.put('/offline/list.json', Response.json(list));
	});
	await page.goto(lessonAt(0)).catch(() => null);
	expect(await page.locator('h1:visible').innerText()).toBe('You have no connection');
	await context.setOffline(false);
	await page.goto('/');
	// It may still be read: it is, and the month begins anew.
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const cache = await caches.open(
					(await caches.keys()).find((name) => name.startsWith('stoa-offline-'))!,
				);
				const list = (await (await cache.match('/offline/list.json'))!.json()) as { checkedAt: number }[];
				return Date.now() - list[0]!.checkedAt < 3_600_000;
			}),
		)
		.toBe(true);
	await context.setOffline(true);
	await page.goto(lessonAt(0));
	expect(await page.locator('h1').innerText()).toBe('Lesson 1 of the train');

	const database = here.database;
	if (database) {
		const client = new pg.Client({ connectionString: database });
		await client.connect();
		await client.query(
			`update items set access = 'paid', price_amount = 100, price_currency = 'CNY' where id = $1`,
			[course.id],
		);
		await client.end();
		await context.setOffline(false);
		await expect.poll(() => shelves(page)).toEqual([]);
	}
	await close();
}, 90_000);
