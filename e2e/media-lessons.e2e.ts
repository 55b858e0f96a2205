import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callAs as call } from './api.ts';
import { quiet, signIn, useBrowser } from './browser.ts';
import { here } from './here.ts';

const { site, open } = useBrowser();
const dir = mkdtempSync(join(tmpdir(), 'stoa-e2e-lessons-'));
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

/** Twenty seconds of a test picture, with a tone or in silence. */
function aFilm(name: string, sound: boolean): Buffer {
	const path = join(dir, name);
	const tone = sound ? ['-f', 'lavfi', '-i', 'sine=frequency=330:duration=20'] : ['-an'];
	execFileSync(ffmpeg, [
		...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10:duration=20', ...tone],
		...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '20', '-pix_fmt', 'yuv420p', path],
	]);
	return readFileSync(path);
}

/** Uploads a file in one request. @returns its id once it is ready */
async function upload(name: string, purpose: string, bytes: Buffer): Promise<number> {
	const word = (text: string) => Buffer.from(text).toString('base64');
	const response = await fetch(`${site}/api/v1/uploads`, {
		method: 'POST',
		headers: {
			cookie: (await signIn(site, 'he-ping')).join('; '),
			origin: site,
			'tus-resumable': '1.0.0',
			'upload-length': String(bytes.length),
			'upload-metadata': `filename ${word(name)},purpose ${word(purpose)}`,
			'content-type': 'application/offset+octet-stream',
		},
		body: new Uint8Array(bytes),
	});
	if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
	const id = Number(response.headers.get('stoa-media-id'));
	for (let tries = 0; tries < 240; tries++) {
		const { status } = await call<{ status: string }>('he-ping', 'GET', `/media/${id}`);
		if (status === 'ready') return id;
		if (status === 'failed' || status === 'refused') throw new Error(`${name}: ${status}`);
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	throw new Error(`${name} was not ready in two minutes`);
}

const course = { id: 0, lessons: [] as number[] };

async function makeCourse(
	lessons: { kind: string; title: string; mediaId: number; data?: object }[],
): Promise<void> {
	const title = `Films ${Date.now().toString(36)}`;
	const made = await call<{ id: number }>('he-ping', 'POST', '/courses', {
		title,
		spaceId: 1,
		language: 'en',
	});
	course.id = made.id;
	const { sections } = await call<{ sections: { id: number }[] }>(
		'he-ping',
		'GET',
		`/courses/${made.id}/outline`,
	);
	for (const { kind, title: name, mediaId, data } of lessons) {
		const key = { sectionId: sections[0]!.id, kind, title: name };
		const lesson = await call<{ id: number }>('he-ping', 'POST', `/courses/${made.id}/lessons`, key);
		await call('he-ping', 'PUT', `/courses/${made.id}/lessons/${lesson.id}/draft`, {
			title: name,
			source: '',
			mediaId,
			...(data ? { data } : {}),
		});
		course.lessons.push(lesson.id);
	}
	await call('he-ping', 'POST', `/courses/${made.id}/versions`, { note: 'The first.' });
	await call('wu-tong', 'PUT', `/courses/${made.id}/enrolment`);
	const database = here.database;
	if (!database) return;
	// Sold from now on; who learns it has bought it.
	const client = new pg.Client({ connectionString: database });
	await client.connect();
	await client.query(
		`update items set access = 'paid', price_amount = 900, price_currency = 'CNY' where id = $1`,
		[made.id],
	);
	await client.query(
		`insert into entitlements (user_id, item_id, source, source_ref) select id, $1, 'grant', 'e2e' from users where handle = 'wu-tong'`,
		[made.id],
	);
	await client.end();
}

/** A triangle with a picture on it, as binary glTF: textures come out of the file itself. */
function aModel(): Buffer {
	const png = Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGO4IyICRAwQCgAfngQRsu1RiQAAAABJRU5ErkJggg==',
		'base64',
	);
	const places = Buffer.from(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]).buffer);
	const on = Buffer.from(new Float32Array([0, 0, 1, 0, 0, 1]).buffer);
	const pad = (bytes: Buffer, by: number) =>
		Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, by)]);
	const binary = pad(Buffer.concat([places, on, png]), 0);
	const json = pad(
		Buffer.from(
			JSON.stringify({
				asset: { version: '2.0' },
				scene: 0,
				scenes: [{ nodes: [0] }],
				nodes: [{ mesh: 0 }],
				meshes: [{ primitives: [{ attributes: { POSITION: 0, TEXCOORD_0: 1 }, material: 0 }] }],
				materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } }, doubleSided: true }],
				textures: [{ source: 0 }],
				images: [{ bufferView: 2, mimeType: 'image/png' }],
				accessors: [
					{ bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 0] },
					{ bufferView: 1, componentType: 5126, count: 3, type: 'VEC2' },
				],
				bufferViews: [
					{ buffer: 0, byteOffset: 0, byteLength: 36 },
					{ buffer: 0, byteOffset: 36, byteLength: 24 },
					{ buffer: 0, byteOffset: 60, byteLength: png.length },
				],
				buffers: [{ byteLength: binary.length }],
			}),
		),
		0x20,
	);
	const head = Buffer.alloc(12);
	head.write('glTF');
	head.writeUInt32LE(2, 4);
	head.writeUInt32LE(12 + 16 + json.length + binary.length, 8);
	const chunk = (type: string, bytes: Buffer) => {
		const about = Buffer.alloc(8);
		about.writeUInt32LE(bytes.length, 0);
		about.write(type, 4, 'latin1');
		return Buffer.concat([about, bytes]);
	};
	return Buffer.concat([head, chunk('JSON', json), chunk('BIN\0', binary)]);
}

const lessonAt = (n: number) => `/courses/${course.id}/lessons/${course.lessons[n]}`;
const state = (page: Page) =>
	page.locator('video').evaluate((one: HTMLVideoElement) => ({
		at: one.currentTime,
		rate: one.playbackRate,
		paused: one.paused,
		width: one.videoWidth,
		shown: [...one.textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language),
	}));
const play = (page: Page) =>
	page.locator('video').evaluate((one: HTMLVideoElement) => {
		one.muted = true;
		void one.play();
	});

/** What the policy of the site refused on a page. */
function refusedBy(page: Page): string[] {
	const refused: string[] = [];
	page.on('console', (message) => {
		if (/content security policy|violates the following/i.test(message.text())) refused.push(message.text());
	});
	return refused;
}

describe.skipIf(!canFilm)('films of a lesson (need ffmpeg)', () => {
	beforeAll(async () => {
		const [loud, silent] = await Promise.all([
			upload('loud.mp4', 'video', aFilm('loud.mp4', true)),
			upload('silent.mp4', 'video', aFilm('silent.mp4', false)),
		]);
		await call('he-ping', 'PUT', `/media/${loud}/subtitles/en`, {
			label: 'English',
			text: 'WEBVTT\n\n00:00:00.500 --> 00:00:19.000\nThe planner was wrong.\n',
		});
		await makeCourse([
			{ kind: 'video', title: 'With sound', mediaId: loud },
			{ kind: 'video', title: 'Without sound', mediaId: silent },
		]);
	}, 240_000);

	test('what was jumped over is not watched; it goes on where it was left, faster, by keys, with subtitles and a mark', async () => {
		const { page, close } = await open('wu-tong', { viewport: { width: 390, height: 844 } });
		const refused = refusedBy(page);
		await page.goto(lessonAt(0));
		await play(page);
		await expect.poll(async () => (await state(page)).at).toBeGreaterThan(3);
		await page.locator('video').evaluate((one: HTMLVideoElement) => {
			one.currentTime = 14;
		});
		await expect.poll(async () => (await state(page)).at).toBeGreaterThan(16.5);
		await page.locator('video').evaluate((one: HTMLVideoElement) => one.pause());
		interface Shown {
			covered: [number, number][];
			progress: { coveredCount: number; place: number; completed: boolean } | null;
		}
		const shown = () => call<Shown>('wu-tong', 'GET', `/courses/${course.id}/lessons/${course.lessons[0]}`);
		await expect.poll(async () => (await shown()).progress?.place ?? 0).toBeGreaterThanOrEqual(16);
		const { covered, progress } = await shown();
		const seconds = covered.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n));
		expect(seconds.filter((second) => second >= 6 && second < 13)).toEqual([]);
		expect(seconds).toEqual(expect.arrayContaining([1, 2, 14, 15]));
		expect(progress).toMatchObject({ coveredCount: seconds.length, completed: false });

		// Who watches stands over the picture of what is sold, and lets the pointer through.
		if (here.database) {
			const mark = page.locator('[data-player-mark]');
			expect(await mark.textContent()).toBe('wu-tong');
			expect(await mark.isVisible()).toBe(true);
			const [box, stage] = await Promise.all([
				mark.boundingBox(),
				page.locator('[data-player-stage]').boundingBox(),
			]);
			expect(box!.y).toBeGreaterThanOrEqual(stage!.y);
			expect(box!.y + box!.height).toBeLessThanOrEqual(stage!.y + stage!.height);
			expect(await mark.evaluate((one) => getComputedStyle(one).pointerEvents)).toBe('none');
			expect(await mark.evaluate((one: HTMLElement) => one.style.left)).toMatch(/%$/);
		}
		const inPicture = await page.evaluate(() => document.pictureInPictureEnabled);
		expect(await page.locator('[data-player-pip]').isVisible()).toBe(inPicture);
		// Chromium without a window has no picture in picture in some versions: then there is no button.
		if (inPicture) {
			const small = () => page.evaluate(() => document.pictureInPictureElement?.tagName ?? null);
			expect(await small()).toBe(null);
			await page.locator('[data-player-pip]').click();
			await expect.poll(small).toBe('VIDEO');
			await page.locator('[data-player-pip]').click();
			await expect.poll(small).toBe(null);
		}
		expect((await state(page)).shown).toEqual([]);
		await page.selectOption('[data-player-subtitles]', 'en');
		expect((await state(page)).shown).toEqual(['en']);
		await expect
			.poll(() =>
				page
					.locator('video')
					.evaluate((one: HTMLVideoElement) =>
						[...(one.textTracks[0]?.activeCues ?? [])].map((cue) => (cue as VTTCue).text),
					),
			)
			.toEqual(['The planner was wrong.']);

		await page.reload();
		await play(page);
		await expect.poll(async () => (await state(page)).at).toBeGreaterThan(15.5);
		await page.locator('[data-player-jump="10"]').focus();
		await page.keyboard.press('k');
		await expect.poll(async () => (await state(page)).paused).toBe(true);
		const before = (await state(page)).at;
		await page.keyboard.press('j');
		await expect.poll(async () => (await state(page)).at).toBeLessThan(before - 8);
		await page.keyboard.press('>');
		expect(await state(page)).toMatchObject({ rate: 1.25, shown: ['en'] });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		expect(refused).toEqual([]);
		await close();
	}, 120_000);

	test('a film without sound is shown like any other', async () => {
		const { page, close } = await open('wu-tong');
		await page.goto(lessonAt(1));
		await play(page);
		await expect.poll(async () => (await state(page)).at).toBeGreaterThan(1);
		expect(await state(page)).toMatchObject({ width: 320 });
		await close();
	}, 60_000);

	test('words that are said are found in the course, and the hit begins there', async () => {
		const { page, close } = await open('wu-tong', { javaScriptEnabled: true });
		await page.goto(`/courses/${course.id}/search?q=planner`);
		const hit = page.locator('ol.rows a').first();
		expect(await hit.getAttribute('href')).toBe(`${lessonAt(0)}#t=0`);
		await hit.click();
		await page.waitForURL(/#t=0$/);
		await close();
	});
});

test('a model is drawn on its page, with nothing that the policy of the site refuses, and offers itself to telephones', async () => {
	course.lessons = [];
	const mediaId = await upload('triangle.glb', 'file', aModel());
	await makeCourse([{ kind: 'model', title: 'A triangle', mediaId, data: { alt: 'A red triangle' } }]);
	// Drawn by the processor, as the machine of a test has no other way.
	const browser = await chromium.launch({
		executablePath: process.env.STOA_CHROMIUM ?? process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: [
			...quiet.filter((flag) => flag !== '--disable-gpu'),
			'--use-gl=angle',
			'--use-angle=swiftshader',
			'--enable-unsafe-swiftshader',
		],
	});
	try {
		const context = await browser.newContext({ baseURL: site, viewport: { width: 800, height: 700 } });
		await context.addCookies(
			(await signIn(site, 'wu-tong')).map((cookie) => {
				const cut = cookie.indexOf('=');
				return { name: cookie.slice(0, cut), value: cookie.slice(cut + 1), url: site };
			}),
		);
		const page = await context.newPage();
		const refused = refusedBy(page);
		await page.goto(lessonAt(0));
		const viewer = page.locator('model-viewer');
		await viewer.waitFor({ timeout: 30_000 });
		await expect
			.poll(() => viewer.evaluate((one) => (one as unknown as { loaded: boolean }).loaded), {
				timeout: 60_000,
			})
			.toBe(true);
		expect(await viewer.getAttribute('alt')).toBe('A red triangle');
		expect(await viewer.getAttribute('ar')).not.toBeNull();
		expect(await viewer.getAttribute('ar-modes')).toContain('scene-viewer');
		expect(await viewer.getAttribute('camera-controls')).not.toBeNull();
		expect(refused).toEqual([]);
		// Something is drawn, and it is red: the picture in the file came through. Some frames pass before it is there.
		const red = () =>
			viewer.evaluate(async (one) => {
				const blob = await (one as unknown as { toBlob(): Promise<Blob> }).toBlob();
				const image = await createImageBitmap(blob);
				const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
				pen.drawImage(image, 0, 0);
				const { data } = pen.getImageData(0, 0, image.width, image.height);
				let count = 0;
				for (let at = 0; at < data.length; at += 4)
					if (data[at]! > 120 && data[at + 1]! < 90 && data[at + 2]! < 90 && data[at + 3]! > 200) count++;
				return count;
			});
		await expect.poll(red, { timeout: 30_000, interval: 1000 }).toBeGreaterThan(100);
	} finally {
		await browser.close();
	}
}, 180_000);
