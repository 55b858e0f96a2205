import type { Actor } from '../../contracts/actor.ts';
import type { LessonId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { type Course, findCourse, openableLessons } from '../courses/index.ts';
import { mentoringError } from './errors.ts';
import { answersQuestions, type QuestionRow } from './question.ts';

/** A question that this actor may see, how they stand to it, and its course. */
export interface SeenQuestion {
	question: QuestionRow;
	course: Course;
	/** They answer the questions of this course. */
	mentor: boolean;
	asker: boolean;
}

const columns = [
	'id',
	'course_id',
	'lesson_id',
	'asker_id',
	'mentor_id',
	'tag_id',
	'title',
	'status',
	'post_count',
] as const;

/**
 * The gate of every question: it is seen by whoever may open its lesson now. What was withdrawn only by its asker and by
 * who answers.
 *
 * @throws mentoring.question_not_found
 */
export async function mustSee(db: Db, actor: Actor, questionId: number): Promise<SeenQuestion> {
	const question = await db
		.selectFrom('lesson_questions')
		.select(columns)
		.where('id', '=', questionId)
		.executeTakeFirst();
	const seen = question && (await seenBy(db, actor, question as QuestionRow));
	if (!seen) throw mentoringError('question_not_found');
	return seen;
}

async function seenBy(db: Db, actor: Actor, question: QuestionRow): Promise<SeenQuestion | null> {
	const lessonId = question.lesson_id as LessonId;
	const course = await findCourse(db, actor, question.course_id);
	if (!course) return null;
	const mentor = answersQuestions(course.role);
	const asker = actor.userId !== null && question.asker_id === actor.userId;
	if (!mentor && !(await openableLessons(db, actor, [lessonId])).has(lessonId)) return null;
	if (question.status === 'withdrawn' && !mentor && !asker) return null;
	return { question, course, mentor, asker };
}

/** Locks a question that was seen, and reads it again: two who answer take turns. */
export async function lockQuestion(tx: Tx, seen: SeenQuestion): Promise<QuestionRow> {
	const { rows } = await sql<QuestionRow>`select ${sql.join(columns.map((name) => sql.ref(name)))}
		from lesson_questions where id = ${seen.question.id} for update`.execute(tx);
	if (!rows[0]) throw mentoringError('question_not_found');
	return rows[0];
}
