import { expect, test } from 'vitest';
import { callAs } from './api.ts';
import { useBrowser } from './browser.ts';

const { open } = useBrowser();
const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const reputationOf = async (handle: string) =>
	(await callAs<{ reputation: number }>('mia-c', 'GET', `/people/${handle}`)).reputation;

test('a ring is shown with its evidence, confirmed and discounted, and everything comes back when that is reversed', async () => {
	// The moderator reads Chinese.
	const moderator = await open('lin-wei');
	const { page } = moderator;
	// The search of the seed opened a case; it leads to the evidence.
	await expect
		.poll(
			() =>
				page
					.goto('/moderation?subject=finding')
					.then(() => page.locator('a[href^="/moderation/cases/"]').count()),
			{
				timeout: 20_000,
			},
		)
		.toBeGreaterThan(0);
	await page.locator('a[href^="/moderation/cases/"]').first().click();
	await page.waitForURL(/\/moderation\/cases\/\d+/);
	expect(await page.locator('a[href^="/admin/fair-play/"]').count()).toBe(1);
	await page.goto('/admin/fair-play');
	const finding = page.locator('a.finding', { hasText: 'Sam' }).first();
	expect(await finding.innerText()).toContain('8 个账号');
	await finding.click();
	await page.waitForURL(/\/admin\/fair-play\/\d+$/);
	// The drawing says in words what it shows, and the same people are in the table.
	expect(await page.locator('svg[role=img]').first().getAttribute('aria-label')).toMatch(/^8 个账号与 1 位/);
	expect(await page.locator('svg[role=img]').first().locator('line').count()).toBe(8);
	expect(await page.locator('table tbody tr').count()).toBe(9);
	expect(await page.locator('dl').innerText()).toMatch(/100% 从未得到过其他人的票/);

	const before = await reputationOf('sam-r');
	await page.fill('[name=reason]', 'All of them came in two days and vote for one person.');
	await page.locator('button[value=confirmed]').click();
	await page.locator('.badge.bad', { hasText: '已确认' }).first().waitFor();
	const after = await reputationOf('sam-r');
	expect(after).toBeLessThan(before - 200);
	// Nobody else sees anything of it: the votes are still there.
	const visitor = await open(null);
	await visitor.page.goto('/people/sam-r');
	expect(await visitor.page.locator('main').innerText()).not.toMatch(/Ring of votes|Fair play|discount/);
	await visitor.close();

	await page.fill('[name=reason]', 'They are a reading group; all of them wrote to us.');
	await page.locator('button[value=dismissed]').click();
	await page.locator('h2 .badge', { hasText: '已排除' }).first().waitFor();
	expect(await reputationOf('sam-r')).toBe(before);
	expect(await page.locator('#decisions').innerText()).toContain('reading group');
	await moderator.close();
}, 60_000);

test('an expert applies, is approved by two, is marked and found, and is revoked', async () => {
	const reviewers = [await open('lin-wei'), await open('mia-c')] as const;
	// Whoever applied before in this place is refused for a month: the journey is run on a fresh demo.
	const applicant = await open('elena-v', phone);
	await applicant.page.goto('/experts/apply');
	await applicant.page.fill('[name=statement]', 'Too short');
	await applicant.page.fill('[name=tags]', 'accessibility, css');
	await applicant.page.locator('main form[enctype] button').click();
	// A refusal keeps what was typed.
	expect(await applicant.page.inputValue('[name=tags]')).toBe('accessibility, css');
	await applicant.page.fill('[name=statement]', 'I have audited forty sites and fixed most of them.');
	await applicant.page.check('[name=languages][value=en]');
	await applicant.page.fill('[name=title0]', 'Audits that are public');
	await applicant.page.fill('[name=body0]', 'https://example.org/elena/audits');
	await applicant.page.check('[name=shown0]');
	await applicant.page.selectOption('[name=kind1]', 'text');
	await applicant.page.fill('[name=title1]', 'A contract');
	await applicant.page.fill('[name=body1]', 'Not for everybody.');
	await applicant.page.setInputFiles('[name=file]', {
		name: 'letter.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from('To whom it may concern'),
	});
	await applicant.page.locator('main form[enctype] button').click();
	await applicant.page.waitForURL(/sent=1/);
	const href = (await applicant.page
		.locator('main a[href^="/experts/applications/"]')
		.first()
		.getAttribute('href'))!;

	await reviewers[0].page.goto('/experts/applications');
	expect(await reviewers[0].page.locator(`a[href="${href}"]`).innerText()).toContain('0/2');
	for (const [n, { page }] of reviewers.entries()) {
		await page.goto(href);
		// Neither knows of the other's verdict.
		expect(await page.locator('main').innerText()).not.toContain('They hold up');
		expect(await page.locator('main').innerText()).toContain('Not for everybody.');
		await page.check('[name=verdict][value=approve]');
		await page.fill('[name=reason]', 'The audits are there to be read. They hold up.');
		await page.locator('form[action="?/verdict"] button').click();
		await page.waitForURL(n === 0 ? /came=waits/ : /came=approved/);
	}

	const visitor = await open(null, { viewport: { width: 390, height: 844 } });
	await visitor.page.goto('/experts');
	await visitor.page.fill('[name=tag]', 'accessibility');
	await visitor.page.locator('form.filter button').click();
	await visitor.page.locator('a[href="/people/elena-v/expert"]').click();
	await visitor.page.waitForURL(/\/people\/elena-v\/expert/);
	expect(await visitor.page.locator('h1').innerText()).toContain('Verified expert');
	const text = await visitor.page.locator('main').innerText();
	expect(text).toContain('Audits that are public');
	expect(text).not.toContain('Not for everybody.');
	await expect
		.poll(
			() => applicant.page.goto('/notifications').then(() => applicant.page.locator('main').innerText()),
			{ timeout: 20_000 },
		)
		.toContain('You are a verified expert now');

	const { page } = reviewers[1];
	await page.goto('/admin/experts');
	const row = page.locator('tr', { hasText: 'Elena' });
	await row.locator('[name=reason]').fill('The audits were made by somebody else.');
	await row.locator('button').click();
	await page.locator('tr', { hasText: 'The audits were made by somebody else.' }).waitFor();
	expect((await visitor.page.goto('/people/elena-v/expert'))?.status()).toBe(404);
	await applicant.page.goto('/experts/apply');
	expect(await applicant.page.locator('main').innerText()).toContain(
		'The audits were made by somebody else.',
	);
	for (const one of [...reviewers, applicant, visitor]) await one.close();
}, 90_000);
