import { randomUUID } from 'node:crypto';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { pointsOf } from '#server/modules/growth/index.ts';
import { listGoods, listMyGoodsOrders, orderGoods, takeBackOrder } from '#server/modules/rewards/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	const { userId } = actor;
	const [goods, points, orders] = await Promise.all([
		listGoods(ctx.db, actor),
		userId === null ? null : pointsOf(ctx.db, userId),
		userId === null ? null : listMyGoodsOrders(ctx.db, actor, { cursor: url.searchParams.get('cursor') }),
	]);
	return {
		// Pressed twice, a button orders once.
		goods: goods.map((one) => ({ ...one, key: randomUUID() })),
		points,
		orders,
		ordered: url.searchParams.has('ordered'),
	};
});

export const actions = {
	order: ofForm(
		'order',
		action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
			await orderGoods(ctx.db, actor, {
				goodsId: String(form.get('goods')),
				key: String(form.get('key') ?? ''),
				note: String(form.get('note') ?? ''),
			});
			redirect(303, '/shop?ordered#orders');
		}),
	),
	takeBack: told(
		action(async (event: RequestEvent, form) => {
			await takeBackOrder(event.locals.ctx.db, event.locals.actor, Number(form.get('order')));
			return answer(event, {}, '#orders');
		}),
	),
} satisfies Actions;
