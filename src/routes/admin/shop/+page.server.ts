import { type RequestEvent, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { inForm } from '#lib/server/pricing-forms.ts';
import { textsOf } from '#lib/server/reward-forms.ts';
import { requireStaff } from '#lib/server/staff.ts';
import {
	cancelOrder,
	fulfilOrder,
	listGoods,
	listGoodsOrders,
	retireGoods,
	setGoods,
} from '#server/modules/rewards/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	requireStaff(actor, 'admin');
	const all = url.searchParams.get('show') === 'all';
	const [goods, orders] = await Promise.all([
		listGoods(ctx.db, actor, true),
		listGoodsOrders(ctx.db, actor, {
			status: all ? null : 'placed',
			cursor: url.searchParams.get('cursor'),
		}),
	]);
	return { goods, orders, all, saved: url.searchParams.has('saved') };
});

const done = () => redirect(303, '/admin/shop?saved');

export const actions = {
	set: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const was = String(form.get('was') ?? '');
		await inForm(`set-${was}`, async () => {
			await setGoods(ctx.db, actor, was ? Number(was) : null, {
				...textsOf(form),
				price: String(form.get('price') ?? ''),
				stock: String(form.get('stock') ?? ''),
				perPerson: String(form.get('perPerson') ?? ''),
				asks: form.get('asks') === 'address' ? 'address' : 'nothing',
			});
		});
		done();
	}),
	retire: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await retireGoods(ctx.db, actor, Number(form.get('id')));
		done();
	}),
	settle: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const settle = form.get('to') === 'cancelled' ? cancelOrder : fulfilOrder;
		await settle(ctx.db, actor, Number(form.get('order')), String(form.get('answer') ?? ''));
		done();
	}),
} satisfies Actions;
