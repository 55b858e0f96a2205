import { expect, test } from 'vitest';
import { aLesson, callAs, publish } from './api.ts';
import { useBrowser } from './browser.ts';

const { site, open } = useBrowser();

test('a page that is kept for many shows each reader what is theirs, and everybody what changed', async () => {
	const response = await fetch(`${site}/api/v1/items?kind=question&sort=top&limit=1`);
	const [item] = ((await response.json()) as { data: { href: string; author: { handle: string } }[] }).data;
	const { href } = item!;
	const readers = await Promise.all(['marco-b', 'elena-v'].map((who) => open(who)));
	const [marco, elena] = readers as [(typeof readers)[0], (typeof readers)[0]];
	const read = async ({ context }: typeof marco) => (await context.request.get(href)).text();
	const pressed = (html: string) => html.match(/data-vote="1"[^>]*aria-pressed="true"/g)?.length ?? 0;

	// Twice each: the first time is rendered, the second is kept.
	for (let turn = 0; turn < 2; turn++) {
		const own = (html: string) =>
			/href="\/people\/([\w-]+)"[^>]*class="menu-item|class="menu-item[^>]*href="\/people\/([\w-]+)"/
				.exec(html)
				?.slice(1);
		expect(own(await read(marco))).toContain('marco-b');
		expect(own(await read(elena))).toContain('elena-v');
	}
	const before = pressed(await read(elena));
	await marco.page.goto(href);
	const up = marco.page
		.locator('article.answer form[data-enhance=vote] button[data-vote="1"][aria-pressed=false]')
		.first();
	const mine = pressed(await read(marco));
	await up.click();
	await expect.poll(async () => pressed(await read(marco))).toBe(mine + 1);
	expect(pressed(await read(elena))).toBe(before);

	const words = `Both of us see this at once, ${Date.now()}.`;
	await elena.page.goto(href);
	await elena.page.fill(
		'form[action="?/answer"] [name=source]',
		`${words} It is long enough to be an answer.`,
	);
	await elena.page.locator('form[action="?/answer"] button.btn-primary').click();
	await elena.page.waitForLoadState();
	expect(await read(marco)).toContain(words);
	const own = await read(elena);
	expect(own).toContain(words);
	// Only who wrote it is offered to edit it.
	const edits = (html: string) => html.match(/href="\/replies\/\d+\/edit/g)?.length ?? 0;
	expect(edits(own)).toBe(edits(await read(marco)) + 1);

	const visitor = await (await fetch(site + href)).text();
	expect([visitor.includes('/settings'), visitor.includes('/sign-in'), visitor.includes(words)]).toEqual([
		false,
		true,
		true,
	]);
	for (const { close } of readers) await close();
});

test('learners who are equally far share a lesson, and nothing of one is shown to another', async () => {
	const { course, lesson } = await aLesson('text');
	await callAs('he-ping', 'PUT', `/courses/${course}/lessons/${lesson}/draft`, {
		title: 'Read by two',
		source: 'One paragraph.\n\nAnother paragraph.',
	});
	await publish(course);
	for (const who of ['marco-b', 'elena-v']) await callAs(who, 'PUT', `/courses/${course}/enrolment`);
	const href = `/courses/${course}/lessons/${lesson}`;
	const learners = await Promise.all(['marco-b', 'elena-v'].map((who) => open(who)));
	const [marco, elena] = learners as [(typeof learners)[0], (typeof learners)[0]];
	const read = async ({ context }: typeof marco) => (await context.request.get(href)).text();
	const whose = (html: string) => /data-learner="(\d+)"/.exec(html)?.[1];
	const first = await read(marco);
	const second = await read(elena);
	expect(whose(first)).toMatch(/\d/);
	expect(whose(second)).toMatch(/\d/);
	expect(whose(second)).not.toBe(whose(first));
	expect(await read(marco)).toBe(first);

	const words = `Only I read this, ${Date.now()}.`;
	await callAs('marco-b', 'POST', `/lessons/${lesson}/notes`, { source: words });
	await callAs('marco-b', 'PUT', `/lessons/${lesson}/completion`);
	expect(await read(marco)).toContain(words);
	expect(await read(elena)).toBe(second);
	for (const { close } of learners) await close();
});

test('the address that a visitor came by is not told to the next', async () => {
	const get = (host: string) =>
		fetch(`${site}/tags`, { headers: { 'x-forwarded-host': host, 'accept-language': 'en' } }).then((r) =>
			r.text(),
		);
	expect(await get('evil.example')).not.toContain('evil.example');
});
