import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { courseError, courseToMake, lessonKinds, readCover } from '../../modules/courses/index.ts';
import {
	bringFile,
	findMedia,
	findPictures,
	type MediaTools,
	openOriginal,
	type Purpose,
	takePicture,
} from '../../modules/media/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { CourseData } from './course-data.ts';

/** Where files lie in the folder of a course; texts name their pictures from the folder of their section. */
const place = 'media';
const named = /^media\/[\w][\w.-]{0,120}$/;
const pictures = /\/media\/p\/([a-z0-9]{26})-\d{1,5}x\d{1,5}(?:\/\d{1,5})?/g;
const inText = /(?:\.\.\/)?media\/(picture-[a-z0-9]{26}\.[a-z0-9]{1,8})/g;

const wrong = (problem: string) => courseError('folder_shape', { params: { problem }, detail: problem });

/** Ending of a file that says nothing but letters; `.md` would be taken for a lesson. */
function ending(name: string): string {
	const found = extname(name).slice(1).toLowerCase();
	return /^[a-z0-9]{1,8}$/.test(found) && found !== 'md' ? found : 'bin';
}

/**
 * Writes the files of a course beside its texts, as they were uploaded: films, documents, its cover, pictures in texts.
 * One after another, as streams: however large they are, no more than a piece of one is in memory.
 *
 * @returns what the course says, with the files named as they lie in `dir`
 * @throws courses.not_found, courses.folder_shape when a file is gone; refusals of the policy
 */
export async function carryOut(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	data: CourseData,
	dir: string,
	tools: Pick<MediaTools, 'storage'>,
): Promise<CourseData> {
	await courseToMake(db, actor, courseId, 'see');
	const write = async (id: number, name: string): Promise<string> => {
		const opened = await openOriginal(id, tools);
		if (!opened) throw wrong(`the file ${id} (${name}) is gone`);
		await mkdir(join(dir, place), { recursive: true });
		await pipeline(opened.stream, createWriteStream(join(dir, place, name), { flags: 'wx' }));
		return `${place}/${name}`;
	};
	const rows = await db
		.selectFrom('lessons as l')
		.innerJoin('lesson_revisions as r', (join) =>
			join.onRef('r.lesson_id', '=', 'l.id').onRef('r.number', '=', 'l.revision'),
		)
		.select(['l.key', 'r.media_id'])
		.where('l.course_id', '=', courseId)
		.where('l.removed_at', 'is', null)
		.where('r.media_id', 'is not', null)
		.execute();
	const media = new Map(
		(
			await findMedia(
				db,
				rows.map((row) => row.media_id!),
			)
		).map((one) => [one.id, one]),
	);
	const files = new Map<string, string>();
	for (const { key, media_id } of rows) {
		const medium = media.get(media_id!);
		if (medium) files.set(key, await write(medium.id, `${key}.${ending(medium.name)}`));
	}
	const cover = await readCover(db, courseId);
	const [picture] = cover ? await findMedia(db, [cover.mediaId]) : [];
	const texts = [data.source, ...data.sections.flatMap(({ lessons }) => lessons.map(({ source }) => source))];
	const tokens = new Set(texts.flatMap((text) => [...text.matchAll(pictures)].map(([, token]) => token!)));
	const names = new Map<string, string>();
	for (const { id, token, name } of await findPictures(db, [...tokens]))
		names.set(token, await write(id, `picture-${token}.${ending(name)}`));
	const renamed = (text: string, up: string) =>
		text.replace(pictures, (address, token: string) => (names.has(token) ? up + names.get(token) : address));
	return {
		...data,
		cover:
			cover && picture
				? { file: await write(picture.id, `cover.${ending(picture.name)}`), alt: cover.alt }
				: null,
		source: renamed(data.source, ''),
		sections: data.sections.map(({ title, lessons }) => ({
			title,
			lessons: lessons.map((lesson) => ({
				...lesson,
				media: files.get(lesson.key) ?? null,
				source: renamed(lesson.source, '../'),
			})),
		})),
	};
}

/** The files of a folder, as they are known here. */
export interface CarriedFiles {
	/** By the key of the lesson. */
	lessons: ReadonlyMap<string, number>;
	cover: { mediaId: number; alt: string } | null;
}

/**
 * Takes in the files that the folder of a course brings along. What the actor has uploaded before is not taken twice; what
 * is larger than is allowed, or no file of the folder, is refused before anything of the course is written.
 *
 * @returns what the course says, with its pictures where they are now, and the files of its lessons
 * @throws courses.folder_shape; what `bringFile` and `takePicture` throw
 */
export async function carryIn(
	db: Db,
	actor: Actor,
	data: CourseData,
	dir: string,
	tools: MediaTools,
): Promise<{ data: CourseData; files: CarriedFiles }> {
	const sized = async (path: string) => {
		if (!named.test(path)) throw wrong(`${path}: files lie in media/, under plain names`);
		const found = await lstat(join(dir, path)).catch(() => null);
		if (!found?.isFile()) throw wrong(`${path}: there is no such file`);
		return found.size;
	};
	const bring = async (path: string, purpose: Purpose) => {
		const bytes = await sized(path);
		const hash = createHash('sha256');
		for await (const chunk of createReadStream(join(dir, path))) hash.update(chunk as Buffer);
		const open = () => createReadStream(join(dir, path)) as AsyncIterable<Uint8Array>;
		const file = { name: basename(path), purpose, bytes, sha256: hash.digest('hex'), open };
		return bringFile(db, actor, file, tools);
	};
	const addresses = new Map<string, { mediaId: number; address: string }>();
	const bringPicture = async (path: string, purpose: 'picture' | 'cover') => {
		const there = addresses.get(path);
		if (there) return there;
		const bytes = await sized(path);
		// Held in memory to be made ready, so the limit comes first.
		if (bytes > tools.settings().mediaPictureMb * 1024 * 1024)
			throw wrong(`${path}: the picture is too large`);
		const taken = await takePicture(
			db,
			actor,
			{ bytes: await readFile(join(dir, path)), name: basename(path), purpose },
			tools,
		);
		addresses.set(path, taken);
		return taken;
	};
	const lessons = new Map<string, number>();
	const sections: CourseData['sections'] = [];
	for (const section of data.sections) {
		const own = [];
		for (const lesson of section.lessons) {
			const kind = lessonKinds.named(lesson.kind).media;
			if (lesson.media && kind)
				lessons.set(lesson.key, await bring(lesson.media, kind === 'model' ? 'file' : kind));
			own.push({ ...lesson, source: await withPictures(lesson.source, bringPicture) });
		}
		sections.push({ ...section, lessons: own });
	}
	const source = await withPictures(data.source, bringPicture);
	const cover = data.cover
		? { mediaId: (await bringPicture(data.cover.file, 'cover')).mediaId, alt: data.cover.alt }
		: null;
	return { data: { ...data, source, sections }, files: { lessons, cover } };
}

async function withPictures(
	text: string,
	bring: (path: string, purpose: 'picture') => Promise<{ address: string }>,
): Promise<string> {
	let out = text;
	for (const [path, name] of new Map([...text.matchAll(inText)].map((match) => [match[0], match[1]!])))
		out = out.replaceAll(path, (await bring(`${place}/${name}`, 'picture')).address);
	return out;
}
