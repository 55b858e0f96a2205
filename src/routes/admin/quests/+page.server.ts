import { type RequestEvent, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { inForm } from '#lib/server/pricing-forms.ts';
import { readQuestForm } from '#lib/server/reward-forms.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { listBadges, listQuests, metricNames, retireQuest, setQuest } from '#server/modules/rewards/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	requireStaff(actor, 'admin');
	const [quests, badges] = await Promise.all([listQuests(ctx.db, actor), listBadges(ctx.db, actor)]);
	return {
		quests,
		badges: badges
			.filter(({ rule, retired }) => rule === null && !retired)
			.map(({ slug, names }) => ({ slug, names })),
		metricNames,
		saved: url.searchParams.has('saved'),
	};
});

const done = () => redirect(303, '/admin/quests?saved');

export const actions = {
	set: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await inForm(`set-${form.get('was') ?? ''}`, async () => {
			await setQuest(ctx.db, actor, readQuestForm(form));
		});
		done();
	}),
	retire: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await retireQuest(ctx.db, actor, Number(form.get('id')));
		done();
	}),
} satisfies Actions;
