import type { Actor } from '../../contracts/actor.ts';
import { requireMember } from '../../contracts/actor.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import {
	courseError,
	findCourse,
	openableLessons,
	placeOfNote,
	readLearnerCourse,
} from '../courses/index.ts';
import { mentoringError } from './errors.ts';
import { mustSee } from './gate.ts';
import { answersQuestions, type PostRole, type QuestionCard, type QuestionStatus } from './question.ts';

const person = (name: string) =>
	`case when ${name}.id is not null then json_build_object('id', ${name}.id, 'handle', ${name}.handle, 'name', ${name}.name) end`;

const card = `q.id, q.course_id as "courseId", q.lesson_id as "lessonId", q.title, q.status, q.paragraph, q.paragraph_hash as hash,
	q.second, q.quote, ${person('a')} as asker, ${person('m')} as mentor, t.slug as tag, q.asked_at as "askedAt",
	q.waiting_since as "waitingSince", q.taken_at as "takenAt", q.first_answer_at as "firstAnswerAt", q.post_count as posts,
	q.echo_count as echoes`;
const joins = `lesson_questions q left join users a on a.id = q.asker_id left join users m on m.id = q.mentor_id
	left join tags t on t.id = q.tag_id`;

type Row = QuestionCard & { hash: string | null };

const ofLesson = statement<{ lesson: LessonId; after: number | null; limit: number }, Row>(
	`select ${card} from ${joins} where q.lesson_id = :lesson::bigint and q.status <> 'withdrawn'
		and (:after::bigint is null or q.id < :after::bigint) order by q.id desc limit :limit::int`,
);

const limited = (limit: number | undefined, most = 100) => Math.min(Math.max(limit ?? 30, 1), most);
const after = (cursor: string | null | undefined) =>
	(decodeCursor(cursor, ['integer'])?.[0] as number | undefined) ?? null;

/**
 * The questions at a lesson, the newest first, each at its paragraph in the text that is shown now. Whoever asks has asked
 * the gate: the lesson's page does. One statement.
 */
export async function questionsOnLesson(
	db: Db,
	lesson: { id: LessonId; paragraphs: readonly string[] },
	input: { cursor?: string | null; limit?: number } = {},
): Promise<Page<QuestionCard>> {
	const limit = limited(input.limit);
	const rows = await ofLesson(db, { lesson: lesson.id, after: after(input.cursor), limit: limit + 1 });
	const cut = cutPage(rows, limit, ({ id }) => [id]);
	return { ...cut, items: cut.items.map((row) => placed(row, lesson.paragraphs)) };
}

function placed({ hash, ...question }: Row, paragraphs: readonly string[]): QuestionCard {
	return { ...question, paragraph: placeOfNote({ paragraph: question.paragraph, hash }, paragraphs) };
}

const unplaced = ({ hash: _, ...question }: Row): QuestionCard => question;

/** @throws courses.lesson_not_found for who may not open the lesson */
export async function listLessonQuestions(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
	input: { cursor?: string | null; limit?: number } = {},
): Promise<Page<QuestionCard>> {
	if (!(await openableLessons(db, actor, [key.lessonId])).has(key.lessonId))
		throw courseError('lesson_not_found');
	const limit = limited(input.limit);
	const rows = await ofLesson(db, { lesson: key.lessonId, after: after(input.cursor), limit: limit + 1 });
	const cut = cutPage(rows, limit, ({ id }) => [id]);
	return { ...cut, items: cut.items.map(unplaced) };
}

export const questionFilters = ['all', 'waiting', 'answered', 'mine'] as const;
export type QuestionFilter = (typeof questionFilters)[number];

const ofCourse = statement<
	{
		course: ItemId;
		lessons: number[] | null;
		status: string[];
		asker: UserId | null;
		after: number | null;
		limit: number;
	},
	Row & { lessonTitle: string }
>(
	`select ${card}, r.title as "lessonTitle" from ${joins} join lesson_revisions r on r.lesson_id = q.lesson_id and r.number = q.revision
		where q.course_id = :course::bigint and (:lessons::bigint[] is null or q.lesson_id = any(:lessons::bigint[]))
			and q.status = any(:status::text[]) and (:asker::bigint is null or q.asker_id = :asker::bigint)
			and (:after::bigint is null or q.id < :after::bigint) order by q.id desc limit :limit::int`,
);

/**
 * The questions of a course at lessons that the actor may open now, the newest first.
 *
 * @throws courses.not_found
 */
export async function listCourseQuestions(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { filter?: QuestionFilter; cursor?: string | null; limit?: number } = {},
): Promise<Page<QuestionCard & { lessonTitle: string }>> {
	const course = await findCourse(db, actor, courseId);
	if (!course) throw courseError('not_found');
	let lessons: number[] | null = null;
	if (!answersQuestions(course.role)) {
		const learner = await readLearnerCourse(db, actor, courseId);
		lessons = [...(learner?.states ?? [])].filter(([, state]) => state.open).map(([id]) => id);
	}
	const filter = input.filter ?? 'all';
	const limit = limited(input.limit);
	const rows = await ofCourse(db, {
		course: courseId,
		lessons,
		status:
			filter === 'waiting'
				? ['waiting']
				: filter === 'answered'
					? ['answered', 'solved']
					: ['waiting', 'answered', 'solved'],
		asker: filter === 'mine' ? requireMember(actor).userId : null,
		after: after(input.cursor),
		limit: limit + 1,
	});
	const cut = cutPage(rows, limit, ({ id }) => [id]);
	return { ...cut, items: cut.items.map(({ hash: _, ...row }) => row) };
}

/** A post under a question. */
export interface LessonPost {
	id: number;
	role: PostRole;
	author: { id: UserId; handle: string; name: string } | null;
	html: string;
	source: string;
	hasMath: boolean;
	solved: boolean;
	at: Date;
	editedAt: Date | null;
}

/** A question with everything under it, as one person sees it. */
export interface QuestionPage extends QuestionCard {
	courseTitle: string;
	courseSlug: string;
	lessonTitle: string;
	html: string;
	source: string;
	hasMath: boolean;
	answers: LessonPost[];
	moves: { how: string; to: string | null; by: string | null; note: string; at: Date }[];
	echoed: boolean;
	/** It stands in the course's FAQ. */
	faqId: number | null;
	can: { answer: boolean; solve: boolean; withdraw: boolean; echo: boolean; move: boolean };
}

const whole = statement<
	{ id: number; user: UserId | null },
	Row & {
		courseTitle: string;
		courseSlug: string;
		lessonTitle: string;
		html: string;
		source: string;
		hasMath: boolean;
		echoed: boolean;
		faqId: number | null;
	}
>(
	`select ${card}, i.title as "courseTitle", i.slug as "courseSlug", r.title as "lessonTitle", q.html, q.source, q.has_math as "hasMath",
			exists (select from lesson_question_echoes e where e.question_id = q.id and e.user_id = :user::bigint) as echoed,
			(select f.id from course_faq f where f.question_id = q.id) as "faqId"
		from ${joins} join items i on i.id = q.course_id join lesson_revisions r on r.lesson_id = q.lesson_id and r.number = q.revision
		where q.id = :id::bigint`,
);
const postsOf = statement<{ id: number }, LessonPost>(
	`select p.id, p.role, ${person('u')} as author, p.html, p.source, p.has_math as "hasMath", p.solved, p.at, p.edited_at as "editedAt"
		from lesson_posts p left join users u on u.id = p.author_id where p.question_id = :id::bigint order by p.id limit 200`,
);
const movesOf = statement<{ id: number }, QuestionPage['moves'][number]>(
	`select v.how, t.name as to, b.name as by, v.note, v.at from lesson_question_moves v left join users t on t.id = v.mentor_id
		left join users b on b.id = v.moved_by where v.question_id = :id::bigint order by v.id desc limit 20`,
);

/** @throws mentoring.question_not_found, also for who may not open its lesson */
export async function readQuestion(db: Db, actor: Actor, id: number): Promise<QuestionPage> {
	const seen = await mustSee(db, actor, id);
	const [[row], answers, moves] = await Promise.all([
		whole(db, { id, user: actor.userId }),
		postsOf(db, { id }),
		seen.mentor ? movesOf(db, { id }) : [],
	]);
	if (!row) throw mentoringError('question_not_found');
	const { status } = seen.question as { status: QuestionStatus };
	const acts = actor.userId !== null && !actor.suspended;
	return {
		...unplaced(row),
		courseTitle: row.courseTitle,
		courseSlug: row.courseSlug,
		lessonTitle: row.lessonTitle,
		html: row.html,
		source: row.source,
		hasMath: row.hasMath || answers.some(({ hasMath }) => hasMath),
		echoed: row.echoed,
		faqId: row.faqId,
		answers,
		moves,
		can: {
			answer: acts && status !== 'withdrawn',
			solve: acts && seen.asker && status !== 'withdrawn',
			withdraw: acts && (seen.asker || seen.mentor) && status === 'waiting',
			echo: acts && !seen.asker && !seen.mentor && status !== 'withdrawn',
			move: acts && seen.mentor,
		},
	};
}

const asked = statement<
	{ user: UserId; after: number | null; limit: number },
	Row & { courseTitle: string; lessonTitle: string }
>(
	`select ${card}, i.title as "courseTitle", r.title as "lessonTitle" from ${joins} join items i on i.id = q.course_id
		join lesson_revisions r on r.lesson_id = q.lesson_id and r.number = q.revision
		where q.asker_id = :user::bigint and (:after::bigint is null or q.id < :after::bigint) order by q.id desc limit :limit::int`,
);

/** What somebody asked, in all courses, the newest first; of lessons that are closed to them now only that it was asked. */
export async function listMyQuestions(
	db: Db,
	actor: Actor,
	input: { cursor?: string | null; limit?: number } = {},
): Promise<Page<QuestionCard & { courseTitle: string; lessonTitle: string }>> {
	const { userId } = requireMember(actor);
	const limit = limited(input.limit);
	const rows = await asked(db, { user: userId, after: after(input.cursor), limit: limit + 1 });
	const cut = cutPage(rows, limit, ({ id }) => [id]);
	return { ...cut, items: cut.items.map(({ hash: _, ...row }) => row) };
}

/** Whoever may answer the questions of a course, for a form that gives one to them. */
export async function listAnswering(
	db: Db,
	courseId: ItemId,
): Promise<{ handle: string; name: string; load: number }[]> {
	return answering(db, { course: courseId });
}
const answering = statement<{ course: ItemId }, { handle: string; name: string; load: number }>(
	`select u.handle, u.name, (select count(*)::int from lesson_questions q where q.mentor_id = u.id and q.status = 'waiting') as load
		from (select user_id from course_authors where course_id = :course::bigint and role in ('author', 'editor', 'mentor')
			union select author_id from items where id = :course::bigint) m join users u on u.id = m.user_id order by load, u.name limit 100`,
);
