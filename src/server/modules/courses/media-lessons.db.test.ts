import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { anEntitlement, aPerson } from '../items/testing.ts';
import { mayOpenMedia } from '../media/index.ts';
import { readLesson, recordProgress, saveLesson, submitVersion } from './index.ts';
import { aCourse } from './testing.ts';

const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);

/** A row of a file as it stands after it was looked at; what is in it is the media module's to test. */
async function aFile(
	ownerId: number,
	values: { kind: string; purpose: string; mime: string; durationMs?: number; status?: string },
) {
	const { rows } = await sql<{
		id: number;
	}>`insert into media (owner_id, token, purpose, kind, status, name, mime, bytes, duration_ms)
		values (${ownerId}, ${`${Math.random()}`.slice(2, 14).padEnd(26, 'a')}, ${values.purpose}, ${values.kind}, ${values.status ?? 'ready'},
			'a-file', ${values.mime}, 1000, ${values.durationMs ?? null}) returning id`.execute(db);
	return rows[0]!.id;
}

test('a film is as long as it is, waits to be published until it can be played, and is opened by whom its lesson is open to', async () => {
	const author = await aPerson(db);
	const course = await aCourse(db, {
		author,
		access: 'paid',
		publish: false,
		lessons: [
			{ kind: 'video', source: '' },
			{ kind: 'file', source: '' },
		],
	});
	const [video, file] = course.lessons as [number, number];
	const film = await aFile(author.id, {
		kind: 'video',
		purpose: 'video',
		mime: 'video/mp4',
		durationMs: 61_900,
		status: 'received',
	});
	const book = await aFile(author.id, { kind: 'file', purpose: 'file', mime: 'application/pdf' });
	const save = (lessonId: number, mediaId: number, actor = author.actor) =>
		saveLesson(db, actor, { courseId: course.id, lessonId }, { title: 'With a file', mediaId });
	expect(await codeOf(submitVersion(db, author.actor, course.id))).toBe('courses.lesson_not_ready');
	await save(video, film);
	await save(file, book);
	expect(await codeOf(submitVersion(db, author.actor, course.id))).toBe('courses.lesson_not_ready');
	await sql`update media set status = 'ready' where id = ${film}`.execute(db);
	await submitVersion(db, author.actor, course.id);
	const shown = await readLesson(db, author.actor, { courseId: course.id, lessonId: video });
	expect(shown?.lesson).toMatchObject({ extent: 61, minutes: 2 });
	expect(shown?.asks).toBe(55);

	const buyer = await aPerson(db);
	const both = [film, book];
	expect(await mayOpenMedia(db, visitor, both)).toEqual(new Set());
	expect(await mayOpenMedia(db, buyer.actor, both)).toEqual(new Set());
	await anEntitlement(db, { userId: buyer.id, itemId: course.id });
	expect(await mayOpenMedia(db, buyer.actor, both)).toEqual(new Set(both));
	const watch = async (covered: [number, number][]) => {
		const [answer] = await recordProgress(db, buyer.actor, { reports: [{ lessonId: video, covered }] });
		return answer && 'completed' in answer && answer.completed;
	};
	expect(await watch([[0, 54]])).toBe(false);
	expect(await watch([[60, 61]])).toBe(true);
});

test('nobody puts what another uploaded into a lesson of their own', async () => {
	const owner = await aPerson(db);
	const film = await aFile(owner.id, {
		kind: 'video',
		purpose: 'video',
		mime: 'video/mp4',
		durationMs: 5000,
	});
	const course = await aCourse(db, { publish: false, lessons: [{ kind: 'video', source: '' }] });
	const key = { courseId: course.id, lessonId: course.lessons[0]! };
	expect(await codeOf(saveLesson(db, course.author.actor, key, { title: 'Taken', mediaId: film }))).toBe(
		'common.forbidden',
	);
});
