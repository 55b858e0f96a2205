import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { callAs } from './api.ts';
import { faults } from './axe.ts';
import { useBrowser } from './browser.ts';
import { here } from './here.ts';

const { site, open } = useBrowser();
const phone = { viewport: { width: 390, height: 844 }, bypassCSP: true };
const client = new pg.Client({ connectionString: here.database! });
await client.connect();
afterAll(() => client.end());

/** Lets the job run that moves elections, juries and proposals on. */
const moveOn = () => client.query("select graphile_worker.add_job('governance.move-on')");

test('an election goes from its call to a result that anyone can count again', async () => {
	const admin = await open('mia-c', phone);
	await admin.page.goto('/elections/new');
	const title = `Moderators of systems ${Date.now().toString(36)}`;
	await admin.page.fill('[name=title]', title);
	await admin.page.selectOption('[name=spaceId]', { index: 2 });
	await admin.page.fill('[name=seats]', '21');
	await admin.page.locator('form[data-election] button').click();
	// A refusal keeps what was typed.
	expect(await admin.page.inputValue('[name=title]')).toBe(title);
	expect(await faults(admin.page, 'call refused')).toEqual([]);
	await admin.page.fill('[name=seats]', '1');
	await admin.page.fill('[name=standReputation]', '0');
	await admin.page.locator('form[data-election] button').click();
	await admin.page.waitForURL(/\/elections\/\d+$/);
	const path = new URL(admin.page.url()).pathname;
	const id = Number(path.split('/')[2]);

	const candidate = await open('sun-yue', { ...phone, javaScriptEnabled: false });
	await candidate.page.goto(path);
	await candidate.page.fill('#stand [name=source]', 'I read every new question in the morning.');
	await candidate.page.locator('#stand button').click();
	await candidate.page.waitForURL(/#candidates/);
	await callAs('gu-nan', 'PUT', `/elections/${id}/candidacy`, { source: 'I write parsers, and read rules.' });
	const question = await callAs('tom-h', 'POST', `/elections/${id}/questions`, { text: 'How many hours?' });
	await candidate.page.goto(path);
	await candidate.page.locator('#questions summary').first().click();
	await candidate.page.fill(`#f-answer-${question.id}`, 'Four a week.');
	await candidate.page.locator('#questions form[action="?/answer"] button').first().click();
	await candidate.page.waitForURL(/#questions/);
	expect(await candidate.page.locator('#questions').innerText()).toContain('Four a week.');

	await client.query(
		`update elections set nomination_ends_at = now() - interval '2 hours', questions_end_at = now() - interval '1 hour' where id = $1`,
		[id],
	);
	await moveOn();
	// The first voter has a phone without a script: numbers, a refusal, and a receipt that is shown once.
	const voter = await open('wu-tong', { ...phone, javaScriptEnabled: false });
	await expect
		.poll(() => voter.page.goto(path).then(() => voter.page.locator('#ballot select').count()), {
			timeout: 20_000,
		})
		.toBe(2);
	const receipt = await voter.page.locator('#ballot .receipt code').innerText();
	for (const select of await voter.page.locator('#ballot select').all()) await select.selectOption('1');
	await voter.page.locator('#ballot button').last().click();
	await voter.page.locator('#ballot .banner.bad').waitFor();
	expect(await voter.page.locator('#ballot .receipt code').innerText()).toBe(receipt);
	const names = await voter.page
		.locator('[data-ballot-row]')
		.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-name')));
	const other = names.findIndex((name) => name !== '孙越' && name !== 'Sun Yue');
	await voter.page.locator('#ballot select').nth(other).selectOption('2');
	await voter.page.locator('#ballot button').last().click();
	await voter.page.locator('#ballot .banner.good').waitFor();
	expect(await voter.page.locator('#ballot .banner.good').innerText()).toContain(receipt);
	await voter.page.goto(path);
	expect(await voter.page.locator('#ballot input[name=receipt]').getAttribute('type')).toBe('text');

	// The second one has a script and a keyboard: the names are moved, the numbers follow.
	const keyboard = await open('tom-h', { bypassCSP: true });
	await keyboard.page.goto(path);
	await keyboard.page.locator('html[data-js]').waitFor({ state: 'attached' });
	const row = keyboard.page.locator('[data-ballot-row]').filter({ hasText: 'sun-yue' });
	await row.locator('[data-ballot-up]').focus();
	await keyboard.page.keyboard.press('Enter');
	await expect.poll(() => row.locator('select').inputValue()).toBe('1');
	expect(await keyboard.page.locator('[data-ballot-row]').first().innerText()).toContain('sun-yue');
	expect(await faults(keyboard.page, 'ballot')).toEqual([]);
	await keyboard.page.locator('#ballot form button.btn-primary').click();
	await keyboard.page.locator('#ballot .banner.good').waitFor();

	await client.query(`update elections set ballot_ends_at = now() - interval '1 second' where id = $1`, [id]);
	await moveOn();
	const visitor = await open(null, phone);
	await expect
		.poll(() => visitor.page.goto(path).then(() => visitor.page.locator('#result .elected').count()), {
			timeout: 20_000,
		})
		.toBe(1);
	expect(await visitor.page.locator('#result .elected').innerText()).not.toBe('');
	expect(await faults(visitor.page, 'result')).toEqual([]);
	const ballots = await (await fetch(`${site}${path}/ballots?format=csv`)).text();
	expect(ballots.trim().split('\r\n')).toHaveLength(3);
	expect(ballots).toContain('sun-yue');
	expect(ballots).not.toContain('wu-tong');
	await admin.page.goto(path);
	await admin.page.locator('form[action="?/confirm"] button').click();
	await admin.page.locator('#result .badge.good').first().waitFor();
	for (const one of [admin, candidate, voter, keyboard, visitor]) await one.close();
}, 120_000);

test('a reported post goes to a jury whose sealed votes decide it, and everybody can read why', async () => {
	const { data } = await callAs<{ data: { id: number; slug: string }[] }>(
		'gu-nan',
		'GET',
		'/spaces?limit=50',
	);
	const title = `A tool of mine ${Date.now().toString(36)}`;
	const item = await callAs('gu-nan', 'POST', '/items', {
		kind: 'discussion',
		spaceId: data.find(({ slug }) => slug === 'commons')?.id,
		title,
		source:
			'It parses everything, and you can have it from me. Ask me for a price; there is no other like it.',
		language: 'en',
		tags: [],
	});
	await callAs('mia-c', 'POST', '/reports', {
		itemId: item.id,
		reason: 'spam',
		words: 'Only sells something.',
	});
	const { rows } = await client.query<{ id: string }>(
		`select id from moderation_cases where item_id = $1 and status = 'open'`,
		[item.id],
	);
	// The demo's jury was drawn of the same people, who are summoned three times a month at most.
	await client.query(`update jury_seats set summoned_at = summoned_at - interval '40 days'`);
	const mod = await open('lin-wei', { bypassCSP: true });
	await mod.page.goto(`/moderation/cases/${rows[0]?.id}`);
	await mod.page.locator('a[href^="/juries?case="]').click();
	await mod.page.waitForURL(/\/juries\?case=/);
	await mod.page.fill('#call [name=size]', '3');
	expect(await faults(mod.page, 'juries')).toEqual([]);
	await mod.page.locator('#call button').click();
	await mod.page.waitForURL(/\/juries\/\d+$/);
	const path = new URL(mod.page.url()).pathname;
	const jurors = await mod.page
		.locator('ul.rows a[href^="/people/"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('/')[2]!));
	expect(jurors).toHaveLength(3);

	const [first, ...others] = jurors as [string, ...string[]];
	const juror = await open(first, { ...phone, javaScriptEnabled: false });
	await juror.page.goto('/juries');
	await juror.page.locator(`#duty a[href="${path}"]`).click();
	await juror.page.waitForURL(new RegExp(path));
	expect(await juror.page.locator('.evidence').innerText()).toContain('there is no other like it');
	await juror.page.locator('#vote input[value=uphold]').check();
	await juror.page.fill('#vote [name=reasons]', 'Short');
	await juror.page.locator('#vote form[action="?/vote"] button').click();
	expect(await juror.page.inputValue('#vote [name=reasons]')).toBe('Short');
	await juror.page.fill('#vote [name=reasons]', 'It only asks for money, and tells nothing.');
	await juror.page.locator('#vote form[action="?/vote"] button').click();
	await juror.page.waitForURL(new RegExp(`${path}$`));
	expect(await juror.page.locator('#vote').count()).toBe(0);
	await mod.page.reload();
	expect(await mod.page.locator('main').innerText()).not.toContain('It only asks for money');

	await callAs(others[0]!, 'PUT', `${path}/vote`, {
		vote: 'dismiss',
		reasons: 'One may say what one makes.',
	});
	await callAs(others[1]!, 'PUT', `${path}/vote`, {
		vote: 'uphold',
		reasons: 'There is nothing in it but a price.',
	});
	const visitor = await open(null, phone);
	await visitor.page.goto(path);
	const told = await visitor.page.locator('main').innerText();
	for (const words of ['It only asks for money', 'One may say what one makes']) expect(told).toContain(words);
	expect(await faults(visitor.page, 'jury')).toEqual([]);
	// What was upheld is out of sight.
	expect((await fetch(`${site}/api/v1/items/${item.id}`)).status).toBe(404);
	for (const one of [mod, juror, visitor]) await one.close();
}, 120_000);

test('rules, how the place is, and why an item has its score are read by phone', async () => {
	const visitor = await open(null, phone);
	for (const path of [
		'/rules',
		'/elections',
		'/juries',
		'/health-of-the-place',
		'/elections/1',
		'/rules/proposals/2',
	]) {
		await visitor.page.goto(path);
		expect(await faults(visitor.page, path)).toEqual([]);
	}
	const member = await open('sun-yue', { ...phone, javaScriptEnabled: false });
	await member.page.goto('/rules/proposals/2');
	await member.page.locator('#vote button[value=yes]').click();
	await member.page.waitForURL(/#vote/);
	expect(await member.page.locator('#vote button[value=yes]').getAttribute('aria-pressed')).toBe('true');
	const author = await open('he-ping', phone);
	await author.page.goto('/articles?sort=new');
	const { data } = await callAs<{ data: { id: number; author: { handle: string } | null }[] }>(
		'he-ping',
		'GET',
		'/items?kind=article&sort=new&limit=100',
	);
	const own = data.find((one) => one.author?.handle === 'he-ping');
	await author.page.goto(`/articles/${own?.id}/quality`);
	expect(await author.page.locator('table tr').count()).toBeGreaterThan(4);
	expect(await faults(author.page, 'quality')).toEqual([]);
	for (const one of [visitor, member, author]) await one.close();
}, 60_000);
