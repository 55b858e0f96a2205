import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { renderPlain } from '../../platform/markdown/index.ts';
import { courseToMake } from '../courses/index.ts';
import { assessmentError } from './errors.ts';
import type { Body, QuestionKind } from './question.ts';
import { readQuestion, splitQuestions, type Written } from './question-text.ts';

const sourceSchema = z
	.string('common.bad_value')
	.max(20_000, 'assessments.question_shape')
	.transform((text) => text.replace(/\r\n?/g, '\n').trim())
	.refine((text) => text.isWellFormed(), 'common.bad_value');
const topicSchema = z.string().trim().max(60, 'common.bad_value').default('');

/** A question of the bank as its makers see it. */
export interface BankQuestion {
	id: number;
	revision: number;
	topic: string;
	kind: QuestionKind;
	source: string;
	body: Body;
}

/** What the text of a question becomes when it is kept. @throws assessments.question_shape, assessments.question_no_right; content.too_complex */
export async function renderQuestion(source: string): Promise<Body> {
	const written = readQuestion(source);
	const prompt = await renderPlain(written.prompt);
	const explanation = written.explanation ? (await renderPlain(written.explanation)).html : '';
	return {
		prompt: prompt.html,
		hasMath: prompt.hasMath,
		explanation,
		...(await answersOf(written)),
	} as Body;
}

async function answersOf(written: Written): Promise<object> {
	const { kind } = written;
	switch (kind) {
		case 'single':
		case 'multiple':
			return {
				kind,
				choices: await Promise.all(
					written.choices.map(async ({ text, right, feedback }) => ({
						html: await inline(text),
						right,
						feedback: feedback ? await inline(feedback) : '',
					})),
				),
			};
		case 'truefalse':
			return { kind, right: written.right };
		case 'fill':
			return { kind, blanks: written.blanks };
		case 'match':
			return {
				kind,
				pairs: await Promise.all(
					written.pairs.map(async ({ left, right }) => ({ left: await inline(left), right })),
				),
			};
		case 'order':
			return { kind, items: await Promise.all(written.items.map(inline)) };
		case 'short':
			return { kind, accepted: written.accepted };
		case 'code': {
			const { language, starter, setup, cases } = written;
			return { kind, language, starter, setup, cases };
		}
	}
}

/** One paragraph without being one, as it stands in a label. */
async function inline(text: string): Promise<string> {
	const { html } = await renderPlain(text);
	const only = /^<p>([\s\S]*)<\/p>\s*$/.exec(html);
	return only && !(only[1] as string).includes('<p>') ? (only[1] as string) : html;
}

/**
 * Adds questions to the bank of a course; several in one text are apart by lines of three dashes.
 *
 * @returns their ids in the order of the text
 * @throws common.invalid_input; what {@link renderQuestion} throws, with `params.n` the question that is wrong; courses.not_found; refusals of the policy
 */
export async function addQuestions(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { source: string; topic?: string },
): Promise<number[]> {
	await courseToMake(db, actor, courseId, 'edit');
	const topic = validate(topicSchema, input.topic ?? '');
	const sources = splitQuestions(
		validate(z.string().max(200_000, 'assessments.question_shape'), input.source),
	);
	if (sources.length === 0)
		throw assessmentError('question_shape', { fields: { source: 'assessments.question_shape' } });
	const made: { source: string; body: Body }[] = [];
	for (const one of sources) {
		const source = validate(sourceSchema, one);
		made.push({ source, body: await renderQuestion(source) });
	}
	return inTransaction(db, (tx) => insertQuestions(tx, actor, courseId, topic, made));
}

/** Writes questions that were rendered. */
export async function insertQuestions(
	tx: Tx,
	actor: Actor,
	courseId: ItemId,
	topic: string,
	made: readonly { source: string; body: Body }[],
): Promise<number[]> {
	const at = now();
	const rows = await tx
		.insertInto('bank_questions')
		.values(made.map(() => ({ course_id: courseId, topic, created_at: at })))
		.returning('id')
		.execute();
	const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
	await tx
		.insertInto('bank_question_revisions')
		.values(
			made.map(({ source, body }, n) => ({
				question_id: ids[n]!,
				number: 1,
				kind: body.kind,
				source,
				body: JSON.stringify(body),
				editor_id: actor.userId,
				created_at: at,
			})),
		)
		.execute();
	return ids;
}

/**
 * Writes a question anew. It is asked so from now on; who was asked before keeps what they were asked.
 *
 * @throws common.invalid_input, assessments.question_not_found; what {@link renderQuestion} throws; refusals of the policy
 */
export async function reviseQuestion(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	id: number,
	input: { source: string; topic?: string },
): Promise<void> {
	await courseToMake(db, actor, courseId, 'edit');
	const source = validate(sourceSchema, input.source);
	const topic = validate(topicSchema, input.topic ?? '');
	const body = await renderQuestion(source);
	await inTransaction(db, async (tx) => {
		const row = await tx
			.updateTable('bank_questions')
			.set((eb) => ({ revision: eb('revision', '+', 1), topic }))
			.where('id', '=', id)
			.where('course_id', '=', courseId)
			.where('removed_at', 'is', null)
			.returning('revision')
			.executeTakeFirst();
		if (!row) throw assessmentError('question_not_found');
		await tx
			.insertInto('bank_question_revisions')
			.values({
				question_id: id,
				number: row.revision,
				kind: body.kind,
				source,
				body: JSON.stringify(body),
				editor_id: actor.userId,
				created_at: now(),
			})
			.execute();
	});
}

/** Takes a question out of the bank: it is not asked any more. @throws assessments.question_not_found; refusals of the policy */
export async function removeQuestion(db: Db, actor: Actor, courseId: ItemId, id: number): Promise<void> {
	await courseToMake(db, actor, courseId, 'edit');
	const { numUpdatedRows } = await db
		.updateTable('bank_questions')
		.set({ removed_at: now() })
		.where('id', '=', id)
		.where('course_id', '=', courseId)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
	if (Number(numUpdatedRows) === 0) throw assessmentError('question_not_found');
}

/** The bank of a course, at most 1000 questions. @throws courses.not_found; refusals of the policy */
export async function listQuestions(db: Db, actor: Actor, courseId: ItemId): Promise<BankQuestion[]> {
	await courseToMake(db, actor, courseId, 'see');
	return questionsOf(db, courseId);
}

/** Without a gate: for what is put into attempts. One statement. */
export async function questionsOf(db: Db, courseId: ItemId): Promise<BankQuestion[]> {
	const { rows } = await sql<BankQuestion>`select q.id, q.revision, q.topic, r.kind, r.source, r.body
		from bank_questions q join bank_question_revisions r on r.question_id = q.id and r.number = q.revision
		where q.course_id = ${courseId} and q.removed_at is null order by q.id limit 1000`.execute(db);
	return rows;
}
