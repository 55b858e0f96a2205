import { expect, test } from 'vitest';
import { callAs } from './api.ts';
import { useBrowser } from './browser.ts';

const { site, open } = useBrowser();
const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const send = 'form[action^="?/"] .acts .btn-primary';

test('a disguised sensitive word is held: its author sees why, nobody else sees it, and a moderator shows it', async () => {
	const author = await open('wu-tong', phone);
	const { page } = author;
	await page.goto('/write/article');
	const title = `关于票据 ${Date.now().toString(36)}`;
	await page.fill('[name=title]', title);
	await page.fill(
		'[name=source]',
		'有需要代.開.發.票的朋友，可以随时联系我，当天就能办好，价格好商量，绝对靠谱。',
	);
	await page.locator(send).first().click();
	await page.waitForURL(/\/articles\/\d+\//);
	const address = new URL(page.url()).pathname;
	const said = await page.locator('main').innerText();
	expect(said).toMatch(/等待人工查看|waits for somebody/);
	expect(said).toContain('代.開.發.票');

	expect((await fetch(site + address)).status).toBe(404);
	expect(await (await fetch(`${site}/api/v1/items?sort=new&limit=20`)).text()).not.toContain(title);

	const moderator = await open('lin-wei');
	await moderator.page.goto('/admin/checks');
	await moderator.page.locator(`#stopped ~ ul a:has-text("${title}")`).click();
	await moderator.page.waitForURL(new RegExp(address));
	await moderator.page.locator('button[name=do][value=release]').click();
	await moderator.page.waitForLoadState();
	await expect.poll(async () => (await fetch(site + address)).status).toBe(200);
	await author.close();
	await moderator.close();
});

test('a reply that waits stands under the page for its author, who edits it into sight', async () => {
	const { data } = await callAs<{ data: { id: number; href: string }[] }>(
		null,
		'GET',
		'/items?kind=question&limit=1',
	);
	const question = data[0]!;
	const made = await callAs<{ id: number; status: string }>(
		'wu-tong',
		'POST',
		`/items/${question.id}/replies`,
		{
			kind: 'comment',
			source: 'Ask at the onl1ne c4sino, they know.',
		},
	);
	expect(made.status).toBe('held');
	const { page, close } = await open('wu-tong', phone);
	await page.goto(question.href);
	const box = page.locator(`#r${made.id}`);
	expect(await box.innerText()).toContain('onl1ne c4sino');
	await box.locator('a[href$="/edit"]').click();
	await page.fill('[name=source]', 'Ask in the commons, they know.');
	await page.locator(send).first().click();
	await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
	expect(await page.locator(`#r${made.id}`).innerText()).not.toMatch(/等待人工查看|waits for somebody/);
	await close();
});

test('an administrator adds a word, sees it found in a text, and who is too fast is told so', async () => {
	const { page, close } = await open('mia-c', { viewport: { width: 1280, height: 900 } });
	const name = `Trial ${Date.now().toString(36)}`;
	await page.goto('/admin/checks');
	await page.locator('section:has(#lists) summary.btn').click();
	await page.fill('#f-name', name);
	await page.fill('#f-words', 'frobozzle\nx');
	await page.locator('form[action="?/list"] .btn-primary').click();
	// A single letter is everywhere: the line is named, what was typed is kept.
	expect(await page.locator('[role=alert]').innerText()).toContain('2');
	await page.fill('#f-words', 'frobozzle');
	await page.locator('form[action="?/list"] .btn-primary').click();
	await page.locator('[role=status]').first().waitFor();
	await page.goto('/admin/checks/try');
	await page.fill('[name=text]', 'Buy f-r-o-b-o-z-z-l-e here');
	await page.locator('form .btn-primary').first().click();
	await page.locator('#decision').waitFor();
	expect(await page.locator('main').innerText()).toContain('frobozzle');
	expect(await page.locator('mark').innerText()).toBe('f-r-o-b-o-z-z-l-e');
	for (const path of ['/admin/checks/models', '/admin/checks/mood']) {
		await page.goto(path);
		expect(await page.locator('h1').count()).toBe(1);
	}
	await close();
});
