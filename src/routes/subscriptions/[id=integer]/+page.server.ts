import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { beginPayment } from '#server/flows/pay.ts';
import { commonError } from '#server/kernel/errors.ts';
import { type OfferId, type OrderId, parseId } from '#server/kernel/ids.ts';
import {
	billsOfSubscription,
	billToPay,
	cancelSubscription,
	changePlan,
	findSubscription,
	keepPlan,
	pauseMonths,
	pauseSubscription,
	planChoices,
	refuseWinBack,
	resumeSubscription,
	subscriptionHistory,
	undoCancel,
} from '#server/modules/subscriptions/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const one = await findSubscription(ctx.db, actor, event.params.id);
	const mine = one.userId === actor.userId;
	const [bills, history, choices] = await Promise.all([
		billsOfSubscription(ctx.db, one.id),
		subscriptionHistory(ctx.db, one.id),
		mine ? planChoices(ctx.db, one) : [],
	]);
	return {
		one,
		mine,
		bills,
		history,
		choices,
		pauseMonths,
		asked: history.some(({ what }) => what === 'asked_back'),
		done: event.url.searchParams.get('done'),
	};
});

/** A change of one's own, and back to the page that shows it. */
function changing(
	done: string,
	change: (event: RequestEvent, form: FormData) => Promise<{ orderId: OrderId | null } | void>,
) {
	return action(async (event: RequestEvent, form) => {
		const changed = await change(event, form);
		if (changed?.orderId) await pay(event, changed.orderId);
		redirect(303, `/subscriptions/${event.params.id}?done=${done}`);
	});
}

async function pay(event: RequestEvent, orderId: OrderId): Promise<never> {
	const { ctx, actor, origin, locale } = event.locals;
	const till = { db: ctx.db, providers: ctx.providers, origin, locale };
	const { href } = await beginPayment(till, actor, { orderId });
	redirect(303, href);
}

export const actions = {
	pay: changing('paid', ({ locals, params }) => billToPay(locals.ctx.db, locals.actor, params.id)),
	change: changing('changed', ({ locals, params }, form) => {
		const offerId = parseId<OfferId>(String(form.get('offerId')));
		if (!offerId) throw commonError('invalid_input', { fields: { offerId: 'common.bad_value' } });
		return changePlan(locals.ctx.db, locals.actor, params.id, offerId);
	}),
	keep: changing('undone', ({ locals, params }) => keepPlan(locals.ctx.db, locals.actor, params.id)),
	pause: changing('paused', ({ locals, params }, form) =>
		pauseSubscription(locals.ctx.db, locals.actor, params.id, Number(form.get('months'))),
	),
	resume: changing('resumed', ({ locals, params }) =>
		resumeSubscription(locals.ctx.db, locals.actor, params.id),
	),
	unpause: changing('undone', ({ locals, params }) =>
		resumeSubscription(locals.ctx.db, locals.actor, params.id),
	),
	cancel: changing('cancelled', ({ locals, params }) =>
		cancelSubscription(locals.ctx.db, locals.actor, params.id),
	),
	quiet: changing('quiet', ({ locals, params }) => refuseWinBack(locals.ctx.db, locals.actor, params.id)),
	undo: changing('undone', ({ locals, params }) => undoCancel(locals.ctx.db, locals.actor, params.id)),
} satisfies Actions;
