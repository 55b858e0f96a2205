import { redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/deal-forms.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { placing, tillOf, toPayment } from '#lib/server/till.ts';
import { splitTags } from '#lib/server/write-form.ts';
import { checkout } from '#server/flows/checkout.ts';
import { declineAsk } from '#server/flows/decline-ask.ts';
import { openAsk } from '#server/flows/open-ask.ts';
import { now } from '#server/kernel/clock.ts';
import {
	answerAsk,
	askError,
	followUp,
	followupDays,
	readAsk,
	replyToFollowUp,
} from '#server/modules/asks/index.ts';
import { findOffer } from '#server/modules/catalog/index.ts';
import { spacesToPostIn } from '#server/modules/entitlements/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const ask = await readAsk(ctx.db, actor, event.params.id);
	const party = ask.relation === 'asker' || ask.relation === 'expert';
	const mayOpen = party && ask.open && ask.status === 'answered' && ask.itemId === null;
	const spaces = mayOpen ? await spacesToPostIn(ctx.db, actor) : [];
	const offer = ask.relation === 'passer' && ask.listen ? await findOffer(ctx.db, ask.listen.offerId) : null;
	const followupUntil = ask.answeredAt && new Date(ask.answeredAt.getTime() + followupDays * 86_400_000);
	return {
		ask,
		party,
		mayOpen,
		followupUntil: followupUntil && followupUntil > now() ? followupUntil : null,
		till: offer && (await tillOf(event, offer)),
		inTime: ask.dueAt > now(),
		spaces: spaces.filter(({ access }) => access === 'public'),
	};
});

/** A text that one of the two sends; the page is then shown anew. */
function sending(name: string, write: typeof answerAsk) {
	return ofForm(
		name,
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			await write(ctx.db, actor, { askId: event.params.id, source: textOf(form, 'source') });
			redirect(303, event.url.pathname);
		}),
	);
}

export const actions = {
	answer: sending('answer', answerAsk),
	followup: sending('followup', followUp),
	reply: sending('reply', replyToFollowUp),
	decline: ofForm(
		'decline',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			await declineAsk(ctx.db, actor, { askId: event.params.id, reason: textOf(form, 'reason') });
			redirect(303, event.url.pathname);
		}),
	),
	listen: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const ask = await readAsk(ctx.db, actor, event.params.id);
		if (!ask.listen) throw askError('not_open');
		const wanted = { offerId: ask.listen.offerId, ...placing(event, form) };
		return toPayment(event, await checkout(ctx.db, actor, wanted), form);
	}),
	open: ofForm(
		'open',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const item = await openAsk(ctx.db, actor, {
				askId: event.params.id,
				spaceId: form.get('spaceId'),
				tags: splitTags(textOf(form, 'tags')),
			});
			redirect(303, hrefOf(item));
		}),
	),
} satisfies Actions;
