import pg from 'pg';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { here } from './here.ts';

const { site, open } = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

test('a question at a lesson reaches its mentor, is answered, solved and put into the FAQ that everybody reads', async () => {
	// The learner has a phone without a script.
	const learner = await open('ada-k', { ...phone, javaScriptEnabled: false });
	await learner.page.goto('/courses?language=en&tag=postgresql');
	await learner.page.locator('article.course h2 a').first().click();
	const course = new URL(learner.page.url()).pathname;
	await learner.page.locator('ol a[href*="/lessons/"]').first().click();
	const lesson = new URL(learner.page.url()).pathname;
	await learner.page.locator('#questions summary').click();
	const title = `Which node is slow ${Date.now().toString(36)}?`;
	await learner.page.fill('#questions [name=title]', title);
	await learner.page.fill('#questions [name=source]', 'Too short');
	await learner.page.fill('#questions [name=number]', '2');
	await learner.page.locator('#questions form button').last().click();
	// A refusal keeps what was typed.
	expect(await learner.page.inputValue('#questions [name=title]')).toBe(title);
	await learner.page.fill(
		'#questions [name=source]',
		'The second paragraph names three numbers, and I see four.',
	);
	await learner.page.locator('#questions form button').last().click();
	await learner.page.waitForURL(/\/lesson-questions\/\d+/);
	const question = new URL(learner.page.url()).pathname;
	await learner.page.goto(lesson);
	expect(await learner.page.locator('#questions').innerText()).toContain(title);

	// It waits on the desk of the course's mentor, by name of who asked.
	const mentor = await open('priya-n');
	await mentor.page.goto('/desk');
	await mentor.page.locator(`a[href="${question}"]`).click();
	await mentor.page.locator('form[action="?/take"] button').click();
	await mentor.page.waitForURL(/#reply|\/lesson-questions/);
	await mentor.page.fill(
		'#reply [name=source]',
		'Count the loops, too: the fourth number is how often it ran.',
	);
	await mentor.page.locator('#reply button').click();
	await mentor.page.waitForURL(/#post-/);
	// What one wrote oneself is written anew, and says so.
	const written = mentor.page.locator('article.by-mentor');
	await written.locator('details.rewrite summary').click();
	await written.locator('[name=source]').fill('Count the loops, too: it says how often the node ran.');
	await written.locator('details.rewrite button').click();
	await expect.poll(() => written.innerText()).toMatch(/how often the node ran/);
	expect(await written.locator('.meta').innerText()).toMatch(/edited|编辑/);

	await learner.page.goto(question);
	await learner.page.locator('form[action="?/solve"] button[name=post]').first().click();
	expect(await learner.page.locator('.badge.good').first().innerText()).not.toBe('');

	await mentor.page.goto(question);
	await mentor.page.locator('#faq summary').first().click();
	await mentor.page.fill('#faq [name=question]', `What is the fourth number? ${title}`);
	await mentor.page.fill('#faq [name=source]', 'How often the node ran.');
	await mentor.page.locator('#faq form button').click();
	await mentor.page.waitForLoadState();

	const visitor = await open(null, phone);
	await visitor.page.goto(course);
	await expect
		.poll(() => visitor.page.reload().then(() => visitor.page.locator('#faq').innerText()), {
			timeout: 20_000,
		})
		.toContain(title);
	expect(
		(await visitor.page.goto(`/studio${course.split('/').slice(0, 3).join('/')}/questions`))?.url(),
	).toContain('/sign-in');
	for (const one of [learner, mentor, visitor]) await one.close();
}, 120_000);

test('a cohort is made, joined with a deposit that is held, checked in to, and is in the calendar', async () => {
	const author = await open('he-ping');
	await author.page.goto('/studio/courses');
	const href = await author.page.locator('a[href^="/studio/courses/"]').first().getAttribute('href');
	await author.page.goto(`${href}/cohorts`);
	const name = `Spring ${Date.now().toString(36)}`;
	const form = author.page.locator('form.cohort-form');
	if (!(await form.isVisible())) await author.page.locator('details summary', { hasText: /cohort/i }).click();
	await form.locator('[name=name]').fill(name);
	await form.locator('[name=startsOn]').fill(day(0));
	await form.locator('[name=endsOn]').fill(day(13));
	await form.locator('[name=joinUntil]').fill(day(3));
	await form.locator('[name=timeZone]').fill('UTC');
	await form.locator('[name=deposit]').fill('99');
	await form.locator('[name=opensCourse]').check();
	await form.locator('button').click();
	await author.page.waitForURL(/\/cohorts\/\d+$/);
	const id = /\/cohorts\/(\d+)$/.exec(author.page.url())?.[1];
	await author.page.locator('form[action="?/spread"] button').click();
	await author.page.waitForLoadState();
	await author.page.locator('form[action="?/publish"] button').click();
	await author.page.waitForLoadState();

	const member = await open('tom-h', phone);
	const cohort = `/cohorts/${id}`;
	await member.page.goto(cohort);
	await member.page.locator('form[action="?/join"] button').click();
	await member.page.waitForURL(/\/checkout\/sandbox\//);
	await member.page.locator('button.ending').first().click();
	await member.page.waitForURL(/\/(orders|cohorts)\//);
	await member.page.goto(`${cohort}/class`);
	await member.page.fill('form[action="?/checkIn"] [name=text]', 'Read the first lesson on the train.');
	await member.page.setInputFiles('form[action="?/checkIn"] [name=picture]', {
		name: 'notes.png',
		mimeType: 'image/png',
		buffer: Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
			'base64',
		),
	});
	await member.page.locator('form[action="?/checkIn"] button').click();
	await member.page.waitForLoadState();
	expect(await member.page.locator('#feed').innerText()).toContain('on the train');
	expect(await member.page.locator('form[action="?/checkIn"]').count()).toBe(0);

	await member.page.goto('/cohorts');
	const address = await member.page.inputValue('#calendar input[readonly]');
	const calendar = async () => {
		const response = await fetch(address.replace(/^https?:\/\/[^/]+/, site));
		return { status: response.status, text: await response.text() };
	};
	expect((await calendar()).text).toContain(name);
	await member.page.locator('form[action="?/renew"] button').click();
	await member.page.waitForURL(/renewed/);
	expect((await calendar()).status).toBe(404);

	await author.page.goto(`${cohort}/members`);
	expect(await author.page.locator('table').innerText()).toContain('0/');
	// Called off, everything goes back by itself.
	await author.page.goto(`${href}/cohorts/${id}`);
	await author.page.locator('form[action="?/cancel"] button').click();
	await author.page.locator('[data-confirm-yes]').click();
	await author.page.locator('.badge.bad').waitFor();
	const client = new pg.Client({ connectionString: here.database! });
	await client.connect();
	await client.query("select graphile_worker.add_job('asks.settle-due')");
	await client.end();
	await expect
		.poll(() => member.page.goto('/notifications').then(() => member.page.locator('main').innerText()), {
			timeout: 30_000,
		})
		.toContain(name);
	for (const one of [author, member]) await one.close();
}, 120_000);
