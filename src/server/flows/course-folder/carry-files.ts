import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { courseError, courseToMake, lessonKinds, readCover } from '../../modules/courses/index.ts';
import {
	bringFile,
	findMedia,
	findOwnPicture,
	findPictures,
	lookAt,
	type MediaTools,
	openOriginal,
	type Purpose,
	takePicture,
} from '../../modules/media/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { blame } from './blame.ts';
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

/** A file of a course: where it lies in the folder, and which upload it is. */
export interface CourseFile {
	path: string;
	mediaId: number;
	bytes: number;
}

/**
 * The files that a course shows: films, documents, its cover, pictures in texts; and what the course says with the files
 * named as they lie beside its texts. Pictures are named by their bytes, so that a copy of the course has the same folder.
 *
 * @throws courses.not_found; refusals of the policy
 */
export async function planFiles(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	data: CourseData,
): Promise<{ data: CourseData; files: CourseFile[] }> {
	await courseToMake(db, actor, courseId, 'see');
	const planned = new Map<string, CourseFile>();
	const plan = (medium: { id: number; bytes: number }, name: string): string => {
		const path = `${place}/${name}`;
		if (!planned.has(path)) planned.set(path, { path, mediaId: medium.id, bytes: medium.bytes });
		return path;
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
		if (medium) files.set(key, plan(medium, `${key}.${ending(medium.name)}`));
	}
	const cover = await readCover(db, courseId);
	const [picture] = cover ? await findMedia(db, [cover.mediaId]) : [];
	const texts = [data.source, ...data.sections.flatMap(({ lessons }) => lessons.map(({ source }) => source))];
	const tokens = new Set(texts.flatMap((text) => [...text.matchAll(pictures)].map(([, token]) => token!)));
	const names = new Map<string, string>();
	for (const picture of await findPictures(db, [...tokens], await makersOf(db, courseId))) {
		const own = (picture.sha256 ?? picture.token).slice(0, 26);
		names.set(picture.token, plan(picture, `picture-${own}.${ending(picture.name)}`));
	}
	const renamed = (text: string, up: string) =>
		text.replace(pictures, (address, token: string) => (names.has(token) ? up + names.get(token) : address));
	const named: CourseData = {
		...data,
		cover: cover && picture ? { file: plan(picture, `cover.${ending(picture.name)}`), alt: cover.alt } : null,
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
	return { data: named, files: [...planned.values()] };
}

/**
 * Writes the files of a course beside its texts, as they were uploaded. One after another, as streams: however large they
 * are, no more than a piece of one is in memory.
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
	const plan = await planFiles(db, actor, courseId, data);
	if (plan.files.length > 0) await mkdir(join(dir, place), { recursive: true });
	for (const file of plan.files)
		await pipeline(await openFile(file, tools), createWriteStream(join(dir, file.path), { flags: 'wx' }));
	return plan.data;
}

/** The bytes of a file of a course. @throws courses.folder_shape when they are gone */
export async function openFile({ mediaId, path }: CourseFile, tools: Pick<MediaTools, 'storage'>) {
	const opened = await openOriginal(mediaId, tools);
	if (!opened) throw wrong(`${path}: the file ${mediaId} is gone`);
	return opened.stream;
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
	const hashOf = async (path: string) => {
		const hash = createHash('sha256');
		for await (const chunk of createReadStream(join(dir, path))) hash.update(chunk as Buffer);
		return hash.digest('hex');
	};
	const bring = (path: string, purpose: Purpose) =>
		telling(path, async () => {
			const bytes = await sized(path);
			// Looked at before it is taken: what is refused later would be refused after the course was written.
			await lookAt(join(dir, path), purpose, basename(path));
			const open = () => createReadStream(join(dir, path)) as AsyncIterable<Uint8Array>;
			const file = { name: basename(path), purpose, bytes, sha256: await hashOf(path), open };
			return bringFile(db, actor, file, tools);
		});
	const addresses = new Map<string, { mediaId: number; address: string }>();
	const bringPicture = (path: string, purpose: 'picture' | 'cover') =>
		telling(path, async () => {
			const there = addresses.get(path);
			if (there) return there;
			const bytes = await sized(path);
			// Held in memory to be made ready, so the limit comes first.
			if (bytes > tools.settings().mediaPictureMb * 1024 * 1024)
				throw wrong(`${path}: the picture is too large`);
			const taken =
				(await findOwnPicture(db, actor, { sha256: await hashOf(path), purpose })) ??
				(await takePicture(
					db,
					actor,
					{ bytes: await readFile(join(dir, path)), name: basename(path), purpose },
					tools,
				));
			addresses.set(path, taken);
			return taken;
		});
	const lessons = new Map<string, number>();
	const sections: CourseData['sections'] = [];
	for (const section of data.sections) {
		const own = [];
		for (const lesson of section.lessons) {
			const kind = kindOf(lesson).media;
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

function kindOf({ kind, key }: { kind: string; key: string }) {
	try {
		return lessonKinds.named(kind);
	} catch (error) {
		throw blame(error, { lesson: key });
	}
}

/** What is wrong with a file is told with its name. */
async function telling<T>(file: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw blame(error, { file });
	}
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

/** Whose pictures a course may carry out: a token in a text proves nothing. */
async function makersOf(db: Db, courseId: ItemId): Promise<UserId[]> {
	const [item, others] = await Promise.all([
		db.selectFrom('items').select('author_id').where('id', '=', courseId).executeTakeFirst(),
		db.selectFrom('course_authors').select('user_id').where('course_id', '=', courseId).execute(),
	]);
	const makers = others.map((row) => row.user_id as UserId);
	return item?.author_id ? [item.author_id as UserId, ...makers] : makers;
}
