import { randomBytes } from 'node:crypto';
import type { Actor } from '../../src/server/contracts/actor.ts';
import { publishCourse } from '../../src/server/flows/author-course.ts';
import type { ItemId, LessonId, SpaceId } from '../../src/server/kernel/ids.ts';
import { addLesson, createCourse, draftOutline, saveLesson } from '../../src/server/modules/courses/index.ts';
import { type Db, sql } from '../../src/server/platform/db/index.ts';
import { Language, random } from '../search/synthetic.ts';

export interface School {
	author: Actor;
	spaceId: SpaceId;
	courseId: ItemId;
	lessons: LessonId[];
	/** Paragraphs of each lesson. */
	extent: number;
	/** Ids of learners, one after another from here on. */
	firstLearner: number;
	learners: number;
	/** The session of a learner who is half-way. */
	cookie: string;
}

export const actorOf = (userId: number): Actor => ({
	userId,
	role: 'member',
	emailVerified: true,
	suspended: false,
	scopes: null,
});

/** A free course of ten lessons of forty paragraphs, with as many learners as are asked for, all half-way. */
export async function aSchool(db: Db, learners: number): Promise<School> {
	const extent = 40;
	await sql`insert into users (id, handle, name, email, email_verified, time_zone)
		select n, 'p' || n, 'Person ' || n, 'p' || n || '@example.org', true, (array['Asia/Shanghai', 'UTC', 'Europe/Berlin'])[n % 3 + 1]
		from generate_series(1, ${learners + 1}) n`.execute(db);
	await sql`select setval(pg_get_serial_sequence('users', 'id'), ${learners + 1})`.execute(db);
	const space = await db
		.insertInto('spaces')
		.values({ slug: 'commons', name: 'Commons' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const author = actorOf(1);
	const { id: courseId } = await createCourse(db, author, {
		title: 'A course to be measured',
		spaceId: space.id,
		language: 'en',
	});
	const [section] = (await draftOutline(db, author, courseId)).sections;
	const words = new Language(20_000, false, 3);
	const next = random(11);
	const lessons: LessonId[] = [];
	for (let n = 0; n < 10; n++) {
		const title = `Lesson ${n + 1}`;
		const { id } = await addLesson(db, author, courseId, { sectionId: section!.id, kind: 'text', title });
		const source = Array.from({ length: extent }, () => words.text(next, 60, ' ')).join('\n\n');
		await saveLesson(db, author, { courseId, lessonId: id }, { title, source });
		lessons.push(id);
	}
	await publishCourse(db, author, courseId);
	await sql`insert into enrolments (user_id, course_id, version, started_at)
		select n, ${courseId}, 1, now() - n * interval '1 minute' from generate_series(2, ${learners + 1}) n`.execute(
		db,
	);
	await sql`insert into lesson_progress (user_id, lesson_id, course_id, covered, studied, place, place_at, completed_at)
		select n, lesson, ${courseId}, case when at <= 5 then int4multirange(int4range(0, 40)) else int4multirange(int4range(0, n % 20 + 1)) end,
			int8multirange(int8range(s, s + 300 + n % 600), int8range(s + 4000, s + 4200)), 10, now() - n * interval '1 second',
			case when at <= 5 then now() end
		from generate_series(2, ${learners + 1}) n cross join unnest(${lessons}::bigint[]) with ordinality as l(lesson, at)
		cross join lateral (select extract(epoch from now())::bigint - 800000 + n * 7 + at * 6000 as s) t`.execute(
		db,
	);
	await sql`vacuum analyze`.execute(db);
	const token = randomBytes(24).toString('base64url');
	await db
		.insertInto('sessions')
		.values({ user_id: 5, token, expires_at: new Date(Date.now() + 86_400_000) })
		.execute();
	return {
		author,
		spaceId: space.id,
		courseId,
		lessons,
		extent,
		firstLearner: 2,
		learners,
		cookie: `stoa.session_token=${token}.x`,
	};
}
