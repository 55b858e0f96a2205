import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { answer, ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { now } from '#server/kernel/clock.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	answerAsCandidate,
	askCandidates,
	cancelElection,
	castBallot,
	confirmElected,
	countVoters,
	isOpen,
	listCandidates,
	listElectionQuestions,
	mustSeeElection,
	newReceipt,
	stand,
	standingIn,
	whyNotStand,
	withdraw,
} from '#server/modules/governance/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const election = await mustSeeElection(ctx.db, actor, params.id);
	const at = now();
	const [candidates, questions, mine] = await Promise.all([
		listCandidates(ctx.db, election.id),
		listElectionQuestions(ctx.db, election.id),
		standingIn(ctx.db, actor, election.id),
	]);
	const nominating = isOpen(election, 'nomination', at);
	const voting = isOpen(election, 'ballot', at);
	// Each voter sees the names in an order of their own, so that being the first on paper wins nothing.
	const orderFor = (id: number) =>
		createHash('sha256').update(`${election.seed}:${actor.userId}:${id}`).digest('hex');
	return {
		election,
		candidates,
		questions,
		mine,
		nominating,
		asking: isOpen(election, 'questions', at),
		answering: mine.stands && (election.status === 'nomination' || election.status === 'questions' || voting),
		voting,
		voters: election.status === 'ballot' ? await countVoters(ctx.db, election.id) : election.ballotCount,
		whyNot: nominating ? await whyNotStand(ctx.db, actor, election) : null,
		paper: voting
			? candidates
					.filter(({ withdrawnAt }) => withdrawnAt === null)
					.map(({ person }) => ({ id: person.id, name: person.name, handle: person.handle }))
					.sort((one, other) => (orderFor(one.id) < orderFor(other.id) ? -1 : 1))
			: [],
		receipt: voting && mine.onRoll && !mine.voted ? newReceipt() : null,
		admin: actor.role === 'admin',
	};
});

const idOf = (event: RequestEvent) => event.params.id as unknown as number;
const text = (form: FormData, name: string) => String(form.get(name) ?? '');

export const actions = {
	stand: ofForm(
		'stand',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			await stand(ctx.db, actor, idOf(event), { source: text(form, 'source') });
			return answer(event, {}, '#candidates');
		}),
	),
	withdraw: ofForm(
		'withdraw',
		action(async (event: RequestEvent) => {
			await withdraw(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {}, '#candidates');
		}),
	),
	ask: ofForm(
		'ask',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			await askCandidates(ctx.db, actor, idOf(event), { text: text(form, 'text') });
			return answer(event, {}, '#questions');
		}),
	),
	answer: ofForm(
		'answer',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const question = parseId<number>(text(form, 'question')) ?? 0;
			await answerAsCandidate(ctx.db, actor, question, { source: text(form, 'source') });
			return answer(event, {}, '#questions');
		}),
	),
	// The page is shown at once and not sent on to: the receipt stands in no address and is told once.
	vote: ofForm(
		'vote',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const ranks: Record<string, number | ''> = {};
			for (const [name, value] of form)
				if (name.startsWith('rank-')) ranks[name.slice(5)] = String(value).trim() as unknown as number;
			const receipt = text(form, 'receipt').trim().toUpperCase();
			const cast = await castBallot(ctx.db, actor, idOf(event), { ranks, receipt });
			return { ...cast, receipt };
		}),
	),
	confirm: ofForm(
		'confirm',
		action(async (event: RequestEvent) => {
			await confirmElected(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {}, '#result');
		}),
	),
	cancel: ofForm(
		'cancel',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			await cancelElection(ctx.db, actor, idOf(event), { reason: text(form, 'reason') });
			return answer(event, {});
		}),
	),
} satisfies Actions;
