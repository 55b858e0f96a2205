import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import {
	appealDecision,
	decideAppeal,
	readStatement,
	undoDecision,
} from '#server/modules/moderation/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

type Event = RequestEvent & { params: { id: number } };

export const load = page(async ({ locals, params }: PageServerLoadEvent) => {
	const { statement, rights } = await readStatement(locals.ctx.db, locals.actor, Number(params.id));
	const { item, replyId } = statement;
	return {
		statement,
		rights,
		href: item ? hrefOf(item) + (replyId ? `#r${replyId}` : '') : null,
		timeZone: locals.person?.timeZone ?? 'UTC',
		dueDays: locals.ctx.settings.appealDueDays,
	};
});

export const actions = {
	appeal: ofForm(
		'appeal',
		action(async (event: Event, form) => {
			await appealDecision(event.locals.ctx.db, event.locals.actor, Number(event.params.id), {
				words: String(form.get('words') ?? ''),
			});
			redirect(303, `${event.url.pathname}#appeal`);
		}),
	),
	decide: ofForm(
		'decide',
		action(async (event: Event, form) => {
			await decideAppeal(
				event.locals.ctx.db,
				event.locals.actor,
				parseId<number>(String(form.get('appeal') ?? '')) ?? 0,
				{ reverse: form.get('reverse') === '1', answer: String(form.get('answer') ?? '') },
			);
			redirect(303, `${event.url.pathname}#appeal`);
		}),
	),
	undo: ofForm(
		'undo',
		action(async (event: Event) => {
			await undoDecision(event.locals.ctx.db, event.locals.actor, Number(event.params.id));
			redirect(303, event.url.pathname);
		}),
	),
} satisfies Actions;
