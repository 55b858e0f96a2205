import { expect, test } from 'vitest';
import { callAs } from './api.ts';
import { faultsAnywhere } from './axe.ts';
import { useBrowser } from './browser.ts';

const { open } = useBrowser();
const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const author = 'nora-l';
const stamp = Date.now().toString(36);

/** A discussion of the author's that somebody voted up. */
async function aDiscussion(title: string, source: string): Promise<number> {
	const { data } = await callAs<{ data: { id: number; access: string }[] }>(
		author,
		'GET',
		'/spaces?limit=50',
	);
	const { id } = await callAs(author, 'POST', '/items', {
		kind: 'discussion',
		spaceId: data.find(({ access }) => access === 'public')?.id,
		language: 'en',
		title,
		source,
		tags: [],
	});
	await callAs('ada-k', 'PUT', `/items/${id}/vote`, { value: 1 });
	return id;
}
const reputation = async () =>
	(await callAs<{ reputation: number }>('ada-k', 'GET', `/people/${author}`)).reputation;
const statusOf = async (id: number) =>
	(await callAs<{ status: string }>('mia-c', 'GET', `/items/${id}`)).status;

test('a report is decided by keys alone, its reporter told, appealed, and reversed by another moderator', async () => {
	const title = `What a queue costs ${stamp}`;
	const before = await reputation();
	const item = await aDiscussion(
		title,
		'We tried three queues and kept the table. Here is what each of them cost us in a month.',
	);
	await expect.poll(reputation, { timeout: 20_000 }).toBeGreaterThan(before);
	const earned = await reputation();

	// The reporter has a phone without a script.
	const reporter = await open('fang-yi', phone);
	await reporter.page.goto(`/discussions/${item}`);
	await reporter.page.locator(`a[href="/report?item=${item}"]`).first().click();
	await reporter.page.locator('input[name=reason][value=spam]').check();
	await reporter.page.fill('[name=words]', 'It sells a queue.');
	await reporter.page.locator('main form button').click();
	await reporter.page.waitForURL(/\/moderation\/reports/);
	expect(await reporter.page.locator('main').innerText()).toContain(title);
	await reporter.page.goto(`/report?item=${item}`);
	await reporter.page.locator('input[name=reason][value=spam]').check();
	await reporter.page.fill('[name=words]', 'Once more.');
	await reporter.page.locator('main form button').click();
	expect(await reporter.page.inputValue('[name=words]')).toBe('Once more.');
	expect(await reporter.page.locator('.banner.bad').count()).toBe(1);

	// The moderator touches no mouse.
	const first = await open('lin-wei');
	const { keyboard } = first.page;
	await first.page.goto('/moderation');
	await keyboard.press('?');
	expect(await first.page.locator('dialog[open]').innerText()).toMatch(/Claim|领取/);
	await keyboard.press('Escape');
	const marked = first.page.locator('[data-row][data-selected]');
	for (let n = 0; n < 30; n++) {
		await keyboard.press('j');
		if ((await marked.innerText()).includes(title)) break;
	}
	expect(await marked.innerText()).toContain(title);
	await keyboard.press('x');
	expect(await marked.locator('input[type=checkbox]').isChecked()).toBe(true);
	await keyboard.press('c');
	await first.page.waitForURL(/\/moderation\/cases\/\d+/);
	await keyboard.press('h');
	await keyboard.press('f');
	await keyboard.type('It sells a queue.');
	await keyboard.press('Tab');
	for (let n = 0; n < 4; n++) {
		if (
			await first.page.evaluate(() =>
				document.activeElement?.matches('form[action="?/decide"] button.btn-primary'),
			)
		)
			break;
		await keyboard.press('Tab');
	}
	await keyboard.press('Enter');
	await first.page.waitForURL(/#decisions/);
	expect(await first.page.locator('form[action="?/undo"]').count()).toBe(1);
	expect(await statusOf(item)).not.toBe('published');

	// Everybody reads in a language of their own.
	const told = async (one: typeof reporter, words: RegExp) =>
		expect
			.poll(() => one.page.goto('/notifications').then(() => one.page.locator('main').innerText()), {
				timeout: 30_000,
			})
			.toMatch(words);
	await told(reporter, /Something was done about what you reported|你举报的内容已处理/);

	// The author reads why, and appeals, without a script too.
	const judged = await open(author, phone);
	await told(judged, /A decision was made about you|针对你的处理决定/);
	await judged.page.locator('a[href^="/moderation/decisions/"]').first().click();
	const decision = new URL(judged.page.url()).pathname;
	expect(await judged.page.locator('main').innerText()).toContain('It sells a queue.');
	expect(await judged.page.locator('main').innerText()).not.toContain('lin-wei');
	await judged.page.fill('[name=words]', 'We sell nothing: it is a comparison of four open queues.');
	await judged.page.locator('form[action="?/appeal"] button').click();
	await judged.page.waitForURL(/#appeal/);
	expect(await judged.page.locator('form[action="?/appeal"]').count()).toBe(0);

	// Who decided first does not decide again.
	await first.page.goto(decision);
	expect(await first.page.locator('form[action="?/decide"]').count()).toBe(0);
	expect(await first.page.locator('.banner.warn').innerText()).toMatch(/another reviewer|由另一位处理/);

	const second = await open('mia-c');
	await second.page.goto('/moderation/appeals');
	await second.page.locator(`a[href^="${decision}"]`).click();
	await second.page.fill('[name=answer]', 'A comparison indeed.');
	await second.page.locator('form[action="?/decide"] button[value="1"]').click();
	await second.page.waitForURL(/#appeal/);
	expect(await statusOf(item)).toBe('published');
	await expect.poll(reputation, { timeout: 20_000 }).toBe(earned);
	await told(judged, /the decision is reversed|已经改判/);

	const visitor = await open(null, phone);
	await expect
		.poll(
			() =>
				visitor.page.goto('/moderation-log?appealed=1').then(() => visitor.page.locator('main').innerText()),
			{
				timeout: 20_000,
			},
		)
		.toMatch(/appealed, reversed|已申诉，改判/);
	for (const one of [reporter, first, judged, second, visitor]) await one.close();
}, 120_000);

test('many cases are decided at once without a script, and a decision is taken back', async () => {
	const texts = [
		'Our on-call week begins on Wednesday, so that nobody hands over on a Friday evening.',
		'Does anybody else keep the build log of every release for two years, and did it ever help?',
	];
	const titles = texts.map((_, n) => `Bulk ${n + 1} ${stamp}`);
	for (const [n, title] of titles.entries()) {
		const id = await aDiscussion(title, texts[n] as string);
		await callAs('fang-yi', 'POST', '/reports', { itemId: id, reason: 'off-topic' });
	}
	const moderator = await open('lin-wei', phone);
	const { page } = moderator;
	await page.goto('/moderation?sort=oldest&reason=off-topic');
	for (const title of titles)
		await page.locator('li[data-row]', { hasText: title }).locator('input[type=checkbox]').check();
	await page.locator('details:has(#bulk) > summary').click();
	await page.fill('#bulk [name=reason]', 'About what we talk about.');
	await page.locator('#bulk button').click();
	await page.waitForURL(/done=2/);
	await page.goto('/moderation?status=decided');
	await page.locator('li[data-row]', { hasText: titles[1]! }).locator('a[data-row-link]').click();
	await page.locator('form[action="?/undo"] button').click();
	await page.waitForURL(/cases\/\d+$/);
	expect(await page.locator('form[action="?/decide"]').count()).toBe(1);
	await moderator.close();
}, 60_000);

test('the pages of moderation are sound on a phone and a desk, light and dark', async () => {
	const { data } = await callAs<{ data: { id: number }[] }>('mia-c', 'GET', '/moderation/cases');
	const staff = await open('mia-c', { bypassCSP: true, reducedMotion: 'reduce' });
	for (const path of [
		'/moderation',
		`/moderation/cases/${data[0]?.id}`,
		'/moderation/health',
		'/moderation/reversals',
		'/admin/moderation',
		'/moderation-log',
	])
		expect(await faultsAnywhere(staff.page, path)).toEqual([]);
	await staff.close();
}, 120_000);
