import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { badLine } from '../src/server/platform/bad-line.testing.ts';
import { signIn, useBrowser } from './browser.ts';

const { site, open } = useBrowser();
const require = createRequire(import.meta.url);
const dir = mkdtempSync(join(tmpdir(), 'stoa-e2e-media-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const ffmpeg = process.env.STOA_FFMPEG ?? 'ffmpeg';
const canFilm = (() => {
	try {
		execFileSync(ffmpeg, ['-version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
})();

/** A film of some megabytes: noise cannot be made small. */
function aFilm(): string {
	const path = join(dir, 'Lesson 1.mp4');
	execFileSync(ffmpeg, [
		...[
			'-v',
			'error',
			'-y',
			'-f',
			'lavfi',
			'-i',
			'testsrc=size=640x360:rate=20:duration=12,noise=alls=60:allf=t',
		],
		...['-f', 'lavfi', '-i', 'sine=frequency=440:duration=12', '-c:v', 'libx264', '-preset', 'ultrafast'],
		...['-crf', '12', '-pix_fmt', 'yuv420p', path],
	]);
	return path;
}

const subtitles = `WEBVTT

00:00:01.000 --> 00:00:03.000
事务只是另一个句柄

00:00:08.000 --> 00:00:10.000
The index was not used.
`;

/** What axe finds on a page, in a window of a telephone whose policy lets axe in. */
async function faults(path: string): Promise<string[]> {
	const { page, close } = await open('he-ping', { bypassCSP: true, viewport: { width: 390, height: 844 } });
	await page.goto(path);
	await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
	type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
	const found = await page.evaluate(async () => {
		const { violations } = await (window as unknown as { axe: Axe }).axe.run();
		return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
	});
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	await close();
	return wide > 390 ? [...found, `${path} is ${wide} wide`] : found;
}

describe.skipIf(!canFilm)('a film (needs ffmpeg)', () => {
	test('is uploaded over a line that is cut twice, becomes streams, plays, and is nobody else’s', async () => {
		const cuts = [1_500_000, 900_000];
		const line = await badLine(site, (piece) =>
			piece.includes('PATCH /api/v1/uploads/') ? cuts.shift() : undefined,
		);
		const { page, close } = await open('he-ping', { baseURL: line.address });
		const patches: string[] = [];
		page.on('request', (request) => {
			if (request.method() === 'PATCH') patches.push(request.headers()['upload-offset'] ?? '');
		});
		await page.goto('/studio/media');
		await page.selectOption('select[name="purpose"]', 'video');
		await page.setInputFiles('input[type="file"][name="file"]', aFilm());
		await page.locator('.media-card', { hasText: 'Lesson 1.mp4' }).waitFor({ timeout: 90_000 });
		expect(cuts).toEqual([]);
		// It went on where it was cut, not from the beginning.
		const offsets = patches.map(Number);
		expect(offsets.length).toBeGreaterThanOrEqual(3);
		expect(offsets.filter((at) => at === 0).length).toBeLessThan(offsets.length - 1);

		await page.goto('/studio/media');
		await page.getByRole('link', { name: 'Lesson 1.mp4' }).click();
		const id = Number(/\d+$/.exec(new URL(page.url()).pathname)![0]);
		await expect
			.poll(
				async () =>
					((await (await page.request.get(`/api/v1/media/${id}`)).json()) as { status: string }).status,
				{ timeout: 120_000, interval: 1000 },
			)
			.toBe('ready');

		await page.setInputFiles('input[type="file"][name="file"]', {
			name: 'lesson.vtt',
			mimeType: 'text/vtt',
			buffer: Buffer.from(subtitles),
		});
		await page.fill('input[name="language"]', 'zh-CN');
		await page.fill('input[name="label"]', '中文');
		await page.locator('form[action="?/subtitles"] button').click();
		await page.locator('[role="status"]', { hasText: '2' }).first().waitFor();

		const video = page.locator('video');
		const state = () =>
			video.evaluate((one: HTMLVideoElement) => ({
				at: one.currentTime,
				width: one.videoWidth,
				rate: one.playbackRate,
				source: one.currentSrc.slice(0, 5),
			}));
		await video.evaluate((one: HTMLVideoElement) => {
			one.muted = true;
			void one.play();
		});
		await expect.poll(async () => (await state()).at, { timeout: 20_000 }).toBeGreaterThan(1.5);
		expect(await state()).toMatchObject({ width: 640, rate: 1, source: 'blob:' });

		await page.selectOption('[data-player-speed]', '2');
		expect((await state()).rate).toBe(2);
		await page.locator('[data-transcript] summary').click();
		await page.locator('[data-transcript] input').fill('index');
		await page.locator('[data-cues] button', { hasText: 'The index was not used.' }).click();
		await expect.poll(async () => (await state()).at).toBeGreaterThanOrEqual(8);
		await page.locator('[data-player-jump="10"]').press('j');
		await expect.poll(async () => (await state()).at).toBeLessThan(8);

		// What the page asked for, asked for by others.
		const playback = (await (await page.request.post(`/api/v1/media/${id}/playback`)).json()) as {
			hls: string;
		};
		const key = playback.hls.replace('master.m3u8', 'key');
		const status = async (who: string | null, path: string) => {
			const cookie = who ? (await signIn(site, who)).join('; ') : '';
			const response = await fetch(site + path, { headers: { cookie } });
			return [response.status, (await response.arrayBuffer()).byteLength];
		};
		expect(await status('he-ping', key)).toEqual([200, 16]);
		expect((await status('wu-tong', key))[0]).toBe(403);
		expect((await status(null, key))[0]).toBe(403);
		const parts = key.split('/');
		const [until, ...rest] = parts[3]!.split('.');
		const later = (Number.parseInt(until!, 36) + 86_400).toString(36);
		expect(
			(await status('he-ping', [...parts.slice(0, 3), [later, ...rest].join('.'), 'key'].join('/')))[0],
		).toBe(403);
		expect((await status('wu-tong', `/studio/media/${id}`))[0]).toBe(404);

		expect(await faults(`/studio/media/${id}`)).toEqual([]);
		expect(await faults('/studio/media')).toEqual([]);
		line.server.close();
		await close();
	}, 240_000);
});

test('a program with the name of a film is refused on the page, and said why', async () => {
	const path = join(dir, 'holiday.mp4');
	writeFileSync(path, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000)]));
	const { page, close } = await open('he-ping', { viewport: { width: 390, height: 844 } });
	await page.goto('/studio/media');
	await page.selectOption('select[name="purpose"]', 'video');
	await page.setInputFiles('input[type="file"][name="file"]', path);
	await page.locator('.upload-bad').waitFor();
	expect(await page.locator('.upload-bad').innerText()).toMatch(/program|程序/);
	await close();
});

test('a picture is put into a text, and shown small where that is enough', async () => {
	const { page, close } = await open('ada-k');
	await page.goto('/ask');
	const png = await page.evaluate(() => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 500 });
		canvas.getContext('2d')!.fillRect(100, 100, 300, 200);
		return canvas.toDataURL('image/png').split(',')[1]!;
	});
	const field = page.locator('[data-editor] textarea');
	await page.setInputFiles('[data-picture-file]', {
		name: 'plan.png',
		mimeType: 'image/png',
		buffer: Buffer.from(png, 'base64'),
	});
	await expect.poll(() => field.inputValue()).toMatch(/^!\[plan\]\(\/media\/p\/[a-z2-7]{26}-800x500\)/m);
	await page.locator('[data-preview-toggle]').click();
	const picture = page.locator('[data-preview-pane] img');
	await picture.waitFor();
	expect(await picture.getAttribute('srcset')).toContain('/320 320w');
	await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
	await close();
});

test('without a script a small file is uploaded by the form', async () => {
	const { page, close } = await open('ada-k', { javaScriptEnabled: false });
	await page.goto('/studio/media');
	await page.selectOption('select[name="purpose"]', 'file');
	await page.setInputFiles('input[type="file"][name="file"]', {
		name: 'handout.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from('A handout'),
	});
	await page.locator('form.drop button[type="submit"]').click();
	await page.locator('.media-card', { hasText: 'handout.txt' }).waitFor();
	await close();
});

test('a portrait is shown as a square, and taken away again', async () => {
	const { page, close } = await open('ada-k');
	await page.goto('/settings/portrait');
	const png = await page.evaluate(
		() =>
			Object.assign(document.createElement('canvas'), { width: 300, height: 200 })
				.toDataURL('image/png')
				.split(',')[1]!,
	);
	await page.setInputFiles('input[type="file"]', {
		name: 'me.png',
		mimeType: 'image/png',
		buffer: Buffer.from(png, 'base64'),
	});
	await page.locator('form[action="?/set"] button').click();
	await page.waitForURL('**/settings');
	const face = page.locator('main img.avatar');
	expect(await face.getAttribute('src')).toMatch(/^\/media\/p\/[a-z2-7]{26}-128x128\/128$/);
	await expect.poll(() => face.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(128);
	await page.goto('/settings/portrait');
	await page.locator('form[action="?/remove"] button').click();
	await page.waitForURL('**/settings');
	expect(await face.getAttribute('src')).toMatch(/^\/faces\//);
	await close();
});
