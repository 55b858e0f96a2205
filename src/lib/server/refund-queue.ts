import { approveRefund, refuseRefund } from '#server/flows/refund.ts';
import { parseId } from '#server/kernel/ids.ts';
import { personCards } from '#server/modules/accounts/index.ts';
import {
	findRefund,
	listRefunds,
	type RefundQueue,
	refundError,
	refundQueues,
} from '#server/modules/orders/index.ts';
import { action } from './page.ts';
import { parseAmount } from './refund-form.ts';

/** What a queue of refunds shows: everybody's for the operator, or of what somebody sells. */
export async function readRefundQueue(
	{ ctx, actor }: App.Locals,
	url: URL,
	{ selling }: { selling: boolean },
) {
	const asked = url.searchParams.get('queue') ?? 'open';
	const queue = Object.hasOwn(refundQueues, asked) ? (asked as RefundQueue) : 'open';
	const refunds = await listRefunds(ctx.db, actor, {
		queue,
		selling,
		cursor: url.searchParams.get('cursor'),
	});
	const people = await personCards(
		ctx.db,
		refunds.items.map(({ buyerId }) => buyerId),
	);
	const buyers = new Map(people.map((person) => [person.id, person]));
	return {
		queue,
		next: refunds.next,
		refunds: refunds.items.map((refund) => ({ ...refund, buyer: buyers.get(refund.buyerId) ?? null })),
	};
}

function idOf(form: FormData): number {
	const id = parseId<number>(String(form.get('id')));
	if (!id) throw refundError('not_found');
	return id;
}

/** Granting and refusing; who may is asked by the use cases. */
export const refundActions = {
	approve: action(async ({ locals: { ctx, actor } }, form) => {
		const refund = await findRefund(ctx.db, actor, idOf(form));
		await approveRefund(ctx.db, actor, refund.id, {
			note: form.get('note') ?? '',
			amount: parseAmount(form, refund.money.currency),
		});
		return { done: 'granted' as const };
	}),
	refuse: action(async ({ locals: { ctx, actor } }, form) => {
		await refuseRefund(ctx.db, actor, idOf(form), { note: form.get('note') });
		return { done: 'refused' as const };
	}),
};
