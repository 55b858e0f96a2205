import { join } from 'node:path';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId, SpaceId, UserId } from '../../kernel/ids.ts';
import { beginCourseTogether, completeLesson } from '../../modules/courses/index.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { anOutsideCourse, outsideLearners } from './outside-course.ts';
import { rowsOf } from './rows.ts';

/** What was found in the files, and what then stands in the database. */
export interface OuladCounts {
	courses: number;
	assessments: number;
	registrations: number;
	submissions: number;
	/** With a score of at least 40 of 100. */
	passed: number;
}

const passMark = 40;

/**
 * Takes over the Open University Learning Analytics Dataset (Kuzilek et al., 2017): each presentation of a module is a
 * course, each assessment a lesson, each registration an enrolment, each submission a try with a score, through the
 * same use cases as everything that is learnt here. Demographics are not read.
 *
 * @param dir the folder with course.csv, assessment.csv, student_registration.csv and student_assessment.csv, or the same as .gz
 */
export async function importOulad(
	db: Db,
	author: Actor,
	spaceId: SpaceId,
	dir: string,
	onProgress: (what: string, done: number) => void = () => {},
): Promise<{ found: OuladCounts; kept: OuladCounts }> {
	const found: OuladCounts = { courses: 0, assessments: 0, registrations: 0, submissions: 0, passed: 0 };
	const presentations = new Map<string, { key: string; title: string }[]>();
	const nameOf = (row: Record<string, string>) => `${row.code_module} ${row.code_presentation}`;
	for await (const row of rowsOf(join(dir, 'course.csv'))) presentations.set(nameOf(row), []);
	for await (const row of rowsOf(join(dir, 'assessment.csv'))) {
		presentations
			.get(nameOf(row))
			?.push({ key: `a${row.id_assessment}`, title: `${row.assessment_type} ${row.id_assessment}` });
		found.assessments++;
	}
	const courses = new Map<string, ItemId>();
	const lessons = new Map<string, LessonId>();
	for (const [title, given] of presentations) {
		const made = await anOutsideCourse(db, author, {
			title,
			spaceId,
			// A course needs a lesson, also one without an assessment.
			lessons: given.length > 0 ? given : [{ key: 'all', title: 'All' }],
		});
		courses.set(title, made.id);
		for (const [key, id] of made.lessons) lessons.set(key, id);
	}
	found.courses = courses.size;

	const registrations: [student: string, course: ItemId][] = [];
	for await (const row of rowsOf(join(dir, 'student_registration.csv')))
		registrations.push([row.id_student!, courses.get(nameOf(row))!]);
	found.registrations = registrations.length;
	const people = await outsideLearners(db, 'ou', [...new Set(registrations.map(([student]) => student))]);
	await inPieces(
		db,
		[...Map.groupBy(registrations, ([, course]) => course)].map(([course, own]) => ({ course, rows: own })),
		async (tx, course, own) => {
			await beginCourseTogether(
				tx,
				course,
				own.map(([student]) => people.get(student)!),
			);
		},
		(done) => onProgress('registrations', done),
	);

	const courseOf = new Map<string, ItemId>();
	for await (const row of rowsOf(join(dir, 'assessment.csv')))
		courseOf.set(row.id_assessment!, courses.get(nameOf(row))!);
	const submissions: [user: UserId, lesson: LessonId, score: number | null, course: ItemId][] = [];
	for await (const row of rowsOf(join(dir, 'student_assessment.csv'))) {
		const score = row.score === '' ? null : Number(row.score) / 100;
		const lesson = lessons.get(`a${row.id_assessment}`)!;
		submissions.push([people.get(row.id_student!)!, lesson, score, courseOf.get(row.id_assessment!)!]);
		found.submissions++;
		if (score !== null && score * 100 >= passMark) found.passed++;
	}
	// By learner: two courses of one learner write the same day, and take turns there in one order.
	submissions.sort(([a], [b]) => a - b);
	await inPieces(
		db,
		[...Map.groupBy(submissions, ([, , , course]) => course)].map(([course, own]) => ({ course, rows: own })),
		async (tx, _course, own) => {
			for (const [userId, lessonId, score] of own) {
				const completed = score !== null && score * 100 >= passMark;
				await completeLesson(tx, { userId, lessonId, score, completed });
			}
		},
		(done) => onProgress('submissions', done),
	);
	return { found, kept: await countKept(db, [...courses.values()]) };
}

/**
 * Some hundreds in one transaction, as one commit a row would be all that is waited for; four courses at once, but each
 * by itself: who counts learners of a course holds its row until they commit.
 */
async function inPieces<T>(
	db: Db,
	courses: { course: ItemId; rows: readonly T[] }[],
	take: (tx: Tx, course: ItemId, rows: readonly T[]) => Promise<void>,
	onProgress: (done: number) => void,
): Promise<void> {
	const size = 250;
	let done = 0;
	// The largest first, so that none is left over at the end.
	const waiting = [...courses].sort((a, b) => a.rows.length - b.rows.length);
	await Promise.all(
		Array.from({ length: 4 }, async () => {
			for (let next = waiting.pop(); next; next = waiting.pop()) {
				const { course, rows } = next;
				for (let at = 0; at < rows.length; at += size) {
					const piece = rows.slice(at, at + size);
					await inTransaction(db, (tx) => take(tx, course, piece));
					done += piece.length;
					onProgress(done);
				}
			}
		}),
	);
}

async function countKept(db: Db, courses: ItemId[]): Promise<OuladCounts> {
	const { rows } = await sql<OuladCounts>`select
		(select count(*)::int from courses where item_id = any(${courses}::bigint[]) and version is not null) as courses,
		(select count(*)::int from lessons where course_id = any(${courses}::bigint[]) and key <> 'all') as assessments,
		(select count(*)::int from enrolments where course_id = any(${courses}::bigint[])) as registrations,
		(select count(*)::int from lesson_progress where course_id = any(${courses}::bigint[])) as submissions,
		(select count(completed_at)::int from lesson_progress where course_id = any(${courses}::bigint[])) as passed`.execute(
		db,
	);
	return rows[0]!;
}
