import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { pictureAddress } from '../../../shared/picture.ts';
import { travel } from '../../kernel/clock.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { findMedia, holders, holdMedia, playMedium, takePicture } from '../../modules/media/index.ts';
import { workOff } from '../../modules/media/jobs.ts';
import { makeSmaller } from '../../modules/media/take-picture.ts';
import { aFilm, aMedium, canFilm } from '../../modules/media/testing.ts';
import { createApi } from '../index.ts';
import { testContext } from '../testing/context.ts';

const ctx = await testContext();
const api = createApi(ctx);
afterEach(() => travel(0));

async function someone(role: 'member' | 'admin' = 'member') {
	const { actor, id } = await aPerson(ctx.db, { role });
	const token = createHash('sha1').update(`person ${id}`).digest('hex');
	await ctx.db
		.insertInto('sessions')
		.values({ user_id: id, token, expires_at: new Date(Date.now() + 90 * 86_400_000) })
		.execute();
	return { actor, id, cookie: `stoa.session_token=${token}.signature` };
}
const author = await someone();
const buyer = await someone();
const stranger = await someone();
const bought = new Set<number | null>([buyer.id]);
holders.register('test-lesson', async (_, actor, ids) => new Set(bought.has(actor.userId) ? ids : []));

const get = (path: string, cookie?: string, headers: Record<string, string> = {}) =>
	api.fetch(
		new Request(`https://stoa.example${path}`, { headers: { ...(cookie ? { cookie } : {}), ...headers } }),
	);

describe.skipIf(!canFilm)('a film', { timeout: 120_000 }, async () => {
	const film = canFilm ? await aFilm({ seconds: 5 }) : Buffer.alloc(0);

	async function aLesson() {
		const { id } = await aMedium(
			ctx.db,
			author.actor,
			{ name: 'a.mp4', purpose: 'video', bytes: film },
			ctx.media,
		);
		await workOff(ctx.db, 'convert', ctx.media);
		await holdMedia(ctx.db, author.actor, { mediaId: id, holder: 'test-lesson', holderId: 1 });
		return id;
	}
	const base = async (id: number, actor = buyer.actor) =>
		(await playMedium(ctx.db, actor, id, ctx.media)).hls!.replace('/master.m3u8', '');

	test('is played by who bought it: list, stream, key, segment', async () => {
		const id = await aLesson();
		const at = await base(id);
		const master = await (await get(`${at}/master.m3u8`, buyer.cookie)).text();
		const stream = master.split('\n').find((line) => line.endsWith('index.m3u8'))!;
		const playlist = await (await get(`${at}/${stream}`, buyer.cookie)).text();
		const folder = stream.replace('/index.m3u8', '');
		const key = new URL(/URI="([^"]+)"/.exec(playlist)![1]!, `https://x${at}/${stream}`).pathname;
		expect(key).toBe(`${at}/key`);
		const opened = await get(key, buyer.cookie);
		expect([opened.status, (await opened.arrayBuffer()).byteLength]).toEqual([200, 16]);
		expect(opened.headers.get('cache-control')).toBe('no-store');
		const segment = await get(`${at}/${folder}/00000.ts`, buyer.cookie);
		expect([segment.status, segment.headers.get('content-type')]).toEqual([200, 'video/mp2t']);
		expect(segment.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
	});

	test('is not opened to who did not buy it, in any way', async () => {
		const id = await aLesson();
		const playback = (cookie?: string) =>
			api.fetch(
				new Request(`https://stoa.example/api/v1/media/${id}/playback`, {
					method: 'POST',
					headers: cookie ? { cookie } : {},
				}),
			);
		expect((await playback(stranger.cookie)).status).toBe(404);
		expect((await playback()).status).toBe(404);
		expect((await playback(buyer.cookie)).status).toBe(200);
		const at = await base(id);
		// The address of somebody else: the segments are noise, and the key is not given.
		expect((await get(`${at}/key`, stranger.cookie)).status).toBe(403);
		expect((await get(`${at}/key`)).status).toBe(403);
		expect((await get(`${at}/original`, buyer.cookie)).status).toBe(404);
		expect((await get(`${at}/file`, buyer.cookie)).status).toBe(404);
		expect((await get(`${await base(id, author.actor)}/original`, author.cookie)).status).toBe(200);
	});

	test('is closed again when its time is over, or the right to it is taken back', async () => {
		const id = await aLesson();
		const at = await base(id);
		const all = async () => {
			const statuses = [];
			for (const path of ['master.m3u8', '240/index.m3u8', '240/00000.ts', 'key'])
				statuses.push((await get(`${at}/${path}`, buyer.cookie)).status);
			return statuses;
		};
		expect(await all()).toEqual([200, 200, 200, 200]);
		bought.delete(buyer.id);
		expect((await get(`${at}/key`, buyer.cookie)).status).toBe(404);
		bought.add(buyer.id);
		travel((ctx.settings.mediaAddressMinutes + 1) * 60_000);
		expect(await all()).toEqual([403, 403, 403, 403]);
		travel(0);
		expect(await all()).toEqual([200, 200, 200, 200]);
	});

	test('an address cannot be made longer, be of somebody else, or of another film', async () => {
		const [id, other] = [await aLesson(), await aLesson()];
		const at = await base(id);
		const [until, person, signature] = at.split('/').at(-1)!.split('.') as [string, string, string];
		const later = (Number.parseInt(until, 36) + 3600).toString(36);
		for (const path of [
			`/media/${id}/${later}.${person}.${signature}/key`,
			`/media/${id}/${until}.${stranger.id.toString(36)}.${signature}/key`,
			`/media/${id}/${until}.${person}.${'A'.repeat(32)}/key`,
			`/media/${other}/${until}.${person}.${signature}/key`,
			`/media/${id}/x/key`,
			`/media/0/${until}.${person}.${signature}/key`,
		])
			expect([path, (await get(path, buyer.cookie)).status]).toEqual([path, 403]);
		for (const path of ['240/..%2f..%2foriginal', '..%2foriginal/index.m3u8', 'audio/99999.ts', '240/key'])
			expect([path, (await get(`${at}/${path}`, buyer.cookie)).status]).toEqual([path, 404]);
	});

	test('as a file is sent in the parts that are asked for', async () => {
		const id = await aLesson();
		const at = await base(id, author.actor);
		const part = async (range: string) => {
			const response = await get(`${at}/original`, author.cookie, { range });
			return [
				response.status,
				response.headers.get('content-range'),
				(await response.arrayBuffer()).byteLength,
			];
		};
		const size = film.length;
		expect(await part('bytes=0-99')).toEqual([206, `bytes 0-99/${size}`, 100]);
		expect(await part('bytes=100-')).toEqual([206, `bytes 100-${size - 1}/${size}`, size - 100]);
		expect(await part('bytes=-10')).toEqual([206, `bytes ${size - 10}-${size - 1}/${size}`, 10]);
		expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, 0]);
		expect(await part('bytes=5-1')).toEqual([200, null, size]);
		const file = await get(`${at}/file`, author.cookie);
		expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a.mp4");
		expect(Buffer.from(await file.arrayBuffer()).equals(film)).toBe(true);
	});
});

describe('a picture', async () => {
	const png = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#37a' } })
		.png()
		.toBuffer();

	test('is sent in the best format and the nearest width, to everybody who knows its address', async () => {
		const { mediaId, address } = await takePicture(
			ctx.db,
			author.actor,
			{ bytes: png, name: 'p.png' },
			ctx.media,
		);
		await makeSmaller(ctx.db, mediaId, ctx.media);
		const seen = async (path: string, accept: string) => {
			const response = await get(path, undefined, { accept });
			const { width } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
			return [response.status, response.headers.get('content-type'), width];
		};
		expect(await seen(address, 'image/avif,image/webp,*/*')).toEqual([200, 'image/avif', 900]);
		expect(await seen(`${address}/320`, 'image/webp,*/*')).toEqual([200, 'image/webp', 320]);
		expect(await seen(`${address}/400`, '*/*')).toEqual([200, 'image/webp', 640]);
		const response = await get(address);
		expect(response.headers.get('vary')).toBe('Accept');
		expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
		const again = await get(address, undefined, { 'if-none-match': response.headers.get('etag')! });
		expect(again.status).toBe(304);
	});

	test('has one address: with another size or token there is none', async () => {
		const taken = await takePicture(ctx.db, author.actor, { bytes: png, name: 'p.png' }, ctx.media);
		const [{ token } = { token: '' }] = await findMedia(ctx.db, [taken.mediaId]);
		const at = async (name: Partial<Parameters<typeof pictureAddress>[0]>) =>
			(await get(pictureAddress({ token, width: 900, height: 600, ...name }))).status;
		expect([await at({}), await at({ width: 901 }), await at({ token: 'a'.repeat(26) })]).toEqual([
			200, 404, 404,
		]);
		expect((await get(`/media/p/${token}`)).status).toBe(404);
	});
});
