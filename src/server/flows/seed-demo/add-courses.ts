// Their kinds of lesson register themselves.
import '../../modules/assessments/index.ts';
import '../../modules/assignments/index.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId, SpaceId, UserId } from '../../kernel/ids.ts';
import { completeLesson, dayIn } from '../../modules/courses/index.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { publishCourse } from '../author-course.ts';
import { importCourse, readFolder, unpackCourse } from '../course-folder/index.ts';
import type { People } from './add-people.ts';
import { ago } from './ago.ts';

interface DemoCourse {
	folder: string;
	author: string;
	space: string;
	days_ago: number;
	/** Who learns it: how many lessons they have completed, and how long ago they began. */
	learners: { handle: string; lessons: number; days_ago: number }[];
}

const actorOf = (userId: UserId): Actor => ({
	userId,
	role: 'member',
	emailVerified: true,
	suspended: false,
	scopes: null,
});

/**
 * The demo's courses, out of folders as any course may come, and what some people have learnt of them.
 *
 * @returns them by their folder
 */
export async function addCourses(
	tx: Tx,
	dir: string,
	people: People,
	spaces: ReadonlyMap<string, SpaceId>,
): Promise<Map<string, ItemId>> {
	const before = await tx
		.selectFrom('events')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const courses = parse(readFileSync(join(dir, 'courses', 'index.yaml'), 'utf8')) as DemoCourse[];
	const added = new Map<string, ItemId>();
	for (const course of courses) {
		const author = people.get(course.author);
		if (author === undefined) continue;
		const data = unpackCourse(await readFolder(join(dir, 'courses', course.folder)));
		const { courseId } = await importCourse(tx, actorOf(author), data, {
			spaceId: spaces.get(course.space)!,
		});
		added.set(course.folder, courseId);
		await publishCourse(tx, actorOf(author), courseId);
		await moveBack(tx, courseId, ago(course.days_ago));
		for (const { handle, lessons, days_ago } of course.learners) {
			const learner = people.get(handle);
			if (learner !== undefined)
				await addLearner(tx, courseId, learner, lessons, days_ago, data.access === 'paid');
		}
	}
	// What happened weeks ago is told to nobody today.
	await tx
		.deleteFrom('events')
		.where('id', '>', before?.id ?? 0)
		.execute();
	return added;
}

async function moveBack(tx: Tx, courseId: ItemId, at: Date): Promise<void> {
	await sql`update items set published_at = ${at}, created_at = ${at}, last_activity_at = ${at} where id = ${courseId}`.execute(
		tx,
	);
	await sql`update courses set published_at = ${at} where item_id = ${courseId}`.execute(tx);
	await sql`update course_versions set submitted_at = ${at}, decided_at = ${at} where course_id = ${courseId}`.execute(
		tx,
	);
}

/** One lesson a day, a quarter of an hour each, in the evening. */
async function addLearner(
	tx: Tx,
	courseId: ItemId,
	userId: UserId,
	done: number,
	daysAgo: number,
	paid: boolean,
): Promise<void> {
	if (paid)
		await tx
			.insertInto('entitlements')
			.values({
				user_id: userId,
				item_id: courseId,
				source: 'grant',
				source_ref: 'demo',
				starts_at: ago(daysAgo),
			})
			.execute();
	await tx
		.insertInto('enrolments')
		.values({ user_id: userId, course_id: courseId, version: 1, started_at: ago(daysAgo) })
		.execute();
	const lessons = await tx
		.selectFrom('version_lessons as v')
		.innerJoin('lesson_revisions as r', (join) =>
			join.onRef('r.lesson_id', '=', 'v.lesson_id').onRef('r.number', '=', 'v.revision'),
		)
		.select(['v.lesson_id as id', 'r.extent'])
		.where('v.course_id', '=', courseId)
		.orderBy('v.number')
		.execute();
	const person = await tx
		.selectFrom('users')
		.select('time_zone')
		.where('id', '=', userId)
		.executeTakeFirstOrThrow();
	for (const [at, lesson] of lessons.slice(0, done + 1).entries()) {
		const from = ago(Math.max(0.1, daysAgo - at));
		const seconds = at < done ? 600 + 37 * at : 240;
		await addProgress(tx, userId, courseId, lesson, from, seconds, at < done, person.time_zone);
	}
	await sql`update enrolments set completed_at = (select max(p.completed_at) from lesson_progress p
		where p.user_id = ${userId} and p.course_id = ${courseId})
		where user_id = ${userId} and course_id = ${courseId} and completed_at is not null`.execute(tx);
}

async function addProgress(
	tx: Tx,
	userId: UserId,
	courseId: ItemId,
	lesson: { id: LessonId; extent: number },
	from: Date,
	seconds: number,
	whole: boolean,
	timeZone: string,
): Promise<void> {
	const start = Math.floor(from.getTime() / 1000);
	const seen = whole ? lesson.extent : Math.ceil(lesson.extent / 3);
	const until = new Date((start + seconds) * 1000);
	const studied = `{[${start},${start + seconds})}`;
	await sql`insert into lesson_progress (user_id, lesson_id, course_id, covered, studied, place, place_at, started_at)
		values (${userId}, ${lesson.id}, ${courseId}, ${`{[0,${seen})}`}::int4multirange, ${studied}::int8multirange,
			${Math.max(0, seen - 1)}, ${until}, ${from})`.execute(tx);
	if (whole) {
		await completeLesson(tx, { userId, lessonId: lesson.id });
		await sql`update lesson_progress set completed_at = ${until} where user_id = ${userId} and lesson_id = ${lesson.id}`.execute(
			tx,
		);
		// Completing counted today; it was that day.
		await sql`delete from learning_days where user_id = ${userId} and seconds = 0`.execute(tx);
	}
	await sql`insert into learning_days as d (user_id, day, studied, lessons)
		values (${userId}, ${dayIn(timeZone, from)}::date, ${studied}::int8multirange, ${whole ? 1 : 0})
		on conflict (user_id, day) do update set studied = d.studied + excluded.studied, lessons = d.lessons + excluded.lessons`.execute(
		tx,
	);
}
