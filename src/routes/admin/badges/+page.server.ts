import { type RequestEvent, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { inForm } from '#lib/server/pricing-forms.ts';
import { readBadgeForm, textsOf } from '#lib/server/reward-forms.ts';
import { requireStaff } from '#lib/server/staff.ts';
import {
	giveBadge,
	giveHonour,
	listBackfills,
	listBadges,
	listHonours,
	metricNames,
	retireBadge,
	setBadge,
	startBackfill,
	withdrawHonour,
	works,
} from '#server/modules/rewards/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	requireStaff(actor);
	const [badges, backfills, honours] = await Promise.all([
		listBadges(ctx.db, actor),
		listBackfills(ctx.db),
		listHonours(ctx.db, { limit: 20 }),
	]);
	return {
		badges: badges.map((badge) => ({
			...badge,
			backfill: backfills.find(({ badgeId }) => badgeId === badge.id) ?? null,
		})),
		honours: honours.items,
		admin: actor.role === 'admin',
		metricNames,
		works,
		saved: url.searchParams.has('saved'),
	};
});

const done = () => redirect(303, '/admin/badges?saved');

export const actions = {
	set: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await inForm(`set-${form.get('was') ?? ''}`, async () => {
			await setBadge(ctx.db, actor, readBadgeForm(form));
		});
		done();
	}),
	retire: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await retireBadge(ctx.db, actor, Number(form.get('id')));
		done();
	}),
	backfill: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await startBackfill(ctx.db, actor, Number(form.get('id')));
		done();
	}),
	give: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await inForm('give', async () => {
			await giveBadge(ctx.db, actor, Number(form.get('badge')), {
				handle: String(form.get('handle') ?? ''),
				reason: String(form.get('reason') ?? ''),
			});
		});
		done();
	}),
	honour: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await inForm('honour', async () => {
			await giveHonour(ctx.db, actor, {
				names: textsOf(form).names,
				handle: String(form.get('handle') ?? ''),
				year: String(form.get('year') ?? ''),
				reason: String(form.get('reason') ?? ''),
			});
		});
		done();
	}),
	withdraw: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await withdrawHonour(ctx.db, actor, Number(form.get('id')));
		done();
	}),
} satisfies Actions;
