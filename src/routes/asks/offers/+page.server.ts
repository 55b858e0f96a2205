import { redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { momentOf, moneyOf, textOf } from '#lib/server/deal-forms.ts';
import { action, page } from '#lib/server/page.ts';
import { type Actor, requireMember } from '#server/contracts/actor.ts';
import { commonError } from '#server/kernel/errors.ts';
import type { Context } from '#server/main/context.ts';
import {
	addSlot,
	answerTerms,
	listSlots,
	listTips,
	offerAnswers,
	offerTalks,
	slotTerms,
	takeTips,
	withdrawSlot,
} from '#server/modules/asks/index.ts';
import { listOffers } from '#server/modules/catalog/index.ts';
import { parsePrice } from '#shared/price.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const { userId } = requireMember(actor);
	const [offers, slots, tips] = await Promise.all([
		listOffers(ctx.db, { personId: userId }),
		listSlots(ctx.db, userId),
		listTips(ctx.db, userId),
	]);
	const of = (sells: string) => offers.find((offer) => offer.sells === sells) ?? null;
	const [answers, talks, tip] = [of('question'), of('slot'), of('tip')];
	return {
		answers: answers && { price: answers.price, ...answerTerms.parse(answers.terms) },
		talks: talks && { price: talks.price, ...slotTerms.parse(talks.terms) },
		tip: tip && { price: tip.price },
		slots,
		tips,
		askerPercent: ctx.settings.listenAskerBps / 100,
		saved: url.searchParams.get('saved'),
	};
});

type Set = (db: Context['db'], actor: Actor, input: unknown) => Promise<void>;

/** One of the forms: what it says is offered, or nothing any more. */
function setting(name: string, set: Set, read: (form: FormData, zone: string) => unknown) {
	return ofForm(
		name,
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			requireMember(actor);
			const zone = event.locals.person?.timeZone ?? 'UTC';
			await set(ctx.db, actor, form.has('off') ? null : read(form, zone));
			redirect(303, `/asks/offers?saved=${name}#${name}`);
		}),
	);
}

function listenAmount(form: FormData, currency: string): number | null {
	const text = textOf(form, 'listen').trim();
	if (!text) return null;
	const amount = parsePrice(text, currency);
	if (amount === null || amount < 1)
		throw commonError('invalid_input', { fields: { listen: 'asks.listen_price' } });
	return amount;
}

export const actions = {
	answers: setting('answers', offerAnswers, (form) => {
		const price = moneyOf(form);
		return { price, hours: form.get('hours'), listenAmount: listenAmount(form, price.currency) };
	}),
	talks: setting('talks', offerTalks, (form) => ({
		price: moneyOf(form),
		minutes: form.get('minutes'),
		cancelHours: form.get('cancelHours'),
		place: textOf(form, 'place'),
	})),
	tips: setting('tips', takeTips, (form) => ({ price: moneyOf(form) })),
	// What a form asks for is a day and a time without a zone: it is read by the clocks of the person's, as the label says.
	slot: setting(
		'slots',
		async (db, actor, input) => void (await addSlot(db, actor, input)),
		(form, zone) => ({ startsAt: momentOf(form, 'startsAt', zone) }),
	),
	withdraw: setting(
		'slots',
		async (db, actor, input) => withdrawSlot(db, actor, input as number),
		(form) => Number(form.get('slotId')),
	),
} satisfies Actions;
