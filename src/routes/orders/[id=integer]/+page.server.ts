import { redirect } from '@sveltejs/kit';
import { checkoutOfOrder, hrefOfOrder } from '#lib/server/buying.ts';
import { dealBought } from '#lib/server/deal-places.ts';
import { action, page } from '#lib/server/page.ts';
import { goPay, waysToPay } from '#lib/server/paying.ts';
import { parseAmount } from '#lib/server/refund-form.ts';
import { askForRefund, giveRefund } from '#server/flows/refund.ts';
import { personCards } from '#server/modules/accounts/index.ts';
import { listEntitlements } from '#server/modules/entitlements/index.ts';
import { entriesOf } from '#server/modules/ledger/index.ts';
import {
	cancelOrder,
	coolingOffEnds,
	findOrder,
	lastPayments,
	leftToRefund,
	listDisputes,
	type Order,
	orderHistory,
	refundsOf,
} from '#server/modules/orders/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** How often the page looks again by itself before it leaves that to the reader. */
const looks = 15;

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const order = await findOrder(ctx.db, actor, event.params.id);
	const back = event.url.searchParams.has('from') || event.url.searchParams.has('look');
	const bought = order.status === 'paid' && back ? await dealBought(ctx.db, order) : null;
	// Whoever comes back from paying for a question, a place or a gift wants to see that.
	if (bought) redirect(303, bought);
	const payment = (await lastPayments(ctx.db, [order.id])).get(order.id) ?? null;
	const given = order.status === 'paid' ? await listEntitlements(ctx.db, order.userId) : [];
	const looked = Number(event.url.searchParams.get('look') ?? 0) || 0;
	const waiting =
		order.status === 'pending' &&
		payment?.status === 'started' &&
		(event.url.searchParams.has('from') || looked > 0);
	return {
		order,
		payment,
		...(await backAndForth(event.locals, order)),
		ways: waysToPay(event, order.price.currency, order.price.amount),
		href: hrefOfOrder(order),
		again: checkoutOfOrder(order),
		until: given.find(({ sourceRef }) => sourceRef === `order:${order.id}`)?.endsAt ?? null,
		waiting,
		refresh: waiting && looked < looks ? `2;url=/orders/${order.id}?look=${looked + 1}` : null,
		contact: ctx.settings.contactEmail,
	};
});

/** What happened to an order, what of it goes or went back, and for an operator where its money is. */
async function backAndForth({ ctx, actor }: App.Locals, order: Order) {
	const { db } = ctx;
	const admin = actor.role === 'admin';
	const [events, refunds, left] = await Promise.all([
		orderHistory(db, order.id),
		refundsOf(db, order.id),
		leftToRefund(db, order.id),
	]);
	const people = await personCards(
		db,
		[order.userId, ...events.map(({ actorId }) => actorId)].filter((id) => id !== null),
	);
	const nameOf = new Map(people.map((person) => [person.id, person]));
	const ends = coolingOffEnds(order.paidAt, ctx.settings);
	const open = order.status === 'paid' && left > 0 && !refunds.some(({ status }) => status === 'asked');
	return {
		events: events.map((event) => ({
			...event,
			// Who decided is told by what they are, not by name: the seller is known, the rest is the house's.
			actor:
				event.actorId !== null && (admin || event.actorId === order.userId)
					? (nameOf.get(event.actorId) ?? null)
					: null,
		})),
		refunds,
		left: open ? { amount: left, currency: order.price.currency } : null,
		returnUntil: ends && ends > new Date() && order.personId === null && !order.gift ? ends : null,
		mine: order.userId === actor.userId,
		disputed: events.findLast(({ what }) => what.startsWith('dispute'))?.what === 'disputed',
		operator: admin
			? {
					buyer: nameOf.get(order.userId) ?? null,
					entries: await entriesOf(db, `order:${order.id}`),
					disputes: (await listDisputes(db, actor, { orderId: order.id })).items,
				}
			: null,
	};
}

export const actions = {
	/** Gives up an order that is not paid: what was kept for it is free again. */
	cancel: action(async (event: RequestEvent) => {
		await cancelOrder(event.locals.ctx.db, event.locals.actor, event.params.id);
		redirect(303, `/orders/${event.params.id}`);
	}),
	/** Asks for money back. */
	refund: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const order = await findOrder(ctx.db, actor, event.params.id);
		const { granted } = await askForRefund(
			ctx.db,
			actor,
			order.id,
			{ reason: form.get('reason'), amount: parseAmount(form, order.price.currency) },
			ctx.settings,
		);
		return { done: granted ? ('granted' as const) : ('asked' as const) };
	}),
	/** Sends money back unasked, as an administrator. */
	give: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const order = await findOrder(ctx.db, actor, event.params.id);
		await giveRefund(ctx.db, actor, order.id, {
			note: form.get('note'),
			amount: parseAmount(form, order.price.currency),
		});
		return { done: 'granted' as const };
	}),
	/** Tries to pay again: a new payment for the same order, at the same price. */
	pay: action((event: RequestEvent, form) => goPay(event, event.params.id, form)),
} satisfies Actions;
