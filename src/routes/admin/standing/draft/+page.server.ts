import { redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { readRulesForm } from '#lib/server/standing-form.ts';
import { personCards } from '#server/modules/accounts/index.ts';
import {
	activateDraft,
	activeRules,
	askSimulation,
	differences,
	discardDraft,
	lastSimulation,
	readDraft,
	saveDraft,
} from '#server/modules/growth/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	requireStaff(actor, 'admin');
	const [draft, active, trial] = await Promise.all([
		readDraft(ctx.db),
		activeRules(ctx.db),
		lastSimulation(ctx.db),
	]);
	if (!draft) redirect(303, '/admin/standing');
	const moved = trial?.result
		? [...trial.result.reputation.most, ...trial.result.points.most].map((one) => one.userId)
		: [];
	const people = await personCards(ctx.db, [...new Set(moved)]);
	return {
		draft,
		changes: differences(active.rules, draft.rules),
		trial,
		people: Object.fromEntries(people.map(({ id, name, handle }) => [id, { name, handle }])),
		saved: url.searchParams.has('saved'),
	};
});

export const actions = {
	save: ofForm(
		'save',
		action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
			requireStaff(actor, 'admin');
			await saveDraft(ctx.db, actor, {
				rules: readRulesForm(form),
				note: String(form.get('note') ?? ''),
				name: String(form.get('name') ?? ''),
			});
			redirect(303, '/admin/standing/draft?saved');
		}),
	),
	try: action(async ({ locals: { ctx, actor } }: RequestEvent) => {
		requireStaff(actor, 'admin');
		await askSimulation(ctx.db, actor, 30);
		redirect(303, '/admin/standing/draft#trial');
	}),
	activate: action(async ({ locals: { ctx, actor } }: RequestEvent) => {
		requireStaff(actor, 'admin');
		await activateDraft(ctx.db, actor);
		redirect(303, '/admin/standing');
	}),
	discard: action(async ({ locals: { ctx, actor } }: RequestEvent) => {
		requireStaff(actor, 'admin');
		await discardDraft(ctx.db, actor);
		redirect(303, '/admin/standing');
	}),
} satisfies Actions;
