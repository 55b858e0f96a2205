import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import {
	accountsToCheck,
	batchesToMake,
	decideAccount,
	decidePayout,
	listBatches,
	listPayouts,
	makeBatch,
	settlePayouts,
} from '#server/modules/payouts/index.ts';

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	requireStaff(actor, 'admin');
	const [accounts, asked, toMake, batches, latest] = await Promise.all([
		accountsToCheck(ctx.db, actor),
		listPayouts(ctx.db, actor, { status: 'asked', limit: 100 }),
		batchesToMake(ctx.db, actor),
		listBatches(ctx.db, actor),
		listPayouts(ctx.db, actor, { cursor: url.searchParams.get('cursor') }),
	]);
	return { accounts, asked: asked.items, toMake, batches, latest };
});

const idOf = (form: FormData) => Number(form.get('id'));

export const actions = {
	account: action(async ({ locals }, form) => {
		const reason = { reason: form.get('reason') ?? '' };
		await decideAccount(locals.ctx.db, locals.actor, idOf(form), form.get('to') === 'approve', reason);
		return { done: true };
	}),
	decide: action(async ({ locals }, form) => {
		const reason = { reason: form.get('reason') ?? '' };
		await decidePayout(locals.ctx.db, locals.actor, idOf(form), form.get('to') === 'approve', reason);
		return { done: true };
	}),
	batch: action(async ({ locals }, form) => {
		const id = await makeBatch(locals.ctx.db, locals.actor, Object.fromEntries(form));
		redirect(303, `/admin/payouts/batches/${id}`);
	}),
	returned: action(async ({ locals }, form) => {
		const input = { to: 'returned', reason: form.get('reason') ?? '' };
		await settlePayouts(locals.ctx.db, locals.actor, { payoutId: idOf(form) }, input);
		return { done: true };
	}),
};
