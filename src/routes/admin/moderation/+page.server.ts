import { type RequestEvent, redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { parseId } from '#server/kernel/ids.ts';
import { changeSettings } from '#server/modules/admin/index.ts';
import { dropCanned, listCanned, reasons, saveCanned } from '#server/modules/moderation/index.ts';
import { readSettings } from '#server/platform/settings/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	requireStaff(locals.actor);
	const { appealDays, appealDueDays, moderatorDailyLimit } = locals.ctx.settings;
	return {
		canned: await listCanned(locals.ctx.db, locals.actor),
		reasons: [...reasons],
		admin: locals.actor.role === 'admin',
		terms: { appealDays, appealDueDays, moderatorDailyLimit },
		saved: url.searchParams.has('saved'),
	};
});

const saved = (event: RequestEvent): never => redirect(303, `${event.url.pathname}?saved=1`);

export const actions = {
	save: ofForm(
		'save',
		action(async (event: RequestEvent, form) => {
			const id = parseId<number>(String(form.get('id') ?? ''));
			await saveCanned(event.locals.ctx.db, event.locals.actor, id, {
				title: String(form.get('title') ?? ''),
				text: String(form.get('text') ?? ''),
				category: String(form.get('category') ?? '') || null,
				language: String(form.get('language') ?? 'zh-CN'),
				position: Number(form.get('position') || 0),
			});
			saved(event);
		}),
	),
	drop: ofForm(
		'drop',
		action(async (event: RequestEvent, form) => {
			await dropCanned(
				event.locals.ctx.db,
				event.locals.actor,
				parseId<number>(String(form.get('id') ?? '')) ?? 0,
			);
			saved(event);
		}),
	),
	terms: ofForm(
		'terms',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			ctx.settings = await changeSettings(ctx.db, actor, {
				...(await readSettings(ctx.db)),
				appealDays: Number(form.get('appealDays')),
				appealDueDays: Number(form.get('appealDueDays')),
				moderatorDailyLimit: Number(form.get('moderatorDailyLimit')),
			});
			saved(event);
		}),
	),
} satisfies Actions;
