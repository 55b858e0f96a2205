import type { Actor } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { validate } from '../../../kernel/validate.ts';
import { type Db, inTransaction } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { renderMarkdown } from '../../../platform/markdown/index.ts';
import { governanceError } from '../errors.ts';
import { questionSchema, statementSchema } from '../schemas.ts';
import { isOpen, MOST_QUESTIONS, OWN_QUESTIONS } from './election.ts';
import { lockElection } from './lock-election.ts';
import { standingIn } from './queries.ts';

/**
 * Asks all candidates something; for who may vote.
 *
 * @throws governance.election_not_found, governance.wrong_phase, governance.not_on_roll, governance.questions_many
 */
export async function askCandidates(
	db: Db,
	actor: Actor,
	electionId: number,
	input: unknown,
): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'public');
	const { text } = validate(questionSchema, input);
	return inTransaction(db, async (tx) => {
		const election = await lockElection(tx, actor, electionId);
		if (!isOpen(election, 'questions', now())) throw governanceError('wrong_phase');
		if (!(await standingIn(tx, actor, electionId)).onRoll) throw governanceError('not_on_roll');
		const asked = await tx
			.selectFrom('election_questions')
			.select('asker_id')
			.where('election_id', '=', electionId)
			.execute();
		if (
			asked.length >= MOST_QUESTIONS ||
			asked.filter(({ asker_id }) => asker_id === userId).length >= OWN_QUESTIONS
		)
			throw governanceError('questions_many', { params: { most: OWN_QUESTIONS } });
		const { id } = await tx
			.insertInto('election_questions')
			.values({ election_id: electionId, asker_id: userId, text, asked_at: now() })
			.returning('id')
			.executeTakeFirstOrThrow();
		const candidates = await tx
			.selectFrom('election_candidates')
			.select('user_id')
			.where('election_id', '=', electionId)
			.where('withdrawn_at', 'is', null)
			.execute();
		await emit(tx, userId, 'governance.changed', {
			what: 'election',
			id: electionId,
			change: 'asked',
			title: election.title,
			people: candidates.map((row) => row.user_id),
		});
		return { id };
	});
}

/**
 * Answers as a candidate, or answers anew, until the ballot closes.
 *
 * @throws governance.question_not_found, governance.not_standing, governance.wrong_phase
 */
export async function answerAsCandidate(
	db: Db,
	actor: Actor,
	questionId: number,
	input: unknown,
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const { source } = validate(statementSchema, input);
	const html = (
		await renderMarkdown(source, { base: 'comment', idPrefix: `answer-${questionId}-${userId}-` })
	).html;
	await inTransaction(db, async (tx) => {
		const question = await tx
			.selectFrom('election_questions')
			.select('election_id')
			.where('id', '=', questionId)
			.executeTakeFirst();
		if (!question) throw governanceError('question_not_found');
		const election = await lockElection(tx, actor, question.election_id, 'share');
		if (election.status === 'counted' || election.status === 'cancelled' || now() >= election.ballotEndsAt)
			throw governanceError('wrong_phase');
		if (!(await standingIn(tx, actor, election.id)).stands) throw governanceError('not_standing');
		const at = now();
		await tx
			.insertInto('election_answers')
			.values({ question_id: questionId, candidate_id: userId, source, html, at })
			.onConflict((conflict) =>
				conflict.columns(['question_id', 'candidate_id']).doUpdateSet({ source, html, at }),
			)
			.execute();
	});
}
