import { action, page } from '#lib/server/page.ts';
import { parseAmount } from '#lib/server/refund-form.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { approveRefund, refuseRefund } from '#server/flows/refund.ts';
import { parseId } from '#server/kernel/ids.ts';
import { personCards } from '#server/modules/accounts/index.ts';
import {
	countRefunds,
	findRefund,
	listRefunds,
	type RefundQueue,
	refundError,
	refundQueues,
} from '#server/modules/orders/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor, 'admin');
	const { db } = locals.ctx;
	const asked = url.searchParams.get('queue') ?? 'open';
	const queue = Object.hasOwn(refundQueues, asked) ? (asked as RefundQueue) : 'open';
	const [refunds, open, sending] = await Promise.all([
		listRefunds(db, locals.actor, { queue, cursor: url.searchParams.get('cursor') }),
		countRefunds(db, 'open'),
		countRefunds(db, 'sending'),
	]);
	const people = await personCards(
		db,
		refunds.items.map(({ buyerId }) => buyerId),
	);
	const buyers = new Map(people.map((person) => [person.id, person]));
	return {
		queue,
		counts: { open, sending },
		next: refunds.next,
		refunds: refunds.items.map((refund) => ({ ...refund, buyer: buyers.get(refund.buyerId) ?? null })),
	};
});

function idOf(form: FormData): number {
	const id = parseId<number>(String(form.get('id')));
	if (!id) throw refundError('not_found');
	return id;
}

export const actions = {
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
