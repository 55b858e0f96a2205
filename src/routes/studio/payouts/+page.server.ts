import { randomUUID } from 'node:crypto';
import { action, page } from '#lib/server/page.ts';
import { payoutTerms } from '#lib/server/payout-terms.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { commonError } from '#server/kernel/errors.ts';
import {
	askPayout,
	earningsOf,
	listMyPayouts,
	myAccounts,
	submitAccount,
	withdrawPayout,
} from '#server/modules/payouts/index.ts';
import { parsePrice } from '#shared/price.ts';

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	const { userId } = requireMember(actor);
	const [earnings, accounts, payouts] = await Promise.all([
		earningsOf(ctx.db, userId, payoutTerms(ctx.settings)),
		myAccounts(ctx.db, actor),
		listMyPayouts(ctx.db, actor, { cursor: url.searchParams.get('cursor') }),
	]);
	const wanted = url.searchParams.get('currency');
	return {
		earnings: earnings.sort((a, b) => Number(b.currency === wanted) - Number(a.currency === wanted)),
		accounts,
		payouts,
		holdDays: ctx.settings.payoutHoldDays,
		minimums: ctx.settings.payoutMinimums as Partial<Record<string, number>>,
		/** Pressed twice, the form is one request. */
		key: randomUUID(),
	};
});

export const actions = {
	ask: action(async ({ locals }, form) => {
		const currency = String(form.get('currency'));
		const typed = String(form.get('amount') ?? '').trim();
		const amount = typed === '' ? null : parsePrice(typed, currency === '' ? 'CNY' : currency);
		if (typed !== '' && amount === null)
			throw commonError('invalid_input', { fields: { amount: 'catalog.price_whole' } });
		const input = { currency, amount, key: form.get('key') };
		await askPayout(locals.ctx.db, locals.actor, input, payoutTerms(locals.ctx.settings));
		return { done: 'asked' as const };
	}),
	account: action(async ({ locals }, form) => {
		await submitAccount(locals.ctx.db, locals.actor, Object.fromEntries(form), locals.ctx.secret);
		return { done: 'account' as const };
	}),
	withdraw: action(async ({ locals }, form) => {
		await withdrawPayout(locals.ctx.db, locals.actor, Number(form.get('id')));
		return { done: 'withdrawn' as const };
	}),
};
