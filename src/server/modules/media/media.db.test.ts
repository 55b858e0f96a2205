import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { readWhole } from '../../platform/storage/index.ts';
import { aZip } from '../../platform/zip/zip.testing.ts';
import { aPerson } from '../items/testing.ts';
import {
	appendUpload,
	endUpload,
	findMedia,
	findUpload,
	holders,
	holdMedia,
	keyOf,
	mayOpenMedia,
	releaseMedia,
	removeMedium,
	startUpload,
	takePicture,
} from './index.ts';
import { sweep, workOff } from './jobs.ts';
import { aMedium, someTools } from './testing.ts';

const { db } = await testDatabase();
const tools = someTools();
const { actor: author } = await aPerson(db);
const { actor: stranger } = await aPerson(db);
const { actor: admin } = await aPerson(db, { role: 'admin' });
afterEach(() => travel(0));

const png = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a7' } })
	.png()
	.toBuffer();

async function* pieces(...chunks: (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
	for (const chunk of chunks) {
		if (chunk instanceof Error) throw chunk;
		yield chunk;
	}
}

const begin = (bytes: number, purpose: 'file' | 'picture' = 'file') =>
	startUpload(db, author, { name: 'notes.txt', purpose, bytes }, tools);
const append = async (mediaId: number, at: number, ...chunks: (Uint8Array | Error)[]) =>
	appendUpload(
		db,
		author,
		{ upload: await findUpload(db, author, mediaId), at, body: pieces(...chunks) },
		tools,
	);
const read = async (id: number) => (await findMedia(db, [id]))[0]!;

describe('an upload', () => {
	test('keeps what arrived before the connection was cut, and goes on there', async () => {
		const text = Buffer.from('All that a text needs is patience. '.repeat(900_000));
		const { mediaId } = await begin(text.length);
		await expect(append(mediaId, 0, text.subarray(0, 1000), new Error('cut'))).rejects.toThrow('cut');
		expect((await findUpload(db, author, mediaId)).received).toBe(1000);
		await expect(append(mediaId, 1000, text.subarray(1000, 20_000_000), new Error('cut'))).rejects.toThrow(
			'cut',
		);
		expect((await findUpload(db, author, mediaId)).received).toBe(20_000_000);
		expect(await append(mediaId, 20_000_000, text.subarray(20_000_000))).toBe(text.length);
		expect((await read(mediaId)).status).toBe('received');
		await workOff(db, 'look', tools);
		const whole = await read(mediaId);
		expect(whole).toMatchObject({ status: 'ready', kind: 'file', mime: 'text/plain' });
		const kept = await readWhole(tools.storage, keyOf.original(mediaId));
		expect(kept?.equals(text)).toBe(true);
		const row = await db
			.selectFrom('media')
			.select('sha256')
			.where('id', '=', mediaId)
			.executeTakeFirstOrThrow();
		expect(row.sha256).toBe(createHash('sha256').update(text).digest('hex'));
		expect(existsSync(join(tools.dir, 'storage', 'uploads', String(mediaId)))).toBe(false);
	});

	test('counts bytes that two connections bring at once only once', async () => {
		const text = randomBytes(60_000).toString('hex');
		const bytes = Buffer.from(text);
		const { mediaId } = await begin(bytes.length);
		const upload = await findUpload(db, author, mediaId);
		// Both begin at 0: one of them lingers on a connection that was lost.
		const results = await Promise.allSettled([
			appendUpload(db, author, { upload, at: 0, body: pieces(bytes.subarray(0, 50_000)) }, tools),
			appendUpload(db, author, { upload, at: 0, body: pieces(bytes) }, tools),
		]);
		expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
		const { received } = await findUpload(db, author, mediaId).catch(() => ({ received: bytes.length }));
		if (received < bytes.length) await append(mediaId, received, bytes.subarray(received));
		await workOff(db, 'look', tools);
		expect((await readWhole(tools.storage, keyOf.original(mediaId)))?.equals(bytes)).toBe(true);
	});

	test('refuses bytes that do not begin where the others end, or are more than were said', async () => {
		const { mediaId } = await begin(10);
		await append(mediaId, 0, Buffer.from('12345'));
		await expect(append(mediaId, 0, Buffer.from('12345'))).rejects.toMatchObject({
			code: 'media.offset_wrong',
		});
		await expect(append(mediaId, 7, Buffer.from('12'))).rejects.toMatchObject({ code: 'media.offset_wrong' });
		await expect(append(mediaId, 5, Buffer.from('123456'))).rejects.toMatchObject({
			code: 'media.upload_overflows',
		});
		expect((await findUpload(db, author, mediaId)).received).toBe(5);
	});

	test('keeps nothing of a chunk whose checksum is another', async () => {
		const { mediaId } = await begin(10);
		const upload = await findUpload(db, author, mediaId);
		const sent = (text: string, digest: Buffer) =>
			appendUpload(
				db,
				author,
				{ upload, at: 0, body: pieces(Buffer.from(text)), checksum: { algorithm: 'sha256', digest } },
				tools,
			);
		const right = createHash('sha256').update('1234567890').digest();
		await expect(sent('1234567891', right)).rejects.toMatchObject({ code: 'media.checksum_wrong' });
		expect((await findUpload(db, author, mediaId)).received).toBe(0);
		expect(readdirSync(join(tools.dir, 'storage', 'uploads', String(mediaId)))).toEqual([]);
		expect(await sent('1234567890', right)).toBe(10);
	});

	test('is nobody else’s', async () => {
		const { mediaId } = await begin(10);
		for (const actor of [stranger, admin])
			await expect(findUpload(db, actor, mediaId)).rejects.toMatchObject({ code: 'media.not_found' });
		await expect(findUpload(db, visitor, mediaId)).rejects.toMatchObject({ code: 'common.sign_in_required' });
		await expect(endUpload(db, stranger, mediaId)).rejects.toMatchObject({ code: 'media.not_found' });
		const readOnly = { ...author, scopes: ['read' as const] };
		await expect(findUpload(db, readOnly, mediaId)).rejects.toMatchObject({ code: 'accounts.api_key_scope' });
	});

	test('that nobody goes on with is forgotten, with its bytes', async () => {
		const { mediaId } = await begin(1000);
		await append(mediaId, 0, Buffer.from('half of it'));
		const pieceDir = join(tools.dir, 'storage', 'uploads', String(mediaId));
		await sweep(db, tools);
		expect(existsSync(pieceDir)).toBe(true);
		travel(25 * 3_600_000);
		await expect(findUpload(db, author, mediaId)).rejects.toMatchObject({ code: 'media.upload_gone' });
		await sweep(db, tools);
		expect(await findMedia(db, [mediaId])).toEqual([]);
		expect(existsSync(pieceDir)).toBe(false);
	});

	test('is refused when it is too large, or beyond what a person may keep', async () => {
		const { actor } = await aPerson(db);
		const small = someTools({ limits: { mediaQuotaMb: 2, mediaFileMb: 1 } });
		const start = (bytes: number) => startUpload(db, actor, { name: 'a', purpose: 'file', bytes }, small);
		await expect(start(1024 * 1024 + 1)).rejects.toMatchObject({ code: 'media.too_large' });
		await start(1024 * 1024);
		const both = await Promise.allSettled([start(1024 * 1024), start(1024 * 1024)]);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await expect(start(1)).rejects.toMatchObject({ code: 'media.quota_reached' });
	});

	test('is refused while twenty others are not finished', async () => {
		const { actor } = await aPerson(db);
		const start = () => startUpload(db, actor, { name: 'a', purpose: 'file', bytes: 1 }, tools);
		for (let n = 0; n < 20; n++) await start();
		await expect(start()).rejects.toMatchObject({ code: 'media.too_many_uploads' });
	});

	test('of a member whose address is not verified is refused', async () => {
		const { actor } = await aPerson(db);
		await expect(
			startUpload(db, { ...actor, emailVerified: false }, { name: 'a', purpose: 'file', bytes: 1 }, tools),
		).rejects.toMatchObject({ code: 'accounts.email_not_verified' });
	});
});

describe('what comes is looked at, whatever it is called', () => {
	const refused = async (name: string, purpose: 'picture' | 'video' | 'file' | 'audio', bytes: Buffer) => {
		const medium = await aMedium(db, author, { name, purpose, bytes }, tools);
		expect(await readWhole(tools.storage, keyOf.original(medium.id))).toBeNull();
		return [medium.status, medium.refusal];
	};
	const windows = Buffer.concat([
		Buffer.from('MZ'),
		Buffer.alloc(58),
		Buffer.from([0x80, 0, 0, 0]),
		Buffer.alloc(64),
		Buffer.from('PE\0\0'),
		Buffer.alloc(400),
	]);
	const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(500)]);

	test('a program with the name of a film is refused', async () => {
		expect(await refused('holiday.mp4', 'video', windows)).toEqual(['refused', 'media.executable_refused']);
		expect(await refused('photo.png', 'picture', elf)).toEqual(['refused', 'media.executable_refused']);
		expect(await refused('tool.zip', 'file', elf)).toEqual(['refused', 'media.executable_refused']);
	});

	test('an SVG is refused, with its script or without', async () => {
		const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
		for (const text of [
			drawing,
			`<?xml version="1.0"?>\n<!-- a comment -->\n${drawing}`,
			`\ufeff  ${drawing.replace('<script>alert(1)</script>', '<circle r="3"/>')}`,
		]) {
			expect(await refused('logo.png', 'picture', Buffer.from(text))).toEqual([
				'refused',
				'media.svg_refused',
			]);
			expect(await refused('logo.txt', 'file', Buffer.from(text))).toEqual(['refused', 'media.svg_refused']);
		}
	});

	test('bytes of no type, and a picture for a film, are refused', async () => {
		expect(await refused('a.pdf', 'file', randomBytes(4000))).toEqual(['refused', 'media.type_refused']);
		expect(await refused('a.mp4', 'video', png)).toEqual(['refused', 'media.type_refused']);
	});

	test('a picture that breaks off is refused', async () => {
		expect(await refused('a.png', 'picture', png.subarray(0, png.length - 200))).toEqual([
			'refused',
			'media.broken',
		]);
	});

	test('a small file that says it is a giant picture is refused before it is opened', async () => {
		const bomb = Buffer.from(png);
		// Width and height of its header, with the checksum that belongs to them.
		bomb.writeUInt32BE(60_000, 16);
		bomb.writeUInt32BE(60_000, 20);
		const { crc32 } = await import('node:zlib');
		bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
		const before = performance.now();
		expect(await refused('a.png', 'picture', bomb)).toEqual(['refused', 'media.picture_too_large']);
		expect(performance.now() - before).toBeLessThan(5000);
	});

	test('an archive that swells, overlaps or leads out of itself is refused; an honest one is kept', async () => {
		const honest = aZip([{ name: 'a.txt', bytes: Buffer.from('a'.repeat(5000)) }]);
		expect(await aMedium(db, author, { name: 'a.zip', purpose: 'file', bytes: honest }, tools)).toMatchObject(
			{
				status: 'ready',
				mime: 'application/zip',
			},
		);
		const swelling = aZip([{ name: 'a.txt', bytes: Buffer.alloc(30 * 1024 * 1024) }]);
		expect(swelling.length).toBeLessThan(100_000);
		expect(await refused('a.zip', 'file', swelling)).toEqual(['refused', 'zip.too_large']);
		expect(
			await refused('a.zip', 'file', aZip([{ name: '../../etc/passwd', bytes: Buffer.from('x') }])),
		).toEqual(['refused', 'zip.outside']);
		const overlapping = aZip([
			{ name: 'a', bytes: randomBytes(1000) },
			{ name: 'b', bytes: randomBytes(1000), at: 0 },
		]);
		expect(await refused('a.zip', 'file', overlapping)).toEqual(['refused', 'zip.broken']);
	});
});

describe('a picture', () => {
	test('is kept in widths no larger than it, as WebP and AVIF, without what the camera wrote', async () => {
		const photo = await sharp(png)
			.withExif({ IFD0: { Copyright: 'Lin Wei, 30.25 N 120.17 E' } })
			.jpeg()
			.toBuffer();
		expect(photo.includes('30.25 N')).toBe(true);
		const medium = await aMedium(db, author, { name: 'p.jpg', purpose: 'picture', bytes: photo }, tools);
		expect(medium).toMatchObject({
			status: 'ready',
			kind: 'image',
			width: 900,
			height: 600,
			mime: 'image/jpeg',
		});
		const copies = await db
			.selectFrom('media_variants')
			.select(['name', 'format', 'height'])
			.where('media_id', '=', medium.id)
			.orderBy('format')
			.orderBy('width')
			.execute();
		expect(copies.map(({ name, format, height }) => `${format} ${name}x${height}`)).toEqual([
			'avif 320x213',
			'avif 640x427',
			'avif 900x600',
			'webp 320x213',
			'webp 640x427',
			'webp 900x600',
		]);
		const copy = (await readWhole(tools.storage, keyOf.picture(medium.id, 'image', '640', 'webp')))!;
		expect(copy.includes('30.25 N')).toBe(false);
		expect(await sharp(copy).metadata()).toMatchObject({ format: 'webp', width: 640, height: 427 });
	});

	test('that is sent at once can be shown at once; its smaller copies follow', async () => {
		const taken = await takePicture(db, author, { bytes: png, name: 'p.png' }, tools);
		expect(taken.address).toMatch(/^\/media\/p\/[a-z2-7]{26}-900x600$/);
		expect(await read(taken.mediaId)).toMatchObject({ status: 'ready', name: 'p.png' });
		const rows = await db
			.selectFrom('media_variants')
			.select('format')
			.where('media_id', '=', taken.mediaId)
			.execute();
		expect(new Set(rows.map(({ format }) => format))).toEqual(new Set(['webp']));
	});

	test('that is none leaves nothing behind', async () => {
		const { actor } = await aPerson(db);
		const half = png.subarray(0, png.length - 200);
		await expect(takePicture(db, actor, { bytes: half, name: 'p.png' }, tools)).rejects.toMatchObject({
			code: 'media.broken',
		});
		await expect(
			takePicture(db, actor, { bytes: Buffer.from('a text'), name: 'p.png' }, tools),
		).rejects.toMatchObject({ code: 'media.type_refused' });
		expect(await db.selectFrom('media').select('id').where('owner_id', '=', actor.userId).execute()).toEqual(
			[],
		);
	});

	test('of a person is square', async () => {
		const taken = await takePicture(db, author, { bytes: png, name: 'me.png', purpose: 'avatar' }, tools);
		expect(taken).toMatchObject({ width: 512, height: 512 });
	});
});

describe('the gate', () => {
	const lessons = new Set<number>();
	holders.register('lesson', async (_, actor, ids) => {
		return new Set(ids.filter((id) => actor.userId === stranger.userId && lessons.has(id)));
	});
	const text = Buffer.from('A handout of the lesson');

	test('lets in the owner, administrators, and who may open a thing that shows the file', async () => {
		const { id } = await aMedium(db, author, { name: 'a.txt', purpose: 'file', bytes: text }, tools);
		const may = async (actor: typeof visitor) => (await mayOpenMedia(db, actor, [id])).has(id);
		expect([await may(author), await may(admin), await may(stranger), await may(visitor)]).toEqual([
			true,
			true,
			false,
			false,
		]);
		await holdMedia(db, author, { mediaId: id, holder: 'lesson', holderId: 7 });
		expect(await may(stranger)).toBe(false);
		lessons.add(7);
		expect([await may(stranger), await may(visitor)]).toEqual([true, false]);
		await expect(removeMedium(db, author, id)).rejects.toMatchObject({ code: 'media.in_use' });
		await expect(removeMedium(db, stranger, id)).rejects.toMatchObject({ code: 'common.forbidden' });
		await releaseMedia(db, { holder: 'lesson', holderId: 7 });
		expect(await may(stranger)).toBe(false);
		await expect(removeMedium(db, stranger, id)).rejects.toMatchObject({ code: 'media.not_found' });
		await removeMedium(db, author, id);
		await sweep(db, tools);
		expect(await readWhole(tools.storage, keyOf.original(id))).toBeNull();
	});

	test('does not let anybody put another’s file into a thing of their own', async () => {
		const { id } = await aMedium(db, author, { name: 'a.txt', purpose: 'file', bytes: text }, tools);
		await expect(
			holdMedia(db, stranger, { mediaId: id, holder: 'lesson', holderId: 7 }),
		).rejects.toMatchObject({ code: 'common.forbidden' });
		// A co-author saves a lesson that shows it already.
		await holdMedia(db, author, { mediaId: id, holder: 'lesson', holderId: 9 });
		await holdMedia(db, stranger, { mediaId: id, holder: 'lesson', holderId: 9 });
	});

	test('opens nothing for a holder that is not installed', async () => {
		const { id } = await aMedium(db, author, { name: 'a.txt', purpose: 'file', bytes: text }, tools);
		await holdMedia(db, author, { mediaId: id, holder: 'gone', holderId: 7 });
		expect(await mayOpenMedia(db, stranger, [id])).toEqual(new Set());
	});
});
