import sharp from 'sharp';
import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { anItem, aPerson } from '../items/testing.ts';
import { removeMedium, takePicture } from '../media/index.ts';
import { someTools } from '../media/testing.ts';
import { listCourses, readCover, removeCover, setCover } from './index.ts';
import { readCoursePart } from './kind.ts';
import { aCourse } from './testing.ts';

const { db } = await testDatabase();
const tools = someTools();
const picture = async (name: string, background: string) => ({
	name,
	bytes: await sharp({ create: { width: 800, height: 450, channels: 3, background } })
		.png()
		.toBuffer(),
});

test('a cover is shown in the catalogue and on the course’s page, with what it shows, until it is taken away', async () => {
	const { id, author } = await aCourse(db);
	const cover = { alt: ' A red wall ', picture: await picture('wall.png', '#a00') };
	await setCover(db, author.actor, id, cover, tools);
	const card = async () => (await listCourses(db, visitor)).items.find((one) => one.id === id)!.cover;
	const shown = { address: expect.stringMatching(/^\/media\/p\/[a-z0-9]{26}-800x450$/), alt: 'A red wall' };
	expect(await card()).toEqual(shown);
	expect((await readCoursePart(db, id)).course?.cover).toEqual(shown);
	await setCover(db, author.actor, id, { alt: 'A wall' }, tools);
	expect(await card()).toEqual({ ...shown, alt: 'A wall' });

	// While it is shown its file stays; another one takes its place, and the first is free.
	const first = (await readCover(db, id))!.mediaId;
	await expect(removeMedium(db, author.actor, first)).rejects.toMatchObject({ code: 'media.in_use' });
	await setCover(db, author.actor, id, { alt: 'Blue', picture: await picture('blue.png', '#00a') }, tools);
	await removeMedium(db, author.actor, first);
	await removeCover(db, author.actor, id);
	expect(await card()).toBeNull();
});

test('a cover says what it shows, is a picture, and one’s own', async () => {
	const { id, author } = await aCourse(db);
	const stranger = await aPerson(db);
	const set = (input: Parameters<typeof setCover>[3], actor = author.actor) =>
		setCover(db, actor, id, input, tools);
	const wall = await picture('wall.png', '#a00');
	await expect(set({ alt: '  ', picture: wall })).rejects.toMatchObject({ code: 'courses.alt_missing' });
	await expect(set({ alt: 'x'.repeat(301), picture: wall })).rejects.toMatchObject({
		fields: { alt: 'courses.text_too_long' },
	});
	await expect(set({ alt: 'Nothing' })).rejects.toMatchObject({ code: 'courses.no_cover' });
	await expect(
		set({ alt: 'A program', picture: { name: 'a.png', bytes: Buffer.from('MZ and more') } }),
	).rejects.toMatchObject({ status: 422 });
	await expect(set({ alt: 'Not mine', picture: wall }, stranger.actor)).rejects.toMatchObject({
		status: 403,
	});
	const theirs = await takePicture(db, stranger.actor, { ...wall, purpose: 'cover' }, tools);
	await expect(set({ alt: 'Theirs', mediaId: theirs.mediaId })).rejects.toMatchObject({ status: 403 });
	await expect(set({ alt: 'None', mediaId: 999_999 })).rejects.toMatchObject({ code: 'media.not_found' });
	expect(await readCover(db, id)).toBeNull();
	const own = await takePicture(db, author.actor, { ...wall, purpose: 'cover' }, tools);
	await set({ alt: 'Mine', mediaId: own.mediaId });
	expect(await readCover(db, id)).toMatchObject({ mediaId: own.mediaId, alt: 'Mine' });
});

test('a thing that is no course has no cover', async () => {
	const author = await aPerson(db);
	const { id } = await anItem(db, { kind: 'article', authorId: author.id });
	await expect(setCover(db, author.actor, id, { alt: 'x' }, tools)).rejects.toMatchObject({
		code: 'courses.not_found',
	});
});
