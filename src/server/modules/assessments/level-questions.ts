import type { ItemId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { mark } from './marking.ts';
import type { Body, Given } from './question.ts';
import { layout, type Shown, showQuestion, toGiven } from './shown.ts';
import { permutation } from './shuffle.ts';

/** A question of a bank, by which it is asked whether somebody knows a course. */
export interface LevelQuestion {
	questionId: number;
	revision: number;
}

interface Row extends LevelQuestion {
	courseId: ItemId;
	topic: string;
}

/**
 * Questions of courses that a key marks at once: no code, none that a person marks. Of each course in an order by
 * chance in which topics take turns, so that few questions touch many. One statement, at most 300 a course.
 *
 * @returns courses without any are left out
 */
export async function levelQuestions(
	db: Db,
	courseIds: readonly ItemId[],
	seed: number,
): Promise<Map<ItemId, LevelQuestion[]>> {
	const { rows } =
		await sql<Row>`select * from (select q.course_id as "courseId", q.id as "questionId", q.revision, q.topic,
			row_number() over (partition by q.course_id order by q.id) as n
		from bank_questions q join bank_question_revisions r on r.question_id = q.id and r.number = q.revision
		where q.course_id = any(${courseIds}::bigint[]) and q.removed_at is null and r.kind <> 'code'
			and not (r.kind = 'short' and jsonb_array_length(r.body -> 'accepted') = 0)) as one where n <= 300`.execute(
			db,
		);
	const byCourse = new Map<ItemId, Row[]>();
	for (const row of rows) byCourse.set(row.courseId, [...(byCourse.get(row.courseId) ?? []), row]);
	return new Map(
		[...byCourse].map(([id, list]) => [
			id,
			inTurns(permutation(list.length, seed, id).map((at) => list[at] as Row)).map(
				({ questionId, revision }) => ({ questionId, revision }),
			),
		]),
	);
}

/** One of each topic, then the next of each. */
function inTurns<T extends { topic: string }>(list: readonly T[]): T[] {
	const seen = new Map<string, number>();
	return list
		.map((one, at) => {
			const turn = seen.get(one.topic) ?? 0;
			seen.set(one.topic, turn + 1);
			return { one, turn, at };
		})
		.sort((a, b) => a.turn - b.turn || a.at - b.at)
		.map(({ one }) => one);
}

async function bodyOf(db: Db, { questionId, revision }: LevelQuestion): Promise<Body> {
	const { body } = await db
		.selectFrom('bank_question_revisions')
		.select('body')
		.where('question_id', '=', questionId)
		.where('number', '=', revision)
		.executeTakeFirstOrThrow();
	return body as unknown as Body;
}

/** A question as it is put to somebody; by the same seed and position always the same. */
export async function showLevelQuestion(
	db: Db,
	question: LevelQuestion,
	seed: number,
	position: number,
): Promise<Shown> {
	const body = await bodyOf(db, question);
	return showQuestion(body, position, layout(body, seed, position, true), null);
}

/** Points of an answer, as the fields of a form say it. */
export async function markLevelQuestion(
	db: Db,
	question: LevelQuestion,
	seed: number,
	position: number,
	values: readonly string[],
): Promise<{ given: Given | null; points: number }> {
	const body = await bodyOf(db, question);
	const given = toGiven(body, layout(body, seed, position, true), values);
	return { given, points: mark(body, given) ?? 0 };
}
