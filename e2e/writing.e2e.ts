import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const { site, open } = useBrowser();

/** The button that sends a form for writing. */
const send = (page: Page) => page.locator('form[action^="?/"] .acts .btn-primary').first();
const withoutScript = { javaScriptEnabled: false };

async function writeArticle(
	page: Page,
	fields: { title: string; source: string; price?: string },
): Promise<string> {
	await page.goto('/write/article');
	await page.fill('[name=title]', fields.title);
	await page.fill('[name=source]', fields.source);
	if (fields.price) {
		await page.check('[name=access][value=paid]');
		await page.fill('[name=price]', fields.price);
		await page.selectOption('[name=currency]', 'CNY');
	}
	await send(page).click();
	await page.waitForURL(/\/articles\/\d+\//);
	return new URL(page.url()).pathname;
}

const idOf = (path: string) => /\/(\d+)\//.exec(path)?.[1] as string;

test('a text is kept as a draft, found again, and published for the price that was typed', async () => {
	const author = await open('he-ping', withoutScript);
	const { page } = author;
	await page.goto('/write/article');
	await page.fill('[name=title]', 'What a connection pool really bounds');
	await page.fill(
		'[name=source]',
		'The part that everybody reads.\n\n<!-- more -->\n\nThe part that is worth the money.',
	);
	await page.fill('[name=tags]', '#postgres，performance');
	await page.check('[name=access][value=paid]');
	await page.fill('[name=price]', 'twelve');
	await page.locator('[formaction="?/save"]').last().click();
	await page.waitForURL(/draft=\d+/);
	expect(await page.inputValue('[name=price]')).toBe('twelve');

	await page.goto('/drafts');
	await page.locator('a.title').first().click();
	expect(await page.inputValue('[name=title]')).toBe('What a connection pool really bounds');
	await send(page).click();
	expect(await page.locator('#f-price-error').count()).toBe(1);
	expect(await page.inputValue('[name=source]')).toContain('worth the money');
	await page.fill('[name=price]', '12.5');
	await page.selectOption('[name=currency]', 'CNY');
	await send(page).click();
	await page.waitForURL(/\/articles\/\d+\//);
	const path = new URL(page.url()).pathname;
	// The synonym became its canonical tag.
	expect(await page.locator('a[rel=tag][href="/tags/postgresql"]').count()).toBeGreaterThan(0);

	const reader = await open('bai-lu', withoutScript);
	await reader.page.goto(path);
	expect(await reader.page.content()).not.toContain('worth the money');
	await reader.page.goto(`/checkout?item=${idOf(path)}`);
	expect(await reader.page.locator('.total dd').innerText()).toContain('12.50');
	await reader.close();
	await author.close();
});

test('the price that is shown is the price that is paid: one that changed meanwhile is shown first', async () => {
	const author = await open('he-ping', withoutScript);
	const path = await writeArticle(author.page, {
		title: 'A price that changes',
		source: 'Before.\n\n<!-- more -->\n\nAfter.',
		price: '19',
	});
	const buyer = await open('bai-lu', withoutScript);
	await buyer.page.goto(`/checkout?item=${idOf(path)}`);

	await author.page.goto(`/articles/${idOf(path)}/edit`);
	await author.page.fill('[name=price]', '29');
	await send(author.page).click();
	await author.page.waitForURL(/\/articles\/\d+\//);

	await buyer.page.locator('main form .btn-primary').click();
	expect(await buyer.page.locator('.banner').first().innerText()).not.toBe('');
	expect(await buyer.page.locator('.total dd').innerText()).toContain('29');
	await buyer.page.locator('main form .btn-primary').click();
	await buyer.page.waitForURL(/\/checkout\/sandbox\//);
	expect(await buyer.page.locator('.amount').innerText()).toContain('29');
	await buyer.close();
	await author.close();
});

test('a declined payment is tried again, and a notice that comes late opens the text without a script', async () => {
	const author = await open('he-ping', withoutScript);
	const path = await writeArticle(author.page, {
		title: 'Paid in the end',
		source: 'Before.\n\n<!-- more -->\n\nAll of it.',
		price: '9',
	});
	await author.close();
	const { page, close } = await open('wu-tong', withoutScript);
	await page.goto(`/checkout?item=${idOf(path)}`);
	await page.locator('main form .btn-primary').click();
	await page.locator('[formaction="?/decline"]').click();
	await page.waitForURL(/\/orders\/\d+/);
	const order = new URL(page.url()).pathname;
	expect(await page.locator('.state.bad').count()).toBe(1);

	await page.locator('.state .btn-primary').click();
	await page.waitForURL(/\/checkout\/sandbox\//);
	await page.locator('[formaction="?/late"]').click();
	await page.waitForURL(/\/orders\/\d+/);
	expect(await page.locator('.state.good').count()).toBe(0);
	// The page looks again by itself, without a script.
	await expect.poll(() => page.locator('.state.good').count(), { timeout: 25_000 }).toBe(1);

	await page.goto(path);
	expect(await page.locator('.prose').first().innerText()).toContain('All of it.');
	await page.goto('/orders');
	expect(await page.locator(`a[href="${order}"]`).count()).toBe(1);
	await page.goto(`${order}/receipt`);
	expect(await page.locator('tfoot').innerText()).toContain('9');
	await close();

	const stranger = await open('bai-lu');
	expect((await stranger.page.goto(order))?.status()).toBe(404);
	await stranger.close();
});

test('two people edit at once: nobody’s text is lost, and every version can be restored', async () => {
	const author = await open('he-ping', withoutScript);
	const path = await writeArticle(author.page, {
		title: 'Edited by two',
		source: 'First line.\n\nSecond line.\n',
	});
	const edit = `/articles/${idOf(path)}/edit`;
	await author.page.goto(edit);

	const moderator = await open('lin-wei', withoutScript);
	await moderator.page.goto(edit);
	await moderator.page.fill('[name=source]', 'First line.\n\nSecond line.\n\nA line by the moderator.\n');
	await moderator.page.fill('[name=comment]', 'One line more');
	await send(moderator.page).click();
	await moderator.page.waitForURL(/\/articles\/\d+\/edited/);

	await author.page.fill('[name=source]', 'First line, mended.\n\nSecond line.\n');
	await send(author.page).click();
	expect(await author.page.locator('.diff').count()).toBe(2);
	expect(await author.page.locator('.diff').first().innerText()).toContain('A line by the moderator.');
	expect(await author.page.inputValue('[name=source]')).toContain('First line, mended.');
	await author.page.fill(
		'[name=source]',
		'First line, mended.\n\nSecond line.\n\nA line by the moderator.\n',
	);
	await send(author.page).click();
	await author.page.waitForURL(/\/articles\/\d+\/edited/);

	await author.page.goto(`/articles/${idOf(path)}/revisions`);
	expect(await author.page.locator('main').innerText()).toContain('One line more');
	await author.page.goto(`${edit}?from=1`);
	expect((await author.page.inputValue('[name=source]')).trim()).toBe('First line.\n\nSecond line.');
	await send(author.page).click();
	await author.page.waitForURL(/\/articles\/\d+\/edited/);
	expect(await author.page.locator('.prose').first().innerText()).not.toContain('mended');

	const stranger = await open('bai-lu');
	expect((await stranger.page.goto(edit))?.status()).toBe(403);
	await stranger.close();
	await moderator.close();
	await author.close();
});

test('a moderator closes a question as a duplicate found by searching, reopens it, and removes it for a reason', async () => {
	const asker = await open('bai-lu', withoutScript);
	await asker.page.goto('/ask');
	await asker.page.fill('[name=title]', 'Why is there a Seq Scan although there is an index?');
	await asker.page.fill(
		'[name=source]',
		'PostgreSQL 18, the table has an index, and the plan does not use it.',
	);
	await asker.page.fill('[name=tags]', 'postgresql');
	await asker.page.locator('[formaction^="?/check"]').last().click();
	expect(await asker.page.locator('[data-similar-list] li').count()).toBeGreaterThan(0);
	await send(asker.page).click();
	await asker.page.waitForURL(/\/questions\/\d+\//);
	const path = new URL(asker.page.url()).pathname;
	const manage = `/questions/${idOf(path)}/manage`;

	const { page, close } = await open('lin-wei', withoutScript);
	await page.goto(`${manage}?q=Seq+Scan`);
	await page.check('[name=why][value=duplicate]');
	await page.locator('form[action="?/close"] .btn').click();
	expect(await page.locator('#close .field-error').count()).toBe(1);
	await page.locator('[name=picked]').first().check();
	await page.locator('form[action="?/close"] .btn').click();
	await page.waitForURL(/\/questions\/\d+\/[^/]+$/);
	expect(await page.locator('.banner a[href^="/questions/"]').count()).toBe(1);

	await page.goto(manage);
	await page.locator('form[action="?/reopen"] .btn').click();
	await page.goto(manage);
	await page.fill('#delete-reason', 'A test of removal');
	await page.locator('form[action="?/delete"] .btn').click();
	expect((await fetch(site + path)).status).toBe(404);
	await page.goto(manage);
	await page.locator('form[action="?/restore"] .btn').click();
	await expect.poll(async () => (await fetch(site + path)).status).toBe(200);
	await close();
	await asker.close();
});

test('a space is opened, priced and given away by a link that can be taken back', async () => {
	const { page, close } = await open('mia-c', withoutScript);
	const slug = `circle-${Date.now().toString(36)}`;
	await page.goto('/spaces/new');
	await page.fill('[name=slug]', 'new');
	await page.fill('[name=name_zh]', '编译器');
	await page.locator('main form .btn-primary').click();
	expect(await page.locator('#f-slug-error').count()).toBe(1);
	await page.fill('[name=slug]', slug);
	await page.fill('[name=name_en]', 'Compilers');
	await page.check('[name=access][value=paid]');
	await page.locator('main form .btn-primary').click();
	await page.waitForURL(/\/settings\?new/);
	await page.fill('[name=rules_zh]', '贴文字\n  要能搜索\n对事不对人');
	await page.locator('form[action="?/save"] .btn-primary').click();
	expect(await page.inputValue('[name=rules_zh]')).toBe('贴文字\n  要能搜索\n对事不对人');

	await page.goto(`/spaces/${slug}/settings/plans`);
	await page.fill('[name=price-1]', '39');
	await page.fill('[name=price-12]', '399');
	await page.locator('main form .btn-primary').click();
	await page.waitForURL(/saved/);

	const member = await open('bai-lu', withoutScript);
	await member.page.goto(`/checkout?space=${slug}`);
	expect(await member.page.locator('.plan').count()).toBe(2);
	expect((await member.page.goto(`/spaces/${slug}/settings`))?.status()).toBe(403);

	await page.goto(`/spaces/${slug}/invitations`);
	const makeLink = async () => {
		await page.locator('form[action="?/create"] .btn-primary').click();
		return page.inputValue('#made-link');
	};
	const [first, second] = [await makeLink(), await makeLink()];
	await member.page.goto(first);
	await member.page.locator('main form .btn-primary').click();
	await member.page.waitForURL(new RegExp(`/spaces/${slug}$`));
	for (let left = 2; left > 0 && (await page.locator('form[action="?/revoke"] button').count()) > 0; left--) {
		await page.locator('form[action="?/revoke"] button').first().click();
		await page.waitForURL(/revoked/);
	}
	const late = await open('ada-k', withoutScript);
	await late.page.goto(second);
	expect(await late.page.locator('main form').count()).toBe(0);
	await late.close();
	await member.close();
	await close();
});

test('what was deleted or hidden by mistake is brought back from where one stands', async () => {
	const { page, close } = await open('lin-wei', withoutScript);
	const href = '/questions';
	await page.goto(href);
	await page.locator('[data-row-link]').first().click();
	const path = new URL(page.url()).pathname;
	await page.locator('details.comment-form > summary').first().click();
	await page.fill('details.comment-form [name=source]', 'Said too early, I think.');
	await page.locator('details.comment-form button.btn-primary').click();
	const mine = page.locator('.comment', { hasText: 'Said too early' });
	await mine.locator('form[action="?/deleteReply"] button').click();
	expect(await mine.count()).toBe(0);
	await page.locator('form[action="?/restoreReply"] button').click();
	expect(await mine.count()).toBe(1);

	await page.locator('.actions-row [data-menu] > summary').last().click();
	await page.locator('button[name=do][value=hide]').click();
	const stranger = await open(null, withoutScript);
	expect((await stranger.page.goto(path))!.status()).toBe(404);
	await page.locator('.banner button[value=unhide]').click();
	await expect.poll(async () => (await stranger.page.goto(path))!.status()).toBe(200);
	await stranger.close();

	// The log says both, and has the title again now that the question stands.
	await expect
		.poll(
			async () => {
				await page.goto('/moderation-log');
				return page.locator(`main a[data-row-link][href="${path}"]`).count();
			},
			{ timeout: 15_000 },
		)
		.toBe(2);
	await close();
});
