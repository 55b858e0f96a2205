import type { RequestEvent } from '@sveltejs/kit';
import { answer, ofForm } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { isStaff } from '#server/contracts/actor.ts';
import { now } from '#server/kernel/clock.ts';
import {
	findProposal,
	mayVoteNow,
	ownChoice,
	rulesAt,
	vetoProposal,
	voteOnRules,
	withdrawProposal,
} from '#server/modules/governance/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import { diffLines } from '#server/platform/markdown/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const proposal = await findProposal(ctx.db, actor, params.id);
	const [base, choice] = await Promise.all([
		proposal.baseVersion === 0 ? null : rulesAt(ctx.db, proposal.baseVersion),
		ownChoice(ctx.db, actor, proposal.id),
	]);
	const before = (language: 'zh-CN' | 'en') => base?.texts[language] ?? '';
	return {
		proposal,
		choice,
		discussion: proposal.discussion && {
			title: proposal.discussion.title,
			href: hrefOf(proposal.discussion),
		},
		diffs: (['zh-CN', 'en'] as const)
			.map((language) => ({ language, hunks: diffLines(before(language), proposal.texts[language]) }))
			.filter(({ hunks }) => hunks.length > 0),
		votes: mayVoteNow(proposal),
		withdraws:
			proposal.status === 'discussion' &&
			now() < proposal.discussionEndsAt &&
			(proposal.proposer?.id === actor.userId || isStaff(actor)),
		vetoes: actor.role === 'admin' && ['discussion', 'vote', 'accepted'].includes(proposal.status),
	};
});

const idOf = (event: RequestEvent) => event.params.id as unknown as number;

export const actions = {
	vote: ofForm(
		'vote',
		action(async (event: RequestEvent, form) => {
			await voteOnRules(event.locals.ctx.db, event.locals.actor, idOf(event), {
				choice: form.get('choice'),
			});
			return answer(event, {}, '#vote');
		}),
	),
	withdraw: ofForm(
		'withdraw',
		action(async (event: RequestEvent) => {
			await withdrawProposal(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {});
		}),
	),
	veto: ofForm(
		'veto',
		action(async (event: RequestEvent, form) => {
			await vetoProposal(event.locals.ctx.db, event.locals.actor, idOf(event), {
				reason: String(form.get('reason') ?? ''),
			});
			return answer(event, {});
		}),
	),
} satisfies Actions;
