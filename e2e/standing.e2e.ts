import { afterAll, expect, inject, test } from 'vitest';
import { callAs } from './api.ts';
import { useBrowser } from './browser.ts';

const { open } = useBrowser();
const site = inject('site');
const phone = { viewport: { width: 390, height: 844 } };
const admin = 'mia-c';

interface InForce {
	version: number;
	rules: { privileges: Record<string, number | null>; closingVotes: number; rules: { amount: number }[] };
}
const inForce = () => callAs<InForce>(null, 'GET', '/standing/rules');
let first: InForce | null = null;

// Other files find the rules as they were.
afterAll(async () => {
	if (!first || (await inForce()).version === first.version) return;
	await callAs(admin, 'PUT', '/standing/draft', { rules: first.rules, name: 'As before' });
	await callAs(admin, 'PUT', '/standing/draft/activation');
});

/** A question of somebody else's in the commons. */
async function aQuestion(title: string): Promise<{ id: number; path: string }> {
	const { data } = await callAs<{ data: { id: number; slug: string }[] }>(
		'he-ping',
		'GET',
		'/spaces?limit=50',
	);
	const made = await callAs<{ id: number; slug: string }>('he-ping', 'POST', '/items', {
		kind: 'question',
		title: `${title} ${Date.now().toString(36)}?`,
		spaceId: data.find(({ slug }) => slug === 'systems')!.id,
		language: 'en',
		tags: ['postgresql'],
		source: 'Words enough to be a question that somebody could answer.',
	});
	return { id: made.id, path: `/questions/${made.id}/${made.slug}` };
}

test('rules are drafted without a script on a phone, tried on what happened, and switched on; a privilege is earned by them', async () => {
	first = await inForce();
	const question = await aQuestion('Where do tags belong');
	const member = await open('wu-tong', phone);
	// Not yet.
	expect((await member.page.goto(`/questions/${question.id}/retag`))!.status()).toBe(403);
	// Something that the trial can weigh.
	await callAs('wu-tong', 'PUT', `/items/${question.id}/vote`, { value: 1 });

	const console_ = await open(admin, { ...phone, javaScriptEnabled: false });
	await console_.page.goto('/admin/standing');
	await console_.page.fill('[name=name]', 'Questions are worth more');
	await console_.page.locator('form[action="?/begin"] button').click();
	await console_.page.waitForURL('**/admin/standing/draft');
	await console_.page.fill('[name="rules.0.amount"]', 'seven');
	await console_.page.locator('form[action="?/save"] button').last().click();
	// A refusal keeps what was typed, and says where.
	expect(await console_.page.inputValue('[name="rules.0.amount"]')).toBe('seven');
	expect(await console_.page.locator('[name="rules.0.amount"]').getAttribute('aria-invalid')).toBe('true');
	await console_.page.fill('[name="rules.0.amount"]', '7');
	await console_.page.selectOption('[name="privileges.retag"]', '1');
	await console_.page.selectOption('[name="privileges.vote-to-close"]', '1');
	await console_.page.fill('[name=closingVotes]', '1');
	await console_.page.locator('form[action="?/save"] button').last().click();
	await console_.page.waitForURL('**/draft?saved');
	expect(await console_.page.locator('section[aria-labelledby=diff-title] tbody tr').count()).toBe(4);
	await console_.page.locator('form[action="?/try"] button').click();
	await expect
		.poll(
			async () => {
				await console_.page.goto('/admin/standing/draft');
				return console_.page.locator('#trial .trial').count();
			},
			{ timeout: 20_000 },
		)
		.toBe(2);
	expect(await console_.page.locator('#trial figure tbody tr').count()).toBeGreaterThan(2);
	await console_.page.locator('form[action="?/activate"] button').click();
	await console_.page.waitForURL('**/admin/standing');
	expect((await inForce()).version).toBe(first.version + 1);

	// What a level allows is remembered for some seconds where somebody is signed in.
	await expect
		.poll(async () => (await member.page.goto(`/questions/${question.id}/retag`))!.status(), {
			timeout: 25_000,
			interval: 1000,
		})
		.toBe(200);
	await member.page.fill('[name=tags]', 'postgresql, linux');
	await member.page.locator('form:has([name=tags]) button').click();
	await member.page.waitForURL(new RegExp(`/questions/${question.id}(?!/retag)`));
	expect(await member.page.locator('.tags').first().innerText()).toContain('linux');
	// With the one vote that is needed it is closed.
	expect(
		await callAs('wu-tong', 'PUT', `/questions/${question.id}/closing-vote`, { reason: 'unclear' }),
	).toEqual({ votes: 1, needed: 1, done: true });
	for (const one of [member, console_]) await one.close();
}, 90_000);

test('what a text earned goes when it is hidden and comes back with it, and its author sees why', async () => {
	const question = await aQuestion('What is earned stays');
	const standing = () => callAs<{ reputation: number }>('he-ping', 'GET', '/me/standing');
	const before = (await standing()).reputation;
	await callAs('ada-k', 'PUT', `/items/${question.id}/vote`, { value: 1 });
	const earned = await expect
		.poll(async () => (await standing()).reputation - before, { timeout: 15_000 })
		.toBeGreaterThan(0)
		.then(async () => (await standing()).reputation);
	await callAs('lin-wei', 'PUT', `/items/${question.id}/hiding`, { reason: 'Looked at' });
	await expect.poll(async () => (await standing()).reputation, { timeout: 15_000 }).toBe(before);
	await callAs('lin-wei', 'DELETE', `/items/${question.id}/hiding`);
	await expect.poll(async () => (await standing()).reputation, { timeout: 15_000 }).toBe(earned);

	const author = await open('he-ping', { ...phone, javaScriptEnabled: false });
	await author.page.goto('/standing');
	expect(await author.page.locator('ul.rows').innerText()).toMatch(/given back|已归还/);
	await author.page.locator('a[href="/privileges"]').first().click();
	expect(await author.page.locator('.levels > li').count()).toBe(5);
	const visitor = await fetch(`${site}/standing`, { redirect: 'manual' });
	expect(visitor.status).toBe(303);
	await author.close();
}, 60_000);
