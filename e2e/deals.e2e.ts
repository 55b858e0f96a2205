import pg from 'pg';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { here } from './here.ts';

const site = here.url;
const open = useBrowser().open;

/** Lets a deadline come: what has one is worked on by a job, which is asked to look now. */
async function passes(statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: here.database! });
	await client.connect();
	await client.query(statement);
	await client.query("select graphile_worker.add_job('asks.settle-due')");
	await client.end();
}

/** Presses pay on a form, and has the sandbox play a success. */
async function pay(page: Page, form = 'main form .pay button.btn-primary'): Promise<void> {
	await page.locator(form).last().click();
	await page.waitForURL(/\/checkout\/sandbox\//);
	await page.locator('button.ending').first().click();
}

const untilShown = (page: Page, text: RegExp) =>
	expect
		.poll(async () => {
			await page.reload();
			return page.locator('main').innerText();
		})
		.toMatch(text);

/** An article of one of the demo's people. */
async function articleOf(author: string, access: string): Promise<{ id: number; href: string }> {
	for (let cursor = ''; ; ) {
		const response = await fetch(`${site}/api/v1/items?kind=article&sort=new&limit=100${cursor}`);
		const { data, next } = (await response.json()) as {
			data: { id: number; href: string; access: string; author: { handle: string } }[];
			next: string | null;
		};
		const found = data.find((item) => item.access === access && item.author.handle === author);
		if (found) return found;
		if (!next) throw new Error(`the demo has no ${access} article of ${author}`);
		cursor = `&cursor=${encodeURIComponent(next)}`;
	}
}

test('somebody asks an expert for pay, is answered and asks back; another question is declined and refunded', async () => {
	const expert = await open('he-ping');
	await expert.page.goto('/asks/offers');
	const answers = expert.page.locator('form[action="?/answers"]');
	await answers.locator('[name=price]').fill('99');
	await answers.locator('[name=hours]').fill('48');
	await answers.locator('[name=listen]').fill('1');
	await answers.locator('button.btn-primary').click();
	await expert.page.waitForURL(/saved=answers/);

	// Without a script: the whole way is links and forms.
	const asker = await open('wu-tong', { javaScriptEnabled: false });
	const ask = async (title: string) => {
		await asker.page.goto('/people/he-ping');
		await asker.page.locator('a[href="/people/he-ping/ask"]').click();
		await asker.page.fill('[name=title]', title);
		await asker.page.fill('main [name=source]', 'I have tried the obvious, and it was slower than before.');
		await asker.page.check('[name=open]');
		await pay(asker.page);
		await asker.page.waitForURL(/\/asks\/\d+/);
		return asker.page.url();
	};
	const first = await ask('Which index serves this order by?');
	await expert.page.goto('/asks?list=to-answer');
	await expert.page.locator('[data-row-link]').first().click();
	await expert.page.fill('#answer [name=source]', 'One on both columns, in the order in which you sort.');
	await expert.page.locator('#answer button.btn-primary').click();
	await expert.page.locator('#part-answer').waitFor();
	await asker.page.goto(first);
	await asker.page.fill('#followup [name=source]', 'And when one of them is descending?');
	await asker.page.locator('#followup button.btn-primary').click();
	expect(await asker.page.locator('main').innerText()).toContain('when one of them is descending');

	// Others know the title, and read the rest for the price of listening in.
	const listener = await open('ada-k');
	await listener.page.goto(first);
	expect(await listener.page.content()).not.toContain('One on both columns');
	await pay(listener.page);
	await listener.page.waitForURL(/\/asks\/\d+/);
	expect(await listener.page.locator('main').innerText()).toContain('One on both columns');
	await listener.close();

	const second = await ask('Should I partition this table by day?');
	await expert.page.goto(second);
	await expert.page.locator('details.more summary').first().click();
	await expert.page.fill('[name=reason]', 'Ask me when it is large');
	await expert.page.locator('form[action="?/decline"] button').click();
	await expert.page.locator('[data-confirm-yes]').click();
	await expect.poll(() => expert.page.locator('main').innerText()).toMatch(/went back|已退回/);
	await asker.page.goto(second);
	expect(await asker.page.locator('main').innerText()).toMatch(
		/¥99 (?:went back|已退回)[\s\S]*Ask me when it is large/,
	);

	// One that nobody answers in time goes back by itself.
	const third = await ask('Why does the planner ignore my statistics?');
	await passes("update asks set due_at = now() - interval '1 second' where status = 'waiting'");
	await untilShown(asker.page, /went back by itself|自动退回/);
	await asker.page.goto('/orders');
	expect(await asker.page.locator('main').innerText()).toMatch(/Refunded|退款/);
	expect(third).not.toBe(second);
	await asker.close();
	await expert.close();
}, 240_000);

test('a group that does not fill in time fails, and the money goes back by itself', async () => {
	const { id } = await articleOf('priya-n', 'paid');
	const seller = await open('priya-n');
	await seller.page.goto(`/articles/${id}/group`);
	await seller.page.fill('[name=amount]', '5');
	await seller.page.fill('[name=size]', '3');
	await seller.page.fill('[name=hours]', '24');
	await seller.page.locator('form[action="?/set"] button.btn-primary').click();
	await seller.page.waitForURL(/saved/);
	await seller.close();

	const buyer = await open('tom-h', { javaScriptEnabled: false });
	await buyer.page.goto(`/articles/${id}`);
	await buyer.page.locator(`.paywall a[href="/articles/${id}/group"]`).click();
	await pay(buyer.page);
	await buyer.page.waitForURL(/\/groups\/\d+/);
	expect(await buyer.page.locator('main').innerText()).toMatch(/1 of 3 have paid|3 人团，已付款 1 人/);
	const group = buyer.page.url();
	const visitor = await open(null);
	await visitor.page.goto(group);
	expect(await visitor.page.locator('main').innerText()).toMatch(/2 places left|还差 2 人/);
	await visitor.close();
	await passes("update group_buys set ends_at = now() - interval '1 second' where status = 'open'");
	await untilShown(buyer.page, /did not fill|拼团未成/);
	await buyer.page.goto('/notifications');
	await untilShown(buyer.page, /your money goes back|款项已退回/);
	await buyer.close();
}, 240_000);

test('an article is given away by a code, which opens it for the other one, once', async () => {
	const { id } = await articleOf('grace-t', 'paid');
	const giver = await open('ada-k', { javaScriptEnabled: false });
	await giver.page.goto(`/articles/${id}`);
	await giver.page.locator(`.paywall a[href="/gifts/new?item=${id}"]`).click();
	await giver.page.fill('[name=message]', 'For your new job');
	await pay(giver.page);
	await giver.page.waitForURL(/\/gifts$/);
	const code = await giver.page.locator('main code').first().innerText();
	await giver.page.goto(`/articles/${id}`);
	expect(await giver.page.locator('.paywall').count()).toBe(1);

	const friend = await open('bai-lu', { javaScriptEnabled: false });
	await friend.page.goto('/gifts');
	await friend.page.fill('[name=code]', code.toLowerCase());
	await friend.page.locator('main form button').first().click();
	await friend.page.waitForURL(`**/gifts/${code}`);
	expect(await friend.page.locator('main').innerText()).toContain('For your new job');
	await friend.page.locator('main form button').click();
	await friend.page.waitForURL(/\/articles\/\d+\//);
	expect(await friend.page.locator('.paywall').count()).toBe(0);
	await friend.close();
	await giver.page.goto(`/gifts/${code}`);
	expect(await giver.page.locator('main').innerText()).toMatch(/Redeemed by|领取/);
	await giver.close();
}, 240_000);

test('a tip, a booked talk that is called off, and money for an accepted answer', async () => {
	const expert = await open('he-ping', { javaScriptEnabled: false });
	await expert.page.goto('/asks/offers');
	await expert.page.locator('form[action="?/tips"] [name=price]').fill('2');
	await expert.page.locator('form[action="?/tips"] button.btn-primary').click();
	await expert.page.waitForURL(/saved=tips/);
	await expert.page.locator('form[action="?/talks"] [name=price]').fill('200');
	await expert.page.locator('form[action="?/talks"] button.btn-primary').click();
	await expert.page.waitForURL(/saved=talks/);
	// Another day each time, as the site may have been there before.
	const days = 5 + Math.floor(Math.random() * 300);
	const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	await expert.page.fill('[name=startsAt]', `${day}T10:00`);
	await expert.page.locator('form[action="?/slot"] button').click();
	await expert.page.waitForURL(/saved=slots/);
	// By the clocks of the expert's own zone, with its name.
	expect(await expert.page.locator('section[aria-labelledby=talks]').innerText()).toMatch(
		/10:00\s?[(（]UTC\+8/,
	);

	const reader = await open('tom-h', { javaScriptEnabled: false });
	const article = await articleOf('he-ping', 'members');
	await reader.page.goto(article.href);
	await reader.page.locator('a[href^="/people/he-ping/tip"]').first().click();
	await reader.page.fill('[name=message]', 'This saved my day');
	await pay(reader.page);
	await reader.page.waitForURL(/\/orders\/\d+/);
	await expert.page.goto('/asks/offers');
	expect(await expert.page.locator('main').innerText()).toContain('This saved my day');

	await reader.page.goto('/people/he-ping/talks');
	await reader.page.locator('[name=slotId]').first().check();
	await pay(reader.page);
	await reader.page.waitForURL(/\/talks$/);
	await reader.page.locator('form[action="?/cancel"] button').first().click();
	expect(await reader.page.locator('main').innerText()).toMatch(/Called off, refunded|已取消并退款/);

	const mine = await open('wu-tong');
	const asked = await mine.context.request.post('/api/v1/items', {
		headers: { origin: site },
		data: {
			kind: 'question',
			spaceId: 1,
			title: 'What does a bounty in money do here?',
			source: 'I would pay to know how this works in the end.',
			tags: ['testing'],
			language: 'en',
		},
	});
	const { id } = (await asked.json()) as { id: number };
	await mine.page.goto(`/questions/${id}`);
	await mine.page.locator(`a[href="/questions/${id}/bounty"]`).first().click();
	await mine.page.fill('[name=price]', '50');
	await pay(mine.page);
	await mine.page.waitForURL(/\/questions\/\d+/);
	expect(await mine.page.locator('.item-head').innerText()).toMatch(/¥50/);
	await reader.page.goto(`/questions/${id}`);
	await reader.page.fill(
		'form[action="?/answer"] [name=source]',
		'It is held until an answer is accepted, then paid out.',
	);
	await reader.page.locator('form[action="?/answer"] button.btn-primary').click();
	await mine.page.reload();
	await mine.page.locator('form[action="?/accept"] button').click();
	await mine.page.goto(`/questions/${id}/bounty`);
	await untilShown(mine.page, /Paid to|已付给/);
	await mine.close();
	await reader.close();
	await expert.close();
}, 240_000);
