import type { Actor } from '../../contracts/actor.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { courseToMake, editedLesson } from '../courses/index.ts';
import type { LessonKey } from './open-lesson.ts';
import type { Body, Given } from './question.ts';

/** How a question did in the first attempts of its lesson's learners. */
export interface ItemStatistics {
	questionId: number;
	/** So many were asked it. */
	answered: number;
	/**
	 * Difficulty index p: the mean of its points, 0 (nobody had it right) to 1 (everybody).
	 * Allen & Yen, Introduction to Measurement Theory (1979), ch. 6.
	 */
	difficulty: number;
	/**
	 * Discrimination: Pearson's correlation between the points of the question and the mean of the others in the same
	 * attempt. For points of 0 and 1 this is the corrected point-biserial (item-rest) correlation; Henrysson, Psychometrika
	 * 28 (1963). null where it is not defined: fewer than three answers, or all the same.
	 */
	discrimination: number | null;
	/** Of a choice: how often each was chosen, in the order of the body. */
	chosen: number[];
}

export interface QuizStatistics {
	/** First attempts that were handed in. */
	attempts: number;
	meanScore: number | null;
	passed: number;
	/** First attempts by score: [0, 0.1) … [0.9, 1]. */
	histogram: number[];
	items: ItemStatistics[];
}

/**
 * Item analysis of a quiz, by first attempts only: later ones remember the earlier. Three statements after the gate.
 *
 * @throws courses.not_found, courses.lesson_not_found; refusals of the policy
 */
export async function analyseQuiz(db: Db, actor: Actor, key: LessonKey): Promise<QuizStatistics> {
	await courseToMake(db, actor, key.courseId, 'see');
	await editedLesson(db, actor, key);
	const [{ rows: totals }, { rows: items }, { rows: answers }] = await Promise.all([
		sql<{ bucket: number; attempts: number; passed: number; sum: number }>`
			select least(9, floor(score * 10 + 1e-6))::int as bucket, count(*)::int as attempts, count(*) filter (where passed)::int as passed,
				sum(score)::float8 as sum
			from quiz_attempts where lesson_id = ${key.lessonId} and number = 1 and score is not null group by 1`.execute(
			db,
		),
		sql<Omit<ItemStatistics, 'chosen'>>`
			with answers as (
				select s.question_id, s.points::float8 as points, (sum(s.points) over whole - s.points)::float8 / nullif(count(*) over whole - 1, 0) as rest
				from quiz_attempts a join quiz_answers s on s.attempt_id = a.id
				where a.lesson_id = ${key.lessonId} and a.number = 1 and a.score is not null
				window whole as (partition by s.attempt_id))
			select question_id as "questionId", count(*)::int as answered, avg(points) as difficulty,
				case when count(rest) >= 3 then corr(points, rest) end as discrimination
			from answers group by question_id order by question_id`.execute(db),
		sql<{ questionId: number; given: Given; n: number; body: Body }>`
			select s.question_id as "questionId", s.given, count(*)::int as n, r.body
			from quiz_attempts a join quiz_answers s on s.attempt_id = a.id
				join bank_questions q on q.id = s.question_id and q.revision = s.revision
				join bank_question_revisions r on r.question_id = s.question_id and r.number = s.revision
			where a.lesson_id = ${key.lessonId} and a.number = 1 and a.submitted_at is not null and s.given is not null
				and r.kind in ('single', 'multiple')
			group by s.question_id, s.given, r.body`.execute(db),
	]);
	const chosen = new Map<number, number[]>();
	for (const { questionId, given, n, body } of answers) {
		if (body.kind !== 'single' && body.kind !== 'multiple') continue;
		const counts = chosen.get(questionId) ?? body.choices.map(() => 0);
		for (const index of Array.isArray(given) ? (given as number[]) : [given as number])
			if (counts[index] !== undefined) counts[index] += n;
		chosen.set(questionId, counts);
	}
	const histogram = Array.from({ length: 10 }, () => 0);
	for (const { bucket, attempts } of totals) histogram[bucket] = attempts;
	const attempts = totals.reduce((sum, one) => sum + one.attempts, 0);
	return {
		attempts,
		meanScore: attempts === 0 ? null : totals.reduce((sum, one) => sum + one.sum, 0) / attempts,
		passed: totals.reduce((sum, one) => sum + one.passed, 0),
		histogram,
		items: items.map((one) => ({ ...one, chosen: chosen.get(one.questionId) ?? [] })),
	};
}
