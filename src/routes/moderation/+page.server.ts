import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { ofForm } from '#lib/server/answer.ts';
import { decisionOf } from '#lib/server/decision-form.ts';
import { action, page } from '#lib/server/page.ts';
import { isStaff } from '#server/contracts/actor.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	claimCase,
	countQueue,
	decideCases,
	listCases,
	type QueueInput,
	readDuty,
	setDuty,
	takeNext,
} from '#server/modules/moderation/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor, person } = locals;
	const asked = (name: string) => url.searchParams.get(name) || undefined;
	const filter = {
		status: asked('status') === 'decided' ? 'decided' : 'open',
		whose: ['mine', 'free'].includes(asked('whose') ?? '') ? asked('whose') : 'all',
		sort: asked('sort') === 'oldest' ? 'oldest' : 'priority',
		source: ['report', 'checks', 'fairplay'].includes(asked('source') ?? '') ? asked('source') : undefined,
		subject: ['item', 'reply', 'person', 'finding'].includes(asked('subject') ?? '')
			? asked('subject')
			: undefined,
		reason: asked('reason'),
		cursor: asked('cursor'),
	} as QueueInput;
	const [cases, counts, duty] = await Promise.all([
		listCases(ctx.db, actor, filter),
		countQueue(ctx.db, actor),
		readDuty(ctx.db, actor),
	]);
	return {
		cases,
		counts,
		duty,
		filter,
		me: actor.userId,
		staff: isStaff(actor),
		timeZone: person?.timeZone ?? 'UTC',
		done: parseId<number>(asked('done')),
		left: asked('left')?.split(',').slice(0, 10) ?? [],
		saved: url.searchParams.has('saved'),
	};
});

export const actions = {
	claim: ofForm(
		'claim',
		action(async (event: RequestEvent, form) => {
			const id = parseId<number>(String(form.get('case') ?? '')) ?? 0;
			await claimCase(event.locals.ctx.db, event.locals.actor, id);
			redirect(303, `/moderation/cases/${id}`);
		}),
	),
	next: ofForm(
		'next',
		action(async (event: RequestEvent) => {
			const { id } = await takeNext(event.locals.ctx.db, event.locals.actor);
			redirect(303, `/moderation/cases/${id}`);
		}),
	),
	bulk: ofForm(
		'bulk',
		action(async (event: RequestEvent, form) => {
			const outcomes = await decideCases(event.locals.ctx.db, event.locals.actor, {
				caseIds: form.getAll('case').map((one) => Number(one)),
				decision: decisionOf(form),
			});
			const left = [...new Set(outcomes.flatMap(({ refused }) => refused ?? []))];
			const query = new URLSearchParams({ done: String(outcomes.filter(({ refused }) => !refused).length) });
			if (left.length) query.set('left', left.join(','));
			redirect(303, `/moderation?${query}`);
		}),
	),
	duty: ofForm(
		'duty',
		action(async (event: RequestEvent, form) => {
			await setDuty(event.locals.ctx.db, event.locals.actor, {
				away: form.get('away') === '1',
				awayUntil: String(form.get('awayUntil') ?? '') || null,
				dailyLimit: form.get('dailyLimit') || null,
			});
			redirect(303, '/moderation?saved=1');
		}),
	),
} satisfies Actions;
