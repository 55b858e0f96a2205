import { createDecipheriv } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/db/testing.ts';
import { type Ffmpeg, FfmpegError, openFfmpeg } from '../../platform/ffmpeg/index.ts';
import { readWhole } from '../../platform/storage/index.ts';
import { aPerson } from '../items/testing.ts';
import { findMedia, keyOf, playMedium, readKey, readMaster } from './index.ts';
import { workOff } from './jobs.ts';
import { readSegments } from './playlists.ts';
import { aFilm, aMedium, canFilm, someTools } from './testing.ts';

const { db } = await testDatabase();
const { actor: author } = await aPerson(db);

const streamsOf = async (id: number) =>
	(
		await db
			.selectFrom('media_variants')
			.select(['name', 'width', 'height', 'codecs'])
			.where('media_id', '=', id)
			.where('role', '=', 'stream')
			.orderBy('bitrate')
			.execute()
	).map(({ name, width, height, codecs }) => `${name} ${width}x${height} ${codecs}`);
const read = async (id: number) => (await findMedia(db, [id]))[0]!;

describe.skipIf(!canFilm)('with ffmpeg', { timeout: 120_000 }, () => {
	test('a film becomes encrypted streams no larger than itself, which its key opens', async () => {
		const tools = someTools();
		const bytes = await aFilm({ seconds: 9, width: 854, height: 480 });
		const looked = await aMedium(db, author, { name: 'lesson.mp4', purpose: 'video', bytes }, tools);
		expect(looked).toMatchObject({
			status: 'processing',
			kind: 'video',
			width: 854,
			height: 480,
			hasAudio: true,
		});
		expect(looked.durationMs).toBeGreaterThan(8900);
		expect(looked.hasPoster).toBe(true);
		await workOff(db, 'convert', tools);
		expect(await read(looked.id)).toMatchObject({ status: 'ready', streamed: true, progress: 100 });
		expect(await streamsOf(looked.id)).toEqual([
			'360 640x360 avc1.64001f,mp4a.40.2',
			'480 854x480 avc1.64001f,mp4a.40.2',
		]);
		const playlist = (await readWhole(
			tools.storage,
			keyOf.stream(looked.id, '360', 'index.m3u8'),
		))!.toString();
		expect(playlist).toContain('#EXT-X-KEY:METHOD=AES-128,URI="../key"');
		const segments = readSegments(playlist);
		expect(segments.length).toBeGreaterThanOrEqual(2);
		const key = await readKey(db, author, looked.id, tools);
		expect(key).toHaveLength(16);
		for (const [at, segment] of segments.entries()) {
			const sealed = (await readWhole(tools.storage, keyOf.stream(looked.id, '360', segment.name)))!;
			// A transport stream begins each of its packets with this byte.
			expect(sealed[0] === 0x47 && sealed[188] === 0x47).toBe(false);
			const iv = Buffer.alloc(16);
			iv.writeUInt32BE(at, 12);
			const opener = createDecipheriv('aes-128-cbc', key, iv);
			const open = Buffer.concat([opener.update(sealed), opener.final()]);
			expect([open[0], open[188]]).toEqual([0x47, 0x47]);
		}
		expect(await readMaster(db, looked.id)).toMatch(
			/^#EXTM3U\n(?:.*\n)*#EXT-X-STREAM-INF:BANDWIDTH=\d+,RESOLUTION=640x360,CODECS="avc1.64001f,mp4a.40.2"\n360\/index.m3u8\n/,
		);
		const sealedKey = await db
			.selectFrom('media')
			.select('sealed_key')
			.where('id', '=', looked.id)
			.executeTakeFirst();
		expect(sealedKey?.sealed_key).toMatch(/^v1\./);
		expect(sealedKey?.sealed_key).not.toContain(key.toString('hex'));
		expect(readdirSync(join(tools.dir, 'work')).filter((name) => !name.endsWith('.pid'))).toEqual([]);
	});

	test('a film without sound is a film; one without a picture is not', async () => {
		const tools = someTools();
		const mute = await aFilm({ audio: false });
		const made = await aMedium(db, author, { name: 'mute.mp4', purpose: 'video', bytes: mute }, tools);
		await workOff(db, 'convert', tools);
		expect(await read(made.id)).toMatchObject({ status: 'ready', hasAudio: false });
		expect(await streamsOf(made.id)).toEqual(['240 320x240 avc1.64001f']);
		const blind = await aFilm({ video: false });
		expect(
			await aMedium(db, author, { name: 'blind.mp4', purpose: 'video', bytes: blind }, tools),
		).toMatchObject({
			status: 'refused',
		});
	});

	test('a recording becomes a stream of sound', async () => {
		const tools = someTools();
		const bytes = await aFilm({ video: false, extension: 'mp3' });
		const { id } = await aMedium(db, author, { name: 'talk.mp3', purpose: 'audio', bytes }, tools);
		await workOff(db, 'convert', tools);
		expect(await read(id)).toMatchObject({ status: 'ready', kind: 'audio', mime: 'audio/mpeg', width: null });
		expect(await streamsOf(id)).toEqual(['audio nullxnull mp4a.40.2']);
		expect(await playMedium(db, author, id, tools)).toMatchObject({ kind: 'audio', poster: null });
	});

	test('a film turned on its side keeps its shape', async () => {
		const tools = someTools();
		const bytes = await aFilm({ width: 480, height: 854, audio: false, seconds: 1 });
		const { id } = await aMedium(db, author, { name: 'phone.mp4', purpose: 'video', bytes }, tools);
		await workOff(db, 'convert', tools);
		expect(await streamsOf(id)).toEqual(['360 360x640 avc1.64001f', '480 480x854 avc1.64001f']);
	});

	test('one that lasts longer than is allowed is refused, and says how long it may last', async () => {
		const tools = someTools({ limits: { mediaVideoMinutes: 1 } });
		// Hours of nothing weigh little.
		const bytes = await aFilm({ width: 64, height: 64, audio: false, seconds: 300 });
		expect(await aMedium(db, author, { name: 'long.mp4', purpose: 'video', bytes }, tools)).toMatchObject({
			status: 'refused',
			refusal: 'media.too_long',
			refusalParams: { most: 1, found: 5 },
		});
	});

	test('ten hours are refused where four are the limit, and become a stream of ten hours where they are allowed', async () => {
		const bytes = await aFilm({ width: 64, height: 36, audio: false, seconds: 36_000, rate: '1/600' });
		const film = { name: 'ten-hours.mp4', purpose: 'video', bytes } as const;
		expect(await aMedium(db, author, film, someTools())).toMatchObject({
			status: 'refused',
			refusal: 'media.too_long',
			refusalParams: { most: 240, found: 600 },
		});
		const tools = someTools({ limits: { mediaVideoMinutes: 600 } });
		const { id } = await aMedium(db, author, film, tools);
		await workOff(db, 'convert', tools);
		expect(await read(id)).toMatchObject({ status: 'ready', durationMs: 36_000_000, hasAudio: false });
		const playlist = await readWhole(tools.storage, keyOf.stream(id, '36', 'index.m3u8'));
		const seconds = readSegments(playlist!.toString()).reduce((sum, segment) => sum + segment.seconds, 0);
		expect(Math.round(seconds / 60)).toBe(600);
		expect(await playMedium(db, author, id, tools)).toMatchObject({
			kind: 'video',
			poster: expect.any(String),
		});
	});

	test('one that breaks off in the middle is refused', async () => {
		const tools = someTools();
		const bytes = await aFilm({ seconds: 3 });
		// Its index is at the end, which is missing.
		expect(
			await aMedium(
				db,
				author,
				{ name: 'half.mp4', purpose: 'video', bytes: bytes.subarray(0, bytes.length >> 1) },
				tools,
			),
		).toMatchObject({ status: 'refused', refusal: 'media.broken' });
	});

	test('a playlist with the name of a film makes ffmpeg fetch nothing', async () => {
		const tools = someTools();
		const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n';
		expect(
			await aMedium(db, author, { name: 'a.mp4', purpose: 'video', bytes: Buffer.from(playlist) }, tools),
		).toMatchObject({ status: 'refused', refusal: 'media.type_refused' });
	});

	test('whoever was killed on the way is gone on for: what was whole is not made again', async () => {
		const real = openFfmpeg(process.env.STOA_FFMPEG);
		const runs: string[] = [];
		const stop = new AbortController();
		const counting = (end: boolean): Ffmpeg => ({
			...real,
			ffmpeg(args, options) {
				const made = args.at(-1)!;
				if (!made.endsWith('index.m3u8')) return real.ffmpeg(args, options);
				runs.push(made.split('/').at(-2)!);
				// The second stream never ends: the process is killed before.
				if (end && runs.length === 2) {
					stop.abort();
					return Promise.reject(new FfmpegError('stopped', 'killed'));
				}
				return real.ffmpeg(args, options);
			},
		});
		const first = someTools({ ffmpeg: counting(true), stop: stop.signal });
		const bytes = await aFilm({ width: 854, height: 480, seconds: 1 });
		const { id } = await aMedium(
			db,
			author,
			{ name: 'a.mp4', purpose: 'video', bytes },
			{ ...first, stop: undefined },
		);
		await workOff(db, 'convert', first);
		expect(await read(id)).toMatchObject({ status: 'processing', streamed: true });
		// It plays already, in the one stream that is there.
		expect((await playMedium(db, author, id, first)).hls).toMatch(/master\.m3u8$/);
		await workOff(db, 'convert', { ...first, ffmpeg: counting(false), stop: undefined });
		expect(runs).toEqual(['360', '480', '480']);
		expect(await read(id)).toMatchObject({ status: 'ready' });
	});

	test('work that nobody renews the lease of is taken up by another', async () => {
		const tools = someTools();
		const bytes = await aFilm({ seconds: 1 });
		const { id } = await aMedium(db, author, { name: 'a.mp4', purpose: 'video', bytes }, tools);
		const lease = (seconds: number) =>
			db
				.updateTable('media')
				.set({ leased_until: new Date(Date.now() + seconds * 1000) })
				.where('id', '=', id)
				.execute();
		await lease(30);
		expect(await workOff(db, 'convert', tools)).toBe(0);
		await lease(-1);
		expect(await workOff(db, 'convert', tools)).toBe(1);
		expect(await read(id)).toMatchObject({ status: 'ready' });
	});
});

describe('without ffmpeg', { timeout: 120_000 }, () => {
	const none = openFfmpeg('/nowhere/ffmpeg');

	test.skipIf(!canFilm)(
		'a film that browsers play stays as it is, and is converted when ffmpeg comes',
		async () => {
			const tools = someTools({ ffmpeg: none });
			const bytes = await aFilm({ seconds: 1 });
			const { id } = await aMedium(db, author, { name: 'a.mp4', purpose: 'video', bytes }, tools);
			expect(await read(id)).toMatchObject({ status: 'ready', streamed: false, mime: 'video/mp4' });
			expect(await playMedium(db, author, id, tools)).toMatchObject({
				hls: null,
				original: expect.stringMatching(/original$/),
			});
			expect(await workOff(db, 'convert', tools)).toBe(0);
			await workOff(db, 'convert', { ...tools, ffmpeg: openFfmpeg(process.env.STOA_FFMPEG) });
			expect(await read(id)).toMatchObject({ status: 'ready', streamed: true, width: 320 });
		},
	);

	test.skipIf(!canFilm)('one that browsers do not play is refused, with a way out', async () => {
		const tools = someTools({ ffmpeg: none });
		const bytes = await aFilm({ seconds: 1, extension: 'mkv' });
		expect(await aMedium(db, author, { name: 'a.mkv', purpose: 'video', bytes }, tools)).toMatchObject({
			status: 'refused',
			refusal: 'media.needs_ffmpeg',
		});
	});

	test('says so in one sentence', async () => {
		expect(await none.version()).toBeNull();
		await expect(none.ffmpeg(['-version'], { timeout: 1000 })).rejects.toMatchObject({ reason: 'missing' });
	});
});
