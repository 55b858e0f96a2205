import pg from 'pg';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { here } from './here.ts';

const { open } = useBrowser();

/**
 * Lets the time of a subscription pass until its period is over, and the worker look at once.
 *
 * @param declines the sandbox declines what is charged by its agreement from now on
 */
async function periodPasses(id: number, { declines = false } = {}): Promise<void> {
	const client = new pg.Client({ connectionString: here.database! });
	await client.connect();
	await client.query(
		`with one as (select period_ends_at - now() as shift, agreement from subscriptions where id = $1),
			bills as (update subscription_bills set starts_at = starts_at - shift, ends_at = ends_at - shift
				from one where subscription_id = $1),
			books as (update sandbox_payments set declines_again = $2 from one where reference = agreement)
		update subscriptions set period_starts_at = period_starts_at - shift, period_ends_at = now(),
			anchored_at = anchored_at - shift, next_at = now() from one where id = $1`,
		[id, declines],
	);
	await client.query("select graphile_worker.add_job('subscriptions.renew')");
	await client.end();
}

const untilShown = (page: Page, text: RegExp) =>
	expect
		.poll(
			async () => {
				await page.reload();
				return page.locator('main').innerText();
			},
			{ timeout: 20_000, interval: 500 },
		)
		.toMatch(text);

/** Pays what the till shows. */
async function pay(page: Page): Promise<void> {
	await page.waitForURL(/\/checkout\/sandbox\//);
	await page.locator('button.ending').first().click();
	await page.waitForURL(/\/orders\/\d+/);
}

const idOf = (page: Page) => Number(/\/subscriptions\/(\d+)/.exec(page.url())![1]);

/** Chooses a plan of the demo's paid space that renews itself. */
async function choose(page: Page, plan: RegExp): Promise<void> {
	await page.goto('/checkout?space=ai-craft');
	await page.locator('label.plan', { hasText: plan }).locator('input').check();
	await page.locator('main form button.btn-primary').last().click();
}

test('somebody tries, pays, is renewed, upgrades, cancels and thinks again, without a script', async () => {
	const { page, close } = await open('ada-k', { javaScriptEnabled: false });
	// The first week costs nothing: no till is passed.
	await choose(page, /free for 7 days/i);
	await page.waitForURL(/\/orders\/\d+/);
	await page.goto('/subscriptions');
	expect(await page.locator('main').innerText()).toMatch(/AI Craft|AI 工匠/);
	expect(await page.locator('main').innerText()).toMatch(/Trial[\s\S]*Free until/);
	await page.locator('a.title').first().click();
	const id = idOf(page);
	await page.locator('form[action="?/pay"] button').click();
	await pay(page);
	await page.goto(`/subscriptions/${id}`);
	expect(await page.locator('main').innerText()).toMatch(/Active[\s\S]*Renews on/);

	// The month is over: the worker renews it by the agreement that the payment made.
	await periodPasses(id);
	await untilShown(page, /Renewal/);
	await expect
		.poll(
			async () => {
				await page.reload();
				return page.locator('td', { hasText: 'Renewal' }).count();
			},
			{
				timeout: 20_000,
			},
		)
		.toBe(2);
	await untilShown(page, /Active[\s\S]*Renews on/);

	// A better plan: the difference is paid, and it begins at once.
	await page.locator('#plans summary').click();
	const upgrade = page.locator('#plans li', { hasText: /a year/ });
	expect(await upgrade.innerText()).toMatch(/less .+ unused/);
	await upgrade.locator('button').click();
	await pay(page);
	await page.goto(`/subscriptions/${id}`);
	expect(await page.locator('main').innerText()).toMatch(/¥399 a year/);
	expect(await page.locator('main').innerText()).toMatch(/Change of plan/);

	await page.locator('summary', { hasText: /^Cancel$/ }).click();
	await page.locator('form[action="?/cancel"] button').click();
	expect(await page.locator('.banner').first().innerText()).toMatch(/nothing more is charged/i);
	await page.locator('form[action="?/undo"] button').click();
	expect(await page.locator('main').innerText()).toMatch(/Active/);
	await close();
}, 120_000);

test('a renewal that is declined: letters, days of grace, and paying by hand saves it', async () => {
	const { page, close } = await open('tom-h', { javaScriptEnabled: false });
	await choose(page, /^(?!.*free)[\s\S]*renews every year/i);
	await pay(page);
	await page.goto('/subscriptions');
	await page.locator('a.title').first().click();
	const id = idOf(page);
	await periodPasses(id, { declines: true });
	await untilShown(page, /Payment due[\s\S]*stays open until/);
	await page.goto('/outbox');
	expect(await page.locator('main').innerText()).toMatch(
		/The renewal of “.+” did not go through|续费没有成功/,
	);
	// Meanwhile the space is open all the same.
	await page.goto('/spaces/ai-craft');
	expect(await page.locator('main').innerText()).not.toMatch(/Join ·/);
	await page.goto(`/subscriptions/${id}`);
	await page.locator('form[action="?/pay"] button').click();
	await pay(page);
	await page.goto(`/subscriptions/${id}`);
	expect(await page.locator('main').innerText()).toMatch(/Active[\s\S]*Renews on/);
	await close();

	const admin = await open('mia-c');
	await admin.page.goto('/admin/subscriptions');
	expect(await admin.page.locator('main').innerText()).toMatch(
		/Monthly recurring revenue|每月经常性收入[\s\S]*¥/,
	);
	await admin.close();
}, 120_000);

test('an author says for how many days a plan may be tried, and the checkout says it too', async () => {
	const author = await open('tang-li', { javaScriptEnabled: false });
	await author.page.goto('/studio/offers');
	const form = author.page
		.locator('form[action="?/set"]', { has: author.page.locator('[name=trialDays]') })
		.first();
	await author.page.locator('details', { has: form }).first().locator('summary').first().click();
	const before = await form.locator('[name=trialDays]').inputValue();
	// Past what the browser itself would say.
	await form.evaluate((element) => {
		(element as HTMLFormElement).noValidate = true;
	});
	await form.locator('[name=trialDays]').fill('91');
	await form.locator('button').click();
	expect(await author.page.locator('.field-error').first().innerText()).not.toBe('');
	const again = author.page
		.locator('form[action="?/set"]', { has: author.page.locator('[name=trialDays]') })
		.first();
	await again.locator('[name=trialDays]').fill('11');
	await again.locator('button').click();
	await author.page.waitForURL(/saved/);
	const reader = await open('grace-t', { javaScriptEnabled: false });
	await reader.page.goto('/checkout?space=ai-craft');
	expect(await reader.page.locator('main').innerText()).toMatch(/11 days|11 天/);
	await reader.close();
	const back = author.page
		.locator('form[action="?/set"]', { has: author.page.locator('[name=trialDays]') })
		.first();
	await author.page.locator('details', { has: back }).first().locator('summary').first().click();
	await back.locator('[name=trialDays]').fill(before);
	await back.locator('button').click();
	await author.page.waitForURL(/saved/);
	await author.close();
}, 120_000);
