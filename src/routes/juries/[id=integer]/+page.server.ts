import type { RequestEvent } from '@sveltejs/kit';
import { answer, ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { now } from '#server/kernel/clock.ts';
import {
	declineJury,
	type JuryVoteInput,
	pairsAgreed,
	readJury,
	voteInJury,
} from '#server/modules/governance/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params }: PageServerLoadEvent) => {
	const found = await readJury(locals.ctx.db, locals.actor, params.id);
	const { jury, seat } = found;
	const at = now();
	return {
		...found,
		mayVote: seat?.status === 'summoned' && jury.status === 'sealed' && at < seat.dueAt && at < jury.closesAt,
		agreed: jury.upheldVotes === null ? null : pairsAgreed([jury.upheldVotes, jury.dismissedVotes ?? 0]),
	};
});

const idOf = (event: RequestEvent) => event.params.id as unknown as number;

export const actions = {
	vote: ofForm(
		'vote',
		action(async (event: RequestEvent, form) => {
			await voteInJury(
				event.locals.ctx.db,
				event.locals.actor,
				idOf(event),
				Object.fromEntries(form) as unknown as JuryVoteInput,
			);
			return answer(event, {});
		}),
	),
	decline: ofForm(
		'decline',
		action(async (event: RequestEvent) => {
			await declineJury(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {});
		}),
	),
} satisfies Actions;
